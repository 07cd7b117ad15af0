"""What the guard lets pass, what it refuses, and where it says that it stands."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.queries import shipped
from graph.readonly_guard import REFUSED, check
from graph.readonly_text import CypherRefused, readings

QUESTIONS = [
    "MATCH (n) RETURN n",
    "match (n:Province {code: '72'}) return n.name as name;",
    "  // a remark\n/* another; */ MATCH (n) RETURN n.x AS x ; // the end\n",
    "OPTIONAL MATCH (n)-[r:CITES|NAMES*1..3]->(m) WHERE n.x =~ '\\\\d' RETURN r ORDER BY m.x SKIP 1 LIMIT 2",
    "UNWIND [1, 2.5, 0x1F, 1e3] AS x WITH x WHERE x > 1 RETURN collect(x)[0..2] AS xs",
    "CALL { MATCH (n) RETURN n LIMIT 1 } RETURN n",
    "MATCH (n) CALL (n) { RETURN 1 AS one } RETURN one",
    "MATCH (n) WHERE EXISTS { (n)-[:ORDERS]->() } RETURN COUNT { (n)--() } AS degree",
    "RETURN 'CREATE (n) SET n.x = 1' AS text",
    'RETURN "it\'s; \\"DELETE\\"" AS text',
    "RETURN 'a\\u0041b' AS text",
    "MATCH (n) RETURN n.set, n.delete AS `create`, n . merge AS x",
    "MATCH (`set`:`Create`) RETURN `set`.`drop` AS x",
    "WITH {a: 1} AS map RETURN map.remove AS x, [1][0] AS y",
    "MATCH (n {code: $`set`}) RETURN $use AS x",
    "MATCH (n) RETURN n{.id, .set} AS x, [x IN [1] WHERE x > 0 | x] AS y",
    "RETURN date.truncate('month', date('2021-07-04')) AS d, point.distance(null, null) AS e",
    "MATCH p = shortestPath((a)-[:CITES*..6]-(b)) WHERE a <> b RETURN length(p) AS n",
    "MATCH ((a)-[:PART_OF]->(b) WHERE a.start < b.start){1,3} RETURN count(*) AS n",
    "MATCH (n:A&!B|C) RETURN CASE WHEN n.x IS NULL THEN 'SET' ELSE n.x END AS x",
    "RETURN 1\u00a0AS\u3000one",
    "MATCH (tỉnh:Province) WHERE tỉnh.name STARTS WITH 'Tây' RETURN tỉnh.name AS tên",
    "RETURN '\u200b\U0001f600' AS text",
    "RETURN 1 AS x UNION ALL RETURN 2 AS x",
    "MATCH (created {deleted: true})-[uses]->(settings) RETURN created, uses, settings",
]


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_passes(text: str) -> None:
    check(text, {"set", "use"} if "$" in text else ())


def test_every_question_of_the_program_passes_but_those_with_an_index_of_words() -> None:
    passed, refused = [], []
    for name, query in shipped().items():
        folder = query.path.parent.name if query.path else ""
        if folder in ("browse", "compare", "echo", "provenance", "relations", "search"):
            try:
                check(query.text, query.params)
                passed.append(name)
            except CypherRefused as error:
                refused.append((query.text, error.what.split(" ")[0]))
    assert len(passed) > 60
    assert {what for _, what in refused} <= {"procedures"}
    assert all("db.index.fulltext" in text for text, _ in refused)


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("MATCH (n)\nSET n.x = 1", 2, 1, "SET writes"),
        ("MATCH (n) RETURN n;\n\n  MATCH (m) RETURN m", 1, 19, "one query at a time"),
        ("// é\nMATCH (n) WHERE n.x = 'ệ' DELETE n", 2, 27, "DELETE writes"),
        ("CALL db.labels()", 1, 1, "procedures are not called"),
        ("SHOW INDEXES", 1, 1, "SHOW asks the server"),
        ("EXPLAIN MATCH (n) RETURN n", 1, 1, "EXPLAIN gives a plan"),
        ("START n=node(*) RETURN n", 1, 1, "a question does not start with 'START'"),
        ("RETURN apoc.text.join(['a'], '')", 1, 8, "apoc is a function of no family"),
        ("RETURN 'a", 1, 8, "' is opened and not closed"),
        ("RETURN 1 /* a", 1, 10, "/* is opened and not closed"),
        ("RETURN '\\u0027 SET n.x = 1 //'", 1, 16, "SET writes"),
        ("RETURN 1 AS\u200b x", 1, 12, r"U+200B (zero width space)"),
        ("RETURN $x", 1, 8, "no value is given for the parameter $x"),
    ],
)
def test_a_refusal_says_where_and_why(text: str, line: int, column: int, says: str) -> None:
    with pytest.raises(CypherRefused) as caught:
        check(text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert says in str(caught.value)
    assert str(caught.value).startswith(f"line {line}, column {column}: ")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "there is no query"),
        (" // x\n;", "there is no query"),
        ("RETURN 1 AS x" + " " * 50_000, "over 50,000"),
    ],
)
def test_a_refusal_of_the_whole(text: str, says: str) -> None:
    with pytest.raises(CypherRefused, match=says):
        check(text)


def test_a_value_without_a_parameter_is_told() -> None:
    with pytest.raises(CypherRefused, match=r"no parameter \$codes"):
        check("MATCH (n {code: $code}) RETURN n", {"code", "codes"})


BETWEEN = st.sampled_from([" ", "\n", "\t", "/**/", " // SET\n", "\r\n", "\u00a0"])
WORDS = st.sampled_from(sorted(set(REFUSED) - {"USE", "SHOW"}))
CASES = st.lists(st.booleans(), min_size=12, max_size=12)
HARMLESS = st.text(st.characters(exclude_characters="'\\`*/", exclude_categories=["Cs"]), max_size=20)


def _mixed(word: str, cases: list[bool]) -> str:
    return "".join(c.upper() if up else c.lower() for c, up in zip(word, cases * 2, strict=False))


@settings(max_examples=40)
@given(WORDS, CASES, BETWEEN, BETWEEN, HARMLESS)
def test_a_refused_word_is_found_wherever_it_stands(
    word: str, cases: list[bool], before: str, after: str, around: str
) -> None:
    text = f"WITH '{around}' AS a /*{around}*/ MATCH (n){before}{_mixed(word, cases)}{after}n RETURN a"
    with pytest.raises(CypherRefused, match=word):
        check(text)


@settings(max_examples=40)
@given(WORDS, CASES, HARMLESS)
def test_a_refused_word_may_stand_where_it_is_no_code(word: str, cases: list[bool], around: str) -> None:
    word = _mixed(word, cases)
    check(f"MATCH (n) RETURN '{around}{word}' AS a, n.{word} AS `{word}` /* {word} {around} */ // {word}")


@settings(max_examples=40)
@given(st.text(max_size=60))
def test_any_text_is_taken_or_refused_and_nothing_else(text: str) -> None:
    with suppress(CypherRefused):
        check(text)


@settings(max_examples=40)
@given(st.text(st.sampled_from("ab '\"`/*\\\n\r;u0041"), max_size=30))
def test_tokens_stand_in_the_text_that_was_given(text: str) -> None:
    try:
        found = readings(text)
    except CypherRefused:
        return
    for token in found[0]:
        assert text[token.at : token.at + len(token.text)] == token.text
    for tokens in found:
        assert [t.at for t in tokens] == sorted(t.at for t in tokens)
