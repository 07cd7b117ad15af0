"""The graph's REUSES: central acts held against the acts below the centre that came after them.

Alignment is incremental: only pairs with a document that has just been loaded are compared, with the same
result as from scratch, since a passage depends on its two texts alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.store import Tx
from ingest.align import Block, Commonplaces, Passage, SourceIndex, Thresholds, commonplaces, passages
from ingest.documents import Provision
from ingest.load import Loader, run_rows
from ingest.rows import statement_rows
from ingest.statements import Statement
from ingest.stretches import own_spans
from ingest.vocabulary import Vocabulary

_RULE = "aligned-wording"


@dataclass(frozen=True, slots=True)
class Item:
    """A document as alignment sees it."""

    id: str
    act: str
    date: str | None
    central: bool

    def may_take_from(self, source: Item) -> bool:
        """From an earlier central act, not its own; without a date the direction is the usual one,
        downwards."""
        earlier = source.date is not None and (self.date is None or source.date <= self.date)
        return not self.central and source.central and earlier and self.act != source.act


class Aligner:
    """Aligns documents of one store; keeps the blocks of central acts at hand while it lives."""

    def __init__(self, loader: Loader, vocabulary: Vocabulary, thresholds: Thresholds | None = None) -> None:
        self.loader = loader
        self.common: Commonplaces = commonplaces(vocabulary)
        self.thresholds = thresholds or Thresholds()
        rows = loader.store.read(loader.queries["alignable_documents"])
        self.items = [
            Item(
                str(row["id"]),
                str(row["act"]),
                str(row["issued_on"]) if row["issued_on"] else None,
                bool(row["central"]),
            )
            for row in rows
        ]
        self._blocks: dict[str, list[Block]] = {}

    def align(self, loaded: set[str], run: str) -> int:
        """Stores the passages of every pair with a loaded document in it; how many there are."""
        found = 0
        for target in self.items:
            sources = [s for s in self.items if target.may_take_from(s) and loaded & {s.id, target.id}]
            if sources:
                found += self._store(target, list(self._passages(target, sources)), run)
        return found

    def _passages(self, target: Item, sources: Sequence[Item]) -> Iterator[Passage]:
        index = SourceIndex(block for source in sources for block in self._source_blocks(source))
        for block in self._read(target):
            yield from passages(index, block, self.thresholds, self.common)

    def _store(self, target: Item, found: Sequence[Passage], run: str) -> int:
        if not found:
            return 0
        statements = [self._statement(passage) for passage in found]

        def work(tx: Tx) -> None:
            for query, rows in statement_rows(statements, run).items():
                run_rows(tx, self.loader.queries, query, rows)
            self.loader.set_digests(tx, [target.id])

        self.loader.store.transaction(work)
        return len(found)

    def _statement(self, passage: Passage) -> Statement:
        start, end = passage.target_span
        a, b = passage.source_span
        return Statement(
            "REUSES",
            passage.target.provision,
            "Provision",
            passage.source.provision,
            start,
            end,
            passage.target.quote(start, end),
            _RULE,
            "derived",
            passage.target.document,
            {
                "score": passage.score,
                "grade": passage.grade,
                "source_document": passage.source.document,
                "source_start": a,
                "source_end": b,
                "source_quote": passage.source.quote(a, b),
            },
        )

    def _source_blocks(self, source: Item) -> list[Block]:
        if source.id not in self._blocks:
            self._blocks[source.id] = self._read(source)
        return self._blocks[source.id]

    def _read(self, item: Item) -> list[Block]:
        store, queries = self.loader.store, self.loader.queries
        text = str(store.read(queries["text_of_document"], id=item.id)[0]["text"])
        rows = store.read(queries["tree_of"], id=item.id)
        places = {str(row["key"]): index for index, row in enumerate(rows)}
        tree = [
            Provision(
                row["kind"],
                int(row["start"]),
                int(row["end"]),
                places[str(row["parent"])] if row["parent"] else None,
            )
            for row in rows
        ]
        keys = {(p.start, p.end, p.kind): str(row["key"]) for p, row in zip(tree, rows, strict=True)}
        return [
            Block.of(item.id, keys[p.start, p.end, p.kind], start, text[start:end])
            for p, start, end in own_spans(tree, text)
        ]
