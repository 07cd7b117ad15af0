"""The contract as committed is that of the program, and its examples are what the program answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest
from fastapi.routing import APIRoute
from pydantic import TypeAdapter

from app import routes
from app.answers.models.acts import Several
from app.main import create_app
from app.openapi import CONTRACT, EXAMPLES, describe, shorten
from app.problems import Problem
from app.settings import Settings

# What is no JSON of a model: a text, and a page in the W3C's data model.
OTHERS: dict[str, Any] = {"documents-text": str, "documents-annotations": dict[str, Any]}
AGAIN = "run `python -m app.openapi` and look at the difference"


def _operations(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for methods in spec["paths"].values():
        yield from methods.values()


@pytest.fixture(scope="module")
def committed() -> dict[str, Any]:
    contract: dict[str, Any] = json.loads(CONTRACT.read_text(encoding="utf-8"))
    return contract


@pytest.fixture(scope="module")
def examples() -> dict[str, dict[str, Any]]:
    kept: dict[str, dict[str, Any]] = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    return kept


WITHOUT_EXAMPLE = {"formulas-get"}  # no wording of the four documents is a formula


def test_the_committed_contract_is_that_of_the_program(committed: dict[str, Any], examples: Any) -> None:
    assert json.loads(json.dumps(describe(create_app(Settings()), examples))) == committed, AGAIN


def test_every_operation_says_what_it_does_and_how_it_fails(committed: dict[str, Any]) -> None:
    operations = list(_operations(committed))
    ids = [o["operationId"] for o in operations]
    assert len(ids) == len(set(ids))
    for operation in operations:
        assert operation["description"], operation["operationId"]
        tag, _, name = operation["operationId"].partition("-")
        assert operation["tags"] == [tag]
        assert name
        content = operation["responses"]["200"]["content"]
        if operation["operationId"] not in WITHOUT_EXAMPLE:
            assert "example" in content.get("application/json", next(iter(content.values()))), AGAIN
        for parameter in operation.get("parameters", []):
            assert parameter["description"], (operation["operationId"], parameter["name"])


def test_every_answer_of_the_api_documents_its_problems(committed: dict[str, Any]) -> None:
    for path, methods in committed["paths"].items():
        for operation in methods.values():
            if not path.startswith("/v1/"):
                continue
            assert {"422", "503"} <= operation["responses"].keys(), path
            assert ("{" in path) <= ("404" in operation["responses"]), path
            for status in ("404", "422", "503"):
                content = operation["responses"].get(status, {}).get("content", {})
                assert set(content) <= {"application/problem+json"}, (path, status)


def test_no_reference_in_the_contract_leads_nowhere(committed: dict[str, Any]) -> None:
    text = json.dumps(committed)
    known = {f"#/components/schemas/{name}" for name in committed["components"]["schemas"]}
    asked = {part.split('"')[0] for part in text.split('"$ref": "')[1:]}
    assert asked <= known


def test_every_example_is_an_answer_of_its_model(examples: dict[str, dict[str, Any]]) -> None:
    models = {f"{r.tags[0]}-{r.name}": r.response_model for r in _routes()}
    checked = 0
    for operation, by_status in examples.items():
        for status, example in by_status.items():
            other = {"300": Several}.get(status, Problem)
            model = (models[operation] or OTHERS[operation]) if status == "200" else other
            TypeAdapter(model).validate_python(example)
            checked += 1
    assert checked >= len(models)


def _routes() -> list[APIRoute]:
    modules = [import_module(f"app.routes.{each.name}") for each in iter_modules(routes.__path__)]
    found = [r for m in modules if hasattr(m, "router") for r in m.router.routes]
    assert all(isinstance(r, APIRoute) for r in found)
    return found


def test_an_example_is_short() -> None:
    long = {"text": "x" * 1000, "items": [1, 2, 3], "inner": [{"list": list(range(9))}]}
    short = shorten(long)
    assert len(short["text"]) < 300
    assert short["items"] == [1, 2]
    assert short["inner"] == [{"list": [0, 1]}]
