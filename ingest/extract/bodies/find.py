"""Bodies (cơ quan, tổ chức, chức danh) with their roles: names found, placed, and kept where the
guidelines keep them."""

from __future__ import annotations

from ingest.documents import Letterhead, Mention
from ingest.extract.bodies.actors import Actors
from ingest.extract.bodies.head_body import name_as_printed
from ingest.extract.bodies.level import context_of
from ingest.extract.bodies.name import Name
from ingest.extract.bodies.names import Names
from ingest.extract.bodies.other_boards import without_other_boards
from ingest.extract.bodies.roles import Cast, Roles
from ingest.extract.places import Places
from ingest.extract.reading import Reading


def find_bodies(
    reading: Reading, letterhead: Letterhead, references: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """BODY mentions in text order, none overlapping another; `attrs.role`, and `attrs.name` where `id`
    is None.

    A class of bodies without a row ("cấp ủy", "cơ quan", "đơn vị") is one only where it is written to
    or told to act
    (guideline 2).
    """
    context = context_of(reading, letterhead)
    read = without_other_boards(reading, Names(reading, context).read())
    names = with_issuer(reading, letterhead, _said_once(reading, read))
    places = Places(reading)
    where = [places.at(reading.words.starts[name.first]) for name in names]
    casts = Roles(reading, context, references, letterhead).cast(names, where)
    casts = Actors(reading, places, casts, references).cast()
    return tuple(_mention(reading, cast) for cast in casts if _counts(cast))


def _said_once(reading: Reading, names: list[Name]) -> list[Name]:
    """The names without their abbreviations in brackets: "Chủ tịch Ủy ban nhân dân | (UBND) | tỉnh"."""
    gap = reading.words.gap

    def repeats(before: Name, name: Name) -> bool:
        alone = before.last + 1 == name.first == name.last
        return alone and gap(name.first).strip() == "(" and gap(name.last + 1).strip() == ")"

    return [name for i, name in enumerate(names) if i == 0 or not repeats(names[i - 1], name)]


def with_issuer(reading: Reading, letterhead: Letterhead, names: list[Name]) -> list[Name]:
    """The names, and the issuer of the letterhead where the grammar knows no such body: "QUÂN KHU 9"."""
    issuer = letterhead.issuer
    if issuer is None or issuer.rule != "letterhead-without-row":
        return names
    start, end = reading.view.here(issuer.start, issuer.end)
    first, last = reading.words.at(start), reading.words.at(end) - 1
    if last < first or any(first <= name.first <= last or name.first <= first <= name.last for name in names):
        return names
    printed = reading.view.text[start:end].split("\n")[0].split("   ")[0].strip()
    last = min(last, reading.words.at(start + len(printed)) - 1)
    if last < first:  # a line of marks: nothing of it is a word
        return names
    label = name_as_printed(reading, printed, end)
    found = Name(first, last, None, label, "body", "", "issuer-line")
    return sorted([*names, found], key=lambda name: name.first)


def _counts(cast: Cast) -> bool:
    if cast.name.kind == "class":
        return cast.role in ("addressee", "assignee")
    if cast.name.kind == "recipient":
        return cast.role in ("addressee", "recipient")
    return True


def _mention(reading: Reading, cast: Cast) -> Mention:
    name = cast.name
    start, end = reading.words.starts[name.first], reading.words.ends[name.last]
    attrs: dict[str, str | None] = {"role": cast.role}
    if name.id is None:
        attrs["name"] = name.name
    return reading.mention(start, end, "BODY", name.id, name.rule, **attrs)
