"""The catalogue: acts that are known to exist, and where texts say otherwise, on each store."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.answers.acts.conflicts import conflicts_of, notes
from app.answers.acts.directives import directive, find_directive
from app.answers.echoing.echoes import echoes
from app.answers.models.acts import Found
from app.catalogue import vocabulary_of
from app.user_files import CATALOGUE, read_catalogue
from graph.queries import inline
from graph.queries import shipped as queries
from graph.store import Store
from ingest.errors import MetadataInvalid
from ingest.pipeline import ingest
from tests.decisions.making import sound
from tests.store.corpus import load, write

CITING = (
    "TỈNH ỦY PHÚ THỌ\n*\nSố 61-CV/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nPhú Thọ, ngày 09 tháng 4 năm 2021\n\n"
    "V/v phòng, chống dịch\n\nKính gửi: Các huyện, thành, thị ủy.\n\n"
    "Thực hiện Chỉ thị số 16/CT-TTg ngày {day}/3/2020 của Thủ tướng Chính phủ, yêu cầu:\n\n"
    "1. Sở Y tế chủ trì xét nghiệm.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n"
)
HELD = (
    "THỦ TƯỚNG CHÍNH PHỦ\n-------\nSố: 16/CT-TTg\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
    "Hà Nội, ngày 28 tháng 3 năm 2020\n\nCHỈ THỊ\nVề thực hiện các biện pháp cấp bách\n\n"
    "1. Yêu cầu mọi người dân đeo khẩu trang.\n\nTHỦ TƯỚNG\n\nNguyễn Xuân Phúc\n"
)
ACT = "16/CT-TTg@2020"
ROW = {
    "key": "999/CT-TTg@2031",
    "number": "999/CT-TTg",
    "doc_type": "Chỉ thị",
    "issuer": "ttg",
    "issuer_name": "TTg",
    "date": "2031-05-06",
    "subject_en": "a test",
    "topic": "other",
    "source": "mine",
}


def table(path: Path, **changes: str) -> Path:
    row = {**dict.fromkeys(CATALOGUE, ""), **ROW, **changes}
    path.write_text(f"{','.join(CATALOGUE)}\n{','.join(row[name] for name in CATALOGUE)}\n", encoding="utf-8")
    return path


def test_issued_and_not_held_is_an_answer(store: Store, tmp_path: Path) -> None:
    load(store, write(tmp_path, citing=CITING.format(day=31)).values())
    for act, cited in ((ACT, "1 document cites it"), ("15/CT-TTg@2020", "cited by no document here")):
        found = directive(store, act)
        assert (found.directive.text_held, found.directive.catalogued) == (False, True)
        assert found.words == f"issued on {found.directive.date}, by the catalogue; text not held; {cited}"
        assert found.catalogue["source"]
    assert store.read(
        inline("MATCH (d:Directive {key: '15/CT-TTg@2020'}) RETURN d.basis AS basis, d.held AS held")
    ) == [{"basis": "catalogue", "held": False}]
    assert echoes(store, "15/CT-TTg@2020").denominator.echoed == 0


def test_what_texts_and_citations_say_otherwise_is_kept_and_told(store: Store, tmp_path: Path) -> None:
    load(
        store, write(tmp_path, citing=CITING.format(day=30), held=HELD, right=CITING.format(day=31)).values()
    )
    found = directive(store, ACT)
    assert found.directive.date == "2020-03-28", "the text held comes first"
    assert found.directive.catalogue_date == "2020-03-31"
    assert [(c.field, c.by, c.said, c.catalogue, c.times) for c in found.conflicts] == [
        ("date", "citation", "2020-03-30", "2020-03-31", 1),
        ("date", "text", "2020-03-28", "2020-03-31", 1),
    ]
    assert echoes(store, ACT).conflicts == found.conflicts
    assert f"{ACT}: date: the text held says 2020-03-28, the catalogue says 2020-03-31" in list(
        notes(store, vocabulary_of(store))
    )
    assert sound(store) == [], "a difference is no fault of the graph"


@pytest.mark.parametrize("day", [31])
def test_where_they_agree_nothing_is_told(store: Store, tmp_path: Path, day: int) -> None:
    load(store, write(tmp_path, citing=CITING.format(day=day)).values())
    assert conflicts_of(store, [ACT]) == []


def test_a_row_of_ones_own_is_known_corrected_by_a_later_one_and_kept(store: Store, tmp_path: Path) -> None:
    paths = list(write(tmp_path, citing=CITING.format(day=31)).values())
    first = read_catalogue(table(tmp_path / "acts.csv"))
    ingest(store, queries(), vocabulary_of(store, first), paths)
    found = find_directive(store, "999 ct-ttg")
    assert isinstance(found, Found)
    assert (found.directive.date, found.directive.catalogued) == ("2031-05-06", True)
    later = read_catalogue(table(tmp_path / "acts.csv", date="2031-06-07", subject_en="", issuer=""))
    changed = ingest(store, queries(), vocabulary_of(store, later), paths)
    again = directive(store, "999/CT-TTg@2031")
    assert (again.directive.date, again.directive.subject, again.directive.issuer) == (
        "2031-06-07",
        None,
        None,
    )
    kept = ingest(store, queries(), vocabulary_of(store), paths)
    assert (kept.changed, kept.dataset_version) == (False, changed.dataset_version)
    assert sound(store) == []


def test_an_act_that_the_catalogue_lists_no_longer_goes(store: Store, tmp_path: Path) -> None:
    paths = list(write(tmp_path, citing=CITING.format(day=31)).values())
    before = ingest(store, queries(), vocabulary_of(store), paths).dataset_version
    ingest(store, queries(), vocabulary_of(store, read_catalogue(table(tmp_path / "acts.csv"))), paths)
    store.write(inline("MATCH (s:Dataset) REMOVE s.catalogue"))
    assert ingest(store, queries(), vocabulary_of(store), paths).dataset_version == before
    assert store.read(inline("MATCH (d:Directive {key: '999/CT-TTg@2031'}) RETURN d.key AS key")) == []


@pytest.mark.parametrize(
    ("changes", "column", "said"),
    [
        ({"key": "999/CT-TTg"}, "key", "is no key of an act"),
        ({"key": "998/CT-TTg@2031"}, "key", "Write 999/CT-TTg@2031"),
        ({"date": "2030-05-06"}, "key", "Write 999/CT-TTg@2030"),
        ({"number": "", "key": "chi-thi-ttg@2031"}, "key", "Write chi-thi-ttg@2031-05-06"),
        ({"number": "not one"}, "number", "is no number of an act"),
        ({"date": "2031-13-01"}, "date", "is no day"),
        ({"doc_type": "Bài hát"}, "doc_type", "is no kind of act"),
        ({"issuer": "nobody"}, "issuer", "no body"),
        ({"source": ""}, "source", "the cell is empty"),
        ({"topic": ""}, "topic", "the cell is empty"),
    ],
)
def test_a_row_that_is_no_act_is_named(
    tmp_path: Path, changes: dict[str, str], column: str, said: str
) -> None:
    with pytest.raises(MetadataInvalid, match=rf"acts\.csv, line 2, column {column}: .*{said}"):
        read_catalogue(table(tmp_path / "acts.csv", **changes))
