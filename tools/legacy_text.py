"""Texts as they were typed before Unicode: the inverse of what the readers undo, written apart from it."""

from __future__ import annotations

import unicodedata

from ingest.encodings.legacy import TCVN3, VNI

_TCVN3_OF = {letter: code for code, letter in TCVN3.items()}
_VNI_OF = {letter: codes for codes, letter in sorted(VNI.items(), key=lambda kv: kv[0].lower() == kv[0])}


def in_tcvn3(text: str) -> str:
    """The characters that a TCVN3 font needs; it has no capitals with tones, and takes the small ones."""
    return "".join(
        _TCVN3_OF.get(c) or _TCVN3_OF.get(c.lower(), c) for c in unicodedata.normalize("NFC", text)
    )


def in_vni(text: str) -> str:
    """The characters that a VNI font needs."""
    return "".join(_VNI_OF.get(c, c) for c in unicodedata.normalize("NFC", text))


def in_1258(text: str) -> bytes:
    """windows-1258: the tone a character of its own wherever the code page has no letter that bears it."""
    return b"".join(_letter_in_1258(c) for c in unicodedata.normalize("NFC", text))


def _letter_in_1258(char: str) -> bytes:
    for form in (char, *_split_tone(char)):
        try:
            return form.encode("cp1258")
        except UnicodeEncodeError:
            continue
    return b"-"  # a dash or a sign that the code page lacks


def _split_tone(char: str) -> list[str]:
    parts = unicodedata.normalize("NFD", char)
    tone = next((c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323"), "")
    return [unicodedata.normalize("NFC", parts.replace(tone, "")) + tone] if tone else []
