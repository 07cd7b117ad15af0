"""The log: what a line is, which decision holds, and a file that a crash cannot spoil."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.decisions.curation import Curated, curated_of, overruled, row_decisions
from ingest.decisions.log import ACTIONS, FIELDS, Decision, Target, from_line, in_force, moment, standings
from ingest.decisions.mirror import Mirror
from ingest.documents import Stated
from ingest.errors import DecisionLogInvalid, DecisionLogUnwritable
from tests.decisions.making import made, undo

DOCUMENT = "a" * 64
CITED = Target(DOCUMENT, None, "CITES", 10, 30, "172-TB/TW@2020")
PLACE = Target(DOCUMENT, "province")

TEXT = st.text(max_size=40)
TARGETS = st.one_of(
    st.builds(Target, document=TEXT, field=st.sampled_from(FIELDS)),
    st.builds(
        Target,
        document=TEXT,
        field=st.none(),
        type=TEXT,
        start=st.integers(0, 10**6),
        end=st.integers(0, 10**6),
        target=TEXT,
    ),
)
VALUES = st.one_of(st.none(), TEXT, st.dictionaries(TEXT, TEXT, max_size=3))
MOMENTS = st.datetimes().map(lambda t: f"{t.isoformat(timespec='microseconds')}+00:00")


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    action = draw(st.sampled_from(ACTIONS))
    of = draw(TEXT) if action == "undo" else None
    return Decision(draw(MOMENTS), draw(TEXT), draw(TEXT), draw(TARGETS), action, draw(VALUES), of)  # type: ignore[arg-type]


@given(decisions())
def test_a_line_says_all_that_the_decision_says(decision: Decision) -> None:
    line = decision.line()
    assert "\n" not in line
    assert from_line(line, "here") == decision


@given(decisions(), decisions())
def test_the_id_is_that_of_the_content(one: Decision, other: Decision) -> None:
    assert (one.id == other.id) == (one == other)


def _changed(**changes: object) -> str:
    return json.dumps({**json.loads(made(CITED, "reject").line()), **changes})


@pytest.mark.parametrize(
    "line",
    [
        "no JSON",
        "[]",
        "{}",
        _changed(by="somebody else"),
        _changed(id="0" * 16),
        _changed(action="delete"),
        _changed(of="0" * 16),
        _changed(at="yesterday"),
        _changed(at="2026-11-24T09:00:00.000000+07:00"),
        _changed(target={"document": DOCUMENT}),
        _changed(target={"document": DOCUMENT, "field": "colour"}),
        _changed(target={**CITED.as_json(), "start": "10"}),
        _changed(value=3),
        _changed(value={"relation": 1}),
        _changed(more="than there is"),
        undo(made(CITED, "reject")).line().replace('"undo"', '"accept"'),
    ],
)
def test_a_line_that_is_no_decision_is_named(tmp_path: Path, line: str) -> None:
    log = tmp_path / "decisions.jsonl"
    log.write_text(f"{made(PLACE, 'set', '72').line()}\n{line}\n", encoding="utf-8")
    with pytest.raises(DecisionLogInvalid, match=r"decisions\.jsonl, line 2: "):
        Mirror(log).read()


FIRST, SECOND = made(CITED, "reject"), made(CITED, "accept")
BACK, AGAIN = undo(SECOND), undo(FIRST)
RESTORED = undo(BACK)


@pytest.mark.parametrize(
    ("log", "holding", "how_each_stands"),
    [
        ([FIRST], FIRST, ["in force"]),
        ([FIRST, SECOND], SECOND, ["superseded", "in force"]),
        ([FIRST, SECOND, BACK], FIRST, ["in force", "undone", "in force"]),
        ([FIRST, SECOND, BACK, AGAIN], None, ["undone", "undone", "in force", "in force"]),
        ([FIRST, SECOND, BACK, RESTORED], SECOND, ["superseded", "in force", "undone", "in force"]),
        ([FIRST, AGAIN, SECOND], SECOND, ["undone", "in force", "in force"]),
    ],
)
def test_the_last_that_was_not_undone_holds(
    log: list[Decision], holding: Decision | None, how_each_stands: list[str]
) -> None:
    assert in_force(reversed(log)).get(CITED) == holding
    found = standings(log)
    assert [found[decision.id] for decision in log] == how_each_stands


def test_each_decision_is_later_than_the_one_before() -> None:
    last = moment()
    for _ in range(20):
        following = moment(last)
        assert following > last
        last = following


STATED = Stated("72", 0, 8, "Tây Ninh", "letterhead")


@pytest.mark.parametrize(
    ("log", "stated", "said"),
    [
        ([], STATED, ("72", "stated")),
        ([], None, (None, "stated")),
        ([made(PLACE, "set", "10")], None, ("10", "curated")),
        ([made(PLACE, "set", "10")], STATED, ("10", "curated")),
        ([made(PLACE, "set", "72")], STATED, ("72", "stated")),
        ([made(PLACE, "accept", "72")], STATED, ("72", "stated")),
        ([made(PLACE, "reject", "72")], STATED, (None, "curated")),
        ([made(PLACE, "reject", "10")], STATED, ("72", "stated")),
    ],
)
def test_what_a_field_is_once_people_have_spoken(
    log: list[Decision], stated: Stated | None, said: tuple[str | None, str]
) -> None:
    assert curated_of(log).said("province", stated) == said


def test_a_row_of_metadata_decides_once_and_gives_way_to_later_decisions() -> None:
    row = Curated(province="10", date="2020-03-24", note="told")
    log = row_decisions(DOCUMENT, row, [], "Lan", "2026-01-01T00:00:00.000000+00:00")
    assert {d.target.field: (d.value, d.reason, d.by) for d in log} == {
        "province": ("10", "told", "Lan"),
        "date": ("2020-03-24", "told", "Lan"),
    }
    assert row_decisions(DOCUMENT, row, log, "Minh", moment()) == []
    assert overruled(DOCUMENT, row, log) == []
    log.append(made(PLACE, "set", "72"))
    assert row_decisions(DOCUMENT, row, log, "Lan", moment()) == []
    assert overruled(DOCUMENT, row, log) == ["province"]
    other = Curated(province="10", note="told again, by another")
    assert len(row_decisions(DOCUMENT, other, log, "Lan", moment())) == 1


@given(st.lists(decisions(), max_size=6, unique_by=lambda d: d.id), st.integers(1, 400))
def test_a_line_cut_short_counts_as_absent_and_is_written_again(
    tmp_path_factory: pytest.TempPathFactory, log: list[Decision], cut: int
) -> None:
    mirror = Mirror(tmp_path_factory.mktemp("log") / "below" / "decisions.jsonl")
    mirror.append(log)
    assert mirror.read() == {decision.id: decision for decision in log}
    if log:
        last = sorted(log, key=lambda d: d.order)[-1]
        whole = mirror.path.read_bytes()
        size = len(last.line().encode()) + 1
        mirror.path.write_bytes(whole[: len(whole) - min(cut, size)])
        assert mirror.read() == {d.id: d for d in log if d != last}
        mirror.append([last])
        assert mirror.path.read_bytes() == whole


def test_a_log_that_cannot_be_written_is_told_before_anything_is_decided(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DecisionLogUnwritable, match="TIENGVANG_DECISIONS"):
        Mirror(tmp_path / "file" / "decisions.jsonl").prepare()
