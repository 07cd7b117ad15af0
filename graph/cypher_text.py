"""Just enough of Cypher's lexical grammar to know what a query asks for and returns.

No parser: comments, strings, quoted names and brackets are told apart, which is what the declaration of a
query file can be checked against before any store has seen it.
"""

from __future__ import annotations

import re
from itertools import pairwise

_OPAQUE = re.compile(
    r"""//[^\n]* | /\*.*?\*/ | '(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" | `(?:``|[^`])*`""",
    re.DOTALL | re.VERBOSE,
)
_PARAMETER = re.compile(r"\$(\w+|)")
_RETURN = re.compile(r"(?<![\w.:$])RETURN\b(?:\s+DISTINCT\b)?", re.IGNORECASE)
_RETURN_END = re.compile(r"(?<![\w.:$])(?:ORDER\s+BY|SKIP|OFFSET|LIMIT|UNION)\b|;", re.IGNORECASE)
_ALIAS = re.compile(r"(?:\A|\sAS\s)\s*`?([^\W\d]\w*)`?\s*\Z", re.IGNORECASE | re.DOTALL)
_CLOSING = {")": "(", "]": "[", "}": "{"}


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def masked(text: str) -> str:
    """The text with comments, strings and quoted names blanked: same length, same lines.

    Raises ValueError on a string, quoted name or comment that is not closed.
    """
    result = _OPAQUE.sub(lambda match: _blank(match.group()), text)
    left = re.search(r"""['"`]|/\*""", result)
    if left:
        raise ValueError(f"line {_line(text, left.start())}: {left.group()} is opened and not closed")
    return result


def flattened(text: str) -> str:
    """`masked`, with everything inside brackets blanked too. Raises ValueError on unbalanced brackets."""
    result: list[str] = []
    opened: list[tuple[str, int]] = []
    for position, char in enumerate(masked(text)):
        if char in "([{":
            opened.append((char, position))
        elif char in _CLOSING and (not opened or opened.pop()[0] != _CLOSING[char]):
            raise ValueError(f"line {_line(text, position)}: {char} closes nothing")
        result.append(char if not opened or char == "\n" else " ")
    if opened:
        char, position = opened[-1]
        raise ValueError(f"line {_line(text, position)}: {char} is never closed")
    return "".join(result)


def parameters(text: str) -> tuple[str, ...]:
    """Names of the `$parameters` used, in order of first use.

    Raises ValueError on `$` without a plain name.
    """
    names = [match.group(1) for match in _PARAMETER.finditer(masked(text))]
    if "" in names:
        raise ValueError("a $ stands without a plain parameter name after it")
    return tuple(dict.fromkeys(names))


def returned_columns(text: str) -> tuple[str, ...]:
    """Column names of the final RETURN, () without one. Raises ValueError where a column has no plain name.

    With UNION, every branch must return the same columns.
    """
    flat = flattened(text)
    branches = [_columns_of(text, flat, match.end()) for match in _RETURN.finditer(flat)]
    for branch in branches[1:]:
        if branch != branches[0]:
            raise ValueError(f"branches of a UNION return {list(branches[0])} and {list(branch)}")
    return branches[0] if branches else ()


def _columns_of(text: str, flat: str, start: int) -> tuple[str, ...]:
    end_match = _RETURN_END.search(flat, start)
    end = end_match.start() if end_match else len(flat)
    commas = [position for position in range(start, end) if flat[position] == ","]
    bounds = zip([start, *(comma + 1 for comma in commas)], [*commas, end], strict=True)
    return tuple(_alias(text, begin, stop) for begin, stop in bounds)


def _alias(text: str, start: int, end: int) -> str:
    item = _OPAQUE.sub(_without_comment, text[start:end])
    match = _ALIAS.search(item)
    if not match:
        raise ValueError(f"the returned expression {' '.join(item.split())!r} needs a name: … AS name")
    return match.group(1)


def _without_comment(match: re.Match[str]) -> str:
    return " " if match.group().startswith("/") else match.group()


def statements(text: str) -> tuple[str, ...]:
    """The statements of a text, parted at `;` outside strings and comments.

    A part of comments only is none. Raises ValueError as `masked` does.
    """
    mask = masked(text)
    cuts = [-1, *(position for position, char in enumerate(mask) if char == ";"), len(text)]
    bounds = [(begin + 1, end) for begin, end in pairwise(cuts)]
    return tuple(text[begin:end].strip() for begin, end in bounds if mask[begin:end].strip())
