"""What decisions do to answers, on each store; and that they outlive a new reading of the texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.answers.acts.directives import directive, list_directives
from app.answers.asking.errors import DirectiveUnknown
from app.answers.comparing.comparison import compare
from app.answers.correcting.deciding import Asked, decide_document, decide_statement
from app.answers.echoing.echoes import echoes
from app.answers.models.echoes import EchoAnswer
from app.answers.sources.decisions import list_decisions
from app.answers.sources.documents import document
from app.answers.sources.provenance import provenance
from graph.queries import inline
from graph.store import Store
from tests.decisions.making import (
    STATEMENTS,
    carry_out,
    holding_documents,
    made,
    sound,
    statement,
    target_of,
    undo,
)
from tests.store.corpus import load, write

HEAD = "TỈNH ỦY {name}\n*\nSố {number}\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n{place}, ngày {day} năm 2021\n\n"
BODY = (
    "V/v phòng, chống dịch Covid-19\n\nKính gửi: Các huyện, thành, thị ủy.\n\n"
    "Thực hiện Chỉ thị số 19/CT-TTg ngày 24/4/2020 của Thủ tướng Chính phủ{more}, yêu cầu:\n\n"
    "1. Sở Y tế chủ trì xét nghiệm sàng lọc.\n\n2. Người dân đeo khẩu trang nơi công cộng.\n\n"
    "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n"
)
TEXTS = {
    "phu_tho": HEAD.format(name="PHÚ THỌ", number="61-CV/TU", place="Phú Thọ", day="09 tháng 4")
    + BODY.format(more=" và Chỉ thị số 77/CT-TTg ngày 02/3/2021 của Thủ tướng Chính phủ"),
    "ha_nam": HEAD.format(name="HÀ NAM", number="88-CV/TU", place="Hà Nam", day="12 tháng 4")
    + BODY.format(more=""),
}
ACT = "19/CT-TTg@2020"
PHU_THO, HA_NAM = "25", "35"


@pytest.fixture
def held(store: Store, tmp_path: Path) -> Store:
    load(store, write(tmp_path, **TEXTS).values())
    return store


def decided(store: Store, key: str, action: Any, value: Any = None) -> None:
    decide_statement(store, key, Asked(action, "Lan", "read again", value), None)


def state(answer: EchoAnswer, code: str) -> str:
    return next(p.state for p in answer.provinces if p.code == code)


def citation(store: Store, act: str, code: str) -> str:
    answer = echoes(store, act)
    return next(e.key for p in answer.provinces if p.code == code for e in p.evidence if e.how == "cites")


def cell(store: Store, code: str, measure: str) -> str:
    comparison = compare(store, [code], [measure])
    return comparison.rows[0].cells[0].headline


def order(store: Store, number: str, measure: str) -> str:
    rows = store.read(STATEMENTS)
    return str(
        next(
            r["key"]
            for r in rows
            if r["type"] == "ORDERS" and (r["number"], r["target"]) == (number, measure)
        )
    )


def test_a_rejected_citation_counts_no_longer_and_is_shown_with_who_and_why(held: Store) -> None:
    assert state(echoes(held, ACT), PHU_THO) == "echoed"
    key = citation(held, ACT, PHU_THO)
    decided(held, key, "reject")
    answer = echoes(held, ACT)
    assert (state(answer, PHU_THO), state(answer, HA_NAM)) == ("no_echo_found", "echoed")
    assert directive(held, ACT).citing_documents == 1
    shown = provenance(held, key)
    assert (shown.status, shown.type, shown.object.key, shown.verified) == ("rejected", "CITES", ACT, True)
    assert shown.says.endswith("(rejected by Lan on " + shown.decisions[0].at[:10] + ": read again)")
    detail = document(held, shown.document.id)
    assert [a.key for a in detail.rejected] == [key]
    assert key not in {a.key for a in detail.statements}
    assert [d.statement for d in list_decisions(held, action="reject").items] == [key]
    decided(held, key, "undo")
    assert state(echoes(held, ACT), PHU_THO) == "echoed"
    assert sound(held) == []


def test_an_accepted_one_counts_as_before_and_is_shown_as_accepted(held: Store) -> None:
    key = citation(held, ACT, PHU_THO)
    before = echoes(held, ACT).model_dump(exclude={"dataset_version"})
    decided(held, key, "accept")
    assert echoes(held, ACT).model_dump(exclude={"dataset_version"}) == before
    shown = provenance(held, key)
    assert (shown.status, shown.basis, shown.stated) == ("accepted", "stated", None)
    assert {a.key: a.status for a in document(held, shown.document.id).statements}[key] == "accepted"


def test_a_corrected_relation_makes_a_citation_no_echo(held: Store) -> None:
    key = citation(held, ACT, PHU_THO)
    decided(held, key, "correct", {"relation": "replaces"})
    answer = echoes(held, ACT)
    assert state(answer, PHU_THO) == "no_echo_found"
    assert [(n.reason, n.evidence.basis) for n in answer.no_echo] == [("replaces", "curated")]
    shown = provenance(held, key)
    assert shown.stated is not None
    assert (shown.basis, shown.rule, shown.stated.basis) == ("curated", "decision", "stated")
    assert shown.stated.changed == {"relation": "implements"}


def test_a_corrected_act_moves_the_citation_and_the_old_key_still_finds_it(held: Store) -> None:
    key = citation(held, ACT, PHU_THO)
    decided(held, key, "correct", {"target": "16/ct-ttg@2020"})
    assert state(echoes(held, ACT), PHU_THO) == "no_echo_found"
    moved = echoes(held, "16/CT-TTg@2020")
    assert state(moved, PHU_THO) == "echoed"
    shown = provenance(held, key)
    assert shown.key != key
    assert shown.stated is not None
    assert (shown.object.key, shown.stated.key, shown.stated.target) == ("16/CT-TTg@2020", key, ACT)
    decided(held, shown.key, "undo")
    assert provenance(held, key).key == key
    assert sound(held) == []


def test_an_act_that_only_a_rejected_citation_names_is_known_no_longer(held: Store) -> None:
    assert directive(held, "77/CT-TTg@2021").citing_documents == 1
    keys = {d.key for d in list_directives(held, limit=1000).items}
    assert "77/CT-TTg@2021" in keys
    decided(held, citation(held, "77/CT-TTg@2021", PHU_THO), "reject")
    assert "77/CT-TTg@2021" not in {d.key for d in list_directives(held, limit=1000).items}
    with pytest.raises(DirectiveUnknown):
        directive(held, "77/CT-TTg@2021")


@pytest.mark.parametrize(
    ("action", "value", "before", "after", "elsewhere"),
    [
        ("reject", None, "ordered", "not_mentioned", "not_mentioned"),
        ("correct", {"state": "lifted"}, "ordered", "lifted", "not_mentioned"),
        ("correct", {"target": "5k"}, "ordered", "not_mentioned", "ordered"),
    ],
)
def test_a_cell_of_the_comparison_follows_what_was_decided(
    held: Store, action: str, value: Any, before: str, after: str, elsewhere: str
) -> None:
    key = order(held, "88-CV/TU", "deo-khau-trang")
    assert cell(held, HA_NAM, "deo-khau-trang") == before
    decided(held, key, action, value)
    assert cell(held, HA_NAM, "deo-khau-trang") == after
    assert cell(held, HA_NAM, "5k") == elsewhere
    assert cell(held, PHU_THO, "deo-khau-trang") == before, "nobody else's statements are touched"


def test_what_is_set_of_a_document_moves_it_and_is_shown_as_curated(held: Store) -> None:
    ids = holding_documents(held)
    values = {"province": "Nam Định", "date": "2021-05-01", "issuer": "ubnd-tinh", "doc_type": "chi thi"}
    decide_document(held, ids["61-CV/TU"], Asked("set", "Lan", "the original says so", values), None)
    answer = echoes(held, ACT)
    assert (state(answer, PHU_THO), state(answer, "36")) == ("no_documents", "echoed")
    placed = next(p for p in answer.provinces if p.code == "36")
    assert (placed.first_on, {e.place_basis for e in placed.evidence}) == ("2021-05-01", {"curated"})
    detail = document(held, ids["61-CV/TU"])
    assert (detail.document.act, detail.document.doc_type) == ("61-CV/TU@2021~36", "Chỉ thị")
    assert detail.document.issuer is not None
    assert detail.document.issuer.id == "ubnd-tinh"
    assert detail.curated == {
        "province": "36",
        "date": "2021-05-01",
        "issuer": "ubnd-tinh",
        "doc_type": "Chỉ thị",
    }
    assert detail.header["province"].value == PHU_THO, "what was stated is kept beside it"
    assert [(d.by, d.reason) for d in detail.decisions] == [("Lan", "the original says so")] * 4


def test_a_stated_province_that_a_person_rejects_leaves_the_document_unplaced(held: Store) -> None:
    id = holding_documents(held)["61-CV/TU"]
    decide_document(held, id, Asked("reject", "Lan", "a copy filed elsewhere", "province"), None)
    answer = echoes(held, ACT)
    assert state(answer, PHU_THO) == "no_documents"
    assert [u.document for u in answer.unplaced] == [id]
    decide_document(held, id, Asked("undo", "Lan", "it was right", "province"), None)
    assert state(echoes(held, ACT), PHU_THO) == "echoed"


def test_decisions_outlive_a_new_reading_and_the_loss_of_a_document(held: Store, tmp_path: Path) -> None:
    key = citation(held, ACT, PHU_THO)
    decided(held, key, "reject")
    decided(held, order(held, "61-CV/TU", "deo-khau-trang"), "correct", {"state": "avoided"})
    answers = echoes(held, ACT), compare(held, [PHU_THO, HA_NAM])
    held.write(inline("MATCH (d:Document) SET d.fingerprint = 'of older extractors'"))
    assert len(load(held, write(tmp_path, **TEXTS).values()).loaded) == 2
    assert (echoes(held, ACT), compare(held, [PHU_THO, HA_NAM])) == answers
    assert provenance(held, key).status == "rejected"


def test_a_decision_waits_for_its_document(store: Store, tmp_path: Path) -> None:
    paths = write(tmp_path, **TEXTS)
    load(store, paths.values())
    rejected = made(statement(store, "CITES", "19/CT-TTg"), "reject")
    version = carry_out(store, rejected).dataset_version
    store.write(inline("MATCH (n) WHERE NOT n:Migration DETACH DELETE n"))
    carry_out(store, rejected)
    load(store, [paths["phu_tho"]])
    assert load(store, [paths["ha_nam"]]).dataset_version == version


def test_a_later_act_is_weighed_for_what_was_rejected_too(store: Store, tmp_path: Path) -> None:
    """A rejected citation follows the acts that are known, so that the order of loading cannot matter."""
    answer = TEXTS["ha_nam"].replace(
        "Chỉ thị số 19/CT-TTg ngày 24/4/2020 của Thủ tướng Chính phủ", "Công văn số 55-CV/TU của Tỉnh ủy"
    )
    letter = HEAD.format(name="HÀ NAM", number="55-CV/TU", place="Hà Nam", day="02 tháng 3") + BODY.format(
        more=""
    )
    paths = write(tmp_path, answer=answer, letter=letter)
    load(store, [paths["answer"]])
    rows = store.read(STATEMENTS)
    open_one = target_of(next(r for r in rows if r["type"] == "CITES" and "55-CV/TU" in r["quote"]))
    assert ":" in open_one.target, "not identified yet"
    rejected = made(open_one, "reject")
    carry_out(store, rejected)
    load(store, [paths["letter"]])
    assert state(echoes(store, "55-CV/TU@2021~35"), HA_NAM) == "echoed"
    assert rejected.id in " ".join(sound(store)), "what was judged is not what is stated now: it is listed"
    carry_out(store, undo(rejected))
    assert sound(store) == []
