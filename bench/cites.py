"""Recall of citations on a folder of real acts: python -m bench.cites FOLDER [--skip 004,005] [--missed].

FOLDER holds `acts.jsonl` (one act a line: `file`, and `cites` with `number`, `date`, `quote`) and the
texts.
The list is one of recall: an act found beside it may well be real, so no precision is computed. A
citation
counts as found where a reference of the same number and date, or of the same number where the list has no
date, overlaps its quote's number.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from ingest.documents import Document, Source
from ingest.extract import extract
from ingest.vocabulary import shipped

Cite = dict[str, str | None]


def main() -> int:
    """Print the recall by number and by number and date; exit 1 where FOLDER cannot be read."""
    parser = argparse.ArgumentParser(description="Recall of numbered citations on a folder of real acts.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--skip", default="", help="file stems left out, by commas")
    parser.add_argument("--missed", action="store_true", help="print what was not found")
    args = parser.parse_args()
    skipped = set(args.skip.split(","))
    total = numbers = dated = 0
    for file, text, cites in _acts(args.folder):
        if Path(file).stem in skipped:
            continue
        found = _found(text, file)
        for cite in cites:
            total += 1
            by_number = any(number == cite["number"] for number, _ in found)
            by_both = (cite["number"], cite["date"]) in found or (by_number and cite["date"] is None)
            numbers += by_number
            dated += by_both
            if args.missed and not by_both:
                near = sorted(f"{n} {d}" for n, d in found if n and n[:2] == str(cite["number"])[:2])
                print(f"{file}: {cite['number']} {cite['date']} {cite['quote']!r}; near: {near}")
    if not total:
        print(f"{args.folder}: no citation listed in acts.jsonl", file=sys.stderr)
        return 1
    print(f"recall by number {numbers / total:.3f}, by number and date {dated / total:.3f}, of {total}")
    return 0


def _acts(folder: Path) -> Iterator[tuple[str, str, list[Cite]]]:
    for line in (folder / "acts.jsonl").read_text(encoding="utf-8").splitlines():
        act = json.loads(line)
        yield act["file"], (folder / act["file"]).read_text(encoding="utf-8"), act["cites"]


def _found(text: str, file: str) -> set[tuple[str | None, str | None]]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(digest, text, digest, "txt", Source(file))
    mentions = extract(document, shipped()).mentions
    return {(m.attrs["number"], m.attrs["date"]) for m in mentions if m.label == "REFERENCE"}


if __name__ == "__main__":
    sys.exit(main())
