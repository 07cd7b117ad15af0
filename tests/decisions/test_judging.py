"""A statement as a decision leaves it, and back."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.decisions.log import Action, Target, Value
from ingest.statements.statement import REJECTED, Statement
from ingest.storing.judging import Verdicts, as_stated, from_row, judge
from ingest.storing.rows import statement_row
from tests.decisions.making import made

DOCUMENT = "d" * 64
OWN_PLACE = f"105-KL/TU@2021~?{DOCUMENT[:12]}"


def stated(kind: str, to: str, target: str, basis: Any = "stated", **props: object) -> Statement:
    return Statement(
        kind, f"{DOCUMENT}:0-90", to, target, 10, 30, "words", "a-rule", basis, DOCUMENT, dict(props)
    )


CITES = stated(
    "CITES", "Directive", "172-TB/TW@2020", relation="implements", number="172-TB/TW", date="2020-03-21"
)
ORDERS = stated("ORDERS", "Measure", "5k", polarity="ordered", cue="yêu cầu")
UNKNOWN = stated("CITES", "Reference", f"{DOCUMENT}:10-30", relation="mentions", lookup="number 1/CV")
CHARGES = stated("ASSIGNS", "Body", "so-yt~72", measures=["5k"])
REUSES = stated("REUSES", "Provision", "e" * 64 + ":0-9", basis="derived", grade="near")


def on(statement: Statement, action: Action, value: Value = None, target: str | None = None) -> Verdicts:
    about = Target(DOCUMENT, None, statement.type, 10, 30, target or statement.target)
    return Verdicts([made(about, action, value)])


CASES = [
    (CITES, "accept", None, ("CITES", "Directive", "172-TB/TW@2020", "stated")),
    (CITES, "reject", None, (REJECTED, "Reference", f"{DOCUMENT}:10-30", "stated")),
    (CITES, "correct", {"relation": "refuses"}, ("CITES", "Directive", "172-TB/TW@2020", "curated")),
    (CITES, "correct", {"target": "16/CT-TTg@2020"}, ("CITES", "Directive", "16/CT-TTg@2020", "curated")),
    (UNKNOWN, "correct", {"target": "1/CV@2020~72"}, ("CITES", "Directive", "1/CV@2020~72", "curated")),
    (UNKNOWN, "reject", None, (REJECTED, "Reference", f"{DOCUMENT}:10-30", "stated")),
    (ORDERS, "reject", None, (REJECTED, "Measure", "5k", "stated")),
    (ORDERS, "correct", {"state": "lifted"}, ("LIFTS", "Measure", "5k", "curated")),
    (ORDERS, "correct", {"target": "deo-khau-trang"}, ("ORDERS", "Measure", "deo-khau-trang", "curated")),
    (CHARGES, "correct", {"target": "so-yt~91"}, ("ASSIGNS", "Body", "so-yt~91", "curated")),
    (REUSES, "reject", None, (REJECTED, "Provision", "e" * 64 + ":0-9", "derived")),
]


@pytest.mark.parametrize(("statement", "action", "value", "left"), CASES)
def test_what_a_decision_leaves(
    statement: Statement, action: Action, value: Value, left: tuple[str, str, str, str]
) -> None:
    (found,) = judge([statement], on(statement, action, value))
    assert (found.type, found.to, found.target, found.basis) == left
    assert (found.start, found.end, found.quote) == (10, 30, "words")
    assert (
        found.props["decided"] == {"accept": "accepted", "reject": "rejected", "correct": "corrected"}[action]
    )
    if action != "correct":
        assert found.key == statement.key, "links to it still lead to it"


@pytest.mark.parametrize(("statement", "action", "value", "left"), CASES)
def test_what_was_stated_comes_back_whole_from_the_graph(
    statement: Statement, action: Action, value: Value, left: tuple[str, str, str, str]
) -> None:
    (found,) = judge([statement], on(statement, action, value))
    stored = statement_row(found, "run")
    row = {"source": found.source, "type": found.type, "to": found.to, "target": found.target, **stored}
    assert as_stated(from_row(DOCUMENT, {**row, "target": found.target})) == statement


def test_of_an_act_now_meant_the_words_say_nothing() -> None:
    (found,) = judge([CITES], on(CITES, "correct", {"target": "16/CT-TTg@2020"}))
    assert (found.props["number"], found.props["date"]) == ("16/CT-TTg", "2020")
    assert (found.props["stated_number"], found.props["stated_date"]) == ("172-TB/TW", "2020-03-21")
    (day,) = judge([CITES], on(CITES, "correct", {"target": "ket-luan-ttg@2021-07-04"}))
    assert (day.props["number"], day.props["date"]) == (None, "2021-07-04")


@pytest.mark.parametrize(
    ("statement", "verdicts", "applies"),
    [
        (CITES, on(CITES, "reject", target="16/CT-TTg@2020"), False),
        (ORDERS, on(ORDERS, "reject", target="deo-khau-trang"), False),
        (ORDERS, on(CITES, "reject", target="5k"), False),
        # A correction that names the act holds for the words, whatever act the machine finds for them.
        (CITES, on(CITES, "correct", {"target": "1/CV@2020~72"}, "16/CT-TTg@2020"), True),
        (CITES, on(CITES, "correct", {"relation": "refuses"}, "16/CT-TTg@2020"), False),
        # The key of an act of unknown place changes when its document is placed.
        (stated("CITES", "Directive", "105-KL/TU@2021~72"), on(CITES, "reject", target=OWN_PLACE), True),
        (stated("CITES", "Directive", OWN_PLACE), on(CITES, "reject", target="105-KL/TU@2021~72"), True),
        (
            stated("CITES", "Directive", "105-KL/TU@2021~72"),
            on(CITES, "reject", target="105-KL/TU@2021~91"),
            False,
        ),
        (stated("CITES", "Directive", "7-KL/TU@2021~72"), on(CITES, "reject", target=OWN_PLACE), False),
    ],
)
def test_a_decision_is_about_what_it_was_made_on(
    statement: Statement, verdicts: Verdicts, applies: bool
) -> None:
    (found,) = judge([statement], verdicts)
    assert ("decided" in found.props) == applies


def test_a_correction_to_what_the_same_words_state_already_is_a_rejection() -> None:
    other = stated("ORDERS", "Measure", "deo-khau-trang", polarity="ordered")
    first, second = judge([ORDERS, other], on(ORDERS, "correct", {"target": "deo-khau-trang"}))
    assert (first.type, second) == (REJECTED, other)
    assert as_stated(first) == ORDERS


def test_without_decisions_nothing_changes() -> None:
    assert judge([CITES, ORDERS], Verdicts([])) == [CITES, ORDERS]
