"""Getting to a store, and the one clear message where that fails."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from graph.errors import EmbeddedFailed, StoreError, StoreRefused, StoreUnavailable, StoreUrlInvalid
from graph.queries import inline
from graph.store import Store, open_store
from tests.repository import ROOT
from tests.store_fixtures import StoreAddress


def test_a_store_says_what_it_is(store: Store, store_kind: str) -> None:
    assert store.kind == store_kind
    assert store.components()[0]["name"]
    assert ("ArcadeDB" in store.describe()) == (store_kind == "embedded")


def test_a_store_opened_again_sees_the_same_graph(store: Store, store_address: StoreAddress) -> None:
    with store_address.open() as other:
        other.write(inline("CREATE (:Province {code: '72'})"))
        assert other.attached == (store.kind == "embedded")
    assert store.read(inline("MATCH (n:Province) RETURN n.code AS code")) == [{"code": "72"}]


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("changes", "kind", "says"),
    [
        ({"password": "not the password"}, StoreRefused, "refused user 'neo4j'.*TIENGVANG_GRAPH_PASSWORD"),
        ({"user": "nobody"}, StoreRefused, "refused user 'nobody'.*TIENGVANG_GRAPH_USER"),
        ({"password": None}, StoreRefused, "TIENGVANG_GRAPH_PASSWORD"),
        ({"database": "nowhere"}, StoreUnavailable, "no database 'nowhere'.*TIENGVANG_GRAPH_DATABASE"),
    ],
)
def test_a_server_that_refuses(
    neo4j_address: StoreAddress, changes: dict[str, str], kind: type[StoreError], says: str
) -> None:
    with pytest.raises(kind, match=says) as caught:
        neo4j_address.open(**changes)
    assert str(caught.value).startswith(neo4j_address.url)
    assert "not the password" not in str(caught.value)


@pytest.mark.neo4j
def test_a_database_may_be_named(neo4j_address: StoreAddress) -> None:
    with neo4j_address.open(database="neo4j") as store:
        assert store.read(inline("RETURN 1 AS one")) == [{"one": 1}]


# Writes batches of 50 without end.
WRITER = """
import sys
from graph.queries import inline
from graph.store import open_store
url, user, password = (value or None for value in sys.argv[1:])
with open_store(url, user=user, password=password) as store:
    for batch in range(1_000_000):
        rows = [f"{batch}-{number}" for number in range(50)]
        store.write(inline("UNWIND $rows AS row CREATE (:Province {code: row})"), rows=rows)
        print(batch, flush=True)
"""


@pytest.mark.parametrize("kill_after", [1, 7])
def test_kill_9_of_a_writer_tears_no_transaction(
    store: Store, store_address: StoreAddress, kill_after: int
) -> None:
    given = [store_address.url, store_address.user or "", store_address.password or ""]
    command = [sys.executable, "-c", WRITER, *given]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", cwd=ROOT) as process:
        assert process.stdout is not None
        for _ in range(kill_after):
            assert process.stdout.readline()
        process.kill()
    found = store.read(inline("MATCH (n:Province) RETURN count(n) AS n, count(DISTINCT n.code) AS codes"))[0]
    assert found["n"] >= 50 * kill_after
    assert found["n"] % 50 == 0
    assert found["codes"] == found["n"]
    store.write(inline("CREATE (:Province {code: 'after'})"))


def _unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_is_down(scheme: str) -> None:
    url = f"{scheme}://127.0.0.1:{_unused_port()}"
    with pytest.raises(StoreUnavailable, match=f"{url}: no graph store answers. Start it"):
        open_store(url, password="secret")


def test_a_server_that_is_no_graph_store() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        server.settimeout(20)

        def hang_up() -> None:
            for _ in range(4):
                try:
                    server.accept()[0].close()
                except OSError:
                    return

        thread = threading.Thread(target=hang_up, daemon=True)
        thread.start()
        with pytest.raises(StoreUnavailable, match=f"bolt://127.0.0.1:{port}"):
            open_store(f"bolt://127.0.0.1:{port}")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "data/graph",
        "embedded:",
        "embedded: ",
        "http://127.0.0.1:7474",
        "bolt://",
        "bolt://host:port",
        "bolt://host:99999",
        "bolt:/host",
        "neo4j+x://host",
    ],
)
def test_a_url_that_names_no_store(url: str) -> None:
    with pytest.raises(StoreUrlInvalid, match=r"embedded:|Write embedded"):
        open_store(url)


def test_a_password_in_the_url_is_refused_and_not_repeated() -> None:
    with pytest.raises(StoreUrlInvalid, match="TIENGVANG_GRAPH_PASSWORD") as caught:
        open_store("bolt://neo4j:geheim@127.0.0.1:7687")
    assert "geheim" not in str(caught.value)


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "graph"
    path.write_text("not a graph", encoding="utf-8")
    with pytest.raises(EmbeddedFailed, match=re.escape(str(path))):
        open_store(f"embedded:{path}")
    assert path.read_text(encoding="utf-8") == "not a graph"
