"""Pages of provinces, units, measures and bodies: what they count is what the answers say."""

from __future__ import annotations

import csv
import io
from typing import Any

import httpx
import pytest

from app.answers.asking.reading import vocabulary


def _json(site: str, path: str) -> dict[str, Any]:
    response = httpx.get(site + path, headers={"Accept": "application/json"}, timeout=60)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def _rows(site: str, path: str) -> list[dict[str, str]]:
    response = httpx.get(site + path, timeout=60)
    assert response.headers["content-type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(response.text.removeprefix("\ufeff"))))


def test_a_province_echoed_what_the_echoes_say(site: str) -> None:
    """Every directive asked for its echoes gives the same provinces as every province asked for its own."""
    held = [p["code"] for p in _json(site, "/provinces")["items"] if p["documents"]]
    own = {
        (e["directive"]["key"], code, e["first_on"], e["acts"])
        for code in held
        for e in _json(site, f"/provinces/{code}")["echoed"]
    }
    assert len(own) > 10
    said = set()
    for key in {key for key, *_ in own} | {"16/CT-TTg@2020", "1102/CĐ-TTg@2021"}:
        answer = _json(site, f"/v1/directives/{key}/echoes")
        said |= {
            (key, p["code"], p["first_on"], p["acts"]) for p in answer["provinces"] if p["state"] == "echoed"
        }
    assert own == said


def _orders(site: str, documents: list[str]) -> dict[str, str | None]:
    """The measures that documents order, with the day of the first order."""
    first: dict[str, str | None] = {}
    for id in documents:
        answer = _json(site, f"/v1/documents/{id}")
        day = answer["document"]["date"]
        for s in answer["statements"]:
            if s["type"] == "ORDERS":
                seen = first.get(s["target"], day)
                first[s["target"]] = min(d for d in (seen, day) if d) if seen or day else None
    return first


@pytest.mark.parametrize("code", ["14", "80", "72"])
def test_what_a_province_added_is_what_no_held_directive_that_it_cites_ordered(site: str, code: str) -> None:
    place = _json(site, f"/provinces/{code}")
    own = _orders(site, [d["id"] for d in place["documents"]])
    told: dict[str, str | None] = {}
    cited = {
        row["directive"]["key"]: row["directive"]
        for d in place["documents"]
        for row in _json(site, f"/v1/documents/{d['id']}/relations?direction=out&limit=200")["items"]
        if row["directive"]
    }
    for head in cited.values():
        if head["province"] != code and head["text_held"]:
            for measure in _orders(site, head["documents"]):
                told[measure] = min(told.get(measure) or "9999", head["date"] or "9999")
    expected = {m for m, day in own.items() if m not in told or (day and day < str(told[m]))}
    additions = place["additions"]
    assert {item["measure"]["id"] for item in additions["items"]} == expected
    assert additions["denominator"]["ordered"] == len(own)
    assert {item["basis"] for item in additions["items"]} <= {"derived"}
    for item in additions["items"]:
        assert item["first_on"] == own[item["measure"]["id"]]
        for piece in item["evidence"]:
            text = _json(site, f"/v1/documents/{piece['document']}")["text"]
            assert text[piece["start"] : piece["end"]] == piece["quote"]


def test_a_unit_of_2025_is_its_provinces(site: str) -> None:
    by_code = {p["code"]: p for p in _json(site, "/provinces")["items"]}
    units = _json(site, "/provinces?units=2025")
    assert len(units["items"]) == 34
    assert sorted(m["code"] for unit in units["items"] for m in unit["members"]) == sorted(by_code)
    for unit in units["items"]:
        members = [by_code[m["code"]] for m in unit["members"]]
        assert unit["documents"] == sum(m["documents"] for m in members)
    largest = max(
        units["items"], key=lambda unit: len([m for m in unit["members"] if by_code[m["code"]]["documents"]])
    )
    whole = _json(site, f"/provinces/{largest['code']}?units=2025")
    assert {d["province"]["code"] for d in whole["documents"]} == {
        m["code"] for m in largest["members"] if by_code[m["code"]]["documents"]
    }


def test_each_table_of_a_province_is_a_sheet(site: str) -> None:
    place = _json(site, "/provinces/14")
    for table, count in (
        ("documents", len(place["documents"])),
        ("echoed", len(place["echoed"])),
        ("added", len(place["additions"]["items"])),
    ):
        assert len(_rows(site, f"/provinces/14?format=csv&table={table}")) == count > 0


def test_a_province_without_documents_says_so(site: str) -> None:
    empty = next(p["code"] for p in _json(site, "/provinces")["items"] if not p["documents"])
    html = httpx.get(f"{site}/provinces/{empty}?lang=en", timeout=60).text
    assert "No document of this place is held here" in html
    assert "does not mean" in html or "no document" in html.lower()


@pytest.mark.parametrize("typed", ["Sơn La", "son la", "14"])
def test_a_province_is_found_by_name_or_code(site: str, typed: str) -> None:
    assert _json(site, f"/provinces/{typed}")["code"] == "14"


def test_a_measure_tells_who_ordered_it_first_and_who_was_charged(site: str) -> None:
    answer = _json(site, "/measures/xet-nghiem")
    order = _json(site, "/v1/measures/xet-nghiem/adoption")["order"]
    assert [(a["province"]["code"], a["first_on"]) for a in answer["adoption"]["order"]] == [
        (a["province"]["code"], a["first_on"]) for a in order
    ]
    assert len(_rows(site, "/measures/xet-nghiem?format=csv&table=order")) == len(order) > 0
    assert answer["central"]
    assert answer["charged"]
    for each in answer["charged"]:
        assert _json(site, f"/bodies/{each['body']['id']}")["total"] >= each["tasks"] > 0
    for each in (*answer["central"], *answer["charged"]):
        first = each["first"]
        document = _json(site, f"/v1/documents/{first['document']}")
        assert document["text"][first["start"] : first["end"]] == first["quote"]
    assert all(
        _json(site, f"/v1/documents/{c['first']['document']}")["document"]["central"]
        for c in answer["central"]
    )


def test_every_measure_of_the_vocabulary_is_listed_and_a_kind_picks(site: str) -> None:
    listed = _json(site, "/measures")["items"]
    assert {m["id"] for m in listed} == set(vocabulary().measures)
    kind = listed[0]["kind"]
    assert {m["id"] for m in _json(site, f"/measures?kind={kind}")["items"]} == {
        m["id"] for m in listed if m["kind"] == kind
    }


def test_a_body_has_its_tasks_page_by_page_and_who_charged_it_first(site: str) -> None:
    detail = _json(site, "/bodies/so-yt")
    keys, cursor = [t["key"] for t in detail["items"]], detail["next"]
    while cursor:
        more = _json(site, f"/bodies/so-yt?cursor={cursor}")
        keys, cursor = keys + [t["key"] for t in more["items"]], more["next"]
    assert len(keys) == len(set(keys)) == detail["total"] == detail["counts"]["tasks"]
    days = [o["first_on"] for o in detail["order"] if o["first_on"]]
    assert days == sorted(days)
    assert detail["order"][0]["rank"] == 1
    assert {t["body"].split("~")[0] for t in detail["items"]} == {"so-yt"}
    instance = next(t["body"] for t in detail["items"] if "~" in t["body"])
    assert _json(site, f"/bodies/{instance}")["instance_of"]["id"] == "so-yt"


@pytest.mark.parametrize("path", ["/provinces/99", "/measures/none", "/bodies/none"])
def test_what_is_not_there_is_said_on_a_page(site: str, path: str) -> None:
    response = httpx.get(site + path, headers={"Accept": "text/html"}, timeout=60)
    assert response.status_code == 404
    assert response.headers["content-type"].startswith("text/html")
