"""A number on its own line whose codes no list has ("Số: 12/LĐLĐ", "Số: 45/PYT-NV"): there the layout is
proof enough.
"""

from __future__ import annotations

import re

from ingest.extract.reading import Reading
from ingest.numbering.numbers import FoundNumber

# "Số: 12/LĐLĐ", "Số 7/2021/QĐ-BQLKKT", "Sô: 45 -CV/ĐUCQ"; then the line's end, a wide gap or the place and
# date. A scanner puts blanks around the strokes; behind those a part has capitals only.
_LINE = re.compile(
    r"\W*s[ốồổỗôóo]\s*:?\s*(?P<number>(?P<serial>\d{1,6}[a-z]?)(?:/(?P<year>(?:19|20)\d\d))?"
    r"(?P<codes>(?: ?[-/] ?)(?-i:[A-ZÂÊÔĐƯƠ])[^\W\d_]{1,11}"
    r"(?:(?:[-/.&]| ?[-/] ?(?!khẩn|hỏa|hoả|thượng|mật|tối)(?=(?-i:[A-ZÂÊÔĐƯƠ]{2})))[^\W_]{1,12}){0,3}))"
    r"(?=\s*$|\s{2,}|\s[^\W\d_]|\s-\s)",
    re.IGNORECASE,
)


def unlisted_number(reading: Reading, start: int, end: int) -> FoundNumber | None:
    """The number on the number's line [start, end) of the view, its symbol as printed; None where none stands
    there.
    """
    m = _LINE.match(reading.view.text, start, end)
    if m is None:
        return None
    printed = m["codes"].replace(" ", "")
    codes = re.split(r"[-/]", printed[1:])
    known = {t.code for t in reading.vocabulary.doc_types if t.code} | {"CV"}
    typed = codes[0] in known and len(codes) > 1
    serial = m["serial"].zfill(2)
    year = f"/{m['year']}" if m["year"] else ""
    return FoundNumber(
        m.start("number"),
        m.end("number"),
        f"{serial}{year}{printed}",
        serial,
        m["year"] or "",
        codes[0] if typed else "",
        codes[1] if typed else codes[0],
        ("unknown-code",),
    )
