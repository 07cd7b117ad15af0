"""How well private persons are found: tests/cases/persons.jsonl, which was written before the rule."""

from __future__ import annotations

from bench.corpora import read
from bench.figures import Outcome, Part, Tally
from tests.cases.check_cases import Case, held_back, load

PARTS = ("persons", "persons-held")


def measure(part: str) -> Part:
    """The figures of one of PARTS.

    found: every letter and digit of an expected stretch is hidden. precision: a hidden stretch touches an
    expected one. nothing_hidden_where_nobody_is: of the cases without private persons.
    """
    held = part.endswith("-held")
    found, right, silent = Tally(), Tally(), Tally()
    outcomes: dict[str, Outcome] = {}
    for case in (case for case in load("persons") if held_back(case) == held):
        outcome = outcomes[case["id"]] = Outcome()
        text = case["text"]
        hidden = [(p.start, p.end) for p in read(text).private]
        expected = [(at := text.index(words), at + len(words)) for words in case["private"]]
        for start, end in expected:
            whole = _is_hidden(text, start, end, hidden)
            found.add(whole)
            outcome.expect(f"hides “{text[start:end]}”", right=whole)
        for start, end in hidden:
            touches = any(start < b and a < end for a, b in expected)
            right.add(touches)
            if not touches:
                outcome.false.append(f"hides “{text[start:end]}”")
        if not expected:
            silent.add(not hidden)
    figures = (
        found.figure(part, "found"),
        right.figure(part, "precision"),
        silent.figure(part, "nothing_hidden_where_nobody_is"),
    )
    return Part(part, figures, None if held else outcomes)


def _is_hidden(text: str, start: int, end: int, hidden: list[tuple[int, int]]) -> bool:
    return all(any(a <= at < b for a, b in hidden) for at in range(start, end) if text[at].isalnum())


def wrong(part: Part) -> list[str]:
    """What is missed or made up, of a part that may be looked into; [] for a part that is held back."""
    outcomes = part.outcomes or {}
    return [f"{id}: {what}" for id, o in outcomes.items() for what in (*o.missed, *o.false)]


def hidden_case_problems(case: Case) -> list[str]:
    """What is wrong with a case of the table: a stretch that its text does not hold exactly once."""
    return [
        f"{words!r} stands {n} times" for words in case["private"] if (n := case["text"].count(words)) != 1
    ]
