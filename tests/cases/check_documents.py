"""Check the whole documents of tests/cases/documents3: offsets, ids and values.

As a program (`python -m tests.cases.check_documents`) it prints what is wrong and exits 1, else the counts.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.cases.check_cases import KINDS, Case, known

FOLDER = Path(__file__).resolve().parent / "documents3"
POLARITIES = frozenset({"ordered", "avoided", "mentioned"})
ROLES = frozenset({"issuer", "addressee", "assignee", "recipient", "authority", "signer", "other"})
TABLES = {"MEASURE": ("measures", "id"), "BODY": ("bodies", "id"), "PROVINCE": ("provinces", "code")}


def names() -> list[str]:
    """The documents, by their name without the ending; a text or annotation alone counts too."""
    return sorted({path.stem for path in FOLDER.iterdir() if path.name != "README.md"})


def load(name: str) -> tuple[str, Case]:
    """The text as it is in its file, and its annotation."""
    text = (FOLDER / f"{name}.txt").read_bytes().decode("utf-8")
    return text, json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def problems(name: str) -> list[str]:
    """Everything that is wrong with one document."""
    text, gold = load(name)
    wrong = [] if gold["file"] == f"{name}.txt" else [f"is the annotation of {gold['file']!r}"]
    if not 700 <= len(unicodedata.normalize("NFC", text)) <= 4000:
        wrong.append(f"has {len(text)} characters")
    wrong += _header(text, gold["document"])
    for mention in gold["mentions"]:
        wrong += _mention(text, mention)
    for one in gold["assignments"]:
        wrong += _assignment(gold, one)
    return wrong


def _header(text: str, document: Case) -> Iterator[str]:
    plain, signer = unicodedata.normalize("NFC", text), document["signer"]
    parts = [signer["name"], signer["role"], *(signer["capacity"] or "").split("\n")]
    for value in [document["number_as_printed"], document["subject_quote"], *parts]:
        if value and unicodedata.normalize("NFC", value) not in plain:
            yield f"not in text: {value!r}"
    for value, table, column in (
        (document["doc_type"], "doc_types", "name"),
        (document["issuer"], "bodies", "id"),
        (document["province"], "provinces", "code"),
    ):
        if value is not None and value not in known(table, column):
            yield f"not in {table}.csv: {value!r}"


def _mention(text: str, mention: Case) -> Iterator[str]:
    quote, attrs = mention["quote"], mention["attrs"]
    if text[mention["start"] : mention["end"]] != quote:
        yield f"quote is not the text at its offsets: {quote!r}"
    if quote != quote.strip():
        yield f"blank edge: {quote!r}"
    table = TABLES.get(mention["label"])
    if table and mention["id"] is not None and mention["id"] not in known(*table):
        yield f"not in {table[0]}.csv: {mention['id']!r}"
    allowed = {"MEASURE": ("polarity", POLARITIES), "BODY": ("role", ROLES), "REFERENCE": ("kind", KINDS)}
    if mention["label"] in allowed:
        name, values = allowed[mention["label"]]
        if attrs[name] not in values:
            yield f"no such {name}: {attrs[name]!r}"
    elif mention["label"] != "PROVINCE":
        yield f"no such label: {mention['label']!r}"


def _assignment(gold: Case, one: Case) -> Iterator[str]:
    inside = {
        mention["id"]
        for mention in gold["mentions"]
        if one["start"] <= mention["start"] and mention["end"] <= one["end"]
    }
    for name in ("assignees", "measures"):
        for value in one[name]:
            if value not in inside:
                yield f"{name} names {value!r}, which no mention inside has"


def main() -> int:
    """Print what is wrong, or the counts."""
    wrong = [f"{name}: {problem}" for name in names() for problem in problems(name)]
    labels = Counter(mention["label"] for name in names() for mention in load(name)[1]["mentions"])
    print("\n".join(wrong or (f"{label}: {n}" for label, n in labels.items())))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
