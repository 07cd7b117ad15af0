"""The alphabet of an act's symbol (ký hiệu): codes of types, issuers and drafting units, and their
spelling.

`Symbols.repair` gives a code back as the vocabulary writes it: case ("TTG" -> "TTg"), a lost Đ
("QD" -> "QĐ"), T.Ư for TW, letters for digits in a term's number ("QHI5" -> "QH15"). Source of the codes:
Decree 30/2020/NĐ-CP, annex III, and Guidance 36-HD/VPTW, as listed in doc_types.csv and issuer_codes.csv.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ingest.text.normalise import bare_of
from ingest.vocabulary import IssuerCode, Vocabulary, shipped
from ingest.vocabulary.once import Once

# The centre's code has three spellings; 66-QĐ/TW itself is also printed 66-QĐ/T.Ư and 66-QĐ/TƯ.
# A scanner makes two V of the W.
_CENTRE = {"t.ư": "TW", "tư": "TW", "t.u": "TW", "t.w": "TW", "t.ứ": "TW", "tvv": "TW"}
# Types that the state side writes with a code though its rules give them none (3836/CV-BCĐ).
_EXTRA_TYPES = ("CV",)
# What scanners make of the small g of TTg: "914/CĐ-TTp", "41/CT-TTs". TTr is Tờ trình and no issuer.
_TTG_MISREAD = re.compile(r"[tl1]\s?[tl1]\s?[^\W\d_r]")
_TERM = re.compile(r"(?P<base>(?:UBTV)?QH)(?P<term>[0-9IlSOo]{1,2})", re.IGNORECASE)
_DIGITS = str.maketrans("IlSOo", "11500")
# Capitals that scanners print for others, the likelier first.
_GLYPHS = {
    "o": "qc", "q": "og", "d": "bpo", "b": "d8r", "i": "tl", "l": "it", "t": "ilf", "v": "yu",
    "y": "v", "u": "v", "n": "hm", "h": "n", "c": "goe", "g": "cq", "e": "c",
    "p": "fr", "f": "pt", "r": "p", "m": "n", "w": "v",
}  # fmt: skip
# Only the commonest codes are restored from a misreading: a rarer one may be a code that no table has.
_COMMON_TYPES = ("NQ", "QĐ", "CT", "NĐ", "CĐ", "KL", "TB", "KH", "CV")
_COMMON_ISSUERS = ("CP", "TTg", "BYT", "UBND", "HĐND", "TW", "TU", "VPCP", "BCĐQG")
_TRAILING_DIGITS = re.compile(r"\d+[a-zA-Z]?$")


@dataclass(frozen=True, slots=True)
class Symbols:
    """The known codes, by exact, lower-case and markless spelling."""

    types: frozenset[str]
    issuers: Mapping[str, IssuerCode]
    spelling: Mapping[str, str]

    def repair(self, part: str) -> str | None:
        """A code as the vocabulary spells it; None where it is not known."""
        term = _TERM.fullmatch(part)
        if term:
            return term["base"].upper() + term["term"].translate(_DIGITS)
        low = part.lower()
        for form in (part, low, _CENTRE.get(low, ""), bare_of(part)):
            if form and form in self.spelling:
                return self.spelling[form]
        return self._numbered_unit(part)

    def misread_type(self, part: str) -> str | None:
        """The type that a scanner misread in one glyph ("NO-CP", "OĐ-TTg"); None where none or two fit."""
        return _one_glyph_off(part, _COMMON_TYPES)

    def misread_issuer(self, part: str) -> str | None:
        """The issuer that a scanner misread behind a type ("CT-TTs", "QĐ-BVT"); None where none fits."""
        return "TTg" if _TTG_MISREAD.fullmatch(part.lower()) else _one_glyph_off(part, _COMMON_ISSUERS)

    def split(self, run: str) -> tuple[str, str] | None:
        """Type and issuer of a run whose hyphen was lost ("CTTTg" -> CT, TTg)."""
        for cut in range(1, len(run)):
            kind, issuer = self.repair(run[:cut]), self.repair(run[cut:])
            if kind in self.types and issuer and self.is_issuer(issuer):
                return kind, issuer
        return None

    def is_issuer(self, code: str) -> bool:
        """Whether the code names an issuing body (not only a drafting unit)."""
        row = self.issuer(code)
        return row is not None and row.sector != "suffix"

    def is_party(self, code: str) -> bool:
        """Whether the code's owner numbers in the Party's way, 07-KL/TW."""
        row = self.issuer(code)
        return row is not None and row.sector.startswith("party")

    def issuer(self, code: str) -> IssuerCode | None:
        """The row of an issuer code, with or without the number of a term or unit ("QH15", "VP6")."""
        return self.issuers.get(code) or self.issuers.get(_TRAILING_DIGITS.sub("", code))

    def _numbered_unit(self, part: str) -> str | None:
        digits = _TRAILING_DIGITS.search(part)
        base = self.spelling.get(part[: digits.start()].lower()) if digits else None
        return base + digits.group() if base and digits else None


def symbols(vocabulary: Vocabulary | None = None) -> Symbols:
    """The symbols of a vocabulary, of the shipped one where none is given."""
    return _symbols(vocabulary or shipped())


def _build(vocabulary: Vocabulary) -> Symbols:
    codes = (row.code for row in vocabulary.doc_types)
    types = dict.fromkeys((*(c for c in codes if c.isalpha() and c not in ("L", "Luật")), *_EXTRA_TYPES))
    issuers = vocabulary.issuer_codes
    spelled = dict.fromkeys((*types, *issuers, *_plain_variants(issuers.values())))
    return Symbols(frozenset(types), issuers, _spelling(list(spelled)))


def _one_glyph_off(part: str, codes: Iterable[str]) -> str | None:
    """The code that differs in one easily misread glyph; the likelier misreading wins, a tie is none."""
    printed = bare_of(part)
    ranked = sorted(
        (rank, code) for code in codes if (rank := _glyphs_off(printed, bare_of(code))) is not None
    )
    tied = len(ranked) > 1 and ranked[0][0] == ranked[1][0]
    return ranked[0][1] if ranked and not tied else None


def _glyphs_off(printed: str, code: str) -> int | None:
    """How likely one glyph of `code` was misread as that of `printed`, 0 first; None where more is amiss."""
    off = [(a, b) for a, b in zip(printed, code, strict=False) if a != b]
    if len(printed) != len(code) or len(off) != 1:
        return None
    rank = _GLYPHS.get(off[0][0], "").find(off[0][1])
    return rank if rank >= 0 else None


_symbols = Once(_build)


def _plain_variants(rows: Iterable[IssuerCode]) -> Iterable[str]:
    """Other codes of the same body, which keep their own spelling ("VXNV", "NVYD")."""
    issuers = tuple(rows)
    variants = (v for row in issuers for v in row.variants if v.isalpha() and len(v) > 2)
    spelled = {bare_of(row.code) for row in issuers}
    return (v for v in variants if bare_of(v) not in spelled)


def _spelling(codes: list[str]) -> dict[str, str]:
    """Exact spellings win over lower case, lower case over markless; the first code wins among equals."""
    table = {code: code for code in codes}
    for form in (str.lower, bare_of):
        for code in codes:
            table.setdefault(form(code), code)
    return table
