"""Answers on texts written for it, against answers that were written down from the definition beforehand.

tests/answers/cases: a dozen provinces and more, three central texts (and a fourth act of the same number as
one of them that is only cited), each kind of echo with a near miss and a refusal, an undated text, one whose
province is not stated, a self-citation, two copies of one act, an office of a ministry, acts dated too early.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.answers.acts.directives import find_directive
from app.answers.comparing.charging import compare_bodies
from app.answers.comparing.comparison import compare
from app.answers.echoing.echoes import echoes
from app.answers.models.acts import Several
from app.answers.models.echoes import EchoAnswer, Evidence
from app.answers.sources.provenance import provenance
from graph.queries import inline, shipped
from graph.store import Store
from ingest.pipeline import ingest
from ingest.vocabulary import shipped as vocabulary

CASES = Path(__file__).parent / "cases"
EXPECTED: dict[str, Any] = json.loads((CASES / "expected.json").read_text(encoding="utf-8"))
_FILES = inline("MATCH (d:Document) RETURN d.id AS id, d.paths AS paths", "files")


@pytest.fixture(scope="module")
def cases(module_store: Store) -> Store:
    """The texts of the cases."""
    report = ingest(module_store, shipped(), vocabulary(), [CASES / "texts"])
    assert len(report.loaded) == 36
    return module_store


@pytest.fixture(scope="module")
def names(cases: Store) -> dict[str, str]:
    """Document id -> name of its file."""
    return {str(row["id"]): Path(row["paths"][0]).stem for row in cases.read(_FILES)}


@pytest.fixture(params=sorted(EXPECTED["echoes"]))
def asked(request: pytest.FixtureRequest, cases: Store) -> tuple[EchoAnswer, dict[str, Any]]:
    """The answer about a directive, and what is expected of it."""
    return echoes(cases, request.param), EXPECTED["echoes"][request.param]


def test_every_province_has_its_state(asked: tuple[EchoAnswer, dict[str, Any]]) -> None:
    answer, expected = asked
    states = {code: want["state"] for code, want in expected["provinces"].items()}
    states |= dict.fromkeys(expected["others"], "no_echo_found")
    assert {p.code: p.state for p in answer.provinces if p.state != "no_documents"} == states
    assert answer.directive.date == expected["date"]


def test_how_since_when_by_how_many_acts_and_by_which_channel(
    asked: tuple[EchoAnswer, dict[str, Any]],
) -> None:
    answer, expected = asked
    for found in answer.provinces:
        if want := expected["provinces"].get(found.code):
            got = found.model_dump(include={"how", "first_on", "lag_days", "acts"})
            assert got == {name: want[name] for name in got}, found.name
            assert found.channels.model_dump() == {**want["channels"], "other": 0}, found.name


def test_every_piece_of_evidence_is_shown_with_its_words(
    asked: tuple[EchoAnswer, dict[str, Any]], names: dict[str, str]
) -> None:
    answer, expected = asked
    for found in answer.provinces:
        want = expected["provinces"].get(found.code, {"evidence": []})["evidence"]
        got = sorted((names[e.document], e.how, _words(e)) for e in found.evidence)
        assert got == sorted((file, how, words) for file, how, words in want), found.name
        assert found.evidence_total == len(want)


def _words(evidence: Evidence) -> str:
    """The quote; reused words may have the number of their clause before them, as the source's have."""
    return evidence.quote.removeprefix("1. ") if evidence.how == "reuses" else evidence.quote


def test_relays_show_each_step_with_its_words(
    asked: tuple[EchoAnswer, dict[str, Any]], names: dict[str, str], cases: Store
) -> None:
    answer, expected = asked
    relays = {names[e.document]: e for p in answer.provinces for e in p.evidence if e.how == "relays"}
    wanted = {
        file: path for want in expected["provinces"].values() for file, path in want.get("paths", {}).items()
    }
    assert {file: [names[step.document] for step in e.path] for file, e in relays.items()} == wanted
    for relay in relays.values():
        assert relay.via == [step.to for step in relay.path]
        assert relay.path[-1].to == answer.directive.key
        for step, following in zip(relay.path, relay.path[1:], strict=False):
            assert step.to == following.act
        for step in relay.path:
            evidence = provenance(cases, step.key).evidence
            assert evidence is not None
            assert (evidence.quote, evidence.start, evidence.end) == (step.quote, step.start, step.end)


def test_what_is_not_counted_is_shown_apart(
    asked: tuple[EchoAnswer, dict[str, Any]], names: dict[str, str]
) -> None:
    answer, expected = asked
    code = {None: None} | {p.code: p.code for p in answer.provinces}
    unplaced = sorted(
        [names[u.document], code[u.province.code] if u.province else None, u.reason] for u in answer.unplaced
    )
    no_echo = sorted(
        [names[n.document], n.province.code if n.province else None, n.reason] for n in answer.no_echo
    )
    others = sorted(
        [names[o.document], o.province.code if o.province else None, o.level] for o in answer.other_levels
    )
    assert unplaced == sorted(expected["unplaced"], key=str)
    assert no_echo == sorted(expected["no_echo"], key=str)
    assert others == sorted(expected["other_levels"], key=str)


def test_out_of_how_many(asked: tuple[EchoAnswer, dict[str, Any]]) -> None:
    answer, expected = asked
    assert answer.denominator.model_dump() == expected["denominator"]


@pytest.mark.parametrize("want", EXPECTED["by_level"], ids=lambda want: "+".join(want["levels"]))
def test_other_levels_count_by_filter(cases: Store, want: dict[str, Any]) -> None:
    answer = echoes(cases, want["directive"], levels=want["levels"])
    found = next(p for p in answer.provinces if p.code == want["province"])
    assert (found.state, found.first_on, found.how) == (want["state"], want["first_on"], want["how"])


@pytest.mark.parametrize(("typed", "keys"), EXPECTED["several"].items())
def test_a_number_of_two_acts_is_never_picked_silently(cases: Store, typed: str, keys: list[str]) -> None:
    found = find_directive(cases, typed)
    assert isinstance(found, Several)
    assert [c.key for c in found.candidates] == keys


@pytest.mark.parametrize(("measure", "cells"), EXPECTED["matrix"].items())
def test_cells_hold_every_state_with_its_dates(
    cases: Store, measure: str, cells: dict[str, dict[str, list[str]]]
) -> None:
    row = compare(cases, sorted(cells), [measure]).rows[0]
    assert {c.province: {s.state: s.dates for s in c.states} for c in row.cells} == cells
    for cell in row.cells:
        assert cell.headline == (
            "not_mentioned" if not cells[cell.province] else next(iter(cells[cell.province]))
        )
        assert len(cell.evidence) == cell.evidence_total


@pytest.mark.parametrize(("body", "cells"), EXPECTED["bodies"].items())
def test_who_was_told_to_do_it_and_when(cases: Store, body: str, cells: dict[str, list[str]]) -> None:
    row = compare_bodies(cases, sorted(cells), [body]).rows[0]
    assert {c.province: c.dates for c in row.cells} == cells
    for cell in row.cells:
        assert cell.headline == ("charged" if cell.dates else "not_charged")
        assert cell.evidence_total == len(cell.evidence) >= len(cell.dates)
        for piece in cell.evidence:
            task = provenance(cases, piece.key).evidence
            assert task is not None
            assert (task.start, task.end) == (piece.start, piece.end)
            assert task.quote[:200] == piece.beginning


def test_dates_leave_days_out_of_bodies(cases: Store) -> None:
    within = compare_bodies(cases, ["42", "14"], ["so-gtvt"], since="2021-05", until="2021-05")
    assert [c.dates for c in within.rows[0].cells] == [["2021-05-30"], []]
    before = compare_bodies(cases, ["42", "14"], ["so-gtvt"], until="2020")
    assert [c.headline for c in before.rows[0].cells] == ["no_documents", "no_documents"]
    assert before.denominator.with_documents == 0


def test_cells_made_without_checks_would_pass_them(cases: Store) -> None:
    """The matrix is made of trusted values; a change of a cell's shape must not slip through."""
    for answer in (compare(cases, [], evidence_limit=0), compare(cases, ["42", "44"], since="2021-05")):
        assert type(answer).model_validate(answer.model_dump()) == answer
        assert type(answer).model_validate_json(answer.model_dump_json()) == answer
