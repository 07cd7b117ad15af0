"""How well files of each form and encoding are read: their statements beside those of their plain text.

    python -m bench.files            print the table
    python -m bench.files --write    put it into docs/files.md
    python -m bench.files --only scan --write    only this row of it, or others that are named

The files are made for the occasion (tools/make_files.py), of every text of corpus/; needs LibreOffice,
Chromium and Tesseract. A scan is the PDF's pages as pictures; a worn one is turned, blurred and coarse. A
statement is the same where label, id and quote are, blank space and Unicode composition made one.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.documents import Document
from ingest.extract import extract
from ingest.read import read_document
from ingest.readers.limits import Ocr
from ingest.vocabulary import shipped
from tools.legacy_text import in_1258, in_tcvn3, in_vni
from tools.make_files import made_forms, made_of
from tools.scans import scanned, worn

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "files.md"
MARK = "<!-- table: python -m bench.files -->\n"
_END = "<!-- end -->"
ENCODINGS: Mapping[str, Callable[[str], bytes]] = {
    "txt, UTF-16": lambda text: text.encode("utf-16"),
    "txt, windows-1258": in_1258,
    "txt, TCVN3 (ABC)": lambda text: in_tcvn3(text).encode("cp1252", "replace"),
    "txt, VNI": lambda text: in_vni(text).encode("cp1252", "replace"),
    "txt, mojibake": lambda text: text.encode().decode("latin-1").encode(),
    "txt, HTML entities": lambda text: text.encode("ascii", "xmlcharrefreplace"),
}
SCANS = {"scan": scanned, "worn scan": worn}
_HEAD = (
    "| form | files | statements | the same | missing | extra | seconds a page |\n"
    "|---|---|---|---|---|---|---|\n"
)
_OLD = 8  # files of Word 97–2003: LibreOffice starts anew for each
Stated = Counter[tuple[str, str | None, str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One form: its files, their pages, what their texts state, what of it the files lack and add."""

    form: str
    files: int
    pages: int
    stated: int
    missing: int
    extra: int
    seconds: float

    def line(self) -> str:
        """The row in Markdown."""
        same = 1 - self.missing / self.stated
        return (
            f"| {self.form} | {self.files} | {self.stated:,} | {same:.2%} | {self.missing} | {self.extra} "
            f"| {self.seconds / self.pages:.3f} |"
        )


def rows(only: Sequence[str] = ()) -> list[Row]:
    """The rows of all forms, or of those that are named."""
    texts = sorted([*(ROOT / "corpus/real").glob("*.txt"), *(ROOT / "corpus/sample").glob("*.txt")])
    with tempfile.TemporaryDirectory() as folder:
        wanted = [form for form in made_forms() if not only or form in only]
        made = dict(made_of(texts, Path(folder), [*wanted, "pdf"]))
        made.update(_encoded(texts, Path(folder)))
        made.update(_scanned(made["pdf"], Path(folder), only))
        made["doc"] = made.get("doc", [])[:_OLD]
        pages = [len(read_document(path).read_as.unit_starts) for path in made["pdf"]]
        plain = [_stated(read_document(path)) for path in texts]
        chosen = {form: paths for form, paths in made.items() if paths and (not only or form in only)}
        return [_row(form, paths, plain, pages) for form, paths in chosen.items()]


def table(measured: Iterable[Row]) -> str:
    """Rows as a table in Markdown."""
    return _HEAD + "\n".join(row.line() for row in measured) + "\n"


def _replaced(old: str, measured: Iterable[Row]) -> str:
    """A table with rows measured anew in their place, new ones behind."""
    lines = {line.split("|")[1].strip(): line for line in old.strip().splitlines()[2:]}
    lines.update({row.form: row.line() for row in measured})
    return _HEAD + "\n".join(lines.values()) + "\n"


def _scanned(printed: Sequence[Path], folder: Path, only: Sequence[str]) -> dict[str, list[Path]]:
    made: dict[str, list[Path]] = {}
    for form, make in SCANS.items():
        if only and form not in only:
            continue
        into = folder / form.replace(" ", "-")
        into.mkdir()
        made[form] = [make(pdf, into / pdf.name) for pdf in printed]
    return made


def _encoded(texts: Iterable[Path], folder: Path) -> dict[str, list[Path]]:
    made: dict[str, list[Path]] = {}
    for number, (name, encode) in enumerate(ENCODINGS.items()):
        into = folder / f"encoding-{number}"
        into.mkdir()
        made[name] = []
        for source in texts:
            path = into / source.name
            path.write_bytes(encode(unicodedata.normalize("NFC", source.read_text(encoding="utf-8"))))
            made[name].append(path)
    return made


def _row(form: str, paths: list[Path], plain: list[Stated], pages: list[int]) -> Row:
    missing = extra = 0
    seconds = 0.0
    plain, pages = plain[: len(paths)], pages[: len(paths)]
    for path, wanted in zip(paths, plain, strict=True):
        started = time.perf_counter()
        document = read_document(path, ocr=Ocr())
        seconds += time.perf_counter() - started
        found = _stated(document)
        missing += (wanted - found).total()
        extra += (found - wanted).total()
    return Row(form, len(paths), sum(pages), sum(w.total() for w in plain), missing, extra, seconds)


def _stated(document: Document) -> Stated:
    found = extract(document, shipped())
    return Counter((m.label, m.id, _words(m.quote)) for m in found.mentions)


def _words(quote: str) -> str:
    """A quote for comparing; TCVN3 has no capitals with tones, so case is made one."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", quote)).strip().casefold()


def main() -> int:
    """Print or write the table."""
    options = _parser().parse_args()
    measured = rows(options.only)
    if not options.write:
        print(table(measured))
        return 0
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(MARK)
    old, _, after = rest.partition(_END)
    made = _replaced(old, measured) if options.only else table(measured)
    PAGE.write_text(f"{before}{MARK}\n{made}\n{_END}{after}", encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.files", description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the table into docs/files.md")
    parser.add_argument("--only", nargs="+", default=[], metavar="FORM", help="the forms to measure")
    return parser


if __name__ == "__main__":
    sys.exit(main())
