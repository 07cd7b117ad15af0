"""The tables of cases are sound: what they expect can be found in their own texts and vocabularies."""

from __future__ import annotations

import pytest

from tests.cases import check_cases, check_documents


@pytest.mark.parametrize("name", check_cases.TABLES)
def test_every_quote_stands_in_its_text_and_every_id_in_the_vocabulary(name: str) -> None:
    assert check_cases.table_problems(name) == []


def test_the_tables_hold_as_many_cases_of_each_sort_as_they_promise() -> None:
    counts = check_cases.counts()
    promised = {**check_cases.COUNTS, **check_cases.COUNTS_OF_SECOND, **check_cases.STATES, "relation": 15}
    assert {name: counts[name] for name in promised} == promised
    assert counts["without a reference"] >= 25
    assert counts["signed heads"] >= 30


def test_every_relation_and_kind_and_level_has_a_case() -> None:
    references = [one for case in check_cases.load("references") for one in case["references"]]
    levels = {case["document"].get("level") for case in check_cases.load("heads")}
    assert {one["relation"] for one in references if "relation" in one} == check_cases.RELATIONS
    assert {one["kind"] for one in references} == check_cases.KINDS
    assert levels >= check_cases.LEVELS


@pytest.mark.parametrize(
    ("expected", "message"),
    [
        ({"quote": "Chỉ thị 19"}, "not in text"),
        ({"quote": "Chỉ thị 16"}, "stands 2 times"),
    ],
)
def test_a_quote_that_is_absent_or_ambiguous_is_told(expected: check_cases.Case, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        check_cases.span("Chỉ thị 16 và Chỉ thị 16", expected)


def test_an_occurrence_picks_one_of_equal_quotes() -> None:
    assert check_cases.span("Chỉ thị 16 và Chỉ thị 16", {"quote": "Chỉ thị 16", "occurrence": 1}) == (14, 24)


@pytest.mark.parametrize("name", check_documents.names())
def test_a_whole_document_has_its_annotation_at_its_offsets(name: str) -> None:
    assert check_documents.problems(name) == []


def test_the_folder_of_whole_documents_says_that_they_are_composed() -> None:
    assert "synthetic" in (check_documents.FOLDER / "README.md").read_text(encoding="utf-8")
