"""What an act is known by, put together from its text, the catalogue and the citations of it.

The text held comes first, then the catalogue, then what most citations say; a tie falls to the least value,
so that the order of loading does not matter. What catalogue and texts say each stays on its own properties.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from graph.queries import Queries
from graph.store import Tx
from ingest.resolving.acts import Act, serial_of
from ingest.statements.statement import Props
from ingest.text.normalise import bare_of

Row = Mapping[str, object]
_FIELDS = ("number", "date", "doc_type", "issuer")


def describe(tx: Tx, queries: Queries, keys: Collection[str]) -> None:
    """Sets number, date, type, issuer, subject, province and `known` of the acts with these keys."""
    wanted = sorted(keys)
    texts = _by_key(tx.run(queries["act_texts"], keys=wanted))
    catalogue = _by_key(tx.run(queries["act_catalogue"], keys=wanted))
    citations = _by_key(tx.run(queries["act_citations"], keys=wanted))
    rows = [{"key": key, "props": _props(key, texts[key], catalogue[key], citations[key])} for key in wanted]
    tx.run(queries["describe_acts"], rows=rows)


def acts_by_key(tx: Tx, queries: Queries, keys: Collection[str]) -> dict[str, Act]:
    """The acts of the universe among these keys."""
    return {a.key: a for a in map(act_of, tx.run(queries["acts_by_key"], keys=sorted(keys))) if a is not None}


def act_of(row: Row) -> Act | None:
    """A row of a query on acts as an Act; None for one that no citation may mean."""
    if row.get("known") is False:
        return None
    text = {
        name: str(row[name]) if row[name] is not None else None for name in (*_FIELDS, "topic", "province")
    }
    return Act(key=str(row["key"]), held=bool(row["held"]), **text)


def _props(key: str, texts: list[Row], catalogue: list[Row], citations: list[Row]) -> Props:
    stated = sorted(texts, key=lambda row: str(row["document"]))
    props: Props = {name: _first(name, stated, catalogue, citations) for name in _FIELDS}
    number = props["number"]
    subject = next((str(row["subject"]) for row in stated if row["subject"]), None)
    known = bool(texts or catalogue or (number and props["date"]))
    return {
        **props,
        "serial": (serial_of(str(number)) or "").lstrip("0") or None if number else None,
        "subject": subject,
        "subject_fold": bare_of(subject) if subject else None,
        "province": province_of(key),
        "known": known,
        "basis": "catalogue" if catalogue and not texts else "stated",
        "held": bool(texts),
    }


def province_of(key: str) -> str | None:
    """The province in a key: `230-CV/TU@2021~72` -> 72; "?" where unknown; None for central acts."""
    if "~" not in key:
        return None
    place = key.rsplit("~", 1)[1]
    return "?" if place.startswith("?") else place.split(".")[0]


def _first(name: str, texts: Iterable[Row], catalogue: Iterable[Row], citations: Iterable[Row]) -> object:
    for row in (*texts, *catalogue):
        if row[name] is not None:
            return row[name]
    times: dict[str, int] = defaultdict(int)
    for row in citations:
        if row[name] is not None:
            times[str(row[name])] += int(str(row["times"]))
    return min(times, key=lambda value: (-times[value], value), default=None)


def _by_key(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[str(row["key"])].append(row)
    return grouped
