"""The body that the lines of a letterhead name, read by the grammar of bodies' names (`names`).

What the grammar does not know is named as printed: in capitals no spelling is seen, so the words are taken
as the text writes them elsewhere ("Tổng cục Đường bộ Việt Nam đề nghị …").
"""

from __future__ import annotations

import re

from ingest.extract.bodies.level import Context
from ingest.extract.bodies.name import Name, plain_case
from ingest.extract.bodies.names import Names
from ingest.extract.issuer_level import COMMUNE, DISTRICT, FIVE_CITIES, is_central
from ingest.extract.reading import Reading
from ingest.text.normalise import key_of, normalise
from ingest.text.words import split

_LONGEST_HEAD = 400  # characters of the lines that name one body
# "… TỈNH CAO BẰNG", "… THÀNH PHỐ CẦN THƠ" behind a name: the place is kept apart from the body.
_PLACE = re.compile(r"\s(?P<unit>tỉnh|thành phố|tp\.?)\s+\S.*$")


def body_in_head(reading: Reading, printed: str, above: str) -> Name | None:
    """The body that the printed lines name from their first word on; None where the grammar knows none.

    `above` is the `bare` reading of the superior bodies. The name's words count within `printed`.
    """
    if len(printed) > _LONGEST_HEAD:
        return None
    view = normalise(printed)
    part = Reading(reading.document, view, split(view), (), reading.vocabulary)
    names = Names(part, _context(f"{above} {view.bare} ")).read()
    return names[0] if names and names[0].first == 0 and names[0].kind in ("body", "office") else None


def _context(bare: str) -> Context:
    below = "commune" if COMMUNE.search(bare) else "district" if DISTRICT.search(bare) else "province"
    level = "central" if below == "province" and is_central(bare) else below
    return Context(level, None, any(city in bare for city in FIVE_CITIES))


def name_as_printed(reading: Reading, printed: str, after: int) -> str:
    """A body's name by its printed lines: in the spelling of the text behind offset `after` of the view where
    that has it, a place's name left off ("Cục Hải quan thành phố Cần Thơ": "Cục Hải quan thành phố").
    """
    printed = " ".join(printed.split())
    if printed.isupper():
        printed = _spelled(reading, key_of(printed), after) or plain_case(printed)
    return without_place(printed)


def without_place(name: str) -> str:
    """A name without the province's own name behind its level, which may have lost its marks."""
    found = _PLACE.search(key_of(name))
    return name[: found.end("unit")] if found else name


def _spelled(reading: Reading, key: str, after: int) -> str | None:
    """The same words behind the head, where they are not in capitals."""
    pattern = re.compile(r"\s+".join(re.escape(word) for word in key.split()))
    for m in pattern.finditer(reading.view.key, after):
        text = reading.view.text[m.start() : m.end()]
        if not text.isupper() and text[:1].isupper():
            return " ".join(text.split())
    return None
