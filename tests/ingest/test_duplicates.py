"""Documents that may be one act are proposed, acts that share wording are not; how much of an act is held."""

from __future__ import annotations

import pytest

from ingest.aligning.duplicates import Text, proposals
from ingest.extract import extract
from ingest.read import document_of
from ingest.statements.completeness import completeness
from ingest.vocabulary import shipped

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH TÂY NINH\nSố: 12/CT-UBND\nTây Ninh, ngày 02 tháng 4 năm 2020\n\n"
    "CHỈ THỊ\nVề phòng dịch\n\n"
)
TASKS = "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:\n1. Dừng hội họp đông người.\n2. Các sở báo cáo.\n"
END = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn An\n"


def text(id: str, words: range, act: str = "", number: str | None = None) -> Text:
    return Text(id, act or id, number, frozenset(n * 2654435761 % 2**32 for n in words))


@pytest.mark.parametrize(
    ("one", "other", "proposed"),
    [
        (text("a", range(400)), text("b", range(400)), True),
        (text("a", range(400)), text("b", range(100, 250)), True),  # an excerpt
        (text("a", range(400)), text("b", range(320, 720)), False),  # a passage in common
        (text("a", range(400), "x"), text("b", range(400), "x"), False),  # copies that met by themselves
        (text("a", range(400), number="12/CT-UBND"), text("b", range(400), number="I2/CT-UBND"), True),
        (text("a", range(400), number="12/CT-UBND"), text("b", range(400), number="45/KH-UBND"), False),
        (text("a", range(400), number="12/CT-UBND"), text("b", range(400)), True),
        (text("a", range(10)), text("b", range(10)), False),  # too short to tell
    ],
)
def test_what_may_be_one_act_is_proposed(one: Text, other: Text, *, proposed: bool) -> None:
    for order in ((one, other), (other, one)):
        found = list(proposals(order))
        assert len(found) == proposed
        if found:
            assert {found[0].longer.id, found[0].shorter.id} == {"a", "b"}
            assert len(found[0].longer.shingles) >= len(found[0].shorter.shingles)


@pytest.mark.parametrize(
    ("number", "date", "province", "proposed"),
    [
        ("13/CT-UBND", "2020-04-03", "79", False),  # one form letter, two provinces
        ("13/CT-UBND", "2020-04-03", "72", True),
        ("13/CT-UBND", "2020-04-02", "79", True),
        ("12/CT-UBND", "2020-04-03", "79", True),
        ("13/CT-UBND", None, "79", True),
        (None, "2020-04-03", "79", True),
    ],
)
def test_acts_that_differ_in_all_they_state_are_not_proposed(
    number: str | None, date: str | None, province: str | None, *, proposed: bool
) -> None:
    words = text("", range(400)).shingles
    one = Text("a", "a", "12/CT-UBND", words, "2020-04-02", "72")
    assert bool(list(proposals([one, Text("b", "b", number, words, date, province)]))) == proposed


def test_wording_that_everybody_shares_proposes_nothing() -> None:
    assert list(proposals([text(f"{n:03}", range(400)) for n in range(60)])) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (HEAD + TASKS + END, "full"),
        (HEAD + TASKS, "excerpt"),
        (HEAD + "(Trích)\n" + TASKS + END, "excerpt"),
        (HEAD + TASKS + "[...]\n" + END, "excerpt"),
        (TASKS + END, "excerpt"),
        (TASKS, "excerpt"),
        (
            "Tỉnh Tây Ninh dừng hội họp\n\nChiều nay, tỉnh Tây Ninh cho biết đã dừng hội họp đông người.",
            "report",
        ),
    ],
)
def test_how_much_of_an_act_a_text_is(words: str, told: str) -> None:
    assert completeness(extract(document_of(words.encode(), words, ""), shipped())) == told
