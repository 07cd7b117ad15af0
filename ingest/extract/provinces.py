"""Provinces (tỉnh, thành phố trực thuộc trung ương): 63 units of 2020.

A name is a province only where the words around it let it be one: not a provincial city ("thành phố Lào
Cai"), a district, street, river, bridge or market of that name, not a person ("Đặng Hoà Bình"), not part of a
longer name ("Thái Bình Dương"). Span edges by GUIDELINES rule 14: without "tỉnh", with "thành phố", "TP." of
the five cities under the centre.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.documents import Mention
from ingest.extract.place_context import Context, name_cues, unmarked
from ingest.extract.reading import Reading
from ingest.text.normalise import bare_of, key_of
from ingest.text.words import Hit, Phrases, Words
from ingest.vocabulary import Province, Vocabulary

CITIES = frozenset({"01", "31", "48", "79", "92"})
# Names that are first of all something else: a person, a city of the province, an old name. They need
# company.
_SHY = frozenset({"hồ chí minh", "huế", "sài gòn", "vũng tàu", "hcm"})
_SHY_BARE = frozenset(map(bare_of, _SHY))


@dataclass(frozen=True, slots=True)
class _Names:
    marked: Phrases
    marked_codes: tuple[tuple[str, str], ...]  # (code, phrase)
    bare: Phrases
    bare_codes: tuple[tuple[str, str], ...]


def find_provinces(reading: Reading) -> tuple[Mention, ...]:
    """PROVINCE mentions in text order, without overlap."""
    found = places(reading.words, reading.vocabulary)
    return tuple(reading.mention(p.start, p.end, "PROVINCE", p.code, p.rule) for p in found)


@dataclass(frozen=True, slots=True)
class Place:
    """A province named at view span [start, end)."""

    start: int
    end: int
    code: str
    rule: str


def places(words: Words, vocabulary: Vocabulary) -> list[Place]:
    """The provinces named among `words`, in text order."""
    context = Context(words, name_cues(vocabulary.name_cues), unmarked(words))
    found: list[Place] = []
    last_end = -1
    blocked_until = -1  # word index up to which a chain of street names reaches
    for hit, code, name, exact in _hits(words, vocabulary):
        if hit.first <= last_end:
            continue
        if context.listed(blocked_until, hit.first):
            blocked_until = last_end = hit.last
            continue
        if context.names_other(hit, code in CITIES):
            blocked_until = hit.last if context.chains(hit) else blocked_until
            last_end = hit.last
            continue
        listed = bool(found) and context.listed(words.before(found[-1].end), hit.first)
        rule = _rule(context, hit, code, name, exact=exact, listed=listed)
        if rule:
            found.append(_place(words, context, hit, code, rule))
            last_end = hit.last
    return found


def _rule(context: Context, hit: Hit, code: str, name: str, *, exact: bool, listed: bool) -> str | None:
    """The rule by which a name is a province here, or None.

    `name-with-type-word`: "tỉnh Tây Ninh", "TP. Hà Nội"; `name-in-list`: "Bắc Giang, Hồ Chí Minh",
    and with a lost mark "Bình Phước, Đông Nai"; `name`:
    capitalised, its marks whole; `unmarked-name`: "Dong Nai" in a text without marks; `abbreviation-in-list`.
    """
    if context.titled(hit, code in CITIES):
        return "name-with-type-word"
    if len(name) <= 4 and " " not in name and name != "huế":
        return "abbreviation-in-list" if listed and name == "hcm" else None
    if not exact and not context.unmarked:
        return "name-in-list" if listed else None
    if name in (_SHY if exact else _SHY_BARE):
        return "name-in-list" if listed or context.placed(hit) else None
    return "name" if exact else "unmarked-name"


def _place(words: Words, context: Context, hit: Hit, code: str, rule: str) -> Place:
    first = context.city_start(hit) if code in CITIES else hit.first
    last = hit.last
    if words.bare(last) == "minh" and last + 1 < len(words) and words.bare(last + 1) == "city":
        last += 1
    start, end = words.span(first, last)
    return Place(start, end, code, rule)


def _hits(words: Words, vocabulary: Vocabulary) -> Iterator[tuple[Hit, str, str, bool]]:
    """Names found, from left to right, the longest first: (hit, code, name, whether its marks are whole)."""
    names = _names(tuple(vocabulary.provinces.values()))
    found = [(h, *names.marked_codes[h.phrase], True) for h in names.marked.find(words)]
    exact = {(h.first, h.last) for h, _, _, _ in found}
    found += [
        (h, *names.bare_codes[h.phrase], False)
        for h in names.bare.find(words)
        if (h.first, h.last) not in exact
    ]
    found.sort(key=lambda item: (item[0].first, -item[0].last, not item[3]))
    yield from found


def _compiled(rows: tuple[tuple[str, str], ...]) -> _Names:
    bare = tuple(dict.fromkeys((code, bare_of(name)) for code, name in rows))
    return _Names(Phrases(n for _, n in rows), rows, Phrases((n for _, n in bare), bare=True), bare)


def _plain(name: str) -> str:
    """A name in the `key` reading, without "TP." and "Thủ đô": the context rules add what belongs to the
    span.
    """
    words = " ".join(w for w in re.split(r"[\s.,–-]+", key_of(name)) if w)
    return words.removeprefix("tp ").removeprefix("thủ đô ")


@lru_cache(maxsize=4)
def _names(provinces: tuple[Province, ...]) -> _Names:
    rows: dict[tuple[str, str], None] = {}
    for province in provinces:
        for name in (province.name, *province.aliases):
            rows[(province.code, _plain(name))] = None
    return _compiled(tuple(rows))
