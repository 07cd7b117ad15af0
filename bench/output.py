"""What every text yields, as a hash a line: `diff` of two runs tells whether a change of speed changed more.

The texts at hand, each also transformed as in `bench.transform` and without its marks, the tables of cases,
and texts put together by chance from the pieces that the rules hang on. Held-back texts are told by their
hashes like all the others.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections.abc import Iterator, Sequence

from bench.corpora import annotated, devcorpus, read
from bench.pieces import PIECES
from bench.transform import TRANSFORMATIONS, transform
from ingest.records import record
from ingest.text.normalise import bare_of
from ingest.vocabulary import shipped
from tests.cases.check_cases import TABLES, load

_CHANCE_TEXTS = 300
_CHANCE_PIECES = 60


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a name and a hash for each text."""
    options = _parser().parse_args(arguments)
    for name, text in _texts():
        if options.only in name:
            print(name, hashed(text), flush=True)
    return 0


def hashed(text: str) -> str:
    """The first 16 hex of the sha256 of all that is read in a text."""
    extraction = read(text)
    recorded = record(extraction, shipped())
    yielded = json.dumps([recorded, repr(extraction.private)], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(yielded.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _texts() -> Iterator[tuple[str, str]]:
    for part in annotated():
        for name, texts in (("as-is", part.texts), *((n, transform(part, n).texts) for n in TRANSFORMATIONS)):
            yield from ((f"{part.name}/{name}/{file}", text) for file, text in texts.items())
        yield from ((f"{part.name}/markless/{file}", bare_of(text)) for file, text in part.texts.items())
    for held in (False, True):
        for act, text in devcorpus(held=held) or ():
            yield f"devcorpus/as-is/{act['file']}", text
            yield f"devcorpus/markless/{act['file']}", bare_of(text)
    yield from _cases()
    chance = random.Random(3)
    for n in range(_CHANCE_TEXTS):
        yield f"chance/{n}", "".join(chance.choices(PIECES, k=_CHANCE_PIECES))


def _cases() -> Iterator[tuple[str, str]]:
    for table in TABLES:
        yield from ((f"cases/{table}/{case['id']}", case["text"]) for case in load(table))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.output", description=__doc__)
    parser.add_argument("--only", default="", help="what a text's name must hold, as in world/nfd/")
    return parser


if __name__ == "__main__":
    sys.exit(main())
