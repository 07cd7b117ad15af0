"""Scores on the tables of cases that were written without sight of the extractors (tests/cases)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bench.annotated import POLARITIES
from bench.corpora import Json, predict
from bench.figures import Figure, Outcome, Part, Tally, f1, macro_f1
from bench.spans import label, pairs, shown
from tests.cases.check_cases import COUNTS_OF_SECOND, held_back, load, span
from tests.data.score import best_pairs, field, overlap, same

HEAD_FIELDS = (
    "number",
    "number_as_printed",
    "doc_type",
    "issued_on",
    "issuer",
    "province",
    "level",
    "signer.name",
    "signer.role",
    "signer.capacity",
    "subject_quote",
)
_ABSENT = object()


# A sentence alone does not say whether it is a task: the same sentences where a letter gives its tasks.
_IN_LETTER = "-in-letter"
_HELD = "-held"
_LETTER = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: 617/UBND-KGVX
Lạng Sơn, ngày 18 tháng 10 năm 2021

Kính gửi: Các sở, ban, ngành tỉnh.

Ủy ban nhân dân tỉnh yêu cầu:

{text}

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
"""


def measure(name: str) -> Part:
    """The figures of one of PARTS: a table or a half of it, alone or with its texts standing in a letter."""
    table = name.removesuffix(_IN_LETTER)
    cases = _cases(table)
    if table != name:
        cases = [{**case, "text": _LETTER.replace("{text}", case["text"])} for case in cases]
    said = predict({case["id"]: case["text"] for case in cases})
    outcomes = {case["id"]: Outcome() for case in cases}
    score = _TABLES[table.removesuffix(_HELD).removesuffix("2")]
    figures = tuple(replace(f, part=name) for f in score(cases, said, outcomes))
    return Part(name, figures, None if table.endswith(_HELD) else outcomes)


def _cases(table: str) -> list[Json]:
    """Of a second table one half: the one that rules may be made from, or the one that is held back."""
    cases = load(table.removesuffix(_HELD))
    if table.removesuffix(_HELD) not in COUNTS_OF_SECOND:
        return cases
    return [case for case in cases if held_back(case) == table.endswith(_HELD)]


def _spanned(case: Json, expected: list[Json]) -> list[Json]:
    """Expected quotes with their offsets."""
    found = []
    for one in expected:
        start, end = span(case["text"], one)
        found.append({**one, "start": start, "end": end})
    return found


def references(cases: list[Json], said: Mapping[str, Json], outcomes: Mapping[str, Outcome]) -> list[Figure]:
    """Found where a reference overlaps, with the same number and date (where the case asserts them)."""
    precision, recall, empty = Tally(), Tally(), Tally()
    attributes: dict[str, Tally] = {}
    for case in cases:
        expected = _spanned(case, case["references"])
        found = label(said[case["id"]]["mentions"], "REFERENCE")
        paired = pairs(expected, found, same_id=False)
        right = {i: j for i, j in paired.items() if _agree(expected[i], found[j], ("number", "date"))}
        for i, one in enumerate(expected):
            recall.add(i in right)
            instead = _said(found[paired[i]]) if i in paired else ""
            outcomes[case["id"]].expect(f"reference {_said(one)}", right=i in right, instead=instead)
            if i in paired:
                _attributes(attributes, outcomes[case["id"]], one, found[paired[i]])
        for j, other in enumerate(found):
            precision.add(j in right.values())
            if j not in paired.values():
                outcomes[case["id"]].false.append(f"reference {_said(other)}")
        if not expected:
            empty.add(not found)
    return [
        Figure("references", "f1", f1(precision.value, recall.value)),
        precision.figure("references", "precision"),
        recall.figure("references", "recall"),
        empty.figure("references", "none_found_where_none_is"),
        *(tally.figure("references", name) for name, tally in attributes.items()),
    ]


def _agree(expected: Json, found: Json, names: tuple[str, ...]) -> bool:
    return all(same(n, expected[n], found["attrs"].get(n)) for n in names if n in expected)


def _attributes(tallies: dict[str, Tally], outcome: Outcome, one: Json, twin: Json) -> None:
    for name in ("kind", "doc_type", "issuer", "relation"):
        if name in one:
            right = same(name, one[name], twin["attrs"].get(name))
            tallies.setdefault(name, Tally()).add(right)
            outcome.expect(
                f"{name} = {one[name]} of {_said(one)}", right=right, instead=str(twin["attrs"].get(name))
            )


def _said(one: Json) -> str:
    attrs = one.get("attrs", one)
    return f"{attrs.get('number')} {attrs.get('date')} {attrs.get('kind')} {shown({'id': '', **one})}"


def polarity(cases: list[Json], said: Mapping[str, Json], outcomes: Mapping[str, Outcome]) -> list[Figure]:
    """One measure a sentence; not found counts as missed."""
    told: list[tuple[str, str | None]] = []
    found, lifted = Tally(), Tally()
    for case in cases:
        expected = _spanned(case, [case["measure"]])[0]
        near = [
            m
            for m in label(said[case["id"]]["mentions"], "MEASURE")
            if m["id"] == expected["id"] and overlap(expected, m) > 0
        ]
        mention = max(near, key=lambda m: overlap(expected, m), default=None)
        value = mention["attrs"]["polarity"] if mention else None
        found.add(mention is not None)
        told.append((case["polarity"], value))
        if case["state"] == "lifted" and mention:
            lifted.add(mention["attrs"].get("state") == "lifted")
        fact = f"{case['polarity']} {expected['id']} in “{_sentence(case)}”"
        outcomes[case["id"]].expect(fact, right=value == case["polarity"], instead=str(value))
    right = Tally(sum(a == b for a, b in told), len(told))
    return [
        Figure("polarity", "macro_f1", macro_f1(told, POLARITIES)),
        right.figure("polarity", "accuracy"),
        found.figure("polarity", "measure_found"),
        lifted.figure("polarity", "lifted_told_apart"),
        *(
            Figure("polarity", f"f1.{name}", macro_f1(told, (name,)), sum(a == name for a, _ in told))
            for name in POLARITIES
        ),
    ]


def _sentence(case: Json) -> str:
    head, _, tail = _LETTER.partition("{text}")
    return " ".join(str(case["text"]).removeprefix(head).removesuffix(tail).split())


def delegations(cases: list[Json], said: Mapping[str, Json], outcomes: Mapping[str, Outcome]) -> list[Figure]:
    """Spans by intersection over union of at least a half; assignees and measures inside them."""
    tallies = {
        (name, side): Tally() for name in ("spans", "assignees", "measures") for side in ("said", "expected")
    }
    for case in cases:
        expected = _spanned(case, case["assignments"])
        found = said[case["id"]]["assignments"]
        paired = best_pairs(expected, found)
        back = {j: i for i, j in paired.items()}
        for i, one in enumerate(expected):
            twin = found[paired[i]] if i in paired else {}
            _assigned(tallies, "expected", one, twin, i in paired)
            lost = [
                f"{part} {sorted(one[part])}"
                for part in ("assignees", "measures")
                if part in one and set(one[part]) != set(twin.get(part, ()))
            ]
            fact = f"{case['id']} “{' '.join(one['quote'].split())[:140]}” {'; '.join(lost)}".rstrip()
            instead = f"{twin.get('assignees')} {twin.get('measures')}" if twin else "no such span"
            outcomes[case["id"]].expect(fact, right=i in paired and not lost, instead=instead)
        for j, one in enumerate(found):
            _assigned(tallies, "said", one, expected[back[j]] if j in back else {}, j in back)
            if j not in back:
                outcomes[case["id"]].false.append(f"{one['start']}-{one['end']} {one['assignees']}")
    return [
        Figure(
            "delegations", name, f1(tallies[name, "said"].value, tallies[name, "expected"].value),
            tallies[name, "expected"].hit, tallies[name, "expected"].total,
        )
        for name in ("spans", "assignees", "measures")
    ]  # fmt: skip


def _assigned(
    tallies: Mapping[tuple[str, str], Tally], side: str, one: Json, twin: Json, paired: bool
) -> None:
    tallies["spans", side].add(paired)
    for part in ("assignees", "measures"):
        if part in one and (part in twin or not paired):
            for item in set(one[part]):
                tallies[part, side].add(item in twin.get(part, ()))


def heads(cases: list[Json], said: Mapping[str, Json], outcomes: Mapping[str, Outcome]) -> list[Figure]:
    """Each field that a case asserts, null too; `null.NAME` are the cases where it must be null."""
    tallies: dict[str, Tally] = {}
    for case in cases:
        own = said[case["id"]]["document"]
        for name in HEAD_FIELDS:
            expected = _value(case["document"], name)
            if expected is _ABSENT:
                continue
            right = same(name, expected, field(own, name))
            tallies.setdefault(name, Tally()).add(right)
            if expected is None:
                tallies.setdefault(f"null.{name}", Tally()).add(right)
            outcomes[case["id"]].expect(f"{name} = {expected}", right=right, instead=str(field(own, name)))
    order = [*HEAD_FIELDS, *(f"null.{name}" for name in HEAD_FIELDS)]
    return [tallies[name].figure("heads", name) for name in order if name in tallies]


def _value(document: Json, name: str) -> Any:
    first, _, second = name.partition(".")
    if first not in document or (second and second not in (document[first] or {second: None})):
        return _ABSENT
    return field(document, name)


_Scorer = Callable[[list[Json], Mapping[str, Json], Mapping[str, Outcome]], list[Figure]]
_TABLES: dict[str, _Scorer] = {
    "references": references,
    "polarity": polarity,
    "delegations": delegations,
    "heads": heads,
}
_FIRST = ("references", "polarity", "polarity-in-letter", "delegations", "delegations-in-letter", "heads")
_SECOND = tuple(
    f"{table}{held}{letter}"
    for table, letter in (
        ("references2", ""), ("polarity2", ""), ("polarity2", _IN_LETTER), ("delegations2", ""),
        ("delegations2", _IN_LETTER), ("heads2", ""),
    )
    for held in ("", _HELD)
)  # fmt: skip
PARTS = (*_FIRST, *_SECOND)
