"""What is kept at ingest gives the answers that the statements give, in any order, cut short or not."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from app.answers.checking.checked import Checked
from app.answers.checking.graph import findings
from app.answers.comparing.charging import compare_bodies
from app.answers.comparing.comparison import compare
from app.answers.echoing.echoes import echoes
from graph.queries import inline, shipped
from graph.store import Store
from ingest.pipeline import ingest, remove
from ingest.steps import deriving
from ingest.vocabulary import shipped as vocabulary

TEXTS = sorted((Path(__file__).parent / "cases" / "texts").glob("*.txt"))
ACTS = ("91/CT-TTg@2021", "95-KL/TW@2021", "93/CĐ-TTg@2021", "18/CT-UBND@2021~11")
_CUT = inline("MATCH (s:Dataset) SET s.unfinished = true", "cut")
_GO_ON = inline("MATCH (s:Dataset) SET s.unfinished = false", "go_on")
_KEPT = inline(
    "MATCH (n) WHERE n:EchoList OR n:Tally RETURN coalesce(n.act, n.province) AS id, n.pieces AS pieces,"
    " n.mark AS mark, n.days AS days, n.measures AS measures, n.bodies AS bodies ORDER BY id",
    "kept",
)
_FIRSTS = inline(
    "MATCH (p:Province)-[f:FIRST_ORDERED]->(m:Measure) RETURN p.code AS p, m.id AS m, f.first AS first,"
    " f.pieces AS pieces ORDER BY p, m",
    "firsts",
)


@pytest.fixture(autouse=True)
def every_act(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces are kept of every act that anybody answers."""
    monkeypatch.setattr(deriving, "MANY", 1)
    monkeypatch.setattr("app.answers.checking.derived.MANY", 1)


def _ingest(store: Store, files: list[Path]) -> list[str]:
    return ingest(store, shipped(), vocabulary(), files).loaded


def _answers(store: Store) -> list[str]:
    known = {row["key"] for row in store.read(inline("MATCH (d:Directive) RETURN d.key AS key", "known"))}
    answers = [echoes(store, act).model_dump_json() for act in ACTS if act in known]
    answers.append(compare(store, [], since="2021-05-20", evidence_limit=0).model_dump_json())
    answers.append(compare(store, ["14", "42"]).model_dump_json())
    answers.append(compare_bodies(store, [], evidence_limit=0).model_dump_json())
    return answers


def _kept(store: Store) -> list[object]:
    return [store.read(_KEPT), store.read(_FIRSTS)]


def _found(store: Store) -> list[str]:
    return list(findings(store, Checked()))


def test_kept_and_gathered_give_the_same_answers(store: Store) -> None:
    _ingest(store, TEXTS)
    assert store.read(_KEPT)
    kept = _answers(store)
    store.write(_CUT)
    gathered = _answers(store)
    store.write(_GO_ON)
    assert kept == gathered
    assert _found(store) == []


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_loading_makes_no_difference(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    files = chance.sample(TEXTS, len(TEXTS))
    first, second = files[:12], files[12:]
    _ingest(store, first)
    _ingest(store, second)
    in_parts = _kept(store)
    gone = _ingest_again_without(store, chance)
    assert _found(store) == []
    _ingest(store, TEXTS)
    assert _kept(store) == in_parts
    assert gone


def _ingest_again_without(store: Store, chance: random.Random) -> list[str]:
    """Takes away some of the documents."""
    rows = store.read(inline("MATCH (d:Document) RETURN d.id AS id ORDER BY id", "ids"))
    gone = chance.sample([str(row["id"]) for row in rows], 9)
    remove(store, shipped(), vocabulary(), gone)
    return gone


@pytest.mark.parametrize(
    "spoil",
    [
        "MATCH (e:EchoList {act: '91/CT-TTg@2021'}) SET e.pieces = '{\"documents\":[],\"pieces\":[]}'",
        "MATCH (e:EchoList {act: '91/CT-TTg@2021'}) DELETE e",
        "MATCH (t:Tally {province: '40'}) SET t.measures = '{}'",
        "MATCH (t:Tally {province: '14'}) DELETE t",
        "MATCH (:Province {code: '40'})-[f:FIRST_ORDERED]->() SET f.first = '2020-01-01'",
        "CREATE (:Tally {province: '01', mark: 'x', documents: 1, synthetic: 0})",
    ],
)
def test_what_is_kept_wrongly_is_found_and_made_anew_by_an_ingest_that_finishes_one_cut_short(
    store: Store, spoil: str
) -> None:
    _ingest(store, TEXTS)
    right = _kept(store)
    store.write(inline(spoil, "spoil"))
    assert len(_found(store)) == 1
    store.write(_CUT)
    assert _ingest(store, TEXTS[:1]) == []
    assert _found(store) == []
    assert _kept(store) == right
