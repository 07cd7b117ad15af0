"""What need not be read again: files listed as read and held as they would be loaded now; and, where another
vocabulary came, which of the documents held are to be read anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ingest.decisions.curation import Curated, curated_of
from ingest.decisions.log import Decision
from ingest.documents import Document, Source
from ingest.manifest import Manifest
from ingest.steps.deciding import Decider
from ingest.steps.load import Loader
from ingest.storing.versions import fingerprint
from ingest.vocabulary import Vocabulary

_PORTION = 500


def done_before(
    files: Sequence[Path],
    manifest: Manifest,
    curated: Mapping[str, Curated],
    decider: Decider,
    vocabulary: Vocabulary,
) -> set[Path]:
    """Of `files` those that an ingest would leave alone; never one for which metadata is given now."""
    known = {f: d for f in files if str(f) not in curated and (d := manifest.known(f)) is not None}
    done: set[Path] = set()
    listed = list(known.items())
    for start in range(0, len(listed), _PORTION):
        portion = listed[start : start + _PORTION]
        marks = _marks([d for _, d in portion], decider.loader)
        logs = decider.logs(marks)
        done |= {
            f
            for f, d in portion
            if marks.get(d.id) == fingerprint(d, curated_of(logs.get(d.id, ())), vocabulary)
        }
    return done


def mark_outdated(decider: Decider, vocabulary: Vocabulary) -> int:
    """Marks the documents held that this program and this vocabulary would read otherwise; how many.

    Whether a text holds a word that a vocabulary has and another has not cannot be told without reading it:
    patterns have gaps, cues act at a distance, a scanner's spelling is mended by all names. So all are read
    anew, but where nothing but the catalogue of acts is another.
    """
    after, marked, loader = "", 0, decider.loader
    while rows := loader.store.read(loader.queries["held_after"], after=after, limit=_PORTION):
        after = str(rows[-1]["id"])
        logs = decider.logs([str(row["id"]) for row in rows])
        ids = [id for row in rows if _outdated(row, logs.get(id := str(row["id"]), ()), vocabulary)]
        loader.store.write(loader.queries["set_stale"], ids=ids)
        marked += len(ids)
    return marked


def _outdated(row: Mapping[str, object], log: Iterable[Decision], vocabulary: Vocabulary) -> bool:
    held = Document(str(row["id"]), "", "", str(row["reader"]), Source(""), bool(row["synthetic"]))
    return row["fingerprint"] != fingerprint(held, curated_of(log), vocabulary)


def _marks(documents: Sequence[Document], loader: Loader) -> dict[str, str]:
    ids = sorted({d.id for d in documents})
    rows = loader.store.read(loader.queries["held_documents"], ids=ids)
    return {str(row["id"]): str(row["fingerprint"]) for row in rows}
