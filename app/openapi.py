"""The contract as a file: `python -m app.openapi` writes openapi.json, with examples out of real answers.

`python -m app.openapi release` keeps the contract of a release in docs/, less its words and examples; a test
holds later ones to it.

The examples are asked of the four real documents in a store made for it, shortened, and kept in
app/examples.json, from where the running service shows them too.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from app import urls
from app.problems import MEDIA_TYPE, Problem
from app.version import VERSION

if TYPE_CHECKING:
    from fastapi.testclient import TestClient
    from httpx import Response

    from graph.store import Store

ROOT = Path(__file__).resolve().parent.parent
CONTRACT = ROOT / "openapi.json"
EXAMPLES = ROOT / "app" / "examples.json"
_WORDS = frozenset({"description", "title", "summary", "example", "examples", "tags"})
_NAMED = frozenset({"properties", "schemas", "paths", "headers", "content", "responses"})
_ITEMS = 2  # of every list in an example
_CHARACTERS = 240  # of every string in an example
Examples = Mapping[str, Mapping[str, Any]]

# Operation -> what to ask; the value of {…} is found in the answers before it.
QUESTIONS = {
    "directives-list": "/v1/directives?limit=2",
    "directives-get": "/v1/directives/172-TB/TW",
    "directives-echoes": "/v1/directives/172-TB/TW/echoes",
    "directives-echoes-by-number": "/v1/directives/echoes?number=172-TB/TW",
    "provinces-list": "/v1/provinces?limit=2",
    "provinces-get": "/v1/provinces/72",
    "measures-list": "/v1/measures?limit=2",
    "measures-get": "/v1/measures/5k",
    "measures-adoption": "/v1/measures/5k/adoption",
    "measures-ordering": "/v1/measures/5k/ordering",
    "provinces-peculiar": "/v1/provinces/72/peculiar",
    "provinces-added": "/v1/provinces/72/added",
    "provinces-echoed": "/v1/provinces/72/echoed",
    "bodies-list": "/v1/bodies?limit=2",
    "compare-get": "/v1/compare?province=72&province=91",
    "compare-bodies": "/v1/compare/bodies?province=72&province=91",
    "documents-list": "/v1/documents?limit=2",
    "documents-get": "/v1/documents/{document}",
    "provenance-get": "/v1/provenance/{statement}",
    "decisions-list": "/v1/decisions?limit=2",
    # A write answers as a question does afterwards.
    "decisions-evidence": "/v1/provenance/{statement}",
    "decisions-document": "/v1/documents/{document}",
    "documents-text": "/v1/documents/{document}/text",
    "documents-relations": "/v1/documents/{document}/relations",
    "documents-annotations": "/v1/documents/{document}/annotations?limit=2",
    "documents-coverage": "/v1/coverage",
    "documents-wanted": "/v1/wanted?limit=2",
    "documents-duplicates": "/v1/duplicates?limit=2",
    "references-unresolved": "/v1/unresolved?limit=2",
    "formulas-list": "/v1/formulas?limit=2",
    "documents-new": "/v1/new?since=2020-01-01&limit=2",
    "search-find": "/v1/search?q=gian%20cach&limit=2",
    "service-health": "/healthz",
    "service-ready": "/readyz",
    "service-version": "/version",
}
# Operation -> what to send.
SENT: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "references-resolve": (
        "/v1/references/resolve",
        {
            "text": "Thực hiện Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ và Chỉ thị số "
            "05/CT-TTg"
        },
    ),
    "cypher-run": (
        "/v1/cypher",
        {
            "query": "MATCH (d:Document)-[:ISSUED_IN]->(p:Province {code: $code}) "
            "RETURN d.number AS number, d.issued_on AS date, p.name AS province",
            "parameters": {"code": "72"},
        },
    ),
}
_KEY = "of-the-examples"  # what asks in Cypher as if from this machine
REFUSALS = {
    ("directives-list", 422): "/v1/directives?limit=0",
    ("directives-get", 300): "/v1/directives/05/CT-TTg",
    ("directives-get", 404): "/v1/directives/9999/CT-TTg",
    ("directives-echoes", 300): "/v1/directives/05/CT-TTg/echoes",
    ("provinces-get", 404): "/v1/provinces/Atlantis",
}


def describing(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """A function for `app.openapi`: the description, with problems and examples put in, made once."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = describe(app, _kept())
        return app.openapi_schema

    return openapi


def describe(app: FastAPI, examples: Examples) -> dict[str, Any]:
    """The OpenAPI description of the application with these examples, by operation and status."""
    spec = get_openapi(
        title=app.title,
        version=app.version,
        description=app.description,
        routes=app.routes,
        tags=app.openapi_tags,
    )
    schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    spec["components"]["securitySchemes"] = {
        "bearer": {"type": "http", "scheme": "bearer", "description": "TIENGVANG_API_KEY, where it is set"},
        "key": {"type": "apiKey", "in": "header", "name": "X-API-Key", "description": "The same key"},
    }
    spec["components"]["schemas"].update(schema.pop("$defs", {}) | {"Problem": schema})
    for path, methods in spec["paths"].items():
        for operation in methods.values():
            if "get" in methods and path.startswith(f"{urls.API}/"):
                _put_tag(methods["get"]["responses"])
            _put(operation["responses"], examples.get(operation["operationId"], {}))
            if operation["responses"]["200"]["description"] == "Successful Response":
                operation["responses"]["200"]["description"] = "The answer"
    return spec


def _put(responses: dict[str, Any], examples: Mapping[str, Any]) -> None:
    for status, example in examples.items():
        content = responses[status]["content"]
        media = next(
            (kind for kind in ("application/json", MEDIA_TYPE) if kind in content), next(iter(content))
        )
        content[media]["example"] = example


def _put_tag(responses: dict[str, Any]) -> None:
    """What every answer to GET under /v1 has: a tag, and an answer to who names it."""
    tag = {"description": "Strong; absent while an ingest is under way", "schema": {"type": "string"}}
    responses["200"].setdefault("headers", {})["ETag"] = tag
    responses["304"] = {"description": "The answer is still the one that If-None-Match names"}


def _kept() -> Examples:
    kept: Examples = json.loads(EXAMPLES.read_text(encoding="utf-8")) if EXAMPLES.exists() else {}
    return kept


def shorten(value: Any) -> Any:
    """An answer short enough for an example: few items of a list, the beginning of a long string."""
    if isinstance(value, list):
        return [shorten(part) for part in value[:_ITEMS]]
    if isinstance(value, dict):
        return {name: shorten(part) for name, part in value.items()}
    if isinstance(value, str) and len(value) > _CHARACTERS:
        return f"{value[:_CHARACTERS]}…"
    return value


def ask(folder: Path) -> Examples:
    """The answers to `QUESTIONS` and `REFUSALS` on the four real documents, in a store in `folder`."""
    from fastapi.testclient import TestClient
    from pydantic import SecretStr

    from app.main import create_app
    from app.settings import Settings
    from graph.queries import shipped
    from graph.store import open_store
    from ingest.pipeline import ingest
    from ingest.vocabulary import shipped as vocabulary

    url = f"embedded:{folder}"
    with open_store(url) as store:
        ingest(store, shipped(), vocabulary(), [ROOT / "corpus" / "real"])
        _decide(store)
    with TestClient(create_app(Settings(graph=url, cypher=True, api_key=SecretStr(_KEY)))) as client:
        return _asked(client, str(folder))


def _decide(store: Store) -> None:
    """What a person might say of the one citation of 172-TB/TW and the page that it stands on."""
    from app.answers.echoing.echoes import echoes
    from graph.queries import shipped
    from ingest.decisions.log import Decision, Target
    from ingest.pipeline import decide
    from ingest.vocabulary import shipped as vocabulary

    cited = "172-TB/TW@2020"
    found = echoes(store, cited).unplaced[0].evidence[0]
    words = Target(found.document, None, "CITES", found.start, found.end, cited)
    by, at = "Nguyễn Thị Đọc", "2026-11-24T08:00:00.000000+00:00"
    page = "https://example.org/1378-CT-TU"
    made = [
        Decision(at, by, "read beside the printed page", words, "accept"),
        Decision(at, by, "where the page was read", Target(found.document, "source_url"), "set", page),
    ]
    decide(store, shipped(), vocabulary(), made)


def _asked(client: TestClient, folder: str) -> Examples:
    echoes = client.get(QUESTIONS["directives-echoes"]).json()
    evidence = echoes["unplaced"][0]["evidence"][0]
    given = {"document": evidence["document"], "statement": evidence["key"]}
    asked = {(name, 200): path.format_map(given) for name, path in QUESTIONS.items()} | REFUSALS
    found: dict[str, dict[str, Any]] = {}
    for (name, status), path in asked.items():
        found.setdefault(name, {})[str(status)] = _example(client.get(path), folder)
    for name, (path, sent) in SENT.items():
        response = client.post(path, json=sent, headers={"X-API-Key": _KEY})
        found[name] = {"200": _example(response, folder)}
    return found


def _example(response: Response, folder: str) -> Any:
    is_json = "json" in response.headers["content-type"]
    return _settled(shorten(response.json() if is_json else response.text), folder)


def _settled(answer: Any, folder: str) -> Any:
    """What differs from run to run is written as a user's store would have it."""
    text = json.dumps(answer, ensure_ascii=False)
    own = {folder: "data/graph", f"{ROOT}/": "", "http://testserver": "http://127.0.0.1:8000"}
    for mine, usual in own.items():
        text = text.replace(mine, usual)
    return _without_runs(json.loads(text))


def _without_runs(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_runs(part) for part in value]
    if not isinstance(value, dict):
        return value
    if "run" in value:
        moment = {"run": "20210704T000000Z-000000"}
        value = value | moment | ({"at": "2021-07-04T00:00:00Z"} if "at" in value else {})
    if "milliseconds" in value:
        value = value | {"milliseconds": 4}
    return {name: _without_runs(part) for name, part in value.items()}


def write() -> None:
    """Ask for examples anew and write both files."""
    from app.main import create_app
    from app.settings import Settings

    with tempfile.TemporaryDirectory() as folder:
        examples = ask(Path(folder) / "graph")
    _save(EXAMPLES, examples)
    _save(CONTRACT, describe(create_app(Settings()), examples))


def _save(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def release() -> Path:
    """Keep what a script relies on in docs/openapi-<version>.json; a patch keeps the file of its version."""
    contract = json.loads(CONTRACT.read_text(encoding="utf-8"))
    path = ROOT / "docs" / f"openapi-{'.'.join(VERSION.split('.')[:2])}.json"
    _save(path, _bare(contract))
    return path


def _bare(value: Any, *, names: bool = False) -> Any:
    """A description without words and examples; `names`: its names are fields, whatever they are called."""
    if isinstance(value, list):
        return [_bare(part) for part in value]
    if not isinstance(value, dict):
        return value
    kept = {name: part for name, part in value.items() if names or name not in _WORDS}
    return {name: _bare(part, names=name in _NAMED and not names) for name, part in kept.items()}


if __name__ == "__main__":
    release() if sys.argv[1:] == ["release"] else write()
