"""Loading, on each store: idempotent, in any order, every quote the text, no other statements touched."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from graph.queries import inline
from graph.queries import shipped as queries
from graph.store import Store, open_store
from ingest.decisions.curation import Curated
from ingest.pipeline import remove
from ingest.steps.load import Loader
from ingest.vocabulary import shipped as vocabulary
from tests.store.corpus import REAL, SAMPLE, load, write

COUNTS = inline("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS edges")
RUNS = inline("MATCH (r:Run) RETURN count(r) AS runs")
EVIDENCE = inline(
    "MATCH (d:Document) MATCH (d)-[r]->() WHERE r.start IS NOT NULL RETURN d.text AS text, r.start AS start,"
    " r.end AS end, r.quote AS quote, type(r) AS type UNION ALL MATCH (d:Document) MATCH"
    " (d)-[:HAS_PROVISION]->(:Provision)-[r]->() WHERE r.start IS NOT NULL"
    " RETURN d.text AS text, r.start AS start, r.end AS end, r.quote AS quote, type(r) AS type"
)
SOURCES = inline(
    "MATCH (d:Document)-[:HAS_PROVISION]->(:Provision)-[r:REUSES]->(:Provision)"
    " MATCH (s:Document {id: r.source_document}) RETURN s.text AS text, r.source_start AS start,"
    " r.source_end AS end, r.source_quote AS quote"
)
CITED = inline(
    "MATCH (:Provision)-[r:CITES]->(t) WHERE r.number = '55-CV/TU' AND r.kind <> 'self'"
    " RETURN t.key AS key, t:Directive AS identified, r.basis AS basis"
)

HEAD = "TỈNH ỦY PHÚ THỌ\n*\nSố {number}\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nPhú Thọ, ngày {day} năm 2021\n\n"
LETTER = HEAD.format(number="55-CV/TU", day="02 tháng 3") + (
    "V/v phòng, chống dịch Covid-19\n\nKính gửi: Các huyện, thành, thị ủy.\n\n"
    "1. Các huyện, thành, thị ủy tăng cường xét nghiệm sàng lọc.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n"
)
ANSWER = HEAD.format(number="61-CV/TU", day="09 tháng 4") + (
    "V/v tiếp tục phòng, chống dịch Covid-19\n\nKính gửi: Các huyện, thành, thị ủy.\n\n"
    "Thực hiện Công văn số 55-CV/TU của Ban Thường vụ Tỉnh ủy, yêu cầu:\n\n"
    "1. Sở Y tế chủ trì tiêm chủng.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n"
)


@pytest.fixture
def reference(tmp_path: Path) -> Store:
    """The embedded store, loaded with real and sample documents at once: what every other load must equal."""
    with open_store(f"embedded:{tmp_path / 'reference'}") as opened:
        load(opened, [REAL, SAMPLE])
        yield opened


def version(store: Store) -> object:
    return Loader(store, queries()).dataset()["version"]


def test_every_quote_is_the_text_at_its_offsets(store: Store) -> None:
    load(store, [REAL, SAMPLE])
    rows = [*store.read(EVIDENCE), *store.read(SOURCES)]
    assert {"TEXT_OF", "CITES", "ORDERS", "NAMES", "ASSIGNS", "REUSES"} <= {row.get("type") for row in rows}
    wrong = [row for row in rows if row["text"][row["start"] : row["end"]] != row["quote"]]
    assert wrong == []


def test_a_second_ingest_changes_nothing_and_leaves_no_trace(store: Store) -> None:
    first = load(store, [REAL])
    before = store.read(COUNTS), store.read(RUNS)
    second = load(store, [REAL])
    assert (len(first.loaded), len(second.loaded), second.unchanged) == (4, 0, 4)
    assert second.dataset_version == first.dataset_version
    assert not second.changed
    assert (store.read(COUNTS), store.read(RUNS)) == before


def test_the_order_of_loading_does_not_matter(store: Store, reference: Store) -> None:
    paths = sorted([*REAL.glob("*.txt"), *SAMPLE.glob("*.txt")])
    random.Random(20211124).shuffle(paths)
    for start in range(0, len(paths), 11):
        load(store, paths[start : start + 11])
    assert version(store) == version(reference)


def test_a_removed_document_leaves_what_others_state(store: Store, tmp_path: Path) -> None:
    load(store, [REAL])
    before = version(store), store.read(COUNTS)
    extra = load(store, write(tmp_path, letter=LETTER, answer=ANSWER).values())
    assert version(store) != before[0]
    remove(store, queries(), vocabulary(), extra.loaded)
    assert version(store) == before[0]
    after = store.read(COUNTS)[0]
    assert (after["nodes"] - 2, after["edges"]) == (before[1][0]["nodes"], before[1][0]["edges"]), (
        "two Run nodes"
    )


def test_a_citation_is_resolved_when_the_act_arrives_and_open_when_it_goes(
    store: Store, tmp_path: Path
) -> None:
    paths = write(tmp_path, letter=LETTER, answer=ANSWER)
    load(store, [paths["answer"]])
    assert [row["identified"] for row in store.read(CITED)] == [False]
    letter = load(store, [paths["letter"]])
    assert store.read(CITED) == [{"key": "55-CV/TU@2021~25", "identified": True, "basis": "inferred"}]
    remove(store, queries(), vocabulary(), letter.loaded)
    assert [row["identified"] for row in store.read(CITED)] == [False]


def test_taking_out_the_citing_sentence_takes_out_the_citation(store: Store, tmp_path: Path) -> None:
    without = ANSWER.replace("Thực hiện Công văn số 55-CV/TU của Ban Thường vụ Tỉnh ủy, y", "Y")
    load(store, write(tmp_path, letter=LETTER, answer=without).values())
    assert store.read(CITED) == []


def test_a_persons_facts_place_a_document_and_are_kept(store: Store) -> None:
    (path,) = REAL.glob("*1378*")
    placed = inline(
        "MATCH (d:Document)-[r:ISSUED_IN]->(p) WHERE d.number = '1378-CT/TU'"
        " RETURN p.code AS code, r.basis AS basis, d.act AS act"
    )
    load(store, [path])
    assert store.read(placed) == []
    load(store, [path], {str(path): Curated(province="27", note="of a reader")})
    assert store.read(placed) == [{"code": "27", "basis": "curated", "act": "1378-CT/TU@2020~27"}]
    assert load(store, [path]).unchanged == 1


def test_an_ingest_cut_short_is_finished_by_the_next(store: Store) -> None:
    whole = load(store, [REAL, SAMPLE]).dataset_version
    store.write(
        inline(
            "MATCH (s:Dataset) SET s.unfinished = true, s.version = 'stale'"
            " WITH s MATCH ()-[r:REUSES]->() DELETE r"
        )
    )
    report = load(store, [REAL])
    assert report.finished_earlier
    assert report.dataset_version == whole


def test_one_bad_file_does_not_stop_the_others(store: Store, tmp_path: Path) -> None:
    good = write(tmp_path, good=LETTER)["good"]
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xff\xfe\x00")
    report = load(store, [bad, good, tmp_path / "gone.txt"])
    assert len(report.loaded) == 1
    assert sorted(Path(problem.where).name for problem in report.failed) == ["bad.txt", "gone.txt"]


def test_an_empty_ingest_makes_a_store_that_answers(store: Store, tmp_path: Path) -> None:
    report = load(store, [tmp_path / "gone"])
    assert report.loaded == []
    assert len(store.read(inline("MATCH (p:Province) RETURN p.code AS code"))) == 63
