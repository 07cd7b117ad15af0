"""Relations of a document (lược đồ): what it cites, and who cites the act that it is the text of."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from app.answers.acts.directives import directive_head, directive_heads
from app.answers.asking.cursors import cursor_after, key_of
from app.answers.asking.errors import CursorInvalid
from app.answers.asking.reading import Row, dataset_version, number, queries, text, texts
from app.answers.asking.wording import relation_words
from app.answers.models.acts import DirectiveHead
from app.answers.models.found import DiagramTerm, Direction, RelationPage, RelationRow
from app.answers.models.held import DocumentSummary
from app.answers.sources.documents import document_summaries, find_document
from graph.store import Store
from ingest.text.normalise import bare_of

Relation = Literal["implements", "based_on", "amends", "replaces", "refuses", "reports", "mentions"]
_TERMS = Path(__file__).with_name("diagram_terms.csv")
_CURSOR = re.compile(r"(?:in|out (?P<start>\d{1,12}) (?P<end>\d{1,12})) (?P<key>[0-9a-f]+)")
_Place = tuple[int, int, str]
_BEGIN: _Place = (-1, 0, "")


@dataclass(frozen=True, slots=True)
class _Stated:
    direction: Direction
    row: Row
    document: str
    target: str | None


def relations(
    store: Store,
    id: str,
    *,
    direction: Direction | None = None,
    relation: Relation | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> RelationPage:
    """The relations of a document, by id or the beginning of it: its own first, then those of others by key.

    Raises DocumentUnknown, CursorInvalid.
    """
    document = find_document(store, id)
    own = document_summaries(store, [document])[0]
    side, after = _place_of(cursor)
    out = [_Stated("out", row, document, _target(row)) for row in _out(store, document)]
    counts = Counter(f"out.{s.row['relation']}" for s in out)
    counts.update(_counts_in(store, own.act))
    wanted = [s for s in out if direction != "in" and relation in (None, s.row["relation"])]
    page = [s for s in wanted if _place(s) > after][: limit + 1] if side == "out" else []
    if direction != "out" and len(page) <= limit:
        page += _in(store, own.act, relation, after[2] if side == "in" else "", limit + 1 - len(page))
    rows = _shown(store, page[:limit], own)
    total = sum(n for name, n in counts.items() if _counts(name, direction, relation))
    return RelationPage(
        dataset_version=dataset_version(store),
        synthetic=own.synthetic or any(row.synthetic for row in rows),
        items=rows,
        total=total,
        next=cursor_after(_following(page[limit - 1])) if len(page) > limit else None,
        document=document,
        act=own.act,
        counts=dict(sorted(counts.items())),
        words=relation_words(own.number or own.act, counts),
    )


def term(relation: str, direction: Direction, cue: str | None) -> DiagramTerm:
    """What the other act is, in the words of a lược đồ; the cue tells a repeal from a replacement."""
    words = bare_of(cue or "")
    fitting = [row for row in _terms() if row["relation"] == relation and bare_of(row["cue"]) in words]
    row = max(fitting, key=lambda each: len(each["cue"]))
    return DiagramTerm(id=row["id"], vi=row[f"{direction}_vi"], en=row[f"{direction}_en"])


@cache
def _terms() -> Sequence[Mapping[str, str]]:
    with _TERMS.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def _out(store: Store, document: str) -> list[Row]:
    return list(store.read(queries()["relations_out"], id=document))


def _target(row: Row) -> str | None:
    return str(row["target"]) if row["label"] == "Directive" else None


def _counts_in(store: Store, act: str) -> dict[str, int]:
    rows = store.read(queries()["relations_in_counts"], act=act)
    return {f"in.{row['relation']}": number(row["citations"]) for row in rows}


def _counts(name: str, direction: Direction | None, relation: Relation | None) -> bool:
    side, _, kind = name.partition(".")
    return direction in (None, side) and relation in (None, kind)


def _in(store: Store, act: str, relation: Relation | None, after: str, limit: int) -> list[_Stated]:
    rows = store.read(queries()["relations_in"], act=act, relation=relation, after=after, limit=limit)
    return [_Stated("in", row, str(row["document"]), None) for row in rows]


def _place(stated: _Stated) -> _Place:
    return number(stated.row["start"]), number(stated.row["end"]), str(stated.row["key"])


def _following(last: _Stated) -> str:
    """What the cursor behind a row stands for: its place in the document's own text, or its key."""
    start, end, key = _place(last)
    return f"in {key}" if last.direction == "in" else f"out {start} {end} {key}"


def _place_of(cursor: str | None) -> tuple[str, _Place]:
    if not cursor:
        return "out", _BEGIN
    match = _CURSOR.fullmatch(key_of(cursor))
    if match is None:
        raise CursorInvalid(
            "this is no cursor of relations", where=cursor, todo="Take it from `next`, unchanged"
        )
    own = match["start"] is not None
    return ("out" if own else "in"), (int(match["start"] or 0), int(match["end"] or 0), match["key"])


def _shown(store: Store, page: Sequence[_Stated], own: DocumentSummary) -> list[RelationRow]:
    summaries = {d.id: d for d in document_summaries(store, sorted({s.document for s in page} | {own.id}))}
    acts = {s.target for s in page if s.target} | {summaries[s.document].act for s in page}
    heads = directive_heads(store, sorted(acts))
    heads.setdefault(own.act, directive_head(store, own.act))
    return [_row(stated, summaries[stated.document], heads) for stated in page]


def _row(stated: _Stated, document: DocumentSummary, heads: Mapping[str, DirectiveHead]) -> RelationRow:
    row, cue = stated.row, text(stated.row["cue"])
    other = document.act if stated.direction == "in" else stated.target
    return RelationRow(
        key=str(row["key"]),
        direction=stated.direction,
        relation=str(row["relation"]),
        diagram=term(str(row["relation"]), stated.direction, cue),
        directive=heads.get(other) if other else None,
        candidates=texts(row.get("candidates")),
        document=document.id,
        number=document.number,
        date=document.date,
        province=document.province,
        synthetic=document.synthetic,
        quote=str(row["quote"]),
        start=number(row["start"]),
        end=number(row["end"]),
        cue=cue,
        rule=str(row["rule"]),
        basis=str(row["basis"]),
        source=document.source,
    )
