"""What the tables of a vocabulary say of one another: every id that one borrows stands in the other, every
pattern is of the grammar, and the bodies that rules of the program name are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from ingest.errors import VocabularyInvalid
from ingest.vocabulary.pattern_syntax import parse, parse_words
from ingest.vocabulary.sheets import Placed
from ingest.vocabulary.tables import (
    BodyHead,
    BodyTitle,
    CatalogueAct,
    Cue,
    IssuerCode,
    MeasurePattern,
    MeasureWord,
    Subject,
)

Tables = Mapping[str, Sequence[Placed[Any]]]
# Bodies that rules of letterheads and citations name by their id (ingest/extract).
NAMED_BY_RULES = tuple(
    body
    for line in (
        "bbt bch-dang-bo bch-tw bcsd-cp bct bdvtu bi-thu-tu bnctu btctu btgtu btv-tu byt cp",
        "dang-uy-xa dn-kcn doan-tn hdnd-tinh hoi-ccb hoi-nd hoi-pn huyen-uy ldld qh quan-uy so-yt",
        "bcsd-ubnd ct-ubnd thanh-uy-tinh thanh-uy-tw thi-uy",
        "tinh-uy tinh-uy-vien to-dan-cu tt-tu ttg ubkttu ubnd-huyen ubnd-tinh ubnd-xa ubtvqh vp-ubnd vptu",
    )
    for body in line.split()
)
THINGS = "things"  # a name that every pattern may use: what subject.csv says is fought


def faults_between(tables: Tables, broken: Set[str]) -> Iterator[VocabularyInvalid]:
    """What is wrong between tables; what one borrows from a `broken` one, of which rows are left out, is not
    asked for."""
    yield from _twice(tables)
    yield from _borrowed(tables, broken)
    if "bodies" not in broken:
        yield from _unnamed(tables)
    if not broken & {"measure_words", "subject"}:
        yield from _patterns(tables)


def word_lists(words: Iterable[MeasureWord], subject: Subject | None) -> dict[str, frozenset[str]]:
    """The alternatives that patterns use by name, with `things` of the subject. Raises VocabularyInvalid."""
    things = {THINGS: "|".join(subject.things)} if subject and subject.things else {}
    return parse_words({**things, **{row.name: row.words for row in words}})


def _twice(tables: Tables) -> Iterator[VocabularyInvalid]:
    keys = {
        "provinces": ("code",),
        "bodies": ("id",),
        "measures": ("id",),
        "measure_patterns": ("measure", "pattern"),
        "measure_words": ("name",),
        "directives": ("key",),
        "issuer_codes": ("code",),
        "relation_cues": ("cue",),
        "cues": ("words",),
        "name_cues": ("words", "effect"),
        "formulas": ("phrase",),
    }
    for table, columns in keys.items():
        seen: dict[tuple[str, ...], Placed[Any]] = {}
        for placed in tables[table]:
            key = tuple(getattr(placed.row, column) for column in columns)
            if key in seen:
                where = f"line {seen[key].line}"
                if seen[key].place != placed.place:
                    where += f" of {seen[key].place}"
                what = f"{key[-1]!r} stands there already, in {where}"
                yield placed.fault(columns[-1], what, "Remove one of the rows")
            seen.setdefault(key, placed)
    yield from (p.fault("key", "a second subject", "Keep one row") for p in tables["subject"][1:])


def _borrowed(tables: Tables, broken: Set[str]) -> Iterator[VocabularyInvalid]:
    bodies = {placed.row.id for placed in tables["bodies"]}
    for placed, column, body in _borrowed_bodies(tables):
        if body and body not in bodies and "bodies" not in broken:
            yield placed.fault(column, f"no body {body!r}", "Add it to bodies.csv, or correct the id")
    measures = {placed.row.id for placed in tables["measures"]}
    for placed in tables["measure_patterns"]:
        if placed.row.measure not in measures and "measures" not in broken:
            todo = "Add it to measures.csv, or give measure_patterns.csv rows of your measures"
            yield placed.fault("measure", f"no measure {placed.row.measure!r}", todo)


def _borrowed_bodies(tables: Tables) -> Iterator[tuple[Placed[Any], str, str]]:
    """Row, column and id of each body that another table names."""
    columns = {
        "directives": ("issuer",),
        "issuer_codes": ("body",),
        "body_heads": ("central", "province", "district", "commune"),
        "subject": ("national_board", "provincial_board", "district_board"),
    }
    for table, names in columns.items():
        for placed in tables[table]:
            row: CatalogueAct | IssuerCode | BodyHead | Subject = placed.row
            yield from ((placed, name, getattr(row, name)) for name in names)
    for placed in tables["body_titles"]:
        title: BodyTitle = placed.row
        yield from ((placed, "orgs", part) for pair in title.orgs for part in pair.split("="))


def _unnamed(tables: Tables) -> Iterator[VocabularyInvalid]:
    bodies = {placed.row.id for placed in tables["bodies"]}
    missing = [body for body in NAMED_BY_RULES if body not in bodies]
    if missing and tables["bodies"]:
        what = f"rules of the program name these bodies, and they are missing: {', '.join(missing)}"
        todo = "Keep their rows, or put only your own rows into bodies.add.csv"
        yield VocabularyInvalid(what, where=f"{tables['bodies'][0].place}, column id", todo=todo)


def _patterns(tables: Tables) -> Iterator[VocabularyInvalid]:
    subject = tables["subject"][0].row if tables["subject"] else None
    names: dict[str, frozenset[str]] = word_lists((), subject)
    for placed in tables["measure_words"]:
        word: MeasureWord = placed.row
        try:
            names |= parse_words({word.name: word.words}, names)
        except VocabularyInvalid as error:
            yield placed.fault("words", error.what, error.todo)
            names[word.name] = frozenset({"?"})
    for placed in tables["measure_patterns"]:
        pattern: MeasurePattern = placed.row
        beside = "|".join((*pattern.unless_before, *pattern.unless_after, pattern.near)).strip("|")
        yield from _pattern(placed, "pattern", pattern.pattern, names)
        yield from _pattern(placed, "unless_before, unless_after, near", beside and f"({beside})", names)
    for placed in tables["cues"]:
        cue: Cue = placed.row
        yield from _pattern(placed, "words", cue.words, names)


def _pattern(
    placed: Placed[Any], column: str, pattern: str, names: Mapping[str, frozenset[str]]
) -> Iterator[VocabularyInvalid]:
    if pattern:
        try:
            parse(pattern, names)
        except VocabularyInvalid as error:
            yield placed.fault(column, error.what, error.todo)
