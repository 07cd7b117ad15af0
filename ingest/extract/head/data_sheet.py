"""The data sheet of an act on a portal (thuộc tính văn bản): "Số/Ký hiệu: …", "Ngày ban hành | 05/08/2021".

A row names a property and its value, behind a colon, in the next cell or on the next line. Two different
properties make a sheet; a single "Ngày ký: …" is the stamp of an electronic signature, no date of the act.
What the letterhead states counts before what the sheet says.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.documents import Letterhead, Stated
from ingest.extract.head.lines import part_of
from ingest.extract.issuer_level import is_central, level_of
from ingest.extract.reading import Reading
from ingest.extract.references.issuers import Issuers
from ingest.numbering.dates import find_dates
from ingest.numbering.numbers import doc_type_of, find_numbers
from ingest.text.normalise import bare_of

# The name of a property at the beginning of a line or cell, in the `bare` reading.
_PROPERTY = re.compile(
    r"^(?:[^\w\n]|_)*(?:(?P<number>so\s?(?:/|va)?\s?ki hieu|so\s?(?:/|va)?\s?ky hieu|so hieu|so van ban"
    r"|k[iy] hieu van ban|ki hieu|ky hieu)"
    r"|(?P<date>ngay (?:ban hanh|ky|ki|van ban|phat hanh))"
    r"|(?P<issuer>(?:co quan|noi|don vi) (?:ban hanh|phat hanh|ky|ki))"
    r"|(?P<type>(?:loai|hinh thuc|the loai) van ban)"
    r"|(?P<signer>nguoi k[iy])"
    r"|(?P<subject>trich yeu(?: noi dung)?|ve viec))"
    r"(?: van ban)?[ \t]*(?::|\||\t|\n)[ \t|]*",
    re.MULTILINE,
)
_MOST = 400  # characters of a value
_VALUE_END = re.compile(r"\n|\||\t")


def read_data_sheet(reading: Reading, head: Letterhead) -> Letterhead:
    """`head` with what it lacks and the sheet of the text states; unchanged where there is no sheet."""
    rows = _rows(reading)
    if len(rows) < 2:
        return head
    head = replace(
        head,
        number=head.number or _number(reading, rows),
        issued_on=head.issued_on or _date(reading, rows),
        doc_type=head.doc_type or _type(reading, rows),
    )
    return _issued(reading, _about(reading, head, rows), rows)


def _rows(reading: Reading) -> dict[str, tuple[int, int]]:
    """Where in the view the value of each property stands, the first of each."""
    view = reading.view
    rows: dict[str, tuple[int, int]] = {}
    for match in _PROPERTY.finditer(view.bare):
        stop = _VALUE_END.search(view.bare, match.end(), match.end() + _MOST)
        end = stop.start() if stop else min(len(view.bare), match.end() + _MOST)
        name = match.lastgroup or ""
        if view.bare[match.end() : end].strip() and view.text[match.start(name)].isupper():
            rows.setdefault(name, (match.end(), end))
    return rows


def _number(reading: Reading, rows: dict[str, tuple[int, int]]) -> Stated | None:
    """The number where it is all of its cell."""
    if "number" not in rows:
        return None
    start, end = rows["number"]
    found = next(iter(find_numbers(part_of(reading.view, start, end), reading.vocabulary)), None)
    if found is None or reading.view.text[start : start + found.start].strip(" *"):
        return None
    return reading.stated(found.value, start + found.start, start + found.end, "data-sheet")


def _date(reading: Reading, rows: dict[str, tuple[int, int]]) -> Stated | None:
    if "date" not in rows:
        return None
    start, end = rows["date"]
    date = next(iter(find_dates(part_of(reading.view, start, end))), None)
    if date is None or date.iso is None or date.precision != "day" or date.lead > 3:
        return None
    return reading.stated(date.iso, start + date.start, start + date.end, "data-sheet")


def _type(reading: Reading, rows: dict[str, tuple[int, int]]) -> Stated | None:
    """The type that its cell names, else that of the number's symbol."""
    if "type" in rows:
        start, end = rows["type"]
        said = reading.view.bare[start:end].strip(" *")
        for row in reading.vocabulary.doc_types:
            if bare_of(row.name) == said:
                return reading.stated(row.name, start, end, "data-sheet")
    if "number" not in rows:
        return None
    start, end = rows["number"]
    found = next(iter(find_numbers(part_of(reading.view, start, end), reading.vocabulary)), None)
    kind = doc_type_of(found, reading.vocabulary) if found else None
    return reading.stated(kind, start, end, "data-sheet") if kind else None


def _about(reading: Reading, head: Letterhead, rows: dict[str, tuple[int, int]]) -> Letterhead:
    """`head` with the sheet's abstract, for none or for one that was read off the page's title."""
    if "subject" not in rows:
        return head
    start, end = rows["subject"]
    begun = re.match(r"\W*(?:v/v|ve viec)\s*:?\s*", reading.view.bare[start:end])
    start += begun.end() if begun else 0
    text = reading.view.text[start:end]
    start, end = start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip(" *")))
    guessed = head.subject is None or head.subject.rule in ("abstract-alone", "title")
    if not guessed or start >= end:
        return head
    return replace(head, subject=reading.stated(reading.view.quote(start, end), start, end, "data-sheet"))


def _issued(reading: Reading, head: Letterhead, rows: dict[str, tuple[int, int]]) -> Letterhead:
    """`head` with the issuer that its cell names, and its level."""
    if "issuer" not in rows or (head.issuer is not None and not _of_sheet(reading, head.issuer)):
        return head
    start, end = rows["issuer"]
    text = reading.view.text[start:end]
    body = Issuers(reading, Letterhead()).at(start + len(text) - len(text.lstrip()))
    if body is None or body.id is None:
        return head
    name = " ".join(reading.view.bare[body.start : body.end].split())
    row = reading.vocabulary.bodies.get(body.id)
    central = is_central(name) or (row is not None and row.level == "central")
    said = reading.stated(body.id, body.start, body.end, "data-sheet")
    return replace(head, issuer=said, level="central" if central else level_of(name, "", body.id, ""))


def _of_sheet(reading: Reading, said: Stated) -> bool:
    """Whether words are the name of a property: "Số hiệu" looks like a department's name (sở)."""
    at, _ = reading.view.here(said.start, said.end)
    line = reading.view.text.rfind("\n", 0, at) + 1
    return _PROPERTY.match(reading.view.bare, line) is not None
