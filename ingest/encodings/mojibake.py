"""UTF-8 that was once read as windows-1252 and stored so: "Thá»§ tÆ°á»›ng" for "Thủ tướng".

It is undone where each letter's bytes are all there; what has lost one ("Ã " whose second half became a
blank) stays as it is and is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.encodings.decoded import Decoded, Piece
from ingest.encodings.syllables import fit_of

_TWICE = 2  # a text may have been stored so twice
_EXAMPLES = 3
_SURE_LINE = 2  # syllables that a line gains by mending
_SURE_TEXT = 4  # and a text in such lines: less may be chance


def _as_byte(code: int) -> str:
    """What windows-1252 shows for a byte; the five it leaves undefined are shown as controls."""
    raw = bytes([code])
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


_BYTE_OF = {char: code for code in range(0x80, 0x100) for char in (_as_byte(code), chr(code))}
_CONT = "[" + "".join(re.escape(c) for c, code in sorted(_BYTE_OF.items()) if code < 0xC0) + "]"
_TWO, _THREE = "[\u00c2-\u00df]", "[\u00e0-\u00ef]"
_LETTER = re.compile(f"{_TWO}{_CONT}|{_THREE}{_CONT}{{2}}|\u00f0{_CONT}{{3}}")
# The first half of a letter of the Vietnamese alphabet, its second half gone.
_TORN = re.compile(f"[ÃÄÆ](?!{_CONT})|á(?=[»º](?!{_CONT}))")
_LINE = re.compile(r"[^\n]*\n?")


def without_mojibake(decoded: Decoded) -> Decoded:
    """The text mended line by line, where mending makes Vietnamese of what was none."""
    for _ in range(_TWICE):
        mended = _mended(decoded)
        if mended is decoded:
            break
        decoded = mended
    return decoded


def _mended(decoded: Decoded) -> Decoded:
    lines = [m.group() for m in _LINE.finditer(decoded.text)]
    gains = [_gain(line) if _LETTER.search(line) else 0 for line in lines]
    if sum(gain for gain in gains if gain >= _SURE_LINE) < _SURE_TEXT:
        return decoded  # a damaged line may look so by chance
    gains = [
        gain or int(bool(_LETTER.search(line)) and _no_worse(line))
        for line, gain in zip(lines, gains, strict=True)
    ]
    pieces = (p for line, gain in zip(lines, gains, strict=True) for p in _pieces(line, mend=gain > 0))
    letters = sum(len(_LETTER.findall(line)) for line, gain in zip(lines, gains, strict=True) if gain > 0)
    told = f"{letters:,} letters mended that had been stored as windows-1252 of their UTF-8 bytes"
    mended = decoded.rewritten(pieces, "mojibake", told)
    torn = list(_TORN.finditer(mended.text))
    return mended.remarked(*_told(torn)) if torn else mended


def _told(torn: list[re.Match[str]]) -> tuple[str, ...]:
    places = ", ".join(f"{m.group()!r} at {m.start()}" for m in torn[:_EXAMPLES])
    more = ", …" if len(torn) > _EXAMPLES else ""
    return (f"{len(torn):,} letters of broken encoding cannot be undone, for a byte is lost: {places}{more}",)


def _gain(line: str) -> int:
    """How many Vietnamese syllables a line gains by mending; 0 where it reads no better."""
    mended = "".join(char for char, _ in _pieces(line, mend=True))
    before, after = fit_of(line), fit_of(mended)
    if after.marked == 0:  # only quotation marks and dashes among them
        return int(before.share < 0.5 and mended != line)
    return after.syllables - before.syllables if after.share > max(0.6, before.share) else 0


def _no_worse(line: str) -> bool:
    """Whether a line of a text that is known to be broken reads as well when mended, or better."""
    mended = "".join(char for char, _ in _pieces(line, mend=True))
    return fit_of(mended).share >= fit_of(line).share


def _pieces(line: str, *, mend: bool) -> Iterator[Piece]:
    at = 0
    for match in _LETTER.finditer(line) if mend else ():
        yield from ((c, 1) for c in line[at : match.start()])
        if char := _undone(match.group()):
            yield char, len(match.group())
        else:
            yield from ((c, 1) for c in match.group())
        at = match.end()
    yield from ((c, 1) for c in line[at:])


def _undone(shown: str) -> str:
    """The letter whose UTF-8 bytes are shown, "" where they are none."""
    try:
        return bytes(_BYTE_OF[c] for c in shown).decode("utf-8")
    except UnicodeDecodeError:
        return ""
