"""The signing block (chữ ký): who signs, in which office, for whom."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.documents import Signer, Stated
from ingest.extract.reading import Reading
from ingest.segmenting import zone_cues as cues
from ingest.segmenting.columns import columns
from ingest.segmenting.layout import is_caps, lines_of
from ingest.text.normalise import key_of

# Ranks and degrees before a name: "PGS.TS. Nguyễn Văn An", "Đại tá Lê Hồng", "BS. Trần Minh".
_RANK = re.compile(
    r"^(?:(?:gs|pgs|ts|ths|bs|bsck|ck|cki|ckii|ks|cn|ds|luat su)[.,\s]+|(?:dai ta|thuong ta|trung ta|thieu ta"
    r"|thieu tuong|trung tuong|dai tuong|thuong tuong|dai uy|thuong uy|dong chi|d/c)[,\s]+)+"
)
_SIGNED = re.compile(r"\s*\(?\s*đã ký\s*\)?\s*:?\s*|\s*[./]+$", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W\d_]['’]?[^\W\d_]*(?:-[^\W\d_]+)?$|[^\W\d_]+$")
_NO_NAME = re.compile(
    r"\b(?:ủy ban|ban|bộ|sở|văn phòng|nơi nhận|tỉnh|thành phố|việt nam|quốc hội|chính phủ|đảng|liên đoàn)\b"
)


def read_signer(reading: Reading) -> Signer:
    """The signer; parts that the text does not state are None."""
    pieces = _pieces(reading)
    text, bare = reading.view.text, reading.view.bare
    capacity = [(a, b) for a, b in pieces if _is_capacity(text[a:b], bare[a:b])]
    offices = [
        (a, b) for a, b in pieces if (a, b) not in capacity and _is_office(text[a:b], bare[a:b], a, capacity)
    ]
    last = max((b for _, b in (*capacity, *offices)), default=None)
    if last is None:
        return Signer()
    after = [(a, b) for a, b in pieces if a >= last]
    name = next((found for a, b in after if (found := _name(reading, a, b))), None)
    return Signer(name, _role(reading, offices), _capacity(reading, capacity))


def _pieces(reading: Reading) -> list[tuple[int, int]]:
    """The pieces of the signing block's lines, without cell edges and leftovers of Markdown."""
    view = reading.view
    spans = [view.here(p.start, p.end) for p in reading.provisions if p.kind == "signature"]
    lines = [line for start, end in spans for line in lines_of(view, start, end)]
    found = [_stripped(view.text, a, b) for line in lines for a, b in columns(view, line)]
    return [(a, b) for a, b in found if a < b]


def _stripped(text: str, a: int, b: int) -> tuple[int, int]:
    while a < b and text[a] in "|*_\\# \t":
        a += 1
    while a < b and text[b - 1] in "|*_\\ \t":
        b -= 1
    return a, b


def _is_capacity(text: str, bare: str) -> bool:
    return bool(cues.CAPACITY.match(bare)) and cues.is_signing(text, bare) and not cues.OFFICE.match(bare)


def _is_office(text: str, bare: str, start: int, capacity: list[tuple[int, int]]) -> bool:
    """An office in capitals, or under a signing mark a short one in small letters ("Phó Chủ tịch")."""
    if cues.is_signing(text, bare):
        return True
    under = bool(capacity) and 0 <= start - capacity[-1][1] < 40
    return under and bool(cues.OFFICE.match(bare)) and len(text) < 40 and text[-1:] not in ";,."


def _capacity(reading: Reading, lines: list[tuple[int, int]]) -> Stated | None:
    if not lines:
        return None
    text = reading.view.text
    value = "\n".join(text[a:b] for a, b in lines)
    joined = all(not text[b:c].strip() for (_, b), (c, _) in pairwise(lines))
    end = lines[-1][1] if joined else lines[0][1]
    return reading.stated(value, lines[0][0], end, "signing-mark")


def _role(reading: Reading, lines: list[tuple[int, int]]) -> Stated | None:
    if not lines:
        return None
    a, b = lines[-1]
    return reading.stated(reading.view.text[a:b], a, b, "office-in-capitals")


def _name(reading: Reading, a: int, b: int) -> Stated | None:
    """A person's name: two to five capitalised words without a figure, not a body's name."""
    text, bare = reading.view.text, reading.view.bare
    if m := _RANK.match(bare[a:b]):
        a += m.end()
    words = _SIGNED.sub("", text[a:b])
    if not words or words not in text[a:b]:
        return None
    a = text.index(words, a)
    parts = words.split()
    # Of the Central Highlands one word with an apostrophe is a whole name: "K'Brel", "Y'Bhim".
    named = (2 <= len(parts) <= 5 or "'" in words[1:3]) and all(
        _NAME_WORD.match(w) and w[0].isupper() for w in parts
    )
    surname = key_of(parts[0])
    if is_caps(words) and not any(
        c.effect == "surname" and c.words == surname for c in reading.vocabulary.name_cues
    ):
        return None
    if (
        not named
        or _NO_NAME.search(reading.view.key[a : a + len(words)])
        or (is_caps(words) and cues.OFFICE.match(bare[a:]))
    ):
        return None
    return reading.stated(words, a, a + len(words), "name-under-office")
