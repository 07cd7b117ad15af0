"""Extractions -> graph. A document's statements are replaced in one transaction, and no one else's.

Every write here is idempotent; a batch is loaded whole or not at all, and `Dataset.unfinished` stands from
the first batch until the ingest has been finished, so that one that was cut short is known.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.queries import Queries
from graph.store import Store, Tx
from ingest.decisions.curation import Curated
from ingest.documents import Extraction
from ingest.resolving.acts import Act
from ingest.resolving.identity import Identity
from ingest.statements.conflicts import note_conflicts
from ingest.statements.describe import acts_by_key, describe
from ingest.statements.statement import Props
from ingest.statements.stating import Stating
from ingest.steps.deriving import FORM
from ingest.storing.rows import document_row, provision_rows, vocabulary_rows
from ingest.storing.writing import run_rows, write_statements
from ingest.vocabulary import Vocabulary

__all__ = ["Loader", "Unit", "dataset_version", "digest", "run_rows"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One document ready to load."""

    extraction: Extraction
    identity: Identity
    curated: Curated
    fingerprint: str
    paths: tuple[str, ...]
    stating: Stating

    @property
    def id(self) -> str:
        """The document's id."""
        return self.extraction.document.id


class Loader:
    """Writes to one store; knows the queries and nothing of how texts are read."""

    def __init__(self, store: Store, queries: Queries) -> None:
        self.store, self.queries = store, queries
        # Touched by this run: acts, and documents whose statements are others than before.
        self.acts: set[str] = set()
        self.documents: set[str] = set()

    def dataset(self) -> Props:
        """version, vocabulary and unfinished of the whole; {} in a new store."""
        rows = self.store.read(self.queries["dataset"])
        return dict(rows[0]) if rows else {}

    def load_vocabulary(self, vocabulary: Vocabulary) -> bool:
        """Brings the vocabulary's nodes up to date; whether there was anything to do."""
        if self.dataset().get("vocabulary") == vocabulary.sha256:
            return False

        def work(tx: Tx) -> None:
            listed = {str(row["key"]) for row in tx.run(self.queries["clear_catalogue"])}
            for query, rows in vocabulary_rows(vocabulary).items():
                run_rows(tx, self.queries, query, rows)
            describe(tx, self.queries, listed | vocabulary.directives.keys())
            tx.run(self.queries["set_dataset"], props={**_kept(vocabulary), "unfinished": True})
            self.acts |= listed | vocabulary.directives.keys()

        self.store.transaction(work)
        return True

    def load(self, units: Sequence[Unit], run: str) -> set[str]:
        """Replaces what these documents state. Returns the look-ups under which the acts known have
        changed."""
        ids = [unit.id for unit in units]

        def work(tx: Tx) -> set[str]:
            before = self.touched(tx, ids)
            reusing = self._clear(tx, ids)
            self._write(tx, units, run)
            self.set_digests(tx, reusing)
            after = self.touched(tx, ids)
            return self.settle(tx, before, set(before) | set(after))

        return self.store.transaction(work)

    def remove(self, ids: Sequence[str]) -> set[str]:
        """Removes documents and all that they state; the look-ups under which the acts known have changed."""

        def work(tx: Tx) -> set[str]:
            before = self.touched(tx, ids)
            reusing = self._clear(tx, ids)
            tx.run(self.queries["remove_documents"], ids=list(ids))
            self.set_digests(tx, reusing)
            return self.settle(tx, before, set(before))

        return self.store.transaction(work)

    def set_paths(self, paths: dict[str, Sequence[str]]) -> None:
        """Records where documents were found."""
        rows = [{"id": id, "paths": sorted(found)} for id, found in sorted(paths.items())]
        if rows:
            self.store.write(self.queries["set_paths"], rows=rows)

    def finish(self, run: str, vocabulary: Vocabulary, props: Props) -> str:
        """Sweeps what nothing points at, records run and dataset version; returns the version."""

        def work(tx: Tx) -> str:
            # A lock on the one node first, so that of two that finish the later sees what the earlier did.
            tx.run(self.queries["set_dataset"], props={"unfinished": True})
            for query in ("sweep_references", "sweep_directives", "sweep_bodies", "sweep_formulas"):
                tx.run(self.queries[query])
            # What only a vocabulary before this one had: the graph is to be as if made with this one.
            tx.run(self.queries["sweep_vocabulary_bodies"], ids=sorted(vocabulary.bodies))
            tx.run(self.queries["sweep_measures"], ids=sorted(vocabulary.measures))
            tx.run(self.queries["sweep_provinces"], codes=sorted(vocabulary.provinces))
            note_conflicts(tx, self.queries, self.acts)
            decisions = [str(row["id"]) for row in tx.run(self.queries["decision_ids"])]
            version = dataset_version(tx.run(self.queries["document_digests"]), vocabulary, decisions)
            tx.run(self.queries["load_run"], id=run, props=props)
            state = {
                "version": version,
                "run": run,
                "unfinished": False,
                "thresholds": props.get("thresholds"),
                "derived": FORM,
            }
            tx.run(self.queries["set_dataset"], props=state)
            return version

        return self.store.transaction(work)

    def set_digests(self, tx: Tx, ids: Sequence[str]) -> None:
        """Records a digest of the statement keys of each document."""
        keys: dict[str, list[str]] = defaultdict(list)
        for row in tx.run(self.queries["statement_keys"], ids=list(ids)):
            keys[str(row["document"])].append(str(row["key"]))
        rows = [{"id": id, "statements": digest(keys[id])} for id in ids]
        tx.run(self.queries["set_digests"], rows=rows)
        self.documents.update(ids)

    def touched(self, tx: Tx, ids: Sequence[str]) -> dict[str, Act | None]:
        """The acts that documents hold or cite, by key; None for one that no citation may mean."""
        keys = [str(row["key"]) for row in tx.run(self.queries["acts_touched"], ids=list(ids))]
        known = acts_by_key(tx, self.queries, keys)
        return {key: known.get(key) for key in keys}

    def settle(self, tx: Tx, before: dict[str, Act | None], keys: set[str]) -> set[str]:
        """Describes the acts touched anew, and tells which look-ups now find something else."""
        tx.run(self.queries["set_dataset"], props={"unfinished": True})
        self.acts |= keys
        old = {**acts_by_key(tx, self.queries, keys), **{k: a for k, a in before.items() if a is not None}}
        describe(tx, self.queries, keys)
        new = acts_by_key(tx, self.queries, keys)
        changed = [key for key in keys if before.get(key) != new.get(key)]
        acts = [*(old.get(key) for key in changed), *(new.get(key) for key in changed)]
        return {lookup for act in acts if act is not None for lookup in act.lookups}

    def _clear(self, tx: Tx, ids: Sequence[str]) -> list[str]:
        """Clears what documents state; gives the others that reused their wording, and now state less."""
        rows = tx.run(self.queries["reusing_documents"], sources=list(ids))
        for query in ("clear_references", "clear_provisions", "clear_document_statements"):
            tx.run(self.queries[query], ids=list(ids))
        return sorted({str(row["document"]) for row in rows} - set(ids))

    def _write(self, tx: Tx, units: Sequence[Unit], run: str) -> None:
        documents: list[Props] = [
            {**document_row(u.extraction, u.identity, u.curated, u.fingerprint, u.paths), "run": run}
            for u in units
        ]
        provisions = [row for u in units for row in provision_rows(u.extraction)]
        run_rows(tx, self.queries, "load_documents", documents)
        run_rows(tx, self.queries, "load_provisions", provisions)
        run_rows(tx, self.queries, "load_provision_parents", [r for r in provisions if r["parent"]])
        self._write_bodies(tx, units)
        statements = [s for u in units for s in u.stating.statements]
        write_statements(tx, self.queries, statements, run)
        self.set_digests(tx, [u.id for u in units])

    def _write_bodies(self, tx: Tx, units: Sequence[Unit]) -> None:
        bodies = {b.key: b for u in units for b in u.stating.bodies}
        rows: list[Props] = [
            {"id": b.key, "name": b.name, "instance_of": b.instance_of, "province": b.province}
            for b in bodies.values()
        ]
        run_rows(tx, self.queries, "load_body_instances", rows)
        run_rows(tx, self.queries, "load_body_classes", [r for r in rows if r["instance_of"]])
        run_rows(tx, self.queries, "load_body_provinces", [r for r in rows if r["province"]])


def digest(keys: Iterable[str]) -> str:
    """A hash over statement keys, whatever their order."""
    return hashlib.sha256("\n".join(sorted(keys)).encode()).hexdigest()


def dataset_version(digests: Sequence[Props], vocabulary: Vocabulary, decisions: Sequence[str]) -> str:
    """A hash of statement keys, vocabulary and decisions (ids): the same on every store that holds the
    same."""
    parts = [f"{row['id']} {row['statements']}" for row in digests]
    parts = [vocabulary.sha256, *sorted(parts), *(f"decision {id}" for id in sorted(decisions))]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _kept(vocabulary: Vocabulary) -> Props:
    """What the graph remembers of its vocabulary, so that answers read with the one that it was made with."""
    own = json.dumps(dict(vocabulary.own), ensure_ascii=False, sort_keys=True)
    return {
        "vocabulary": vocabulary.sha256,
        "vocabulary_name": vocabulary.name,
        "vocabulary_own": own if vocabulary.own else "",
    }
