"""An act without a letterhead whose title tells its data (bản trích, văn bản đăng lại).

"TRÍCH NGHỊ QUYẾT SỐ 11-NQ/TU NGÀY 19/11/2021 CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH …", as excerpts and collections
of acts are headed. The type's name must stand in capitals at the beginning of the text: in small letters such
words are the headline of an article about the act.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.documents import Letterhead, Stated
from ingest.extract.head.lines import part_of
from ingest.extract.issuer_level import is_central, level_of
from ingest.extract.reading import Reading
from ingest.extract.references.issuers import Issuer, Issuers
from ingest.numbering.dates import FoundDate, find_dates
from ingest.numbering.numbers import FoundNumber, find_numbers
from ingest.segmenting.layout import is_caps
from ingest.text.normalise import bare_of

_REACH = 600  # characters in which the title must stand
# "TRÍCH", "(TRÍCH)", "BẢN TRÍCH" before the type's name.
_EXCERPT = r"\W*(?:(?:ban )?trich(?: luc| sao)?\W+)?"
_TO_DATE = re.compile(r"[\s,(]*(?:ban hanh|ky)?\s*$")
_TO_ISSUER = re.compile(r"[\s,)]*(?:cua\s+)")
# The subject behind the data, to a blank line or the end of a sentence.
_SUBJECT = re.compile(r"\W*?(?:về\s+việc\s+(?=\S)|(?=về\s))", re.IGNORECASE)
_SUBJECT_END = re.compile(r"\n\s*\n|[.;:](?=\s)|\n(?=\s*[(\[*-])")


def read_title_line(reading: Reading, head: Letterhead) -> Letterhead:
    """`head` with the data that the text's title states; unchanged where it is no such title."""
    low = _begins(reading)
    found = next(iter(find_numbers(part_of(reading.view, low, low + _REACH), reading.vocabulary)), None)
    if found is None:
        return head
    found = replace(found, start=found.start + low, end=found.end + low)
    named = _type(reading, low, found)
    if named is None:
        return head
    date = _date(reading, found)
    issuer = _issuer(reading, date.end if date else found.end)
    end = max(found.end, date.end if date else 0, issuer.end if issuer else 0)
    head = replace(
        head,
        number=reading.stated(found.value, found.start, found.end, "title-line"),
        doc_type=named,
        issued_on=reading.stated(date.iso, date.start, date.end, "title-line") if date and date.iso else None,
        subject=_subject(reading, end) or head.subject,
    )
    return _issued_by(reading, head, issuer, found) if issuer and issuer.id else head


def _begins(reading: Reading) -> int:
    """Where the text begins behind the page's furniture."""
    first = next((p for p in reading.provisions if p.kind != "furniture"), None)
    return reading.view.here(first.start, first.end)[0] if first else 0


def _type(reading: Reading, low: int, found: FoundNumber) -> Stated | None:
    """The type's name in capitals, with nothing but "SỐ" between it and the number."""
    before = reading.view.bare[low : found.start]
    for name in sorted({t.name for t in reading.vocabulary.doc_types}, key=lambda n: -len(n)):
        m = re.fullmatch(rf"{_EXCERPT}({re.escape(bare_of(name))})\s*(?:so)?\s*:?\s*", before)
        if m and is_caps(reading.view.text[low + m.start(1) : low + m.end(1)]):
            return reading.stated(name, low + m.start(1), low + m.end(1), "title-line")
    return None


def _date(reading: Reading, found: FoundNumber) -> FoundDate | None:
    """The date right behind the number."""
    part = part_of(reading.view, found.end, found.end + 60)
    date = next(iter(find_dates(part)), None)
    if date is None or date.precision != "day" or not _TO_DATE.fullmatch(part.bare[: date.lead]):
        return None
    return replace(date, start=date.start + found.end, end=date.end + found.end, lead=date.lead + found.end)


def _issuer(reading: Reading, end: int) -> Issuer | None:
    """The body behind "CỦA"."""
    m = _TO_ISSUER.match(reading.view.bare, end)
    return Issuers(reading, Letterhead()).at(m.end()) if m else None


def _issued_by(reading: Reading, head: Letterhead, issuer: Issuer, found: FoundNumber) -> Letterhead:
    assert issuer.id is not None
    name = " ".join(reading.view.bare[issuer.start : issuer.end].split())
    row = reading.vocabulary.bodies.get(issuer.id)
    central = is_central(name) or (row is not None and row.level == "central")
    level = "central" if central else level_of(name, "", issuer.id, found.issuer_code)
    said = reading.stated(issuer.id, issuer.start, issuer.end, "title-line")
    return replace(head, issuer=said, level=level)


def _subject(reading: Reading, end: int) -> Stated | None:
    """ "về …", without "Về việc"; None where the title ends with its data."""
    m = _SUBJECT.match(reading.view.text, end)
    if m is None:
        return None
    stop = _SUBJECT_END.search(reading.view.text, m.end())
    last = stop.start() if stop else len(reading.view.text)
    return reading.stated(reading.view.quote(m.end(), last), m.end(), last, "title-line")
