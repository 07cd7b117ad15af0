"""Check the tables of cases: quotes stand in their texts, ids in the vocabulary, counts as promised.

Run as a program (`python -m tests.cases.check_cases`) it prints what is wrong and exits 1, else the counts.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

HERE = Path(__file__).resolve().parent
VOCABULARY = HERE.parents[1] / "ingest" / "vocabulary"

Case: TypeAlias = dict[str, Any]

COUNTS = {"polarity": 90, "delegations": 40, "references": 120, "heads": 60}
COUNTS_OF_SECOND = {"polarity2": 90, "delegations2": 30, "references2": 60, "heads2": 40}
TABLES = (*COUNTS, *COUNTS_OF_SECOND)
STATES = {"ordered": 30, "avoided": 20, "lifted": 10, "mentioned": 30}
KINDS = frozenset({"numbered", "descriptive", "generic", "self"})
RELATIONS = frozenset({"implements", "based_on", "amends", "replaces", "refuses", "reports", "mentions"})
LEVELS = frozenset({"central", "province", "department", "deconcentrated", "district", "commune"})


def load(name: str) -> list[Case]:
    """The cases of one table, by its name without the ending; one JSON object a line."""
    text = (HERE / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def held_back(case: Case) -> bool:
    """Whether a case of a second table is scored only, so that one half stays that nobody tuned towards."""
    return int(hashlib.sha256(case["id"].encode()).hexdigest(), 16) % 2 == 0


def starts(text: str, quote: str) -> list[int]:
    """Every offset (code points) at which the quote stands, overlapping ones too."""
    return [at for at in range(len(text)) if quote and text.startswith(quote, at)]


def span(text: str, expected: Case) -> tuple[int, int]:
    """Start and end of an expected quote; `occurrence` counts its places from 0.

    Raises ValueError where the quote is absent, or repeated without `occurrence`.
    """
    found = starts(text, expected["quote"])
    if not found:
        raise ValueError(f"quote not in text: {expected['quote']!r}")
    if len(found) > 1 and "occurrence" not in expected:
        raise ValueError(f"quote stands {len(found)} times, say which: {expected['quote']!r}")
    start = found[expected.get("occurrence", 0)]
    return start, start + len(expected["quote"])


def known(table: str, column: str) -> frozenset[str]:
    """The values of one column of a vocabulary table."""
    with (VOCABULARY / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row[column] for row in csv.DictReader(file))


def _unknown(values: Iterable[str | None], table: str, column: str = "id") -> Iterator[str]:
    allowed = known(table, column)
    for value in values:
        if value is not None and value not in allowed:
            yield f"not in {table}.csv: {value!r}"


def _not_a_date(value: str | None) -> Iterator[str]:
    if value is None:
        return
    try:
        as_written = date.fromisoformat(value).isoformat()
    except ValueError:
        as_written = ""
    if as_written != value:
        yield f"no ISO date: {value!r}"


def _bad_spans(text: str, expected: Iterable[Case]) -> Iterator[str]:
    for one in expected:
        try:
            span(text, one)
        except (ValueError, IndexError) as error:
            yield str(error)


def polarity_problems(case: Case) -> Iterator[str]:
    """One measure a sentence, its state, and the polarity that follows from the state."""
    yield from _bad_spans(case["text"], [case["measure"]])
    yield from _unknown([case["measure"]["id"]], "measures")
    if case["state"] not in STATES:
        yield f"no such state: {case['state']!r}"
    if case["polarity"] != ("avoided" if case["state"] == "lifted" else case["state"]):
        yield f"polarity {case['polarity']!r} does not follow from state {case['state']!r}"


def delegation_problems(case: Case) -> Iterator[str]:
    """Assignments with known bodies and measures; outer ones before inner ones."""
    expected = case["assignments"]
    yield from _bad_spans(case["text"], expected)
    for one in expected:
        yield from _unknown(one["assignees"], "bodies")
        yield from _unknown(one.get("measures", []), "measures")


def reference_problems(case: Case) -> Iterator[str]:
    """References in the order of the text, apart from each other, with known values."""
    expected = case["references"]
    wrong = list(_bad_spans(case["text"], expected))
    yield from wrong
    spans = [] if wrong else [span(case["text"], one) for one in expected]
    if any(before[1] > after[0] for before, after in pairwise(spans)):
        yield "references overlap or are out of order"
    for one in expected:
        yield from _not_a_date(one.get("date"))
        yield from _unknown([one.get("doc_type")], "doc_types", "name")
        yield from _unknown([one.get("issuer")], "bodies")
        if one["kind"] not in KINDS or one.get("relation", "mentions") not in RELATIONS:
            yield f"no such kind or relation: {one['kind']!r}, {one.get('relation')!r}"


def head_problems(case: Case) -> Iterator[str]:
    """A document's own data: what is printed stands in the text (names in NFC, whatever the text is)."""
    document, text = case["document"], unicodedata.normalize("NFC", case["text"])
    signer = document["signer"]
    quotes = [document["number_as_printed"], document.get("subject_quote")]
    yield from _bad_spans(case["text"], [{"quote": quote, "occurrence": 0} for quote in quotes if quote])
    for value in (signer.get("name"), signer.get("role"), *(signer.get("capacity") or "").split("\n")):
        if value and value not in text:
            yield f"not in text: {value!r}"
    yield from _not_a_date(document["issued_on"])
    yield from _unknown([document["doc_type"]], "doc_types", "name")
    yield from _unknown([document.get("issuer")], "bodies")
    yield from _unknown([document["province"]], "provinces", "code")
    if document.get("level", "province") not in LEVELS:
        yield f"no such level: {document['level']!r}"


CHECKS = {
    "polarity": polarity_problems,
    "delegations": delegation_problems,
    "references": reference_problems,
    "heads": head_problems,
}


def _common_problems(case: Case) -> Iterator[str]:
    if not case["text"].strip() or not case["why"].strip():
        yield "no text, or no reason"
    if set(case["text"]) & set("⟦⟧"):
        yield "a mark of the author was left in the text"


def table_problems(name: str) -> list[str]:
    """Everything that is wrong in one table, each line led by the case's id."""
    cases, check = load(name), CHECKS[name.removesuffix("2")]
    ids, texts = Counter(case["id"] for case in cases), Counter(case["text"] for case in cases)
    twice = [f"{name}: twice: {value!r}" for value, n in (ids + texts).items() if n > 1]
    wrong = [f"{case['id']}: {p}" for case in cases for p in (*_common_problems(case), *check(case))]
    return twice + wrong


def counts() -> dict[str, int]:
    """How many cases of each sort the tables hold, as the README states them."""
    references, heads = load("references"), load("heads")
    return {
        **{name: len(load(name)) for name in TABLES},
        **Counter(case["state"] for case in load("polarity")),
        "without a reference": sum(not case["references"] for case in references),
        "relation": sum(case["group"] == "relation" for case in references),
        "signed heads": sum(any(case["document"]["signer"].values()) for case in heads),
        "tasks without assignment": sum(not case["assignments"] for case in load("delegations")),
    }


def main() -> int:
    """Print what is wrong, or the counts."""
    wrong = [problem for name in TABLES for problem in table_problems(name)]
    print("\n".join(wrong or (f"{name}: {n}" for name, n in counts().items())))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
