"""Deciding from the command line, on each store: metadata, decide, decisions, replay, check, and a crash."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from app.cli import cli
from app.settings import settings
from graph.store import Store
from ingest.decisions.log import Decision, Target
from tests.cli.conftest import REAL
from tests.decisions.serving import PAGE
from tests.repository import ROOT
from tests.store_fixtures import StoreAddress, clear

Run = Callable[..., Result]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """The file that mirrors the decisions of the store."""
    return tmp_path / "decisions.jsonl"


@pytest.fixture
def environment(store: Store, store_address: StoreAddress, log: Path) -> dict[str, str]:
    return {**store_address.environment(), "PYTHONPATH": str(ROOT), "TIENGVANG_DECISIONS": str(log)}


@pytest.fixture
def run(environment: dict[str, str]) -> Iterator[Run]:
    """Runs a command of ours on the store of the test; its exit code is checked."""

    def running(*arguments: object, code: int = 0) -> Result:
        settings.cache_clear()
        done = CliRunner().invoke(cli, [*map(str, arguments)], env=environment)
        assert done.exit_code == code, done.output
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
        return done

    yield running
    settings.cache_clear()


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    table = tmp_path / "facts.csv"
    table.write_text(f"path,province,note\n{PAGE},Lào Cai,told by the archive\n", encoding="utf-8")
    return table


def echo(run: Run) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run("echoes", "172-TB/TW", "--json").stdout)
    return answer


def placed(run: Run) -> dict[str, Any]:
    """The first evidence of the one province that echoes."""
    (echoing,) = [p for p in echo(run)["provinces"] if p["state"] == "echoed"]
    evidence: dict[str, Any] = echoing["evidence"][0]
    return evidence


def version(run: Run) -> str:
    return str(json.loads(run("ingest", REAL, "--json").stdout)["dataset_version"])


def test_one_row_of_metadata_gives_the_echo_of_172_its_province_shown_as_curated(
    run: Run, facts: Path, log: Path, store: Store
) -> None:
    assert run("ingest", REAL).stdout.startswith("Loaded 4 documents")
    assert echo(run)["denominator"]["unplaced"] == 1
    done = run("ingest", REAL, "--metadata", facts, "--by", "Lan")
    assert "1 new decision carried out." in done.stdout
    answer = echo(run)
    (echoing,) = [p for p in answer["provinces"] if p["state"] == "echoed"]
    assert (echoing["code"], echoing["how"], echoing["lag_days"]) == ("10", ["cites"], 3)
    assert {e["place_basis"] for e in echoing["evidence"]} == {"curated"}
    assert answer["unplaced"] == []
    assert "province curated" in run("echoes", "172-TB/TW").stdout
    shown = run("provenance", echoing["evidence"][0]["key"]).stdout
    assert "province curated" in " ".join(shown.split())
    (decision,) = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert (decision["by"], decision["reason"], decision["action"], decision["value"]) == (
        "Lan",
        "told by the archive",
        "set",
        "10",
    )
    again = json.loads(run("ingest", REAL, "--metadata", facts, "--by", "Minh", "--json").stdout)
    assert (again["changed"], again["decisions"]) == (False, 0), "the same row again decides nothing"
    run("check")
    clear(store)
    assert run("ingest", REAL, "--json").stdout.count('"decisions": 1') == 1, "made anew, they come back"
    assert echo(run) == answer


def test_what_a_later_decision_overruled_is_told_and_stays(run: Run, facts: Path) -> None:
    run("ingest", REAL, "--metadata", facts)
    id = placed(run)["document"]
    run("decide", id, "--set", "province=Tây Ninh", "--reason", "the stamp says so")
    done = run("ingest", REAL, "--metadata", facts)
    assert "Not as the metadata say" in done.stderr
    assert "province; a later decision overrules it" in done.stderr
    assert [p["code"] for p in echo(run)["provinces"] if p["state"] == "echoed"] == ["72"]


def test_metadata_that_contradict_the_text_are_told_and_shown_as_curated(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "facts.csv"
    letter = REAL / "230-CV-TU_tay-ninh_2021-07-04.txt"
    table.write_text(f"path,province,number\n{letter},Kiên Giang,230-CV/TU\n", encoding="utf-8")
    done = run("ingest", REAL, "--metadata", table, "--json")
    assert json.loads(done.stdout)["contradicted"] == [f"{letter}, province: 91, and the text states 72"]
    assert f"Other than the text states, and shown as curated: {letter}, province: 91" in done.stderr
    assert "Other than the text states" not in run("ingest", REAL, "--metadata", table).stderr, "told once"


def test_evidence_is_rejected_corrected_and_restored(run: Run) -> None:
    run("ingest", REAL)
    first = echo(run)
    key = first["unplaced"][0]["evidence"][0]["key"]
    done = run("decide", key, "--reject", "--by", "Lan", "--reason", "another notice is meant")
    assert "rejected by Lan" in done.stdout
    assert key not in json.dumps(echo(run))
    shown = run("provenance", key).stdout
    assert "rejected by Lan" in shown
    assert "as stated" in shown
    run(
        "decide", key, "--correct", "relation=refuses", "--correct", "target=16/CT-TTg@2020", "--reason", "so"
    )
    listed = run("decisions").stdout
    assert listed.startswith("2 decisions.")
    assert ("superseded" in listed, "in force" in listed) == (True, True)
    for _ in range(2):
        run("decide", key, "--undo", "--reason", "it was right")
    assert {**echo(run), "dataset_version": ""} == {**first, "dataset_version": ""}
    assert json.loads(run("decisions", "--action", "undo", "--json").stdout)["total"] == 2
    run("check")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("0" * 32, "--reject", "--reason", "x"), "no statement has this key"),
        (("0" * 40, "--set", "province=72", "--reason", "x"), "no document has this id"),
        (("KEY", "--correct", "relation=likes", "--reason", "x"), "is none of implements, based_on"),
        (("KEY", "--correct", "relation", "--reason", "x"), "is no NAME=VALUE"),
        (("KEY", "--accept", "--undo", "--reason", "x"), "Say what to decide"),
        (("KEY", "--reason", "x"), "Say what to decide"),
        (("KEY", "--reject", "--reason", " "), "reason is empty"),
        (("KEY", "--reject"), "Missing option '--reason'"),
        (("KEY", "--undo", "--reason", "x"), "no decision has this id"),
        (("--of", "0" * 16, "--reason", "x"), "no decision has this id"),
    ],
)
def test_what_cannot_be_decided_is_one_clear_message(run: Run, arguments: tuple[str, ...], said: str) -> None:
    run("ingest", PAGE)
    key = echo(run)["unplaced"][0]["evidence"][0]["key"]
    done = run("decide", *(key if a == "KEY" else a for a in arguments), code=2)
    assert said in done.stderr
    assert run("decisions").stdout.startswith("0 decisions.")


def test_a_log_is_replayed_into_an_empty_store_before_or_after_the_documents(
    run: Run, facts: Path, log: Path, store: Store, tmp_path: Path
) -> None:
    run("ingest", REAL, "--metadata", facts)
    key = placed(run)["key"]
    run("decide", key, "--correct", "relation=reports", "--reason", "it only reports")
    expected, known = version(run), echo(run)
    kept = log.rename(tmp_path / "kept.jsonl")
    for first, second in ((("replay", kept), ("ingest", REAL)), (("ingest", REAL), ("replay", kept))):
        clear(store)
        log.unlink(missing_ok=True)
        run(*first)
        run(*second)
        assert (version(run), echo(run)) == (expected, known)
        assert log.read_bytes() == kept.read_bytes()
    assert run("replay", kept).stdout.startswith("0 decisions carried out, 2 known before.")


def test_a_bad_line_of_a_log_is_named_and_nothing_is_carried_out(run: Run, log: Path, tmp_path: Path) -> None:
    run("ingest", PAGE)
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "1"}\n', encoding="utf-8")
    assert "bad.jsonl, line 1: no decision" in run("replay", bad, code=2).stderr
    assert "Check the path" in run("replay", tmp_path / "gone.jsonl", code=2).stderr
    log.write_text("nonsense\n", encoding="utf-8")
    assert "decisions.jsonl, line 1: no decision" in run("ingest", PAGE, code=2).stderr
    assert "decisions.jsonl, line 1: no decision" in run("check", code=1).stdout


def test_what_has_lost_its_document_or_its_words_is_kept_and_listed(
    run: Run, facts: Path, tmp_path: Path, log: Path
) -> None:
    copy = tmp_path / "page.txt"
    copy.write_bytes(PAGE.read_bytes())
    run("ingest", REAL, copy)
    key = echo(run)["unplaced"][0]["evidence"][0]["key"]
    id = echo(run)["unplaced"][0]["document"]
    run("decide", key, "--accept", "--reason", "read")
    run("decide", id, "--set", "province=10", "--reason", "told")
    line = json.loads(log.read_text(encoding="utf-8").splitlines()[0])
    gone = {**line["target"], "start": 1, "end": 2}
    lost = Decision(line["at"], "Lan", "of an older reading", Target(**gone), "reject")
    (tmp_path / "more.jsonl").write_text(lost.line() + "\n", encoding="utf-8")
    run("replay", tmp_path / "more.jsonl")
    found = run("check", code=1).stdout.splitlines()
    assert [lost.id in text and "[1, 2) states no CITES" in text for text in found[:-1]] == [True]
    run("remove", id)
    found = run("check", code=1).stdout.splitlines()
    assert len(found) == 4, "one line each, and the count"
    assert all(f"its document {id} is not here" in text for text in found[:-1])
    run("ingest", REAL)
    assert [p["code"] for p in echo(run)["provinces"] if p["state"] == "echoed"] == ["10"]


KILLED = """
import os, signal, sys
from {module} import {name}
def killed(self, decisions=("any",)):
    if list(decisions):
        os.kill(os.getpid(), signal.SIGKILL)
{name}.{method} = killed
from app.cli import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize(
    ("module", "name", "method", "told"),
    [
        # Between the store and its log; and between a decision about a document and the reading anew.
        ("ingest.decisions.mirror", "Mirror", "append", "the next ingest or decision writes it there"),
        ("ingest.steps.deciding", "Decider", "stale", "an ingest was cut short"),
    ],
)
@pytest.mark.parametrize("finishing", ["ingest", "decide"])
def test_a_kill_in_the_middle_of_a_decision_is_made_good_by_the_next(
    run: Run,
    environment: dict[str, str],
    log: Path,
    module: str,
    name: str,
    method: str,
    told: str,
    finishing: str,
) -> None:
    run("ingest", REAL)
    id, key = (echo(run)["unplaced"][0][k] for k in ("document", "evidence"))
    arguments = ("decide", id, "--set", "province=Lào Cai", "--reason", "told")
    killed = subprocess.run(
        [sys.executable, "-c", KILLED.format(module=module, name=name, method=method), *arguments],
        env=environment,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert told in run("check", code=1).stdout
    if finishing == "ingest":
        run("ingest", REAL)
    else:
        run("decide", key[0]["key"], "--accept", "--reason", "read")
    run("check")
    assert [p["code"] for p in echo(run)["provinces"] if p["state"] == "echoed"] == ["10"]
    assert len(log.read_text(encoding="utf-8").splitlines()) == (1 if finishing == "ingest" else 2)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])
def test_a_public_address_without_a_key_is_refused_at_start(run: Run, host: str) -> None:
    done = run("serve", "--host", host, "--port", "0", code=2)
    assert "TIENGVANG_API_KEY" in done.stderr
    assert len(done.stderr.splitlines()) == 1
