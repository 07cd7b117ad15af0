"""The same document of another province: its provinces, bodies, numbers and dates swapped for others.

Every swap is one for one inside a document, so that two acts stay two and a number cited twice stays one.
What a word list ties to its name is left alone: regimes named after a directive, a department that issues
the document, a name that a longer one holds ("Thái Bình Dương").
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bench.corpora import Json
from bench.edits import Edit, Swapped
from bench.spans import label
from ingest.text.normalise import bare_of, key_of
from ingest.vocabulary import shipped

# Not swapped: names that are a person's, a city's and a province's at once, or written in many ways.
_SHY = {"Hồ Chí Minh", "Thừa Thiên Huế", "Bà Rịa - Vũng Tàu", "Hòa Bình"}
_CORES = (
    {
        "so-yt": "Y tế",
        "so-tttt": "Thông tin và Truyền thông",
        "so-gddt": "Giáo dục và Đào tạo",
        "so-gtvt": "Giao thông vận tải",
        "so-ldtbxh": "Lao động - Thương binh và Xã hội",
        "so-ct": "Công Thương",
        "so-tc": "Tài chính",
        "so-khdt": "Kế hoạch và Đầu tư",
        "so-nn": "Nông nghiệp và Phát triển nông thôn",
    },
    {"btgtu": "Tuyên giáo", "bdvtu": "Dân vận", "bnctu": "Nội chính"},
)


def swap(text: str, gold: Json, chance: random.Random) -> tuple[list[Edit], Swapped]:
    """Edits of a text and the values that change with them."""
    edits: list[Edit] = []
    swapped = Swapped(
        _provinces(text, chance, edits),
        _bodies(gold, chance, edits),
        _numbers(gold, chance, edits),
        _dates(text, gold, chance, edits),
    )
    return edits, swapped


def _cycle(items: Sequence[str], chance: random.Random) -> dict[str, str]:
    order = chance.sample(items, len(items))
    return {**dict(pairwise(order)), order[-1]: order[0]} if len(order) > 1 else {}


def _provinces(text: str, chance: random.Random, edits: list[Edit]) -> dict[str, str]:
    bare = bare_of(text)
    rows = {c: p for c, p in shipped().provinces.items() if p.name not in _SHY and _plain(p.name, text, bare)}
    table: dict[str, str] = {}
    for kind in sorted({row.type for row in rows.values()}):
        table.update(_cycle([code for code, row in rows.items() if row.type == kind], chance))
    longer = tuple(cue.words for cue in shipped().name_cues if cue.effect == "longer")
    for code, other in table.items():
        for match in _named(rows[code].name, text):
            if match.group()[0].isupper() and not key_of(text[match.start() :][:40]).startswith(longer):
                name = rows[other].name
                edits.append(Edit(*match.span(), name.upper() if match.group().isupper() else name))
    return table


def _named(name: str, text: str) -> list[re.Match[str]]:
    return [*re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)]


def _plain(name: str, text: str, bare: str) -> bool:
    """Whether a province is written in one way wherever it stands: with its marks, on one line."""
    spelt = r"\W+".join(re.escape(word) for word in bare_of(name).split())
    return len(_named(name, text)) == len(re.findall(rf"(?<!\w){spelt}(?!\w)", bare))


def _bodies(gold: Json, chance: random.Random, edits: list[Edit]) -> dict[str, str]:
    swapped: dict[str, str] = {}
    mentions = label(gold["mentions"], "BODY")
    tied = {m["attrs"]["issuer"] for m in label(gold["mentions"], "REFERENCE")} | {gold["document"]["issuer"]}
    for cores in _CORES:
        free = [key for key in cores if key not in tied and _whole(mentions, key, cores[key])]
        for key, other in _cycle(free, chance).items():
            swapped[key] = other
            for mention in (m for m in mentions if m["id"] == key):
                at = mention["start"] + mention["quote"].index(cores[key])
                edits.append(Edit(at, at + len(cores[key]), cores[other]))
    return swapped


def _whole(mentions: Sequence[Json], key: str, core: str) -> bool:
    return all(m["quote"].count(core) == 1 for m in mentions if m["id"] == key)


def _numbers(gold: Json, chance: random.Random, edits: list[Edit]) -> dict[str, str]:
    references = [m for m in label(gold["mentions"], "REFERENCE") if m["attrs"]["number"]]
    measures = label(gold["mentions"], "MEASURE")
    tied = {r["attrs"]["number"] for r in references if any(_inside(r, m) or _inside(m, r) for m in measures)}
    serials = {r["attrs"]["number"]: re.match(r"\d+", r["attrs"]["number"]) for r in references}
    taken = {found.group().lstrip("0") for found in serials.values() if found}
    swapped: dict[str, str] = {}
    for number, found in serials.items():
        places = [p for r in references if r["attrs"]["number"] == number for p in _serial_in(r, found)]
        wanted = sum(r["attrs"]["number"] == number for r in references)
        if found is None or number in tied or len(places) != wanted:
            continue
        other = _other_serial(found.group(), taken, chance)
        taken.add(other)
        swapped[number] = other + number[found.end() :]
        edits += [Edit(start, end, other) for start, end in places]
    return swapped


def _inside(one: Json, other: Json) -> bool:
    return bool(other["start"] <= one["start"] and one["end"] <= other["end"])


def _serial_in(reference: Json, found: re.Match[str] | None) -> Iterator[tuple[int, int]]:
    """Where the serial stands in a reference; nothing where that is not certain."""
    if found is None:
        return
    serial = found.group().lstrip("0")
    whole = rf"(?<![\d/.-])0*{serial}(?=\s?[-/]\s?(?:[^\W\d]|\d{{4}}/[^\W\d])|$)"
    hits = [*re.finditer(whole, reference["quote"])]
    if len(hits) == 1:
        yield reference["start"] + hits[0].start(), reference["start"] + hits[0].end()


def _other_serial(serial: str, taken: set[str], chance: random.Random) -> str:
    digits = max(2, len(serial))
    while True:
        other = str(chance.randrange(10 ** (digits - 1), 10**digits))
        if other not in taken and other not in ("15", "16", "19", "128"):
            return other


def _dates(text: str, gold: Json, chance: random.Random, edits: list[Edit]) -> dict[str, str]:
    """Another day of the month, wherever the day is written with its month and year."""
    dates = {m["attrs"]["date"] for m in label(gold["mentions"], "REFERENCE")}
    dates.add(gold["document"]["issued_on"])
    swapped: dict[str, str] = {}
    for date in sorted(d for d in dates if d):
        year, month, day = (int(part) for part in date.split("-"))
        written = rf"(?<![\d/.-])0?{day}(?=\s?[-/.]\s?0?{month}(?!\d)|\s+tháng\s+0?{month}(?!\d))"
        days = [*re.finditer(written, text, re.IGNORECASE)]
        whole = rf"[^\d]{{1,8}}0?{month}(?:\s?[-/.]\s?|\s+năm\s+){year}"
        if not days or not all(re.match(whole, text[m.end() :][:40], re.IGNORECASE) for m in days):
            continue
        other = f"{year:04d}-{month:02d}-{_other_day(day, year, month, swapped, chance):02d}"
        swapped[date] = other
        edits += [Edit(*m.span(), other[-2:]) for m in days]
    return swapped


def _other_day(day: int, year: int, month: int, taken: dict[str, str], chance: random.Random) -> int:
    days = [d for d in range(10, 29) if d != day and f"{year:04d}-{month:02d}-{d:02d}" not in taken.values()]
    return chance.choice(days)
