"""Where the catalogue of acts and the texts disagree: both are kept, and the difference is noted on the act.

Noted when an ingest ends, for the acts that it touched: a popular act has thousands of citations, too many to
look through whenever somebody asks.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection

from graph.queries import Queries
from graph.store import Tx
from ingest.statements.statement import Props

_FIELDS = ("date", "issuer")
Place = tuple[str, str, str]  # field, by, what is said


def note_conflicts(tx: Tx, queries: Queries, keys: Collection[str]) -> None:
    """Brings what is noted of the acts with these keys up to date."""
    wanted = sorted(keys)
    found: dict[str, dict[Place, Props]] = defaultdict(dict)
    for row in tx.run(queries["catalogue_conflicts"], keys=wanted):
        for field in _FIELDS:
            if _disagree(field, row[field], row[f"said_{field}"]):
                _add(found[str(row["key"])], field, row)
    rows: list[Props] = [
        {"key": key, "conflicts": _json(found[key]) if key in found else None} for key in wanted
    ]
    tx.run(queries["set_conflicts"], rows=rows)


def _disagree(field: str, listed: object, said: object) -> bool:
    """A date is said as far as it is known: a year alone agrees with every day of it."""
    if listed is None or said is None:
        return False
    return not str(listed).startswith(str(said)) if field == "date" else listed != said


def _add(found: dict[Place, Props], field: str, row: Props) -> None:
    place = field, str(row["by"]), str(row[f"said_{field}"])
    known = found.get(place)
    times, statement = int(str(row["times"])), str(row["statement"])
    found[place] = {
        "field": field,
        "catalogue": row[field],
        "said": row[f"said_{field}"],
        "by": row["by"],
        "times": times + (int(str(known["times"])) if known else 0),
        "statement": min(statement, str(known["statement"])) if known else statement,
    }


def _json(found: dict[Place, Props]) -> str:
    return json.dumps([found[place] for place in sorted(found)], ensure_ascii=False)
