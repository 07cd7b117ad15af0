"""Reuse and formulas in the graph, on each store: the same whatever comes first, nothing left behind."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from app.answers.echoing.echoes import echoes
from graph.queries import inline
from graph.queries import shipped as queries
from graph.store import Store
from ingest.aligning.thresholds import Thresholds
from ingest.pipeline import ingest, remove
from ingest.vocabulary import shipped as vocabulary
from tests.align.acts import BOAT, GATE, WELL, central, district, own, provincial, write
from tests.store.corpus import load
from tests.store_fixtures import clear

REUSES = inline(
    "MATCH (d:Document)-[:HAS_PROVISION]->(:Provision)-[r:REUSES]->(:Provision)"
    "<-[:HAS_PROVISION]-(s:Document)"
    " RETURN d.number AS taker, s.number AS giver, r.grade AS grade, r.quote AS quote,"
    " r.source_quote AS source, d.text AS text, r.start AS start, r.end AS end, s.text AS source_text,"
    " r.source_start AS source_start, r.source_end AS source_end ORDER BY taker, giver, start"
)
FORMULAS = inline(
    "MATCH (f:Formula) OPTIONAL MATCH (d:Document)-[:HAS_PROVISION]->(:Provision)-[r:SHARES]->(f)"
    " WITH f, d, r ORDER BY d.number RETURN f.id AS id, collect(d.number) AS members,"
    " collect(r.quote) AS quotes ORDER BY id"
)
PROVINCES = ("Tây Ninh", "Kiên Giang", "Phú Thọ", "Lào Cai", "Nam Định")


def collection() -> dict[str, str]:
    """Two central acts, five provinces that take from them or share a formula with them, a district."""
    acts = {
        "first": central(11, "2021-03-01", [GATE, own("ga"), WELL]),
        "later": central(12, "2021-06-01", [GATE, BOAT]),
        "relay": district("Tây Ninh", "Tân Châu", 31, "2021-05-10", [own("xã"), BOAT.replace("ba", "bốn")]),
        "undated": provincial("Hà Nam", 41, None, [GATE]),
        "well": provincial("Hà Nam", 77, "2021-09-01", [WELL]),
    }
    for i, province in enumerate(PROVINCES, 21):
        before = provincial(province, i, "2021-02-01", [WELL, own(f"kênh{i}")])
        after = provincial(province, i + 40, f"2021-0{3 + i % 4}-20", [GATE, own(f"cầu{i}")])
        acts |= {f"before{i}": before, f"after{i}": after}
    acts["boat"] = provincial("Tây Ninh", 90, "2021-05-01", [BOAT, own("đê")])
    return acts


def reuses(store: Store) -> list[tuple[str, str, str]]:
    return [(r["taker"], r["giver"], r["grade"]) for r in store.read(REUSES)]


def given(store: Store, giver: str) -> list[str]:
    return [taker for taker, source, _ in reuses(store) if source == giver]


def everything(store: Store) -> tuple[object, ...]:
    return store.read(REUSES), store.read(FORMULAS)


def loaded(store: Store, paths: Iterable[Path]) -> tuple[str, tuple[object, ...]]:
    return load(store, paths).dataset_version, everything(store)


@pytest.fixture
def paths(tmp_path: Path) -> Mapping[str, Path]:
    return write(tmp_path, **collection())


def test_wording_that_stands_first_in_the_directive_is_its_own_however_many_copy_it(
    store: Store, paths: Mapping[str, Path]
) -> None:
    load(store, paths.values())
    assert given(store, "11/CT-TTg") == ["41/CT-UBND", *(f"{i + 40}/CT-UBND" for i in range(21, 26))]


def test_a_later_act_that_repeats_it_owns_nothing_of_it(store: Store, paths: Mapping[str, Path]) -> None:
    load(store, paths.values())
    assert given(store, "12/CT-TTg") == []


def test_wording_that_provinces_had_before_is_one_formula_with_members(
    store: Store, paths: Mapping[str, Path]
) -> None:
    load(store, paths.values())
    (row,) = store.read(FORMULAS)
    assert row["members"] == ["11/CT-TTg", *(f"{i}/CT-UBND" for i in range(21, 26)), "77/CT-UBND"]
    assert set(row["quotes"]) == {WELL}
    assert "77/CT-UBND" not in given(store, "11/CT-TTg")


def test_without_those_provinces_it_is_the_directives_own(store: Store, paths: Mapping[str, Path]) -> None:
    load(store, paths.values())
    assert "77/CT-UBND" not in given(store, "11/CT-TTg")
    rows = store.read(inline("MATCH (d:Document) WHERE d.issued_on = '2021-02-01' RETURN d.id AS id"))
    remove(store, queries(), vocabulary(), [row["id"] for row in rows])
    assert "77/CT-UBND" in given(store, "11/CT-TTg")
    assert store.read(FORMULAS) == []


def test_a_district_takes_from_its_own_province_only(store: Store, paths: Mapping[str, Path]) -> None:
    other = write(paths["first"].parent / "x", d=district("Kiên Giang", "An Biên", 32, "2021-05-11", [BOAT]))
    load(store, [*paths.values(), *other.values()])
    assert [r for r in reuses(store) if r[1] == "90/CT-UBND"] == [("31-CT/HU", "90/CT-UBND", "verbatim")]


def test_both_spans_are_the_texts_own(store: Store, paths: Mapping[str, Path]) -> None:
    load(store, paths.values())
    rows = store.read(REUSES)
    assert rows
    for row in rows:
        assert row["text"][row["start"] : row["end"]] == row["quote"]
        assert row["source_text"][row["source_start"] : row["source_end"]] == row["source"]


def test_an_undated_act_is_shown_and_not_placed(store: Store, paths: Mapping[str, Path]) -> None:
    load(store, paths.values())
    answer = echoes(store, "11/CT-TTg@2021")
    assert [(u.number, u.how) for u in answer.unplaced] == [("41/CT-UBND", ["reuses"])]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_loading_makes_no_difference(store: Store, paths: Mapping[str, Path], seed: int) -> None:
    whole = loaded(store, paths.values())
    clear(store)
    shuffled = sorted(paths.values())
    random.Random(seed).shuffle(shuffled)
    version = ""
    while shuffled:
        portion, shuffled = shuffled[:4], shuffled[4:]
        version = load(store, portion).dataset_version
    assert (version, everything(store)) == whole


@pytest.mark.parametrize("name", ["first", "later", "boat", "before21", "after23", "relay"])
def test_an_act_that_comes_goes_and_comes_back(store: Store, paths: Mapping[str, Path], name: str) -> None:
    others = [path for key, path in paths.items() if key != name]
    without = loaded(store, others)
    report = load(store, [paths[name]])
    whole = report.dataset_version, everything(store)
    gone = remove(store, queries(), vocabulary(), report.loaded)
    assert (gone.dataset_version, everything(store)) == without
    assert loaded(store, [paths[name]]) == whole
    clear(store)
    assert loaded(store, paths.values()) == whole


def test_the_answers_can_list_a_formula_with_its_members(store: Store, paths: Mapping[str, Path]) -> None:
    load(store, paths.values())
    (first,) = store.read(inline("MATCH (d:Document {number: '11/CT-TTg'}) RETURN d.id AS id"))
    (here,) = store.read(queries()["formulas_in"], documents=[first["id"]])
    assert here["quote"] == WELL
    (formula,) = store.read(queries()["formula_counts"], ids=[here["id"]])
    assert (formula["documents"], formula["provinces"], formula["central"]) == (7, 6, 1)
    members = store.read(queries()["formula_members"], id=formula["id"])
    assert [m["date"] for m in members] == ["2021-02-01"] * 5 + ["2021-03-01", "2021-09-01"]
    assert {m["quote"] for m in members} == {WELL}


def test_the_store_keeps_its_thresholds_until_others_are_given(
    store: Store, paths: Mapping[str, Path]
) -> None:
    usual = loaded(store, paths.values())
    strict = replace(Thresholds(), min_shared=60)
    report = ingest(store, queries(), vocabulary(), paths.values(), thresholds=strict)
    assert report.changed
    assert reuses(store) == []
    assert not load(store, paths.values()).changed
    again = ingest(store, queries(), vocabulary(), paths.values(), thresholds=Thresholds())
    assert (again.dataset_version, everything(store)) == usual
