"""Every list of the API: where it is, and what names a row of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from fastapi.testclient import TestClient


@dataclass(frozen=True, slots=True)
class List:
    """A list: its operation, its address (`{document}` stands for a document's id), the name of a row."""

    operation: str
    path: str
    key: Callable[[dict[str, Any]], Any]
    kept: bool = True  # what was there stays there while documents come

    def at(self, document: str, **parameters: object) -> str:
        """The address with parameters added, for a document where it needs one."""
        path, joined = self.path.format(document=document), urlencode(parameters)
        return path + ("&" if "?" in path else "?") + joined if joined else path


def pair(row: dict[str, Any]) -> tuple[Any, ...]:
    """What names two documents that may be one."""
    return row["why"], row["longer"]["document"]["id"], row["shorter"]["document"]["id"]


LISTS = [
    List("directives-list", "/v1/directives", lambda row: row["key"]),
    List("directives-list", "/v1/directives?held=false&cited=true", lambda row: row["key"], kept=False),
    List("provinces-list", "/v1/provinces", lambda row: row["code"]),
    List("measures-list", "/v1/measures", lambda row: row["id"]),
    List("bodies-list", "/v1/bodies", lambda row: row["id"]),
    List("documents-list", "/v1/documents", lambda row: row["id"]),
    List("documents-relations", "/v1/documents/{document}/relations", lambda row: row["key"]),
    List("search-find", "/v1/search?q=phong%20chong%20dich", lambda row: (row["kind"], row["key"])),
    List("documents-new", "/v1/new?since=2020-01-01", lambda row: (row["kind"], row["key"])),
    List("documents-wanted", "/v1/wanted", lambda row: row["directive"]["key"], kept=False),
    List("references-unresolved", "/v1/unresolved", lambda row: row["key"], kept=False),
    List("documents-duplicates", "/v1/duplicates", pair),
    List("decisions-list", "/v1/decisions", lambda row: row["id"]),
]
IDS = [each.path for each in LISTS]


def busiest(client: TestClient) -> str:
    """The id of the document with the most relations."""
    items = client.get("/v1/documents", params={"limit": 1000}).json()["items"]
    totals = {
        item["id"]: client.get(f"/v1/documents/{item['id']}/relations?limit=1").json()["total"]
        for item in items
    }
    return max(sorted(totals), key=lambda id: totals[id])
