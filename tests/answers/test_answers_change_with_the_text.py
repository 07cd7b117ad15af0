"""Take away a date, a place, a citation, or add a copy: the answer changes as the definition says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.answers.echoing.echoes import echoes
from app.answers.models.echoes import EchoAnswer, ProvinceEcho
from graph.queries import shipped
from graph.store import Store
from ingest.pipeline import ingest
from ingest.vocabulary import shipped as vocabulary
from tests.answers.conftest import SAMPLE

DIRECTIVE = "19/CT-TTg@2020"
SON_LA = "14"
Edit = Callable[[str], str]
Ask = Callable[..., EchoAnswer]


@pytest.fixture
def ask(store: Store, tmp_path: Path) -> Ask:
    """The echoes of 19/CT-TTg among these files of the sample, each with an edit."""

    def loaded(**edits: Edit) -> EchoAnswer:
        for name, edit in edits.items():
            text = (SAMPLE / f"{name[1:4]}.txt").read_bytes().decode()
            (tmp_path / f"{name}.txt").write_bytes(edit(text).encode())
        ingest(store, shipped(), vocabulary(), [tmp_path])
        return echoes(store, DIRECTIVE)

    return loaded


def _same(text: str) -> str:
    return text


def _without(words: str) -> Edit:
    return _replaced(words, "")


def _replaced(words: str, by: str) -> Edit:
    def edit(text: str) -> str:
        assert words in text
        return text.replace(words, by)

    return edit


def _son_la(answer: EchoAnswer) -> ProvinceEcho:
    return next(p for p in answer.provinces if p.code == SON_LA)


def test_a_citation_counts_from_the_day_of_its_act(ask: Ask) -> None:
    found = _son_la(ask(_005=_same))
    assert (found.state, found.how, found.first_on, found.lag_days, found.acts) == (
        "echoed",
        ["cites"],
        "2020-04-28",
        4,
        1,
    )


def test_without_its_date_the_act_stands_apart(ask: Ask) -> None:
    answer = ask(_005=_without("Sơn La, ngày 28 tháng 4 năm 2020"))
    assert _son_la(answer).state == "no_echo_found"
    assert [(u.reason, u.province.name if u.province else None) for u in answer.unplaced] == [
        ("undated", "Sơn La")
    ]
    assert answer.denominator.unplaced == 1


def test_an_act_dated_before_the_directive_cannot_echo_it(ask: Ask) -> None:
    answer = ask(_005=_replaced("ngày 28 tháng 4 năm 2020", "ngày 20 tháng 4 năm 2020"))
    assert _son_la(answer).state == "no_echo_found"
    assert {n.reason for n in answer.no_echo} == {"dated before the directive"}


def test_without_the_citing_words_there_is_no_echo(ask: Ask) -> None:
    answer = ask(_005=_without("Thực hiện Chỉ thị số 19/CT-TTg ngày 24/4/2020 của Thủ tướng Chính phủ"))
    assert _son_la(answer).state == "no_echo_found"
    assert answer.unplaced == answer.no_echo == []


def test_with_the_text_of_the_directive_its_words_are_found_again(ask: Ask) -> None:
    citing = "Thực hiện Chỉ thị số 19/CT-TTg ngày 24/4/2020 của Thủ tướng Chính phủ"
    answer = ask(_001=_same, _005=_without(citing))
    assert answer.directive.text_held
    reuses = [e for e in _son_la(answer).evidence if e.how == "reuses"]
    assert reuses
    assert all(e.source_quote and e.source_document in answer.directive.documents for e in reuses)
    assert _son_la(answer).state == "echoed"


def test_copies_of_one_act_count_once_and_are_all_shown(ask: Ask) -> None:
    found = _son_la(ask(_005=_same, _005_copy=lambda text: text + "\n"))
    assert found.acts == 1
    assert len({e.document for e in found.evidence}) == 2
    assert len({e.act for e in found.evidence}) == 1


def test_a_relay_needs_the_act_that_it_relays(ask: Ask) -> None:
    alone = ask(_006=_same)
    assert _son_la(alone).state == "no_echo_found"
    both = _son_la(ask(_005=_same))
    assert both.how == ["cites", "relays"]
    relay = next(e for e in both.evidence if e.how == "relays")
    assert relay.via == ["06/CT-UBND@2020~14", DIRECTIVE]


def test_a_refusal_is_shown_and_not_counted(ask: Ask) -> None:
    answer = ask(_010=_same)
    vinh_long = next(p for p in answer.provinces if p.name == "Vĩnh Long")
    assert vinh_long.state == "no_echo_found"
    assert [n.reason for n in answer.no_echo] == ["refuses"]


def test_the_directive_does_not_echo_itself(ask: Ask) -> None:
    answer = ask(_001=_same)
    assert answer.denominator.echoed == 0
    assert answer.unplaced == answer.no_echo == answer.other_levels == []
