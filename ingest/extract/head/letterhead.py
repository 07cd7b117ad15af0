"""The document's own data (thể thức văn bản): number, date, type, issuer, province, signer, abstract.

Everything is read where the layout puts it (Decree 30/2020/NĐ-CP, annex I; Guidance 36-HD/VPTW); None where
it is not stated there. A page that reports an act gives that act's data (`reported`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.documents import Letterhead, Stated
from ingest.extract.head.data_sheet import read_data_sheet
from ingest.extract.head.issuer import read_issuer
from ingest.extract.head.lines import Piece, head_pieces, part_of, place_behind
from ingest.extract.head.own_number import unlisted_number
from ingest.extract.head.own_province import own_province
from ingest.extract.head.reported import read_reported
from ingest.extract.head.signer import read_signer
from ingest.extract.head.subject import read_subject
from ingest.extract.head.title_line import read_title_line
from ingest.extract.reading import Reading
from ingest.numbering.dates import FoundDate, find_dates
from ingest.numbering.numbers import FoundNumber, doc_type_of, find_numbers, issuer_of, parse_number
from ingest.segmenting.layout import lines_of
from ingest.segmenting.zone_cues import PLACE_DATE
from ingest.text.normalise import View, bare_of
from ingest.vocabulary import Vocabulary
from ingest.vocabulary.once import Once

# Before the date on its line: nothing, or a place of at most six words and a comma, perhaps behind the
# number.
_PLACE = re.compile(r"^\W*[^\W\d_][\w.'-]*(?:[ ]+(?:- )?\w[\w.'-]*){0,6}\s*[,.]?\s*$|^\W*$")
# "Nghị quyết này được … thông qua ngày 23 tháng 3 năm 2022."
_ADOPTED = re.compile(r"\bth.ng\s+qua\s+ng.y")
_THIS_ACT = re.compile(r"\bn.y\s+d..c\b[^.]*$")
# "Hôm nay, hồi 14 giờ 00 ngày 12 tháng 10 năm 2021", "Vào lúc 8h30, ngày 05/9/2021".
_TODAY = re.compile(r"(?:^|\n)\W*(?:hom nay|vao luc|vao hoi|hoi)\b[^.;]{0,60}?\bng.y\s[^.;]{6,40}")
_SIGNING_LINE = 160  # characters above the signature in which its date may stand
_OPENING = 1500  # characters of minutes in which the day must stand
# "Số:", "Nghị quyết số", "$6:" before the figures of the own number.
_NUMBER_WORD = re.compile(r"^\W*(?:[a-z]+ [a-z]+ )?(?:s[o60]|[$8]6|no)\s*[:.]?")
# The hour of a wire before its day: "Vinh, hồi 22 giờ 00 phút, ngày 13 tháng 6 năm 2021".
_HOUR = re.compile(r"(?:\bhoi |\bluc )?\d{1,2} ?(?:gio|h|g)(?: ?\d\d)?(?: ?phut)?\s*,?\s*(?:ngay)?\s*$")
# A scanner's "ngày" behind the place: "Hà Nội, ngài: 19 tháng 7", "ngdy".
_MISREAD_DAY = re.compile(r"\bng\w{1,3}\W*$")


def read_letterhead(reading: Reading) -> Letterhead:
    """The document's own data, each with the words that state it."""
    pieces = head_pieces(reading)
    signer = read_signer(reading)
    subject = read_subject(reading, pieces)
    number = _own_number(reading, pieces)
    date, problem = _own_date(reading, pieces, subject)
    owner = issuer_of(number, reading.vocabulary) if number else None
    issuer = read_issuer(reading, pieces, signer, number.issuer_code if number else "", owner)
    head = Letterhead(
        number=_stated_number(reading, number),
        doc_type=_doc_type(reading, pieces, number),
        issued_on=date,
        issuer=issuer.body,
        unit=issuer.unit,
        level=issuer.level,
        signer=signer,
        subject=subject,
        problems=(problem,) if problem else (),
    )
    kinds = {piece.kind for piece in pieces}
    titled = head if kinds & {"nation", "party"} else read_title_line(reading, head)
    if titled is not head:
        head, number = titled, None
    elif number is None and not kinds & {"number", "nation", "party", "type"}:
        head = read_reported(reading, head)
    head = read_data_sheet(reading, head)
    head = replace(head, province=own_province(reading, head, pieces))
    return _with_conflicts(reading, head, number)


def _own_number(reading: Reading, pieces: list[Piece]) -> FoundNumber | None:
    """The number on the number's line; never one that the abstract cites."""
    lines = [p for p in pieces if p.kind == "number"]
    if not lines:
        return None
    for line in lines:
        for part in find_numbers(
            part_of(reading.view, line.start, _line_end(pieces, line)), reading.vocabulary
        ):
            found = replace(part, start=part.start + line.start, end=part.end + line.start)
            whole = unlisted_number(reading, line.start, line.end)
            if whole is not None and whole.start == found.start and whole.end > found.end:
                return whole  # "12 /KH- HNDT": what is listed is only the beginning of the symbol
            return _whole(reading, found, _NUMBER_WORD.sub("", reading.view.bare[line.start : found.start]))
        if unknown := unlisted_number(reading, line.start, line.end):
            return unknown
    return None


def _line_end(pieces: list[Piece], line: Piece) -> int:
    """The end of the number's line, or of the next piece: a narrow column may break a number."""
    following = next((p for p in pieces if p.start >= line.end), None)
    broken = following is not None and following.kind == "text" and line.text.endswith(("/", "-"))
    return following.end if broken and following is not None else line.end


def _whole(reading: Reading, found: FoundNumber, between: str) -> FoundNumber | None:
    """The number, if nothing unread stands between "Số" and it; figures set apart ("1 0 9 4 3 /BYT-MT") are
    joined.
    """
    if not between.strip(" .:*_|-"):
        return found
    spaced = re.search(r"(?:\d\s)+$", between)
    if spaced is None or between[: spaced.start()].strip(" .:*"):
        return None
    start = found.start - len(spaced.group())
    digits = re.sub(r"\s", "", reading.view.text[start : found.start])
    joined = parse_number(digits + reading.view.text[found.start : found.end], reading.vocabulary)
    return replace(joined, start=start, end=found.end) if joined else None


def _stated_number(reading: Reading, found: FoundNumber | None) -> Stated | None:
    if found is None:
        return None
    return reading.stated(found.value, found.start, found.end, "own-number-line")


def _own_date(
    reading: Reading, pieces: list[Piece], subject: Stated | None
) -> tuple[Stated | None, str | None]:
    """The date of the place-and-date line, else of the adoption sentence; an impossible one is reported."""
    taken = reading.view.here(subject.start, subject.end) if subject else (0, 0)
    low, high = (pieces[0].start, pieces[-1].end) if pieces else (0, 0)
    for found in _dates(reading, low, high):
        piece = next((p for p in pieces if p.start <= found.start < p.end), None)
        if piece is None or taken[0] <= found.start < taken[1]:
            continue
        if piece.kind == "about":
            if place_behind(reading.view, piece.start, found.end) is not None:
                return _stated_date(reading, found, "place-and-date-line")
            continue
        if _is_place_date(reading, piece, found):
            return _stated_date(reading, found, "place-and-date-line")
    return _held_on(reading, pieces) or _above_signature(reading) or _adopted(reading)


def _dates(reading: Reading, low: int, high: int) -> list[FoundDate]:
    """The dates of the view's stretch [low, high)."""
    return [
        replace(d, start=d.start + low, end=d.end + low, lead=d.lead + low)
        for d in find_dates(_plain(part_of(reading.view, low, high)))
    ]


def _plain(part: View) -> View:
    """Without the underscores of Markdown's italics, which stick to figures: "_Hà Nội, ngày … năm 2021_"."""
    text, key, bare = (reading.replace("_", " ") for reading in (part.text, part.key, part.bare))
    return replace(part, text=text, key=key, bare=bare)


def _is_place_date(reading: Reading, piece: Piece, found: FoundDate) -> bool:
    behind = reading.view.bare[found.end : piece.end].strip(" .,;*_|")
    if (found.precision != "day" and not found.problem) or (behind and not re.match(r"s[o6]\b", behind)):
        return False
    lead = reading.view.text[piece.start : found.lead]
    if piece.kind == "number":
        lead = re.split(r"[/-][A-ZĐa-z][\w&.-]*", lead)[-1]
    lead = lead[: len(lead) - len(m.group())] if (m := _MISREAD_DAY.search(bare_of(lead))) else lead
    lead = lead[: hour.start()] if (hour := _HOUR.search(bare_of(lead))) else lead
    worded = "thang" in bare_of(found.printed) or found.lead < found.start
    place = lead.strip(" *|")
    if not worded and (not place.endswith(",") or re.match(r"(?:thu|chu nhat)\b", bare_of(place))):
        return False
    return bool(_PLACE.match(lead))


def _stated_date(reading: Reading, found: FoundDate, rule: str) -> tuple[Stated | None, str | None]:
    if found.iso is None:
        return None, f"impossible date {found.printed!r}: {found.problem}"
    return reading.stated(found.iso, found.start, found.end, rule), None


def _held_on(reading: Reading, pieces: list[Piece]) -> tuple[Stated | None, str | None] | None:
    """Of minutes (biên bản) the day with which they begin: "Hôm nay, vào lúc 8 giờ, ngày 12 tháng 10 …"."""
    if not any(p.kind == "type" and p.bare.strip(" *").startswith("bien ban") for p in pieces):
        return None
    behind = pieces[-1].start
    m = _TODAY.search(reading.view.bare, behind, behind + _OPENING)
    dates = _dates(reading, m.start(), m.end()) if m else []
    return _stated_date(reading, dates[0], "minutes-of-the-day") if dates else None


def _above_signature(reading: Reading) -> tuple[Stated | None, str | None] | None:
    """The line of place and date where it stands above the signature, as reports and notices have it."""
    signed = next((p for p in reading.provisions if p.kind == "signature"), None)
    if signed is None:
        return None
    begin, end = reading.view.here(signed.start, signed.end)
    begin = max(0, begin - _SIGNING_LINE)
    lines = [line for line in lines_of(reading.view, begin, end) if PLACE_DATE.search(line.bare)]
    for line in lines:
        date = next(iter(_dates(reading, line.start, line.end)), None)
        if date and _PLACE.match(reading.view.text[line.start : date.lead]) and not line.lower:
            return _stated_date(reading, date, "place-and-date-above-signature")
    return None


def _adopted(reading: Reading) -> tuple[Stated | None, str | None]:
    """The date of the sentence that says when this act was adopted, the last one."""
    for m in reversed(list(_ADOPTED.finditer(reading.view.bare))):
        sentence = reading.view.bare[max(0, m.start() - 200) : m.start()]
        dates = [d for d in _dates(reading, m.start(), m.end() + 40) if d.iso and d.precision == "day"]
        if dates and _THIS_ACT.search(sentence):
            return _stated_date(reading, dates[0], "adoption-sentence")
    return None, None


def _doc_type(reading: Reading, pieces: list[Piece], number: FoundNumber | None) -> Stated | None:
    """The type by its name in the head, else by the number's symbol; a letter (công văn) has no name."""
    for piece in pieces:
        if piece.kind == "type" and (name := _type_name(reading, piece.bare)):
            return reading.stated(name, piece.start, piece.end, "type-name")
    for piece in pieces:
        if piece.kind == "number" and (name := _type_name(reading, piece.bare)):
            return reading.stated(name, piece.start, piece.end, "type-before-number")
    if number is not None and (kind := doc_type_of(number, reading.vocabulary)):
        return reading.stated(kind, number.start, number.end, "type-by-symbol")
    return _letter(reading, pieces)


def _type_name(reading: Reading, bare: str) -> str | None:
    plain = bare.strip(" *\t-")
    plain = f"{plain.removeprefix('official ')} "
    names = _type_names(reading.vocabulary)
    begun = (item for item in names if plain.startswith(item[0]))
    return next((name for form, name in begun if not plain[len(form)].isalnum()), None)


def _compiled_names(vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    """(form in the `bare` reading, canonical name), Vietnamese and English, the longest form first."""
    rows = vocabulary.doc_types
    forms = {t.name_en.lower(): t.name for t in rows[::-1] if t.name_en} | {
        bare_of(t.name): t.name for t in rows
    }
    return tuple(sorted(forms.items(), key=lambda item: -len(item[0])))


_type_names = Once(_compiled_names)


def _letter(reading: Reading, pieces: list[Piece]) -> Stated | None:
    """A head with a number's line left blank or unread, V/v and addressees is a letter (công văn)."""
    line = next((p for p in pieces if p.kind == "number"), None)
    addressed = any(p.kind == "addressees" for p in reading.provisions)
    about = any(p.kind == "about" for p in pieces)
    if line is None or not (about or addressed):
        return None
    return reading.stated("Công văn", line.start, line.end, "letter-by-layout")


def _with_conflicts(reading: Reading, head: Letterhead, number: FoundNumber | None) -> Letterhead:
    """A remark where the symbol says another type than the name (GUIDELINES rule 9)."""
    if number is None or head.doc_type is None or head.number is None:
        return head
    told = doc_type_of(number, reading.vocabulary)
    if told is None or told == head.doc_type.value or (told == "Công văn" and not number.type_code):
        return head
    remark = f"the symbol {head.number.quote!r} says {told}, the text {head.doc_type.value}"
    return replace(head, problems=(*head.problems, remark))
