"""What a cell of a vocabulary's table may hold, where its form or the words to choose from are fixed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple


def _one_of(words: str, *more: str) -> frozenset[str]:
    return frozenset((*words.split(), *more))


# The tables and columns whose words are fixed: what each word does is told in docs/vocabulary.md.
CHOICES: Mapping[tuple[str, str], frozenset[str]] = {
    ("cues", "effect"): _one_of(
        "actors acts aims asked background breaks ceased dated declined defines denies describes-first ended"
        " ends establishes happens joint lifts noun orders past people place praises pseudo rated refuses"
        " reports reports-first state stops thing told-apart verbs"
    ),
    ("name_cues", "effect"): _one_of(
        "family longer own_name person placing purpose surname the_man title_point town unit_point whole"
    ),
    ("relation_cues", "effect"): _one_of(
        "amends based_on blames denies ends follows implements issued lapsed mentions once orders passive"
        " past quality refuses replaces reports"
    ),
    ("measure_patterns", "stance"): _one_of("place fought background dreaded", ""),
    ("measure_patterns", "flags"): _one_of("chain exact headgap regime semi shared stay task tight", ""),
    ("formulas", "reach"): _one_of("words sentence"),
    ("body_titles", "kind"): _one_of("office part"),
    ("doc_types", "side"): _one_of("state normative party"),
    ("body_heads", "bare"): _one_of(
        "named context recipient central tail district province plural list class issuer"
    ),
    ("body_heads", "caps"): _one_of("all first alone", ""),
    ("body_heads", "tails"): _one_of("n u p c f x q z s k", ""),
    ("provinces", "type"): _one_of("city province"),
    ("provinces", "unit_2025_type"): _one_of("city province", ""),
}
# Cells that hold several words: parted by "|", or one letter each.
_SEVERAL = {("measure_patterns", "flags"): "|", ("body_heads", "tails"): ""}


class Form(NamedTuple):
    """How a cell is written, and an example."""

    pattern: re.Pattern[str]
    example: str


_ID = Form(
    re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"), "small letters without marks, joined by hyphens: so-tan-dan"
)
FORMS: Mapping[tuple[str, str], Form] = {
    ("provinces", "code"): Form(re.compile(r"\d\d"), "two digits: 01 (spreadsheets drop the zero)"),
    ("provinces", "unit_2025"): Form(re.compile(r"\d\d"), "two digits: 01 (spreadsheets drop the zero)"),
    ("bodies", "id"): _ID,
    ("measures", "id"): _ID,
    ("subject", "key"): _ID,
    ("measure_words", "name"): Form(re.compile(r"\w+"), "one word without blanks"),
    ("directives", "key"): Form(re.compile(r"[^@\s]+@\d{4}(-\d\d-\d\d)?"), "NUMBER@YEAR: 16/CT-TTg@2020"),
    ("directives", "date"): Form(re.compile(r"\d{4}(-\d\d(-\d\d)?)?"), "2020-03-31, 2020-03 or 2020"),
}


def wrong_cells(table: str, cells: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Column, what is wrong and what to do, of each cell that its table does not allow."""
    for column, cell in cells.items():
        if choices := CHOICES.get((table, column)):
            for word in _words(table, column, cell):
                if word not in choices:
                    yield column, f"{word!r} is none of its words", f"Write {_listed(choices)}"
        form = FORMS.get((table, column))
        if form and not form.pattern.fullmatch(cell):
            yield column, f"{cell!r} is not of its form", f"Write {form.example}"
        elif column == "date" and table == "directives" and not _is_date(cell):
            yield column, f"{cell} is no day of the calendar", "Correct it"


def _words(table: str, column: str, cell: str) -> list[str]:
    mark = _SEVERAL.get((table, column))
    if mark is None:
        return [cell]
    return [word.strip() for word in (cell.split(mark) if mark else cell)]


def _listed(choices: frozenset[str]) -> str:
    words = sorted(word for word in choices if word)
    return ", ".join(words[:-1]) + f" or {words[-1]}" + (", or leave it empty" if "" in choices else "")


def _is_date(cell: str) -> bool:
    try:
        date.fromisoformat(cell + "-01" * (2 - cell.count("-")))
    except ValueError:
        return False
    return True
