"""`make neo4j`: a real server in one command, and one clear line where it cannot be had."""

from __future__ import annotations

import json
import socket
import stat
from pathlib import Path

import pytest

from graph.errors import QueryFailed
from graph.queries import inline
from tests.store_fixtures import StoreAddress, neo4j_server


@pytest.mark.parametrize(
    ("command", "environment", "says"),
    [
        (
            "start",
            {"PATH": ""},
            "java, javac, mvn not found. Debian: apt-get install default-jdk-headless maven",
        ),
        ("status", {}, "no server runs in"),
        ("env", {}, "start it: make neo4j"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    tmp_path: Path, command: str, environment: dict[str, str], says: str
) -> None:
    done = neo4j_server(command, home=tmp_path / "home", **environment)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_stopping_what_does_not_run_is_no_error(tmp_path: Path) -> None:
    done = neo4j_server("stop", home=tmp_path / "home")
    assert (done.returncode, done.stdout) == (0, "Neo4j does not run\n")


def test_a_process_that_took_over_the_number_is_not_stopped(tmp_path: Path) -> None:
    (tmp_path / "server.json").write_text(json.dumps({"pid": 1, "port": 7687}), encoding="utf-8")
    done = neo4j_server("stop", home=tmp_path)
    assert (done.returncode, done.stdout) == (0, "Neo4j does not run\n")


@pytest.mark.neo4j
def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = neo4j_server("start", "--port", str(port), home=tmp_path / "home")
    assert done.returncode == 2
    assert f"port {port} on 127.0.0.1 is in use; choose another with --port" in done.stderr


@pytest.mark.neo4j
def test_a_short_password_is_refused(tmp_path: Path) -> None:
    done = neo4j_server("start", "--port", "0", home=tmp_path / "home", TIENGVANG_GRAPH_PASSWORD="short")
    assert done.returncode == 2
    assert "fewer than 8 characters" in done.stderr


@pytest.mark.neo4j
def test_a_running_server_is_left_alone_and_says_how_to_reach_it(
    neo4j_address: StoreAddress, neo4j_home: Path
) -> None:
    wanted = [neo4j_address.url, "neo4j", neo4j_address.password]
    for command in ("start", "env"):
        done = neo4j_server(command, home=neo4j_home)
        assert [line.partition("=")[2].strip("'") for line in done.stdout.splitlines()] == wanted
    assert neo4j_address.url in neo4j_server("status", home=neo4j_home).stdout


@pytest.mark.neo4j
@pytest.mark.skipif(
    not Path("/proc/self/cmdline").exists(), reason="no command lines in /proc on this system"
)
def test_the_password_is_for_the_owner_only(neo4j_address: StoreAddress, neo4j_home: Path) -> None:
    assert stat.S_IMODE((neo4j_home / "password").stat().st_mode) == 0o600
    pid = json.loads((neo4j_home / "server.json").read_text(encoding="utf-8"))["pid"]
    assert neo4j_address.password
    assert neo4j_address.password not in Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8")


@pytest.mark.neo4j
@pytest.mark.parametrize("source", ["file:///etc/hostname", "http://127.0.0.1:9/x"])
def test_the_machine_is_out_of_reach_of_a_query(neo4j_address: StoreAddress, source: str) -> None:
    with neo4j_address.open() as store, pytest.raises(QueryFailed, match=r"Cannot load|blocked"):
        store.read(inline(f"LOAD CSV FROM '{source}' AS line RETURN line AS line"))


@pytest.mark.neo4j
def test_data_outlives_a_restart(tmp_path: Path) -> None:
    """Stopped cleanly, started again on another port, with the password that was kept."""
    for round_number in range(2):
        started = neo4j_server("start", "--port", "0", home=tmp_path)
        assert started.returncode == 0, started.stderr
        url, user, password = (line.partition("=")[2].strip("'") for line in started.stdout.splitlines())
        with StoreAddress(url, user, password).open() as store:
            if round_number == 0:
                store.write(inline("CREATE (:Province {code: '72'})"))
            assert store.read(inline("MATCH (n:Province) RETURN n.code AS code")) == [{"code": "72"}]
        assert neo4j_server("stop", home=tmp_path).stdout == "Neo4j stopped\n"
