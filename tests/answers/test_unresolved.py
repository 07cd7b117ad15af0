"""What cannot be placed is told and not guessed: a number of two acts, a province with no dated act."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.answers.acts.directives import directive, find_directive
from app.answers.asking.errors import DirectiveUnknown, NumberInvalid
from app.answers.echoing.echoes import echoes
from app.answers.models.acts import Found, Several
from app.answers.sources.provenance import provenance
from graph.store import Store
from tests.align.acts import own, provincial, write
from tests.store.corpus import load

FULL = "Thực hiện Chỉ thị số 05/CT-TTg ngày 28/01/2020 của Thủ tướng Chính phủ, {}"
BARE = "Thực hiện Chỉ thị số 05/CT-TTg của Thủ tướng Chính phủ, {}"
Loaded = Callable[..., Store]


@pytest.fixture
def loaded(store: Store, tmp_path: Path) -> Loaded:
    """A store with these acts."""

    def load_all(**acts: str) -> Store:
        load(store, write(tmp_path, **acts).values())
        return store

    return load_all


def test_a_number_of_two_acts_says_how_many_citations_do_not_tell_which(loaded: Loaded) -> None:
    store = loaded(
        tay_ninh=provincial("Tây Ninh", 11, "2021-09-01", [BARE.format(own("chợ"))]),
        phu_tho=provincial("Phú Thọ", 12, "2021-09-02", [BARE.format(own("bến"))]),
        ha_nam=provincial("Hà Nam", 13, "2021-09-03", [FULL.format(own("trạm"))]),
    )
    found = find_directive(store, "05/CT-TTg")
    assert isinstance(found, Several)
    assert found.unresolved == 2
    for key, echoed in (("05/CT-TTg@2020", 1), ("05/CT-TTg@2021", 0)):
        answer = echoes(store, key)
        assert answer.denominator.echoed == echoed
        assert answer.unresolved_total == len(answer.unresolved) == 2
        assert "2 citations name 05/CT-TTg and not which act of this number" in answer.words
        detail = directive(store, key)
        assert detail.unresolved == 2
        assert "2 citations name 05/CT-TTg" in detail.words
        for each in answer.unresolved:
            assert each.quote == "Chỉ thị số 05/CT-TTg của Thủ tướng Chính phủ"
            assert {"05/CT-TTg@2020", "05/CT-TTg@2021"} <= set(each.candidates)
            evidence = provenance(store, each.key).evidence
            assert evidence is not None
            assert (evidence.start, evidence.end, evidence.quote) == (each.start, each.end, each.quote)


def test_where_every_citation_is_resolved_nothing_is_said_of_it(loaded: Loaded) -> None:
    store = loaded(ha_nam=provincial("Hà Nam", 13, "2021-09-03", [FULL.format(own("trạm"))]))
    answer = echoes(store, "05/CT-TTg@2020")
    assert (answer.unresolved, answer.unresolved_total) == ([], 0)
    assert "citation" not in answer.words


def test_a_province_whose_only_act_is_undated_has_no_dated_echo(loaded: Loaded) -> None:
    store = loaded(
        undated=provincial("Tây Ninh", 11, None, [FULL.format(own("chợ"))]),
        silent=provincial("Phú Thọ", 12, "2021-09-02", [own("bến")]),
        dated=provincial("Hà Nam", 13, "2021-09-03", [FULL.format(own("trạm"))]),
        also=provincial("Hà Nam", 14, None, [FULL.format(own("kho"))]),
    )
    answer = echoes(store, "05/CT-TTg@2020")
    words = {p.name: (p.state, p.undated_acts, p.words) for p in answer.provinces}
    assert words["Tây Ninh"] == ("no_echo_found", 1, "no dated echo; 1 undated act cites it")
    assert words["Phú Thọ"] == ("no_echo_found", 0, "no echo found in 1 document")
    assert words["Hà Nam"] == ("echoed", 1, "echoed since 2021-09-03, by 1 act; 1 undated act cites it")
    assert words["Hà Nội"] == ("no_documents", 0, "no document here")
    assert "2 documents without date" in answer.words
    assert {(u.province.name, u.reason) for u in answer.unplaced if u.province} == {
        ("Tây Ninh", "undated"),
        ("Hà Nam", "undated"),
    }


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ", "16/CT-TTg@2020"),
        ("Thông báo Kết luận số 172-TB/TW, ngày 21-3-2020 của Bộ Chính trị", "172-TB/TW@2020"),
        ("Chỉ thị số 05/CT-TTg ngày 28 tháng 01 năm 2020 của Thủ tướng Chính phủ", "05/CT-TTg@2020"),
        ("16/CT-TTg ngày 31.3.2020", "16/CT-TTg@2020"),
        ("chi thi so 16/ct-ttg ngay 31/3/2020 cua Thu tuong Chinh phu", "16/CT-TTg@2020"),
    ],
)
def test_a_citation_pasted_whole_names_its_act(store: Store, typed: str, key: str) -> None:
    found = find_directive(store, typed)
    assert isinstance(found, Found)
    assert found.directive.key == key


def test_so_does_one_without_number_that_a_text_here_cites(loaded: Loaded) -> None:
    cited = "Kết luận của Thủ tướng Chính phủ ngày 04/7/2021"
    with pytest.raises(NumberInvalid):
        find_directive(loaded(), cited)
    store = loaded(a=provincial("Tây Ninh", 11, "2021-09-01", [f"Thực hiện {cited}, {own('chợ')}"]))
    found = find_directive(store, cited)
    assert isinstance(found, Found)
    assert found.directive.key == "ket-luan-ttg@2021-07-04"


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("Chỉ thị số 16/CT-TTg ngày 31/3/1999 của Thủ tướng Chính phủ", DirectiveUnknown),
        ("Chỉ thị số 15/CT-TTg và Chỉ thị số 16/CT-TTg của Thủ tướng Chính phủ", NumberInvalid),
        ("không có văn bản nào", NumberInvalid),
    ],
)
def test_a_citation_of_no_one_known_act_is_refused(store: Store, typed: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        find_directive(store, typed)
