"""Requests made up from the contract: no undocumented status, type or shape comes back, and no fault."""

from __future__ import annotations

import json
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.types import ASGIApp, Receive, Scope, Send

from app.openapi import CONTRACT

CORPUS = "real"
REQUESTS = 15  # of each operation
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
PATHS = json.loads(CONTRACT.read_text(encoding="utf-8"))["paths"]
OPERATIONS = [(method.upper(), path) for path, methods in PATHS.items() for method in methods]


class _Lasting:
    """The application that is open already: its store outlives the sessions that requests are made in."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            await self._app(scope, receive, send)
            return
        for stage in ("startup", "shutdown"):
            await receive()
            await send({"type": f"lifespan.{stage}.complete"})


@pytest.fixture(scope="module")
def contract(client: TestClient) -> Any:
    """The contract as the service itself shows it."""
    return schemathesis.openapi.from_asgi("/openapi.json", _Lasting(client.app))


@pytest.mark.parametrize(("method", "path"), OPERATIONS, ids=[" ".join(each) for each in OPERATIONS])
def test_the_service_answers_as_its_contract_says(contract: Any, method: str, path: str) -> None:
    @settings(
        max_examples=REQUESTS,
        deadline=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(contract[path][method].as_strategy())
    def answered(case: schemathesis.Case) -> None:
        case.validate_response(case.call(), checks=CHECKS)

    answered()
