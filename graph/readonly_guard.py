"""Which Cypher only asks: what writes, changes the schema or reaches out is refused before a store sees it.

The store refuses writes as well (graph.readonly); this says sooner and more clearly why, and refuses what a
store takes for reading: LOAD CSV, procedures, other people's queries. Words are refused wherever they
stand in the code, but not in strings, comments and `quoted names`, nor as property (`n.set`) or `$parameter`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from graph.readonly_text import CypherRefused, Token, readings, refusal

STARTS = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL"})
_WRITES = "writes, and here one only reads"
_SCHEMA = "changes the schema or the server, and here one only reads"
REFUSED: Mapping[str, str] = {
    **dict.fromkeys(("CREATE", "MERGE", "INSERT", "SET", "REMOVE", "FOREACH"), _WRITES),
    **dict.fromkeys(("DELETE", "DETACH", "NODETACH"), _WRITES),
    **dict.fromkeys(("DROP", "ALTER", "RENAME", "GRANT", "REVOKE", "DENY"), _SCHEMA),
    **dict.fromkeys(("SHOW", "TERMINATE"), "asks the server, not the graph"),
    "LOAD": "reaches out of the graph",
    "USE": "names a database, and it is the one that this program is set to",
    "TRANSACTIONS": "commits on its own",
    "PERIODIC": "commits on its own",
    "EXPLAIN": "gives a plan, and here one gets rows",
    "PROFILE": "gives a plan, and here one gets rows",
}
# Functions with a dot in their name: those of Cypher itself. Others are plug-ins, and may do anything.
FAMILIES = frozenset(
    {"DATE", "TIME", "LOCALTIME", "DATETIME", "LOCALDATETIME", "DURATION", "POINT", "VECTOR"}
)
LONGEST = 50_000  # characters


def check(text: str, parameters: Collection[str] = ()) -> None:
    """Lets a query pass that only asks, with exactly the parameters that it uses. Raises CypherRefused."""
    _check_text(text)
    for tokens in readings(text):
        _check_statement(text, tokens)
    _check_parameters(text, readings(text)[0], parameters)


def _check_text(text: str) -> None:
    if len(text) > LONGEST:
        raise CypherRefused(f"the query has {len(text):,} characters, over {LONGEST:,}", todo="Shorten it")
    broken = next((at for at, char in enumerate(text) if "\ud800" <= char <= "\udfff"), None)
    if broken is not None:
        raise refusal(text, broken, "half of a surrogate pair is no character")


def _check_statement(text: str, tokens: Sequence[Token]) -> None:
    code = tokens[:-1] if tokens and tokens[-1].text == ";" else tokens
    if not code:
        raise CypherRefused("there is no query here", todo="Write one, such as MATCH (d:Document) RETURN d")
    for at, token in enumerate(code):
        if token.text == ";":
            raise refusal(text, token.at, "one query at a time", "Send the next one apart")
        _check_token(text, code, at)
    if code[0].word not in STARTS:
        raise refusal(
            text,
            code[0].at,
            f"a question does not start with {code[0].text[:40]!r}",
            f"Start with one of {', '.join(sorted(STARTS))}",
        )


def _check_token(text: str, code: Sequence[Token], at: int) -> None:
    token = code[at]
    if token.kind == "sign" and token.text == "\\":
        raise refusal(text, token.at, "a backslash stands in the code", "Take it out")
    if _dotted_call(code, at):
        raise refusal(
            text, token.at, f"{token.text} is a function of no family of Cypher", "Plug-ins are not used here"
        )
    if token.kind != "word" or _is_name(code, at):
        return
    reason = REFUSED.get(token.word)
    if reason:
        raise refusal(text, token.at, f"{token.word} {reason}", "As a name, write it between backticks: `…`")
    if token.word == "CALL" and _text(code, at + 1) not in ("{", "("):
        raise refusal(
            text, token.at, "procedures are not called here", "CALL { … } with a query of your own is taken"
        )


def _is_name(code: Sequence[Token], at: int) -> bool:
    """Whether a word can be nothing but a property or a parameter."""
    before = code[at - 1] if at else None
    if before is None or before.kind != "sign":
        return False
    if before.text == "$":
        return True
    owner = code[at - 2] if at > 1 else None
    return (
        before.text == "."
        and owner is not None
        and (owner.kind in ("word", "quoted") or owner.text in (")", "]", "}", "{", ","))
    )


def _dotted_call(code: Sequence[Token], at: int) -> bool:
    """Whether a chain of names with a dot starts here and is called, and is none of Cypher's own."""
    if code[at].kind not in ("word", "quoted") or (at and code[at - 1].text == "."):
        return False
    end = at + 1
    while _text(code, end) == "." and end + 1 < len(code) and code[end + 1].kind in ("word", "quoted"):
        end += 2
    return end > at + 1 and _text(code, end) == "(" and code[at].word not in FAMILIES


def _text(code: Sequence[Token], at: int) -> str:
    return code[at].text if at < len(code) else ""


def _check_parameters(text: str, tokens: Sequence[Token], given: Collection[str]) -> None:
    used: dict[str, int] = {}
    for before, token in pairwise(tokens):
        if before.text == "$" and before.kind == "sign":
            used.setdefault(token.text.strip("`"), before.at)
    missing = [name for name in used if name not in given]
    unknown = [name for name in given if name not in used]
    if missing:
        raise refusal(text, used[missing[0]], f"no value is given for the parameter ${missing[0]}")
    if unknown:
        raise CypherRefused(
            f"the query has no parameter ${unknown[0]}", todo="Take it out, or correct its name"
        )
