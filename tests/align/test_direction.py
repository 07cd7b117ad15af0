"""Who may take wording from whom: downwards and not back in time."""

from __future__ import annotations

import pytest

from ingest.aligning.held import Held


def held(text: str) -> Held:
    """`centre 2021-05-01`, `district 72 2021-05-01`, `province ? -`."""
    level, *place, date = text.split()
    province = place[0] if place and place[0] != "?" else None
    return Held(text, text, None if date == "-" else date, level == "centre", level, province, None)


@pytest.mark.parametrize(
    ("source", "target", "may"),
    [
        ("centre 2021-05-01", "province 72 2021-05-02", True),
        ("centre 2021-05-01", "province 72 2021-05-01", True),
        ("centre 2021-05-01", "province 72 2021-04-30", False),
        ("centre 2021-05-01", "province 72 -", True),
        ("centre 2021-05-01", "province ? 2021-05-02", True),
        ("centre -", "province 72 2021-05-02", False),
        ("centre 2021-05-01", "district 72 2021-05-02", True),
        ("centre 2021-05-01", "deconcentrated 72 2021-05-02", True),
        ("centre 2021-05-01", "centre 2021-06-01", False),
        ("province 72 2021-05-01", "district 72 2021-05-02", True),
        ("province 72 2021-05-01", "department 72 2021-05-02", True),
        ("province 72 2021-05-01", "commune 72 2021-05-02", True),
        ("province 72 2021-05-01", "district 72 -", True),
        ("province 72 -", "district 72 2021-05-02", False),
        ("province 72 2021-05-01", "district 91 2021-05-02", False),
        ("province 72 2021-05-01", "province 72 2021-05-02", False),
        ("province 72 2021-05-01", "province 91 2021-05-02", False),
        ("province ? 2021-05-01", "district ? 2021-05-02", False),
        ("province 72 2021-05-01", "centre 2021-05-02", False),
        ("district 72 2021-05-01", "commune 72 2021-05-02", False),
        ("district 72 2021-05-01", "province 72 2021-05-02", False),
        ("centre 2021-05", "province 72 2021-05-02", True),
        ("centre 2021-05-02", "province 72 2021-05", True),
        ("centre 2021-06", "province 72 2021-05-31", False),
    ],
)
def test_who_may_take_from_whom(source: str, target: str, may: bool) -> None:
    assert held(target).may_take_from(held(source)) is may


def test_no_act_takes_from_a_copy_of_itself() -> None:
    act = held("centre 2021-05-01")
    copy = Held("copy", act.act, act.date, False, "province", "72", None)
    assert not copy.may_take_from(act)
