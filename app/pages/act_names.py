"""What an act is called on a page: its number, else in words what its key is made of."""

from __future__ import annotations

import re
from functools import cache

from app.answers.asking.reading import vocabulary
from app.pages.names import body_name, province_name
from app.pages.texts import Texts
from ingest.keys import slug

_KEY = re.compile(r"(?P<name>.+)@(?P<date>[\d-]+|\?)(?:~(?P<place>.+))?")


def act_name(t: Texts, key: str, number: str | None = None) -> str:
    """The number where the act has one, else its kind, body and day: `Công văn của Bộ Y tế, 13/03/2020`.

    Of a key alone, as of a candidate, the year stands behind the number: `05/CT-TTg (2020)`.
    """
    if number:
        return number
    found = _KEY.fullmatch(key)
    if found is None or found["date"] == "?":
        return t("document.untitled")
    place = province_name(found["place"][:2]) if found["place"] and found["place"][:2].isdigit() else None
    if re.match(r"\d", found["name"]):
        return f"{found['name']} ({', '.join(part for part in (found['date'], place) if part)})"
    kind, body = _split(found["name"])
    of = ", ".join(part for part in (body_name(body), place) if part)
    return t("act.unnumbered", kind=kind, of=of, day=t.day(found["date"]))


def _split(name: str) -> tuple[str, str]:
    """`cong-van-byt` -> `Công văn` and `byt`."""
    for start, kind in _kinds():
        if name.startswith(start):
            return kind, name.removeprefix(start)
    return name, ""


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    """How the keys of acts without number begin, longer beginnings first, and the kind that each means."""
    found = {f"{slug(row.name)}-": row.name for row in vocabulary().doc_types}
    return tuple(sorted(found.items(), key=lambda item: -len(item[0])))
