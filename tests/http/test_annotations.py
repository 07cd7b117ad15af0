"""Web Annotations: the shape that the W3C's data model asks for, selectors that find their words, offline."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from pyld import jsonld

from app.annotations import CONTEXT_URL, inline_context

CORPUS = "real"
OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting",
    "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip


def _bundled(url: str, _options: Any = None) -> dict[str, Any]:
    """A loader without a network: the one context that we keep, and nothing else."""
    assert url == CONTEXT_URL
    document = {"@context": inline_context()}
    return {
        "contextUrl": None,
        "documentUrl": url,
        "contentType": "application/ld+json",
        "document": document,
    }


def _nothing(url: str, _options: Any = None) -> dict[str, Any]:
    raise AssertionError(f"asked the network for {url}")


@pytest.fixture(scope="module")
def ids(client: TestClient) -> list[str]:
    """Every document."""
    return [item["id"] for item in client.get("/v1/documents").json()["items"]]


def _pages(client: TestClient, id: str, limit: int, **more: str) -> list[dict[str, Any]]:
    found = []
    response = client.get(f"/v1/documents/{id}/annotations", params={"limit": limit} | more)
    while True:
        assert response.status_code == 200, response.text
        assert response.headers["content-type"].startswith("application/ld+json")
        assert 'profile="http://www.w3.org/ns/anno.jsonld"' in response.headers["content-type"]
        found.append(response.json())
        following = response.links.get("next")
        assert (following is None) == ("next" not in found[-1])
        if following is None:
            return found
        response = client.get(following["url"])


def test_selectors_find_their_words_in_the_text(client: TestClient, ids: list[str]) -> None:
    for id in ids:
        text = client.get(f"/v1/documents/{id}/text").text
        (page,) = _pages(client, id, 1000)
        assert page["items"]
        for annotation in page["items"]:
            quote, position = annotation["target"]["selector"]
            start, end = position["start"], position["end"]
            assert 0 <= start < end
            assert text[start:end] == quote["exact"]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert text[start - len(quote["prefix"]) : end + len(quote["suffix"])] == around


def test_annotations_are_the_statements_that_words_state(client: TestClient, ids: list[str]) -> None:
    for id in ids:
        statements = client.get(f"/v1/documents/{id}").json()["statements"]
        quoted = {s["key"]: s for s in statements if s["quote"] is not None}
        (page,) = _pages(client, id, 1000)
        assert page["partOf"]["total"] == len(page["items"]) == len(quoted)
        for annotation in page["items"]:
            key = annotation["id"].rsplit("/", 1)[1]
            assert annotation["target"]["selector"][0]["exact"] == quoted[key]["quote"]


def test_pages_hold_each_annotation_once(client: TestClient, ids: list[str]) -> None:
    (whole,) = _pages(client, ids[0], 1000)
    found = _pages(client, ids[0], 5)
    assert [a for page in found for a in page["items"]] == whole["items"]
    assert [page["startIndex"] for page in found] == list(range(0, len(whole["items"]), 5))
    assert {page["partOf"]["total"] for page in found} == {len(whole["items"])}
    for page, following in zip(found, [*found[1:], None], strict=True):
        assert page.get("next") == (following["id"] if following else None)


def _is_iri(value: Any) -> bool:
    parts = urlsplit(value) if isinstance(value, str) else None
    return parts is not None and bool(parts.scheme and parts.netloc) and " " not in value


def test_a_page_has_the_shape_of_the_data_model(client: TestClient, ids: list[str]) -> None:
    (page,) = _pages(client, ids[0], 1000)
    assert page["@context"] == CONTEXT_URL
    assert page["type"] == "AnnotationPage"
    assert page["partOf"]["type"] == "AnnotationCollection"
    assert _is_iri(page["id"])
    assert _is_iri(page["partOf"]["id"])
    assert _is_iri(page["partOf"]["first"])
    assert len({a["id"] for a in page["items"]}) == len(page["items"])
    for annotation in page["items"]:
        assert annotation["type"] == "Annotation"
        assert _is_iri(annotation["id"])
        assert annotation["motivation"] in MOTIVATIONS
        resource, tag = annotation["body"]
        assert resource["type"] == annotation["target"]["type"] == "SpecificResource"
        assert _is_iri(resource["source"])
        assert _is_iri(annotation["target"]["source"])
        assert resource["purpose"] in MOTIVATIONS
        assert (tag["type"], tag["format"], tag["purpose"]) == ("TextualBody", "text/plain", "tagging")
        quote, position = annotation["target"]["selector"]
        assert quote.keys() == {"type", "exact", "prefix", "suffix"}
        assert position.keys() == {"type", "start", "end"}
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")


def test_what_an_annotation_is_about_answers_under_its_address(client: TestClient, ids: list[str]) -> None:
    (page,) = _pages(client, ids[0], 1000)
    for annotation in page["items"][:40]:
        for url in (annotation["id"], annotation["body"][0]["source"], annotation["target"]["source"]):
            assert client.get(url.partition("#")[0]).status_code == 200, url


def test_it_is_json_ld_without_a_network(client: TestClient, ids: list[str]) -> None:
    (named,), (inline,) = _pages(client, ids[0], 1000), _pages(client, ids[0], 1000, context="inline")
    expanded = jsonld.expand(named, {"documentLoader": _bundled})
    assert jsonld.expand(inline, {"documentLoader": _nothing}) == expanded
    (page,) = expanded
    assert page["@type"] == [f"{AS}OrderedCollectionPage"]
    annotations = page[f"{AS}items"][0]["@list"]
    assert len(annotations) == len(named["items"])
    for annotation, plain in zip(annotations, named["items"], strict=True):
        assert annotation["@type"] == [f"{OA}Annotation"]
        assert annotation[f"{OA}motivatedBy"] == [{"@id": OA + plain["motivation"]}]
        (target,) = annotation[f"{OA}hasTarget"]
        assert target[f"{OA}hasSource"] == [{"@id": plain["target"]["source"]}]
        quote, position = target[f"{OA}hasSelector"]
        assert quote[f"{OA}exact"] == [{"@value": plain["target"]["selector"][0]["exact"]}]
        assert position[f"{OA}start"][0]["@value"] == plain["target"]["selector"][1]["start"]


def test_no_name_of_an_annotation_is_lost_in_json_ld(client: TestClient, ids: list[str]) -> None:
    """A name that the context does not define would be dropped without a word."""

    def names(value: Any) -> set[str]:
        if isinstance(value, list):
            return set().union(*map(names, value))
        return value.keys() | set().union(*map(names, value.values())) if isinstance(value, dict) else set()

    (page,) = _pages(client, ids[0], 1000)
    page.pop("@context")
    assert names(page) - inline_context().keys() == set()
