"""The 34 units of 2025: what the provinces of 2020 that each holds state, no document lost and none twice."""

from __future__ import annotations

import pytest

from app.answers.asking.errors import FilterInvalid, ProvinceUnknown
from app.answers.comparing.charging import compare_bodies
from app.answers.comparing.comparison import compare
from app.answers.comparing.divisions import chosen, find_unit
from app.answers.models.comparison import Units
from graph.store import Store
from tests.store.corpus import REAL, SAMPLE, holding


@pytest.fixture(scope="module")
def loaded(session_store: Store) -> Store:
    """Real and sample documents."""
    return holding(session_store, REAL, SAMPLE)


@pytest.mark.parametrize(
    ("typed", "code", "name"),
    [
        ("Tây Ninh", "80", "Tây Ninh"),
        ("tay ninh", "80", "Tây Ninh"),
        ("Long An", "80", "Tây Ninh"),  # gone: within Tây Ninh since
        ("80", "80", "Tây Ninh"),
        ("91", "91", "An Giang"),  # Kiên Giang's code of 2020
        ("Kiên Giang", "91", "An Giang"),
        ("Tỉnh An Giang", "91", "An Giang"),
        ("Bắc Giang", "24", "Bắc Ninh"),
        ("1", "01", "Hà Nội"),
        ("Thành phố Hải Phòng", "31", "Hải Phòng"),
    ],
)
def test_a_unit_is_found_by_its_name_its_code_or_what_it_holds(typed: str, code: str, name: str) -> None:
    found = find_unit(typed)
    assert (found.code, found.name) == (code, name)


@pytest.mark.parametrize("typed", ["72", "00", "Atlantis", ""])
def test_what_is_no_unit_is_refused(typed: str) -> None:
    with pytest.raises(ProvinceUnknown):
        find_unit(typed)


def test_all_provinces_stand_in_34_units_once_each(loaded: Store) -> None:
    by_unit, by_province = (
        compare(loaded, [], evidence_limit=0, units="2025"),
        compare(loaded, [], evidence_limit=0),
    )
    assert by_unit.units == "2025"
    assert len(by_unit.provinces) == 34
    members = [member.code for column in by_unit.provinces for member in column.members]
    assert sorted(members) == [column.code for column in by_province.provinces]
    assert sum(c.documents for c in by_unit.provinces) == sum(c.documents for c in by_province.provinces)
    assert " of 34 units have documents here" in by_unit.words


def test_a_cell_holds_what_the_cells_of_its_provinces_hold(loaded: Store) -> None:
    by_unit, by_province = (
        compare(loaded, [], evidence_limit=None, units="2025"),
        compare(loaded, [], evidence_limit=None),
    )
    cells = {(row.measure.id, cell.province): cell for row in by_province.rows for cell in row.cells}
    assert [row.measure.id for row in by_unit.rows] == [row.measure.id for row in by_province.rows]
    for row in by_unit.rows:
        for column, cell in zip(by_unit.provinces, row.cells, strict=True):
            inner = [cells[row.measure.id, member.code] for member in column.members]
            assert cell.evidence_total == sum(c.evidence_total for c in inner) == len(cell.evidence)
            assert {e.key for e in cell.evidence} == {e.key for c in inner for e in c.evidence}
            assert {s.state for s in cell.states} == {s.state for c in inner for s in c.states}
            assert cell.first_on == min((c.first_on for c in inner if c.first_on), default=None)
            for state in cell.states:
                same = [s for c in inner for s in c.states if s.state == state.state]
                assert state.dates == sorted({day for s in same for day in s.dates})
                assert state.provisions == sum(s.provisions for s in same)
            absent = {c.headline for c in inner}
            assert (cell.headline == "no_documents") == (absent == {"no_documents"})
            assert (cell.headline == "not_mentioned") == (not cell.states and absent != {"no_documents"})


def test_two_units_stand_side_by_side_with_their_words(loaded: Store) -> None:
    answer = compare(loaded, chosen(["Tây Ninh", "Kiên Giang"], "2025"), units="2025")
    assert answer.side_by_side is not None
    assert [answer.side_by_side.first.name, answer.side_by_side.second.name] == ["Tây Ninh", "An Giang"]
    assert answer.side_by_side.both
    codes = [column.code for column in answer.provinces]
    few = compare(loaded, codes, evidence_limit=1, units="2025").side_by_side
    assert few is not None
    for whole, cut in zip(answer.side_by_side.both, few.both, strict=True):
        assert whole.first
        assert whole.second
        assert len(cut.first) <= 1
        assert (cut.first_total, cut.second_total) == (len(whole.first), len(whole.second))


def test_a_unit_charges_whom_its_provinces_charge(loaded: Store) -> None:
    by_unit = compare_bodies(loaded, [], evidence_limit=None, units="2025")
    by_province = compare_bodies(loaded, [], evidence_limit=None)
    assert (by_unit.units, len(by_unit.provinces)) == ("2025", 34)
    cells = {(row.body.id, cell.province): cell for row in by_province.rows for cell in row.cells}
    assert [row.body.id for row in by_unit.rows] == [row.body.id for row in by_province.rows]
    for row in by_unit.rows:
        for column, cell in zip(by_unit.provinces, row.cells, strict=True):
            inner = [cells[row.body.id, member.code] for member in column.members]
            assert cell.dates == sorted({day for c in inner for day in c.dates})
            assert cell.provisions == sum(c.provisions for c in inner)
            assert {e.key for e in cell.evidence} == {e.key for c in inner for e in c.evidence}
            assert (cell.headline == "charged") == any(c.headline == "charged" for c in inner)
    assert by_unit.denominator.documents == by_province.denominator.documents


@pytest.mark.parametrize(
    ("typed", "units", "said"),
    [
        (["Tây Ninh"], "2020", "one province alone"),
        (["72", "tay ninh"], "2020", "more than once"),
        (["72", "91", "Kiên Giang"], "2020", "more than once"),
        (["An Giang"], "2025", "one province alone"),
        (["Long An", "Tây Ninh"], "2025", "by its unit of 2025"),
    ],
)
def test_one_province_or_one_twice_is_no_comparison(typed: list[str], units: Units, said: str) -> None:
    with pytest.raises(FilterInvalid, match=said):
        chosen(typed, units)
