"""A graph made with a vocabulary of one's own: kept in it, taken by later ingests, exchanged whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.answers.echoing.echoes import echoes
from app.catalogue import answering, vocabulary_of
from graph.queries import inline
from graph.queries import shipped as queries
from graph.store import Store
from ingest.errors import VocabularyInvalid
from ingest.pipeline import Report, ingest
from ingest.vocabulary import Vocabulary, load_vocabulary, shipped
from tests.decisions.making import sound
from tests.repository import ROOT
from tests.store_fixtures import clear

TYPHOON = ROOT / "ingest" / "vocabulary" / "examples" / "typhoon"
TEXTS = ROOT / "corpus" / "typhoon"
ACT = "9901/CĐ-TTg@2022"
NODES = inline(
    "MATCH (n) WHERE n:Measure OR n:Body OR n:Province RETURN coalesce(n.id, n.code) AS id ORDER BY id"
)
STATED = inline(
    "MATCH ()-[r]->(m:Measure) RETURN r.key AS key, r.quote AS quote, m.id AS measure ORDER BY key"
)
RUNS = inline("MATCH (r:Run) RETURN r.vocabulary AS vocabulary ORDER BY r.started_at")


def _ingest(store: Store, paths: list[Path], chosen: Vocabulary | None = None) -> Report:
    return ingest(store, queries(), vocabulary_of(store, chosen=chosen), paths)


def _state(store: Store) -> tuple[object, ...]:
    return store.read(NODES), store.read(STATED), answering(store).sha256


def test_an_ingest_with_another_vocabulary_makes_the_graph_that_it_alone_would_have_made(
    store: Store, tmp_path: Path
) -> None:
    typhoon = load_vocabulary(TYPHOON)
    alone = _ingest(store, [TEXTS], typhoon)
    wanted = _state(store)
    clear(store)
    _ingest(store, [TEXTS])
    assert _state(store) != wanted
    one = shutil.copy(next(TEXTS.glob("cong-dien-31*")), tmp_path)
    report = _ingest(store, [Path(one)], typhoon)  # the others are read anew from the graph
    assert (len(report.loaded), report.outdated) == (3, 3)
    assert report.dataset_version == alone.dataset_version
    assert _state(store) == wanted
    assert sound(store) == []
    assert [str(row["vocabulary"]).split()[0] for row in store.read(RUNS)] == ["built-in", "typhoon"]


def test_later_ingests_and_answers_take_the_graphs_vocabulary(store: Store) -> None:
    _ingest(store, [TEXTS], load_vocabulary(TYPHOON))
    again = _ingest(store, [TEXTS])
    assert (again.changed, again.unchanged, again.outdated) == (False, 3, 0)
    assert answering(store).name == "typhoon"
    found = {p.name: p.how for p in echoes(store, ACT).provinces if p.state == "echoed"}
    assert found == {"Quảng Nam": ["cites", "adopts"], "Quảng Ngãi": ["reuses", "adopts"]}


def test_the_way_back_to_the_built_in_one(store: Store) -> None:
    _ingest(store, [TEXTS])
    wanted = _state(store)
    _ingest(store, [TEXTS], load_vocabulary(TYPHOON))
    back = _ingest(store, [TEXTS], shipped())
    assert (len(back.loaded), back.outdated) == (3, 3)
    assert _state(store) == wanted
    assert answering(store) is not None
    assert answering(store).own == {}


def test_a_change_of_the_catalogue_alone_reads_no_text_again(store: Store, tmp_path: Path) -> None:
    _ingest(store, [TEXTS], load_vocabulary(TYPHOON))
    shutil.copytree(TYPHOON, own := tmp_path / "typhoon")
    acts = own / "directives.csv"
    acts.write_text(acts.read_text(encoding="utf-8").replace("2022-10-02", "2022-10-03"), encoding="utf-8")
    report = _ingest(store, [TEXTS], load_vocabulary(own))
    assert (report.loaded, report.outdated) == ([], 0)
    assert store.read(inline("MATCH (d:Directive {key: '9902/CĐ-TTg@2022'}) RETURN d.date AS date")) == [
        {"date": "2022-10-03"}
    ]


def test_files_that_the_program_no_longer_reads_are_named(store: Store) -> None:
    _ingest(store, [TEXTS], load_vocabulary(TYPHOON))
    props = {"vocabulary": "other", "vocabulary_own": '{"measures.csv": "id,nom\\nx,y\\n"}'}
    store.write(queries()["set_dataset"], props=props)
    with pytest.raises(VocabularyInvalid, match=r"kept in the graph, measures.csv, line 1"):
        answering(store)
    assert len(_ingest(store, [TEXTS], load_vocabulary(TYPHOON)).loaded) == 0
