"""Who is told to act: bodies before the verb of a task, and those an order or a delegation names.

Three places: at the start of a clause of a task ("Sở Y tế tổ chức …"); behind an order of the issuer
("Giao …", "Đề nghị …", "… yêu cầu các cấp ủy …"); behind a verb of delegation with an actor before it
("… lãnh đạo UBND tỉnh …", "… phối hợp với UBND các xã …": the second step, guideline 4).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ingest.documents import Mention
from ingest.extract.bodies.actor_cues import (
    ASKS,
    BETWEEN,
    CARRYING,
    CIRCUMSTANCE,
    COLUMN,
    DELEGATES,
    DONE,
    FILLERS,
    HEADING,
    JOINING,
    NOUN,
    ORDERS,
    PASSIVE,
    TOGETHER,
    WORKS,
    WRITES,
)
from ingest.extract.bodies.actor_lists import Lists, Run
from ingest.extract.bodies.lexicon import capital
from ingest.extract.bodies.roles import Cast
from ingest.extract.bodies.word_tests import may_begin, one_of, same, sequence
from ingest.extract.headings import told_under
from ingest.extract.places import TASKS, Place, Places
from ingest.extract.reading import Reading
from ingest.extract.time_words import behind_time


class Actors(Lists):
    """Finds the assignees among casts, in text order, so that a delegation sees the actor before it."""

    def __init__(
        self, reading: Reading, places: Places, casts: Sequence[Cast], references: Sequence[Mention]
    ) -> None:
        super().__init__(reading, places, casts)
        self.cited = sorted(r.start for r in references)
        self.numbered = frozenset(r.start for r in references if r.attrs.get("kind") in ("numbered", "self"))
        self.first_task = min((p.start for p in reading.provisions if p.kind in TASKS), default=None)
        self.acting: set[int] = set()  # provisions whose own text names an actor

    def cast(self) -> list[Cast]:
        """The casts with the role assignee given."""
        self._free_subjects()
        for run in self.runs():
            if self._acts(run):
                for i in self._told(run):
                    self.casts[i] = replace(self.casts[i], role="assignee")
                self.acting.add(self.casts[run[0]].place.provision)
        return self.casts

    def _free_subjects(self) -> None:
        """Behind a circumstance that cites several issuers the last is the subject, where a verb follows it:
        "Trên cơ sở hướng dẫn của Bộ Y tế, Sở Y tế | xây dựng …"."""
        for i in range(1, len(self.casts)):
            before, cast = self.casts[i - 1], self.casts[i]
            cited = before.role == "authority" and cast.role in ("authority", "other")
            if cited and self._subject_behind(before, cast, i):
                self.casts[i] = replace(cast, role="other")
                self.freed.add(i)

    def _subject_behind(self, before: Cast, cast: Cast, i: int) -> bool:
        first, last = before.name.last + 1, cast.name.first
        comma = self.words.gap(first).strip() == ","
        start = self.places.clause_start(last, cast.place)
        cites = self.words.key(start) in CIRCUMSTANCE | CARRYING and capital(self.words, start)
        if not (comma and cites and all(self.words.key(k) in FILLERS for k in range(first, last))):
            return False
        after = self.after([i])
        return (
            self._in_task(cast.place)
            and self.followed([i], loose=False)
            and (self._works(after) or self.firm(after))
        )

    def _acts(self, run: Run) -> bool:
        first = self.casts[run[0]]
        start = self.places.clause_start(first.name.first, first.place)
        at = self.before_fillers(first.name.first, start)
        if self.reported(run) or self._wrote(run) or self._in_catalogue(first) or self._names_column(first):
            return False
        if told_under(self.reading, first.place.path):
            return self._ordered(at, start, run)
        if at <= start:
            return self._begins_clause(run, first.place)
        informed = same(self.words, at - 1, "để") and same(self.words, self.after(run), "biết")
        return (
            informed
            or self._ordered(at, start, run)
            or self._delegated(at, start, run)
            or self._after_circumstance(at, start, run)
            or self._by(at, start, run)
            or self._consequent(at, run)
            or self._joins(at, start, run)
            or self._headed(at, start, run)
        )

    def _wrote(self, run: Run) -> bool:
        """Whether the list is who wrote, signed or sent the act named behind ("Sở Y tế có Công văn số …"), or
        who speaks outside the tasks ("Thực hiện …, Sở Giáo dục và Đào tạo yêu cầu …")."""
        speaks = not self.casts[run[0]].place.in_task
        return any(
            self._names_act(at) or (speaks and one_of(self.words, at, ASKS)) for at in self.predicates(run)
        )

    def _names_act(self, at: int) -> bool:
        """Whether a verb of writing stands at word `at`, and the act's type word or number right behind."""
        verbs = WRITES if may_begin(self.words, at, WRITES) else ()
        verb = next((v for v in verbs if sequence(self.words, at, v)), None)
        if verb is None or at + len(verb) >= len(self.words):
            return False
        start = self.words.starts[at + len(verb)]
        return self.reading.view.home(start, start + 1)[0] in self.numbered

    def _begins_clause(self, run: Run, place: Place) -> bool:
        """At the start of a clause: in a task any verb will do, in other prose only a firm duty."""
        if self._among_tasks(place) and self.followed(run, loose=True):
            return True
        if place.zone == "paragraph" and self.places.plain_letter and self._works(self.after(run)):
            return True
        return place.zone in ("closing", "paragraph") and self.firm(self.after(run))

    def _works(self, at: int) -> bool:
        """Whether a verb of work or of delegation stands at word `at`."""
        return any(one_of(self.words, at, verbs) for verbs in (DELEGATES, DONE, WORKS))

    def _in_task(self, place: Place) -> bool:
        """In a task, or in a letter's paragraph that gives one."""
        return place.in_task or self.places.lone or place.zone == "paragraph"

    def _among_tasks(self, place: Place) -> bool:
        """In a task, or in the closing prose behind the tasks."""
        if self.places.lone:
            return True
        if place.in_task or place.zone != "closing" or self.first_task is None:
            return place.in_task
        return self.reading.provisions[place.path[0]].start > self.first_task

    def _in_catalogue(self, first: Cast) -> bool:
        """In a table's row that lists an act: "| 05/CT-TTg | 28/01/2020 | Thủ tướng Chính phủ |"."""
        if first.place.provision < 0 or self.words.gap(first.name.first).strip() != "|":
            return False
        begin = self.reading.provisions[first.place.provision].start
        here, _ = self.reading.view.home(
            self.words.starts[first.name.first], self.words.ends[first.name.first]
        )
        at = bisect_left(self.cited, begin)
        return at < len(self.cited) and self.cited[at] < here

    def _names_column(self, first: Cast) -> bool:
        """In the head of a table: "TT | Nội dung | Cơ quan chủ trì | Thời hạn"."""
        if first.name.kind != "class":
            return False
        at, cells = first.name.last + 1, self.words.gap(first.name.first)
        while at < len(self.words) and self.words.key(at) in COLUMN and not self.words.gap(at).strip(" ,"):
            at += 1
        ending = self.words.gap(at) if at < len(self.words) else "|"
        column = any(mark in cells + ending for mark in "|\t")
        return column and any(mark in ending for mark in "|\t\n")

    def _told(self, run: Run) -> Run:
        """Who of the list is told: behind "phối hợp với" no class without a row ("các cơ quan liên
        quan")."""
        first = self.casts[run[0]]
        at = self.before_fillers(first.name.first, 0)
        if self.verb_before(at, TOGETHER) is None or first.name.name.startswith("Chủ"):
            return run
        return [i for i in run if self.casts[i].name.kind != "class" or self.casts[i].name.id is not None]

    def _ordered(self, at: int, start: int, run: Run) -> bool:
        """Behind an order of the issuer; "đề nghị" in a clause of an actor is that actor's request."""
        verb = self.verb_before(at, ORDERS)
        if verb is None:
            return False
        place = self.casts[run[0]].place
        begin = at - len(verb)
        if begin > start and same(self.words, begin - 1, *NOUN):
            return False
        if self._has(run, "issuer", start, begin):
            return True
        request = verb == ("đề", "nghị") and not capital(self.words, begin) and self._actor_in_scope(place)
        if request or self._has(run, "assignee", start, begin):
            return False
        if place.zone == "opening":
            return begin == start or self.words.gap(begin).strip().startswith(",")
        return verb != ("chỉ", "đạo")

    def _has(self, run: Run, role: str, start: int, end: int) -> bool:
        """Whether a body with this role stands in the clause before word `end`."""
        near = self.casts[max(0, run[0] - 12) : run[0]]
        return any(c.role == role and start <= c.name.last < end for c in near)

    def _delegated(self, at: int, start: int, run: Run) -> bool:
        """Behind a verb of delegation, with an actor before it in the task or in the head above."""
        place = self.casts[run[0]].place
        if not self._in_task(place) or not self._actor_in_scope(place):
            return False
        if self.verb_before(at, TOGETHER) is not None:
            return bool(self._told(run))
        verb = self.verb_before(at, DELEGATES) is not None or self._places_between(at, start)
        return verb and self.followed(run, loose=False)

    def _places_between(self, at: int, start: int) -> bool:
        """Whether places stand between the verb and the list: "lãnh đạo các huyện, thành phố, cơ quan
        …"."""
        lowest = max(start, at - 10)
        while at > lowest and self.words.key(at - 1) in BETWEEN | FILLERS:
            at -= 1
            if self.verb_before(at, DELEGATES) is not None:
                return True
        return False

    def _by(self, at: int, start: int, run: Run) -> bool:
        """The agent of a passive task: "Kinh phí … do Sở Tài chính bố trí", "Việc … do UBND xã thực hiện"."""
        subject = self.words.key(start) in PASSIVE and self._in_task(self.casts[run[0]].place)
        agent = same(self.words, at - 1, "do") and at - 1 > start
        after = self.after(run)
        return subject and agent and one_of(self.words, after, DONE)

    def _goes_on(self, run: Run, i: int) -> bool:
        return super()._goes_on(run, i) and not self._new_subject(i)

    def _new_subject(self, i: int) -> bool:
        """Behind a circumstance "… của Sở Y tế, UBND thành phố | quyết định …": the second acts alone."""
        before, cast = self.casts[i - 1], self.casts[i]
        start = self.places.clause_start(before.name.first, cast.place)
        if (
            not same(self.words, before.name.first - 1, "của")
            or self.words.gap(cast.name.first).strip() != ","
        ):
            return False
        cites = self.words.key(start) in CIRCUMSTANCE | CARRYING and capital(self.words, start)
        after = self.after([i])
        return cites and (self._works(after) or self.firm(after))

    def _joins(self, at: int, start: int, run: Run) -> bool:
        """Who works with the actor before: "Giao Sở Y tế chủ trì, Sở Tài chính | phối hợp thẩm định"."""
        with_others = one_of(self.words, self.after(run), JOINING)
        comma = self.words.gap(at).strip() == ","
        return with_others and comma and self._has(run, "assignee", start, at)

    def _headed(self, at: int, start: int, run: Run) -> bool:
        """Whose tasks follow: "2. Đối với Sở Y tế:", "3. Trách nhiệm của Công an tỉnh" over bullets."""
        lead = start + 1 if same(self.words, start, "riêng") else start
        if not any(at == lead + len(words) and sequence(self.words, lead, words) for words in HEADING):
            return False
        after = self.casts[run[-1]].name.last + 1
        gap = self.words.gap(after).strip(" *_") if after < len(self.words) else ""
        asked = gap == "," and one_of(self.words, after, ORDERS)
        return self._in_task(self.casts[run[0]].place) and (
            gap.startswith(":") or asked or self._ends_head(run)
        )

    def _consequent(self, at: int, run: Run) -> bool:
        """Who acts where a condition holds: "Hộ nào thiếu gạo thì tổ COVID cộng đồng | mang đến"."""
        told = same(self.words, at - 1, "thì") and self._in_task(self.casts[run[0]].place)
        return told and self.followed(run, loose=False)

    def _actor_in_scope(self, place: Place) -> bool:
        return any(index in self.acting for index in place.path)

    def _after_circumstance(self, at: int, start: int, run: Run) -> bool:
        """Behind a circumstance that begins the sentence: "Khi …, UBND các phường chia …"."""
        first = self.casts[run[0]]
        opens = self.words.key(start) in CIRCUMSTANCE and capital(self.words, start)
        preamble = first.place.zone == "opening" and not self.places.lone
        if not opens or preamble or self._has(run, "assignee", start, at):
            return False
        timed = behind_time(self.words, start, at) == at and not self.firm(start)
        comma = self.words.gap(at).strip() == "," or timed
        if comma and self._in_task(first.place):
            return self.followed(run, loose=False)
        return self.firm(self.after(run)) and (comma or at < first.name.first)
