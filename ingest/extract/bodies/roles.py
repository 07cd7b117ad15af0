"""The role of each body (guidelines, label BODY, rules 7, 10, 17), except who is told to act (`actors`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.documents import Letterhead, Mention, Role
from ingest.extract.bodies.actor_cues import ASKS, BETWEEN_SPEAKER
from ingest.extract.bodies.level import Context
from ingest.extract.bodies.name import Name, of_body
from ingest.extract.bodies.word_tests import behind_person, one_of, same, sequence
from ingest.extract.phrase_lists import phrases_of
from ingest.extract.places import Place
from ingest.extract.reading import Reading
from ingest.text.normalise import bare_of, key_of
from ingest.text.words import Words
from ingest.vocabulary import BodyTitle

# What an issuer does in its own act: "… yêu cầu", "… ban hành kế hoạch", "… có ý kiến như sau".
SPEAKING = phrases_of(
    "yêu cầu|đề nghị|chỉ thị|chỉ đạo|kết luận|quyết nghị|quyết định|ban hành|thông báo|hướng dẫn"
    "|phân công|giao|điện|có ý kiến|xây dựng|triển khai|công bố|cho phép|kêu gọi|thống nhất|trả lời"
    "|báo cáo|nhận được|lưu ý|nhấn mạnh|trân trọng|tổ chức thực hiện|có chủ trương|chấp thuận"
    "|báo để|thông tin để|mong|rất mong|kính mong|cảm ơn|xin trân trọng|xin thông báo"
)
_TRAFFIC = ("giao", "thông")  # a department's name in a list, and no "giao"
_PARTY = frozenset(("tinh-uy", "btv-tu", "bch-dang-bo", "tt-tu"))
_STATE = frozenset(("ubnd-tinh", "ct-ubnd"))
_LONGEST_HEAD = 4000  # characters of a letterhead
_FOR = ("tm", "t", "kt", "k", "tl", "tuq", "uq")


@dataclass(frozen=True, slots=True)
class Cast:
    """A name with its place and its role ("other" where no rule gives one)."""

    name: Name
    place: Place
    role: Role


def _slug(name: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", bare_of(name)))


def _head_lines(reading: Reading, letterhead: Letterhead) -> tuple[int, int] | None:
    """Where in the view the letterhead names the issuer; None where other words told it."""
    issuer = letterhead.issuer
    if issuer is None:
        return None
    heads = (p for p in reading.provisions if p.kind == "letterhead")
    inside = any(p.start <= issuer.start and issuer.end <= p.end for p in heads)
    return reading.view.here(issuer.start, issuer.end) if inside else None


class Roles:
    """Gives names their roles by the zone they stand in and the words beside them."""

    def __init__(
        self, reading: Reading, context: Context, references: Sequence[Mention], letterhead: Letterhead
    ) -> None:
        self.words: Words = reading.words
        self.doc_type = letterhead.doc_type.value if letterhead.doc_type else ""
        self.issuer_at = _head_lines(reading, letterhead)
        self.reading = reading
        self.context = context
        self.asking = -1  # the last word of who asks somebody to act, nearest before
        ordered = sorted(references, key=lambda m: m.start)
        self.starts = [m.start for m in ordered]
        self.ends = [m.end for m in ordered]

    def cast(self, names: Sequence[Name], places: Sequence[Place]) -> list[Cast]:
        """Names with roles; titles that stand where no office can be read are left out."""
        found: list[Cast] = []
        for index, (name, place) in enumerate(zip(names, places, strict=True)):
            settled = self._title(name, place, names[index + 1] if index + 1 < len(names) else None)
            if settled is not None:
                found.append(Cast(settled, place, self._role(settled, place)))
        return self._heads(found)

    def _role(self, name: Name, place: Place) -> Role:
        if self._cited(name):
            return "authority"
        if place.zone in ("addressees", "recipients"):
            own = "addressee" if place.zone == "addressees" else "recipient"
            if same(self.words, name.last + 1, "điện") and own == "addressee":
                return "issuer"
            return "other" if same(self.words, name.first - 1, "thuộc", "của") else own  # type: ignore[return-value]
        if place.zone == "signature":
            return self._signature(name)
        if place.zone == "furniture":
            return "other"
        known = self.context.issuer is not None or place.zone in ("opening", "letterhead")
        return "issuer" if known and self._speaks(name, place) else "other"

    def _cited(self, name: Name) -> bool:
        start, end = self.reading.view.home(self.words.starts[name.first], self.words.ends[name.last])
        at = bisect_right(self.starts, start) - 1
        return at >= 0 and end <= self.ends[at]

    # ---- the signing block

    def _signature(self, name: Name) -> Role:
        if not self._office(name):
            return "issuer"
        return "other" if self._on_behalf(name.first) else "signer"

    def _office(self, name: Name) -> bool:
        return (
            name.kind == "title"
            or (isinstance(name.row, BodyTitle) and name.row.kind == "office")
            or name.id in ("ttg", "bbt", "tinh-uy-vien")
        )

    def _on_behalf(self, first: int) -> bool:
        """Whether TM., KT., TL. or their Party forms with a slash stand before the word."""
        before = self.words.key(first - 1) if first else ""
        gap = self.words.gap(first)
        return before in _FOR and "\n" not in gap

    def _title(self, name: Name, place: Place, following: Name | None) -> Name | None:
        """A title without a body: an office of the issuer in a signature, one of several, else none."""
        if name.kind != "title":
            return name
        if place.zone == "signature":
            return self._issuers_office(name)
        lone = name.name in ("Người đứng đầu", "Thủ trưởng", "Hiệu trưởng") or self._own_head(name)
        listed = (
            following is not None and isinstance(following.row, BodyTitle) and self._next_to(name, following)
        )
        listed = listed and (name.name != "Thành viên" or (following is not None and not following.plain))
        comrade = sequence(self.words, name.first - 2, ("đồng", "chí"))
        if not (lone or listed or comrade):
            return None
        if following is None or not listed:
            return replace(name, kind="body")
        return self._sharing(name, following)

    def _sharing(self, name: Name, following: Name) -> Name:
        """A title that shares the body of the next in its list: "Chủ tịch, các Phó Chủ tịch UBND tỉnh"."""
        row, other = name.row, following.row
        assert isinstance(row, BodyTitle)
        assert isinstance(other, BodyTitle)
        of = key_of(following.name.removeprefix(other.name).strip())
        bodies = self.reading.vocabulary.bodies.values()
        shared = next((body.id for body in bodies if key_of(body.name) == of), "")
        pairs = dict(pair.split("=") for pair in row.orgs)
        label = f"{name.name} ({following.name})"
        return replace(name, id=pairs.get(shared), kind="body", name=label)

    def _next_to(self, name: Name, following: Name) -> bool:
        gap = self.words.gap(name.last + 1).strip()
        joins = gap == "," or same(self.words, name.last + 1, "và")
        return joins and following.first - name.last <= 3

    def _issuers_office(self, name: Name) -> Name:
        row = name.row
        assert isinstance(row, BodyTitle)
        pairs = dict(pair.split("=") for pair in row.orgs)
        issuer = self.context.issuer or ""
        if issuer in _PARTY:
            issuer = "tinh-uy"
        if issuer in _STATE:
            issuer = "ubnd-tinh"
        body = self.reading.vocabulary.bodies.get(issuer)
        label = of_body(name.name, body.name) if body else name.name
        return replace(name, id=pairs.get(issuer), name=label, kind="body", rule="office-in-signature")

    # ---- letterhead and the words of the issuer

    def _speaks(self, name: Name, place: Place) -> bool:
        """Whether the issuer speaks here: "Ban Thường vụ Tỉnh ủy yêu cầu …"."""
        if name.kind == "class" or not self._is_issuer(name) or self._asked(name):
            return False
        at = behind_person(self.words, name.last + 1)
        if at >= len(self.words) or self.words.gap(at).strip(" \n\t*_," + ")" * (at > name.last + 1)):
            return False
        for skip in range(6):
            if one_of(self.words, at + skip, SPEAKING) and not sequence(self.words, at + skip, _TRAFFIC):
                speaks = self._begins(name, place) or not self._object(name)
                self.asking = name.last if speaks and one_of(self.words, at + skip, ASKS) else self.asking
                return speaks
            if not same(self.words, at + skip, *BETWEEN_SPEAKER):
                return False
        return False

    def _asked(self, name: Name) -> bool:
        """Whether another asks in this sentence, so that a name behind it is who is asked."""
        return 0 <= self.asking < name.first and not self.words.broken(self.asking, name.first)

    def _begins(self, name: Name, place: Place) -> bool:
        """Whether the name begins its provision: the word before is another paragraph's."""
        if place.provision < 0:
            return name.first == 0
        begin = self.reading.provisions[place.provision].start
        here, _ = self.reading.view.here(begin, begin + 1)
        return self.words.at(here) == name.first

    def _object(self, name: Name) -> bool:
        """Whether a word of the same clause stands right before: "trình Thủ tướng …", "của UBND tỉnh …"."""
        gap = self.words.gap(name.first)
        before = self.words.key(name.first - 1) if name.first else ""
        joins = not gap.strip(" *_\xa0\t\n") and gap.count("\n") < 2
        return joins and before.isalpha() and before not in ("nay", "đó", "vậy", "chí", "này", "sau")

    def _organ_of(self, name: Name, issuer: str | None) -> bool:
        """Whether a name is the organ that speaks for the issuer: "Ban Thường vụ Liên đoàn Lao động tỉnh"."""
        body = self.reading.vocabulary.bodies.get(issuer or "")
        part = isinstance(name.row, BodyTitle) and name.row.kind == "part" and name.id is None
        return part and body is not None and key_of(name.name).endswith(f" {key_of(body.name)}")

    def _own_head(self, name: Name) -> bool:
        """Whether a title alone is the head of the issuer: "Trưởng Ban" in a committee's act."""
        issuer, text = self.context.issuer or "", self.reading.view.text
        if not text[self.words.starts[name.first]].isupper():
            return False
        body = self.reading.vocabulary.bodies.get(issuer)
        kind = (_slug(body.name) if body else issuer.removeprefix("local:")).split("-")[0]
        return (name.name, kind) in (("Trưởng ban", "ban"), ("Bộ trưởng", "bo"))

    def _heads_issuer(self, name: Name, issuer: str | None) -> bool:
        """Whether a name is the office at the head of the issuer: "Giám đốc Sở Y tế" in an act of it."""
        row = name.row
        if isinstance(row, BodyTitle) and name.plain and self._own_head(name):
            return True
        if not (isinstance(row, BodyTitle) and row.kind == "office" and name.id is None and issuer):
            return False
        of = name.name.removeprefix(row.name).strip()
        if not of or row.name.startswith(("Phó", "Thứ", "Chánh")):
            return False
        body = self.reading.vocabulary.bodies.get(issuer)
        return key_of(body.name) == key_of(of) if body else _slug(of) == issuer.removeprefix("local:")

    def _is_issuer(self, name: Name) -> bool:
        issuer = self.context.issuer
        if self._organ_of(name, issuer) or self._heads_issuer(name, issuer):
            return True
        if name.id is None and issuer is not None:
            known = self.reading.vocabulary.bodies.get(issuer)
            return known.level == "district" if known else _slug(name.name) == issuer.removeprefix("local:")
        same_house = any(name.id in house and issuer in house for house in (_PARTY, _STATE))
        return issuer is None or name.id == issuer or same_house

    def _heads(self, found: list[Cast]) -> list[Cast]:
        """In a letterhead the lowest body on the issuer's lines issues, and the body that it is part of."""
        head = [i for i, c in enumerate(found) if c.place.zone == "letterhead" and c.role != "authority"]
        lines = [i for i in head if self._on_own_line(found[i].name)]
        senders = [i for i in lines if not self._behind_number(found[i].name, found[i].place)]
        own = self._own(found, senders)
        organ = own is not None and self._organ_of(found[own].name, self.context.issuer)
        for i in head:
            whole = organ and i in senders and found[i].name.id == self.context.issuer
            issues = i == own or whole or (i not in senders and self._names_issuer(found[i].name, i in lines))
            found[i] = replace(found[i], role="issuer" if issues else "other")
        return found

    def _own(self, found: list[Cast], senders: list[int]) -> int | None:
        """The lowest body on the lines that the letterhead's issuer was read off; where it was read off
        other words, the lowest on any line of bodies."""
        issuer = self.issuer_at
        if issuer is None:
            return senders[-1] if senders else None
        inside = [i for i in senders if issuer[0] <= self.words.starts[found[i].name.first] < issuer[1]]
        same_id = [i for i in senders if found[i].name.id and found[i].name.id == self.context.issuer]
        return next(iter((inside or same_id)[::-1]), None)

    def _on_own_line(self, name: Name) -> bool:
        text = self.reading.view.text
        start, end = self.words.starts[name.first], self.words.ends[name.last]
        inside = same(self.words, name.first - 1, "chí", "của", "với")
        return text[start:end].isupper() and not inside and name.name != "Đảng Cộng sản Việt Nam"

    def _behind_number(self, name: Name, place: Place) -> bool:
        """Whether the number's line ("Số …") or the type's name stands above: the name is then part of
        a title."""
        top = self.reading.provisions[place.path[0]].start
        begin, _ = self.reading.view.here(top, top + 1)
        begin = max(begin, self.words.starts[name.first] - _LONGEST_HEAD)
        above = self.reading.view.bare[begin : self.words.starts[name.first]]
        return "\nso" in above or "\n**so" in above or above.startswith("so ")

    def _names_issuer(self, name: Name, shouted: bool) -> bool:
        if name.name == "Đảng Cộng sản Việt Nam":
            return False
        start, end = self.words.starts[name.first], self.words.ends[name.last]
        after_office = sequence(self.words, name.first - 2, ("đồng", "chí"))
        spoken = same(self.words, name.first - 1, "của") and self.reading.view.text[start:end].isupper()
        if (
            (shouted or spoken)
            and not after_office
            and (name.id == self.context.issuer or self._is_issuer(name))
        ):
            return True
        if shouted and isinstance(name.row, BodyTitle) and not after_office:
            return True
        headline = self.doc_type != "Thông báo" and same(self.words, name.first - 1, "của")
        return headline and name.id is not None and name.id == self.context.issuer
