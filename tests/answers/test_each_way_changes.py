"""Each way of answering a directive, and what becomes of it without its date, its words or its document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from app.answers.asking.errors import DirectiveUnknown
from app.answers.echoing.echoes import echoes
from app.answers.echoing.taken_up import taken_up
from app.answers.models.echoes import EchoAnswer
from graph.queries import inline
from graph.queries import shipped as queries
from graph.store import Store
from ingest.pipeline import remove
from ingest.vocabulary import shipped as vocabulary
from tests.align.acts import GATE, central, day, district, own, provincial, write
from tests.store.corpus import load

DIRECTIVE = "11/CT-TTg@2021"
FACE = "Toàn bộ người dân phải đeo khẩu trang khi ra khỏi nhà."
SAME = "Yêu cầu tiểu thương và khách ở các phiên chợ đeo khẩu trang, đứng cách nhau hai bước chân."
CITED = "Thực hiện Chỉ thị số 11/CT-TTg ngày 01/3/2021 của Thủ tướng Chính phủ, "
RELAYED = "Thực hiện Chỉ thị số 21/CT-UBND ngày 10/3/2021 của Ủy ban nhân dân tỉnh, "
PLACES = {"cites": "Phú Thọ", "reuses": "Hà Nam", "adopts": "Nam Định"}
DATES = {"cites": "2021-03-10", "reuses": "2021-03-12", "relays": "2021-03-14", "adopts": "2021-03-16"}
PLACE = {**PLACES, "relays": "Phú Thọ"}  # a district's act relays for its province
Edit = Callable[[str, str], str]


def acts() -> dict[str, str]:
    """A directive, and an act that answers it in each way."""
    return {
        "directive": central(11, "2021-03-01", [GATE, FACE]),
        "cites": provincial("Phú Thọ", 21, DATES["cites"], [CITED + own("bến")]),
        "reuses": provincial("Hà Nam", 22, DATES["reuses"], [GATE]),
        "relays": district("Phú Thọ", "Tân Sơn", 23, DATES["relays"], [RELAYED + own("xã")]),
        "adopts": provincial("Nam Định", 24, DATES["adopts"], [SAME]),
    }


def ways(answer: EchoAnswer) -> dict[str, list[str]]:
    """In which ways each of the three provinces answers."""
    return {p.name: list(p.how) for p in answer.provinces if p.name in PLACE.values()}


def asked(store: Store, folder: Path, edits: Mapping[str, Edit]) -> EchoAnswer:
    """The answer on these acts, each of them edited where an edit is given."""
    texts = {name: edits[name](name, text) if name in edits else text for name, text in acts().items()}
    load(store, write(folder, **texts).values())
    return echoes(store, DIRECTIVE)


def without_date(name: str, text: str) -> str:
    """The same act with no day on it."""
    assert day(DATES[name]) in text
    return text.replace(f", {day(DATES[name])}", "")


def before_the_directive(name: str, text: str) -> str:
    """The same act, two weeks before the directive."""
    assert day(DATES[name]) in text
    return text.replace(day(DATES[name]), day("2021-02-15"))


def without_its_words(name: str, text: str) -> str:
    """The same act without the words that answer the directive."""
    words = {"cites": CITED, "relays": RELAYED, "reuses": GATE, "adopts": SAME}[name]
    assert words in text
    return text.replace(words, "" if name in {"cites", "relays"} else own("mái"))


def test_each_way_is_told_apart(store: Store, tmp_path: Path) -> None:
    answer = asked(store, tmp_path, {})
    assert ways(answer) == {"Phú Thọ": ["cites", "relays"], "Hà Nam": ["reuses"], "Nam Định": ["adopts"]}
    states = {p.name: p.state for p in answer.provinces if p.name in PLACE.values()}
    assert states == {"Phú Thọ": "echoed", "Hà Nam": "echoed", "Nam Định": "same_measures"}
    assert (answer.denominator.echoed, answer.denominator.same_measures) == (2, 1)
    assert answer.unplaced == answer.no_echo == []


# Without the act that cites, what relays it leads nowhere: it is edited apart from the others.
GROUPS = (("cites",), ("relays", "reuses", "adopts"))


@pytest.mark.parametrize("edited", GROUPS, ids="+".join)
def test_an_act_without_date_stands_apart_and_counts_for_nobody(
    store: Store, tmp_path: Path, edited: tuple[str, ...]
) -> None:
    answer = asked(store, tmp_path, dict.fromkeys(edited, without_date))
    for way in edited:
        assert way not in ways(answer)[PLACE[way]]
    # An undated order cannot have come after the directive: it is none, and stands nowhere.
    shown = sorted((h, u.reason) for u in answer.unplaced for h in u.how if u.province)
    assert shown == sorted((way, "undated") for way in edited if way != "adopts")
    if edited == ("cites",):
        assert ways(answer)["Phú Thọ"] == []


@pytest.mark.parametrize("edited", GROUPS, ids="+".join)
def test_an_act_before_the_directive_answers_nothing(
    store: Store, tmp_path: Path, edited: tuple[str, ...]
) -> None:
    answer = asked(store, tmp_path, dict.fromkeys(edited, before_the_directive))
    for way in edited:
        assert way not in ways(answer)[PLACE[way]]
    # Wording and measures that came first are the province's own: no answer, and none that is too early.
    assert {n.reason for n in answer.no_echo} == {"dated before the directive"}
    assert all(n.evidence.how in {"cites", "relays"} for n in answer.no_echo)


@pytest.mark.parametrize("edited", GROUPS, ids="+".join)
def test_without_its_words_there_is_no_answer(store: Store, tmp_path: Path, edited: tuple[str, ...]) -> None:
    answer = asked(store, tmp_path, dict.fromkeys(edited, without_its_words))
    for way in edited:
        assert way not in ways(answer)[PLACE[way]]
    assert answer.unplaced == answer.no_echo == []
    states = {p.name: p.state for p in answer.provinces if p.name in PLACE.values()}
    assert all(states[PLACE[way]] == "no_echo_found" for way in edited if way != "relays")


def test_a_document_taken_away_takes_its_answer_with_it(store: Store, tmp_path: Path) -> None:
    asked(store, tmp_path, {})
    ids = {
        str(row["number"]): str(row["id"])
        for row in store.read(inline("MATCH (d:Document) RETURN d.number AS number, d.id AS id"))
    }
    left = {"Phú Thọ": ["cites", "relays"], "Hà Nam": ["reuses"], "Nam Định": ["adopts"]}
    for number, place, ways_left in (
        ("24/CT-UBND", "Nam Định", []),
        ("22/CT-UBND", "Hà Nam", []),
        ("21/CT-UBND", "Phú Thọ", []),  # the district's act relays nothing then
    ):
        remove(store, queries(), vocabulary(), [ids[number]])
        left[place] = ways_left
        answer = echoes(store, DIRECTIVE)
        assert ways(answer) == left
    assert {p.name: p.state for p in answer.provinces if p.name in left} == {
        "Phú Thọ": "no_echo_found",
        "Hà Nam": "no_documents",
        "Nam Định": "no_documents",
    }
    remove(store, queries(), vocabulary(), [ids["11/CT-TTg"]])
    with pytest.raises(DirectiveUnknown):  # nothing here names it any longer
        echoes(store, DIRECTIVE)


AGAINST = "Không áp dụng Chỉ thị số 11/CT-TTg ngày 01/3/2021 của Thủ tướng Chính phủ về công tác phòng dịch."


def test_words_and_measures_of_an_act_that_refuses_are_no_answer(store: Store, tmp_path: Path) -> None:
    texts = acts() | {
        "reuses": provincial("Hà Nam", 22, DATES["reuses"], [AGAINST, GATE]),
        "adopts": provincial("Nam Định", 24, DATES["adopts"], [AGAINST, SAME]),
    }
    load(store, write(tmp_path, **texts).values())
    answer = echoes(store, DIRECTIVE)
    assert ways(answer) == {"Phú Thọ": ["cites", "relays"], "Hà Nam": [], "Nam Định": []}
    assert {p.name: p.state for p in answer.provinces if p.name in ("Hà Nam", "Nam Định")} == {
        "Hà Nam": "no_echo_found",
        "Nam Định": "no_echo_found",
    }
    assert {(n.number, n.evidence.how) for n in answer.no_echo if n.reason == "refuses"} >= {
        ("22/CT-UBND", "cites"),
        ("22/CT-UBND", "reuses"),
        ("24/CT-UBND", "cites"),
        ("24/CT-UBND", "adopts"),
    }
    hanam = next(p.code for p in answer.provinces if p.name == "Hà Nam")
    assert taken_up(store, [hanam]).items == []


def test_an_act_that_refuses_in_one_place_and_carries_out_in_another_still_answers(
    store: Store, tmp_path: Path
) -> None:
    both = provincial("Hà Nam", 22, DATES["reuses"], [AGAINST, CITED + own("bến"), GATE])
    load(store, write(tmp_path, **(acts() | {"reuses": both})).values())
    assert ways(echoes(store, DIRECTIVE))["Hà Nam"] == ["cites", "reuses"]
