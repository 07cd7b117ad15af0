"""A file -> Document: its text whole, and where it came from.

Which form the bytes have, and how it is read: `ingest.readers`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.documents import Document, Source
from ingest.errors import Unreadable
from ingest.readers.archives import is_archive, marked, member_bytes, members
from ingest.readers.choosing import render
from ingest.readers.forms import SUFFIXES
from ingest.readers.limits import Ocr
from ingest.readers.rendered import Rendered
from ingest.readers.text import READER

_FORMS = ", ".join(sorted(SUFFIXES))
# A folder that holds this file holds composed documents: they are marked synthetic wherever they are shown.
SYNTHETIC_MARKER = "SYNTHETIC"
MAX_TEXT_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Listing:
    """The files that paths stand for, once each and in order; what is wrong with paths; files passed over."""

    files: tuple[Path, ...]
    problems: tuple[Unreadable, ...]
    passed_over: int


def list_files(paths: Iterable[Path]) -> Listing:
    """The readable files: a file is itself, a folder or zip archive all of SUFFIXES below it but README and
    hidden ones; a file inside an archive is named by the archive's path and its own."""
    files: dict[Path, None] = {}
    problems: list[Unreadable] = []
    passed_over = 0
    for path in paths:
        found = _below(path)
        passed_over += found.passed_over
        problems.extend(found.problems)
        if not (found.files or found.problems):
            what = f"the {'folder' if path.is_dir() else 'archive'} holds no file that can be read ({_FORMS})"
            problems.append(_unreadable(path, what, "Name a folder that holds documents"))
        files.update(dict.fromkeys(found.files))
    return Listing(tuple(files), tuple(problems), passed_over)


def _below(path: Path) -> Listing:
    """What one path stands for."""
    if path.is_dir():
        return _in_folder(path)
    if is_archive(path):
        return _in_archive(path)
    if path.exists() or any(is_archive(parent) for parent in path.parents):
        return Listing((path,), (), 0)
    return Listing((), (_unreadable(path, "there is no such file or folder", "Check the path"),), 0)


def _in_folder(folder: Path) -> Listing:
    everything = sorted(p for p in folder.rglob("*") if p.is_file() and not _hidden(p, folder))
    found = [p for p in everything if p.suffix.lower() in SUFFIXES and p.stem.upper() != "README"]
    files: list[Path] = []
    problems: list[Unreadable] = []
    passed_over = len(everything) - len(found)
    for path in found:
        inside = _in_archive(path) if is_archive(path) else Listing((path,), (), 0)
        files.extend(inside.files)
        problems.extend(inside.problems)
        passed_over += inside.passed_over
    return Listing(tuple(files), tuple(problems), passed_over)


def _in_archive(path: Path) -> Listing:
    try:
        found = members(path)
    except Unreadable as problem:
        return Listing((), (problem,), 0)
    except OSError as error:
        return Listing((), (_unreadable(path, error.strerror or str(error), "Check the path"),), 0)
    return Listing(found.files, found.problems, found.passed_over)


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)


def read_document(path: Path, *, max_bytes: int = MAX_TEXT_BYTES, ocr: Ocr | None = None) -> Document:
    """The document in a file; `ocr` says how pages that are pictures are read, None that they are not.

    Raises Unreadable: missing, too large, empty, in no form that is read.
    """
    try:
        raw = _bytes(path, max_bytes)
        if not raw.strip():
            raise Unreadable("the file is empty", todo="Remove it, or fetch it again")
        found = render(raw, path.suffix.lower(), ocr)
    except Unreadable as problem:
        raise type(problem)(problem.what, where=problem.where or path, todo=problem.todo) from problem
    if not found.text.strip("\ufeff \t\r\n"):
        raise _unreadable(path, "the file holds no words", "Remove it, or fetch it again")
    return _document(raw, found, str(path), synthetic=marked(path, SYNTHETIC_MARKER))


def document_of(raw: bytes, text: str, path: str, *, synthetic: bool = False) -> Document:
    """A document of bytes already decoded; `path` says where they came from."""
    return _document(raw, Rendered(text, READER), path, synthetic=synthetic)


def _document(raw: bytes, found: Rendered, path: str, *, synthetic: bool) -> Document:
    id, text_sha256 = hashlib.sha256(raw).hexdigest(), hashlib.sha256(found.text.encode()).hexdigest()
    return Document(id, found.text, text_sha256, found.reader, Source(path), synthetic, found.read_as)


def read_documents(
    files: Iterable[Path], *, max_bytes: int = MAX_TEXT_BYTES, ocr: Ocr | None = None
) -> Iterator[Document | Unreadable]:
    """Each file's document, or what is wrong with it: one bad file does not stop the others."""
    for path in files:
        try:
            yield read_document(path, max_bytes=max_bytes, ocr=ocr)
        except Unreadable as problem:
            yield problem


def _bytes(path: Path, max_bytes: int) -> bytes:
    try:
        if not path.exists() and (inside := member_bytes(path, max_bytes)) is not None:
            return inside
        size = path.stat().st_size
        if size > max_bytes:
            raise _unreadable(
                path,
                f"{size:,} bytes, over the limit of {max_bytes:,}",
                "Raise TIENGVANG_MAX_TEXT_BYTES or split it",
            )
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error), "Check the path and its permissions") from error


def _unreadable(path: Path, what: str, todo: str) -> Unreadable:
    return Unreadable(what, where=str(path), todo=todo)
