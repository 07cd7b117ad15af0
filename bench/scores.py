"""All scores of the extractors.

Parts: gold (the real documents), world and world-held (the composed ones), devcorpus and devcorpus-held
(where TIENGVANG_DEVCORPUS names a folder of acts), documents3 and documents3-held (whole documents written
without sight of the extractors), persons, and the tables of cases references, polarity, delegations, heads,
the second and third also inside a composed letter ("polarity-in-letter"). Of a held-back part totals only are
shown.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench import annotated, blind, changes, cites, persons
from bench.corpora import DEVCORPUS, ROOT, blind_documents, devcorpus
from bench.corpora import annotated as annotated_parts
from bench.figures import Figure, Part

TARGETS = ROOT / "bench" / "targets.toml"
Targets = Mapping[str, Mapping[str, float]]


def targets() -> tuple[Targets, tuple[str, ...]]:
    """What shall be reached, by part and metric; and the parts whose misses `--check` fails on."""
    table = tomllib.loads(TARGETS.read_text(encoding="utf-8"))
    checked = tuple(table.pop("checked"))
    return table, checked


def measure_all() -> list[Part]:
    """Every part that can be measured here, in the order of the table."""
    parts = [annotated.measure(part) for part in annotated_parts()]
    for held in (False, True):
        acts = devcorpus(held=held)
        if acts:
            parts.append(cites.measure("devcorpus-held" if held else "devcorpus", acts))
    parts += [annotated.measure(part) for part in blind_documents()]
    parts += [persons.measure(name) for name in persons.PARTS]
    return [*parts, *(blind.measure(name) for name in blind.PARTS)]


def missed(parts: Sequence[Part], wanted: Targets, only: Sequence[str] | None = None) -> list[str]:
    """The targets that are not reached, of the parts named in `only` (None: of all)."""
    lines = []
    for part in parts:
        if only is not None and part.name not in only:
            continue
        values = {figure.metric: figure.value for figure in part.figures}
        for metric, least in wanted.get(part.name, {}).items():
            if values[metric] < least - 1e-9:
                lines.append(f"{part.name} {metric}: {values[metric]:.3f}, target {least:.2f}")
    return lines


def table(parts: Sequence[Part], wanted: Targets) -> str:
    """The figures as lines for people."""
    lines = []
    for part in parts:
        lines.append(f"\n{part.name}")
        lines += [_line(figure, wanted.get(part.name, {}).get(figure.metric)) for figure in part.figures]
    return "\n".join(lines).strip("\n")


def _line(figure: Figure, least: float | None) -> str:
    count = f"{figure.hit} of {figure.total}" if figure.total else ""
    verdict = ""
    if least is not None:
        verdict = f"target {least:.2f} {'met' if figure.value >= least - 1e-9 else 'MISSED'}"
    return f"  {figure.metric:28} {figure.value:.3f}  {count:14} {verdict}".rstrip()


def errors(parts: Sequence[Part], wanted: str) -> str:
    """What is wrong text by text, of a part ("world") or of facts in it ("world:MEASURE").

    Raises ValueError for an unknown part, and for one that is held back.
    """
    name, _, kind = wanted.partition(":")
    part = next((p for p in parts if p.name == name), None)
    if part is None:
        raise ValueError(f"no part {name!r} was measured; there are {', '.join(p.name for p in parts)}")
    if part.outcomes is None:
        raise ValueError(f"{name} is held back: only its totals may be looked at")
    lines = []
    for file, outcome in part.outcomes.items():
        wrong = [f"  - {fact}  | said: {instead or 'nothing'}" for fact, instead in outcome.missed.items()]
        wrong += [f"  + {fact}" for fact in outcome.false]
        wrong = [line for line in wrong if kind in line]
        lines += [file, *wrong] if wrong else []
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints what is asked for; exit code 1 with --check where a target is missed, 2 for a bad argument."""
    options = _parser().parse_args(arguments)
    parts = measure_all()
    wanted, checked = targets()
    if options.errors:
        try:
            print(errors(parts, options.errors))
        except ValueError as error:
            print(f"Error: {error}", file=sys.stderr)
            return 2
    elif options.json:
        print(json.dumps([_record(part) for part in parts], ensure_ascii=False, indent=1))
    else:
        print(table(parts, wanted))
        if not any(part.name == "devcorpus" for part in parts):
            print(f"\ndevcorpus: left out, {DEVCORPUS} names no folder")
    if options.against:
        print(changes.compare(changes.load(options.against), parts))
    if options.save:
        changes.save(options.save, parts)
    failures = missed(parts, wanted, checked)
    if options.check and failures:
        print("\nmissed:\n  " + "\n  ".join(failures))
        return 1
    return 0


def _record(part: Part) -> dict[str, object]:
    return {"part": part.name, "figures": {f.metric: [f.value, f.hit, f.total] for f in part.figures}}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.scores", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--check", action="store_true", help="exit 1 where a target is missed")
    parser.add_argument("--errors", metavar="PART[:KIND]", help="list the errors text by text")
    parser.add_argument("--save", type=Path, metavar="FILE", help="keep what was right and wrong")
    parser.add_argument("--against", type=Path, metavar="FILE", help="gains and losses against a kept run")
    return parser


if __name__ == "__main__":
    sys.exit(main())
