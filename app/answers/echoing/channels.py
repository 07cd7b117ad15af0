"""Whether an act comes by the Party's channel or the state's: two chains of command beside each other."""

from __future__ import annotations

import re
from functools import lru_cache

from app.answers.asking.reading import vocabulary
from app.answers.models.echoes import Channel

# 172-TB/TW, 230-CV/TU: the Party's form (Hướng dẫn 36-HD/VPTW); 16/CT-TTg, 30/2021/QH15: the state's (Nghị
# định 30/2020/NĐ-CP).
_PARTY_NUMBER = re.compile(r"\d+\w*\s*-\s*[A-ZĐ]+(?:\s*/\s*|-)[A-ZĐ]*(?:TW|T[hVX]?U|[ĐHQ]U)[A-ZĐ]*\b")
_STATE_NUMBER = re.compile(r"\d+\w*\s*/")
_OF_THE_STATE = frozenset({"state", "military", "public security", "judicial"})


def channel_of(number: str | None, issuer: str | None) -> Channel | None:
    """The channel of an act: by its issuer's sector, else by the form of its number; None for neither.

    issuer: a body's id, with or without its place. The front and the mass organisations are neither.
    """
    body = vocabulary().bodies.get((issuer or "").partition("~")[0])
    return _channel(number, body.sector if body else None)


@lru_cache(maxsize=10_000)
def _channel(number: str | None, of_issuer: str | None) -> Channel | None:
    """The channel by the sector of the issuer (None where it is not known) and the number."""
    sector = of_issuer or ""
    if sector.startswith("party"):
        return "party"
    if sector in _OF_THE_STATE:
        return "state"
    if of_issuer is not None and "mixed" not in sector:
        return None
    if number and _PARTY_NUMBER.match(number):
        return "party"
    return "state" if number and _STATE_NUMBER.match(number) else None
