"""Files that need not be opened: listed as read, unchanged since, and held as they would be loaded now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ingest.decisions.curation import Curated, curated_of
from ingest.documents import Document
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


def _marks(documents: Sequence[Document], loader: Loader) -> dict[str, str]:
    ids = sorted({d.id for d in documents})
    rows = loader.store.read(loader.queries["held_documents"], ids=ids)
    return {str(row["id"]): str(row["fingerprint"]) for row in rows}
