"""Names that begin with a head of body_heads.csv: the head, its tail, and the members of its list."""

from __future__ import annotations

from dataclasses import replace

from ingest.extract.bodies.committees import committee_tail, committees_at
from ingest.extract.bodies.level import Context
from ingest.extract.bodies.lexicon import Form, Lexicon, capital, forms_at, lexicon_of, stands
from ingest.extract.bodies.name import Kind, Name, canonical
from ingest.extract.bodies.open_names import deputies_end, hamlets_end, open_end, zone_end
from ingest.extract.bodies.places import name_run, province_at
from ingest.extract.bodies.tails import Tail, province_tail, units_tail
from ingest.extract.bodies.word_tests import next_item, same, sequence
from ingest.extract.reading import Reading
from ingest.text.words import Words
from ingest.vocabulary import BodyHead

_COMMITTEES = {
    "tỉnh": ("tinh-uy", "Tỉnh ủy"),
    "huyện": ("huyen-uy", "Huyện ủy"),
    "thị": ("thi-uy", "Thị ủy"),
    "quận": ("quan-uy", "Quận ủy"),
}
_CITY = {True: ("thanh-uy-tw", "Thành ủy"), False: ("thanh-uy-tinh", "Thành ủy")}


class Heads:
    """Reads the names that a form without a title begins, one text at a time."""

    def __init__(self, reading: Reading, context: Context) -> None:
        self.words: Words = reading.words
        self.lexicon: Lexicon = lexicon_of(reading.vocabulary)
        self.context = context
        self.at: dict[int, list[Form]] = forms_at(reading.words, self.lexicon)

    def body(self, first: int, form: Form) -> list[Name]:
        """The names that `form` begins at word `first`: none, one, or the members of a list."""
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
        """Behind a board of zones its zone ("Dung Quất và các Khu công nghiệp"), behind "doanh nghiệp"
        where they are."""
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
        text = self._without_province(first, last, row, tail)
        kind: Kind = "class" if row.bare == "class" and body is None else "body"
        kind = "recipient" if row.bare == "recipient" else kind
        return Name(first, last, body, canonical(row, text), kind, level, rule, row)

    def _without_province(self, first: int, last: int, row: BodyHead, tail: Tail | None) -> str:
        """The printed name, the province's own name left off: which province a body is of is told apart
        from what it is ("Kho bạc Nhà nước Hà Tĩnh": "Kho bạc Nhà nước tỉnh")."""
        words = self.words
        end, level = last, ""
        if tail and tail.level in ("province", "city") and row.tails not in ("n", "f"):
            for at in range(last, max(first, last - 4), -1):
                found = province_at(words, at, self.lexicon)
                if found and at + found[0] - 1 == last and at > first:
                    end = at - 1
                    listed = same(words, end, "tỉnh", "phố", "tp", "thành")
                    level = "" if listed else " thành phố" if found[1] else " tỉnh"
        printed = " ".join(words.view.text[words.starts[first] : words.ends[end]].split())
        spelled = printed.removesuffix("TP").removesuffix("tp")
        return (f"{spelled}thành phố" if spelled != printed and end < last else printed) + level

    def _without_tail(self, first: int, last: int, row: BodyHead) -> list[Name]:
        issuer = self.context.issuer or ""
        if row.name == "Sở" and issuer.startswith("so-") and capital(self.words, first):
            return [Name(first, last, issuer, row.name, "body", "province", "issuer-in-short")]
        kind: Kind | None = self.context.kind_without_tail(row, self.words, first, last)
        if kind is None or (self.context.union and row.name == "Ban Thường vụ"):
            return []  # of a union it is a part without a row (Names)
        level = self.context.level_without_tail(row)
        body = (
            self.context.id_of(row, level) if kind in ("body", "recipient") or row.bare == "plural" else None
        )
        rule = "name-in-vocabulary" if row.source == "bodies.csv" else "head-alone"
        return [Name(first, last, body, self.context.label(row, level), kind, "", rule, row, True)]

    def _members(self, names: list[Name], row: BodyHead) -> list[Name]:
        """The further members of a list that share the head word: "Sở Y tế, Công Thương", "Các Đảng
        ủy: Công an, …"."""
        found = list(names)
        # "Các Đảng ủy: Công an tỉnh, Quân sự tỉnh": in the plural the members may each have their level.
        several = row.head == "đảng ủy" and self.words.key(max(0, names[0].first - 1)) == "các"
        while (found[-1].plain or (several and found[-1].level == "province")) and (
            more := next_item(self.words, found[-1].last + 1)
        ) is not None:
            member = self._member(row.head, more)
            if member is None:
                break
            found.append(member)
        if len(found) > 1 and found[-1].level and isinstance(found[-1].row, BodyHead):
            found = [self.relevel(n, found[-1].level) for n in found]
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

    def relevel(self, name: Name, level: str) -> Name:
        """A head that stood alone, at the level that its list gives it."""
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
