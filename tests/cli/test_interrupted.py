"""kill -9 in the middle of an ingest, and an interrupt by hand; bench.interruptions kills it often."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from graph.queries import inline
from graph.store import Store
from tests.cli.conftest import SAMPLE, command, run
from tests.decisions.making import sound
from tests.repository import ROOT
from tests.store.corpus import load
from tests.store_fixtures import StoreAddress, clear

COPIES = 70  # of a short document: with the sample more than one batch
PATIENCE = 120  # seconds for an ingest to get to work
HELD = inline("MATCH (d:Document) RETURN count(d) AS documents")
UNFINISHED = inline("MATCH (s:Dataset) RETURN s.unfinished AS unfinished")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, and one of its documents many times over, each copy another document."""
    folder = tmp_path_factory.mktemp("many")
    paths = sorted(SAMPLE.glob("*.txt"))
    for path in paths:
        (folder / path.name).write_bytes(path.read_bytes())
    short = min(paths, key=lambda path: path.stat().st_size).read_bytes()
    for copy in range(COPIES):
        (folder / f"copy-{copy:03}.txt").write_bytes(short + b"\n" * (copy + 1))
    return folder


def test_an_ingest_killed_in_the_middle_is_finished_by_the_next(
    store: Store, store_address: StoreAddress, many: Path
) -> None:
    whole = load(store, [many])
    assert len(whole.loaded) == len(list(many.iterdir()))
    clear(store)
    assert 0 < _killed_at_work(store, store_address, many) < len(whole.loaded)
    assert store.read(UNFINISHED) == [{"unfinished": True}]
    again = json.loads(_run(store_address, "ingest", many, "--json").stdout)
    assert again["finished_earlier"]
    assert again["dataset_version"] == whole.dataset_version
    assert sound(store) == []


def _killed_at_work(store: Store, address: StoreAddress, folder: Path) -> int:
    """How many documents an ingest had loaded when it was killed, which is as soon as there were any."""
    process = subprocess.Popen(
        command("ingest", folder),
        env=_environment(address),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    ends = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < ends and not store.read(HELD)[0]["documents"]:
        time.sleep(0.05)
    process.kill()
    assert process.wait() == -signal.SIGKILL, "it had ended by itself"
    return int(store.read(HELD)[0]["documents"])


def _run(address: StoreAddress, *arguments: object) -> subprocess.CompletedProcess[str]:
    done = run(*arguments, env=_environment(address))
    assert "Traceback" not in done.stderr, done.stderr
    return done


def _environment(address: StoreAddress) -> dict[str, str]:
    return {**address.environment(), "PYTHONPATH": str(ROOT)}


def test_an_interrupt_from_the_keyboard_ends_quietly(tmp_path: Path, many: Path) -> None:
    environment = {**os.environ, "TIENGVANG_GRAPH": f"embedded:{tmp_path / 'graph'}", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command("ingest", many, "--jobs", "2"),
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    folder = tmp_path / "graph"
    while not folder.exists() and process.poll() is None:
        time.sleep(0.05)
    time.sleep(1.0)
    os.killpg(process.pid, signal.SIGINT)
    _, stderr = process.communicate(timeout=60)
    assert process.returncode in (130, -signal.SIGINT), stderr  # a shell shows 130 for both
    assert "Traceback" not in stderr
    assert "Interrupted" in stderr
    assert run("ingest", many, env=environment).returncode == 0
    assert run("check", env=environment).returncode == 0
