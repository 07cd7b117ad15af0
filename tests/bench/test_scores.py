"""The scores: floors on the documents annotated, and a bench that sees what is wrong."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from bench import annotated, changes, scores
from bench.corpora import Annotated, Json, held_back, predict
from bench.corpora import annotated as parts
from bench.figures import Part, f1, macro_f1


@pytest.fixture(scope="module")
def said() -> dict[str, dict[str, Json]]:
    """What the program says of each part."""
    return {part.name: predict(part.texts) for part in parts()}


@pytest.mark.parametrize("part", [p for p in parts() if not p.held], ids=lambda p: str(p.name))
def test_the_targets_are_reached(part: Annotated, said: dict[str, dict[str, Json]]) -> None:
    wanted, checked = scores.targets()
    assert part.name in checked
    measured = annotated.measure(part, said[part.name])
    assert scores.missed([measured], wanted) == []


def test_gold_against_itself_is_perfect() -> None:
    gold = parts()[0]
    measured = annotated.measure(gold, gold.gold)
    assert {figure.value for figure in measured.figures} == {1.0}
    assert all(not o.missed and not o.false for o in (measured.outcomes or {}).values())


@pytest.mark.parametrize(
    ("spoil", "metric"),
    [
        (lambda m: m["attrs"].update(number="99/CT-TTg"), "citations.precision"),
        (lambda m: m["attrs"].update(date="1999-09-09"), "REFERENCE.attrs.date"),
        (lambda m: m.update(start=m["start"] + 1), "REFERENCE.exact"),
        (lambda m: m.update(quote="?"), "quotes"),
    ],
    ids=["number", "date", "edge", "quote"],
)
def test_a_wrong_reference_lowers_its_figure(spoil: object, metric: str) -> None:
    assert callable(spoil)
    gold = parts()[0]
    wrong = copy.deepcopy(dict(gold.gold))
    for document in wrong.values():
        for mention in document["mentions"]:
            if mention["label"] == "REFERENCE" and mention["attrs"]["number"]:
                spoil(mention)
    values = {figure.metric: figure.value for figure in annotated.measure(gold, wrong).figures}
    assert values[metric] < 1


def test_a_held_back_part_shows_totals_only() -> None:
    held = next(part for part in parts() if part.held)
    assert all(held_back(name) for name in held.texts)
    measured = annotated.measure(held, held.gold)
    assert measured.outcomes is None
    with pytest.raises(ValueError, match="held back"):
        scores.errors([measured], held.name)


def test_development_and_held_back_parts_share_no_text() -> None:
    gold, world, held = parts()
    assert not world.texts.keys() & held.texts.keys()
    assert len(world.texts) + len(held.texts) == 50
    assert len(gold.texts) == 4


def test_errors_name_what_was_expected_and_what_was_said() -> None:
    listed = scores.errors([_without_provinces()], "gold:PROVINCE")
    assert listed.count("said: nothing") == 5
    assert "PROVINCE" in listed
    assert "BODY" not in listed


def test_gains_and_losses_are_told_text_by_text(tmp_path: Path) -> None:
    gold, kept = parts()[0], tmp_path / "kept.json"
    before = annotated.measure(gold, gold.gold)
    changes.save(kept, [before])
    assert changes.compare(changes.load(kept), [before]) == "no difference"
    lost = changes.compare(changes.load(kept), [_without_provinces()])
    assert "gold PROVINCE.exact: 1.000 -> 0.000 (-1.000)" in lost
    assert lost.count("\n  - PROVINCE ") == 10  # five mentions, and the edges of each
    changes.save(kept, [_without_provinces()])
    assert changes.compare(changes.load(kept), [before]).count("\n  + PROVINCE ") == 10


def _without_provinces() -> Part:
    gold = parts()[0]
    poorer = copy.deepcopy(dict(gold.gold))
    for document in poorer.values():
        document["mentions"] = [m for m in document["mentions"] if m["label"] != "PROVINCE"]
    return annotated.measure(gold, poorer)


def test_every_target_names_a_figure_that_is_measured() -> None:
    wanted, _ = scores.targets()
    measured = {p.name: {f.metric for f in annotated.measure(p, p.gold).figures} for p in parts()}
    assert {(part, m) for part in measured for m in wanted[part] if m not in measured[part]} == set()


def test_an_unknown_part_is_refused_with_the_parts_there_are() -> None:
    with pytest.raises(ValueError, match="there are gold"):
        scores.errors([_without_provinces()], "golden")


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "a"), ("b", None)], 0.5),
        ([("a", "b"), ("b", "a")], 0.0),
        ([("a", "a"), ("a", "a"), ("a", "b"), ("b", "b")], (0.8 + 2 / 3) / 2),
        ([], 0.0),
    ],
)
def test_macro_f1(told: list[tuple[str, str | None]], value: float) -> None:
    assert macro_f1(told, ("a", "b")) == pytest.approx(value)


@pytest.mark.parametrize(("p", "r", "value"), [(1, 1, 1), (0, 0, 0), (1, 0, 0), (0.5, 1, 2 / 3)])
def test_f1(p: float, r: float, value: float) -> None:
    assert f1(p, r) == pytest.approx(value)
