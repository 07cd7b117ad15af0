"""Documents written otherwise: the annotations move along exactly, and the scores hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import annotated
from bench.corpora import Annotated
from bench.corpora import annotated as parts
from bench.edits import Edit, Edited
from bench.figures import Part
from bench.transform import TRANSFORMATIONS, fallen, transform

# What a scanner does is left to chance: `python -m bench.transform` shows it, with --seed for another scan.
EXACT = [name for name in TRANSFORMATIONS if name != "scan"]


@pytest.fixture(scope="module")
def originals() -> dict[str, Part]:
    """The scores of the texts as they are."""
    return {part.name: annotated.measure(part) for part in parts() if not part.held}


@pytest.mark.parametrize("name", EXACT)
@pytest.mark.parametrize("part", [p for p in parts() if not p.held], ids=lambda p: str(p.name))
def test_scores_hold(part: Annotated, name: str, originals: dict[str, Part]) -> None:
    assert fallen(originals[part.name], annotated.measure(transform(part, name))) == []


@pytest.mark.parametrize("name", TRANSFORMATIONS)
@pytest.mark.parametrize("part", parts(), ids=lambda p: str(p.name))
def test_annotations_quote_the_text_that_they_moved_to(part: Annotated, name: str) -> None:
    other = transform(part, name)
    changed = 0
    for file, gold in other.gold.items():
        text = other.texts[file]
        changed += text != part.texts[file]
        assert [m for m in gold["mentions"] if text[m["start"] : m["end"]] != m["quote"]] == []
        assert all(0 <= a["start"] < a["end"] <= len(text) for a in gold["assignments"])
        subject = gold["document"]["subject_quote"]
        assert subject is None or " ".join(subject.split()) in " ".join(text.split())
    assert changed >= len(part.texts) // 2


def test_a_transformation_is_the_same_each_time() -> None:
    gold = parts()[0]
    assert all(transform(gold, name) == transform(gold, name) for name in TRANSFORMATIONS)
    assert transform(gold, "scan", seed=2) != transform(gold, "scan", seed=3)


def test_a_swap_changes_every_kind_of_value() -> None:
    world = parts()[1]
    other = transform(world, "swap")
    for label, value in (("PROVINCE", "id"), ("BODY", "id"), ("REFERENCE", "id")):
        pairs = [
            (before[value], after[value])
            for file in world.gold
            for before, after in zip(world.gold[file]["mentions"], other.gold[file]["mentions"], strict=True)
            if before["label"] == label
        ]
        assert sum(a != b for a, b in pairs) >= len(pairs) // 20, label


@given(st.data())
def test_spans_that_no_edit_touches_keep_their_words(data: st.DataObject) -> None:
    text = data.draw(st.text("abc ", min_size=1, max_size=40))
    edits = []
    for _ in range(data.draw(st.integers(0, 5))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 3)))
        edits.append(Edit(start, end, data.draw(st.text("XY", max_size=3))))
    edited = Edited(text, edits)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    a, b = edited.span(start, end)
    assert 0 <= a <= b <= len(edited.text)
    if all(e.end <= start or e.start >= end for e in edits):
        assert edited.text[a:b] == text[start:end]


@pytest.mark.parametrize(
    ("edits", "text", "span"),
    [
        ([], "một hai ba", (4, 7)),
        ([Edit(4, 4, "*")], "một *hai ba", (5, 8)),
        ([Edit(7, 7, "*")], "một hai* ba", (4, 7)),
        ([Edit(4, 7, "2")], "một 2 ba", (4, 5)),
        ([Edit(2, 6, "-")], "mộ-i ba", (2, 4)),
        ([Edit(0, 3, "1"), Edit(8, 10, "3")], "1 hai 3", (2, 5)),
        ([Edit(3, 4, "\r\n"), Edit(4, 4, "\u200b")], "một\r\n\u200bhai ba", (6, 9)),
    ],
)
def test_where_a_span_stands_after_edits(edits: list[Edit], text: str, span: tuple[int, int]) -> None:
    edited = Edited("một hai ba", edits)
    assert edited.text == text
    assert edited.span(4, 7) == span
