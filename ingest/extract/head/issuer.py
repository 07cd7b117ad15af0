"""The issuing body (cơ quan ban hành): who speaks, at which level, for which district or department.

The letterhead names the body, or its committee; who speaks in its name is told by the preamble and by the
signing marks (`speaker`). GUIDELINES, document.issuer and rule 7.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.documents import Level, Signer, Stated
from ingest.extract.boards import boards_of
from ingest.extract.bodies.head_body import body_in_head, name_as_printed, without_place
from ingest.extract.bodies.other_boards import is_another_board
from ingest.extract.head import speaker
from ingest.extract.head.lines import Piece
from ingest.extract.issuer_level import COMMUNE, DISTRICT, is_town, level_of, unit_of
from ingest.extract.reading import Reading
from ingest.keys import local_body
from ingest.text.normalise import bare_of
from ingest.vocabulary import Vocabulary
from ingest.vocabulary.once import Once

# A piece that goes on with the name above it: "TỈNH NAM ĐỊNH", "HUYỆN MỘC CHÂU", "VÀ XÃ HỘI", "PHÒNG, CHỐNG
# DỊCH …".
_GOES_ON = re.compile(
    r"^\W*(?:tinh (?!uy|doan)|thanh pho |tp|huyen (?!uy)|quan (?!uy|su)|thi xa |xa |phuong |thi tran |va "
    r"|phong,? chong"
    r"|viet nam|trung uong(?! dang)|tai |nuoc |cac |chi nhanh (?!van phong|ngan hang|cong ty|quy ))"
)
_COMMITTEE = re.compile(r"\W*(?:.y ban nhan d.n|ubnd)\b")
_CENTRE = re.compile(r"\W*(?:dang cong san|ban chap hanh trung uong|bo chinh tri|ban bi thu|trung uong)")
_PARTY = re.compile(r"\W*(?P<unit>tinh|thanh|thi|huyen|quan) uy\b")
_OWN_PARTY = {"thanh": "thanh-uy-tinh", "thi": "thi-uy", "huyen": "huyen-uy", "quan": "quan-uy"}
_ENGLISH_COMMITTEE = re.compile(r"\W*(?:the )?(?:provincial )?people.?s committee\b")
# Organs whose name says nothing without the body above: "BAN THƯỜNG TRỰC" of the Front.
_ORGAN = re.compile(
    r"(?:ban (?:thuong truc|thuong vu|chap hanh)|bch|btv|doan chu tich|ban thu ky)(?: (?:tinh|thanh pho"
    r"|huyen)\b.*)?$"
)
_KEPT_BY = re.compile(r"luu:? van phong (?:tinh|thanh) uy")


@dataclass(frozen=True, slots=True)
class Issuer:
    """The body that speaks, its level, its own unit's name below the province, the words of the head that
    name it.
    """

    body: Stated | None = None
    level: Level | None = None
    unit: Stated | None = None


@dataclass(frozen=True, slots=True)
class _Head:
    """What the letterhead says of the issuer: its name and those above it, decider's line, code of the
    number, its lines as printed and their end in the view.
    """

    text: str
    above: str
    decider: str
    code: str
    lines: str
    end: int


def read_issuer(
    reading: Reading, pieces: list[Piece], signer: Signer, code: str, owner: str | None
) -> Issuer:
    """The issuer by letterhead, preamble and signing marks; empty where the head names none.

    `code` is the issuer's code in the document's own number ("CTUBND", "TU"; "" where unknown), `owner` the
    body that alone has it.
    """
    names = _names(pieces, _goes_on(reading.vocabulary))
    if not names or not any(p.kind in ("nation", "party", "number", "date", "type") for p in pieces):
        return _without_head(reading, signer)
    own = names[-1]
    text = " ".join(p.bare for p in own)
    above = " ".join(p.bare for name in names[:-1] for p in name)
    lines = "\n".join(p.text for p in own)
    decider = next((p.bare for p in pieces[::-1] if p.kind == "sender"), "")
    body, rule = _body(reading, signer, _Head(text, above, decider, code, lines, own[-1].end))
    if body.startswith("local:") and owner:
        body, rule = owner, "owner-of-symbol"
    level = level_of(text, above, body, code)
    return Issuer(reading.stated(body, own[0].start, own[-1].end, rule), level, _unit(reading, own, level))


def _without_head(reading: Reading, signer: Signer) -> Issuer:
    """A text whose head is lost or names nobody: who speaks in the preamble, else whose office keeps the
    copy.

    "Ban Thường vụ Tỉnh ủy yêu cầu:" (unsigned, only where it leads over to tasks); "T/L BAN THƯỜNG VỤ"
    over "Lưu Văn phòng Tỉnh ủy".
    """
    if signer.role is None:
        said = speaker.announced(
            reading, (*speaker.PARTY, *speaker.STATE, *speaker.boards(reading.vocabulary))
        )
        return Issuer(reading.stated(said[0], *said[1], "preamble"), "province") if said else Issuer()
    said = speaker.spoken(reading, (*speaker.PARTY, *speaker.STATE))
    if said:
        return Issuer(reading.stated(said[0], *said[1], "preamble"), "province")
    marked = speaker.signed(signer, speaker.PARTY)
    if signer.capacity is None or marked is None or not _KEPT_BY.search(reading.view.bare):
        return Issuer()
    return Issuer(replace(signer.capacity, value=marked, rule="signing-mark"), "province")


def _names(pieces: list[Piece], goes_on: re.Pattern[str]) -> list[list[Piece]]:
    """The bodies of the head, the superior first: pieces grouped into names, up to the abstract."""
    names: list[list[Piece]] = []
    passed: set[str] = set()
    for piece in pieces:
        if piece.kind in ("about", "type") or (piece.kind == "text" and names):
            break
        passed.add(piece.kind)
        if piece.kind == "sender" and names and passed.issuperset(("number", "date")):
            break  # capitals under number and date are a title, of whatever type
        if piece.kind != "sender":
            continue
        follows = _GOES_ON.match(piece.bare) or goes_on.match(piece.bare)
        if not (follows or (names and _cut(names[-1]))):
            names.append([piece])
        elif names:
            names[-1].append(piece)
    return [name for name in names if not _cut(name)]


def _cut(name: list[Piece]) -> bool:
    """Whether a name so far is one syllable, which names nobody: "HỘI" above "ĐỒNG NHÂN DÂN TỈNH …"."""
    return len(name) == 1 and name[0].text.strip().isalpha()


def _body(reading: Reading, signer: Signer, head: _Head) -> tuple[str, str]:
    """The issuer's id and the rule that told it."""
    if party := _PARTY.match(head.text):
        return _party(reading, signer, head, party["unit"])
    if _CENTRE.match(head.text):
        default = _lookup(reading.vocabulary, head.text) or "bch-tw"
        return _speaking(reading, signer, speaker.CENTRE, default)
    if _COMMITTEE.match(head.text) or _ENGLISH_COMMITTEE.match(head.text):
        return _committee(reading, head)
    found = _lookup(reading.vocabulary, head.text, head.above)
    below = DISTRICT.search(f"{head.above} {head.text}") or COMMUNE.search(f"{head.above} {head.text}")
    subject = reading.vocabulary.subject
    found = None if _another_board(reading.vocabulary, found, head.text) else found
    if below and found and found == subject.provincial_board and subject.district_board:
        return subject.district_board, "letterhead"
    if found is None or (below and reading.vocabulary.bodies[found].level == "provincial"):
        return _by_name(reading, head)
    return found, "letterhead"


def _by_name(reading: Reading, head: _Head) -> tuple[str, str]:
    """The body by the grammar of names; one without a row by its canonical name."""
    named = body_in_head(reading, head.lines, head.above)
    another = named is not None and _another_board(reading.vocabulary, named.id, head.text)
    if named is not None and named.id is not None and not another:
        return named.id, "letterhead"
    name = (
        without_place(named.name) if named and not another else name_as_printed(reading, head.lines, head.end)
    )
    return local_body(name), "letterhead-without-row"


def _another_board(vocabulary: Vocabulary, body: str | None, name: str) -> bool:
    """Whether the name of what was read as the subject's board says another purpose."""
    subject = vocabulary.subject
    boards = {subject.national_board, subject.provincial_board, subject.district_board} - {""}
    return body in boards and is_another_board(name, vocabulary)


def _party(reading: Reading, signer: Signer, head: _Head, unit: str) -> tuple[str, str]:
    """A Party committee; of a province or a city under the centre, the organ that speaks for it."""
    town = unit == "thanh" and (is_town(head.text) or "tinh" in head.above or head.code == "ThU")
    if unit not in ("tinh", "thanh") or town:
        return _OWN_PARTY[unit], "letterhead"
    return _speaking(reading, signer, speaker.PARTY, "tinh-uy" if unit == "tinh" else "thanh-uy-tw")


def _committee(reading: Reading, head: _Head) -> tuple[str, str]:
    """A People's Committee by its territory; of a province, the Chairperson where it is he who speaks."""
    unit = unit_of(head.text)
    if unit == "commune":
        return "ubnd-xa", "letterhead"
    if unit == "district" or (unit == "city" and is_town(head.text)):
        return "ubnd-huyen", "letterhead"
    if head.code == "CTUBND" or re.match(r"\W*chu tich (?:uy ban nhan dan|ubnd)", head.decider):
        return "ct-ubnd", "chairperson"
    said = speaker.spoken(reading, speaker.STATE)
    return (said[0], "preamble") if said else ("ubnd-tinh", "letterhead")


def _speaking(
    reading: Reading, signer: Signer, speakers: tuple[speaker.Speaker, ...], default: str
) -> tuple[str, str]:
    """Who speaks in the preamble, else whom the signing mark names."""
    if said := speaker.spoken(reading, speakers):
        return said[0], "preamble"
    marked = speaker.signed(signer, speakers)
    return (marked, "signing-mark") if marked else (default, "letterhead")


def _unit(reading: Reading, pieces: list[Piece], level: Level) -> Stated | None:
    """The district's or department's name as the head prints it."""
    if level not in ("district", "commune", "department", "deconcentrated"):
        return None
    start, end = pieces[0].start, pieces[-1].end
    return reading.stated(" ".join(reading.view.text[start:end].split()), start, end, "letterhead")


def _lookup(vocabulary: Vocabulary, text: str, above: str = "") -> str | None:
    """The row whose name or alias begins the text, the longest first; marks and punctuation do not matter.

    An organ of a committee is looked up with the committee's name behind it.
    """
    rows = _rows(vocabulary)
    plain, owner = _plain(text), _plain(above)
    if re.match(r"(?:tinh|thanh) uy\b", owner) and (found := _row(rows, f"{plain} tinh uy")):
        return found
    if re.match(r"(?:uy ban nhan dan|ubnd)\b", owner) and plain.startswith("van phong"):
        return _row(rows, "van phong uy ban nhan dan tinh")
    if vocabulary.subject.provincial_board and _board(vocabulary).match(plain):
        return vocabulary.subject.provincial_board
    if re.match(r"dang bo\b", owner) and (found := _row(rows, f"{plain} dang bo tinh")):
        return found
    return _row(rows, owner if _ORGAN.match(plain) and owner else plain)


def _row(rows: tuple[tuple[str, str], ...], plain: str) -> str | None:
    return next((body for body, name in rows if f"{plain} ".startswith(f"{name} ")), None)


def _compiled_rows(vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    """(id, name) with and without the last "tỉnh", the longest name first."""
    names = {
        (body.id, form): None
        for body in vocabulary.bodies.values()
        for name in (body.name, *body.aliases)
        for form in (
            _plain(bare_of(name.split("(")[0])),
            _plain(bare_of(name.split("(")[0])).removesuffix(" tinh"),
        )
        if len(form) > 4
    }
    return tuple(sorted(names, key=lambda row: -len(row[1])))


def _compiled_board(vocabulary: Vocabulary) -> re.Pattern[str]:
    """ "BAN CHỈ ĐẠO PHÒNG, CHỐNG DỊCH BỆNH", short or with the thing's other names; not the national one."""
    words = boards_of(vocabulary)
    return re.compile(rf"(?:{words.names})\s+(?:{words.purposes})\b(?!.*quoc gia)")


def _compiled_things(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A piece that goes on with a name and begins with the thing fought: "… PHÒNG, CHỐNG | COVID-19"."""
    return re.compile(rf"^\W*(?:{boards_of(vocabulary).things})\b")


_rows = Once(_compiled_rows)
_board = Once(_compiled_board)
_goes_on = Once(_compiled_things)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text))
