"""What speaks for an echo, before it is placed: which pieces count, and the way that a relay takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.fuzz import ratio

from app.answers.asking.kept import State, first_orders
from app.answers.asking.reading import queries
from app.answers.echoing.channels import channel_of
from app.answers.models.acts import DirectiveHead
from app.answers.models.echoes import Evidence, Step
from graph.store import Reader
from ingest.steps.echo_rows import EchoRow, Origin

_CONTRARY = frozenset({"refuses", "replaces"})
_SAME = frozenset({"reuses", "adopts"})  # ways that show the same words or measure, and no stance


def is_earlier(own: str | None, given: str | None) -> bool:
    """Whether a date is before another; a year or month alone is compared as far as both dates go."""
    if own is None or given is None:
        return False
    length = min(len(own), len(given))
    return own[:length] < given[:length]


class Ways:
    """By which piece each act below the centre echoes a directive: the shortest way first, then the earliest.

    A piece counts if it is no refusal, dated, and neither before the directive nor before what it relays.
    Words and measures of an act that refuses or replaces the directive are no echo either, unless it cites
    it affirmatively elsewhere.
    """

    def __init__(self, directive: DirectiveHead, rows: Sequence[EchoRow]) -> None:
        self._since = directive.date
        self._against = _against(rows)
        self._directive = directive.key
        self._by_act: dict[str, EchoRow] = {}
        relaying: dict[str, list[EchoRow]] = defaultdict(list)
        direct = []
        for row in rows:
            if row.how == "relays":
                relaying[row.target].append(row)
            else:
                direct.append(row)
        while direct:
            found = self._take(direct)
            direct = [row for act in found for row in relaying.get(act, ())]

    def _take(self, rows: Iterable[EchoRow]) -> list[str]:
        """Takes in the acts that these pieces make echo and that did not yet."""
        best: dict[str, EchoRow] = {}
        for row in rows:
            act = row.holder.act
            if not row.holder.central and act not in self._by_act and self.counts(row):
                held = best.get(act)
                if held is None or _order(row) < _order(held):
                    best[act] = row
        self._by_act.update(best)
        return list(best)

    def counts(self, row: EchoRow) -> bool:
        """Whether a piece is an echo by its relation and dates."""
        date = row.holder.date
        return self.no_echo(row) is None and date is not None and not self.is_early(row)

    def no_echo(self, row: EchoRow) -> str | None:
        """The relation for which a piece is no echo, its own or its act's; None where it may be one."""
        if not row.is_echoing:
            return row.relation
        return self._against.get(row.holder.act) if row.how in _SAME else None

    def is_early(self, row: EchoRow) -> bool:
        """Whether a piece is dated before the directive."""
        return is_earlier(row.holder.date, self._since)

    def precedes(self, row: EchoRow) -> bool:
        """Whether a relay is dated before the act that it relays."""
        return row.how == "relays" and is_earlier(row.holder.date, self._by_act[row.target].holder.date)

    def leads(self, row: EchoRow) -> bool:
        """Whether a piece leads to the directive: a relay does if the act that it cites echoes."""
        return row.how != "relays" or row.target in self._by_act

    def steps(self, row: EchoRow) -> list[EchoRow]:
        """The pieces from a relay down to the one that names or quotes the directive."""
        found = [row]
        while found[-1].how == "relays":
            found.append(self._by_act[found[-1].target])
        return found


def _against(rows: Iterable[EchoRow]) -> dict[str, str]:
    """The acts that refuse or replace the directive and nowhere cite it affirmatively, with the relation."""
    cited = [row for row in rows if row.how == "cites"]
    affirming = {row.holder.act for row in cited if row.is_echoing}
    return {
        row.holder.act: row.relation
        for row in cited
        if row.relation in _CONTRARY and row.holder.act not in affirming
    }


def _order(row: EchoRow) -> tuple[str, str, int, str]:
    return (row.holder.date or "", row.holder.id, row.start, row.key)


def adopting(reader: Reader, state: State, directive: DirectiveHead, levels: Sequence[str]) -> list[EchoRow]:
    """First orders, after the directive, of measures that it orders and nobody there had ordered before."""
    if not directive.documents:
        return []
    ordered = ordered_by(reader, directive)
    found = []
    for rows in first_orders(reader, state, sorted(ordered), directive.date or ""):
        of_level = [row for row in rows if row.holder.level in levels and row.holder.act != directive.key]
        first = min((str(row.holder.date) for row in of_level), default=None)
        found += [row for row in of_level if row.holder.date == first]
    return found


def ordered_by(reader: Reader, directive: DirectiveHead) -> dict[str, list[Origin]]:
    """The measures that a directive's documents order, each with all its orders, by document and place."""
    ordered: dict[str, list[Origin]] = defaultdict(list)
    for row in reader.read(queries()["orders_of_act"], documents=directive.documents):
        origin = Origin(str(row["document"]), str(row["quote"]), int(str(row["start"])), int(str(row["end"])))
        ordered[str(row["measure"])].append(origin)
    return dict(ordered)


def most_alike(quote: str, orders: Sequence[Origin]) -> Origin | None:
    """The order whose words are most like a quote's, letter by letter; the first of those equally alike."""
    return max(orders, key=lambda order: ratio(_plain(quote), _plain(order.quote)), default=None)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def evidence_of(
    row: EchoRow, ways: Ways, directive: str, ordered: Mapping[str, Sequence[Origin]]
) -> Evidence:
    """A piece as an answer shows it: a relay with every step, an adoption with the directive's own words."""
    steps = ways.steps(row) if row.how == "relays" and ways.leads(row) else []
    origin = most_alike(row.quote, ordered.get(row.target, ())) if row.how == "adopts" else row.origin
    holder = row.holder
    return Evidence(
        key=row.key,
        document=holder.id,
        how=row.how,  # type: ignore[arg-type]
        relation=row.relation,
        quote=row.quote,
        start=row.start,
        end=row.end,
        rule=row.rule,
        basis=row.basis,
        source_quote=origin.quote if origin else None,
        source_document=origin.document if origin else None,
        source_start=origin.start if origin else None,
        source_end=origin.end if origin else None,
        grade=origin.grade if origin else None,
        score=origin.score if origin else None,
        number=holder.number,
        date=holder.date,
        act=holder.act,
        channel=channel_of(holder.number, holder.issuer),
        via=[*(step.target for step in steps[:-1]), directive] if steps else [],
        path=[_step(step, directive) for step in steps],
        measure=row.target if row.how == "adopts" else None,
        place_basis=holder.place_basis,
    )


def _step(row: EchoRow, directive: str) -> Step:
    return Step(
        act=row.holder.act,
        number=row.holder.number,
        date=row.holder.date,
        document=row.holder.id,
        to=row.target if row.how == "relays" else directive,
        how=row.how,  # type: ignore[arg-type]
        key=row.key,
        quote=row.quote,
        start=row.start,
        end=row.end,
    )
