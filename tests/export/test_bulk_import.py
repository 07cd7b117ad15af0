"""A first load by Neo4j's own importer gives the same graph as one by batches, in every property."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from app.export.errors import ExportIncomplete
from app.export.exporting import Wanted, export
from app.export.manifest import read_manifest
from graph.queries import inline
from graph.store import Store
from ingest.decisions.log import Target
from tests.cli.conftest import Line
from tests.decisions.making import carry_out, holding_documents, made, sound
from tests.export.making import BASE, fill
from tests.repository import ROOT
from tests.store.corpus import REAL, load
from tests.store_fixtures import SHORT_LIVED, StoreAddress, clear, kill_neo4j

TOOLS = ROOT / "tools" / "neo4j"
ADMIN = "neo4j-admin"
_OF_THE_RUN = re.compile(rb"\d{8}T\d{6}Z-[0-9a-f]{6}")


@pytest.fixture(scope="module")
def importer() -> Iterator[ModuleType]:
    """tools/neo4j/bulk_import.py, which stands beside the server's script."""
    sys.path.insert(0, str(TOOLS))
    yield importlib.import_module("bulk_import")
    sys.path.remove(str(TOOLS))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of a Neo4j of its own; a server in it is ended."""
    monkeypatch.setenv("JDK_JAVA_OPTIONS", SHORT_LIVED)
    place = tmp_path / "home"
    yield place
    kill_neo4j(place)


def _exported(store: Store, place: Path) -> Path:
    """An export for the importer."""
    export(store, place, Wanted([ADMIN], BASE))
    return place


def _digests(folder: Path) -> dict[str, str]:
    return {entry["path"]: entry["sha256"] for entry in read_manifest(folder)["files"]}


def _masked(folder: Path) -> dict[str, bytes]:
    """The files less what differs from run to run: the run's id and time."""
    paths = [path for path in sorted((folder / ADMIN).iterdir()) if path.name != "Run.csv"]
    return {path.name: _OF_THE_RUN.sub(b"RUN", path.read_bytes()) for path in paths}


@pytest.mark.neo4j
def test_the_importer_makes_the_graph_that_batches_make(
    neo4j_address: StoreAddress, importer: ModuleType, home: Path, tmp_path: Path
) -> None:
    """By batches on Neo4j, by batches on the embedded store, and imported: the same in every property."""
    documents = tmp_path / "documents"
    documents.mkdir()
    with neo4j_address.open() as store:
        clear(store)
        decided = fill(store, documents)
        batches = _exported(store, tmp_path / "batches")
    with StoreAddress(f"embedded:{tmp_path / 'graph'}").open() as store:
        fill(store, documents, decided)
        assert _masked(_exported(store, tmp_path / "embedded")) == _masked(batches)
    lines = importer.run(batches, home, 0, force=False).splitlines()
    with StoreAddress(*(line.partition("=")[2].strip("'") for line in lines)).open() as store:
        assert _digests(_exported(store, tmp_path / "imported")) == _digests(batches)
        assert sound(store) == []
        assert not load(store, [REAL, documents]).changed


def test_what_would_be_lost_is_refused(store: Store, importer: ModuleType, tmp_path: Path) -> None:
    load(store, [REAL])
    one, other = (
        made(Target(id, "province"), "set", "72") for id in list(holding_documents(store).values())[:2]
    )
    carry_out(store, one)
    folder = _exported(store, tmp_path / "out")
    with pytest.raises(
        importer.server.ServerError, match=r"holds \d+ nodes already; --force replaces them all"
    ):
        importer.refuse_loss(store, folder, tmp_path, force=False)
    importer.refuse_loss(store, folder, tmp_path, force=True)
    carry_out(store, other)
    with pytest.raises(importer.server.ServerError, match=f"1 decisions that .* lacks, the first {other.id}"):
        importer.refuse_loss(store, folder, tmp_path, force=True)


@pytest.mark.neo4j
def test_a_home_whose_server_runs_is_left_alone(
    neo4j_address: StoreAddress, neo4j_home: Path, importer: ModuleType, tmp_path: Path
) -> None:
    with pytest.raises(importer.server.ServerError, match="runs; stop it first: make neo4j-stop"):
        importer.run(tmp_path, neo4j_home, 0, force=True)


def test_a_folder_that_is_no_export_or_was_changed_is_said(
    real: Line, importer: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = ["--home", str(tmp_path / "home"), "--port", "0"]
    assert real("export", tmp_path / "jsonl").exit_code == 0
    assert real("export", tmp_path / "admin", "--for", ADMIN).exit_code == 0
    changed = tmp_path / "admin" / ADMIN / "Province.csv"
    changed.write_bytes(changed.read_bytes().replace(b"Nai", b"Nay"))
    for folder, says in (
        ("none", "no manifest.json can be read here"),
        ("jsonl", "is no export for the importer"),
        ("admin", f"{ADMIN}/Province.csv: its sha256 is not the one of the manifest"),
    ):
        assert importer.main([str(tmp_path / folder), *home]) == 2
        said = capsys.readouterr().err
        assert says in said
        assert len(said.splitlines()) == 1
    assert not (tmp_path / "home").exists()


def test_a_list_that_the_importer_could_not_tell_is_refused(store: Store, tmp_path: Path) -> None:
    load(store, [REAL])
    for parts in ([""], ["a\x1fb"], ["\x1e"]):
        store.write(inline("MATCH (d:Document) SET d.problems = $parts"), parts=parts)
        with pytest.raises(ExportIncomplete, match="cannot be told apart"):
            _exported(store, tmp_path / "out")
