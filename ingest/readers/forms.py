"""The forms that have a reader, with the names under which files of theirs go."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ingest.readers.docx import read_docx
from ingest.readers.html import read_html
from ingest.readers.limits import Ocr
from ingest.readers.odt import read_odt
from ingest.readers.pdf import read_pdf, read_scan
from ingest.readers.rendered import Rendered
from ingest.readers.rtf import read_rtf

READERS: Mapping[str, Callable[[bytes], Rendered]] = {
    "docx": read_docx,
    "html": read_html,
    "odt": read_odt,
    "pdf": read_pdf,
    "picture": read_scan,
    "rtf": read_rtf,
}
# Those whose pages may be pictures, read by OCR.
PAGED: Mapping[str, Callable[[bytes, Ocr], Rendered]] = {"pdf": read_pdf, "picture": read_scan}
# What a suffix says of a file that cannot be plain text.
NAMED = {
    ".doc": "Word 97–2003",
    ".docm": "Word",
    ".docx": "Word",
    ".odt": "OpenDocument",
    ".pdf": "PDF",
    ".rtf": "Rich Text",
    ".zip": "a zip archive",
}
PLAIN = frozenset({".txt", ".md"})
PAGES = frozenset({".htm", ".html", ".xhtml"})
# Pictures that scanners make; others in a folder are more often a web page's, and read where they are named.
SCANS = frozenset({".tif", ".tiff"})
# Suffixes of the files that a folder stands for.
SUFFIXES = PLAIN | PAGES | SCANS | frozenset(NAMED)
