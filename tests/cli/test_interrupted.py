"""kill -9 in the middle of an ingest, again and again; the order of loading; an interrupt by hand."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from graph.queries import shipped
from graph.store import Store
from ingest.pipeline import ingest
from ingest.vocabulary import shipped as vocabulary
from tests.cli.conftest import SAMPLE, command, run
from tests.repository import ROOT
from tests.store_fixtures import StoreAddress, clear

ROUNDS = 2
COPIES = 3  # of the sample: enough documents for several batches


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample several times over, each copy another document."""
    folder = tmp_path_factory.mktemp("many")
    for path in sorted(SAMPLE.glob("*.txt")):
        for copy in range(COPIES):
            text = path.read_bytes() + b"\n" * (copy + 1)
            (folder / f"{path.stem}-{copy}.txt").write_bytes(text)
    return folder


def test_an_ingest_killed_again_and_again_is_finished_by_the_next(
    store: Store, store_address: StoreAddress, many: Path
) -> None:
    whole = json.loads(_run(store_address, "ingest", many, "--json").stdout)
    assert len(whole["loaded"]) == 50 * COPIES
    took = _duration(store_address, many, store)
    killed = 0
    for share in range(1, ROUNDS + 1):
        clear(store)
        killed += _killed_after(took * share / (ROUNDS + 1), store_address, many)
        again = json.loads(_run(store_address, "ingest", many, "--json").stdout)
        assert again["dataset_version"] == whole["dataset_version"]
        checked = _run(store_address, "check")
        assert checked.returncode == 0, checked.stdout
        assert checked.stdout.splitlines()[-1].startswith("0 findings:"), checked.stdout
    assert killed >= 1


def _duration(address: StoreAddress, folder: Path, store: Store) -> float:
    clear(store)
    begin = time.monotonic()
    _run(address, "ingest", folder)
    return time.monotonic() - begin


def _killed_after(seconds: float, address: StoreAddress, folder: Path) -> bool:
    """Whether the ingest was still at work when it was killed."""
    process = subprocess.Popen(
        command("ingest", folder),
        env=_environment(address),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    return process.wait() == -signal.SIGKILL


def _run(address: StoreAddress, *arguments: object) -> subprocess.CompletedProcess[str]:
    done = run(*arguments, env=_environment(address))
    assert "Traceback" not in done.stderr, done.stderr
    return done


def _environment(address: StoreAddress) -> dict[str, str]:
    return {**address.environment(), "PYTHONPATH": str(ROOT)}


def test_the_order_of_loading_makes_no_difference(store: Store) -> None:
    paths = sorted(SAMPLE.glob("*.txt"))[:24]
    at_once = ingest(store, shipped(), vocabulary(), paths).dataset_version
    for seed in (1, 2):
        clear(store)
        random.Random(seed).shuffle(paths)
        for path in paths:
            version = ingest(store, shipped(), vocabulary(), [path]).dataset_version
        assert version == at_once


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
