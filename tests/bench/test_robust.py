"""Any input is read: no crash, and every quote is the text at its offsets."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import fields

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bench.corpora import annotated, read
from bench.pieces import PIECES, REPEATED
from ingest.documents import Extraction, Stated

TEXTS = [text for part in annotated() for text in part.texts.values()]


def whole(text: str) -> Extraction:
    """What a text states, held to the contract of spans."""
    found = read(text)
    spans = [(m.start, m.end, m.quote) for m in found.mentions]
    spans += [(s.start, s.end, s.quote) for s in _stated(found)]
    for start, end, quote in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == quote
    extents = [(a.start, a.end) for a in found.assignments] + [(p.start, p.end) for p in found.provisions]
    assert all(0 <= start < end <= len(text) for start, end in extents)
    return found


def _stated(found: Extraction) -> list[Stated]:
    values = [
        getattr(owner, field.name)
        for owner in (found.letterhead, found.letterhead.signer)
        for field in fields(owner)
    ]
    return [value for value in values if isinstance(value, Stated)]


many = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@many
@given(st.text(max_size=300))
@example("")
@example("\ufeff")
@example("\u0301")
@example("a" + "\u0301" * 300)
@example("\U0001d7d9\U0001d7e8/CT-TTg")
def test_any_text_is_read(text: str) -> None:
    whole(text)


@many
@given(st.lists(st.sampled_from(PIECES), max_size=80).map("".join))
def test_any_run_of_the_words_that_rules_hang_on_is_read(text: str) -> None:
    whole(text)


@many
@given(st.data())
def test_any_cuts_of_documents_put_together_are_read(data: st.DataObject) -> None:
    cuts = []
    for _ in range(data.draw(st.integers(1, 4))):
        text = data.draw(st.sampled_from(TEXTS))
        start = data.draw(st.integers(0, len(text)))
        cuts.append(text[start : start + data.draw(st.integers(0, 1200))])
    whole(data.draw(st.sampled_from(("", "\n", " "))).join(cuts))


@settings(parent=many, max_examples=60)
@given(st.sampled_from(TEXTS), st.integers(0, 2**32))
def test_documents_with_characters_lost_and_changed_are_read(text: str, seed: int) -> None:
    chance = random.Random(seed)
    letters = list(text[:1500])
    for _ in range(60):
        at = chance.randrange(len(letters))
        letters[at] = chance.choice(("", "\n", " ", "\u0301", "0", "/", "Đ", chance.choice(PIECES)))
    whole("".join(letters))


@pytest.mark.parametrize("piece", REPEATED, ids=repr)
@pytest.mark.parametrize(
    "frame",
    [lambda run: run, lambda run: f"Chỉ thị số {run}!", lambda run: f"ngày {run}\nUBND tỉnh {run}x"],
    ids=["alone", "behind a type word", "behind a date and a body"],
)
def test_a_word_said_a_thousand_times_is_read(piece: str, frame: Callable[[str], str]) -> None:
    """What backtracks badly would not come back; what recurses would overflow."""
    whole(frame(piece * (3000 // len(piece))))
