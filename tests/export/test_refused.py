"""Complete or failed, never cut: what an export refuses, and that it leaves nothing half written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.export.annotated import Annotations
from app.export.errors import ExportError, FolderUnwritable, StoreChanged, StoreUnsettled
from app.export.exporting import TRIES, Wanted, export
from app.export.folder import new_folder
from app.export.graphml import GraphML
from app.export.parquet import parquet
from app.export.tables import NODES
from app.export.writing import Writer, csv, jsonl
from graph.errors import StoreError
from graph.queries import Query, inline
from graph.store import Store
from ingest.decisions.log import Target
from tests.cli.conftest import Line
from tests.decisions.making import made
from tests.export.making import BASE, from_jsonl
from tests.store.corpus import REAL, SAMPLE, load

MAKERS: dict[str, Callable[[Path], Writer]] = {
    "jsonl": jsonl,
    "csv": csv,
    "parquet": parquet,
    "graphml": GraphML,
    "annotations": lambda folder: Annotations(folder, BASE, "0"),
}


def _left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A place for an export, in a folder of its own."""
    (tmp_path / "here").mkdir()
    return tmp_path / "here" / "out"


def test_a_folder_with_something_in_it_is_left_alone(real: Line, out: Path) -> None:
    out.mkdir()
    (out / "thesis.txt").write_text("mine", encoding="utf-8")
    for arguments in ([], ["--force"]):
        result = real("export", out, *arguments)
        assert result.exit_code == 2
        assert "out: the folder" in result.stderr
    assert "thesis.txt, which is of no export" in result.stderr
    assert _left(out) == ["thesis.txt"]
    assert _left(out.parent) == ["out"]


def test_force_replaces_an_earlier_export_and_nothing_else(real: Line, out: Path) -> None:
    assert real("export", out, "--format", "csv", "--format", "jsonl").exit_code == 0
    assert _left(out) == ["csv", "jsonl", "manifest.json"]
    again = real("export", out, "--format", "jsonl")
    assert again.exit_code == 2
    assert "--force replaces an earlier export" in again.stderr
    assert real("export", out, "--format", "jsonl", "--force").exit_code == 0
    assert _left(out) == ["jsonl", "manifest.json"]
    (out / "notes.md").write_text("mine", encoding="utf-8")
    assert real("export", out, "--force").exit_code == 2
    assert _left(out) == ["jsonl", "manifest.json", "notes.md"]
    assert _left(out.parent) == ["out"]


def test_a_check_finds_each_change(real: Line, out: Path) -> None:
    assert real("export", out).exit_code == 0
    sound = Line()("export", "--check", out)
    assert (sound.exit_code, "as the manifest says" in sound.stdout) == (0, True)
    documents, cites = out / "jsonl" / "documents.jsonl", out / "jsonl" / "cites.jsonl"
    documents.write_bytes(documents.read_bytes().replace(b"2021", b"2022", 1))
    cites.write_bytes(cites.read_bytes()[:-1])
    (out / "jsonl" / "runs.jsonl").unlink()
    (out / "more.txt").touch()
    found = Line()("export", "--check", out)
    assert found.exit_code == 1
    said = {line.split(":")[0] for line in found.stdout.splitlines()}
    assert said == {"jsonl/documents.jsonl", "jsonl/cites.jsonl", "jsonl/runs.jsonl", "more.txt"}


@pytest.mark.parametrize(
    "content", [None, "{", "[]", '{"name": "frictionless"}', '{"name": "tiengvang", "manifest": 1}']
)
def test_what_is_no_export_is_said(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "manifest.json").write_text(content, encoding="utf-8")
    result = Line()("export", "--check", tmp_path)
    assert result.exit_code == 2
    assert "manifest.json" in result.stderr


def test_a_place_that_cannot_be_written_is_named(real: Line, out: Path) -> None:
    out.touch()
    for place in (out, out / "below"):
        result = real("export", place)
        assert result.exit_code == 2
        assert str(place) in result.stderr
    assert _left(out.parent) == ["out"]


@pytest.mark.parametrize("form", MAKERS)
def test_a_full_disk_leaves_nothing(out: Path, form: str) -> None:
    """A limit on the size of files is a disk that is full after so many bytes."""
    resource = pytest.importorskip("resource", reason="this system has no limit on the size of files")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        with pytest.raises(FolderUnwritable, match="nothing half written is left"):
            _write(out, form, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert _left(out.parent) == []


def _write(out: Path, form: str, disk_fills: Callable[[], None]) -> None:
    """An export of one statement in a long text, during which the disk fills."""
    words = "".join(f"{number:x}" for number in range(300_000))
    quote = {"key": "k", "document": "d", "start": 0, "end": len(words), "quote": words}
    about = {"from_key": "p", "from_kind": "Provision", "to_key": "m", "to_kind": "Measure"}
    told = {**quote, **about, "rule": "r", "basis": "stated"}
    with new_folder(out, replace=False) as folder:
        writer = MAKERS[form](folder)
        disk_fills()
        writer.take({"documents": [{"id": "d", "text": words}], "orders": [told]})
        writer.close()


def test_an_empty_store_is_said(tmp_path: Path, out: Path) -> None:
    result = Line(f"embedded:{tmp_path / 'none'}")("export", out)
    assert result.exit_code == 2
    assert "there is no graph here yet" in result.stderr


def test_what_is_unfinished_is_not_exported(store: Store, out: Path) -> None:
    with pytest.raises(StoreUnsettled, match="the store holds nothing yet"):
        export(store, out, Wanted(["jsonl"], BASE))
    load(store, [REAL / "143-CV-TU_kien-giang_2021-04-29.txt"])
    store.write(inline("MATCH (s:Dataset) SET s.unfinished = true"))
    with pytest.raises(StoreUnsettled, match="ingest again to finish it"):
        export(store, out, Wanted(["jsonl"], BASE))
    assert _left(out.parent) == []


def test_a_store_that_changes_meanwhile_is_read_again(store: Store, out: Path) -> None:
    load(store, [SAMPLE / "001.txt"])
    more = iter([SAMPLE / "005.txt"])
    export(store, out, Wanted(["jsonl"], BASE), lambda done, total: _one_more(store, done, more))
    held = store.read(inline("MATCH (d:Document) RETURN d.id AS id ORDER BY id"))
    assert [row["id"] for row in from_jsonl(out, "documents")] == [row["id"] for row in held]
    assert len(held) == 2
    assert _left(out.parent) == ["out"]


def test_a_store_that_never_rests_is_given_up(store: Store, out: Path) -> None:
    load(store, [SAMPLE / "001.txt"])
    moved = inline("MATCH (s:Dataset) SET s.moves = coalesce(s.moves, 0) + 1")
    with pytest.raises(StoreChanged, match=f"changed during each of {TRIES} exports"):
        export(store, out, Wanted(["jsonl"], BASE), lambda done, total: _again(store, moved))
    assert _left(out.parent) == []


def _again(store: Store, change: Query) -> None:
    store.write(change)


def _one_more(store: Store, done: int, more: Any) -> None:
    """Ingests the next document when the first of an export have been written."""
    paths = [next(more, None)] if done else []
    load(store, [path for path in paths if path])


def test_a_store_that_goes_away_leaves_nothing(store_address: Any, store: Store, out: Path) -> None:
    load(store, [SAMPLE / "001.txt"])
    with store_address.open() as other, pytest.raises(StoreError):
        export(other, out, Wanted(["jsonl"], BASE), lambda done, total: other.close())
    assert _left(out.parent) == []


def test_a_node_that_belongs_nowhere_is_not_passed_over(store: Store, out: Path) -> None:
    load(store, [SAMPLE / "001.txt"])
    store.write(inline("CREATE (:Provision {key: 'loose'})"))
    with pytest.raises(ExportError, match=r"holds \d+ Provision, of which \d+ belong to its documents"):
        export(store, out, Wanted(["jsonl"], BASE))
    assert _left(out.parent) == []


def test_a_property_that_nobody_declared_is_kept_and_stops_only_the_importer(store: Store, out: Path) -> None:
    load(store, [SAMPLE / "001.txt"])
    store.write(inline("MATCH (d:Document) SET d.mine = 5"))
    export(store, out, Wanted(["jsonl"], BASE))
    assert [row["other"] for row in from_jsonl(out, "documents")] == ['{"mine": 5}']
    with pytest.raises(ExportError, match="Document has the property mine"):
        export(store, out.with_name("admin"), Wanted(["neo4j-admin"], BASE))
    assert _left(out.parent) == ["out"]


def test_decisions_that_only_the_log_has_stop_an_export_for_the_importer(
    real: Line, out: Path, tmp_path: Path
) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text(made(Target("f" * 64, "province"), "set", "72").line() + "\n", encoding="utf-8")
    environment = {"TIENGVANG_DECISIONS": str(log)}
    refused = real("export", out, "--for", "neo4j-admin", env=environment)
    assert refused.exit_code == 2
    assert f"1 decision of {log} not carried out in the store" in refused.stderr
    assert f"tiengvang replay {log}" in refused.stderr
    assert _left(out.parent) == []


def test_formats_and_an_importer_exclude_each_other(real: Line, out: Path) -> None:
    result = real("export", out, "--for", "neo4j-admin", "--format", "csv")
    assert result.exit_code == 2
    assert "--for names its own format" in result.stderr


def test_the_summary_is_json_where_asked(real: Line, out: Path) -> None:
    result = real("export", out, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert {entry["table"] for entry in json.loads(result.stdout)["files"]} >= set(NODES)
