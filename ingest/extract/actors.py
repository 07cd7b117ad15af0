"""Who is told to act: bodies before the verb of a task, and those an order or a delegation names.

Three places: at the start of a clause of a task ("Sở Y tế tổ chức …"); behind an order of the issuer ("Giao …",
"Đề nghị …", "… yêu cầu các cấp ủy …"); behind a verb of delegation with an actor before it ("… lãnh đạo UBND tỉnh …",
"… phối hợp với UBND các xã …": the second step, guideline 4).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ingest.documents import Mention
from ingest.extract.body_lexicon import capital
from ingest.extract.body_words import same, sequence
from ingest.extract.places import TASKS, Place, Places
from ingest.extract.roles import Cast
from ingest.reading import Reading
from ingest.words import Words

_FILLERS = frozenset(
    "các những đồng chí đ c tất cả toàn thể từng mỗi mọi riêng một số cho chính ông bà đại diện".split()
)
# What may stand between two members of one list: conjunctions and words of place (which are no bodies).
_BETWEEN = frozenset(
    "và các những đồng chí đ c địa phương huyện thành phố thị xã quận phường trấn tổ chức cá nhân liên quan có cùng cấp"
    " ngành tỉnh".split()
)
_PLACES = frozenset("và các địa phương huyện thành phố thị xã quận trấn tổ chức cá nhân liên quan có".split())
_ORDERS = (
    ("yêu", "cầu"),
    ("đề", "nghị"),
    ("giao",),
    ("phân", "công"),
    ("chỉ", "đạo"),
    ("đề", "cao", "trách", "nhiệm"),
)
_DELEGATES = (
    ("lãnh", "đạo"),
    ("chỉ", "đạo"),
    ("hướng", "dẫn"),
    ("định", "hướng"),
    ("phân", "công"),
    ("yêu", "cầu"),
    ("giao",),
    ("đôn", "đốc"),
    ("chỉ", "huy"),
    ("điều", "hành"),
)
_TOGETHER = (("phối", "hợp", "với"), ("phối", "hợp", "cùng"), ("phối", "hợp"), ("cùng", "với"), ("cùng",))
# An order's word used as a noun: "theo đề nghị của", "đáp ứng yêu cầu", "thông điệp, yêu cầu".
_NOUN = (
    "theo",
    "xét",
    "đáp",
    "ứng",
    "các",
    "những",
    "một",
    "số",
    "đúng",
    "nhiệm",
    "vụ",
    "sau",
    "khi",
    "có",
    "được",
    "trước",
)
# Not a verb: what follows is still about the body, or the sentence goes elsewhere.
_NO_VERB = frozenset(
    "của và về hoặc với đến từ cho để do bằng như là hay trong tại ở trên ngoài theo".split()
)
_LOOSE = frozenset("trong tại ở trên ngoài theo với đến từ bằng là thuộc cho".split())
_REPORTED = ("đã", "vừa", "đang")
_TOLD = (
    ("cho", "biết"),
    ("thông", "báo", "để"),
    ("tiếp", "nhận"),
    ("ghi", "nhận"),
    ("xin",),
    ("nói",),
    ("cho", "rằng"),
)
# Firm verbs of duty, enough where the place in the sentence alone is not.
_DUTY = (
    "phải|cần|báo cáo|có trách nhiệm|chịu trách nhiệm|chủ động|kịp thời|thực hiện|tổ chức|khẩn trương|tập trung"
    "|tăng cường|căn cứ|nghiêm túc|gửi|triển khai|phối hợp|chủ trì|không được|tiếp tục|quán triệt|biết"
).split("|")
_DUTIES = tuple(tuple(phrase.split()) for phrase in _DUTY)
# Words that begin a circumstance before the actor: "Khi …, UBND các phường chia …", "Trước 17 giờ, các đơn vị …".
_CIRCUMSTANCE = frozenset(
    "khi trong trên để trước sau nếu đối quá hằng hàng định từ tại căn theo thực tính ngày thứ nhằm cùng với vì do"
    " trường bên ngoài đồng mặt bởi song".split()
)
_SILENT = frozenset(("letterhead", "addressees", "signature", "recipients", "furniture", "basis"))
Run = list[int]  # indexes of casts that stand in one list


class Actors:
    """Finds the assignees among casts, in text order, so that a delegation sees the actor before it."""

    def __init__(
        self, reading: Reading, places: Places, casts: Sequence[Cast], references: Sequence[Mention]
    ) -> None:
        self.words: Words = reading.words
        self.reading = reading
        self.cited = sorted(r.start for r in references)
        self.tasks = [p.start for p in reading.provisions if p.kind in TASKS]
        self.places = places
        self.casts = list(casts)
        self.acting: set[int] = set()  # provisions whose own text names an actor

    def cast(self) -> list[Cast]:
        """The casts with the role assignee given."""
        for run in self._runs():
            if self._acts(run):
                for i in self._told(run):
                    self.casts[i] = replace(self.casts[i], role="assignee")
                self.acting.add(self.casts[run[0]].place.provision)
        return self.casts

    def _runs(self) -> list[Run]:
        runs: list[Run] = []
        for i, cast in enumerate(self.casts):
            if cast.role != "other" or cast.place.zone in _SILENT or self._behind_cited(i):
                continue
            if (
                runs
                and runs[-1][-1] == i - 1
                and (self._one_list(self.casts[i - 1], cast) or self._heads_clause(runs[-1], cast))
            ):
                runs[-1].append(i)
            else:
                runs.append([i])
        return runs

    def _behind_cited(self, i: int) -> bool:
        """A further issuer of acts just cited ("của Chính phủ, Thủ tướng và các Ban Chỉ đạo") acts as little."""
        before = self.casts[i - 1] if i else None
        return before is not None and before.role == "authority" and self._one_list(before, self.casts[i])

    def _heads_clause(self, run: Run, other: Cast) -> bool:
        """A semicolon between members of a list at the start of its clause: "Thủ trưởng các sở; Chủ tịch UBND …"."""
        first, last = self.casts[run[0]], self.casts[run[-1]]
        between = [self.words.key(i) for i in range(last.name.last + 1, other.name.first)]
        if self.words.gap(last.name.last + 1).strip() != ";" or any(word not in _FILLERS for word in between):
            return False
        at = self._before_fillers(first.name.first, 0)
        return at <= self.places.clause_start(first.name.first, first.place)

    def _before_fillers(self, at: int, start: int) -> int:
        while at > start and self.words.key(at - 1) in _FILLERS and ";" not in self.words.gap(at):
            at -= 1
        return at

    def _one_list(self, one: Cast, other: Cast) -> bool:
        first, last = one.name.last + 1, other.name.first
        if one.place.provision != other.place.provision or last - first > 8:
            return False
        gaps = [self.words.gap(i) for i in range(first, last + 1)]
        if any(gap.strip(" \n\t*_") not in ("", ",") for gap in gaps):
            return False
        between = [self.words.key(i) for i in range(first, last)]
        return all(word in _BETWEEN for word in between) and (bool(between) or "," in gaps[0])

    def _acts(self, run: Run) -> bool:
        first, last = self.casts[run[0]], self.casts[run[-1]]
        start = self.places.clause_start(first.name.first, first.place)
        at = self._before_fillers(first.name.first, start)
        if self._reported(self._after(run)) or self._in_catalogue(first):
            return False
        if same(self.words, at - 1, "để") and same(self.words, self._after(run), "biết"):
            return True
        if at <= start:
            return self._in_tasks(first.place) and self._follows(run, loose=True) or self._duty(run, first)
        if self._ordered(at, start, first):
            return True
        if first.place.in_task and self._delegated(at, start, run):
            return True
        return self._after_circumstance(at, start, run)

    def _told(self, run: Run) -> Run:
        """Who of the list is told to act: behind "phối hợp với" no class without a row ("các cơ quan liên quan")."""
        first = self.casts[run[0]]
        at = self._before_fillers(first.name.first, 0)
        if self._verb_before(at, _TOGETHER) is None or first.name.name.startswith("Chủ"):
            return run
        return [i for i in run if self.casts[i].name.kind != "class" or self.casts[i].name.id is not None]

    def _after(self, run: Run) -> int:
        """The word behind the list, past members that are places ("các ngành, địa phương | phải …")."""
        after = self.casts[run[-1]].name.last + 1
        at = after
        while at < len(self.words) and at - after < 8 and self.words.gap(at).strip(" \n\t*_") in ("", ","):
            if self.words.key(at) not in _PLACES:
                return at if self._listed(after, at) else after
            at += 1
        return at if self._listed(after, at) else after

    def _listed(self, after: int, at: int) -> bool:
        return at > after and ("," in self.words.gap(after) or self.words.key(after) == "và")

    def _in_tasks(self, place: Place) -> bool:
        """In a task, or in the closing prose behind the tasks."""
        if place.in_task:
            return True
        if place.zone != "closing" or not self.tasks:
            return False
        return self.reading.provisions[place.path[0]].start > self.tasks[0]

    def _in_catalogue(self, first: Cast) -> bool:
        """A table's row that lists an act before the body ("| 05/CT-TTg | 28/01/2020 | Thủ tướng Chính phủ |")."""
        if self.words.gap(first.name.first).strip() != "|":
            return False
        begin = self.reading.provisions[first.place.provision].start if first.place.provision >= 0 else 0
        here, _ = self.reading.view.home(
            self.words.starts[first.name.first], self.words.ends[first.name.first]
        )
        at = bisect_left(self.cited, begin)
        return at < len(self.cited) and self.cited[at] < here

    def _reported(self, after: int) -> bool:
        return same(self.words, after, *_REPORTED) or any(sequence(self.words, after, t) for t in _TOLD)

    def _duty(self, run: Run, first: Cast) -> bool:
        """Outside a task only a firm duty makes an actor, and never in the report of an opening."""
        return first.place.zone in ("closing", "paragraph") and self._firm(self._after(run))

    def _firm(self, after: int) -> bool:
        return any(sequence(self.words, after, duty) for duty in _DUTIES)

    def _follows(self, run: Run, *, loose: bool) -> bool:
        """Whether a verb follows the list: any word that is no preposition; a colon or a cell's edge will do."""
        after = self._after(run)
        if self._ends_head(run, after):
            return True
        if after >= len(self.words):
            return False
        gap = self.words.gap(after).strip(" \n\t*_")
        if gap[:1] in (":", "|"):
            return True
        if (
            gap == ","
            and sequence(self.words, after, ("trong", "đó"))
            or sequence(self.words, after, ("cho", "phép"))
        ):
            return True
        if gap == "," and loose:
            return self._firm(after) or same(self.words, after, "theo", "căn", "trên", "cùng", "phối", "chủ")
        if gap not in ("", "-", "–", "(") or self._page_end(after):
            return False
        if self._weak_class(run) and not any(self._firm(after + k) for k in range(8)):
            return False
        word = self.words.key(after)
        if sequence(self.words, after, ("đối", "với")):
            return False
        return word not in _NO_VERB or (loose and word in _LOOSE)

    def _ends_head(self, run: Run, after: int) -> bool:
        """Whether the list is the whole head of a task whose bullets follow: "b) Bộ Tài chính", then "- …"."""
        index = self.casts[run[0]].place.provision
        if index < 0 or self.places.own_end(index) == self.reading.provisions[index].end:
            return False
        last = self.casts[run[-1]].name.last
        _, end = self.reading.view.home(self.words.starts[last], self.words.ends[last])
        rest = self.reading.document.text[end : self.places.own_end(index)]
        return not any(char.isalnum() for char in rest)

    def _page_end(self, after: int) -> bool:
        """Whether a new block begins right behind the list."""
        gap = self.words.gap(after)
        return gap.count("\n") > 1 and not self.words.view.text[self.words.starts[after]].islower()

    def _weak_class(self, run: Run) -> bool:
        """ "doanh nghiệp" and its like are mostly what a measure is about; only a firm duty makes them act."""
        names = [self.casts[i].name for i in run]
        return all(n.kind == "class" and n.id == "dn-kcn" for n in names)

    def _ordered(self, at: int, start: int, first: Cast) -> bool:
        verb = self._verb_before(at, _ORDERS)
        if verb is None:
            return False
        begin = at - len(verb)
        if same(self.words, begin - 1, *_NOUN) and begin > start:
            return False
        issuer = any(c.role == "issuer" and start <= c.name.last < begin for c in self._near(first))
        actor = any(c.role == "assignee" and start <= c.name.last < begin for c in self._near(first))
        request = verb == ("đề", "nghị") and self.words.view.text[self.words.starts[begin]].islower()
        if not issuer and (actor or (request and self._actor_in_scope(first))):
            return False
        if first.place.zone == "opening":
            return issuer or begin == start or self.words.gap(begin).strip().startswith(",")
        return (
            issuer
            or verb in (("yêu", "cầu"), ("giao",), ("đề", "nghị"), ("phân", "công"))
            or (verb == ("đề", "cao", "trách", "nhiệm"))
        )

    def _near(self, first: Cast) -> list[Cast]:
        index = self.casts.index(first)
        return self.casts[max(0, index - 12) : index]

    def _verb_before(self, at: int, verbs: Sequence[tuple[str, ...]]) -> tuple[str, ...] | None:
        return next(
            (v for v in verbs if sequence(self.words, at - len(v), v) and "," not in self.words.gap(at)), None
        )

    def _delegated(self, at: int, start: int, run: Run) -> bool:
        first = self.casts[run[0]]
        if not self._actor_in_scope(first):
            return False
        if self._verb_before(at, _TOGETHER) is not None:
            return bool(self._told(run))
        verb = self._verb_before(at, _DELEGATES)
        if verb is None and self._places_between(at, start):
            return self._follows(run, loose=False)
        return verb is not None and self._follows(run, loose=False)

    def _places_between(self, at: int, start: int) -> bool:
        """Whether places that are no bodies stand between the verb and the list ("lãnh đạo các huyện, cơ quan …")."""
        step = at
        while step > start and self.words.key(step - 1) in _BETWEEN | _FILLERS and at - step < 10:
            step -= 1
            if self._verb_before(step, _DELEGATES) is not None:
                return True
        return False

    def _actor_in_scope(self, first: Cast) -> bool:
        return any(index in self.acting for index in first.place.path)

    def _after_circumstance(self, at: int, start: int, run: Run) -> bool:
        first = self.casts[run[0]]
        after = self.casts[run[-1]].name.last + 1
        opens = self.words.key(start) in _CIRCUMSTANCE and capital(self.words, start)
        if not opens or first.place.zone == "opening":
            return False
        if any(c.role == "assignee" and start <= c.name.first for c in self._near(first)):
            return False
        comma = self.words.gap(at).strip() == ","
        if comma and first.place.in_task:
            return self._follows(run, loose=False)
        return self._firm(after) and (comma or at < first.name.first)
