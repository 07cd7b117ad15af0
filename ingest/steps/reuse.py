"""The graph's REUSES and SHARES: which passages of held acts come from which earlier act of a higher level,
and which wording is common property.

Incremental, with the same result as from scratch: a passage depends on its two texts, their dates, and which
words of the source are worn (see formulas). Every source keeps a mark of all that but the other text; only
pairs with a new target or a source whose mark has changed are compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from graph.store import Tx
from ingest.aligning.align import Passage
from ingest.aligning.commonplaces import commonplaces
from ingest.aligning.formulas import Commonness, formulas
from ingest.aligning.held import Held
from ingest.aligning.matching import Matcher
from ingest.aligning.shared import formula_rows, places_of
from ingest.aligning.stretches import Stretch, packed, stretches_of, unpacked
from ingest.aligning.thresholds import Thresholds
from ingest.documents import Provision
from ingest.errors import StretchesUnreadable
from ingest.statements.statement import Props, Statement
from ingest.steps.load import Loader, run_rows
from ingest.storing.writing import write_statements
from ingest.text.hiding import Spans, spans_from
from ingest.vocabulary import Vocabulary

_RULE = "aligned-wording"
_PORTION = 500  # documents a query
_TEXTS = 1000  # kept at hand


class Aligner:
    """Aligns the documents of one store. `program` is the version of the program, for the sources' marks."""

    def __init__(
        self, loader: Loader, vocabulary: Vocabulary, thresholds: Thresholds, program: str = ""
    ) -> None:
        self.loader, self.store, self.queries = loader, loader.store, loader.queries
        self.thresholds = thresholds
        self.commonplaces = commonplaces(vocabulary)
        self.version = f"{program} {vocabulary.sha256} {thresholds.digest}"
        self.held = list(self._held())
        self._at_hand: dict[str, str] = {}
        self._private: dict[str, Spans] = {}  # of the texts at hand

    def align(self, loaded: set[str], *, everything: bool, run: str) -> int:
        """Brings reuse and formulas up to date after these documents were loaded, or all; how many passages
        were stored."""
        common = Commonness(self.held, self.thresholds)
        matcher = Matcher(self.held, common, self.commonplaces, self.thresholds, self._texts)
        if everything:
            loaded = {item.id for item in self.held}
        marks = {item.id: self._mark(item, common) for item in self.held if item.giver}
        changed = {i.id for i in self.held if i.id in marks and (i.id in loaded or marks[i.id] != i.mark)}
        self.loader.acts |= {item.act for item in self.held if item.id in changed}
        self._clear(sorted(changed))
        found = 0
        for passages in matcher.passages(changed, loaded):
            self._store(passages, run)
            found += len(passages)
        self._settle_formulas(matcher, common, anew=everything, run=run)
        self._set("set_aligned", [{"id": id, "mark": marks[id]} for id in sorted(changed)])
        return found

    def _held(self) -> Iterator[Held]:
        after = ""
        while rows := self.store.read(self.queries["alignable_documents"], after=after, limit=_PORTION):
            for row in rows:
                after = str(row["id"])
                yield Held(
                    id=after,
                    act=str(row["act"]),
                    date=_text(row["issued_on"]),
                    central=bool(row["central"]),
                    level=_text(row["level"]),
                    province=_text(row["province"]),
                    issuer=_text(row["issuer"]),
                    stretches=self._stretches(after, _text(row["stretches"])),
                    mark=_text(row["mark"]),
                )

    def _stretches(self, document: str, stored: str | None) -> Sequence[Stretch]:
        """What is compared of a document; made anew where it is missing or another version's."""
        try:
            return unpacked(stored or "")
        except StretchesUnreadable:
            rows = self.store.read(self.queries["tree_of"], id=document)
            tree = [Provision(r["kind"], r["start"], r["end"], r["parent"]) for r in rows]
            found = stretches_of(tree, str(rows[0]["text"])) if rows else ()
            self._set("set_stretches", [{"id": document, "stretches": packed(found)}])
            return found

    def _mark(self, source: Held, common: Commonness) -> str:
        """All that a source's passages depend on, but the other text."""
        worn = sorted((number, sorted(words)) for number, words in common.worn(source).items())
        parts = (self.version, source.act, source.date, source.giver, worn)
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]

    def _texts(self, ids: Sequence[str]) -> Mapping[str, str]:
        """The texts of documents, many a query; some stay at hand, for sources are asked for often."""
        if len(self._at_hand) > _TEXTS:
            self._at_hand.clear()
            self._private.clear()
        missing = [id for id in ids if id not in self._at_hand]
        for start in range(0, len(missing), _PORTION):
            some = missing[start : start + _PORTION]
            rows = self.store.read(self.queries["texts_of_documents"], ids=some)
            self._at_hand.update((str(row["id"]), str(row["text"])) for row in rows)
            self._private.update((str(row["id"]), spans_from(row["private"])) for row in rows)
        return {id: self._at_hand[id] for id in ids}

    def _clear(self, sources: Sequence[str]) -> None:
        """Takes away all that was reused of these."""
        for start in range(0, len(sources), _PORTION):
            some = sources[start : start + _PORTION]
            rows = self.store.read(self.queries["reusing_documents"], sources=some)
            documents = [str(row["document"]) for row in rows]
            for first in range(0, len(documents), _PORTION):
                self.store.transaction(
                    partial(self._clear_of, documents=documents[first : first + _PORTION], sources=some)
                )

    def _clear_of(self, tx: Tx, documents: Sequence[str], sources: Sequence[str]) -> None:
        tx.run(self.queries["clear_reuses"], documents=list(documents), sources=list(sources))
        self.loader.set_digests(tx, documents)

    def _store(self, found: Sequence[Passage], run: str) -> None:
        if found:
            self._load([], [_statement(passage) for passage in found], [], run)

    def _settle_formulas(self, matcher: Matcher, common: Commonness, *, anew: bool, run: str) -> None:
        """Brings formulas and their places up to date: what is missing is loaded, what is over goes."""
        wanted = formulas(self.held, common, self.thresholds)
        stored = self.store.read(self.queries["formula_places"])
        missing, over = places_of(wanted, stored, anew=anew)
        for start in range(0, len(missing), _PORTION):
            texts = self._texts(sorted({place.document for _, place in missing[start : start + _PORTION]}))
            rows, statements = formula_rows(missing[start : start + _PORTION], matcher, texts, self._private)
            self._load(rows, statements, [], run)
        for start in range(0, len(over), _PORTION):
            self._load([], [], over[start : start + _PORTION], run)

    def _load(
        self, nodes: list[Props], statements: list[Statement], over: Sequence[tuple[str, str]], run: str
    ) -> None:
        """One transaction: formulas, statements, what is over ((key, document)), and the digests touched."""
        documents = sorted({s.document for s in statements} | {document for _, document in over})

        def work(tx: Tx) -> None:
            run_rows(tx, self.queries, "load_formulas", nodes)
            write_statements(tx, self.queries, statements, run)
            tx.run(self.queries["clear_shares"], keys=[key for key, _ in over])
            self.loader.set_digests(tx, documents)

        self.store.transaction(work)

    def _set(self, query: str, rows: list[Props]) -> None:
        for start in range(0, len(rows), _PORTION):
            self.store.write(self.queries[query], rows=rows[start : start + _PORTION])


def _statement(passage: Passage) -> Statement:
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


def _text(value: object) -> str | None:
    return None if value is None else str(value)
