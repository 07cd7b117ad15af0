"""A release's contract holds: what breaks those who script against it fails here."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from app.openapi import CONTRACT
from tests.http.contract import breaks
from tests.repository import ROOT

RELEASED = sorted((ROOT / "docs").glob("openapi-*.json"))
Change = Callable[[dict[str, Any]], Any]


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_the_contract_of_a_release_holds(released: Any) -> None:
    old = json.loads(released.read_text(encoding="utf-8"))
    new = json.loads(CONTRACT.read_text(encoding="utf-8"))
    assert breaks(old, new) == [], "give the break a new /v2, or take it back"


def test_there_is_a_release_to_hold_to() -> None:
    assert RELEASED


OLD: dict[str, Any] = {
    "paths": {
        "/v1/things": {
            "get": {
                "operationId": "things-list",
                "parameters": [
                    {"in": "query", "name": "limit", "schema": {"type": "integer", "maximum": 100}},
                    {"in": "query", "name": "kind", "schema": {"type": "string", "enum": ["a", "b"]}},
                    {
                        "in": "query",
                        "name": "since",
                        "schema": {"anyOf": [{"type": "string"}, {"type": "null"}]},
                    },
                ],
                "responses": {
                    "200": {
                        "headers": {"Link": {}},
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Page"}},
                            "text/csv": {"schema": {"type": "string"}},
                        },
                    },
                    "404": {"content": {"application/problem+json": {"schema": {"type": "object"}}}},
                },
            },
            "post": {
                "operationId": "things-add",
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {
                                "type": "object",
                                "properties": {"name": {"type": "string"}, "size": {"type": "integer"}},
                                "required": ["name"],
                            }
                        },
                        "text/plain": {"schema": {"type": "string"}},
                    }
                },
                "responses": {"200": {}},
            },
        }
    },
    "components": {
        "schemas": {
            "Page": {
                "type": "object",
                "properties": {
                    "items": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
                    "next": {"anyOf": [{"type": "string"}, {"type": "null"}]},
                },
                "required": ["items", "next"],
            },
            "Thing": {
                "type": "object",
                "properties": {"key": {"type": "string"}, "count": {"type": "integer"}},
                "required": ["key", "count"],
            },
        }
    },
}


def _get(spec: dict[str, Any]) -> dict[str, Any]:
    return spec["paths"]["/v1/things"]["get"]  # type: ignore[no-any-return]


def _post(spec: dict[str, Any]) -> dict[str, Any]:
    return spec["paths"]["/v1/things"]["post"]["requestBody"]["content"]  # type: ignore[no-any-return]


def _thing(spec: dict[str, Any]) -> dict[str, Any]:
    return spec["components"]["schemas"]["Thing"]  # type: ignore[no-any-return]


def _parameter(spec: dict[str, Any], at: int) -> dict[str, Any]:
    return _get(spec)["parameters"][at]  # type: ignore[no-any-return]


BREAKING: dict[str, Change] = {
    "path": lambda s: s["paths"].pop("/v1/things"),
    "method": lambda s: s["paths"]["/v1/things"].pop("post"),
    "operation id": lambda s: _get(s).update(operationId="other"),
    "parameter": lambda s: _get(s)["parameters"].pop(),
    "parameter required": lambda s: _parameter(s, 0).update(required=True),
    "parameter new and required": lambda s: _get(s)["parameters"].append(
        {"in": "query", "name": "q", "required": True, "schema": {"type": "string"}}
    ),
    "parameter type": lambda s: _parameter(s, 2)["schema"].update(anyOf=[{"type": "integer"}]),
    "parameter value": lambda s: _parameter(s, 1)["schema"].update(enum=["a"]),
    "parameter limit": lambda s: _parameter(s, 0)["schema"].update(maximum=10),
    "parameter new limit": lambda s: _parameter(s, 0)["schema"].update(minimum=1),
    "status": lambda s: _get(s)["responses"].pop("404"),
    "another success": lambda s: _get(s)["responses"].update({"201": {}}),
    "format": lambda s: _get(s)["responses"]["200"]["content"].pop("text/csv"),
    "header": lambda s: _get(s)["responses"]["200"].pop("headers"),
    "field": lambda s: _thing(s)["properties"].pop("count"),
    "field absent": lambda s: _thing(s).update(required=["key"]),
    "field null": lambda s: _thing(s)["properties"].update(
        count={"anyOf": [{"type": "integer"}, {"type": "null"}]}
    ),
    "field type": lambda s: _thing(s)["properties"].update(count={"type": "string"}),
    "body": lambda s: s["paths"]["/v1/things"]["post"].pop("requestBody"),
    "body format": lambda s: _post(s).pop("text/plain"),
    "body field required": lambda s: _post(s)["application/json"]["schema"].update(required=["name", "size"]),
    "body field refused": lambda s: (
        _post(s)["application/json"]["schema"].update(additionalProperties=False),
        _post(s)["application/json"]["schema"]["properties"].pop("size"),
    ),
    "body field type": lambda s: _post(s)["application/json"]["schema"]["properties"].update(
        size={"type": "string"}
    ),
}
KEEPING: dict[str, Change] = {
    "nothing": lambda s: None,
    "path": lambda s: s["paths"].update(
        {"/v1/more": {"get": {"operationId": "x", "responses": {"200": {}}}}}
    ),
    "parameter": lambda s: _get(s)["parameters"].append(
        {"in": "query", "name": "q", "schema": {"type": "string"}}
    ),
    "parameter value": lambda s: _parameter(s, 1)["schema"].update(enum=["a", "b", "c"]),
    "parameter limit": lambda s: _parameter(s, 0)["schema"].update(maximum=1000),
    "field": lambda s: _thing(s)["properties"].update(more={"type": "string"}),
    "problem": lambda s: _get(s)["responses"].update({"422": {}}),
    "format": lambda s: _get(s)["responses"]["200"]["content"].update({"application/x-ndjson": {}}),
    "words": lambda s: _thing(s).update(description="other words"),
    "body field": lambda s: _post(s)["application/json"]["schema"]["properties"].update(
        more={"type": "string"}
    ),
}


def _changed(change: Change) -> dict[str, Any]:
    spec = copy.deepcopy(OLD)
    change(spec)
    return spec


@pytest.mark.parametrize("name", BREAKING)
def test_what_takes_away_is_a_break(name: str) -> None:
    assert len(breaks(OLD, _changed(BREAKING[name]))) >= 1


@pytest.mark.parametrize("name", KEEPING)
def test_what_adds_is_none(name: str) -> None:
    assert breaks(OLD, _changed(KEEPING[name])) == []
