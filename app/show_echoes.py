"""An echo answer in a terminal: the denominator, the provinces, the quotes, what is not counted."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from app.answers.echoing.echoes import HOWS
from app.answers.models.acts import DirectiveHead
from app.answers.models.echoes import EchoAnswer, Evidence, ProvinceEcho
from app.tables import console, heading, indented, plain, quoted, synthetic_line, table


def print_echoes(answer: EchoAnswer, limit: int) -> None:
    """The answer with `limit` quotes a province and way of echoing."""
    out = console()
    out.print(answer.words)
    for line in synthetic_line(answer.synthetic):
        out.print(line)
    out.print(directive_line(answer.directive))
    for conflict in answer.conflicts:
        out.print(f"note: {conflict.words}")
    _print_provinces(out, answer.provinces)
    for province in answer.provinces:
        if province.state == "echoed":
            out.print(heading(province.name))
            _print_evidence(out, province.evidence, limit)
    _print_same_measures(out, answer.provinces)
    _print_apart(out, answer, limit)
    _print_words_of_many(out, answer, limit)
    out.print(f"\nDataset version {answer.dataset_version}.")


def directive_line(head: DirectiveHead) -> str:
    """An act in one line, and whether its text is held."""
    issuer = head.issuer.name or head.issuer.id if head.issuer else None
    held = "text held" if head.text_held else "text not held"
    parts = [head.key, head.doc_type, head.date, issuer, head.subject, held]
    return " · ".join(part for part in parts if part)


def _print_provinces(out: Console, provinces: Sequence[ProvinceEcho]) -> None:
    held = [p for p in provinces if p.state != "no_documents"]
    rows = [
        (
            p.code,
            p.name,
            _state(p),
            ", ".join(p.how) or "—",
            p.first_on or "—",
            "—" if p.lag_days is None else str(p.lag_days),
            str(p.acts) if p.acts else "—",
        )
        for p in held
    ]
    if rows:
        out.print()
        columns = ("code", "province", "state", "how", "since", "days", "acts")
        out.print(table(columns, rows, right=("days", "acts")))
    absent = [p.name for p in provinces if p.state == "no_documents"]
    if absent:
        out.print(heading(f"No document here ({len(absent)})"))
        out.print(", ".join(absent))


def _state(province: ProvinceEcho) -> str:
    """The state, and how many undated acts there are beside it: they stand apart and count for nothing."""
    undated = f"{province.undated_acts} undated" if province.undated_acts else ""
    if undated and province.state == "no_echo_found":
        return f"no dated echo ({undated})"
    return plain(province.state) + (f" ({undated})" if undated else "")


def _print_evidence(out: Console, evidence: Sequence[Evidence], limit: int) -> None:
    by_way = [[e for e in evidence if e.how == how] for how in HOWS]
    shown = [piece for pieces in by_way for piece in pieces[:limit]]
    for piece in shown:
        out.print(indented(_where(piece), 2))
        out.print(indented(f"{quoted(piece.quote, 220)} [{piece.start}–{piece.end}]", 4))
        if piece.how in ("reuses", "adopts"):
            source = f"{quoted(piece.source_quote, 220)} [{piece.source_start}–{piece.source_end}]"
            out.print(indented(f"{'from' if piece.how == 'reuses' else 'as in'} {source}", 4))
        out.print(indented(f"key {piece.key}", 4))
    if len(evidence) > len(shown):
        out.print(f"  … {len(evidence) - len(shown)} more (--evidence {max(map(len, by_way))}, or --json)")


def _print_same_measures(out: Console, provinces: Sequence[ProvinceEcho]) -> None:
    """A line a province: its first order, and how many more there are."""
    adopting = [p for p in provinces if p.state == "same_measures"]
    if adopting:
        out.print(heading("Same measures, ordered after it, the directive neither named nor quoted"))
    for province in adopting:
        first, more = province.evidence[0], len(province.evidence) - 1
        further = f"; {more} more in --json" if more else ""
        quote = quoted(first.quote, 80)
        out.print(
            indented(f"{province.name}, {first.date} {first.number}: {first.measure} {quote}{further}", 2)
        )


def _without_province(act: str | None) -> str:
    """Why an act has no province: central acts have none, others do not state it."""
    return "province not stated" if "~" in (act or "") else "central act"


def _where(piece: Evidence) -> str:
    detail = piece.relation or piece.grade or piece.measure
    marks = [piece.date or "undated", piece.number or piece.act or piece.document[:12]]
    how = f"{piece.how} ({detail})" if detail else piece.how
    via = f" by way of {' → '.join(piece.via)}" if piece.via else ""
    curated = ", province curated" if piece.place_basis == "curated" else ""
    basis = f", {piece.basis}" if piece.basis != "stated" else ""
    return f"{' '.join(marks)}: {how}{via}{basis}{curated}"


def _print_apart(out: Console, answer: EchoAnswer, limit: int) -> None:
    if answer.unplaced:
        out.print(heading("Not placed or not dated: these answer it, and nobody may guess where or when"))
        for item in answer.unplaced:
            where = f", {item.province.name}" if item.province else ""
            out.print(f"Document {item.document[:12]} ({item.number or 'no number'}{where}): {item.reason}")
            _print_evidence(out, item.evidence, limit)
    if answer.no_echo:
        out.print(heading("Shown and not counted"))
        for no in answer.no_echo:
            name = no.province.name if no.province else _without_province(no.act)
            out.print(f"  {no.date or 'undated'} {no.number or no.document[:12]} ({name}): {no.reason}")
            quote = f"{quoted(no.evidence.quote, 220)} [{no.evidence.start}–{no.evidence.end}]"
            out.print(indented(quote, 4))
    if answer.other_levels:
        out.print(heading("Acts of other levels: count by --level"))
        for other in answer.other_levels:
            name = other.province.name if other.province else "?"
            level, how = other.level or "level not known", ", ".join(other.how)
            out.print(f"  {other.date} {other.number or other.document[:12]} ({name}, {level}): {how}")


def _print_words_of_many(out: Console, answer: EchoAnswer, limit: int) -> None:
    """Citations that do not tell which act they mean, and wording that is common property."""
    if answer.unresolved_total:
        out.print(heading("Citations that do not tell which act of this number they mean"))
    for cited in answer.unresolved[:limit]:
        where = f"{cited.date or 'undated'} {cited.number or cited.document[:12]}"
        out.print(f"  {where}: {' or '.join(cited.candidates)}")
        out.print(indented(f"{quoted(cited.quote, 220)} [{cited.start}–{cited.end}], key {cited.key}", 4))
    if answer.formulas:
        out.print(heading("Wording of the directive that many provinces share, and that is no echo"))
    for formula in answer.formulas[:limit]:
        out.print(indented(f"{quoted(formula.quote, 220)} [{formula.start}–{formula.end}]", 2))
        out.print(indented(f"formula {formula.id}, key {formula.key}", 2))
