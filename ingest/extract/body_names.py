"""Names of bodies and offices in a text, composed at the words where one may begin (guidelines 1 to 3).

A name is a head of body_heads.csv with the tail its flags allow, a list of Party committees or hamlets, or a title of
body_titles.csv with the body behind it. Lists whose members share a word are taken apart, each member a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from ingest.extract.body_committees import committee_tail, committees_at
from ingest.extract.body_level import Context
from ingest.extract.body_lexicon import Form, Lexicon, capital, forms_at, joined, lexicon_of, stands
from ingest.extract.body_open import deputies_end, hamlets_end, open_end, zone_end
from ingest.extract.body_places import name_run
from ingest.extract.body_tails import Tail, province_tail, units_tail
from ingest.extract.body_words import gap_kind, next_item, same, sequence
from ingest.normalise import key_of
from ingest.reading import Reading
from ingest.vocabulary import BodyHead, BodyTitle
from ingest.words import Words

Kind = Literal["body", "class", "recipient", "office", "title"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name found: words `first` to `last`; `level` where a tail or the row tells it, "" where nothing does.

    `kind`: a body or office (a mention wherever it stands), a class (guideline 2: only where it is written to or told
    to act), one that counts among recipients only, or a title without a body (only in a signature or a list).
    """

    first: int
    last: int
    id: str | None
    name: str
    kind: Kind
    level: str
    rule: str
    row: BodyHead | BodyTitle | None = None
    plain: bool = False  # nothing stands behind the head


class Names:
    """Reads the names of one text, left to right, the longest at each place."""

    def __init__(self, reading: Reading, context: Context) -> None:
        self.words: Words = reading.words
        self.lexicon: Lexicon = lexicon_of(reading.vocabulary)
        self.context = context
        self.at: dict[int, list[Form]] = forms_at(reading.words, self.lexicon)

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
        """Whether a class only describes the name before it: "chi bộ | cơ quan", "tổ chức đảng | trực thuộc"."""
        return other.first == one.last + 1 and joined(self.words, other.first)

    def _shared_level(self, found: list[Name]) -> list[Name]:
        """A level behind the last of two counts for both: "Đảng ủy, UBND các xã", "HĐND và UBND huyện"."""
        for i in range(len(found) - 2, -1, -1):
            one, other = found[i], found[i + 1]
            row = one.row
            if not (
                one.plain
                and isinstance(row, BodyHead)
                and not other.plain
                and other.level in ("district", "commune")
            ):
                continue
            shares = row.bare in ("list", "class") or _family(one) == "state"
            if (
                shares
                and isinstance(other.row, BodyHead)
                and next_item(self.words, one.last + 1) == self._bare_start(other)
            ):
                found[i] = self._relevel(one, other.level)
        return found

    def _bare_start(self, name: Name) -> int:
        return name.first

    def _at(self, first: int) -> list[Name]:
        best: list[Name] = []
        for form in self.at.get(first, ()):
            names = self._titled(first, form) if form.title else self._body(first, form)
            if (
                names
                and (not best or names[-1].last > best[-1].last)
                and not (best and names[0].rule == "open-name")
            ):
                best = names
        return best

    # ---- offices and parts: a title with a body behind it

    def _titled(self, first: int, form: Form) -> list[Name]:
        title = form.title
        assert title is not None
        last = first + len(form.keys) - 1
        at = last + 2 if same(self.words, last + 1, "các") else last + 1
        orgs = self._org(at) if self._org_may_follow(first, last) else []
        if not orgs:
            return [Name(first, last, None, title.name, "title", "", "title-alone", title, True)] * (
                title.kind == "office"
            )
        orgs = self._more_orgs(title, orgs)
        pairs = dict(pair.split("=") for pair in title.orgs)
        org_id = orgs[0].id if len({o.id for o in orgs}) == 1 else None
        label = f"{title.name} {', '.join(_inside(o) for o in orgs)}"
        body = pairs.get(org_id or "")
        return [
            Name(first, orgs[-1].last, body, label, "body", orgs[-1].level, f"{title.kind}-of-body", title)
        ]

    def _org_may_follow(self, first: int, last: int) -> bool:
        """In capitals (a signing block) the next line is another office's."""
        gap = self.words.gap(last + 1)
        shouted = self.words.view.text[self.words.starts[first] : self.words.ends[last]].isupper()
        return gap_kind(self.words, last + 1) in ("", ".") and not (shouted and "\n" in gap)

    def _org(self, at: int) -> list[Name]:
        """The body behind a title: a class of bodies is one as well ("Thủ trưởng các cơ quan, đơn vị")."""
        best: list[Name] = []
        for form in self.at.get(at, ()):
            if form.title and form.title.kind != "part":
                continue
            names = self._titled(at, form) if form.title else self._body(at, form)
            if names and names[-1].kind != "title" and (not best or names[-1].last > best[-1].last):
                best = names
        return best

    def _more_orgs(self, title: BodyTitle, orgs: list[Name]) -> list[Name]:
        """One title word is one mention, also with a list after it: members of the same kind as the first."""
        while (more := next_item(self.words, orgs[-1].last + 1)) is not None:
            if title.kind == "part" and gap_kind(self.words, orgs[-1].last + 1) == ",":
                break
            further = self._org(more)
            if not further or _family(further[0]) != _family(orgs[0]):
                break
            orgs = [*orgs, *further]
        return orgs

    # ---- bodies

    def _body(self, first: int, form: Form) -> list[Name]:
        if form.mark == "committee":
            return self._committees(first)
        if form.mark == "hamlet":
            end = hamlets_end(self.words, first)
            name = "Thôn, bản, tổ dân phố"
            return (
                [Name(first, end, "to-dan-cu", name, "body", "commune", "hamlets")] if end is not None else []
            )
        assert form.head is not None
        names = self._headed(first, first + len(form.keys) - 1, form.head)
        return self._members(names, form.head) if names and form.head.head else names

    def _headed(self, first: int, last: int, row: BodyHead) -> list[Name]:
        if row.tails in ("n", "f"):
            end = open_end(self.words, last, free=row.tails == "f")
            if end is None:
                return []
            tail = units_tail(self.words, end + 1, self.lexicon)
            return [self._named(first, tail.last if tail else end, row, tail, "open-name")]
        last, tail = self._tail(last, row)
        if tail is None:
            return self._without_tail(first, last, row)
        ends = [*(self._last_before(start) for start, _ in tail.cuts), tail.last]
        names = [self._named(first, ends[0], row, tail, "head-with-tail")]
        for (start, level), end in zip(tail.cuts, ends[1:], strict=True):
            names.append(self._named(start, end, row, Tail(end, level), "head-shared-in-list"))
        return names

    def _last_before(self, index: int) -> int:
        """The last word of a member that ends before `index`, without a "và" between."""
        return index - 2 if same(self.words, index - 1, "và", "hoặc") else index - 1

    def _tail(self, last: int, row: BodyHead) -> tuple[int, Tail | None]:
        words, lexicon = self.words, self.lexicon
        if set(row.tails) & set("kzq"):
            end = self._special_end(last, row.tails)
            tail = units_tail(words, end + 1, lexicon) if "k" in row.tails else None
            return last, tail or (Tail(end, "province") if end > last else None)
        if "c" in row.tails and (tail := committee_tail(words, last + 1, lexicon)) is not None:
            return last, tail
        if "p" in row.tails:
            unit = units_tail(words, last + 1, lexicon) if same(words, last + 1, "tỉnh") else None
            return last, unit or province_tail(words, last + 1, lexicon)
        if set(row.tails) & set("ulx"):
            return last, units_tail(words, last + 1, lexicon)
        return last, None

    def _special_end(self, last: int, flags: str) -> int:
        """Behind a board of zones its zone ("Dung Quất và các Khu công nghiệp"), behind "doanh nghiệp" where they are."""
        words = self.words
        if "z" in flags:
            end = zone_end(words, last)
            return name_run(words, end, several=True) if end > last else end
        if "q" in flags:
            return deputies_end(words, last)
        end = name_run(words, last, wrapped=True)
        at = end + 2 if same(words, end + 1, "và") and same(words, end + 2, "các") else None
        if at and sequence(words, at + 1, ("khu", "công", "nghiệp")):
            return at + 3
        return end

    def _named(self, first: int, last: int, row: BodyHead, tail: Tail | None, rule: str) -> Name:
        level = self.context.settle(tail) if tail else ""
        body = self.context.id_of(row, level or "province") if row.tails not in ("n", "f") else None
        text = " ".join(self.words.view.text[self.words.starts[first] : self.words.ends[last]].split())
        kind: Kind = "class" if row.bare == "class" and body is None else "body"
        kind = "recipient" if row.bare == "recipient" else kind
        return Name(first, last, body, _canonical(row, text), kind, level, rule, row)

    def _without_tail(self, first: int, last: int, row: BodyHead) -> list[Name]:
        issuer = self.context.issuer or ""
        if row.name == "Sở" and issuer.startswith("so-") and capital(self.words, first):
            return [Name(first, last, issuer, row.name, "body", "province", "issuer-in-short")]
        if row.head == "phòng" and (office := self._office_behind(last)) is not None:
            name = f"{row.name}, {office.name}"
            return [Name(first, office.last, None, name, "body", "", "room-of-office", row)]
        kind: Kind | None = self.context.kind_without_tail(row, self.words, first, last)
        if kind is None:
            return []
        level = self.context.level_without_tail(row)
        body = (
            self.context.id_of(row, level) if kind in ("body", "recipient") or row.bare == "plural" else None
        )
        rule = "name-in-vocabulary" if row.source == "bodies.csv" else "head-alone"
        return [Name(first, last, body, self.context.label(row, level), kind, "", rule, row, True)]

    def _office_behind(self, last: int) -> Name | None:
        """The office a room belongs to, behind a comma: "Phòng Tổng hợp, VPTU"."""
        if gap_kind(self.words, last + 1) != ",":
            return None
        found = self._org(last + 1)
        return found[0] if found and found[0].name.startswith("Văn phòng") else None

    def _members(self, names: list[Name], row: BodyHead) -> list[Name]:
        """The further members of a list that share the head word: "Sở Y tế, Công Thương", "Các Đảng ủy: Công an, …"."""
        found = list(names)
        while found[-1].plain and (more := next_item(self.words, found[-1].last + 1)) is not None:
            member = self._member(row.head, more)
            if member is None:
                break
            found.append(member)
        if len(found) > 1 and found[-1].level and isinstance(found[-1].row, BodyHead):
            found = [self._relevel(n, found[-1].level) for n in found]
        return found

    def _member(self, head: str, at: int) -> Name | None:
        if at >= len(self.words) or not capital(self.words, at):
            return None
        for form in self.lexicon.members.get(head, {}).get(self.words.bare(at), ()):
            bare_form = replace(form, head=replace(form.head, head="", caps="")) if form.head else form
            if stands(self.words, bare_form, at) and form.head:
                names = self._headed(at, at + len(form.keys) - 1, form.head)
                foreign = not form.head.tails and units_tail(self.words, at + len(form.keys), self.lexicon)
                return replace(names[0], rule="head-shared-in-list") if names and not foreign else None
        return None

    def _relevel(self, name: Name, level: str) -> Name:
        if name.plain and isinstance(name.row, BodyHead):
            body = self.context.id_of(name.row, level)
            return replace(name, id=body, level=level, kind="body" if body else name.kind)
        return name

    def _committees(self, first: int) -> list[Name]:
        members = committees_at(self.words, first)
        if not members:
            return []
        wide = any(level == "province" for *_, level in members)
        tail = committee_tail(self.words, first, self.lexicon) if len(members) == 1 else None
        last = tail.last if tail else members[-1][1]
        found = []
        for start, end, kind, _ in members:
            city = self.context.city_is_province(tail.centre if tail else None) or wide
            body, name = _COMMITTEES[kind] if kind != "thành" else _CITY[city]
            level = "province" if body in ("tinh-uy", "thanh-uy-tw") else "district"
            rule = "committee" if len(members) == 1 else "committee-in-list"
            found.append(Name(start, end, body, name, "body", level, rule))
        if len(found) == 1:
            found[0] = replace(found[0], last=max(last, found[0].last))
        return found


_COMMITTEES = {
    "tỉnh": ("tinh-uy", "Tỉnh ủy"),
    "huyện": ("huyen-uy", "Huyện ủy"),
    "thị": ("thi-uy", "Thị ủy"),
    "quận": ("quan-uy", "Quận ủy"),
}
_CITY = {True: ("thanh-uy-tw", "Thành ủy"), False: ("thanh-uy-tinh", "Thành ủy")}


def _inside(name: Name) -> str:
    """A name inside another's: classes and committees begin with a small letter there."""
    small = name.kind == "class" or name.row is None
    return name.name[:1].lower() + name.name[1:] if small else name.name


def _family(name: Name) -> str:
    """What lets a name stand in one list behind a title: the shared head, class words, committees, or the row."""
    if name.kind == "class":
        return "class"
    if name.row is None:
        return name.rule.split("-")[0]
    if isinstance(name.row, BodyTitle):
        return "title"
    if name.row.name in ("Ủy ban nhân dân", "Hội đồng nhân dân", "Đoàn đại biểu Quốc hội"):
        return "state"
    return name.row.head or name.row.name


def _canonical(row: BodyHead, text: str) -> str:
    """The name of a body without a row: the head's full name with the tail as printed, in plain case."""
    if text.isupper():
        text = text.capitalize()
    return text if not row.name or row.tails in ("n", "f") else _with_tail(row, text)


_CAC = re.compile(r" các (?!cấp)")


def _with_tail(row: BodyHead, text: str) -> str:
    for member in sorted(row.member, key=len, reverse=True):
        form = f"{row.head} {member}".strip()
        if key_of(text).startswith(key_of(form)):
            return f"{row.name}{_CAC.sub(' ', text[len(form) :])}"
    return text
