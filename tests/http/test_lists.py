"""What holds for every list: formats with the same rows, exact totals, tags, other origins, its errors."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.openapi import CONTRACT
from tests.http.client import assert_problem, assert_quotes_hold, client_on, pages
from tests.http.lists import IDS, LISTS, List, busiest
from tests.store_fixtures import StoreAddress

CORPUS = "sample"
FORMULAS = {"formulas-list", "formulas-get"}  # none in these documents: see test_formulas
SHEETS = {  # whole at once: see test_compare and test_sheets
    "compare-get",
    "compare-bodies",
    "directives-echoes",
    "directives-echoes-by-number",
    "measures-adoption",
    "measures-ordering",
    "documents-coverage",
    "provinces-echoed",
}
JSONL = "application/x-ndjson"


@pytest.fixture(scope="module")
def document(client: TestClient) -> str:
    """A document with many relations."""
    return busiest(client)


def test_the_table_names_every_list_of_the_contract() -> None:
    contract = json.loads(CONTRACT.read_text(encoding="utf-8"))
    operations = [o for methods in contract["paths"].values() for o in methods.values()]
    listing = {o["operationId"] for o in operations if "text/csv" in o["responses"]["200"].get("content", {})}
    assert {each.operation for each in LISTS} == listing - SHEETS - FORMULAS


@pytest.mark.parametrize("each", LISTS, ids=IDS)
def test_a_list_has_an_exact_total_and_pages_to_its_end(
    client: TestClient, document: str, each: List
) -> None:
    whole = client.get(each.at(document, limit=1000)).json()
    assert whole["next"] is None
    assert len(whole["items"]) == whole["total"]
    size = max(1, whole["total"] // 4)
    found = list(pages(client, each.at(document, limit=size)))
    assert {page["total"] for page in found} == {whole["total"]}
    assert [row for page in found for row in page["items"]] == whole["items"]
    assert {page["dataset_version"] for page in found} == {whole["dataset_version"]}


@pytest.mark.parametrize("each", LISTS, ids=IDS)
@pytest.mark.parametrize("by_header", [False, True], ids=["format", "accept"])
def test_a_list_is_the_same_in_every_format(
    client: TestClient, document: str, each: List, by_header: bool
) -> None:
    def ask(name: str, media: str) -> Any:
        asked = {} if by_header else {"format": name}
        response = client.get(each.at(document, **asked), headers={"Accept": media if by_header else "*/*"})
        assert response.status_code == 200
        assert response.headers["content-type"].startswith(media)
        assert "Accept" in response.headers["vary"]
        return response

    answer = ask("json", "application/json").json()
    lines = ask("jsonl", JSONL)
    assert [json.loads(line) for line in lines.text.splitlines()] == answer["items"]
    sheet = ask("csv", "text/csv")
    assert sheet.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(sheet.content.decode("utf-8-sig"), newline="")))
    assert len(rows) == len(answer["items"])
    for response in (lines, sheet):
        assert response.headers["x-total-count"] == str(answer["total"])
        assert response.headers["x-dataset-version"] == answer["dataset_version"]
        assert response.headers["x-synthetic"] == str(answer["synthetic"]).lower()
        assert ("next" in response.links) == (answer["next"] is not None)
    for row, item in zip(rows, answer["items"], strict=True):
        for name in ("key", "id", "code", "name", "number", "quote"):
            if isinstance(item.get(name), str):
                assert row[name].removeprefix("'") == item[name].removeprefix("'")


@pytest.mark.parametrize("each", LISTS, ids=IDS)
def test_a_sheet_has_its_columns_also_where_nothing_is_left(
    client: TestClient, document: str, each: List
) -> None:
    sheets = [client.get(each.at(document, format="csv", limit=limit)) for limit in (1, 1000)]
    heads = [next(csv.reader(io.StringIO(sheet.content.decode("utf-8-sig")))) for sheet in sheets]
    assert heads[0] == heads[1]


@pytest.mark.parametrize("each", LISTS, ids=IDS)
def test_who_has_an_answer_is_not_sent_it_again(client: TestClient, document: str, each: List) -> None:
    tags = set()
    for form in ("json", "csv", "jsonl"):
        for coding in ("identity", "gzip"):
            given = {"Accept-Encoding": coding}
            path = each.at(document, format=form)
            first = client.get(path, headers=given)
            tag = first.headers["etag"]
            assert not tag.startswith("W/")
            tags.add((tag, first.headers.get("content-encoding", "identity"), form))
            for named in (tag, f"W/{tag}", f'"other", {tag}', "*"):
                again = client.get(path, headers=given | {"If-None-Match": named})
                assert again.status_code == 304
                assert again.content == b""
                assert again.headers["etag"] == tag or named == "*"
                assert {"Accept", "Accept-Encoding"} <= set(again.headers["vary"].split(", "))
                assert client.head(path, headers=given | {"If-None-Match": named}).status_code == 304
            other = client.get(path, headers=given | {"If-None-Match": '"another"'})
            assert (other.status_code, other.headers["etag"], other.content) == (200, tag, first.content)
    assert len({tag for tag, *_ in tags}) == len(tags)


def test_a_tag_is_of_one_question(client: TestClient, document: str) -> None:
    asked = [
        ("/v1/documents", {}),
        ("/v1/documents?limit=1", {}),
        ("/v1/documents?limit=2", {}),
        ("/v1/documents", {"Accept": "text/csv"}),
        ("/v1/documents", {"Accept": JSONL}),
        ("/v1/directives", {}),
        (f"/v1/documents/{document}", {}),
        (f"/v1/documents/{document}/text", {}),
        ("/v1/compare?province=14&province=80", {}),
        ("/v1/compare?province=80&province=14", {}),
    ]
    tags = [client.get(path, headers=headers).headers["etag"] for path, headers in asked]
    assert len(set(tags)) == len(tags)
    for tag, (path, headers) in zip(tags, asked, strict=True):
        assert client.get(path, headers=headers | {"If-None-Match": tag}).status_code == 304


def test_other_settings_make_another_answer(client: TestClient, store_address: StoreAddress) -> None:
    tag = client.get("/v1/compare?province=14&province=80").headers["etag"]
    with client_on(store_address, evidence_limit=1) as other:
        assert (
            other.get("/v1/compare?province=14&province=80", headers={"If-None-Match": tag}).status_code
            == 200
        )


@pytest.mark.parametrize("each", LISTS, ids=IDS)
def test_every_origin_may_read_and_none_is_given_credentials(
    client: TestClient, document: str, each: List
) -> None:
    path, origin = each.at(document), {"Origin": "https://elsewhere.example"}
    response = client.get(path, headers=origin)
    assert response.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in response.headers
    assert {"ETag", "Link", "X-Total-Count"} <= set(
        response.headers["access-control-expose-headers"].split(", ")
    )
    ask = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "if-none-match"}
    assert client.options(path, headers=origin | ask).status_code == 200
    for method in ("PATCH", "PUT", "DELETE", "POST"):
        refused = client.options(path, headers=origin | {"Access-Control-Request-Method": method})
        assert refused.status_code == 400
        assert method not in refused.headers.get("access-control-allow-methods", "")


def test_an_origin_may_read_what_went_wrong(client: TestClient) -> None:
    response = client.get("/v1/documents?limit=0", headers={"Origin": "https://elsewhere.example"})
    assert_problem(response, 422)
    assert response.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("each", LISTS, ids=IDS)
@pytest.mark.parametrize(
    ("parameters", "kind"),
    [
        ({"limit": 0}, "request-invalid"),
        ({"limit": "many"}, "request-invalid"),
        ({"format": "xml"}, "request-invalid"),
        ({"cursor": "nonsense"}, "cursor-invalid"),
        ({"cursor": "%00"}, "cursor-invalid"),
        ({"cursor": "é"}, "cursor-invalid"),
        ({"cursor": "x" * 3000}, "request-invalid"),
    ],
)
def test_what_a_list_cannot_do_is_a_problem(
    client: TestClient, document: str, each: List, parameters: dict[str, Any], kind: str
) -> None:
    assert_problem(client.get(each.at(document, **parameters)), 422, kind)


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/v1/search", 422, "request-invalid"),
        ("/v1/search?q=", 422, "request-invalid"),
        ("/v1/search?q=%20-%20%2F", 422, "search-invalid"),
        ("/v1/search?q=dich&kind=person", 422, "request-invalid"),
        ("/v1/search?q=dich&province=Atlantis", 404, "province-unknown"),
        ("/v1/search?q=dich&since=soon", 422, "request-invalid"),
        (f"/v1/search?q={'a' * 301}", 422, "request-invalid"),
        ("/v1/new", 422, "request-invalid"),
        ("/v1/new?since=yesterday", 422, "request-invalid"),
        ("/v1/documents/0123456789abcdef/relations", 404, "document-unknown"),
        ("/v1/documents/0123456789abcdef/annotations", 404, "document-unknown"),
        ("/v1/documents/0123456789abcdef/text", 404, "document-unknown"),
        ("/v1/directives?cited=perhaps", 422, "request-invalid"),
        ("/v1/coverage?wanted=-1", 422, "request-invalid"),
        ("/v1/wanted?province=Atlantis", 404, "province-unknown"),
        ("/v1/wanted?since=soon", 422, "request-invalid"),
        ("/v1/wanted?cursor=MTowMS9DVC1UVGc", 422, "cursor-invalid"),
        ("/v1/formulas?province=Atlantis", 404, "province-unknown"),
        ("/v1/formulas?least=0", 422, "request-invalid"),
        ("/v1/formulas?document=0123456789abcdef", 404, "document-unknown"),
        ("/v1/formulas/none", 404, "formula-unknown"),
    ],
)
def test_a_wrong_filter_is_a_problem(client: TestClient, path: str, status: int, kind: str) -> None:
    assert_problem(client.get(path), status, kind)


@pytest.mark.parametrize("each", LISTS, ids=IDS)
def test_every_quote_in_a_list_is_the_text_at_its_offsets(
    client: TestClient, document: str, each: List
) -> None:
    answer = client.get(each.at(document, limit=1000)).json()
    answer.pop("document", None)
    found = assert_quotes_hold(client, answer)
    assert found or each.operation not in {"search-find", "documents-relations", "documents-new"}
