"""Sequences of decisions: carried out, replayed into an empty store, undone; and what a store then holds."""

from __future__ import annotations

from collections.abc import Sequence

from app.answers.comparing.comparison import compare
from app.answers.echoing.echoes import echoes
from app.answers.sources.decisions import list_decisions
from app.answers.surveying.coverage import coverage
from graph.queries import inline
from graph.queries import shipped as queries
from graph.store import Store
from ingest.decisions.log import Action, Decision, Target, Value, live
from ingest.decisions.mirror import Mirror
from ingest.pipeline import ingest
from ingest.vocabulary import shipped as vocabulary
from tests.decisions.making import STATEMENTS, carry_out, holding_documents, made, target_of, undo
from tests.store.corpus import REAL, SAMPLE, load
from tests.store_fixtures import clear

# Real ones, and some of the sample that cite each other and central acts.
DOCUMENTS = sorted([*REAL.glob("*.txt"), *sorted(SAMPLE.glob("*.txt"))[:10]])
CITED = ("172-TB/TW@2020", "19/CT-TTg@2020", "16/CT-TTg@2020")
EVERYTHING = inline(
    "MATCH (d:Document)-[r]->(t) WHERE r.key IS NOT NULL RETURN d.id AS source, type(r) AS type,"
    " coalesce(t.key, t.id, t.code) AS target, properties(r) AS props UNION ALL"
    " MATCH (:Document)-[:HAS_PROVISION]->(p:Provision)-[r]->(t) WHERE r.key IS NOT NULL RETURN"
    " p.key AS source, type(r) AS type, coalesce(t.key, t.id, t.code) AS target, properties(r) AS props"
)
ACTS = inline("MATCH (d:Directive) RETURN properties(d) AS props ORDER BY d.key")

# A decision of a sequence: its kind, and two numbers that choose among what there is at that moment.
Step = tuple[str, int, int]
KINDS = ("accept", "reject", "relation", "act", "state", "measure", "set", "undo")
RELATIONS = ("implements", "based_on", "amends", "replaces", "refuses", "reports", "mentions")
ACTS_MEANT = (*CITED, "5/CV-UBND@2020~10")
STATES = ("ordered", "avoided", "lifted", "mentioned")
MEASURES = ("5k", "deo-khau-trang", "gian-cach-xa-hoi")
OF_MEASURE = ("ORDERS", "AVOIDS", "LIFTS", "MENTIONS")
FIELDS = (("province", "10"), ("province", "72"), ("number", "99/CT-UBND"), ("date", "2020-05-06"))


def contents(store: Store) -> tuple[list[str], list[str]]:
    """All statements and acts with their properties, less what differs from run to run."""
    rows = store.read(EVERYTHING)
    for row in rows:
        row["props"].pop("run")
        row["props"] = sorted(row["props"].items())
    return sorted(map(str, rows)), [str(sorted(row["props"].items())) for row in store.read(ACTS)]


def answers(store: Store) -> list[str]:
    """What the store answers."""
    asked = [
        *(echoes(store, key) for key in CITED),
        compare(store, []),
        coverage(store),
        list_decisions(store, limit=1000),
    ]
    return [answer.model_dump_json() for answer in asked]


def decided(store: Store, steps: Sequence[Step], log: list[Decision]) -> None:
    """Carries out a sequence of decisions, each on what the one before left."""
    for kind, which, what in steps:
        decision = _step(store, kind, which, what, log)
        if decision is not None:
            log.append(decision)
            carry_out(store, decision)


def _step(store: Store, kind: str, which: int, what: int, log: list[Decision]) -> Decision | None:
    if kind == "undo":
        return undo(log[which % len(log)]) if log else None
    if kind == "set":
        ids = sorted(holding_documents(store).values())
        field, value = FIELDS[what % len(FIELDS)]
        return made(Target(ids[which % len(ids)], field), "set", value)
    types = {"relation": ("CITES",), "act": ("CITES",), "state": OF_MEASURE, "measure": OF_MEASURE}.get(kind)
    rows = [row for row in store.read(STATEMENTS) if types is None or row["type"] in types]
    target = target_of(rows[which % len(rows)])
    action, value = _said(kind, what)
    return made(target, action, value)


def _said(kind: str, what: int) -> tuple[Action, Value]:
    choices = {"relation": RELATIONS, "act": ACTS_MEANT, "state": STATES, "measure": MEASURES}
    if kind not in choices:
        return ("accept", None) if kind == "accept" else ("reject", None)
    name = {"relation": "relation", "state": "state"}.get(kind, "target")
    return "correct", {name: choices[kind][what % len(choices[kind])]}


def replayed(store: Store, steps: Sequence[Step], mirror: Mirror) -> None:
    """Carries out a sequence, replays it into the emptied store, undoes it. AssertionError where it differs.

    mirror: an empty log, which the sequence is written to.
    """
    clear(store)
    load(store, DOCUMENTS)
    before, log = contents(store), list[Decision]()
    decided(store, steps, log)
    expected = contents(store), answers(store)

    mirror.append(log)
    clear(store)
    report = ingest(store, queries(), vocabulary(), DOCUMENTS, mirror=mirror)
    assert sorted(report.decided) == sorted(decision.id for decision in log)
    assert (contents(store), answers(store)) == expected

    for decision in live(log):
        carry_out(store, undo(decision))
    assert contents(store) == before
