"""How much of an act a document holds (toàn văn, trích, tin): told by the parts that an act has (Decree
30/2020/NĐ-CP, annex I)."""

from __future__ import annotations

import re
from typing import Literal

from ingest.documents import Extraction

Completeness = Literal["full", "excerpt", "report"]
# A line that says that something was left out: "(Trích)", "[...]", "(…)", "…".
_CUT = re.compile(
    r"^[ \t]*(?:[\[(]\s*(?:tr[íi]ch|\.{3,}|…+)\s*[\])]|\.{3,}|…+)[ \t]*$", re.MULTILINE | re.IGNORECASE
)
_TASKS = frozenset({"article", "clause", "point", "item", "bullet"})


def completeness(extraction: Extraction) -> Completeness:
    """`full` with a head and a signature or recipients, nothing left out; `report` for prose about an act,
    with neither a head of its own nor tasks; else `excerpt`."""
    kinds = {p.kind for p in extraction.provisions}
    ended = bool(kinds & {"signature", "recipients"})
    headed = extraction.letterhead.number is not None or extraction.letterhead.issued_on is not None
    if headed and ended and not _CUT.search(extraction.document.text):
        return "full"
    if not (headed or ended or kinds & _TASKS):
        return "report"
    return "excerpt"
