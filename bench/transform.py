"""Do the scores hold on the same documents written otherwise?

Each transformation is done to every annotated text, the annotations moved along, and scored beside the
original: other provinces, bodies, numbers and dates (swap), NFD, other blanks and line ends, old tone marks,
i for y, and what scanners do. A figure shall not fall by more than .03. The dice are seeded by the file's
name.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence

from bench import annotated, noise, scores, spelling
from bench.corpora import Annotated, Json
from bench.corpora import annotated as annotated_parts
from bench.edits import Edit, Edited, Swapped, moved
from bench.figures import Part
from bench.swap import swap

ALLOWED = 0.03
METRICS = (
    "REFERENCE.exact",
    "REFERENCE.attrs.number",
    "REFERENCE.attrs.date",
    "REFERENCE.attrs.issuer",
    "citations.precision",
    "citations.recall",
    "MEASURE.exact",
    "polarity.macro_f1",
    "BODY.exact",
    "BODY.attrs.role",
    "PROVINCE.exact",
    "header.all",
    "own.number",
    "own.date",
    "own.doc_type",
    "own.province",
    "assignments.spans",
    "assignments.assignees",
    "assignments.measures",
    "quotes",
)
Change = Callable[[str, Json, random.Random], tuple[Iterable[Edit], Swapped]]


def _respelt(edits: Callable[[str, random.Random], Iterable[Edit]]) -> Change:
    return lambda text, _, chance: (edits(text, chance), Swapped())


TRANSFORMATIONS: Mapping[str, Change] = {
    "swap": swap,
    "nfd": _respelt(spelling.decomposed),
    "blanks": _respelt(spelling.blanks),
    "old-tones": _respelt(spelling.old_tones),
    "i-for-y": _respelt(spelling.i_for_y),
    "scan": _respelt(noise.scanned),
}


def transform(part: Annotated, name: str, seed: int = 1) -> Annotated:
    """The part with every text transformed and its annotations moved along."""
    texts, gold = {}, {}
    for file, text in part.texts.items():
        edits, swapped = TRANSFORMATIONS[name](text, part.gold[file], random.Random(f"{seed} {name} {file}"))
        edited = Edited(text, edits)
        texts[file], gold[file] = edited.text, moved(part.gold[file], edited, swapped)
    return Annotated(part.name, texts, gold)


def fallen(before: Part, after: Part) -> list[str]:
    """The figures that fell by more than is allowed."""
    now = {f.metric: f.value for f in after.figures}
    then = {f.metric: f.value for f in before.figures}
    return [metric for metric in METRICS if then[metric] - now[metric] > ALLOWED]


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the scores before and after; exit code 1 where one fell by more than .03."""
    options = _parser().parse_args(arguments)
    reached = True
    for part in annotated_parts():
        before = annotated.measure(part)
        print(f"\n{part.name:28} original  " + "  ".join(f"{name:>15}" for name in options.only))
        after = {name: annotated.measure(transform(part, name, options.seed)) for name in options.only}
        for metric in METRICS:
            print(_line(metric, before, list(after.values())))
        for name, measured in after.items():
            reached = reached and not fallen(before, measured)
            if options.errors == name and measured.outcomes is not None:
                print(scores.errors([measured], part.name))
    return 0 if reached else 1


def _line(metric: str, before: Part, after: Sequence[Part]) -> str:
    then = _value(before, metric)
    cells = []
    for part in after:
        now = _value(part, metric)
        mark = "!" if then - now > ALLOWED else " "
        cells.append(f"{now:.3f} ({now - then:+.3f}){mark}")
    return f"  {metric:26} {then:.3f}     " + "  ".join(f"{cell:>15}" for cell in cells)


def _value(part: Part, metric: str) -> float:
    return next(figure.value for figure in part.figures if figure.metric == metric)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.transform", description=__doc__)
    parser.add_argument("--only", type=lambda text: text.split(","), default=list(TRANSFORMATIONS))
    parser.add_argument("--errors", metavar="NAME", help="list the errors of one, text by text")
    parser.add_argument("--seed", type=int, default=1)
    return parser


if __name__ == "__main__":
    sys.exit(main())
