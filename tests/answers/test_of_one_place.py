"""What a province echoed and added, whom it charged, who ordered a measure: on both stores."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.answers.asking.errors import BodyUnknown, MeasureUnknown, ProvinceUnknown
from app.answers.echoing.taken_up import taken_up
from app.answers.places.additions import additions
from app.answers.places.place import place, places
from app.answers.subjects.body_detail import body_detail
from app.answers.subjects.measure_page import measure_whole
from graph.queries import shipped
from graph.store import Store
from ingest.pipeline import ingest, remove
from ingest.vocabulary import shipped as vocabulary

CENTRAL = """THỦ TƯỚNG CHÍNH PHỦ
Số: 90/CT-TTg
Hà Nội, ngày 01 tháng 3 năm 2021
CHỈ THỊ
Về phòng, chống dịch COVID-19
Thủ tướng Chính phủ yêu cầu:
1. Bộ Y tế tổ chức xét nghiệm.
"""
PROVINCE = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA
Số: 78/CT-UBND
Sơn La, ngày 05 tháng 3 năm 2021
CHỈ THỊ
Về phòng, chống dịch COVID-19
Thực hiện Chỉ thị số 90/CT-TTg ngày 01/3/2021 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh yêu cầu:
1. Sở Y tế tổ chức xét nghiệm, khai báo y tế.
"""


@pytest.fixture
def held(store: Store, tmp_path: Path) -> dict[str, str]:
    """Both documents, and their ids by file name."""
    for name, text in (("central", CENTRAL), ("province", PROVINCE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        assert not ingest(store, shipped(), vocabulary(), [tmp_path / f"{name}.txt"]).failed
    documents = place(store, "14").documents
    (central,) = measure_whole(store, "xet-nghiem").central
    return {"province": documents[0].id, "central": central.first.document}


def test_what_one_place_did(store: Store, held: dict[str, str]) -> None:
    own = additions(store, ["14"])
    assert [item.measure.id for item in own.items] == ["khai-bao-y-te"]
    assert [piece.quote for piece in own.items[0].evidence] == ["khai báo y tế"]
    assert [head.key for head in own.told_by] == ["90/CT-TTg@2021"]
    (echoed,) = taken_up(store, ["14"]).items
    assert (echoed.directive.key, echoed.how, echoed.first_on) == ("90/CT-TTg@2021", ["cites"], "2021-03-05")

    measure = measure_whole(store, "xet-nghiem")
    assert [each.province.code for each in measure.adoption.order] == ["14"]
    assert [each.first.number for each in measure.central] == ["90/CT-TTg"]
    assert {each.body.id for each in measure.charged} == {"byt", "so-yt"}

    body = body_detail(store, "so-yt")
    assert [(task.document, task.body) for task in body.items] == [(held["province"], "so-yt~14")]
    assert {each.id for each in body.items[0].measures} == {"xet-nghiem", "khai-bao-y-te"}
    assert [(o.province.code, o.rank, o.first_on) for o in body.order] == [("14", 1, "2021-03-05")]
    assert body_detail(store, "so-yt~14").instance_of is not None

    whole = place(store, "Sơn La", "2025")
    assert ([d.id for d in whole.documents], whole.acts) == ([held["province"]], 1)
    assert places(store, "2025").with_documents == places(store).with_documents == 1


def test_without_the_directives_text_nobody_here_told_it_anything(store: Store, held: dict[str, str]) -> None:
    remove(store, shipped(), vocabulary(), [held["central"]])
    own = additions(store, ["14"])
    assert {item.measure.id for item in own.items} == {"xet-nghiem", "khai-bao-y-te"}
    assert (own.denominator.cited, own.denominator.held, own.denominator.told) == (1, 0, 0)
    (echoed,) = taken_up(store, ["14"]).items
    assert not echoed.directive.text_held


def test_what_came_before_the_directive_was_not_told_by_it(
    store: Store, held: dict[str, str], tmp_path: Path
) -> None:
    early = PROVINCE.replace("78/CT-UBND", "70/CT-UBND").replace("ngày 05 tháng 3", "ngày 20 tháng 2")
    early = early.replace("Thực hiện Chỉ thị số 90/CT-TTg ngày 01/3/2021 của Thủ tướng Chính phủ, ", "")
    (tmp_path / "early.txt").write_text(early, encoding="utf-8")
    ingest(store, shipped(), vocabulary(), [tmp_path / "early.txt"])
    items = {item.measure.id: item for item in additions(store, ["14"]).items}
    assert items["xet-nghiem"].first_on == "2021-02-20"
    assert items["xet-nghiem"].later is not None
    assert items["xet-nghiem"].later.key == "90/CT-TTg@2021"
    assert items["khai-bao-y-te"].later is None


def test_what_is_not_known_is_said(store: Store) -> None:
    with pytest.raises(BodyUnknown):
        body_detail(store, "nobody")
    with pytest.raises(MeasureUnknown):
        measure_whole(store, "nothing")
    with pytest.raises(ProvinceUnknown):
        place(store, "nowhere at all")
