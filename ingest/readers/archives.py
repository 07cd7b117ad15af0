"""Zip archives as folders: `acts.zip/2021/a.docx` is the member 2021/a.docx of acts.zip."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from ingest.errors import Unreadable
from ingest.readers.forms import SUFFIXES
from ingest.readers.limits import limits
from ingest.readers.zipped import part

_HIDDEN = (".", "~$", "__MACOSX")
_TWICE = "a second file of this name in the archive: only the last one is read"
_TODO = "Unpack it with a program that you trust, and name the folder"


@dataclass(frozen=True, slots=True)
class Members:
    """The documents in an archive, what is wrong with members, and how many others were passed over."""

    files: tuple[Path, ...]
    problems: tuple[Unreadable, ...]
    passed_over: int


def is_archive(path: Path) -> bool:
    """Whether a file goes under the name of an archive that is read."""
    return path.suffix.lower() == ".zip" and path.is_file()


def members(path: Path) -> Members:
    """The documents in an archive, in the order of their names. Raises Unreadable: broken, encrypted, or made
    to fill a machine."""
    files: list[Path] = []
    problems: list[Unreadable] = []
    passed_over = 0
    seen: set[str] = set()
    for info in sorted(_archive(path).infolist(), key=lambda i: i.filename):
        name = info.filename
        if info.is_dir() or _hidden(name):
            continue
        if name in seen:
            problems.append(Unreadable(_TWICE, where=path / name.lstrip("/"), todo=_TODO))
        elif wrong := _wrong(info):
            problems.append(Unreadable(wrong, where=path / name.lstrip("/"), todo=_TODO))
        elif _is_document(name):
            files.append(path / name)
        else:
            passed_over += 1
        seen.add(name)
    return Members(tuple(files), tuple(problems), passed_over)


def member_bytes(path: Path, limit: int) -> bytes | None:
    """The bytes of a path inside an archive; None where the path is in none. Raises Unreadable."""
    for archive in path.parents:
        if archive.is_file():
            opened, name = _archive(archive), path.relative_to(archive).as_posix()
            if name not in opened.NameToInfo:
                raise Unreadable("there is no such file in the archive", todo="Check the path")
            return part(opened, name, limit)
    return None


def marked(path: Path, marker: str) -> bool:
    """Whether the folder of a path holds a file of that name, in an archive or not."""
    if (path.parent / marker).is_file():
        return True
    archive = next((a for a in path.parents if a.is_file()), None)
    if archive is None:
        return False
    return (path.parent / marker).relative_to(archive).as_posix() in _archive(archive).NameToInfo


def _hidden(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part.startswith(_HIDDEN) and part != ".." for part in parts)


def _is_document(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix.lower() in SUFFIXES and path.stem.upper() != "README"


def _wrong(info: zipfile.ZipInfo) -> str | None:
    """What speaks against a member, whatever is in it."""
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    if info.filename.startswith(("/", "\\")) or ".." in parts or any(":" in part for part in parts[:1]):
        return "a path that leaves the archive"
    if info.flag_bits & 0x1:
        return "encrypted"
    if (info.external_attr >> 16) & 0o170000 == 0o120000:
        return "a link, not a file"
    return "an archive inside an archive" if info.filename.lower().endswith(".zip") else None


def _archive(path: Path) -> zipfile.ZipFile:
    stat = path.stat()
    return _opened(path, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=1)
def _opened(path: Path, size: int, modified: int) -> zipfile.ZipFile:
    """An archive, kept open while its members are read; size and time tell it from one of its name."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
        what = f"a zip archive that is broken or cut short ({error})"
        raise Unreadable(what, where=path, todo="Fetch it again") from error
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    most = limits()
    bomb = unpacked > most.archive_bytes and unpacked > most.ratio * size
    if len(infos) > most.members or bomb:
        archive.close()
        what = f"a zip of {size:,} bytes and {len(infos):,} members that unpacks to {unpacked:,} bytes"
        todo = "Do not open it: it is made to fill a machine's memory; if you made it, raise "
        todo += "TIENGVANG_READER_ARCHIVE_BYTES" if bomb else "TIENGVANG_READER_MEMBERS"
        raise Unreadable(what, where=path, todo=todo)
    return archive
