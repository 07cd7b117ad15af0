"""When wording is common property: where it stands first, in how many places, and in which part of an act."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from ingest.aligning.formulas import Commonness, formulas
from ingest.aligning.held import Held
from ingest.aligning.stretches import stretches_of
from ingest.aligning.thresholds import Thresholds
from ingest.documents import Provision
from tests.align.acts import GATE, WELL

LIMITS = Thresholds(formula_provinces=2, formula_closings=3)
Row = tuple[str, str, str]  # level and place, date, where the wording stands


def held(number: int, row: Row, wording: str = GATE) -> Held:
    """An act with the wording in a task ("body") or in its closing."""
    level, _, place = row[0].partition(" ")
    kind = "closing" if row[2] == "closing" else "item"
    text = f"{wording} Việc riêng số {number} do tổ {number} lo."
    tree = [Provision(kind, 0, len(text))]  # type: ignore[arg-type]
    central = level == "centre"
    return Held(
        id=f"{number:03}",
        act=f"act {number}",
        date=None if row[1] == "-" else row[1],
        central=central,
        level=level,
        province=None if central else place or None,
        issuer=place if central else None,
        stretches=stretches_of(tree, text),
    )


def worn(others: Sequence[Row], directive: Row = ("centre ttg", "2021-05-01", "body")) -> bool:
    """Whether the directive's wording is common property."""
    acts = [held(i, row) for i, row in enumerate((directive, *others))]
    return bool(Commonness(acts, LIMITS).worn(acts[0]))


def before(*places: str, date: str = "2021-04-30", part: str = "body") -> list[Row]:
    return [(place, date, part) for place in places]


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        (before("province 1", "province 2", "province 3"), True),
        (before("province 1", "province 2"), False),
        (before("province 1", "province 2", "district 2", "district 1"), False),
        (before("province 1", "province 2", "centre byt"), True),
        (before("province 1", "province 2", "province"), False),
        (before("province 1", "province 2", "province 3", date="2021-05-01"), False),
        (before("province 1", "province 2", "province 3", date="2021-05-02"), False),
        (before("province 1", "province 2", "province 3", date="-"), False),
        (before("province 1", "province 2", "province 3", date="2021-04"), True),
        (before("province 1", "province 2", "province 3", date="2021-05"), False),
        (before("province 1", "province 2", "province 3", part="closing"), True),
        (before(*(f"province {i}" for i in range(40)), date="2021-06-01"), False),
    ],
)
def test_what_others_had_before_is_common_property(others: list[Row], expected: bool) -> None:
    assert worn(others) is expected


@pytest.mark.parametrize(
    ("closings", "bodies", "expected"),
    [(4, 0, True), (3, 0, False), (4, 3, True), (4, 4, False), (9, 20, False)],
)
def test_so_is_what_closings_have_whatever_their_date(closings: int, bodies: int, expected: bool) -> None:
    later = "2021-09-09"
    others = before(*(f"province {i}" for i in range(closings)), date=later, part="closing")
    # The directive's own body counts among the bodies.
    others += before(*(f"province {i}" for i in range(50, 50 + bodies - 1)), date=later)
    assert worn(others) is expected


def members(rows: Sequence[Row]) -> list[list[str]]:
    acts = [held(i, row) for i, row in enumerate(rows)]
    found = formulas(acts, Commonness(acts, LIMITS), LIMITS)
    return [[place.document for place in places] for places in found.values()]


def test_a_formula_has_all_that_share_it_as_members() -> None:
    rows = [*before("province 1", "province 2", "province 3"), ("centre ttg", "2021-05-01", "body")]
    rows += [("province 4", "2021-06-01", "body"), ("province 5", "-", "closing")]
    assert members(rows) == [["000", "001", "002", "003", "004", "005"]]


def test_what_all_have_from_the_first_is_no_formula() -> None:
    """Also where a later central act repeats it."""
    rows = [("centre ttg", "2021-03-01", "body"), *before("province 1", "province 2", "province 3")]
    rows += [("centre byt", "2021-06-01", "body"), ("province 4", "2021-07-01", "body")]
    assert members(rows) == []


def test_what_nobody_could_have_taken_is_no_formula() -> None:
    rows = [*before("province 1", "province 2", "province 3"), ("centre ttg", "2021-05-01", "body")]
    assert members(rows) == []


def test_the_order_of_documents_makes_no_difference() -> None:
    rows = [*before("province 1", "province 2", "province 3"), ("centre ttg", "2021-05-01", "body")]
    rows += [("province 4", "2021-06-01", "body")]
    acts = [held(i, row, wording) for i, row in enumerate(rows) for wording in (GATE, WELL)]
    acts = [Held(f"{i:03}", *(getattr(a, n) for n in Held.__slots__[1:])) for i, a in enumerate(acts)]
    found = formulas(acts, Commonness(acts, LIMITS), LIMITS)
    turned = formulas(acts[::-1], Commonness(acts[::-1], LIMITS), LIMITS)
    assert len(found) == 2
    assert {k: sorted(p.document for p in v) for k, v in found.items()} == {
        k: sorted(p.document for p in v) for k, v in turned.items()
    }
