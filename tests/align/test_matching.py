"""What the index finds is what a comparison of all with all finds, however the documents come."""

from __future__ import annotations

import pytest

from bench.align_collection import collection, stretches
from bench.align_exact import brute, quick, stepwise
from bench.generator import Act, acts
from ingest.aligning.stretches import packed, unpacked
from ingest.aligning.thresholds import Thresholds
from ingest.errors import StretchesUnreadable


@pytest.fixture(scope="module")
def composed() -> list[Act]:
    return list(acts(90, 7))


def test_index_and_all_pairs_agree_from_scratch_and_in_portions(composed: list[Act]) -> None:
    whole = collection(composed)
    expected = brute(whole, Thresholds())
    assert len(expected) >= 20
    assert quick(whole, Thresholds()) == expected
    assert stepwise(whole, Thresholds(), 3) == expected


@pytest.mark.parametrize(
    "limits",
    [
        Thresholds(min_shared=6, min_run=6, min_loose=9, min_syllables=8),
        Thresholds(formula_provinces=1, formula_closings=1),
        Thresholds(max_gap=2, min_loose=12),
    ],
)
def test_so_they_do_with_other_thresholds(composed: list[Act], limits: Thresholds) -> None:
    whole = collection(composed[:50])
    assert quick(whole, limits) == brute(whole, limits)


def test_what_was_put_into_the_composed_acts_is_found(composed: list[Act]) -> None:
    """Verbatim copies; one that is mostly the name of a measure, which is nobody's, need not be."""
    whole = collection(composed)
    found = {(source, target) for source, _, target, *_ in quick(whole, Thresholds())}
    ids = dict(zip((act.number for act in composed), (item.id for item in whole.held), strict=True))
    taken = [a for a in composed if a.takes == "verbatim" and "chỉ đạo thực hiện" not in _copy(a)]
    assert len(taken) >= 3
    assert [a.name for a in taken if (ids[str(a.source)], ids[a.number]) not in found] == []


def _copy(act: Act) -> str:
    return next(line for line in act.text.splitlines() if "Các đơn vị bảo đảm: " in line)


def test_stretches_are_kept_and_read_back() -> None:
    text = "Điều 1. Các chợ đầu mối chỉ mở cửa từ ba giờ.\n\nĐiều 2. Trường học bố trí phòng chờ riêng.\n"
    found = stretches(text)
    assert unpacked(packed(found)) == found
    assert found
    assert unpacked(packed(())) == ()


@pytest.mark.parametrize("stored", ["", "0:AAAA", "AAAA"])
def test_what_another_version_kept_is_not_read_as_ours(stored: str) -> None:
    with pytest.raises(StretchesUnreadable):
        unpacked(stored)
