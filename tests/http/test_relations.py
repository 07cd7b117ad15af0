"""Relations of a document, in the words of a lược đồ beside ours, both ways, each with its quote."""

from __future__ import annotations

from collections import Counter
from typing import Any, get_args

import pytest
from fastapi.testclient import TestClient

from app.answers.sources.relations import Relation, term
from tests.http.client import assert_quotes_hold

CORPUS = "sample"


def _all(client: TestClient, id: str, **parameters: str) -> dict[str, Any]:
    response = client.get(f"/v1/documents/{id}/relations", params={"limit": 1000} | parameters)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


@pytest.fixture(scope="module")
def answers(client: TestClient) -> dict[str, dict[str, Any]]:
    """The relations of every document."""
    documents = client.get("/v1/documents", params={"limit": 1000}).json()["items"]
    return {document["id"]: _all(client, document["id"]) for document in documents}


@pytest.mark.parametrize(
    ("relation", "direction", "cue", "id", "words"),
    [
        ("based_on", "out", "Căn cứ", "can-cu", "Văn bản căn cứ"),
        ("implements", "out", "thực hiện", "huong-dan-thi-hanh", "Văn bản được hướng dẫn/thi hành"),
        ("implements", "in", "triển khai", "huong-dan-thi-hanh", "Văn bản hướng dẫn/thi hành"),
        ("amends", "in", "sửa đổi, bổ sung", "sua-doi-bo-sung", "Văn bản sửa đổi, bổ sung"),
        ("amends", "out", "đính chính", "dinh-chinh", "Văn bản được đính chính"),
        ("replaces", "out", "thay thế", "thay-the", "Văn bản được thay thế"),
        ("replaces", "out", "Bãi bỏ", "bai-bo", "Văn bản bị bãi bỏ"),
        ("replaces", "in", "hủy bỏ toàn bộ", "bai-bo", "Văn bản bãi bỏ"),
        ("replaces", "in", "hết hiệu lực", "het-hieu-luc", "Văn bản làm hết hiệu lực"),
        ("refuses", "out", "không áp dụng", "khong-ap-dung", "Văn bản không áp dụng"),
        ("reports", "out", "báo cáo", "bao-cao", "Văn bản được báo cáo thực hiện"),
        ("mentions", "in", None, "dan-chieu", "Văn bản dẫn chiếu"),
    ],
)
def test_a_relation_has_the_words_that_analysts_know(
    relation: str, direction: Any, cue: str | None, id: str, words: str
) -> None:
    found = term(relation, direction, cue)
    assert (found.id, found.vi) == (id, words)


@pytest.mark.parametrize("relation", get_args(Relation))
@pytest.mark.parametrize("direction", ["in", "out"])
def test_every_relation_of_ours_has_words_both_ways(relation: str, direction: Any) -> None:
    found = term(relation, direction, "")
    assert found.vi
    assert found.en


def test_what_a_document_cites_are_its_statements(client: TestClient, answers: dict[str, Any]) -> None:
    for id, answer in answers.items():
        out = [row for row in answer["items"] if row["direction"] == "out"]
        stated = client.get(f"/v1/documents/{id}").json()["statements"]
        citations = {s["key"] for s in stated if s["type"] == "CITES" and s["detail"] != "self"}
        assert {row["key"] for row in out} <= citations
        assert all(row["document"] == id for row in out)
        assert [(row["start"], row["end"]) for row in out] == sorted((r["start"], r["end"]) for r in out)
        # What is left out names no act in particular.
        left = [s for s in stated if s["key"] in citations - {row["key"] for row in out}]
        assert all(s["target_label"] == "Reference" for s in left)


def test_each_citation_is_seen_from_both_sides(answers: dict[str, Any]) -> None:
    held = {answer["act"]: id for id, answer in answers.items()}
    out = {row["key"]: row for a in answers.values() for row in a["items"] if row["direction"] == "out"}
    into = {row["key"]: row for a in answers.values() for row in a["items"] if row["direction"] == "in"}
    assert into
    for key, row in into.items():
        same = ("relation", "quote", "start", "end", "document", "rule", "basis", "cue")
        assert {name: row[name] for name in same} == {name: out[key][name] for name in same}
        assert row["diagram"]["id"] == out[key]["diagram"]["id"]
        assert row["directive"]["key"] == answers[row["document"]]["act"]
    for row in out.values():
        act = row["directive"] and row["directive"]["key"]
        if act in held and act != answers[row["document"]]["act"]:
            assert row["key"] in into


def test_counts_are_of_all_and_every_quote_holds(client: TestClient, answers: dict[str, Any]) -> None:
    for answer in answers.values():
        rows = answer["items"]
        assert answer["total"] == len(rows) == sum(answer["counts"].values())
        assert Counter(f"{row['direction']}.{row['relation']}" for row in rows) == answer["counts"]
        assert assert_quotes_hold(client, rows) == len(rows)
        assert all(row["source"]["paths"] for row in rows)


def test_filters_pick_what_they_say(client: TestClient, answers: dict[str, Any]) -> None:
    id = max(answers, key=lambda each: len(answers[each]["counts"]))
    whole = answers[id]["items"]
    for direction in ("in", "out"):
        wanted = [row for row in whole if row["direction"] == direction]
        answer = _all(client, id, direction=direction)
        assert (answer["items"], answer["total"]) == (wanted, len(wanted))
        for relation in get_args(Relation):
            some = [row for row in wanted if row["relation"] == relation]
            answer = _all(client, id, direction=direction, relation=relation)
            assert (answer["items"], answer["total"]) == (some, len(some))
