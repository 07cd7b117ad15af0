"""Denominators and absences in words: no bare zero."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.answers.models.acts import DirectiveHead
from app.answers.models.comparison import BodyDenominator, CompareDenominator, Units
from app.answers.models.echoes import EchoDenominator, How, ProvinceEcho
from app.answers.models.formulas import FormulaRow
from app.answers.models.found import ReferenceState
from app.answers.models.held import DocumentSummary, Endpoint

_COLUMN = {"2020": "province", "2025": "unit"}
CENTRAL = "issued by a central body"
UNDATED = "undated"


def count(number: int, thing: str, plural: str = "") -> str:
    """`1 document`, `2 documents`."""
    return f"{number} {thing if number == 1 else plural or thing + 's'}"


def directive_words(head: DirectiveHead, citing: int, unresolved: int = 0) -> str:
    """What is known of an act: "issued on 2020-03-21, by the catalogue; text not held; …"."""
    if head.text_held:
        issued = f"its text held in {count(len(head.documents), 'document')}"
    else:
        day = f" on {head.date}" if head.date else ""
        issued = f"issued{day}, by the {'catalogue' if head.catalogued else 'citations'}; text not held"
    cited = f"{count(citing, 'document')} {'cites' if citing == 1 else 'cite'} it"
    words = f"{issued}; {cited if citing else 'cited by no document here'}"
    return words + (f"; {unresolved_words(unresolved, head.number or 'it')}" if unresolved else "")


def echo_words(
    directive: DirectiveHead, out_of: EchoDenominator, reasons: Sequence[str], unresolved: int = 0
) -> str:
    """ "0 of 2 provinces with documents echo 172-TB/TW; 1 document not placed; 61 of 63 provinces have …"."""
    name = directive.number or directive.key
    verb = "echoes" if out_of.with_documents == 1 else "echo"
    parts = [f"{out_of.echoed} of {count(out_of.with_documents, 'province')} with documents {verb} {name}"]
    if out_of.same_measures:
        parts.append(f"{out_of.same_measures} more only order the same measures")
    central, undated = reasons.count(CENTRAL), reasons.count(UNDATED)
    if others := len(reasons) - central - undated:
        parts.append(f"{count(others, 'document')} not placed")
    if undated:
        parts.append(f"{count(undated, 'document')} without date")
    if central:
        parts.append(f"{count(central, 'document')} of central bodies")
    if unresolved:
        parts.append(unresolved_words(unresolved, directive.number or "it"))
    if out_of.no_documents:
        parts.append(f"{out_of.no_documents} of {out_of.provinces} provinces have no document here")
    return "; ".join(parts)


def unresolved_words(unresolved: int, number: str) -> str:
    """ "2 citations name 05/CT-TTg and not which act of this number"."""
    verb = "names" if unresolved == 1 else "name"
    return f"{count(unresolved, 'citation')} {verb} {number} and not which act of this number"


_STATES = {
    "no_documents": "no document here",
    "no_echo_found": "no echo found in {documents}",
    "same_measures": "neither named nor quoted; the same measures ordered since {first_on}",
    "echoed": "echoed since {first_on}, by {acts}",
}


def province_words(province: ProvinceEcho, documents: int, undated: Sequence[How]) -> str:
    """A province's answer in words: "no dated echo; 1 undated act cites it"."""
    words = _STATES[province.state].format(
        documents=count(documents, "document"),
        first_on=province.first_on,
        acts=count(province.acts, "act"),
    )
    if not province.undated_acts:
        return words
    verb = "cite" if set(undated) == {"cites"} else "answer"
    also = (
        f"{count(province.undated_acts, 'undated act')} {verb}{'s' if province.undated_acts == 1 else ''} it"
    )
    return f"no dated echo; {also}" if province.state == "no_echo_found" else f"{words}; {also}"


def compare_words(out_of: CompareDenominator, units: Units = "2020") -> str:
    """ "2 of 2 provinces have documents here (3 documents); 25 of 89 measures are stated in them"."""
    have = "has" if out_of.with_documents == 1 else "have"
    return (
        f"{out_of.with_documents} of {count(out_of.provinces, _COLUMN[units])} {have} documents here "
        f"({count(out_of.documents, 'document')}); "
        f"{out_of.measures_found} of {count(out_of.measures, 'measure')} stated in them"
    )


def charging_words(out_of: BodyDenominator, units: Units = "2020") -> str:
    """ "2 of 2 provinces have documents here (3 documents); 14 bodies are charged with tasks in them"."""
    have = "has" if out_of.with_documents == 1 else "have"
    are = "is" if out_of.bodies_charged == 1 else "are"
    return (
        f"{out_of.with_documents} of {count(out_of.provinces, _COLUMN[units])} {have} documents here "
        f"({count(out_of.documents, 'document')}); "
        f"{count(out_of.bodies_charged, 'body', 'bodies')} {are} charged with tasks in them"
    )


_NAMED = ("Measure", "Body", "Province", "Provision")
_VERBS = {
    "CITES": "cites",
    "ORDERS": "orders",
    "AVOIDS": "avoids",
    "LIFTS": "lifts",
    "MENTIONS": "mentions",
    "ASSIGNS": "charges",
    "NAMES": "names",
    "REUSES": "reuses words of",
    "SHARES": "shares the formula",
    "TEXT_OF": "is the text of",
    "ISSUED_IN": "was issued in",
    "ISSUED_BY": "was issued by",
    "ADDRESSED_TO": "is addressed to",
    "SENT_TO": "is sent to",
}


def statement_words(
    document: DocumentSummary, kind: str, about: Endpoint, props: Mapping[str, object]
) -> str:
    """A statement as a sentence: "230-CV/TU (Tây Ninh, 2021-07-04) orders giãn cách xã hội"."""
    marks = [mark for mark in (document.province.name if document.province else None, document.date) if mark]
    where = f" ({', '.join(marks)})" if marks else ""
    subject = f"{document.number or document.act}{where}"
    target = about.name if about.label in _NAMED and about.name else about.key
    extra = (
        f" ({props['relation']})" if kind == "CITES" else f" ({props['grade']})" if kind == "REUSES" else ""
    )
    return f"{subject} {_VERBS[kind]} {target}{extra}"


def measure_words(ordering: int, out_of: CompareDenominator) -> str:
    """In words: 9 of 34 provinces with documents order it; 29 of 63 provinces have no document here."""
    absent = out_of.provinces - out_of.with_documents
    words = f"{ordering} of {count(out_of.with_documents, 'province')} with documents order it, by dated acts"
    return words + (f"; {absent} of {out_of.provinces} provinces have no document here" if absent else "")


def coverage_words(provinces: int, documents: int, undated: int, unplaced: int, central: int) -> str:
    """ "4 documents of 2 of 63 provinces; 1 without province; 1 without date; 0 of central bodies"."""
    return (
        f"{count(documents, 'document')}, of {provinces} of 63 provinces; {unplaced} without province; "
        f"{undated} without date; {central} of central bodies"
    )


def search_words(hits: int, documents: int, *, cut: bool) -> str:
    """ "37 hits in 54 documents searched"; that more hold the words where the ranking was cut."""
    more = "; more hold these words, only the first documents were ranked" if cut else ""
    return f"{count(hits, 'hit')} in {count(documents, 'document')} searched{more}"


def relation_words(name: str, counts: Mapping[str, int]) -> str:
    """ "172-TB/TW cites 3 times and is cited 12 times by texts held here"."""
    out, into = (sum(n for key, n in counts.items() if key.startswith(side)) for side in ("out.", "in."))
    return f"{name} cites {count(out, 'time')} and is cited {count(into, 'time')} by texts held here"


def new_words(documents: int, directives: int, since: str) -> str:
    """ "3 documents and 12 acts first cited since 2026-11-24"."""
    return f"{count(documents, 'document')} and {count(directives, 'act')} first cited since {since}"


def reference_words(counts: Mapping[ReferenceState, int]) -> str:
    """ "5 references: 3 found, 1 ambiguous, 1 not in corpus"."""
    states = ", ".join(f"{number} {state.replace('_', ' ')}" for state, number in counts.items())
    return f"{count(sum(counts.values()), 'reference')}: {states}"


def adoption_words(
    measure: str, first: Sequence[str], ordering: int, with_documents: int, absent: int
) -> str:
    """ "Sơn La ordered Xét nghiệm first; 9 of 34 provinces with documents order it; 29 have none here"."""
    movers = f"{' and '.join(first)} ordered {measure} first; " if first else ""
    words = (
        f"{movers}{ordering} of {count(with_documents, 'province')} with documents order it, by dated acts"
    )
    return words + (f"; {count(absent, 'province')} have no document here" if absent else "")


def peculiar_words(name: str, peculiar: int, ordered: int, held: int, others: int) -> str:
    """ "Of 12 measures that Sơn La ordered, 3 were ordered by none of the 5 others with …"."""
    return (
        f"Of {count(ordered, 'measure')} that {name} ordered, {peculiar} were ordered by none of the "
        f"{count(held, 'other province')} with documents in its region, which has {others} others"
    )


def wanted_words(acts: int, most: int) -> str:
    """ "12 acts are cited here and not held; the first by 9 provinces"."""
    are = "is" if acts == 1 else "are"
    first = f"; the first by {count(most, 'province')}" if acts else ""
    return f"{count(acts, 'act')} {are} cited here and not held{first}"


def formula_words(formula: FormulaRow) -> str:
    """ "Shared by 6 provinces and 1 act of central bodies, in 7 documents since 2021-02-01: no reuse …"."""
    central = f" and {count(formula.central, 'act')} of central bodies" if formula.central else ""
    since = f" since {formula.first_on}" if formula.first_on else ""
    return (
        f"Shared by {count(formula.provinces, 'province')}{central}, in "
        f"{count(formula.documents, 'document')}{since}: no reuse of one from another"
    )
