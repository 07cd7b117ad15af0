"""What form a file has, by its bytes. A name may lie: portals hand out HTML and RTF as ".doc"."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Literal

Form = Literal["text", "html", "docx", "odt", "rtf", "pdf", "picture", "doc", "zip", "other"]

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|table|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 4096  # bytes in which a form shows itself
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Forms that are named to the user and not read: the first bytes, and what they are.
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"BM", "a picture (BMP)"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"%!PS", "PostScript"),
    (b"MIME-Version:", "a web page saved as one file (.mht)"),
)
# Those that OCR reads.
PICTURES = frozenset({"a picture (JPEG)", "a picture (PNG)", "a picture (TIFF)"})
_ZIPPED = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "PowerPoint slides",
    "META-INF/container.xml": "an e-book (EPUB)",
}


def form_of(raw: bytes) -> Form:
    """The form of a file's bytes; "text" where they show no other."""
    head = raw[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zip_form(raw)
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(_OLE):
        return "doc"
    if _HTML.match(_as_ascii(head)):
        return "html"
    other = other_form(raw)
    return "picture" if other in PICTURES else "other" if other else "text"


def other_form(raw: bytes) -> str | None:
    """What a file is that is a picture, or named and not read: "a picture (JPEG)"; None for any other."""
    if raw.startswith(b"PK\x03\x04"):
        return next((what for name, what in _ZIPPED.items() if name in _names(raw)), None)
    binary = b"\0" in raw[:_HEAD]
    return next(
        (what for magic, what in _OTHERS if raw.startswith(magic) and (binary or len(magic) > 2)), None
    )


def _as_ascii(head: bytes) -> bytes:
    """The first bytes with the zero bytes of UTF-16 and UTF-32 left out, so that one pattern tells markup."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return head.replace(b"\0", b"")[2:]
    return head


def _zip_form(raw: bytes) -> Form:
    names = _names(raw)
    if "word/document.xml" in names:
        return "docx"
    if {"content.xml", "META-INF/manifest.xml"} <= names and _is_text(raw):
        return "odt"
    return "other" if other_form(raw) else "zip"


def _is_text(raw: bytes) -> bool:
    """Whether an OpenDocument file says that it is a text, and no sheet or slides."""
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        if "mimetype" not in archive.NameToInfo:
            return True
        with archive.open("mimetype") as stream:
            return b"opendocument.text" in stream.read(200)


def _names(raw: bytes) -> frozenset[str]:
    """The names in a zip; none where its directory is broken (the reader tells then)."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError):
        return frozenset()
