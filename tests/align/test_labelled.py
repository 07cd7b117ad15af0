"""The labelled sample of reuse, at the thresholds that ship."""

from __future__ import annotations

from collections import Counter

import pytest

from bench.align_thresholds import found, measure, read
from ingest.aligning.thresholds import Thresholds

PAIRS = read()


def test_the_sample_has_enough_of_each_kind() -> None:
    assert min(Counter(pair.kind for pair in PAIRS).values()) >= 25
    assert len(PAIRS) >= 120


@pytest.mark.parametrize("kind", ["verbatim", "near", "none"])
def test_each_kind_is_told(kind: str) -> None:
    wrong = [p.target.words.view.source for p in PAIRS if p.kind == kind != found(p, Thresholds())]
    assert wrong == []


def test_reuse_is_told_from_none_and_graded() -> None:
    figures = measure(PAIRS, Thresholds())
    assert figures.precision >= 0.99
    assert figures.recall >= 0.95
    assert figures.graded >= 0.95
