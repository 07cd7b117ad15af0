"""At which level a name without a level of its own stands: by the document's issuer and province."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.documents import Letterhead
from ingest.extract.bodies.lexicon import capital
from ingest.extract.bodies.name import plain_case
from ingest.extract.bodies.tails import Tail
from ingest.extract.bodies.word_tests import same
from ingest.extract.reading import Reading
from ingest.text.words import Words
from ingest.vocabulary import BodyHead

_COMMITTEES = {"thanh-uy-tinh": "Thành ủy", "thi-uy": "Thị ủy", "huyen-uy": "Huyện ủy", "quan-uy": "Quận ủy"}
_LEVEL_NAMES = {"province": "tỉnh", "district": "huyện", "commune": "xã"}
# "các bộ, ngành, Trung ương" is a list of places as "trực thuộc Trung ương", "từ Trung ương đến địa
# phương" are.
_BEFORE_CENTRE = ("thuộc", "quan", "ngành", "cấp", "bộ", "từ", "ở", "viện")


# Organisations that have a standing board of their own, by the sector of a row and the beginning of a slug.
_UNIONS = frozenset(("front", "mass organisation"))
_UNION_SLUG = re.compile(
    r"local:(?:uy-ban-mat-tran|mat-tran|(?:tong-)?lien-doan|cong-doan|hoi-(?!dong)|(?:tinh-|huyen-|thanh-|thi-|quan-"
    r"|xa-)?doan-)"
)
# Issuers whose "Văn phòng", "Thường trực", "Ban Tổ chức" are the Party's.
_PARTY = frozenset(
    (
        "tinh-uy",
        "btv-tu",
        "bch-dang-bo",
        "tt-tu",
        "thanh-uy-tw",
        "thanh-uy-tinh",
        "thi-uy",
        "huyen-uy",
        "quan-uy",
    )
)


@dataclass(frozen=True, slots=True)
class Context:
    """Who speaks: `level` of the issuer (central, province, district, commune), its id, and whether
    its province is a
    city under the centre (thành phố trực thuộc trung ương), where "Thành ủy" is the provincial
    committee. `union` is the name of the issuer where it is the Front or a union (đoàn thể), whose standing
    board "Ban Thường vụ" or "Ban Thường trực" then is."""

    level: str
    issuer: str | None
    city: bool
    union: str = ""

    def settle(self, tail: Tail) -> str:
        """The level of a tail, with "thành phố" and "Thành ủy" decided."""
        if tail.level != "city":
            return tail.level
        return "province" if self.city_is_province(tail.centre) else "district"

    def city_is_province(self, centre: bool | None) -> bool:
        """Whether a city is one under the centre, where its name does not tell (`centre` None)."""
        return centre if centre is not None else self.city or self.level == "central"

    def id_of(self, row: BodyHead, level: str) -> str | None:
        """The id of `row` at a level. "các cấp" is one body only where district and commune share a
        row."""
        if level == "all":
            return row.district if row.district and row.district == row.commune else None
        return {
            "central": row.central,
            "province": row.province,
            "district": row.district,
            "commune": row.commune,
        }.get(level) or None

    def level_without_tail(self, row: BodyHead) -> str:
        """The level of a head that stands alone."""
        if row.bare in ("central", "province", "district", "commune"):
            return row.bare
        return self.level

    def kind_without_tail(
        self, row: BodyHead, words: Words, first: int, last: int
    ) -> Literal["body", "class", "recipient"] | None:
        """What a head is that stands alone; None where it then names nothing."""
        if row.bare in ("tail", "named") or (
            row.caps == "alone" and not self._alone(row, words, first, last)
        ):
            return None
        if row.bare == "issuer":
            return "body" if self.issuer in _PARTY else None
        if row.bare in ("class", "list"):
            return "class"
        if row.bare == "plural":
            return "body" if same(words, first - 1, "các", "những") else "class"
        if row.tails == "s" and last + 1 < len(words) and words.key(last + 1).isdigit():
            return None
        return "recipient" if row.bare == "recipient" else "body"

    def _alone(self, row: BodyHead, words: Words, first: int, last: int) -> bool:
        """Whether a common word ("Thường trực", "Văn phòng", "Trung ương") names a body here: with a
        capital that no
        sentence's start explains, and not as a place."""
        if not capital(words, first):
            return False
        if row.member[0] == "trung ương":
            return not same(words, first - 1, *_BEFORE_CENTRE) and not same(
                words, last + 1, "đoàn", "hội", "mặt"
            )
        if len(words.key(first)) < 3:  # "TT", "VP" mean too much alone
            return False
        gap = words.gap(first)
        return row.member[0].startswith("ban chỉ") or (not ({*".!?;:\n-•"} & {*gap}) and first > 0)

    def label(self, row: BodyHead, level: str) -> str:
        """The canonical name of a head that stands alone."""
        unit = _LEVEL_NAMES.get(level, "")
        if "c" in row.tails and unit:
            unit = _COMMITTEES.get(self.issuer or "", unit)
        return f"{row.name} {unit}".strip() if row.bare in ("context", "issuer") and unit else row.name


def context_of(reading: Reading, letterhead: Letterhead) -> Context:
    """The context that the letterhead states; a provincial act where it states nothing."""
    issuer = letterhead.issuer.value if letterhead.issuer else None
    province = letterhead.province.value if letterhead.province else None
    row = reading.vocabulary.provinces.get(province or "")
    level = letterhead.level or _level_of(reading, issuer)
    level = {"department": "province", "deconcentrated": "province"}.get(level, level)
    return Context(level, issuer, bool(row and row.type == "city"), _union(reading, letterhead))


def _union(reading: Reading, letterhead: Letterhead) -> str:
    """The name of the issuer where it is the Front or a union, "" where it is another body."""
    if letterhead.issuer is None:
        return ""
    body = reading.vocabulary.bodies.get(letterhead.issuer.value)
    if body is not None:
        return body.name if body.sector in _UNIONS else ""
    printed = " ".join(letterhead.issuer.quote.split())
    return plain_case(printed) if _UNION_SLUG.match(letterhead.issuer.value) else ""


def _level_of(reading: Reading, issuer: str | None) -> str:
    body = reading.vocabulary.bodies.get(issuer or "")
    if body is None:
        return "province"
    for level in ("central", "district", "commune"):
        if body.level.startswith(level):
            return level
    return "province"
