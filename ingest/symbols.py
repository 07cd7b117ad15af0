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

from ingest.normalise import bare_of
from ingest.once import Once
from ingest.vocabulary import IssuerCode, Vocabulary, shipped

# The centre's code has three spellings; 66-QĐ/TW itself is also printed 66-QĐ/T.Ư and 66-QĐ/TƯ.
_CENTRE = {"t.ư": "TW", "tư": "TW", "t.u": "TW", "t.w": "TW", "t.ứ": "TW"}
# Types that the state side writes with a code though its rules give them none (3836/CV-BCĐ).
_EXTRA_TYPES = ("CV",)
# What scanners make of the small g of TTg: "914/CĐ-TTp", "41/CT-TTs". TTr is Tờ trình and no issuer.
_TTG_MISREAD = re.compile(r"[tl1]\s?[tl1]\s?[^\W\d_r]")
_TERM = re.compile(r"(?P<base>(?:UBTV)?QH)(?P<term>[0-9IlSOo]{1,2})", re.IGNORECASE)
_DIGITS = str.maketrans("IlSOo", "11500")
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

    def repair_misread(self, part: str) -> str | None:
        """TTg where a scanner misread it behind a type code; None for anything else."""
        return "TTg" if _TTG_MISREAD.fullmatch(part.lower()) else None

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
