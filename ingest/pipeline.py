"""The chain from files to graph: read, extract, resolve, load; in batches, resumable, with progress."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from graph.queries import Queries
from graph.store import Store
from ingest.aligning.thresholds import Thresholds
from ingest.decisions.curation import Curated, contradictions, curated_of
from ingest.decisions.log import Decision
from ingest.decisions.mirror import Mirror
from ingest.documents import Document, Extraction
from ingest.errors import Unreadable
from ingest.extracting import BATCH_DOCUMENTS, Extractors, batches
from ingest.manifest import Manifest
from ingest.read import MAX_TEXT_BYTES, Listing, list_files, read_documents
from ingest.readers.limits import Ocr
from ingest.report import Report
from ingest.resolving.identity import identify
from ingest.resolving.resolve import Citation
from ingest.statements.statement import Props
from ingest.statements.stating import state
from ingest.steps.citations import acts_for, citations_of, resolve_all, resolve_anew
from ingest.steps.deciding import Decider
from ingest.steps.deriving import Deriver
from ingest.steps.load import Loader, Unit
from ingest.steps.paths import all_paths, known_paths
from ingest.steps.reuse import Aligner
from ingest.steps.skipping import done_before, mark_outdated
from ingest.storing.versions import extractors_version, fingerprint
from ingest.vocabulary import Vocabulary

__all__ = ["Report", "decide", "extractors_version", "fingerprint", "ingest", "remove"]
_ROUNDS = 20  # of resolving anew; each needs a chain of citations one longer
Progress = Callable[[int, int], None]


def ingest(  # noqa: PLR0913 - what a caller may choose, by name
    store: Store,
    queries: Queries,
    vocabulary: Vocabulary,
    paths: Iterable[Path],
    *,
    curated: Mapping[str, Curated] | None = None,
    by: str = "metadata",
    mirror: Mirror | None = None,
    jobs: int = 1,
    max_bytes: int = MAX_TEXT_BYTES,
    ocr: Ocr | None = None,
    thresholds: Thresholds | None = None,
    progress: Progress = lambda done, total: None,
    manifest: Manifest | None = None,
) -> Report:
    """Reads, extracts and loads what has changed. `curated` is by path as listed, decided by `by`.

    Bad files are in `Report.failed`. Raises StoreError, ManifestUnusable; the next ingest finishes the work.
    """
    listing = list_files(paths)
    with Extractors(vocabulary, jobs) as extractors:
        given = _Given(dict(curated or {}), by, mirror, extractors, max_bytes, ocr, manifest or Manifest())
        return _Ingest(Loader(store, queries), vocabulary, thresholds, given).over(listing, progress)


def decide(
    store: Store,
    queries: Queries,
    vocabulary: Vocabulary,
    decisions: Sequence[Decision],
    *,
    mirror: Mirror | None = None,
    thresholds: Thresholds | None = None,
) -> Report:
    """Records decisions and carries them out; none decides nothing, and brings store and mirror together.

    Raises StoreError, DecisionLogInvalid, DecisionLogUnwritable.
    """
    run = _Ingest(Loader(store, queries), vocabulary, thresholds, _Given(mirror=mirror))
    return run.deciding(decisions)


def remove(
    store: Store,
    queries: Queries,
    vocabulary: Vocabulary,
    ids: Sequence[str],
    thresholds: Thresholds | None = None,
) -> Report:
    """Removes documents and all that they state."""
    return _Ingest(Loader(store, queries), vocabulary, thresholds, _Given()).without(ids)


@dataclass(frozen=True, slots=True)
class _Given:
    """What a caller asks for beside the documents."""

    curated: Mapping[str, Curated] = field(default_factory=dict)
    by: str = ""
    mirror: Mirror | None = None
    extractors: Extractors | None = None
    max_bytes: int = MAX_TEXT_BYTES
    ocr: Ocr | None = None
    manifest: Manifest = field(default_factory=Manifest)


class _Ingest:
    """One run: its loader, its report, and the look-ups that its loads have changed."""

    def __init__(
        self, loader: Loader, vocabulary: Vocabulary, thresholds: Thresholds | None, given: _Given
    ) -> None:
        self.loader, self.vocabulary, self.given = loader, vocabulary, given
        self.extractors = given.extractors or Extractors(vocabulary, 1)
        self.kept = loader.dataset().get("thresholds")
        self.thresholds = thresholds or Thresholds.from_json(str(self.kept or ""))
        self.report = Report(vocabulary=vocabulary)
        self.lookups: set[str] = set()
        self.started = datetime.now(UTC)
        self.run = f"{self.started:%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"
        self.decider = Decider(loader, given.mirror, self.run)

    def over(self, listing: Listing, progress: Progress) -> Report:
        self.report.failed.extend(listing.problems)
        self.report.passed_over = listing.passed_over
        everything = self._begin()
        given = self.given
        left = done_before(listing.files, given.manifest, given.curated, self.decider, self.vocabulary)
        self.report.unchanged += (done := len(left))
        files = (file for file in listing.files if file not in left)
        for batch in batches(read_documents(files, max_bytes=given.max_bytes, ocr=given.ocr)):
            self._load([d for d in batch if isinstance(d, Document)])
            given.manifest.note(batch)
            self.report.failed.extend(d for d in batch if isinstance(d, Unreadable))
            done += len(batch)
            progress(done, len(listing.files))
        self._read_anew(lambda anew: progress(done + anew, len(listing.files) + self.report.outdated))
        return self._finish(everything=everything)

    def deciding(self, decisions: Sequence[Decision]) -> Report:
        everything = self._begin()
        self._note(*self.decider.add(decisions))
        self._read_anew()
        return self._finish(everything=everything)

    def _begin(self) -> bool:
        """Brings vocabulary and decisions up to date; whether everything is to be looked at again."""
        self.report.finished_earlier = bool(self.loader.dataset().get("unfinished"))
        anew = self.loader.load_vocabulary(self.vocabulary)
        self._note(*self.decider.reconcile())
        if anew and self.kept is not None:
            self.report.outdated = mark_outdated(self.decider, self.vocabulary)
        return self.report.finished_earlier or anew

    def _note(self, decided: list[str], lookups: set[str]) -> None:
        self.report.decided.extend(decided)
        self.lookups |= lookups

    def _read_anew(self, told: Callable[[int], None] = lambda anew: None) -> None:
        """What was decided about, or was read by another vocabulary, and is not among the files read: from
        the text that is stored."""
        anew = 0
        while documents := self.decider.stale():
            self._load(documents)
            anew += len(documents)
            told(anew)

    def without(self, ids: Sequence[str]) -> Report:
        self.lookups |= self.loader.remove(ids)
        self.report.removed = list(ids)
        return self._finish(everything=False)

    def _load(self, documents: Sequence[Document]) -> None:
        paths: dict[str, list[str]] = defaultdict(list)
        for document in documents:
            paths[document.id].append(document.source.path)
        by_id = {document.id: document for document in documents}
        self._note(*self.decider.take(self._rows(paths), self.given.by, self.report.overruled))
        logs = self.decider.logs(by_id)
        rows = self.loader.store.read(self.loader.queries["held_documents"], ids=sorted(by_id))
        held = {str(row["id"]): row for row in rows}
        self._note_new_paths(paths, held)
        due = {
            id: (document, curated, mark)
            for id, document in by_id.items()
            for curated in (curated_of(logs.get(id, ())),)
            for mark in (fingerprint(document, curated, self.vocabulary),)
            if id not in held or held[id]["fingerprint"] != mark
        }
        self.report.unchanged += len(by_id) - len(due)
        if due:
            self._load_due(due, {id: tuple(all_paths(paths[id], held.get(id))) for id in due})

    def _load_due(
        self, due: Mapping[str, tuple[Document, Curated, str]], paths: Mapping[str, tuple[str, ...]]
    ) -> None:
        documents = [document for document, _, _ in due.values()]
        extractions = [e for e in self.extractors.over(documents) if isinstance(e, Extraction)]
        units = self._units(extractions, due, paths)
        self.lookups |= self.loader.load(units, self.run)
        self.report.loaded.extend(unit.id for unit in units)
        self.report.statements += sum(len(unit.stating.statements) for unit in units)

    def _units(
        self,
        extractions: Sequence[Extraction],
        due: Mapping[str, tuple[Document, Curated, str]],
        paths: Mapping[str, tuple[str, ...]],
    ) -> list[Unit]:
        prepared = []
        for extraction in extractions:
            _, curated, mark = due[extraction.document.id]
            self.report.contradicted.extend(
                f"{paths[extraction.document.id][0]}, {field}: {value}, and the text states {stated}"
                for field, stated, value in contradictions(extraction.letterhead, curated)
            )
            identity = identify(extraction, curated, self.vocabulary)
            prepared.append((extraction, curated, mark, identity, citations_of(extraction, identity)))
        citations: list[Citation] = [c for *_, pairs in prepared for _, c in pairs]
        acts = self.loader.store.read_transaction(
            partial(acts_for, queries=self.loader.queries, citations=citations)
        )
        return [
            Unit(
                extraction,
                identity,
                curated,
                mark,
                paths[extraction.document.id],
                state(
                    extraction, identity, resolve_all(pairs, identity, acts, self.vocabulary), self.vocabulary
                ),
            )
            for extraction, curated, mark, identity, pairs in prepared
        ]

    def _rows(self, paths: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, Curated]]:
        """The row of metadata given for each document, with the path that it was given for."""
        given = self.given.curated
        return {id: (p, given[p]) for id, found in paths.items() for p in reversed(found) if p in given}

    def _note_new_paths(
        self, paths: Mapping[str, Sequence[str]], held: Mapping[str, Mapping[str, object]]
    ) -> None:
        new = {id: all_paths(paths[id], row) for id, row in held.items()}
        self.loader.set_paths({id: found for id, found in new.items() if found != known_paths(held[id])})

    def _finish(self, *, everything: bool) -> Report:
        report, dataset = self.report, self.loader.dataset()
        report.realigned = self.kept is not None and self.kept != self.thresholds.to_json()
        everything = everything or report.realigned or self.kept is None
        if not (report.changed or everything):
            report.dataset_version = str(dataset.get("version") or "")
            return report
        if everything:
            self.loader.acts |= self.vocabulary.directives.keys()
        self._resolve_anew(everything)
        if report.loaded or report.removed or everything:
            aligner = Aligner(self.loader, self.vocabulary, self.thresholds, extractors_version())
            aligner.align(set(report.loaded), everything=everything, run=self.run)
        deriver = Deriver(self.loader.store, self.loader.queries)
        deriver.derive(self.loader.acts, self.loader.documents, everything=everything)
        props: Props = {
            "started_at": self.started.isoformat(timespec="seconds"),
            "documents": len(report.loaded),
            "removed": len(report.removed),
            "decisions": report.decisions,
            "failed": len(report.failed),
            "extractors": extractors_version(),
            "thresholds": self.thresholds.to_json(),
            "vocabulary": f"{self.vocabulary.name} {self.vocabulary.sha256[:12]}",
        }
        report.dataset_version = self.loader.finish(self.run, self.vocabulary, props)
        return report

    def _resolve_anew(self, everything: bool) -> None:
        """Until nothing changes: a citation resolved anew may make or unmake an act that others look for."""
        lookups = self.lookups
        for _ in range(_ROUNDS):
            waiting = self._waiting(lookups, everything)
            lookups, everything = set(), False
            for start in range(0, len(waiting), BATCH_DOCUMENTS):
                portion = waiting[start : start + BATCH_DOCUMENTS]
                lookups |= resolve_anew(self.loader, portion, self.vocabulary, self.run)
            if not lookups:
                return

    def _waiting(self, lookups: set[str], everything: bool) -> list[str]:
        store, queries = self.loader.store, self.loader.queries
        if everything:
            rows = store.read(queries["documents_awaiting_any"])
        else:
            rows = store.read(queries["documents_awaiting"], lookups=sorted(lookups)) if lookups else []
        return sorted(str(row["document"]) for row in rows)
