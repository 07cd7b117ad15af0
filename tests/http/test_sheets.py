"""Answers that are no lists and can be had as sheets: the same rows in CSV and JSON lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.http.client import assert_problem

CORPUS = "sample"
Rows = list[tuple[Any, ...]]


def _echoes(answer: dict[str, Any]) -> Rows:
    """A row a piece of evidence; a province without any has one of its state."""
    return [
        (province["code"], province["state"], piece.get("document"), piece.get("quote"))
        for province in answer["provinces"]
        for piece in province["evidence"] or [{}]
    ]


def _adoption(answer: dict[str, Any]) -> Rows:
    return [
        (each["province"]["code"], each["first_on"], each["evidence"]["quote"])
        for each in answer["order"] + answer["undated"]
    ]


def _ordering(answer: dict[str, Any]) -> Rows:
    central = [
        ("central", (each["issuer"] or {}).get("id"), each["first"]["quote"]) for each in answer["central"]
    ]
    return central + [("charged", each["body"]["id"], each["first"]["quote"]) for each in answer["charged"]]


def _coverage(answer: dict[str, Any]) -> Rows:
    return [
        (province["code"], period["month"], period["documents"])
        for province in answer["provinces"]
        for period in province["periods"] or [{"month": None, "documents": 0}]
    ]


def _echoed(answer: dict[str, Any]) -> Rows:
    return [
        (item["directive"]["key"], item["first_on"], piece.get("document"), piece.get("quote"))
        for item in answer["items"]
        for piece in item["evidence"] or [{}]
    ]


ECHO_COLUMNS = ("province", "state", "document", "quote")
SHEETS: list[tuple[str, tuple[str, ...], Callable[[dict[str, Any]], Rows]]] = [
    ("/v1/directives/1099%2FC%C4%90-TTg/echoes?evidence_limit=2", ECHO_COLUMNS, _echoes),
    ("/v1/directives/echoes?number=1099%2FC%C4%90-TTg&evidence_limit=0", ECHO_COLUMNS, _echoes),
    ("/v1/measures/5k/adoption", ("province.code", "first_on", "evidence.quote"), _adoption),
    ("/v1/measures/5k/ordering", ("kind", "body.id", "first.quote"), _ordering),
    ("/v1/coverage?wanted=1", ("code", "month", "in_month"), _coverage),
    ("/v1/provinces/14/echoed", ("directive.key", "first_on", "document", "quote"), _echoed),
]
IDS = [path for path, *_ in SHEETS]


def _cell(row: dict[str, Any], column: str) -> Any:
    value: Any = row
    for name in column.split("."):
        value = value[name] if value is not None else None
    return value


@pytest.mark.parametrize(("path", "columns", "rows_of"), SHEETS, ids=IDS)
@pytest.mark.parametrize("by_header", [False, True], ids=["format", "accept"])
def test_an_answer_has_the_same_rows_in_every_format(
    client: TestClient,
    path: str,
    columns: tuple[str, ...],
    rows_of: Callable[[dict[str, Any]], Rows],
    by_header: bool,
) -> None:
    def ask(name: str, media: str) -> Any:
        asked = {} if by_header else {"format": name}
        response = client.get(client.base_url.join(path).copy_merge_params(asked), headers={"Accept": media})
        assert response.status_code == 200, response.text
        assert response.headers["content-type"].startswith(media)
        return response

    answer = ask("json", "application/json").json()
    wanted = rows_of(answer)
    assert wanted
    sheet, lines = ask("csv", "text/csv"), ask("jsonl", "application/x-ndjson")
    for response in (sheet, lines):
        assert response.headers["x-total-count"] == str(len(wanted))
        assert response.headers["x-dataset-version"] == answer["dataset_version"]
        assert response.headers["x-synthetic"] == str(answer["synthetic"]).lower()
    read = [json.loads(line) for line in lines.text.splitlines()]
    assert [tuple(_cell(row, column) for column in columns) for row in read] == wanted
    assert sheet.content.startswith(b"\xef\xbb\xbf")
    cells = csv.DictReader(io.StringIO(sheet.content.decode("utf-8-sig"), newline=""))
    assert [tuple(row[column].removeprefix("'") for column in columns) for row in cells] == [
        tuple("" if value is None else str(value).removeprefix("'") for value in row) for row in wanted
    ]


@pytest.mark.parametrize("path", IDS)
def test_a_format_that_is_none_is_a_problem(client: TestClient, path: str) -> None:
    asked = client.base_url.join(path).copy_merge_params({"format": "xml"})
    assert_problem(client.get(asked), 422, "request-invalid")
