"""A body's name as it was found, and what it is called where no row of bodies.csv fits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.text.normalise import key_of
from ingest.vocabulary import BodyHead, BodyTitle

Kind = Literal["body", "class", "recipient", "office", "title"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name found: words `first` to `last`; `level` where a tail or the row tells it, "" where
    nothing does.

    `kind`: a body or office (a mention wherever it stands), a class (guideline 2: only where it is
    written to or told
    to act), one that counts among recipients only, or a title without a body (only in a signature or a
    list).
    """

    first: int
    last: int
    id: str | None
    name: str
    kind: Kind
    level: str
    rule: str
    row: BodyHead | BodyTitle | None = None
    plain: bool = False  # nothing stands behind the head


def inside(name: Name) -> str:
    """A name inside another's: classes and committees begin with a small letter there."""
    small = name.kind == "class" or name.row is None
    return name.name[:1].lower() + name.name[1:] if small else name.name


def family(name: Name) -> str:
    """What lets a name stand in one list behind a title: the shared head, class words, committees, or
    the row."""
    if name.kind == "class" or (isinstance(name.row, BodyHead) and name.row.name.startswith("các ")):
        return "class"
    if name.row is None:
        return name.rule.split("-")[0]
    if isinstance(name.row, BodyTitle):
        return "title"
    if name.row.name in ("Ủy ban nhân dân", "Hội đồng nhân dân", "Đoàn đại biểu Quốc hội"):
        return "state"
    return name.row.head or name.row.name


def canonical(row: BodyHead, text: str) -> str:
    """The name of a body without a row: the head's full name with the tail as printed, in plain case."""
    if text.isupper():
        text = plain_case(text)
    return text if not row.name or row.tails in ("n", "f") else _with_tail(row, text)


_CAC = re.compile(r" các (?!cấp)")
_UNIT_NAME = re.compile(
    r"\b(tỉnh|thành phố|huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|chi nhánh)"
    r" ((?!tỉnh|thành|phố)[^,;.-]+)"
)


def plain_case(text: str) -> str:
    """A name printed in capitals as running text has it, as far as that can be told: the first letter and
    the names of places behind their level ("CÔNG AN HUYỆN LỤC NAM": "Công an huyện Lục Nam").
    """
    lowered = _UNIT_NAME.sub(lambda m: f"{m[1]} {m[2].title()}", text.lower())
    return (lowered[:1].upper() + lowered[1:]).replace("việt nam", "Việt Nam")


def _with_tail(row: BodyHead, text: str) -> str:
    for member in sorted(row.member, key=len, reverse=True):
        form = f"{row.head} {member}".strip()
        if key_of(text).startswith(key_of(form)):
            return f"{row.name}{_CAC.sub(' ', _unsaid(row.name, text[len(form) :]))}"
    return text


def _unsaid(name: str, tail: str) -> str:
    """The tail without a word with which the head's full name ends ("… COVID-19", then " Covid-19 tỉnh")."""
    first = tail.split()[:1]
    said = first and key_of(name).split()[-1:] == [key_of(first[0])]
    return tail.replace(first[0], "", 1).replace("  ", " ").rstrip() if said else tail


def of_body(title: str, body: str) -> str:
    """A title with its body, a word of both said once: Chánh Văn phòng, Văn phòng Ủy ban nhân dân tỉnh."""
    words, of = title.split(), body.split()
    shared = next((n for n in (2, 1) if key_of(" ".join(words[-n:])) == key_of(" ".join(of[:n]))), 0)
    return " ".join([*words[: len(words) - shared], *of])
