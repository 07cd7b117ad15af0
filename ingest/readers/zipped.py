"""Files that are zips inside (docx, odt) or out (archives): opened with every size bounded beforehand."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from ingest.errors import Unreadable
from ingest.readers.limits import limits

_TODO = "Fetch it again, or save it anew in the program that made it"


@contextmanager
def opened(raw: bytes, what: str) -> Iterator[zipfile.ZipFile]:
    """A zip of which no member is read yet. Raises Unreadable: broken, encrypted, or too many members."""
    try:
        archive = zipfile.ZipFile(BytesIO(raw))
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
        raise Unreadable(f"{what} whose zip is broken or cut short ({error})", todo=_TODO) from error
    with archive:
        members = archive.infolist()
        if len(members) > limits().members:
            todo = "Raise TIENGVANG_READER_MEMBERS, or split it"
            raise Unreadable(f"{what} with {len(members):,} members", todo=todo)
        if any(member.flag_bits & 0x1 for member in members):
            raise Unreadable(f"{what} that is encrypted", todo="Save it without a password")
        yield archive


def part(archive: zipfile.ZipFile, name: str, limit: int | None = None) -> bytes:
    """A member unpacked, `b""` where there is none. Raises Unreadable: broken, or larger than `limit` (that
    of the settings unless given)."""
    limit = limits().part_bytes if limit is None else limit
    if name not in archive.NameToInfo:
        return b""
    too_large = Unreadable(
        f"{name} in it unpacks to more than {limit:,} bytes, {archive.getinfo(name).compress_size:,} packed",
        todo="Do not open it: a file like this is made to fill a machine's memory",
    )
    if archive.getinfo(name).file_size > limit:
        raise too_large
    try:
        with archive.open(name) as stream:
            data = stream.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise Unreadable(f"{name} in it is broken ({error})", todo=_TODO) from error
    if len(data) > limit:
        raise too_large
    return data
