"""What a person added is counted, and shown as added by a person, never as stated by the document."""

from __future__ import annotations

from graph.queries import shipped
from graph.store import Store
from ingest.decisions.curation import Curated
from ingest.pipeline import ingest
from ingest.vocabulary import shipped as vocabulary
from tests.http.client import assert_quotes_hold, client_on
from tests.repository import ROOT
from tests.store_fixtures import StoreAddress

PLACED = ROOT / "corpus" / "real" / "cong-van-1378_tinh-uy_2020-03-24_web.txt"


def test_a_province_given_by_a_person_places_the_echo_and_is_shown_as_theirs(
    store: Store, store_address: StoreAddress
) -> None:
    facts = {str(PLACED): Curated(province="75", note="signed by the office of this province")}
    report = ingest(store, shipped(), vocabulary(), [PLACED], curated=facts)
    assert report.loaded
    with client_on(store_address) as client:
        answer = client.get("/v1/directives/172-TB/TW/echoes").json()
        page = client.get("/directives/172-TB/TW?lang=en").text
        (document,) = client.get("/v1/documents").json()["items"]
        reader = client.get(f"/documents/{document['id']}?lang=en").text
        assert assert_quotes_hold(client, answer) > 0
    assert answer["unplaced"] == []
    (echoing,) = [p for p in answer["provinces"] if p["state"] == "echoed"]
    assert echoing["code"] == "75"
    assert {e["place_basis"] for e in echoing["evidence"]} == {"curated"}
    assert "added by a person" in page
    assert "added by a person" in reader
