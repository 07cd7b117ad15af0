"""The contract as a file: `python -m app.openapi` writes openapi.json, with examples out of real answers.

The examples are asked of the four real documents in a store made for it, shortened, and kept in
app/examples.json, from where the running service shows them too.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from app.problems import MEDIA_TYPE, Problem

if TYPE_CHECKING:
    from graph.store import Store

ROOT = Path(__file__).resolve().parent.parent
CONTRACT = ROOT / "openapi.json"
EXAMPLES = ROOT / "app" / "examples.json"
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
    "bodies-list": "/v1/bodies?limit=2",
    "compare-get": "/v1/compare?province=72&province=91",
    "documents-list": "/v1/documents?limit=2",
    "documents-get": "/v1/documents/{document}",
    "provenance-get": "/v1/provenance/{statement}",
    "decisions-list": "/v1/decisions?limit=2",
    # A write answers as a question does afterwards.
    "decisions-evidence": "/v1/provenance/{statement}",
    "decisions-document": "/v1/documents/{document}",
    "documents-coverage": "/v1/coverage",
    "service-health": "/healthz",
    "service-ready": "/readyz",
    "service-version": "/version",
}
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
    for methods in spec["paths"].values():
        for operation in methods.values():
            _put(operation["responses"], examples.get(operation["operationId"], {}))
            if operation["responses"]["200"]["description"] == "Successful Response":
                operation["responses"]["200"]["description"] = "The answer"
    return spec


def _put(responses: dict[str, Any], examples: Mapping[str, Any]) -> None:
    for status, example in examples.items():
        content = responses[status]["content"]
        media = next(kind for kind in ("application/json", MEDIA_TYPE) if kind in content)
        content[media]["example"] = example


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
    with TestClient(create_app(Settings(graph=url))) as client:
        return _asked(lambda path: client.get(path).json(), str(folder))


def _decide(store: Store) -> None:
    """What a person might say of the one citation of 172-TB/TW and the page that it stands on."""
    from app.answers.echoes import echoes
    from graph.queries import shipped
    from ingest.decisions import Decision, Target
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


def _asked(get: Callable[[str], Any], folder: str) -> Examples:
    echoes = get(QUESTIONS["directives-echoes"])
    evidence = echoes["unplaced"][0]["evidence"][0]
    given = {"document": evidence["document"], "statement": evidence["key"]}
    asked = {(name, 200): path.format_map(given) for name, path in QUESTIONS.items()} | REFUSALS
    found: dict[str, dict[str, Any]] = {}
    for (name, status), path in asked.items():
        found.setdefault(name, {})[str(status)] = _settled(shorten(get(path)), folder)
    return found


def _settled(answer: Any, folder: str) -> Any:
    """What differs from run to run is written as a user's store would have it."""
    text = json.dumps(answer, ensure_ascii=False)
    for own, usual in ((folder, "data/graph"), (str(ROOT) + "/", "")):
        text = text.replace(own, usual)
    settled = json.loads(text)
    if isinstance(settled, dict) and "run" in settled:
        settled["run"] = "20210704T000000Z-000000"
    return settled


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


if __name__ == "__main__":
    write()
