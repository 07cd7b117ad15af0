"""The issuing body (cơ quan ban hành): who speaks, at which level, for which district or department.

The letterhead names the body, or its committee; who speaks in its name is told by the preamble ("Ban Thường vụ Tỉnh
ủy yêu cầu") and by the signing marks (T/M BAN THƯỜNG VỤ). GUIDELINES, document.issuer and rule 7.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.documents import Level, Signer, Stated
from ingest.extract.head_lines import Piece
from ingest.normalise import bare_of
from ingest.reading import Reading
from ingest.vocabulary import Vocabulary

# A piece that goes on with the name above it: "TỈNH NAM ĐỊNH", "HUYỆN MỘC CHÂU", "VÀ XÃ HỘI", "PHÒNG, CHỐNG DỊCH …".
_GOES_ON = re.compile(
    r"^\W*(?:tinh (?!uy)|thanh pho |tp|huyen (?!uy)|quan (?!uy|su)|thi xa |xa |phuong |thi tran |va |phong,? chong|covid|viet nam|trung uong"
    r"|tai |nuoc |cac )"
)
_CENTRAL = re.compile(
    r"^(?:thu tuong|chinh\s?phu|quoc hoi|uy ban thuong vu|chu tich nuoc|bo (?!chi huy|doi|phan)|ban bi thu|bo chinh tri|ban chap hanh trung uong"
    r"|trung uong|tong cuc|tong lien doan|van phong chinh phu|van phong trung uong|ban chi dao quoc gia|kiem toan nha nuoc"
    r"|ngan hang nha nuoc|thanh tra chinh phu|toa an nhan dan toi cao|ban \w+ \w+ trung uong|uy ban kiem tra trung uong)"
)
_COMMUNE = re.compile(r"\b(?:xa|phuong|thi tran) ")
_DISTRICT = re.compile(r"\b(?:huyen|quan|thi xa|huyen uy|quan uy|thi uy) ")
_DECONCENTRATED = re.compile(
    r"^(?:cuc|chi cuc|kho bac|bao hiem xa hoi|ngan hang|toa an|vien kiem sat|cong an|bo chi huy|bo doi)\b"
)
_DEPARTMENT = re.compile(
    r"^(?:so |ban quan ly|van phong|thanh tra|trung tam|ban (?:tuyen giao|to chuc|dan van|noi chinh|dan toc)|uy ban kiem tra|chi cuc"
    r"|truong |benh vien|dai phat thanh)"
)
# What a speaker does in the preamble: "… yêu cầu:", "… kết luận như sau:", "… ban hành Kế hoạch".
_SAYS = (
    r"\s*,?\s*(?:da |cung |thong nhat |co )?(?:yeu cau|chi thi|ket luan|quyet nghi|quyet dinh|de nghi|chi dao|ban hanh|xay dung ke hoach|phan cong"
    r"|co y kien|y kien|thong bao|huong dan|giao |dien\b|trien khai|quan triet|bao cao|keu goi)"
)
_PARTY_SPEAKERS = (
    ("btv-tu", r"(?:ban thuong vu|btv)\s+(?:tinh|thanh)\s+uy"),
    ("tt-tu", r"thuong truc\s+(?:tinh|thanh)\s+uy"),
    ("bch-dang-bo", r"ban chap hanh\s+dang bo\s+(?:tinh|thanh pho)"),
)
_STATE_SPEAKERS = (
    ("ct-ubnd", r"chu tich\s+(?:ubnd|uy ban nhan dan)\s+(?:tinh|thanh pho)"),
    ("ubnd-tinh", r"(?<!chu tich )(?:ubnd|uy ban nhan dan)\s+(?:tinh|thanh pho)"),
)
_CENTRE_SPEAKERS = (
    ("bct", r"bo chinh tri"),
    ("bbt", r"(?:thuong truc )?ban bi thu"),
    ("ttg", r"thu tuong\s+chinh phu"),
)
_CAPACITY_OF = (
    ("bct", r"bo chinh tri"), ("bbt", r"ban bi thu"), ("btv-tu", r"ban thuong vu"), ("bch-dang-bo", r"ban chap hanh"),
    ("tt-tu", r"thuong truc"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Issuer:
    """The body that speaks, its level, its own unit's name below the province, the words of the head that name it."""

    body: Stated | None = None
    level: Level | None = None
    unit: Stated | None = None


def read_issuer(
    reading: Reading, pieces: list[Piece], signer: Signer, code: str, owner: str | None
) -> Issuer:
    """The issuer by letterhead, preamble and signing marks; empty where the head names none.

    `code` is the issuer's code in the document's own number ("CTUBND", "TU"; "" where unknown), `owner` the
    body that alone has it.
    """
    names = _names(pieces)
    if not names or not any(p.kind in ("nation", "party", "number", "date", "type") for p in pieces):
        return _without_head(reading, signer)
    first, last = names[-1][0], names[-1][-1]
    text = " ".join(p.bare for p in names[-1])
    above = " ".join(p.bare for name in names[:-1] for p in name)
    body, rule = _body(reading, text, above, signer, code, pieces)
    if body.startswith("local:") and owner:
        body, rule = owner, "owner-of-symbol"
    level = _level(text, above, body)
    stated = reading.stated(body, first.start, last.end, rule)
    return Issuer(stated, level, _unit(reading, names, level))


def _without_head(reading: Reading, signer: Signer) -> Issuer:
    """A text whose head is lost or names nobody: who speaks in the preamble, else whose office keeps the copy.

    "Ban Thường vụ Tỉnh ủy yêu cầu:"; "T/L BAN THƯỜNG VỤ" over "Lưu Văn phòng Tỉnh ủy".
    """
    if signer.role is None:
        return Issuer()
    spoken = _spoken(reading, (*_PARTY_SPEAKERS, *_STATE_SPEAKERS))
    if spoken:
        body, at = spoken
        return Issuer(reading.stated(body, *at, "preamble"), "province")
    mark = signer.capacity
    kept = re.search(r"luu:? van phong (?:tinh|thanh) uy", reading.view.bare)
    signed = next((b for b, p in _CAPACITY_OF[2:] if mark and re.search(p, bare_of(mark.value))), None)
    if kept is None or signed is None or mark is None:
        return Issuer()
    return Issuer(replace(mark, value=signed, rule="signing-mark"), "province")


def _names(pieces: list[Piece]) -> list[list[Piece]]:
    """The bodies of the head, the superior first: pieces grouped into names; what follows the number is none."""
    names: list[list[Piece]] = []
    previous: Piece | None = None
    for piece in pieces:
        if piece.kind in ("about", "type") or (piece.kind == "text" and names):
            break
        if piece.kind == "sender":
            if names and _GOES_ON.match(piece.bare) and previous is not None:
                names[-1].append(piece)
            elif not _GOES_ON.match(piece.bare):
                names.append([piece])
            previous = piece
    return names


def _body(
    reading: Reading, text: str, above: str, signer: Signer, code: str, pieces: list[Piece]
) -> tuple[str, str]:
    """The issuer's id and the rule that told it."""
    if re.match(r"\W*(?:tinh uy|thanh uy)\b", text) and not re.match(r"\W*tinh uy", above):
        return _speaker(reading, signer, _PARTY_SPEAKERS, "tinh-uy" if "tinh uy" in text else "thanh-uy-tw")
    if re.match(r"\W*(?:dang cong san|ban chap hanh trung uong|bo chinh tri|ban bi thu|trung uong)", text):
        return _speaker(reading, signer, _CENTRE_SPEAKERS[:2], _lookup(reading.vocabulary, text) or "bch-tw")
    if m := re.match(r"\W*(thanh|thi|huyen|quan) uy\b", text):
        own = {"thanh": "thanh-uy-tinh", "thi": "thi-uy", "huyen": "huyen-uy", "quan": "quan-uy"}
        return own[m[1]], "letterhead"
    if re.match(r"\W*(?:.y ban nhan d.n|ubnd)\b", text):
        return _committee(reading, text, signer, code, pieces)
    if re.match(r"\W*(?:the )?(?:provincial )?people.?s committee\b", text):
        return "ubnd-tinh", "letterhead"
    found = _lookup(reading.vocabulary, text, above)
    if found:
        return (
            "bcd-huyen" if found == "bcd-tinh" and _DISTRICT.search(f"{above} {text}") else found
        ), "letterhead"
    return f"local:{'-'.join(re.findall(r'[a-z0-9]+', text))}", "letterhead-without-row"


def _committee(
    reading: Reading, text: str, signer: Signer, code: str, pieces: list[Piece]
) -> tuple[str, str]:
    """A People's Committee by its territory; of a province, the Chairperson where he is the one who speaks."""
    if _COMMUNE.search(text) and not re.search(r"\b(?:tinh|huyen) ", text):
        return "ubnd-xa", "letterhead"
    if _DISTRICT.search(text) or _town(reading, text, pieces):
        return "ubnd-huyen", "letterhead"
    heading = next((p.bare for p in pieces[::-1] if p.kind == "sender"), "")
    if code == "CTUBND" or re.match(r"\W*chu tich (?:uy ban nhan dan|ubnd)", heading):
        return "ct-ubnd", "chairperson"
    spoken = _spoken(reading, _STATE_SPEAKERS)
    return (spoken[0], "preamble") if spoken else ("ubnd-tinh", "letterhead")


def _town(reading: Reading, text: str, pieces: list[Piece]) -> bool:
    """A city that is none of the five under the centre."""
    if not re.search(r"\b(?:thanh pho|tp) ", text):
        return False
    five = ("ha noi", "hai phong", "da nang", "can tho", "ho chi minh", "hcm")
    return not any(city in text for city in five)


def _speaker(
    reading: Reading, signer: Signer, speakers: tuple[tuple[str, str], ...], default: str
) -> tuple[str, str]:
    """Who speaks in the preamble, else whom the signing mark names (T/M, T/L)."""
    spoken = _spoken(reading, speakers)
    if spoken:
        return spoken[0], "preamble"
    mark = bare_of(signer.capacity.value) if signer.capacity else ""
    allowed = {body for body, _ in speakers}
    signed = next((body for body, p in _CAPACITY_OF if body in allowed and re.search(p, mark)), None)
    return (signed, "signing-mark") if signed else (default, "letterhead")


def _spoken(reading: Reading, speakers: tuple[tuple[str, str], ...]) -> tuple[str, tuple[int, int]] | None:
    """The last of the speakers who speaks in the preamble, with the words that name him; a wire's "… điện:" counts."""
    best: tuple[str, tuple[int, int]] | None = None
    for provision in reading.provisions:
        if provision.kind not in ("opening", "addressees"):
            continue
        start, end = reading.view.here(provision.start, provision.end)
        words = re.sub(r"\s", " ", reading.view.bare[start:end])
        says = r"\s*dien\b" if provision.kind == "addressees" else _SAYS
        for body, pattern in speakers:
            for m in re.finditer(f"({pattern}){says}", words):
                if best is None or start + m.start() > best[1][0]:
                    best = body, (start + m.start(), start + m.end(1))
    return best


def _level(text: str, above: str, body: str) -> Level:
    head = text.strip(" *-")
    if _CENTRAL.match(head) or (
        above and _CENTRAL.match(above.strip()) and not re.search(r"\b(?:tinh|thanh pho|tp) ", text)
    ):
        return "central"
    if body in ("ubnd-xa", "dang-uy-xa"):
        return "commune"
    if _DISTRICT.search(text) or body in (
        "thanh-uy-tinh",
        "ubnd-huyen",
        "huyen-uy",
        "thi-uy",
        "quan-uy",
        "bcd-huyen",
    ):
        return "district"
    if _DISTRICT.search(above):
        return "district"
    if _CENTRAL.match(above.strip()) or _DECONCENTRATED.match(head):
        return "deconcentrated"
    return "department" if _DEPARTMENT.match(head) else "province"


def _unit(reading: Reading, names: list[list[Piece]], level: Level) -> Stated | None:
    """The district's or department's name as the head prints it."""
    if level in ("district", "commune", "department", "deconcentrated"):
        pieces = names[-1]
        start, end = pieces[0].start, pieces[-1].end
        value = " ".join(reading.view.text[start:end].split())
        return reading.stated(value, start, end, "letterhead")
    return None


@lru_cache(maxsize=4)
def _rows(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(rows, key=lambda row: -len(row[1])))


# Organs whose name says nothing without the body above: "BAN TUYÊN GIÁO" of Tỉnh ủy, "BAN THƯỜNG TRỰC" of the Front.
_ORGAN = re.compile(r"ban (?:thuong truc|thuong vu|chap hanh)$|doan chu tich$|ban thu ky$")


def _lookup(vocabulary: Vocabulary, text: str, above: str = "") -> str | None:
    """The row whose name or alias begins the text, the longest first; marks and punctuation do not matter.

    An organ of a committee is looked up with the committee's name behind it.
    """
    plain = " ".join(re.findall(r"[a-z0-9]+", text))
    owner = " ".join(re.findall(r"[a-z0-9]+", above))
    if re.match(r"(?:tinh|thanh) uy\b", owner) and (found := _row(vocabulary, f"{plain} tinh uy")):
        return found
    if re.match(r"(?:uy ban nhan dan|ubnd)\b", owner) and plain.startswith("van phong"):
        return _row(vocabulary, "van phong uy ban nhan dan tinh")
    if _ORGAN.match(plain) and owner:
        return _row(vocabulary, owner)
    return _row(vocabulary, plain)


def _row(vocabulary: Vocabulary, plain: str) -> str | None:
    rows = tuple(
        (body.id, " ".join(re.findall(r"[a-z0-9]+", bare_of(name.split("(")[0]))))
        for body in vocabulary.bodies.values()
        for name in (body.name, *body.aliases)
    )
    for body, name in _rows(rows):
        short = name.removesuffix(" tinh")
        if len(short) > 4 and (
            plain == short or plain.startswith((f"{name} ", f"{short} ")) or plain == name
        ):
            return body
    return None
