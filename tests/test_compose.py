"""What docker-compose.yml and the Dockerfile promise; no Docker engine is needed to hold them to it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.repository import ROOT

PASSWORD = "TIENGVANG_GRAPH_PASSWORD"
KEY = "TIENGVANG_API_KEY"
SERVICES: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8").splitlines()


def _config(**given: str) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("TIENGVANG_")}
    return subprocess.run(
        ["docker-compose", "config"],
        cwd=ROOT,
        env={**clean, **given},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.compose
def test_compose_accepts_the_file_and_hands_password_and_key_on() -> None:
    done = _config(**{PASSWORD: "not-a-real-one", KEY: "nor-is-this"})
    assert done.returncode == 0, done.stderr
    services = yaml.safe_load(done.stdout)["services"]
    assert services["neo4j"]["environment"]["NEO4J_AUTH"] == "neo4j/not-a-real-one"
    assert services["app"]["environment"][PASSWORD] == "not-a-real-one"
    assert services["app"]["environment"][KEY] == "nor-is-this"


@pytest.mark.compose
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "set it to"),
        ({PASSWORD: "", KEY: "x"}, "set it to a password of at least 8 characters"),
        ({PASSWORD: "x"}, "set it to a long random text"),
    ],
)
def test_compose_refuses_to_start_without_password_and_key(given: dict[str, str], said: str) -> None:
    done = _config(**given)
    assert done.returncode != 0
    assert said in done.stderr


def test_nothing_listens_beyond_this_machine() -> None:
    ports = [port for service in SERVICES.values() for port in service["ports"]]
    assert ports
    assert [port for port in ports if not port.startswith("127.0.0.1:")] == []


def test_the_app_waits_for_a_healthy_graph() -> None:
    assert SERVICES["app"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert "cypher-shell" in SERVICES["neo4j"]["healthcheck"]["test"][1]


def test_the_graph_outlives_its_container() -> None:
    assert "neo4j-data:/data" in SERVICES["neo4j"]["volumes"]


def test_both_servers_are_closed_alike() -> None:
    """The settings of tools/neo4j/neo4j.conf that guard the machine stand in the container, too."""
    lines = (ROOT / "tools" / "neo4j" / "neo4j.conf").read_text("utf-8").splitlines()
    conf = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    environment = SERVICES["neo4j"]["environment"]
    for name in ("dbms.security.allow_csv_import_from_file_urls", "internal.dbms.cypher_ip_blocklist"):
        variable = "NEO4J_" + name.replace("_", "__").replace(".", "_")
        assert environment[variable] == conf[name]


def _lines(instruction: str) -> list[str]:
    return [line.removeprefix(instruction).strip() for line in DOCKERFILE if line.startswith(instruction)]


def test_the_container_does_not_run_as_root() -> None:
    assert _lines("USER ") == ["tiengvang"]
    assert DOCKERFILE.index("USER tiengvang") < next(
        i for i, x in enumerate(DOCKERFILE) if x.startswith("CMD ")
    )


def test_the_container_tells_its_health_without_touching_the_store() -> None:
    start = next(i for i, line in enumerate(DOCKERFILE) if line.startswith("HEALTHCHECK"))
    assert "http://127.0.0.1:8000/healthz" in "".join(DOCKERFILE[start : start + 2])


def test_everything_that_is_copied_is_there_and_sent() -> None:
    sources = [name for line in _lines("COPY ") for name in line.split()[:-1]]
    sent = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert {"app", "graph", "ingest", "cypher", "corpus"} <= set(sources)
    for name in sources:
        assert (ROOT / name).exists()
        assert f"!{name}" in sent


def test_dependencies_are_installed_with_their_hashes() -> None:
    assert any("--require-hashes -r requirements/core.txt" in line for line in _lines("RUN "))


@pytest.mark.parametrize("path", ["docker-compose.yml", "Dockerfile"])
def test_no_password_stands_in_the_files(path: str) -> None:
    lines = (ROOT / Path(path)).read_text("utf-8").splitlines()
    told = [line for line in lines if "PASSWORD" in line and "${" + PASSWORD not in line]
    assert [line for line in told if not line.lstrip().startswith("#")] == []
