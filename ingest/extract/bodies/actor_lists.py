"""Bodies that stand in one list, and the words before and behind such a list."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.extract.bodies.actor_cues import (
    ASIDE,
    BETWEEN,
    DUTIES,
    FILLERS,
    LOOSE,
    NO_VERB,
    ORDERS,
    PLACES,
    REPORTED,
)
from ingest.extract.bodies.roles import Cast
from ingest.extract.bodies.word_tests import behind_person, one_before, one_of, same, sequence
from ingest.extract.phrase_lists import Phrase
from ingest.extract.places import Places
from ingest.extract.reading import Reading
from ingest.text.words import Words

Run = list[int]  # indexes of casts that stand in one list
_SILENT = frozenset(("letterhead", "addressees", "signature", "recipients", "furniture", "basis"))
_BLANK = " \n\t*_"


class Lists:
    """Joins casts to lists and reads the words around them."""

    def __init__(self, reading: Reading, places: Places, casts: Sequence[Cast]) -> None:
        self.words: Words = reading.words
        self.reading = reading
        self.places = places
        self.casts = list(casts)
        self.freed: set[int] = set()  # casts that stand behind citations and are subjects all the same

    def runs(self) -> list[Run]:
        """The lists of bodies without another role, in text order."""
        runs: list[Run] = []
        for i, cast in enumerate(self.casts):
            if cast.role != "other" or cast.place.zone in _SILENT or self._behind_cited(i):
                continue
            if runs and runs[-1][-1] == i - 1 and self._goes_on(runs[-1], i):
                runs[-1].append(i)
            else:
                runs.append([i])
        return runs

    def _goes_on(self, run: Run, i: int) -> bool:
        return self._one_list(self.casts[i - 1], self.casts[i]) or self._heads_clause(run, self.casts[i])

    def _behind_cited(self, i: int) -> bool:
        """A further issuer of acts just cited: "của Chính phủ, Thủ tướng và các Ban Chỉ đạo"."""
        before = self.casts[i - 1] if i and i not in self.freed else None
        return before is not None and before.role == "authority" and self._one_list(before, self.casts[i])

    def _heads_clause(self, run: Run, other: Cast) -> bool:
        """A semicolon inside a list that begins its clause, or behind an order: "Thủ trưởng các sở; Chủ tịch
        UBND …"."""
        first, last = self.casts[run[0]], self.casts[run[-1]]
        between = range(last.name.last + 1, other.name.first)
        if len(between) > 4 or self.words.gap(last.name.last + 1).strip() != ";":
            return False
        if any(self.words.key(i) not in FILLERS for i in between):
            return False
        at = self.before_fillers(first.name.first, 0)
        ordered = self.verb_before(at, ORDERS) is not None
        return ordered or at <= self.places.clause_start(first.name.first, first.place)

    def _one_list(self, one: Cast, other: Cast) -> bool:
        first, last = one.name.last + 1, other.name.first
        if one.place.provision != other.place.provision or last - first > 8:
            return False
        gaps = [self.words.gap(i) for i in range(first, last + 1)]
        if any(gap.strip(_BLANK) not in ("", ",") for gap in gaps):
            return False
        between = [self.words.key(i) for i in range(first, last)]
        return all(word in BETWEEN for word in between) and (bool(between) or "," in gaps[0])

    # ---- before the list

    def before_fillers(self, at: int, start: int) -> int:
        """The first of the words "các", "đồng chí" and their like right before word `at`."""
        lowest = max(start, at - 8)
        while at > lowest and self.words.key(at - 1) in FILLERS and ";" not in self.words.gap(at):
            at -= 1
        return at

    def verb_before(self, at: int, verbs: tuple[Phrase, ...]) -> Phrase | None:
        """Which of `verbs` ends right before word `at`, with no comma between."""
        if "," in self.words.gap(at):
            return None
        return one_before(self.words, at, verbs)

    # ---- behind the list

    def after(self, run: Run) -> int:
        """The word behind the list, past members that are places ("các ngành, địa phương | phải …")."""
        after = self.casts[run[-1]].name.last + 1
        at = after
        while at < len(self.words) and at - after < 8 and self.words.gap(at).strip(_BLANK) in ("", ","):
            if self.words.key(at) not in PLACES:
                break
            at += 1
        listed = at > after and ("," in self.words.gap(after) or self.words.key(after) == "và")
        return at if listed else after

    def reported(self, run: Run) -> bool:
        """Whether the list is the subject of a report: "đã ban hành", "cho biết"; its office may be named."""
        return any(one_of(self.words, at, REPORTED) for at in self.predicates(run))

    def predicates(self, run: Run) -> tuple[int, int]:
        """Where the list's verb may stand: right behind it, or behind the name of who holds the office."""
        after = self.after(run)
        return after, behind_person(self.words, self.casts[run[-1]].name.last + 1)

    def firm(self, at: int) -> bool:
        """Whether a firm word of duty stands at word `at`."""
        return one_of(self.words, at, DUTIES)

    def followed(self, run: Run, *, loose: bool) -> bool:
        """Whether a verb follows the list: any word that is no preposition; a colon, a cell's edge or the
        end of a head with bullets will do as well. `loose`: the list begins its clause."""
        after = self.after(run)
        if self._ends_head(run):
            return True
        if after >= len(self.words):
            return False
        gap = self.words.gap(after).strip(_BLANK)
        if gap[:1] in (":", "|") or sequence(self.words, after, ("cho", "phép")):
            return True
        if gap == ",":
            aside = loose and (self.firm(after) or same(self.words, after, *ASIDE))
            return aside or sequence(self.words, after, ("trong", "đó"))
        return gap in ("", "-", "(") and self._verb_at(after, run, loose=loose)

    def _verb_at(self, after: int, run: Run, *, loose: bool) -> bool:
        if self._block_ends(after) or sequence(self.words, after, ("đối", "với")):
            return False
        if self._weak(run) and not any(self.firm(after + k) for k in range(8)):
            return False
        word = self.words.key(after)
        return word not in NO_VERB or (loose and word in LOOSE)

    def _weak(self, run: Run) -> bool:
        """Enterprises are mostly what a measure is about; only a firm duty makes them act."""
        names = [self.casts[i].name for i in run]
        return all(name.kind == "class" and name.id == "dn-kcn" for name in names)

    def _block_ends(self, after: int) -> bool:
        gap = self.words.gap(after)
        return gap.count("\n") > 1 and not self.words.view.text[self.words.starts[after]].islower()

    def _ends_head(self, run: Run) -> bool:
        """Whether the list is all the head of a task whose bullets follow: "b) Bộ Tài chính", then "-
        …"."""
        index = self.casts[run[0]].place.provision
        if index < 0 or self.places.own_end(index) == self.reading.provisions[index].end:
            return False
        last = self.casts[run[-1]].name.last
        _, end = self.reading.view.home(self.words.starts[last], self.words.ends[last])
        rest = self.reading.document.text[end : self.places.own_end(index)]
        return not any(char.isalnum() for char in rest)
