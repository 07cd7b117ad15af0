"""Denominators and absences in words: no bare zero."""

from __future__ import annotations

from collections.abc import Sequence

from app.answers.models import DirectiveHead, EchoDenominator

CENTRAL = "issued by a central body"


def count(number: int, thing: str, plural: str = "") -> str:
    """`1 document`, `2 documents`."""
    return f"{number} {thing if number == 1 else plural or thing + 's'}"


def echo_words(directive: DirectiveHead, out_of: EchoDenominator, reasons: Sequence[str]) -> str:
    """ "0 of 2 provinces with documents echo 172-TB/TW; 1 document not placed; 61 of 63 provinces have …"."""
    name = directive.number or directive.key
    verb = "echoes" if out_of.with_documents == 1 else "echo"
    parts = [f"{out_of.echoed} of {count(out_of.with_documents, 'province')} with documents {verb} {name}"]
    if out_of.same_measures:
        parts.append(f"{out_of.same_measures} more only order the same measures")
    central = sum(1 for reason in reasons if reason == CENTRAL)
    if len(reasons) > central:
        parts.append(f"{count(len(reasons) - central, 'document')} not placed")
    if central:
        parts.append(f"{count(central, 'document')} of central bodies")
    if out_of.no_documents:
        parts.append(f"{out_of.no_documents} of {out_of.provinces} provinces have no document here")
    return "; ".join(parts)
