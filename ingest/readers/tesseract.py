"""Tesseract, the program that reads pictures of pages (OCR): whether it is there, and what it makes of one.

It is asked as a program, a page a call, so that a page that takes too long can be ended. Its answer is a
table of words with their boxes and its confidence in each (0 to 100).
"""

from __future__ import annotations

import csv
import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import Unreadable
from ingest.readers.limits import Ocr

if TYPE_CHECKING:
    from PIL.Image import Image

PROGRAM = "tesseract"
_INSTALL = (
    "To have it read: pip install 'tiengvang[ocr]', or make install, and Tesseract "
    "(on Debian apt-get install tesseract-ocr tesseract-ocr-vie)"
)
_SECONDS = 20  # that a question about the program itself may take
_WORD = "5"  # the level of a row of its table that is a word
# Letters that Vietnamese has not and the Vietnamese data read beside their likes: "CĐÐ", "NÑông".
_TWICE = re.compile("(?<=Đ)Ð|(?<=N)Ñ|(?<=đ)ð|(?<=n)ñ")
_LINE = ("block_num", "par_num", "line_num")


@dataclass(frozen=True, slots=True)
class Engine:
    """The program: its version, the languages asked for, and a mark of their data (sha256, 12 hex)."""

    version: str
    languages: str
    data: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was read: its box in pixels from the picture's upper left corner, and the confidence."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float


def wanting(ocr: Ocr) -> str | None:
    """What has to be installed before pictures are read, as a sentence; None where nothing is missing."""
    if not (find_spec("PIL") and find_spec("pypdfium2") and shutil.which(PROGRAM)):
        return _INSTALL
    missing = sorted(set(ocr.languages.split("+")) - _data().keys())
    if not missing:
        return None
    packages = " ".join(f"tesseract-ocr-{name.replace('_', '-')}" for name in missing)
    return f"Tesseract lacks its data for {', '.join(missing)}: on Debian apt-get install {packages}"


def engine(ocr: Ocr) -> Engine:
    """The program as it is installed; `wanting` says first whether it is."""
    first = _asked("--version").split("\n", 1)[0]
    held = _data()
    marks = hashlib.sha256(b"".join(_bytes(held[name]) for name in ocr.languages.split("+")))
    return Engine(first.removeprefix(PROGRAM).strip(), ocr.languages, marks.hexdigest()[:12])


def read_lines(picture: Image, ocr: Ocr, dpi: int) -> list[list[Word]]:
    """The words of a picture of a page, line by line in reading order. Raises Unreadable: too slow."""
    asked = ["stdin", "stdout", "-l", ocr.languages, "--psm", "3", "--dpi", str(dpi), "tsv"]
    try:
        table = _run(asked, _drawn(picture), ocr.seconds)
    except subprocess.TimeoutExpired as error:
        what = f"a page takes OCR more than {ocr.seconds:g} seconds"
        raise Unreadable(what, todo="Raise TIENGVANG_OCR_SECONDS, or scan it anew") from error
    rows = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = (row for row in rows if row["level"] == _WORD and row["text"].strip())
    lines = groupby(words, key=lambda row: [row[name] for name in _LINE])
    return [list(_words(line)) for _, line in lines]


def _words(rows: Iterator[dict[str, str]]) -> Iterator[Word]:
    for row in rows:
        left, top, width, height = (int(row[name]) for name in ("left", "top", "width", "height"))
        yield Word(
            _TWICE.sub("", row["text"].strip()), left, top, left + width, top + height, float(row["conf"])
        )


def _drawn(picture: Image) -> bytes:
    """A picture in shades of grey, in the plainest format (PGM)."""
    from io import BytesIO

    out = BytesIO()
    picture.convert("L").save(out, "PPM")
    return out.getvalue()


@cache
def _data() -> Mapping[str, Path]:
    """The language data that the program finds, by name."""
    head, *names = _asked("--list-langs").splitlines() or [""]
    folder = Path(head.partition('"')[2].rpartition('"')[0])
    return {name.strip(): folder / f"{name.strip()}.traineddata" for name in names if name.strip()}


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


@cache
def _asked(question: str) -> str:
    """What the program says about itself."""
    return _run([question], b"", _SECONDS)


def _run(arguments: list[str], given: bytes, seconds: float) -> str:
    """What the program prints. Raises TimeoutExpired, Unreadable."""
    one_core = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # files are read side by side, not lines of one
    command = [shutil.which(PROGRAM) or PROGRAM, *arguments]
    done = subprocess.run(  # noqa: S603 - a fixed program; the picture is its input
        command, input=given, capture_output=True, timeout=seconds, check=False, env=one_core
    )
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["it says nothing"]
        raise Unreadable(f"OCR failed: {said[-1]}", todo="Have its text recognised by another program")
    return done.stdout.decode("utf-8", "replace")
