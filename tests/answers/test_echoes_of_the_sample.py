"""Who echoed a directive: the composed sample against the answers that its authors wrote down."""

from __future__ import annotations

from typing import Any

import pytest

from app.answers.echoing.echoes import echoes
from app.answers.models.echoes import EchoAnswer
from graph.store import Store
from tests.answers.conftest import EXPECTED

DIRECTIVES = {d["directive"]: d for d in EXPECTED["directives"]}


@pytest.fixture(scope="module", params=sorted(DIRECTIVES))
def asked(request: pytest.FixtureRequest, sample: Store) -> tuple[EchoAnswer, dict[str, Any]]:
    """A directive's answer, and what is expected of it."""
    return echoes(sample, request.param), DIRECTIVES[request.param]


def test_every_province_has_a_state_that_the_definition_accepts(
    asked: tuple[EchoAnswer, dict[str, Any]],
) -> None:
    answer, expected = asked
    assert [p.code for p in answer.provinces] == [p["code"] for p in expected["provinces"]]
    wrong = {
        want["name"]: (got.state, want["states_accepted"])
        for got, want in zip(answer.provinces, expected["provinces"], strict=True)
        if got.state not in want["states_accepted"]
    }
    assert wrong == {}


def test_every_required_way_of_echoing_is_found(asked: tuple[EchoAnswer, dict[str, Any]]) -> None:
    answer, expected = asked
    missed = {
        want["name"]: set(want["how_required"]) - set(got.how)
        for got, want in zip(answer.provinces, expected["provinces"], strict=True)
        if set(want["how_required"]) - set(got.how)
    }
    assert missed == {}


def test_since_when_and_how_long_after(asked: tuple[EchoAnswer, dict[str, Any]]) -> None:
    answer, expected = asked
    wrong = {
        want["name"]: ((got.first_on, got.lag_days), (want["first_on"], want["lag_days"]))
        for got, want in zip(answer.provinces, expected["provinces"], strict=True)
        if want["how_required"] and (got.first_on, got.lag_days) != (want["first_on"], want["lag_days"])
    }
    assert wrong == {}


def test_citations_and_relays_quote_the_words_expected(
    asked: tuple[EchoAnswer, dict[str, Any]], files: dict[str, str]
) -> None:
    answer, expected = asked
    found = {
        (e.how, files[e.document], e.start) for p in answer.provinces for e in p.evidence if e.how != "adopts"
    }
    wanted = {
        (e["how"], e["file"], e["start"])
        for p in expected["provinces"]
        for e in p.get("required", [])
        if e["how"] in ("cites", "relays")
    }
    assert wanted - found == set()


def test_what_cannot_be_placed_stands_apart(
    asked: tuple[EchoAnswer, dict[str, Any]], files: dict[str, str]
) -> None:
    answer, expected = asked
    found = {(files[u.document], u.province.code if u.province else None) for u in answer.unplaced}
    assert {(u["file"], u["province"]) for u in expected["unplaced"]} - found == set()
    assert answer.denominator.unplaced == len(answer.unplaced)


def test_refusals_are_shown_and_not_counted(
    asked: tuple[EchoAnswer, dict[str, Any]], files: dict[str, str]
) -> None:
    answer, expected = asked
    shown = {(files[n.document], n.reason, n.evidence.start) for n in answer.no_echo}
    refused = {(n["file"], n["relation"], n["start"]) for n in expected["no_echo_citations"]}
    assert refused - shown == set()
    counted = {(files[e.document], e.start) for p in answer.provinces for e in p.evidence if e.how == "cites"}
    assert counted & {(file, start) for file, _, start in refused} == set()


def test_acts_of_other_levels_stand_apart_and_count_by_filter(sample: Store, files: dict[str, str]) -> None:
    answer = echoes(sample, "07-KL/TW@2021")
    assert [(files[o.document], o.level, o.how) for o in answer.other_levels] == [
        ("040.txt", "district", ["cites"])
    ]
    nghe_an = next(p for p in answer.provinces if p.name == "Nghệ An")
    assert nghe_an.state == "no_echo_found"
    filtered = echoes(sample, "07-KL/TW@2021", levels=("province", "district"))
    nghe_an = next(p for p in filtered.provinces if p.name == "Nghệ An")
    assert (nghe_an.state, nghe_an.first_on) == ("echoed", "2021-07-05")


def test_the_limit_of_evidence_cuts_what_is_shown_and_not_what_is_counted(sample: Store) -> None:
    whole, cut = echoes(sample, "19/CT-TTg@2020"), echoes(sample, "19/CT-TTg@2020", evidence_limit=1)
    assert [p.evidence_total for p in cut.provinces] == [len(p.evidence) for p in whole.provinces]
    assert max(len(p.evidence) for p in cut.provinces) == 1
    assert [p.state for p in cut.provinces] == [p.state for p in whole.provinces]
    assert [p.how for p in cut.provinces] == [p.how for p in whole.provinces]


def test_a_composed_document_marks_the_answer(sample: Store) -> None:
    assert echoes(sample, "19/CT-TTg@2020").synthetic
