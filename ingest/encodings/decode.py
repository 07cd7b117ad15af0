"""Bytes -> text: the encoding by byte order mark, validity and statistics, then what was done to the letters.

UTF-8, UTF-16 and UTF-32 are told by their form. A text that is none is tried as windows-1258, TCVN3 and VNI;
a text that is Unicode by form may still be typed in a legacy font, hold HTML entities, or be UTF-8 read as
windows-1252. Nothing is guessed where two encodings fit, or where lines of a text are in different ones.
"""

from __future__ import annotations

import codecs
import re

from ingest.encodings.decoded import Decoded
from ingest.encodings.entities import without_entities
from ingest.encodings.guess import GOOD, NAMES, POOR, Guess, clear, evidence, guesses, of_letters, strangers
from ingest.encodings.legacy import LEGACY, LEGACY_NAMES, converted
from ingest.encodings.mojibake import without_mojibake
from ingest.encodings.syllables import fit_of
from ingest.errors import EncodingMixed, EncodingUnknown, Unreadable

_TODO = "Convert it to UTF-8"
# Characters of windows-1252 that no Vietnamese text in Unicode is full of: legacy fonts and mojibake are.
_SUSPECT = re.compile("[\u0080-\u009f¡-§©ª¬\u00ad®¯±-¶¸¹º¼-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]")
_MANY = 20  # marked words by which a text is told to fit no encoding
_FEW = 3  # suspect characters that a text may have: a foreign name, a sign


def decode(raw: bytes) -> Decoded:
    """The characters of a text. Raises EncodingUnknown, EncodingMixed, Unreadable, each without `where`."""
    return mended(characters(raw))


def mended(decoded: Decoded) -> Decoded:
    """What was done to the letters of a decoded text undone: entities, mojibake, legacy fonts."""
    decoded = without_entities(decoded)
    lost = decoded.text.count("\ufffd")
    if lost:
        where = decoded.text.index("\ufffd")
        decoded = decoded.remarked(
            f"{lost:,} characters were lost before the file was stored: U+FFFD at {where}"
        )
    if decoded.text.isascii() or len(_SUSPECT.findall(decoded.text)) < _FEW:
        return decoded
    return _from_legacy(without_mojibake(decoded))


def characters(raw: bytes) -> Decoded:
    """The characters by the encoding alone, nothing undone. Raises as `decode` does."""
    decoded = _characters(raw)
    if "\0" in decoded.text:
        what = f"a binary file (in {decoded.steps[0]} a character U+0000 at {decoded.text.index(chr(0))})"
        raise Unreadable(what, todo="Save it as text in UTF-8")
    return decoded


def _characters(raw: bytes) -> Decoded:
    # Before UTF-16: the mark of UTF-32 in little-endian begins with that of UTF-16.
    if raw.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        order = "utf-32-le" if raw.startswith(codecs.BOM_UTF32_LE) else "utf-32-be"
        return _unicode(raw, order, "its byte order mark")
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        order = "utf-16-le" if raw.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
        return _unicode(raw, order, "its byte order mark")
    if b"\0" in raw:
        return _zeros(raw)
    try:
        return Decoded(raw.decode("utf-8"), ("utf-8",))
    except UnicodeDecodeError as error:
        return _one_byte(raw, error)


def _unicode(raw: bytes, order: str, by: str) -> Decoded:
    try:
        text = raw.decode(order)
    except UnicodeDecodeError as error:
        what = f"{order[:6].upper()} by {by}, but broken at byte {error.start} ({error.reason})"
        raise EncodingUnknown(what, todo="Fetch it again, or save it as UTF-8") from error
    return Decoded(text, (order,))


def _zeros(raw: bytes) -> Decoded:
    """A text with zero bytes: UTF-16 without a byte order mark, where every second byte tells so."""
    even, odd = raw[0::2].count(0), raw[1::2].count(0)
    order = "utf-16-le" if odd > even else "utf-16-be"
    if len(raw) % 2 == 0 and max(even, odd) > 10 * min(even, odd) and max(even, odd) * 5 > len(raw) // 2:
        decoded = _unicode(raw, order, f"its zero bytes ({even:,} at even, {odd:,} at odd places)")
        fit = fit_of(decoded.text)
        if fit.marked == 0 or fit.share > POOR or of_letters(decoded.text)[0].fit.share >= GOOD:
            return decoded
    raise Unreadable(f"a binary file (a zero byte at {raw.index(0)})", todo="Save it as text in UTF-8")


def _one_byte(raw: bytes, error: UnicodeDecodeError) -> Decoded:
    """A text that is no UTF-8: windows-1258, or a legacy font's codes in windows-1252."""
    cause = f"not UTF-8: byte 0x{raw[error.start]:02X} at {error.start}"
    western = raw.decode("cp1252", errors="tiengvang.control")
    if not western.isascii() and fit_of(western).marked == 0:
        return Decoded(western, ("windows-1252",), (f"{cause}; only punctuation is beyond ASCII",))
    readings = [("windows-1258", raw.decode("cp1258", errors="tiengvang.control"))]
    readings += [(font, converted(western, font)) for font in LEGACY]
    found = guesses(readings)
    _refuse_mixed_bytes(raw, cause, found)
    if not clear(found):
        raise EncodingUnknown(f"{cause}, and no other encoding fits ({evidence(found)})", todo=_TODO)
    if found[0].encoding == "windows-1258":
        return Decoded(readings[0][1], ("windows-1258",), (f"{cause}; read as {evidence(found)}",))
    return Decoded(western, ("windows-1252",), (cause,))


def _refuse_mixed_bytes(raw: bytes, cause: str, found: list[Guess]) -> None:
    """Raises EncodingMixed for a text of which some lines are UTF-8 and others are not."""
    lines = raw.split(b"\n")
    valid, other = [], []
    for number, line in enumerate(lines, start=1):
        if line.isascii():
            continue
        try:
            good = fit_of(line.decode("utf-8"))
        except UnicodeDecodeError:
            other.append(number)
        else:
            valid += [number] if good.syllables >= 1 and good.share >= GOOD else []
    if valid and other:
        what = f"{cause}: {_lines(valid)} of it are UTF-8 and {_lines(other)} are not ({evidence(found)})"
        raise EncodingMixed(what, todo="Split it, or convert those lines to UTF-8")


def _from_legacy(decoded: Decoded) -> Decoded:
    """A text typed in a legacy font as Unicode; any other as it is."""
    found = of_letters(decoded.text)
    best = found[0].encoding if clear(found) else "unicode"
    strange = strangers(decoded.text, best)
    if strange:
        others = sorted({LEGACY_NAMES.get(g.encoding, "Unicode") for _, g in strange})
        what = (
            f"mixed encodings: {_lines([n for n, _ in strange])} are {' or '.join(others)}, the others "
            f"{NAMES[best]} ({evidence(found)})"
        )
        raise EncodingMixed(what, todo="Split it, or convert those lines to Unicode")
    if best == "unicode":
        poor = found[0].fit.marked >= _MANY and found[0].fit.share < POOR
        return decoded.remarked(f"no encoding fits well: {evidence(found)}") if poor else decoded
    return decoded.rewritten(LEGACY[best](decoded.text), best, f"read as {evidence(found)}")


def _lines(numbers: list[int]) -> str:
    first = ", ".join(map(str, numbers[:3]))
    return f"{len(numbers):,} lines ({first}{', …' if len(numbers) > 3 else ''})"


def _control(error: UnicodeError) -> tuple[str, int]:
    """Bytes that a Windows code page leaves undefined are read as the controls that they are in Latin-1."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("tiengvang.control", _control)
