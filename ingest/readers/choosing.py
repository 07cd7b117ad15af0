"""Which reader reads a file: by what its bytes are, and not by its name alone."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.errors import Scanned, Unreadable
from ingest.readers.apart import render_apart
from ingest.readers.doc import as_docx
from ingest.readers.forms import NAMED, PAGED, PAGES, PLAIN
from ingest.readers.limits import Ocr
from ingest.readers.rendered import Rendered
from ingest.readers.sniffing import Form, form_of, other_form
from ingest.readers.tesseract import wanting
from ingest.readers.text import read_text
from ingest.readers.zipped import opened

_DOC = "doc-libreoffice/1"
_NO_TEXT = re.compile("[\0\ud800-\udfff]")  # what no store keeps, one character each


def render(raw: bytes, suffix: str, ocr: Ocr | None = None) -> Rendered:
    """The text of a file's bytes; `suffix` is its name's, in small letters. Raises Unreadable.

    ocr: how pages that are pictures are read; None leaves them.
    """
    form = _form(raw, suffix)
    if form == "text":
        return read_text(raw)
    if form == "doc":
        found = render_apart(as_docx(raw), "docx")
        found = replace(found, reader=_DOC)
    elif form in PAGED:
        found = _paged(raw, form, ocr)
    else:
        found = render_apart(raw, form)
    return replace(found, text=_NO_TEXT.sub("\ufffd", found.text))


def _paged(raw: bytes, form: Form, ocr: Ocr | None) -> Rendered:
    """The text of a file whose pages may be pictures: read again by OCR where some are and it is there."""
    try:
        found = render_apart(raw, form)
    except Scanned as scan:
        if ocr is None:
            raise
        if todo := wanting(ocr):
            raise Scanned(scan.what, todo=f"{todo}; or give its text", pages=scan.pages) from scan
        return render_apart(raw, form, ocr, scan.pages)
    if not found.pictures or ocr is None:
        return found
    if todo := wanting(ocr):
        read_as = found.read_as
        return replace(found, read_as=replace(read_as, remarks=(*read_as.remarks, todo)))
    return render_apart(raw, form, ocr, found.pictures)


def _form(raw: bytes, suffix: str) -> Form:
    """The form by which a file is read. Raises Unreadable where its bytes are none, or belie its name."""
    form = form_of(raw)
    if form == "html" and suffix in PLAIN:
        return "text"  # a page's source, kept as it was written
    if form == "text" and suffix in PAGES and b"<" in raw:
        return "html"
    if form == "text" and suffix in NAMED:
        what = "plain text" if b"\0" not in raw[:4096] else f"something else (it begins with {_first(raw)})"
        todo = "Rename it to .txt, if its text is what you want" if what == "plain text" else "Fetch it again"
        raise Unreadable(f"its name says {NAMED[suffix]} ({suffix}), but it is {what}", todo=todo)
    if form == "other" or (form == "picture" and suffix in NAMED):
        raise _other(other_form(raw) or "a file of another form", suffix)
    if form == "zip":
        raise _zip(raw, suffix)
    return form


def _zip(raw: bytes, suffix: str) -> Unreadable:
    """What is wrong with a zip that holds no document of a form that is read. Raises Unreadable: broken."""
    named = suffix in NAMED and suffix != ".zip"
    with opened(raw, f"a file named as {NAMED[suffix]} ({suffix})" if named else "a zip archive"):
        pass
    if named:
        what = f"its name says {NAMED[suffix]} ({suffix}), but it is a zip archive of other files"
        return Unreadable(what, todo="Fetch it again")
    return Unreadable("an archive inside an archive", todo="Unpack it")


def _other(what: str, suffix: str) -> Unreadable:
    said = f"its name says {NAMED[suffix]} ({suffix}), but it is {what}" if suffix in NAMED else what
    return Unreadable(f"{said}, which is not read", todo="Save it as docx, odt, pdf or txt")


def _first(raw: bytes) -> str:
    return raw[:4].hex(" ").upper()
