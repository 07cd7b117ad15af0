"""The vocabulary that a graph was made with, and the acts that a person added to its catalogue.

The graph keeps both: name, hash and own files of the vocabulary, so that every command, page and later ingest
reads with the one that it was made with, whether or not the folder is still at hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

from app.user_files import catalogue_act, with_catalogue
from graph.queries import shipped as shipped_queries
from graph.store import Reader, Store
from ingest.vocabulary import BUILT_IN, CatalogueAct, Vocabulary, kept_vocabulary, load_vocabulary, shipped

_KEPT_AT_HAND = 8  # vocabularies of graphs, by hash


def read_vocabulary(folder: Path | None) -> Vocabulary | None:
    """The vocabulary in a folder; `built-in` is the program's own, None chooses none. Raises
    VocabularyInvalid."""
    if folder is None:
        return None
    return shipped() if str(folder) == BUILT_IN else load_vocabulary(folder)


def vocabulary_of(
    store: Store, added: Iterable[CatalogueAct] = (), chosen: Vocabulary | None = None
) -> Vocabulary:
    """The vocabulary that the graph was made with, or the one chosen in its place; with the acts that the
    store keeps, and those added now, kept from here on. Raises VocabularyInvalid."""
    kept = {act.key: act for act in kept_acts(store)}
    new = {act.key: act for act in added}
    if new and {**kept, **new} != kept:
        kept.update(new)
        rows = json.dumps([asdict(kept[key]) for key in sorted(kept)], ensure_ascii=False, sort_keys=True)
        store.write(shipped_queries()["set_dataset"], props={"catalogue": rows})
    return with_catalogue(chosen or made_with(store), kept.values())


def made_with(store: Reader) -> Vocabulary:
    """The vocabulary that the graph was made with, without added acts: its own files and the built-in rest.

    Raises VocabularyInvalid where this program no longer reads the files that the graph keeps.
    """
    rows = store.read(shipped_queries()["kept_vocabulary"])
    own = str(rows[0]["own"] or "") if rows else ""
    return _of_own_files(str(rows[0]["name"]), own) if own else shipped()


def answering(store: Store) -> Vocabulary:
    """The vocabulary to answer with from this store; remembered by its hash."""
    rows = store.read(shipped_queries()["dataset"])
    sha256 = str(rows[0]["vocabulary"] or "") if rows else ""
    if not sha256:
        return shipped()
    if sha256 not in _AT_HAND:
        while len(_AT_HAND) >= _KEPT_AT_HAND:
            _AT_HAND.pop(next(iter(_AT_HAND)), None)
        _AT_HAND[sha256] = vocabulary_of(store)
    return _AT_HAND[sha256]


_AT_HAND: dict[str, Vocabulary] = {}


@lru_cache(maxsize=_KEPT_AT_HAND)
def _of_own_files(name: str, own: str) -> Vocabulary:
    return kept_vocabulary(name, json.loads(own), f"vocabulary {name} kept in the graph")


def kept_acts(store: Store) -> list[CatalogueAct]:
    """The acts that people added to the catalogue of this graph."""
    rows = store.read(shipped_queries()["kept_vocabulary"])
    acts = json.loads(str(rows[0]["catalogue"])) if rows and rows[0]["catalogue"] else []
    return [catalogue_act(act) for act in acts]
