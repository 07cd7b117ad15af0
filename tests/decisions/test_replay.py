"""Any sequence of decisions, replayed into an empty store, gives the same answers and the same version.

`python -m bench.replays` tries sequences at random.
"""

from __future__ import annotations

from pathlib import Path

from graph.store import Store
from ingest.decisions.log import Decision
from ingest.decisions.mirror import Mirror
from tests.decisions.making import STATEMENTS, carry_out, made, target_of
from tests.decisions.sequences import DOCUMENTS, answers, contents, decided, replayed
from tests.store.corpus import load
from tests.store_fixtures import clear

# Each kind of decision, one that is undone, two about the same field of a document, two about one citation.
STEPS = [
    ("set", 0, 0),
    ("reject", 3, 0),
    ("act", 1, 1),
    ("undo", 0, 0),
    ("measure", 5, 1),
    ("state", 9, 2),
    ("accept", 7, 0),
    ("act", 0, 3),
    ("act", 0, 0),
    ("relation", 2, 4),
    ("set", 2, 1),
    ("set", 2, 0),
    ("undo", 10, 0),
]


def test_decisions_replayed_give_the_same_answers_and_undone_the_first_ones(
    store: Store, tmp_path: Path
) -> None:
    replayed(store, STEPS, Mirror(tmp_path / "decisions.jsonl"))


def test_decisions_carried_out_in_any_order_come_to_the_same(store: Store, tmp_path: Path) -> None:
    load(store, DOCUMENTS)
    log: list[Decision] = []
    decided(
        store, [("set", 1, 1), ("reject", 5, 0), ("relation", 0, 4), ("state", 2, 2), ("undo", 1, 0)], log
    )
    expected = contents(store), answers(store)
    clear(store)
    load(store, DOCUMENTS)
    for decision in reversed(log):
        carry_out(store, decision)
    assert (contents(store), answers(store)) == expected


def test_the_same_decisions_again_change_nothing(store: Store) -> None:
    load(store, DOCUMENTS[:3])
    decision = made(target_of(store.read(STATEMENTS)[0]), "reject")
    first = carry_out(store, decision)
    again = carry_out(store, decision)
    assert (first.changed, again.changed) == (True, False)
    assert again.dataset_version == first.dataset_version
