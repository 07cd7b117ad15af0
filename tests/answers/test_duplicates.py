"""Documents that are one act twice, or may be: listed with why and how alike, and never merged."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.answers.sources.duplicates import list_duplicates
from graph.queries import inline
from graph.store import Store
from tests.repository import ROOT
from tests.store.corpus import load

ACT = (ROOT / "corpus" / "real" / "230-CV-TU_tay-ninh_2021-07-04.txt").read_text(encoding="utf-8")
NUMBER = "230-CV/TU"


def _headless(text: str) -> str:
    """A copy whose head is cut away."""
    return text[text.index("Kính gửi") :]


COPIES = {
    "same_act": ACT + "\n",
    "same_text": _headless(ACT),
    "excerpt": _headless(ACT)[: len(ACT) // 2],
}


@pytest.mark.parametrize("why", COPIES)
def test_two_documents_of_one_act_are_listed_with_why(store: Store, tmp_path: Path, why: str) -> None:
    (tmp_path / "whole.txt").write_text(ACT, encoding="utf-8")
    (tmp_path / "copy.txt").write_text(COPIES[why], encoding="utf-8")
    load(store, [tmp_path])
    answer = list_duplicates(store)
    (pair,) = answer.items
    assert (pair.why, answer.total, pair.shared > 0.8) == (why, 1, True)
    paths = {Path(side.document.source.paths[0]).name for side in (pair.longer, pair.shorter)}
    assert paths == {"whole.txt", "copy.txt"}
    assert {pair.longer.completeness, pair.shorter.completeness} <= {"full", "excerpt"}
    acts = {pair.longer.document.act, pair.shorter.document.act}
    assert len(acts) == (1 if why == "same_act" else 2)  # nothing is merged for it
    for side in (pair.longer, pair.shorter):
        assert list_duplicates(store, document=side.document.id).total == 1


def test_documents_of_two_acts_are_none(store: Store, tmp_path: Path) -> None:
    load(store, [ROOT / "corpus" / "real"])
    assert list_duplicates(store).items == []


def test_a_page_goes_on_where_the_last_ended(store: Store, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(ACT + "\n" * number, encoding="utf-8")
    load(store, [tmp_path])
    first = list_duplicates(store, limit=2)
    rest = list_duplicates(store, limit=2, cursor=first.next)
    assert (first.total, len(first.items), len(rest.items), rest.next) == (3, 2, 1, None)
    pairs = {(p.longer.document.id, p.shorter.document.id) for p in [*first.items, *rest.items]}
    assert len(pairs) == 3


def test_what_is_listed_follows_the_documents(store: Store, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ACT, encoding="utf-8")
    load(store, [tmp_path])
    assert list_duplicates(store).total == 0
    (tmp_path / "two.txt").write_text(ACT + "\n", encoding="utf-8")
    load(store, [tmp_path])
    assert list_duplicates(store).total == 1
    assert store.read(inline("MATCH (d:Document) RETURN count(d) AS documents")) == [{"documents": 2}]
