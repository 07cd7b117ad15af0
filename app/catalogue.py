"""The acts that a person added to the catalogue: kept in the store, so that every later ingest knows them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from app.user_files import catalogue_act, with_catalogue
from graph.queries import shipped as shipped_queries
from graph.store import Store
from ingest.vocabulary import CatalogueAct, Vocabulary, shipped


def vocabulary_of(store: Store, added: Iterable[CatalogueAct] = ()) -> Vocabulary:
    """The shipped vocabulary with the acts that the store keeps, and those added now, kept from here on."""
    kept = {act.key: act for act in _kept(store)}
    new = {act.key: act for act in added}
    if new and {**kept, **new} != kept:
        kept.update(new)
        rows = json.dumps([asdict(kept[key]) for key in sorted(kept)], ensure_ascii=False, sort_keys=True)
        store.write(shipped_queries()["set_dataset"], props={"catalogue": rows})
    return with_catalogue(shipped(), kept.values())


def _kept(store: Store) -> list[CatalogueAct]:
    rows = store.read(shipped_queries()["own_catalogue"])
    acts = json.loads(str(rows[0]["catalogue"])) if rows and rows[0]["catalogue"] else []
    return [catalogue_act(act) for act in acts]
