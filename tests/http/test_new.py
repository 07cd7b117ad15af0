"""What is new since a day: what came here first since then, and not what is only read anew."""

from __future__ import annotations

import shutil
from pathlib import Path

from graph.queries import inline
from graph.store import Store
from ingest.decisions.curation import Curated
from tests.http.client import assert_quotes_hold, client_on
from tests.repository import ROOT
from tests.store.corpus import load
from tests.store_fixtures import StoreAddress

REAL = sorted((ROOT / "corpus" / "real").glob("*.txt"))
LONG_AGO = inline("MATCH (d:Document) SET d.first_run = '20200101T000000Z-000000'")


def test_what_came_since_is_new_and_what_is_read_anew_is_not(
    store: Store, store_address: StoreAddress, tmp_path: Path
) -> None:
    old, new = REAL[:2], REAL[2:]
    before = load(store, old)
    store.write(LONG_AGO)
    with client_on(store_address) as client:
        assert client.get("/v1/new?since=2020-01-02").json()["total"] == 0
        cited_before = {
            row["key"] for row in client.get("/v1/directives?cited=true&limit=1000").json()["items"]
        }
        came = load(store, new)
        answer = client.get("/v1/new?since=2020-01-02&limit=1000").json()
        documents = [item for item in answer["items"] if item["kind"] == "document"]
        acts = [item for item in answer["items"] if item["kind"] == "directive"]
        assert {item["key"] for item in documents} == set(came.loaded)
        cited = {row["key"] for row in client.get("/v1/directives?cited=true&limit=1000").json()["items"]}
        assert {item["key"] for item in acts} == cited - cited_before
        assert acts
        assert (answer["documents"], answer["directives"]) == (len(documents), len(acts))
        for kind, items in (("document", documents), ("directive", acts)):
            only = client.get(f"/v1/new?since=2020-01-02&limit=1000&kind={kind}").json()
            assert only["items"] == items
        assert {item["citation"]["document"] for item in acts} <= set(came.loaded)
        assert assert_quotes_hold(client, answer) == len(acts)

        copy = str(shutil.copy(old[0], tmp_path / old[0].name))
        again = load(store, [Path(copy)], {copy: Curated(note="read again", province="72")})
        assert set(again.loaded) <= set(before.loaded)
        assert again.loaded
        assert client.get("/v1/new?since=2020-01-02&limit=1000").json()["documents"] == len(documents)
        everything = client.get("/v1/new?since=2019-12-31&limit=1000").json()
        assert everything["documents"] == len(REAL)
        assert client.get("/v1/new?since=2999-01-01").json()["total"] == 0
