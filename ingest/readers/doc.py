"""Word's format of before 2007 (.doc): LibreOffice, where it is installed, makes a docx of it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from ingest.errors import ReaderMissing, Unreadable
from ingest.readers.limits import limits

OFFICES = ("soffice", "libreoffice")
_INSTALL = "Debian: apt-get install libreoffice-writer-nogui; or save it as docx"


def as_docx(raw: bytes) -> bytes:
    """The docx that LibreOffice makes of a .doc. Raises ReaderMissing, Unreadable."""
    _check(raw)
    office = next((found for name in OFFICES if (found := shutil.which(name))), None)
    if office is None:
        what = "a Word file of before 2007 (.doc), which LibreOffice reads, and it is not installed"
        raise ReaderMissing(what, todo=_INSTALL)
    with tempfile.TemporaryDirectory(prefix="tiengvang-") as folder:
        return _converted(raw, office, Path(folder))


def _check(raw: bytes) -> None:
    """Refuses what the container says is no Word text. Raises Unreadable."""
    if _named(raw, "EncryptedPackage"):
        raise Unreadable("an Office file that is encrypted", todo="Save it without a password")
    if not _named(raw, "WordDocument"):
        kind = (
            "an Excel workbook (.xls)" if _named(raw, "Workbook") else "an Office file that is no Word text"
        )
        raise Unreadable(f"{kind}, not a document", todo="Save its text as docx or txt")


def _named(raw: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") in raw


def _converted(raw: bytes, office: str, folder: Path) -> bytes:
    source, made = folder / "document.doc", folder / "document.docx"
    source.write_bytes(raw)
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "docx", "--outdir", str(folder), str(source)]
    try:
        subprocess.run(command, capture_output=True, timeout=limits().seconds, check=False)  # noqa: S603 - a fixed command
    except subprocess.TimeoutExpired as error:
        raise Unreadable(
            f"LibreOffice took more than {limits().seconds:g} seconds", todo="Save it as docx"
        ) from error
    if not made.is_file() or not 0 < made.stat().st_size <= limits().part_bytes:
        raise Unreadable("a Word file of before 2007 that LibreOffice cannot read", todo="Save it as docx")
    return made.read_bytes()
