"""Comparison, provenance and what is held, on the composed sample."""

from __future__ import annotations

import pytest

from app.answers.acts.directives import directive, find_directive, list_directives
from app.answers.asking.errors import (
    CursorInvalid,
    DirectiveUnknown,
    DocumentUnknown,
    FilterInvalid,
    MeasureUnknown,
    NumberInvalid,
    ProvinceUnknown,
    StatementUnknown,
)
from app.answers.comparing.comparison import compare
from app.answers.echoing.echoes import echoes
from app.answers.models.acts import Found, Several
from app.answers.places.provinces import list_provinces, province
from app.answers.sources.documents import document, find_document, list_documents
from app.answers.sources.provenance import provenance
from app.answers.subjects.bodies import list_bodies
from app.answers.subjects.measures import list_measures, measure
from app.answers.surveying.coverage import coverage, dataset
from graph.store import Store
from ingest.vocabulary import shipped as vocabulary
from tests.answers.conftest import EXPECTED


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("172-TB/TW", "172-TB/TW@2020"),
        ("172 tb / tw", "172-TB/TW@2020"),
        ("07-kl/tw", "07-KL/TW@2021"),
        ("1099/CD-TTg", "1099/CĐ-TTg@2021"),
        ("công điện 1099", "1099/CĐ-TTg@2021"),
        ("05/CT-TTg@2020", "05/CT-TTg@2020"),
        ("05 ct ttg@2021", "05/CT-TTg@2021"),
        ("06/CT-UBND@2020~14", "06/CT-UBND@2020~14"),
        ("06ctubnd@2020~14", "06/CT-UBND@2020~14"),
        ("7 kltw", "07-KL/TW@2021"),
    ],
)
def test_a_number_is_found_however_typed(sample: Store, typed: str, key: str) -> None:
    found = find_directive(sample, typed)
    assert isinstance(found, Found)
    assert found.directive.key == key


def test_a_number_of_several_acts_lists_them(sample: Store) -> None:
    found = find_directive(sample, "05/CT-TTg")
    assert isinstance(found, Several)
    assert [c.key for c in found.candidates] == ["05/CT-TTg@2020", "05/CT-TTg@2021"]
    assert all(c.date and c.issuer and c.documents for c in found.candidates)


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("hello", NumberInvalid),
        ("", NumberInvalid),
        ("999/CT-TTg", DirectiveUnknown),
        ("05/CT-TTg@1999", DirectiveUnknown),
    ],
)
def test_what_names_no_act_is_refused(sample: Store, typed: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        find_directive(sample, typed)


def test_known_and_cited_by_nobody_is_an_answer(sample: Store) -> None:
    answer = echoes(sample, "79-CV/TW@2020")
    assert {p.state for p in answer.provinces} == {"no_echo_found", "no_documents"}
    assert answer.denominator.echoed == 0
    with pytest.raises(DirectiveUnknown):
        echoes(sample, "1/CT-TTg@1900")


def test_absence_has_names_and_every_cell_says_its_state(sample: Store) -> None:
    answer = compare(sample, [], list(EXPECTED["matrix"]), evidence_limit=0)
    absent = {"no_documents", "not_mentioned"}
    for row in answer.rows:
        for cell in row.cells:
            held = next(p for p in answer.provinces if p.code == cell.province).documents
            assert bool(held) == (cell.headline != "no_documents")
            assert bool(cell.states) == (cell.headline not in absent)
            expected = EXPECTED["matrix"][row.measure.id][cell.province]
            assert (cell.headline == "no_documents") == (expected == "no_documents")


def test_the_matrix_is_the_expected_one_but_for_a_few_cells(sample: Store) -> None:
    """Cells that rest on a phrase which the extraction reads otherwise; each is named."""
    answer = compare(sample, [], list(EXPECTED["matrix"]), evidence_limit=0)
    other = [
        (row.measure.id, cell.province, cell.headline)
        for row in answer.rows
        for cell in row.cells
        if cell.headline != EXPECTED["matrix"][row.measure.id][cell.province]
    ]
    assert {cell[:2] for cell in other} == {("phong-toa", "82"), ("ho-tro-nguoi-dan", "37")}, other


def test_two_provinces_stand_side_by_side_in_their_own_words(sample: Store) -> None:
    answer = compare(sample, ["14", "36"])
    sides = answer.side_by_side
    assert sides is not None
    assert (sides.first.name, sides.second.name) == ("Sơn La", "Nam Định")
    for row in sides.only_first:
        assert "ordered" in {s.state for s in row.cells[0].states}
        assert "ordered" not in {s.state for s in row.cells[1].states}
    for side in sides.both:
        assert side.first
        assert side.second
    assert answer.words.startswith("2 of 2 provinces have documents here (3 documents)")


def test_who_is_charged_holds_the_order_in_a_task(sample: Store) -> None:
    answer = compare(sample, ["80", "70"])
    assert answer.side_by_side is not None
    words = [w for side in answer.side_by_side.both for w in (*side.first, *side.second) if w.charged]
    assert words
    for each in words:
        assert each.task is not None
        assert each.task.start <= each.evidence.start < each.evidence.end <= each.task.end
        for charged in each.charged:
            task = provenance(sample, charged.key).evidence
            assert task is not None
            assert (task.start, task.end) == (each.task.start, each.task.end)
            assert task.quote[:200] == each.task.beginning
            assert each.evidence.quote in task.quote


def test_a_sentence_stands_around_each_short_quote(sample: Store) -> None:
    answer = compare(sample, ["80", "70"])
    assert answer.side_by_side is not None
    for words in (w for side in answer.side_by_side.both for w in (*side.first, *side.second)):
        sentence, evidence = words.sentence, words.evidence
        assert sentence.start <= evidence.start < evidence.end <= sentence.end
        text = document(sample, evidence.document).text
        assert text[sentence.start : sentence.end] == sentence.quote
        assert sentence.quote == sentence.quote.strip()


def test_dates_leave_acts_out(sample: Store) -> None:
    assert compare(sample, ["14", "36"], until="2019").denominator.with_documents == 0
    assert {
        c.headline for r in compare(sample, ["14", "36"], ["5k"], until="2019").rows for c in r.cells
    } == {"no_documents"}
    assert compare(sample, ["14", "36"], since="2020-04", until="2020-04").denominator.documents == 2


@pytest.mark.parametrize("since", ["yesterday", "2020-13", "2021-02-30", "2020-4"])
def test_a_date_that_is_none_is_refused(sample: Store, since: str) -> None:
    with pytest.raises(FilterInvalid):
        compare(sample, ["14"], since=since)


def test_unknown_names_are_refused(sample: Store) -> None:
    for error, ask in (
        (ProvinceUnknown, lambda: compare(sample, ["03"])),
        (MeasureUnknown, lambda: compare(sample, ["14"], ["no-such"])),
        (MeasureUnknown, lambda: measure(sample, "no-such")),
        (DocumentUnknown, lambda: document(sample, "0123456789abcdef")),
        (DocumentUnknown, lambda: find_document(sample, "e")),
        (StatementUnknown, lambda: provenance(sample, "0" * 32)),
        (StatementUnknown, lambda: provenance(sample, "x")),
        (CursorInvalid, lambda: list_documents(sample, cursor="nonsense")),
    ):
        with pytest.raises(error):
            ask()


def test_every_statement_of_every_document_has_its_evidence(sample: Store) -> None:
    page = list_documents(sample, limit=100)
    assert page.total == len(page.items) == 50
    for summary in page.items[:12]:
        whole = document(sample, summary.id)
        for statement in whole.statements:
            if statement.start is not None:
                assert whole.text[statement.start : statement.end] == statement.quote
            found = provenance(sample, statement.key, context=30)
            assert found.verified
            assert found.document.id == summary.id
            if found.evidence is not None:
                around = found.evidence.before + found.evidence.quote + found.evidence.after
                assert around in whole.text
                assert found.evidence.quote == statement.quote


def test_reuse_shows_the_words_of_both_sides(sample: Store) -> None:
    answer = echoes(sample, "19/CT-TTg@2020")
    reuses = [e for p in answer.provinces for e in p.evidence if e.how == "reuses"]
    assert reuses
    for piece in reuses:
        found = provenance(sample, piece.key)
        assert found.verified
        assert found.source_evidence is not None
        assert found.source_evidence.quote == piece.source_quote
        assert found.source_document is not None
        assert found.source_document.act == "19/CT-TTg@2020"


def test_lists_page_to_their_end_without_a_gap(sample: Store) -> None:
    for ask in (list_documents, list_directives, list_measures, list_provinces, list_bodies):
        seen: list[str] = []
        cursor: str | None = None
        while True:
            page = ask(sample, cursor=cursor, limit=17)
            seen += [
                getattr(item, "key", None) or getattr(item, "id", None) or item.code for item in page.items
            ]
            if page.next is None:
                break
            cursor = page.next
        assert len(seen) == len(set(seen)) == page.total, ask.__name__
        assert ask is list_documents or seen == sorted(seen), ask.__name__


def test_documents_come_by_date_and_those_without_stand_last(sample: Store) -> None:
    rows = list_documents(sample, limit=100).items
    assert [(d.date or "9999", d.id) for d in rows] == sorted((d.date or "9999", d.id) for d in rows)
    assert rows[0].date


def test_filters_of_lists(sample: Store) -> None:
    assert list_documents(sample, province="14").total == 2
    unplaced = list_documents(sample, province="?")
    assert unplaced.total > 0
    assert all(d.province is None and not d.central for d in unplaced.items)
    assert list_documents(sample, level="district").total == 4
    held = list_directives(sample, held=True, central=True, limit=100)
    assert {"19/CT-TTg@2020", "07-KL/TW@2021"} <= {d.key for d in held.items}
    assert all(d.text_held and d.province is None for d in held.items)


def test_a_directive_says_how_it_is_cited(sample: Store) -> None:
    found = directive(sample, "19/CT-TTg@2020")
    assert found.directive.text_held
    assert found.directive.catalogued
    assert found.citations["refuses"] == 2
    assert found.citing_documents >= 6


def test_a_province_shows_its_documents_measures_and_directives(sample: Store) -> None:
    found = province(sample, "14")
    assert len(found.documents) == 2
    assert "19/CT-TTg@2020" in {d.directive.key for d in found.directives}
    assert all(m.cell.states for m in found.measures)


def test_a_measure_tells_who_ordered_it_first(sample: Store) -> None:
    found = measure(sample, "5k")
    days = [a.first_on for a in found.adoption]
    assert days == sorted(days)
    assert found.adoption[0].rank == 1
    assert len(found.cells) == 63


def test_coverage_adds_up(sample: Store) -> None:
    found = coverage(sample)
    assert found.documents == found.synthetic_documents == 50
    assert sum(1 for p in found.provinces if p.documents) == 34
    assert sum(p.documents for p in found.provinces) + found.central + found.unplaced == 50
    assert not any(w.directive.text_held for w in found.wanted)
    assert dataset(sample).documents == 50


def test_a_subject_says_in_which_language_it_stands(sample: Store) -> None:
    described = {act.key: act.subject_en for act in vocabulary().directives.values()}
    rows = [row for row in list_directives(sample, limit=1000).items if row.subject]
    assert {row.subject_language for row in rows} == {"vi", "en"}
    wrong = [row for row in rows if (row.subject == described.get(row.key)) != (row.subject_language == "en")]
    assert wrong == []
