"""Who holds a folder: a lock that dies with its process, and a note of how to reach the holder.

The lock decides; the note only helps. The kernel frees the lock of a process however it ends (kill -9 too),
so that a note left behind by a dead process means nothing.
"""

from __future__ import annotations

import json
import os
import secrets
import sys
import tempfile
import threading
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import ClassVar

LOCK_FILE = ".lock"
NOTE_FILE = ".holder.json"
SECRET_FILE = ".secret"  # noqa: S105 - a file name
PRIVATE = 0o600


def _try_lock(descriptor: int) -> None:
    """Take an exclusive lock or raise OSError at once."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        # A record lock and no flock: a forked worker must not keep it when this process is killed.
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """An exclusive hold on a folder for the life of this object or process, whichever ends first."""

    # A record lock does not tell apart two holders in one process, and closing any descriptor frees it.
    _held: ClassVar[set[Path]] = set()
    _guard: ClassVar[threading.Lock] = threading.Lock()

    __slots__ = ("_descriptor", "_folder")

    def __init__(self, folder: Path, descriptor: int) -> None:
        self._folder = folder
        self._descriptor = descriptor

    @classmethod
    def take(cls, folder: Path) -> FolderLock | None:
        """The lock, or None where someone has it. Raises OSError where the folder cannot be written."""
        folder = folder.resolve()
        with cls._guard:
            if folder in cls._held:
                return None
            descriptor = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, PRIVATE)
            try:
                _try_lock(descriptor)
            except (BlockingIOError, PermissionError):
                os.close(descriptor)
                return None
            cls._held.add(folder)
        return cls(folder, descriptor)

    def release(self) -> None:
        """Let go. Twice does no harm."""
        with self._guard:
            if self._folder in self._held and self._descriptor >= 0:
                self._held.discard(self._folder)
                os.close(self._descriptor)
                self._descriptor = -1


@dataclass(frozen=True, slots=True)
class Note:
    """How to reach the holder of a folder: its process, its Bolt port, and what engine it runs."""

    pid: int
    port: int
    engine: str


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)  # made with mode 0600
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
    Path(temporary).replace(path)


def publish(folder: Path, note: Note) -> None:
    """Tell other processes how to reach this one."""
    write_private(folder / NOTE_FILE, json.dumps(asdict(note)))


def withdraw(folder: Path) -> None:
    """Take the note away, one's own or that of a process that died."""
    (folder / NOTE_FILE).unlink(missing_ok=True)


def published(folder: Path) -> Note | None:
    """The note of the holder; None where there is none, or none that can be read."""
    try:
        return Note(**json.loads((folder / NOTE_FILE).read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def read_secret(folder: Path) -> str | None:
    """The password of the embedded engine in this folder, None where it has none yet."""
    try:
        return (folder / SECRET_FILE).read_text(encoding="utf-8").strip() or None
    except FileNotFoundError:
        return None


def make_secret(folder: Path) -> str:
    """A new password, kept in the folder in a file that only its owner can read."""
    secret = secrets.token_urlsafe(32)
    write_private(folder / SECRET_FILE, secret)
    return secret
