"""Scores on texts with gold annotations: those of tests/data/score.py, citations, own data, polarity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bench.corpora import Annotated, Json, predict
from bench.figures import Figure, Outcome, Part, Tally, macro_f1
from bench.spans import label, pairs, shown
from tests.data.score import HEADER, LABELS, best_pairs, field, rows, same, score

OWN = {"number": "number", "date": "issued_on", "doc_type": "doc_type", "province": "province"}
POLARITIES = ("ordered", "avoided", "mentioned")


def measure(part: Annotated, said: Mapping[str, Json] | None = None) -> Part:
    """The figures of a part; `said` are predictions made before."""
    said = predict(part.texts) if said is None else said
    report = score(dict(part.gold), dict(said), dict(part.texts))
    figures = [_figure(part.name, path, row) for path, row in rows(report)]
    figures += _citations(part, said)
    figures += _own_data(part, said)
    told = list(_polarities(part, said))
    figures.append(Figure(part.name, "polarity.macro_f1", macro_f1(told, POLARITIES)))
    outcomes = None if part.held else {f: outcome(part.gold[f], said[f]) for f in part.gold}
    return Part(part.name, tuple(figures), outcomes)


def _figure(part: str, path: str, row: Json) -> Figure:
    if "gold" in row:
        return Figure(part, path, row["value"], round(row["recall"] * row["gold"]), row["gold"])
    return Figure(part, path, row["value"], row["hit"], row["total"])


def _citations(part: Annotated, said: Mapping[str, Json]) -> Iterator[Figure]:
    """Numbered citations, found where a reference of the same number overlaps."""
    precision, recall = Tally(), Tally()
    for file, gold in part.gold.items():
        expected = _numbered(gold["mentions"])
        found = _numbered(said[file]["mentions"])
        paired = pairs(expected, found)
        for i in range(len(expected)):
            recall.add(i in paired)
        for j in range(len(found)):
            precision.add(j in paired.values())
    yield precision.figure(part.name, "citations.precision")
    yield recall.figure(part.name, "citations.recall")


def _numbered(mentions: list[Json]) -> list[Json]:
    return [
        {**m, "id": m["attrs"]["number"]} for m in label(mentions, "REFERENCE") if m["attrs"].get("number")
    ]


def _own_data(part: Annotated, said: Mapping[str, Json]) -> Iterator[Figure]:
    """Each field right where the text states it and null where it does not."""
    for name, key in OWN.items():
        tally = Tally()
        for file, gold in part.gold.items():
            tally.add(same(key, gold["document"][key], said[file]["document"][key]))
        yield tally.figure(part.name, f"own.{name}")


def _polarities(part: Annotated, said: Mapping[str, Json]) -> Iterator[tuple[str, str | None]]:
    for file, gold in part.gold.items():
        expected, found = label(gold["mentions"], "MEASURE"), label(said[file]["mentions"], "MEASURE")
        for i, j in pairs(expected, found).items():
            yield expected[i]["attrs"]["polarity"], found[j]["attrs"]["polarity"]


def outcome(gold: Json, said: Json) -> Outcome:
    """The facts of one text: mentions, their attributes, own data, assignments."""
    result = Outcome()
    for name, attributes in LABELS.items():
        expected, found = label(gold["mentions"], name), label(said["mentions"], name)
        paired = pairs(expected, found)
        for i, one in enumerate(expected):
            twin = found[paired[i]] if i in paired else None
            _mention(result, name, one, twin, attributes)
        result.false += [f"{name} {shown(m)}" for j, m in enumerate(found) if j not in paired.values()]
    for key in HEADER:
        value, other = field(gold["document"], key), field(said["document"], key)
        result.expect(f"header {key} = {value}", right=same(key, value, other), instead=str(other))
    _assignments(result, gold["assignments"], said["assignments"])
    return result


def _mention(result: Outcome, name: str, one: Json, twin: Json | None, attributes: tuple[str, ...]) -> None:
    result.expect(f"{name} {shown(one)}", right=twin is not None)
    if twin is None:
        return
    exact = (one["start"], one["end"]) == (twin["start"], twin["end"])
    result.expect(f"{name} edges {shown(one)}", right=exact, instead=shown(twin))
    for attribute in attributes:
        value, other = one["attrs"].get(attribute), twin["attrs"].get(attribute)
        fact = f"{name} {attribute} = {value} of {shown(one)}"
        result.expect(fact, right=same(attribute, value, other), instead=str(other))


def _assignments(result: Outcome, expected: list[Json], found: list[Json]) -> None:
    paired = best_pairs(expected, found)
    for i, one in enumerate(expected):
        span = f"{one['start']}-{one['end']}"
        twin = found[paired[i]] if i in paired else None
        result.expect(f"assignment {span} {one['assignees']}", right=twin is not None)
        for part in ("assignees", "measures") if twin else ():
            value, other = sorted(set(one[part])), sorted(set(twin[part] if twin else ()))
            result.expect(
                f"assignment {span} {part} {value}", right=value == other, instead=_difference(value, other)
            )
    for j, one in enumerate(found):
        if j not in paired.values():
            result.false.append(f"assignment {one['start']}-{one['end']} {one['assignees']}")


def _difference(value: list[str], other: list[str]) -> str:
    lost, more = sorted(set(value) - set(other)), sorted(set(other) - set(value))
    return f"without {lost}, with {more}"
