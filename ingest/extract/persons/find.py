"""Private persons in a text (thông tin cá nhân): the spans that are hidden wherever the text is shown.

Law on cyberinformation security 86/2015/QH13, article 3(15), and Decree 13/2023/NĐ-CP, article 2, call name,
birth, home, telephone and card personal data, and health data sensitive. What an official does in office is
none of it: signers and whoever is named with an office stay. A name that is hidden once is hidden throughout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from ingest.documents import Private
from ingest.extract.persons import cues
from ingest.extract.persons.details import (
    BIRTH,
    BORN_IN_BRACKETS,
    BORN_IN_CELL,
    Detail,
    clause_end,
    details,
    tells_person,
)
from ingest.extract.persons.names import Names, names_of
from ingest.extract.reading import Reading
from ingest.text.readings import lower_case

_ADDRESSED = frozenset({"addressees", "recipients"})
_CAPITALS = re.compile(
    r"((?:[^\W\d_]+(?: |\.?(?=[\s,(:–-])))+)\s*[,(:|\t–-]?\s*(?:(?:nam|nữ)\s*[,|\t]?\s*)?\Z"
)
_LISTED = re.compile(r"^[ \t]{0,20}\d{1,3}[.)] {1,5}[^\W\d_][^\n\d(]{3,40}(?=\()", re.MULTILINE)
_WORD_BEFORE = re.compile(r"([^\W\d_]+) \Z")
_BACK = 120  # characters before a name in which what it is about may stand


def find_private(reading: Reading) -> tuple[Private, ...]:
    """The stretches of the text that tell who a private person is, apart and in order of the text."""
    text, names = reading.view.text, names_of(reading.vocabulary)
    lowered = lower_case(text)
    found = {
        *_codes(text, lowered),
        *_named(text, lowered, names),
        *_addressed(reading, text, lowered, names),
    }
    signed = [(p.start, p.end) for p in reading.provisions if p.kind == "signature"]
    first = [one for one in found if not _inside(signed, reading.view.home(one.start, one.end)[0])]
    spans = [
        (*reading.view.home(start, end), kind)
        for start, end, kind in _apart(sorted({*first, *_again(text, lowered, names, first)}))
    ]
    return tuple(Private(a, b, kind) for a, b, kind in spans if not _inside(signed, a))


def _inside(zones: list[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in zones)


def _again(text: str, lowered: str, names: Names, found: list[Detail]) -> Iterator[Detail]:
    """The further places of the names that were found: not a longer name, an official's, a street's."""
    said = {" ".join(lowered[one.start : one.end].split()) for one in found if one.kind == "name"}
    for name in said:
        words = r"\s+".join(map(re.escape, name.split()))
        for match in re.finditer(rf"(?<!\w){words}(?!\w)", lowered):
            start, end = match.span()
            borne = cues.BEARER.search(text, max(0, start - 20), start)
            longer = (names.at(text, start) or end) > end
            if text[start].isupper() and not (borne or longer or _is_official(text, start, end)):
                yield Detail(start, end, "name")


def _addressed(reading: Reading, text: str, lowered: str, names: Names) -> Iterator[Detail]:
    """Who is written to as "ông", "bà" and without an office: one of the people."""
    zones = [(p.start, p.end) for p in reading.provisions if p.kind in _ADDRESSED]
    for match in chain.from_iterable(courtesy.finditer(lowered) for courtesy in cues.COURTESY if zones):
        if _inside(zones, reading.view.home(*match.span())[0]):
            end = names.at(text, match.end())
            if end is not None and not _is_official(text, match.start(), end):
                yield from _persons(text, match.end(), names)


def _apart(found: list[Detail]) -> Iterator[Detail]:
    """Stretches that do not overlap: of two that do the first, and what the second adds."""
    last = 0
    for one in found:
        if one.end > last:
            yield Detail(max(one.start, last), one.end, one.kind)
            last = one.end


def _codes(text: str, lowered: str) -> Iterator[Detail]:
    for match in chain.from_iterable(code.finditer(lowered) for code in cues.CODE):
        yield Detail(*match.span(), "code")
        yield from (d for d in details(text, match.end(), clause_end(text, match.end())) if d.kind == "birth")


def _named(text: str, lowered: str, names: Names) -> Iterator[Detail]:
    for match in cues.PRIVATE.finditer(lowered):
        if _in_a_name(text, match.start()) or _comrade(text, match.start()):
            continue
        if not match["pupil"] or _pupil(text, match.end(), names):
            yield from _persons(text, match.end(), names, ill=match["ill"] is not None)
    for match in chain.from_iterable(courtesy.finditer(lowered) for courtesy in cues.COURTESY):
        end = names.at(text, match.end())
        if end is not None and _is_private(text, match.start(), end):
            yield from _persons(text, match.end(), names)
    for start, end in _before_birth(text, lowered, names):
        if not _is_official(text, start, end):
            yield from _persons(text, start, names)


def _before_birth(text: str, lowered: str, names: Names) -> Iterator[tuple[int, int]]:
    """Names right before a year of birth: "; Phạm Thị Lan, sinh năm 1981", also in cells of a table."""
    births = BIRTH.finditer(text) if any(like.search(lowered) for like in cues.BIRTH_LIKE) else ()
    for birth in chain(births, BORN_IN_CELL.finditer(text), _in_a_list(text)):
        if before := _CAPITALS.search(text, max(0, birth.start() - 60), birth.start()):
            end = names.at(text, before.start(1))
            if end == before.start(1) + len(before[1].rstrip()):
                yield before.start(1), end


def _in_a_list(text: str) -> Iterator[re.Match[str]]:
    """Years in brackets in a line that begins with a number and a name; elsewhere they may be a book's."""
    for line in _LISTED.finditer(text):
        if born := BORN_IN_BRACKETS.match(text, line.end()):
            yield born


def _pupil(text: str, start: int, names: Names) -> bool:
    """Whether a name behind "học sinh" is not that of the school."""
    end = names.at(text, start)
    if end is None or cues.CERTAIN.search(text, max(0, start - 20), start):
        return end is not None
    behind = cues.PUPIL.match(text, end) or cues.ILL_BEHIND.match(text, end)
    return bool(behind) or tells_person(text, end, clause_end(text, end))


def _persons(text: str, start: int, names: Names, *, ill: bool = False) -> Iterator[Detail]:
    """The person whose name begins at `start`, and those who are named in one row with it; who is ill is
    hidden in office, too."""
    end = names.at(text, start)
    numbered = cues.NUMBERED.search(text, max(0, start - 30), start)
    while (
        end is not None and _is_person(text, start, end) and (ill or not cues.OFFICE_AFTER.match(text, end))
    ):
        yield Detail(start, end, "name")
        stop = clause_end(text, end)
        yield from details(text, end, stop)
        following = cues.GOES_ON.match(text, end)
        if numbered:
            following = cues.NEXT_NUMBER.match(text, stop) or following
        start = following.end() if following else len(text)
        end = names.at(text, start)


def _is_person(text: str, start: int, end: int) -> bool:
    """Whether what looks like a name is one: a place of two words does, too, and may have a count behind."""
    if cues.COUNTED.match(text, end):
        return False
    words = text[start:end].split()
    certain = len(words) > 2 or "." in words[0] or cues.CERTAIN.search(text, max(0, start - 20), start)
    return bool(certain) or tells_person(text, end, clause_end(text, end))


def _in_a_name(text: str, start: int) -> bool:
    """Whether a cue is a part of a name: "Anh" in "Nguyễn Hoàng Anh Tuấn"."""
    before = _WORD_BEFORE.search(text, max(0, start - 20), start)
    return text[start].isupper() and before is not None and before.group(1)[0].isupper()


def _comrade(text: str, start: int) -> bool:
    return cues.COMRADE_BEFORE.search(text, max(0, start - 20), start) is not None


def _is_private(text: str, start: int, end: int) -> bool:
    """Whether "ông", "bà" at `start`, with a name up to `end`, is one of the people and no official."""
    if _is_official(text, start, end):
        return False
    if cues.ILL_BEHIND.match(text, end) or tells_person(text, end, clause_end(text, end)):
        return True
    return bool(cues.MATTER.search(_before(text, start)))


def _is_official(text: str, start: int, end: int) -> bool:
    """Whether an office stands beside a name: right behind it, in its clause, or before it with nothing
    between that private people are written about."""
    if cues.OFFICE_AFTER.match(text, end) or cues.OFFICE_BEHIND.search(text, end, clause_end(text, end)):
        return True
    before = _before(text, start)
    office = cues.OFFICE_BEFORE.search(before)
    return office is not None and not cues.MATTER.search(before, office.start())


def _before(text: str, start: int) -> str:
    """What stands before a name in its sentence."""
    before = text[max(0, start - _BACK) : start]
    return before[max(before.rfind("\n"), before.rfind(". "), before.rfind(";")) + 1 :]
