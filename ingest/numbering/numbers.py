"""Numbers of acts (số, ký hiệu văn bản): state 16/CT-TTg, 23/2021/QĐ-TTg, 30/2021/QH15; Party 07-KL/TW.

The value is normalised so that one act has one number: look-alikes, spaces and line ends gone, case and Đ
restored, a serial below 10 written with its zero (Decree 30/2020/NĐ-CP, annex I), the separators as the
owner of the symbol writes them. What stands in the text is kept by the span.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.numbering.symbol_parts import MAX_PARTS, Part, read_parts
from ingest.numbering.symbols import Symbols, symbols
from ingest.text.normalise import View, normalise
from ingest.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number found at [start, end) of a view.

    `value` is the normalised number, `serial` its digits, `year` the year inside it ("" where none),
    `type_code` and `issuer_code` the codes ("" where none), `flags` what had to be repaired or is odd:
    spaced, case, diacritics, separator, misread, shared-suffix, no-issuer, unknown-code.
    """

    start: int
    end: int
    value: str
    serial: str
    year: str
    type_code: str
    issuer_code: str
    flags: tuple[str, ...] = ()


# 16/CT-TTg, 1.246/QĐ-UBND, O5/CT-TTg, 12a/KH-UBND, 23/2021/QĐ-TTg; a letter or "-" must follow the slash.
# Behind "số" the scanner's "số16/…" and "số 5 7/2014/QH13" pass too.
_ANCHOR = re.compile(
    r"(?:(?<![\w/\\.-])(?<!\d,)(?<!\d\d:)(?<!-\d:)|(?<=\b[Ss][ốôoóé])|(?<=\bs))"
    r"(?P<serial>\d{1,2}\.\d{3}|(?<=[Ss][ốôoóé]\s)\d{1,2}[ ]\d{1,3}(?=[-/])"
    r"|(?=[OIlS]{0,2}\d)[\dOIlS]{1,6}[a-zA-Z]?)"
    r"(?P<year>\s{0,2}/\s{0,2}(?:19|2[0Oo])[\dOoIl]{2})?(?=[ \t]{0,2}\n?[ \t]{0,2}[-/\\]|\|[A-ZĐ])"
)
# Where an anchor may begin: a run of figures, or what a scanner made of its beginning.
_FIGURE = re.compile(r"[\dOIlS](?<!\d[\dOIlS])(?:(?<=\d)|(?=[OIlS]?\d))")
# "Quyết định số 2686/…", "Số: 61/…", "No. 19/…", "công văn 969/…": what lets an unknown symbol pass.
_TYPE_WORDS = (
    r"chi thi|nghi quyet|nghi dinh|quyet dinh|cong dien|cong van|ket luan|thong bao|thong tu|ke hoach"
    r"|huong dan|van ban|bao cao|to trinh|chuong trinh|quy dinh|phuong an|luat|phap lenh|de an"
)
_CUE = re.compile(rf"(?:\b(?:s[o60ed]|no|number|{_TYPE_WORDS})|\$6)[\s:.,(]{{0,3}}$")
# A symbol without an issuer ("Thông báo số 159-TB") needs its type word, or "Số:" of a letterhead.
_NAMED = re.compile(rf"(?:\b(?:{_TYPE_WORDS})(?:\s(?:so|s6))?|(?:^|\n)[\s*]{{0,4}}so\s?:?)[\s:.,(]{{0,3}}$")
# 2522, 2523/UBND-VX: serials before the one that carries the suffix.
_SERIALS = re.compile(
    r"(?:\b\d{1,5}[a-z]?(?:/(?:19|20)\d{2})?(?:\s*[,;]\s*|\s+(?:và|va|and|&)\s+|\s*,\s*(?:và|va)\s+)"
    r"(?:(?:số|so)\s+)?)+$"
)
_SERIAL = re.compile(r"(?P<serial>\d{1,5}[a-z]?)(?:/(?P<year>(?:19|20)\d{2}))?")
# Joint acts (văn bản liên tịch) have several issuers.
_JOINT = frozenset(("TTLT", "NQLT", "KHLT", "KHPH", "HDLN", "CTrPH", "QCPH"))
_SERIAL_DIGITS = str.maketrans("OIlS", "0115")
_YEAR_DIGITS = str.maketrans("OoIl", "0011")
_TYPED = re.compile(r"\d+(?:\.\d{3})?|[^\W\d_][^\W_]*")
_LOOK_BACK = 80


def find_numbers(view: View, vocabulary: Vocabulary | None = None) -> list[FoundNumber]:
    """The numbers in a view, in order; a list with a shared suffix gives one for each serial."""
    known = symbols(vocabulary)
    found: list[FoundNumber] = []
    for anchor in _anchors(view.text):
        number = _read(view, anchor, known, cued=_cued(view, anchor.start()))
        if number and (number.issuer_code or _named(view, anchor.start())):
            found.extend(_shared(view, number, found[-1].end if found else 0))
            found.append(number)
    return found


def _anchors(text: str) -> Iterator[re.Match[str]]:
    """The matches of the anchor, tried only where one may begin."""
    passed = 0
    for figure in _FIGURE.finditer(text):
        if figure.start() >= passed and (anchor := _ANCHOR.match(text, figure.start())):
            passed = anchor.end()
            yield anchor


def parse_number(text: str, vocabulary: Vocabulary | None = None) -> FoundNumber | None:
    """The number that a person typed, in any spacing and case, with or without marks; None if it is
    none."""
    view = normalise(text.strip())
    known = symbols(vocabulary)
    first = re.search(r"\d", view.text)
    if first is None:
        return None
    anchor = _ANCHOR.match(view.text, first.start())
    number = _read(view, anchor, known, cued=True) if anchor else None
    if number and not view.text[number.end :].strip(" .,;"):
        return number
    return _loose(view.text, first.start(), known)


def doc_type_of(found: FoundNumber, vocabulary: Vocabulary) -> str | None:
    """The type that the symbol tells; None where the title must tell it (30/2021/QH15)."""
    if not found.type_code:
        known = symbols(vocabulary)
        return "Công văn" if known.is_issuer(found.issuer_code) and not found.year else None
    party = "-" in found.value.split("/")[0]
    names = [
        (row.side == "party", row.name)
        for row in vocabulary.doc_types
        if row.code == found.type_code or (not row.code and found.type_code in row.variants)
    ]
    return next((name for side, name in names if side == party), names[0][1] if names else None)


def issuer_of(found: FoundNumber, vocabulary: Vocabulary) -> str | None:
    """The body that owns the symbol, where only one can (TTg, CP, BYT); never for TW, TU, UBND."""
    if found.type_code in _JOINT:
        return None
    row = symbols(vocabulary).issuer(found.issuer_code)
    return row.body or None if row and row.level == "central" else None


def _cued(view: View, start: int) -> bool:
    return _CUE.search(view.bare[max(0, start - 16) : start]) is not None


def _named(view: View, start: int) -> bool:
    return _NAMED.search(view.bare[max(0, start - 20) : start]) is not None


def _read(view: View, anchor: re.Match[str], known: Symbols, *, cued: bool) -> FoundNumber | None:
    parts = read_parts(view.text, anchor.end(), known)
    if not parts or (any(c in "OIlS" for c in anchor["serial"][:-1]) and not parts[0].known):
        return None
    year = (anchor["year"] or "").strip(" /\n\t").translate(_YEAR_DIGITS)
    return _assemble(view.text, anchor.start(), anchor["serial"], year, parts, known, cued=cued)


def _assemble(
    text: str, start: int, serial: str, year: str, parts: list[Part], known: Symbols, *, cued: bool
) -> FoundNumber | None:
    if not _plausible(year, parts, known, cued=cued):
        return None
    codes = [p.code for p in parts]
    typed = codes[0] in known.types and (len(codes) > 1 or codes[0] not in known.issuers)
    issuer = codes[1] if typed and len(codes) > 1 else "" if typed else codes[0]
    plain = _serial(serial)
    value = _value(plain, year, parts, known, typed=typed, issuer=issuer)
    flags = dict.fromkeys(f for p in parts for f in p.flags)
    if not all(p.known for p in parts):
        flags["unknown-code"] = None
    if not issuer:
        flags["no-issuer"] = None
    tight = re.sub(r"\s", "", text[start : parts[-1].end])
    if re.sub(r"[^-/]", "", tight) != re.sub(r"[^-/]", "", value):
        flags["separator"] = None
    return FoundNumber(
        start, parts[-1].end, value, plain, year, codes[0] if typed else "", issuer, tuple(flags)
    )


def _serial(printed: str) -> str:
    digits = printed[:-1].translate(_SERIAL_DIGITS) + printed[-1:].translate(_SERIAL_DIGITS)
    digits = re.sub(r"[. ]", "", digits)
    letter = digits[-1] if digits[-1:].isalpha() else ""
    return digits.removesuffix(letter).zfill(2) + letter.lower()


def _value(serial: str, year: str, parts: list[Part], known: Symbols, *, typed: bool, issuer: str) -> str:
    codes = [p.code for p in parts]
    if year:
        return f"{serial}/{year}/{'-'.join(codes)}"
    hyphen_first = parts[0].separator == "-"
    if typed and issuer and known.issuer(issuer):
        # The owner's way of writing it: Party 07-KL/TW, state 16/CT-TTg; steering
        # committees and mass organisations write both.
        own = known.issuer(issuer)
        if own and own.sector.startswith(("party", "state")) and "any" not in own.level:
            hyphen_first = own.sector.startswith("party")
    if hyphen_first and len(codes) > 1:
        return f"{serial}-{codes[0]}/{'-'.join(codes[1:])}"
    mark = "-" if hyphen_first else "/"
    return f"{serial}{mark}{'-'.join(codes)}"


def _plausible(year: str, parts: list[Part], known: Symbols, *, cued: bool) -> bool:
    """Whether a run of digits and codes is a number of an act and not a plate, a ratio or an address."""
    first, last = parts[0], parts[-1]
    if year:
        return first.known or (cued and len(parts) > 1)
    if first.separator == "-":
        if first.code not in known.types:
            return False
        return cued or (len(parts) > 1 and parts[1].separator == "/")
    if len(parts) > 1:
        return first.known or (last.known and first.code.isupper()) or (cued and len(first.code) > 1)
    if cued:
        return known.is_issuer(first.code) or first.code in known.types
    return known.is_issuer(first.code) and len(first.code) > 2


def _shared(view: View, number: FoundNumber, floor: int) -> list[FoundNumber]:
    """The serials before a number that share its suffix; they need a cue or a number before them."""
    begin = max(floor, number.start - _LOOK_BACK)
    chain = _SERIALS.search(view.key[begin : number.start])
    if chain is None:
        return []
    at = begin + chain.start()
    joined = view.key[floor:at].strip(" ,;\n") in ("", "và", "số", "và số") and floor > 0
    if not (_cued(view, at) or joined):
        return []
    members = _SERIAL.finditer(view.key, at, begin + chain.end())
    return [_member(number, m) for m in members if bool(m["year"]) <= bool(number.year)]


def _member(number: FoundNumber, match: re.Match[str]) -> FoundNumber:
    """15 of "15, 16/CT-TTg" and 15/2020 of "15/2020 và 23/2021/QĐ-TTg" with the suffix of the last."""
    serial, year = _serial(match["serial"]), match["year"] or number.year
    suffix = number.value[len(number.serial) :].removeprefix(f"/{number.year}" if number.year else "")
    return replace(
        number,
        start=match.start(),
        end=match.end(),
        value=serial + (f"/{year}" if year else "") + suffix,
        serial=serial,
        year=year,
        flags=(*number.flags, "shared-suffix"),
    )


def _loose(text: str, start: int, known: Symbols) -> FoundNumber | None:
    """What a person types without the marks between: "16 ct ttg", "172 tb tw", "23 2021 qd-ttg"."""
    tokens = [
        (m.group(), m.start(), m.end()) for m in re.finditer(r"\d+(?:\.\d{3})?|[^\W\d_][^\W_]*", text[start:])
    ]
    serial = tokens[0][0]
    year = tokens[1][0] if len(tokens) > 2 and re.fullmatch(r"(?:19|20)\d{2}", tokens[1][0]) else ""
    words = tokens[2 if year else 1 :]
    if not words or len(words) > MAX_PARTS or len(serial) > 6:
        return None
    codes = [known.repair(w[0]) for w in words]
    if len(words) == 1 and codes[0] is None and (pair := known.split(words[0][0])):
        codes, words = list(pair), [words[0], words[0]]
    parts = [
        Part(code, "-" if index else "/", w[1], w[2], True, ("spaced",))
        for index, (code, w) in enumerate(zip(codes, words, strict=True))
        if code
    ]
    if len(parts) != len(words):
        return None
    number = _assemble(text[start:], 0, serial, year, parts, known, cued=True)
    return replace(number, start=start, end=start + number.end) if number else None
