"""How well files of each form and encoding are read: their statements beside those of their plain text.

    python -m bench.files            print the table
    python -m bench.files --write    put it into docs/files.md

The files are made for the occasion (tools/make_files.py), of every text of corpus/; needs LibreOffice and
Chromium. A statement is the same where label, id and quote are, blank space and Unicode composition made one.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ingest.documents import Document
from ingest.extract import extract
from ingest.read import read_document
from ingest.vocabulary import shipped
from tools.legacy_text import in_1258, in_tcvn3, in_vni
from tools.make_files import made_of

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


def table() -> str:
    """The table of all forms."""
    texts = sorted([*(ROOT / "corpus/real").glob("*.txt"), *(ROOT / "corpus/sample").glob("*.txt")])
    with tempfile.TemporaryDirectory() as folder:
        made = dict(made_of(texts, Path(folder)))
        made.update(_encoded(texts, Path(folder)))
        made["doc"] = made["doc"][:_OLD]
        pages = [len(read_document(path).read_as.unit_starts) for path in made["pdf"]]
        plain = [_stated(read_document(path)) for path in texts]
        rows = [_row(form, paths, plain, pages) for form, paths in made.items()]
    head = "| form | files | statements | the same | missing | extra | seconds a page |\n"
    return head + "|---|---|---|---|---|---|---|\n" + "\n".join(row.line() for row in rows) + "\n"


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
        document = read_document(path)
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
    made = table()
    if "--write" not in sys.argv:
        print(made)
        return 0
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(MARK)
    _, _, after = rest.partition(_END)
    PAGE.write_text(f"{before}{MARK}\n{made}\n{_END}{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
