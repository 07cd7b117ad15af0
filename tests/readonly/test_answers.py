"""Values come as JSON has them, alike on both stores, and a store's own refusals say where."""

from __future__ import annotations

import json
from typing import Any

import pytest

from graph.readonly import ReadOnly
from graph.readonly_text import CypherRefused
from graph.store import Store
from tests.readonly.conftest import PATIENT

INF = "1.0 / 0.0"


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("null", None),
        ("true", True),
        ("9223372036854775807", 9223372036854775807),
        ("1.5", 1.5),
        (INF, "Infinity"),
        (f"-({INF})", "-Infinity"),
        (f"({INF}) - ({INF})", "NaN"),
        ("'Tây Ninh'", "Tây Ninh"),
        ("[1, [null, 'x']]", [1, [None, "x"]]),
        ("{a: 1, b: {c: []}}", {"a": 1, "b": {"c": []}}),
        ("date('2021-07-04')", "2021-07-04"),
        ("duration('P1M2DT3S')", "P1M2DT3S"),
        ("localdatetime('2021-07-04T08:00:00')", "2021-07-04T08:00:00.000000000"),
    ],
)
def test_plain_values(filled: Store, expression: str, value: Any) -> None:
    with ReadOnly(filled) as reader:
        found = reader.ask(f"RETURN {expression} AS x", limits=PATIENT)
    assert found.rows == ((value,),)
    json.dumps(found.rows, allow_nan=False)


def test_nodes_relationships_and_paths_say_what_they_are(filled: Store) -> None:
    text = "MATCH p = (a:Document)-[r]->(b) RETURN a, r, p"
    with ReadOnly(filled) as reader:
        ((node, edge, path),) = reader.ask(text, limits=PATIENT).rows
    assert node["kind"] == "node"
    assert node["labels"] == ["Document"]
    assert node["properties"] == {"id": "d1", "number": "1/CT", "text": "Tây Ninh"}
    assert (edge["kind"], edge["type"], edge["start"]) == ("relationship", "ISSUED_IN", node["id"])
    assert edge["properties"]["quote"] == node["properties"]["text"][0:8]
    assert path["kind"] == "path"
    assert path["nodes"][0] == node
    assert path["relationships"] == [edge]
    assert edge["end"] == path["nodes"][1]["id"]


def test_parameters_of_every_kind_come_back(filled: Store) -> None:
    given = {"a": None, "b": [1, "hai", 3.5], "c": {"d": True, "ệ": []}, "e": -1}
    with ReadOnly(filled) as reader:
        found = reader.ask("RETURN $a AS a, $b AS b, $c AS c, $e AS e", given, PATIENT)
    assert dict(zip(found.columns, found.rows[0], strict=True)) == given


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("MATCH (n RETURN n", 1, 10), ("MATCH (n)\nRETURN n.\n", None, None)],
)
def test_what_the_store_cannot_read_is_told_with_its_place(
    filled: Store, text: str, line: int | None, column: int | None
) -> None:
    with ReadOnly(filled) as reader, pytest.raises(CypherRefused) as caught:
        reader.ask(text, limits=PATIENT)
    assert "tiengvang-" not in str(caught.value)
    assert caught.value.line >= 1
    if line is not None:
        assert (caught.value.line, caught.value.column) == (line, column)


def test_what_the_store_cannot_work_out_is_told(filled: Store) -> None:
    with ReadOnly(filled) as reader, pytest.raises(CypherRefused, match="zero"):
        reader.ask("RETURN 1 / 0 AS x", limits=PATIENT)
