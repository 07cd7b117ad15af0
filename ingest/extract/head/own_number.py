"""A number on its own line whose codes no list has ("Số: 12/LĐLĐ", "Số: 45/PYT-NV"): there the layout is
proof enough.
"""

from __future__ import annotations

import re

from ingest.extract.reading import Reading
from ingest.numbering.numbers import FoundNumber

# "Số: 12/LĐLĐ", "Số 7/2021/QĐ-BQLKKT", "Số: 45-CV/ĐUCQ"; then the line's end, a wide gap or the place and
# date.
_LINE = re.compile(
    r"\W*số\s*:?\s*(?P<number>(?P<serial>\d{1,6}[a-z]?)(?:/(?P<year>(?:19|20)\d\d))?"
    r"(?P<codes>[-/][^\W\d_]{2,12}(?:[-/.&][^\W_]{1,12}){0,3}))(?=\s*$|\s{2,}|\s[^\W\d_])",
    re.IGNORECASE,
)


def unlisted_number(reading: Reading, start: int, end: int) -> FoundNumber | None:
    """The number on the number's line [start, end) of the view, its symbol as printed; None where none stands
    there.
    """
    m = _LINE.match(reading.view.text, start, end)
    if m is None:
        return None
    codes = re.split(r"[-/]", m["codes"][1:])
    known = {t.code for t in reading.vocabulary.doc_types if t.code} | {"CV"}
    typed = codes[0] in known and len(codes) > 1
    serial = m["serial"].zfill(2)
    year = f"/{m['year']}" if m["year"] else ""
    return FoundNumber(
        m.start("number"),
        m.end("number"),
        f"{serial}{year}{m['codes']}",
        serial,
        m["year"] or "",
        codes[0] if typed else "",
        codes[1] if typed else codes[0],
        ("unknown-code",),
    )
