"""Query files: what they declare is what they do, or the program does not start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.cypher_text import masked, parameters, returned_columns, statements
from graph.errors import QueryFileInvalid, QueryParametersInvalid
from graph.queries import QUERIES_DIR, inline, load_queries, shipped

GOOD = """// name: echoes_of(key, until)
// returns: province, quote
// Which provinces echo a directive.
// A second line.
MATCH (p:Province)<-[e:ECHO {key: $key}]-(d) WHERE d.on < $until
RETURN p.code AS province, e.quote AS quote
ORDER BY province
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.cypher"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_becomes_a_named_query(tmp_path: Path) -> None:
    path = write(tmp_path, "echo/echoes_of", GOOD)
    query = load_queries(tmp_path).echoes_of
    assert (query.name, query.params, query.columns, query.path) == (
        "echoes_of",
        ("key", "until"),
        ("province", "quote"),
        path,
    )
    assert query.doc == "Which provinces echo a directive.\nA second line."
    assert query.text.endswith("ORDER BY province")


def test_queries_are_found_by_name(tmp_path: Path) -> None:
    write(tmp_path, "a/echoes_of", GOOD)
    write(
        tmp_path,
        "schema/V001__not_a_query",
        "CREATE INDEX x FOR (n:X) ON (n.x); CREATE INDEX y FOR (n:X) ON (n.y);",
    )
    queries = load_queries(tmp_path)
    assert list(queries) == ["echoes_of"]
    assert queries["echoes_of"] is queries.echoes_of
    with pytest.raises(KeyError):
        queries["echos_of"]
    with pytest.raises(AttributeError, match="no query named echos_of"):
        _ = queries.echos_of


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("RETURN 1 AS one", "declares the name ''"),
        (GOOD.replace("echoes_of(", "other("), "declares the name 'other'"),
        (GOOD.replace("name: echoes_of(key, until)", "name: echoes of key"), "cannot read the name"),
        (
            GOOD.replace("(key, until)", "(key)"),
            r"declares the parameters \['key'\] and uses \['key', 'until'\]",
        ),
        (GOOD.replace("until)", "until, more)"), r"parameters \['key', 'more', 'until'\]"),
        (
            GOOD.replace("province, quote\n", "province\n"),
            r"columns \['province'\] and returns \['province', 'quote'\]",
        ),
        (GOOD.replace("province, quote\n", "quote, province\n"), "columns"),
        (GOOD.replace(" AS quote", ""), "needs a name"),
        (GOOD.replace("RETURN p.code AS province, e.quote AS quote", "RETURN *"), "needs a name"),
        (GOOD.replace("[e:ECHO", "[(e:ECHO"), "line 5: ] closes nothing"),
        (GOOD.replace("]-(d)", "-(d)"), r"line 5: \) closes nothing|line 5: \[ is never closed"),
        (GOOD.replace("AS quote\n", "AS quote, 'open AS x\n"), "line 6: ' is opened and not closed"),
        (GOOD + ";\nRETURN 1 AS one", "2 statements"),
        ("// name: echoes_of\n// nothing else\n", "0 statements"),
        (GOOD + "UNION MATCH (q) RETURN q.code AS province", "branches of a UNION"),
    ],
)
def test_a_file_that_does_not_do_what_it_declares_is_refused(tmp_path: Path, text: str, says: str) -> None:
    path = write(tmp_path, "echoes_of", text)
    with pytest.raises(QueryFileInvalid, match=says) as caught:
        load_queries(tmp_path)
    assert str(caught.value).startswith(str(path))


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "echoes_of.cypher").write_bytes(GOOD.encode("utf-16"))
    with pytest.raises(QueryFileInvalid, match="not UTF-8"):
        load_queries(tmp_path)


def test_a_name_taken_twice_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "a/echoes_of", GOOD)
    write(tmp_path, "b/echoes_of", GOOD)
    with pytest.raises(QueryFileInvalid, match="the name echoes_of is taken by"):
        load_queries(tmp_path)


def test_a_folder_without_queries_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QueryFileInvalid, match=r"no \.cypher file"):
        load_queries(tmp_path)


def test_a_write_query_declares_no_columns(tmp_path: Path) -> None:
    write(tmp_path, "touch", "// name: touch(rows)\nUNWIND $rows AS row MERGE (n:X {key: row.key});")
    query = load_queries(tmp_path).touch
    assert query.columns == ()
    assert not query.text.endswith(";")


@pytest.mark.parametrize(
    ("given_params", "says"),
    [
        ({"key": 1}, r"lacks \['until'\]"),
        ({"key": 1, "until": None, "since": 2}, r"has no parameter \['since'\]"),
        ({}, r"lacks \['key', 'until'\]"),
    ],
)
def test_a_call_with_other_parameters_is_refused(
    tmp_path: Path, given_params: dict[str, object], says: str
) -> None:
    write(tmp_path, "echoes_of", GOOD)
    with pytest.raises(QueryParametersInvalid, match=says + r".*It takes \(key, until\)"):
        load_queries(tmp_path).echoes_of.check(given_params)


@pytest.mark.parametrize(
    ("text", "used", "columns"),
    [
        ("RETURN 1 AS one", (), ("one",)),
        ("MATCH (n) RETURN n", (), ("n",)),
        ("MATCH (n) RETURN DISTINCT n.a AS a, n ORDER BY a SKIP 1 LIMIT $limit", ("limit",), ("a", "n")),
        ("MATCH (n {return: 1}) WHERE n.return = $b OR n.x = $a OR $b RETURN n AS n", ("b", "a"), ("n",)),
        ("// $no\nRETURN '$no' AS a, \"$no // RETURN x\" AS b /* $no */", (), ("a", "b")),
        (r"RETURN 'it\'s $no' AS a, $yes AS b", ("yes",), ("a", "b")),
        (
            "RETURN {a: [1, 2], b: (3)} AS map, [x IN $l WHERE x > 1 | {k: x}] AS list",
            ("l",),
            ("map", "list"),
        ),
        ("CALL (n) { MATCH (n) RETURN n.a AS a UNION RETURN 2 AS a } RETURN a AS end", (), ("end",)),
        ("RETURN COLLECT { MATCH (n) RETURN n.x } AS xs, EXISTS { (n)-->() } AS e", (), ("xs", "e")),
        ("RETURN CASE WHEN $a THEN 1 ELSE 2 END AS `order`", ("a",), ("order",)),
        ("MATCH (`RETURN $x`) RETURN `RETURN $x`.a AS a", (), ("a",)),
        ("RETURN 1 AS a // the first\n, 2 AS b // the last", (), ("a", "b")),
        ("RETURN 1 AS a UNION ALL RETURN 2 AS a", (), ("a",)),
        ("MATCH (n) SET n.x = $x", ("x",), ()),
        ("MATCH (giãn) RETURN giãn.cách AS cách", (), ("cách",)),
    ],
)
def test_what_a_text_asks_for_and_returns(text: str, used: tuple[str, ...], columns: tuple[str, ...]) -> None:
    assert (parameters(text), returned_columns(text)) == (used, columns)


def test_statements_are_parted_outside_strings_and_comments() -> None:
    text = "CREATE (:A {x: ';'});\n// and; then\nCREATE (:B) /* ; */;\n// the end;\n"
    assert statements(text) == ("CREATE (:A {x: ';'})", "// and; then\nCREATE (:B) /* ; */")


@given(st.text(alphabet="aâ'\"`/*\\\n$;{}[]() ", max_size=40))
def test_masking_keeps_every_place_or_says_what_is_open(text: str) -> None:
    try:
        result = masked(text)
    except ValueError:
        assert set(text) & set("'\"`*")
        return
    assert len(result) == len(text)
    assert [i for i, c in enumerate(result) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]
    assert not set(result) & set("'\"`")
    assert all(ours in (theirs, " ") for ours, theirs in zip(result, text, strict=True))


def test_the_shipped_queries_load_once() -> None:
    assert shipped() is shipped()
    assert all(query.path and query.path.is_relative_to(QUERIES_DIR) for query in shipped().values())


def test_every_shipped_query_says_what_it_is_for() -> None:
    assert [query.name for query in shipped().values() if not query.doc] == []


def test_loading_queries_needs_no_driver() -> None:
    code = "import sys, graph.store, graph.queries as q; q.shipped(); print('neo4j' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "False"


def test_an_inline_query_is_checked_too() -> None:
    assert inline("MATCH (n) WHERE n.x = $x RETURN n.y AS y").params == ("x",)
    with pytest.raises(QueryFileInvalid, match=r"query inline: .* needs a name"):
        inline("MATCH (n) RETURN n.x")
