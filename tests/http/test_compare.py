"""Comparisons over HTTP: measures and bodies, 63 provinces and 34 units, as JSON and as sheets."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.http.client import assert_problem, assert_quotes_hold

CORPUS = "sample"
PAIR = "province=14&province=80"
ASKED = [
    f"/v1/compare?{PAIR}",
    f"/v1/compare/bodies?{PAIR}",
    "/v1/compare?units=2025&since=2020-04-01",
    "/v1/compare/bodies?units=2025&until=2021-06-30",
]


def _cells(answer: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [
        (cell["province"], (row.get("measure") or row["body"])["id"], cell["headline"])
        for row in answer["rows"]
        for cell in row["cells"]
    ]


@pytest.mark.parametrize("path", ASKED)
def test_a_comparison_is_the_same_in_every_format(client: TestClient, path: str) -> None:
    answer = client.get(path).json()
    sheet = client.get(f"{path}&format=csv")
    lines = client.get(f"{path}&format=jsonl")
    for response in (sheet, lines):
        assert response.headers["x-dataset-version"] == answer["dataset_version"]
        assert response.headers["x-synthetic"] == str(answer["synthetic"]).lower() == "true"
        assert response.headers["x-total-count"] == str(len(_cells(answer)))
        assert response.headers["etag"]
    about = "body" if "bodies" in path else "measure"
    assert sheet.content.startswith(b"\xef\xbb\xbf")
    rows = csv.DictReader(io.StringIO(sheet.content.decode("utf-8-sig"), newline=""))
    assert [(r["province.code"], r[f"{about}.id"], r["headline"]) for r in rows] == _cells(answer)
    read = [json.loads(line) for line in lines.text.splitlines()]
    assert [(r["province"]["code"], r[about]["id"], r["headline"]) for r in read] == _cells(answer)


@pytest.mark.parametrize("about", ["compare", "compare/bodies"])
@pytest.mark.parametrize(("units", "columns"), [("2020", 63), ("2025", 34)])
def test_all_provinces_or_units_and_how_many_hold_nothing(
    client: TestClient, about: str, units: str, columns: int
) -> None:
    answer = client.get(f"/v1/{about}?units={units}").json()
    assert (answer["units"], len(answer["provinces"])) == (units, columns)
    denominator = answer["denominator"]
    held = [column["code"] for column in answer["provinces"] if column["documents"]]
    assert (denominator["provinces"], denominator["with_documents"]) == (columns, len(held))
    word = "provinces" if units == "2020" else "units"
    assert answer["words"].startswith(f"{len(held)} of {columns} {word} have documents here")
    for province, _, headline in _cells(answer):
        assert (headline == "no_documents") == (province not in held)


def test_two_stand_side_by_side_by_bodies_with_quotes_that_hold(client: TestClient) -> None:
    answer = client.get(f"/v1/compare/bodies?{PAIR}&evidence_limit=2").json()
    sides = answer["side_by_side"]
    assert [sides["first"]["code"], sides["second"]["code"]] == ["14", "80"]
    assert sides["only_first"] or sides["only_second"] or sides["both"]
    assert client.get("/v1/compare/bodies").json()["side_by_side"] is None
    for row in sides["both"]:
        for task in (*row["first"], *row["second"]):
            text = client.get(f"/v1/documents/{task['evidence']['document']}/text").text
            for words in filter(None, (task["task"], task["actor"])):
                assert text[words["start"] : words["end"]] == words["quote"]


def test_quotes_of_a_comparison_hold(client: TestClient) -> None:
    assert assert_quotes_hold(client, client.get(f"/v1/compare?{PAIR}").json()["rows"])


@pytest.mark.parametrize(
    ("query", "status", "kind"),
    [
        ("province=14", 422, "filter-invalid"),
        ("province=14&province=Son%20La", 422, "filter-invalid"),
        ("province=14&province=80&province=80", 422, "filter-invalid"),
        ("units=2025&province=Long%20An&province=Tay%20Ninh", 422, "filter-invalid"),
        ("province=14&province=Atlantis", 404, "province-unknown"),
        ("units=2025&province=72&province=80", 404, "province-unknown"),
        ("units=2024", 422, "request-invalid"),
        ("format=xml", 422, "request-invalid"),
        ("since=soon", 422, "request-invalid"),
    ],
)
@pytest.mark.parametrize("about", ["compare", "compare/bodies"])
def test_what_is_no_comparison_is_a_problem(
    client: TestClient, about: str, query: str, status: int, kind: str
) -> None:
    assert_problem(client.get(f"/v1/{about}?{query}"), status, kind)
