"""Names of bodies and offices in a text, composed at the words where one may begin (guidelines 1 to 3).

A name is a head of body_heads.csv with the tail its flags allow, a list of Party committees or hamlets,
or a title of body_titles.csv with the body behind it. Lists whose members share a word are taken apart,
each member a name.
"""

from __future__ import annotations

from dataclasses import replace

from ingest.extract.bodies.heads import Heads
from ingest.extract.bodies.lexicon import Form, capital, joined
from ingest.extract.bodies.name import Name, family, inside
from ingest.extract.bodies.word_tests import gap_kind, next_item, same, sequence
from ingest.text.normalise import key_of
from ingest.vocabulary import BodyHead, BodyTitle

# The boards that a union has, and how it is called in its own acts.
_BOARDS = frozenset(("Ban Thường vụ", "Ban Thường trực", "Ban Chấp hành", "Đoàn Chủ tịch"))
_SHORT = ("Liên đoàn", "Công đoàn", "Tỉnh đoàn", "Mặt trận", "Hội", "Đoàn")
_DEEPEST = 2  # "Chánh | Văn phòng | Ủy ban nhân dân": a title of a part of a body


class Names(Heads):
    """Reads the names of one text, left to right, the longest at each place."""

    def read(self) -> list[Name]:
        """All names, in text order, without overlap."""
        found: list[Name] = []
        end = -1
        for first in sorted(self.at):
            if first <= end:
                continue
            names = self._at(first)
            if names and not (names[0].kind == "class" and found and self._right_behind(found[-1], names[0])):
                found += names
                end = names[-1].last
        return self._shared_level(found)

    def _right_behind(self, one: Name, other: Name) -> bool:
        """Whether a class only describes the name before it: "chi bộ | cơ quan", "tổ chức đảng | trực
        thuộc"."""
        return other.first == one.last + 1 and joined(self.words, other.first)

    def _shared_level(self, found: list[Name]) -> list[Name]:
        """A level behind the last of two counts for both: "Đảng ủy, UBND các xã", "HĐND và UBND
        huyện"."""
        for i in range(len(found) - 2, -1, -1):
            one, other = found[i], found[i + 1]
            below = isinstance(other.row, BodyHead) and not other.plain
            if below and other.level in ("district", "commune") and self._takes_level(one, other):
                found[i] = self.relevel(one, other.level)
        return found

    def _takes_level(self, one: Name, other: Name) -> bool:
        if not one.plain or not isinstance(one.row, BodyHead):
            return False
        shares = one.row.bare in ("list", "class") or family(one) == "state"
        return shares and next_item(self.words, one.last + 1) == other.first

    def _at(self, first: int) -> list[Name]:
        best: list[Name] = []
        for form in self.at.get(first, ()):
            names = self._titled(first, form) if form.title else self.body(first, form)
            if names and _longer(names, best) and not (_known(best) and names[0].rule == "open-name"):
                best = names
        return self._with_office(best)

    def _with_office(self, names: list[Name]) -> list[Name]:
        """A room with the office it belongs to, behind a comma: "Phòng Tổng hợp, VPTU"."""
        room = names[0] if len(names) == 1 else None
        if room is None or not isinstance(room.row, BodyHead) or room.row.head != "phòng" or not room.plain:
            return names
        found = self._org(room.last + 1) if gap_kind(self.words, room.last + 1) == "," else []
        if not found or not found[0].name.startswith("Văn phòng"):
            return names
        label = f"{room.row.name}, {found[0].name}"
        return [replace(room, last=found[0].last, id=None, name=label, rule="room-of-office")]

    def _titled(self, first: int, form: Form, depth: int = 0) -> list[Name]:
        """A title with the body behind it, or alone; `depth` counts titles inside titles."""
        title = form.title
        assert title is not None
        last = first + len(form.keys) - 1
        at = last + 2 if same(self.words, last + 1, "các") else last + 1
        orgs = self._org(at, depth + 1) if depth < _DEEPEST and self._org_may_follow(first, last) else []
        if not orgs:
            alone = Name(first, last, None, title.name, "title", "", "title-alone", title, True)
            return [alone] if title.kind == "office" else self._of_union(first, last, title)
        orgs = self._more_orgs(title, orgs)
        pairs = dict(pair.split("=") for pair in title.orgs)
        org_id = orgs[0].id if len({o.id for o in orgs}) == 1 else None
        label = f"{title.name} {', '.join(inside(o) for o in orgs)}"
        rule = f"{title.kind}-of-body"
        return [
            Name(first, orgs[-1].last, pairs.get(org_id or ""), label, "body", orgs[-1].level, rule, title)
        ]

    def _of_union(self, first: int, last: int, title: BodyTitle) -> list[Name]:
        """The standing board of the union that speaks, alone or with the union's first word behind it:
        "BAN THƯỜNG TRỰC", "Ban Thường vụ | Hội", "Ban Chấp hành | Công đoàn"."""
        union, words = self.context.union, self.words
        if not union or title.name not in _BOARDS or not capital(words, first):
            return []
        short = next((s for s in _SHORT if key_of(s) in key_of(union) and self._said(last + 1, s)), "")
        end = last + len(short.split())
        return [
            Name(first, end, None, f"{title.name} {union}", "body", "", "part-of-issuer", title, not short)
        ]

    def _said(self, at: int, name: str) -> bool:
        """Whether words on the same line are a union's short name, in capitals."""
        keys = tuple(key_of(name).split())
        same_line = at < len(self.words) and joined(self.words, at) and "\n" not in self.words.gap(at)
        return same_line and capital(self.words, at) and sequence(self.words, at, keys)

    def _org_may_follow(self, first: int, last: int) -> bool:
        """In capitals (a signing block) the next line is another office's."""
        gap = self.words.gap(last + 1)
        shouted = self.words.view.text[self.words.starts[first] : self.words.ends[last]].isupper()
        return gap_kind(self.words, last + 1) in ("", ".") and not (shouted and "\n" in gap)

    def _org(self, at: int, depth: int = 0) -> list[Name]:
        """The body behind a title: a class of bodies is one as well ("Thủ trưởng các cơ quan, đơn
        vị")."""
        best: list[Name] = []
        for form in self.at.get(at, ()):
            if form.title and form.title.kind != "part":
                continue
            names = self._titled(at, form, depth) if form.title else self.body(at, form)
            if names and names[-1].kind != "title" and _longer(names, best):
                best = names
        return best

    def _more_orgs(self, title: BodyTitle, orgs: list[Name]) -> list[Name]:
        """One title word is one mention, also with a list after it: members of the kind of the first."""
        while (more := next_item(self.words, orgs[-1].last + 1)) is not None:
            if title.kind == "part" and gap_kind(self.words, orgs[-1].last + 1) == ",":
                break
            further = self._org(more, _DEEPEST)
            if not further or family(further[0]) != family(orgs[0]):
                break
            orgs = [*orgs, *further]
        return orgs


def _known(names: list[Name]) -> bool:
    """Whether names were read that are no mere class: an open name does not take their place."""
    return bool(names) and names[0].kind != "class"


def _longer(names: list[Name], best: list[Name]) -> bool:
    return not best or names[-1].last > best[-1].last
