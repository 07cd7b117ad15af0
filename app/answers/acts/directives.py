"""Acts: which one a person means by a number, and lists of them."""

from __future__ import annotations

import re
from collections import defaultdict

from app.answers.acts.conflicts import conflicts_of
from app.answers.acts.heads import (
    HELP,
    candidates_of,
    directive_head,
    directive_heads,
    head_of,
    heads,
)
from app.answers.acts.unresolved import unresolved_of
from app.answers.asking.cursors import key_of, split_page
from app.answers.asking.errors import DirectiveUnknown, NumberInvalid
from app.answers.asking.pasted import day_in, is_of, number_in, unnumbered
from app.answers.asking.reading import (
    Row,
    check_day,
    dataset_version,
    number,
    queries,
    text,
    until_end,
    vocabulary,
)
from app.answers.asking.wording import directive_words
from app.answers.models.acts import DirectiveDetail, DirectiveHead, DirectiveRow, Found, Several
from app.answers.models.shapes import Page
from graph.store import Reader
from ingest.numbering.numbers import parse_number
from ingest.resolving.acts import serial_of
from ingest.text.normalise import bare_of

__all__ = [
    "directive",
    "directive_head",
    "directive_heads",
    "find_directive",
    "letters_of",
    "list_directives",
]
_YEAR = re.compile(r"\s*(\d{4})(?:-\d\d-\d\d)?\s*(~\S+)?\s*")
_SIGNS = re.compile(r"[^a-z0-9]+")
_DIGITS = re.compile(r"\d{1,9}")  # of a number's serial, and of the year that may stand behind it
_TYPED_SERIAL = re.compile(r"(?P<type>[^\d]+?)\s*(?:so\s*)?(?P<serial>\d{1,5})\s*")


def find_directive(store: Reader, text: str) -> Found | Several:
    """The act that a number, or `NUMBER@YEAR`, or a full key means; several where it means several.

    Any spacing, case and lost marks; a citation pasted whole as well. Raises NumberInvalid, DirectiveUnknown.
    """
    typed = " ".join(text.split())
    exact = _by_key(store, typed) if "@" in typed else []
    if len(exact) == 1:
        return Found(directive=exact[0])
    wanted, place = typed, ""
    if "@" in typed:
        wanted, place = typed.rsplit("@", 1)
    ways = (_by_number, _by_serial, _by_letters, _by_citation)
    found = next((acts for way in ways if (acts := way(store, wanted))), [])
    acts = [act for act in found if _fits(act.key, place)]
    if day := day_in(wanted):
        acts = [act for act in acts if is_of(act.date, day)]
    if not acts:
        raise _unknown(store, typed, wanted)
    if len(acts) == 1:
        return Found(directive=acts[0])
    return Several(
        number=_named_alike(acts) or typed,
        candidates=candidates_of(store, acts),
        unresolved=len(unresolved_of(store, acts)),
    )


def _named_alike(acts: list[DirectiveHead]) -> str | None:
    """The number that all the acts have; None where they differ ("Kết luận 07") or have none."""
    numbers = {act.number for act in acts}
    return numbers.pop() if len(numbers) == 1 else None


def _by_key(store: Reader, key: str) -> list[DirectiveHead]:
    """The act of a key; of a key that it had before a person placed it, the act as it is called now."""
    found = heads(store, None, [key])
    if found:
        return found
    now = [str(row["key"]) for row in store.read(queries()["act_formerly"], key=key)]
    return heads(store, None, now) if now else []


def directive(store: Reader, key: str) -> DirectiveDetail:
    """One act by its key, with how it is cited. Raises DirectiveUnknown."""
    rows = store.read(queries()["acts_by_number"], number="", keys=[key])
    head = head_of(rows[0]) if rows else directive_head(store, key)
    counts = store.read(queries()["citation_counts"], keys=[key])
    citing = store.read(queries()["citing_provinces"], keys=[key])
    held = store.read(queries()["synthetic_documents"], ids=head.documents)
    unresolved = len(unresolved_of(store, [head]))
    return DirectiveDetail(
        dataset_version=dataset_version(store),
        synthetic=bool(held) or any(number(row["synthetic"]) for row in citing),
        directive=head,
        citations={str(row["relation"]): number(row["citations"]) for row in counts},
        citing_documents=sum(number(row["documents"]) for row in citing),
        citing_provinces=sum(number(row["provinces"]) for row in citing),
        catalogue=_catalogue_of(rows[0]) if rows else {},
        conflicts=conflicts_of(store, [key]),
        unresolved=unresolved,
        words=directive_words(head, sum(number(row["documents"]) for row in citing), unresolved),
    )


def list_directives(  # noqa: PLR0913 - one argument a filter
    store: Reader,
    *,
    issuer: str | None = None,
    doc_type: str | None = None,
    since: str | None = None,
    until: str | None = None,
    held: bool | None = None,
    central: bool | None = None,
    cited: bool | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[DirectiveRow]:
    """Acts by key; those cited and not held are what is still to be fetched.

    Raises CursorInvalid, FilterInvalid (a date that is none).
    """
    filters = {
        "issuer": issuer,
        "doc_type": doc_type,
        "since": check_day(since, "since"),
        "until": until_end(check_day(until, "until")),
        "held": held,
        "central": central,
        "cited": cited,
    }
    after = key_of(cursor)
    total = number(store.read(queries()["directives_count"], **filters)[0]["total"])
    rows = store.read(queries()["directives_page"], **filters, after=after, limit=limit + 1)
    keys, following = split_page([str(row["key"]) for row in rows], limit)
    items, synthetic = directive_rows(store, keys)
    return Page[DirectiveRow](
        dataset_version=dataset_version(store),
        synthetic=synthetic,
        items=items,
        total=total,
        next=following,
    )


def directive_rows(store: Reader, keys: list[str]) -> tuple[list[DirectiveRow], bool]:
    """Acts as rows of a list, in the order of the keys given, and whether a composed text stands behind."""
    heads = directive_heads(store, keys)
    citations: dict[str, int] = defaultdict(int)
    for row in store.read(queries()["citation_counts"], keys=keys):
        citations[str(row["key"])] += number(row["citations"])
    citing = {str(row["key"]): row for row in store.read(queries()["citing_provinces"], keys=keys)}
    texts_held = [id for key in keys for id in heads[key].documents]
    synthetic = bool(store.read(queries()["synthetic_documents"], ids=texts_held))
    rows = [
        DirectiveRow(
            **heads[key].model_dump(),
            citations=citations[key],
            citing_documents=number(citing[key]["documents"]) if key in citing else 0,
            citing_provinces=number(citing[key]["provinces"]) if key in citing else 0,
        )
        for key in keys
    ]
    return rows, synthetic or any(number(row["synthetic"]) for row in citing.values())


def _by_number(store: Reader, wanted: str) -> list[DirectiveHead]:
    found = parse_number(wanted, vocabulary())
    return heads(store, found.value, []) if found else []


def _by_serial(store: Reader, wanted: str) -> list[DirectiveHead]:
    """A type word and a bare number, as people say it: "Chỉ thị 16"."""
    match = _TYPED_SERIAL.fullmatch(bare_of(wanted))
    if match is None:
        return []
    typed, serial = match["type"].strip(), match["serial"].lstrip("0")
    names = [row.name for row in vocabulary().doc_types if bare_of(row.name) == typed]
    keys = [
        str(row["key"])
        for name in dict.fromkeys(names)
        for row in store.read(queries()["keys_by_serial"], serial=serial, doc_type=name.lower())
    ]
    keys += [
        act.key
        for act in vocabulary().directives.values()
        if act.doc_type in names and _serial(act.number) == serial
    ]
    return heads(store, None, keys) if keys else _by_symbol(store, typed, serial)


def _by_symbol(store: Reader, typed: str, serial: str) -> list[DirectiveHead]:
    """A type as the symbol of a number writes it, by word or code: "Thông báo 172", "TB 172" (172-TB/TW)."""
    codes = {row.code for row in vocabulary().doc_types if typed in (bare_of(row.name), bare_of(row.code))}
    keys = (
        [str(row["key"]) for row in store.read(queries()["acts_of_serial"], serial=serial)] if codes else []
    )
    keys += [act.key for act in vocabulary().directives.values() if codes and _serial(act.number) == serial]
    found = heads(store, None, keys) if keys else []
    return [head for head in found if _type_code(head.number) in codes - {""}]


def _type_code(named: str | None) -> str | None:
    """The code of the type in an act's number, "TB" in 172-TB/TW."""
    found = parse_number(named, vocabulary()) if named else None
    return found.type_code if found else None


def _by_letters(store: Reader, wanted: str) -> list[DirectiveHead]:
    """A number typed without its signs: "06ctubnd"; its serial may be any beginning of its digits."""
    typed = letters_of(wanted).lstrip("0")
    match = _DIGITS.match(typed)
    if match is None or typed.isdecimal():
        return []
    digits = match.group()
    keys = [
        str(row["key"])
        for length in range(1, len(digits) + 1)
        for row in store.read(queries()["acts_of_serial"], serial=digits[:length])
    ]
    found = heads(store, None, keys) if keys else []
    return [head for head in found if letters_of(head.number or "").lstrip("0") == typed]


def letters_of(text: str) -> str:
    """Small letters and digits without marks: what is left of "06/CT-UBND" in haste, `06ctubnd`."""
    return _SIGNS.sub("", bare_of(text))


def _by_citation(store: Reader, wanted: str) -> list[DirectiveHead]:
    """An act as a text cites it: by its number among other words, or by type, issuer and day."""
    named = number_in(wanted)
    key = unnumbered(wanted) if named is None and day_in(wanted) else None
    return heads(store, named, [key] if key else []) if named or key else []


def _catalogue_of(row: Row) -> dict[str, str | None]:
    if row["catalogue_date"] is None:
        return {}
    names = {"date": "catalogue_date", "issuer": "catalogue_issuer_name", "subject": "catalogue_subject"}
    return {
        **{name: text(row[column]) for name, column in names.items()},
        "source": text(row["catalogue_source"]),
    }


def _fits(key: str, place: str) -> bool:
    """Whether a key's year (or day) and place are those typed behind the number."""
    if not place:
        return True
    match = _YEAR.fullmatch(place)
    if match is None:
        return False
    year, own = key.rsplit("@", 1)[1][:4], key.partition("~")[2]
    return year == match[1] and (match[2] is None or match[2][1:] == own)


def _serial(wanted: str) -> str:
    return (serial_of(wanted) or "").lstrip("0")


def _unknown(store: Reader, typed: str, wanted: str) -> DirectiveUnknown | NumberInvalid:
    found = parse_number(wanted, vocabulary())
    named = found.value if found else number_in(wanted)
    if named is None and not _TYPED_SERIAL.fullmatch(bare_of(wanted)) and "@" not in typed:
        return NumberInvalid("this is no number of an official act", where=typed, todo=HELP)
    serial = _serial(named) if named else ""
    near = [str(row["number"]) for row in store.read(queries()["numbers_like"], serial=serial)]
    near = sorted(
        {*near, *(a.number for a in vocabulary().directives.values() if _serial(a.number) == serial != "")}
    )
    todo = (
        f"Near it: {', '.join(near[:5])}"
        if near
        else "Check the number, or ingest the documents that name it"
    )
    return DirectiveUnknown(
        "no act of this number in store or vocabulary", where=typed, todo=todo, suggestions=near
    )
