"""Numbers as lists print them: 1, 01, a, A, i, I."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LARGEST = 10_000


def numeral(number: int, form: str) -> str:
    """A number in the form `decimal`, `decimalZero`, `lowerLetter`, `upperLetter`, `lowerRoman`, `upperRoman`
    or `none`; any other is taken for `decimal`, and so is a number that the form cannot print.
    """
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{number:02}"
    plain = form.lower()
    printed = str(number)
    if 0 < number < _LARGEST and plain.endswith("roman"):
        printed = _roman(number)
    elif 0 < number < _LARGEST and plain.endswith("letter"):
        printed = _letters(number)
    return printed.upper() if form.startswith("upper") else printed


def _roman(number: int) -> str:
    found = ""
    for worth, letters in (*_ROMAN, *_ROMAN_SMALL):
        found += letters * (number // worth)
        number %= worth
    return found


def _letters(number: int) -> str:
    """a … z, aa, bb …: the letter again for each turn of the alphabet."""
    turns, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * min(turns + 1, 10)
