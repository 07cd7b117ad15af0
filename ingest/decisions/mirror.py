"""The file beside the store that mirrors its decisions: one a line, appended and never changed.

The store comes first: a decision stands once its transaction is committed, and its line is appended, with
fsync, right after. Where a crash comes between, the next ingest or decision appends what is missing. The
other way round, decisions that only the file has (the store was made anew) are put into the store by the next
ingest. A line without its end was cut short by a crash and counts as absent.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from ingest.decisions.log import Decision, from_line
from ingest.errors import DecisionLogInvalid, DecisionLogUnwritable

_END = b"\n"


class Mirror:
    """The log of decisions at `path`, which need not be there yet."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> dict[str, Decision]:
        """The decisions by id. Raises DecisionLogInvalid (file and line), DecisionLogUnwritable."""
        return {decision.id: decision for decision in read_log(self._bytes(), self.path)}

    def prepare(self) -> None:
        """Makes sure that lines can be appended, before anything is decided. Raises DecisionLogUnwritable."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab"):
                pass
        except OSError as error:
            raise self._unwritable(error) from error

    def append(self, decisions: Iterable[Decision]) -> None:
        """Appends decisions in their order, on disk when this returns. Raises DecisionLogUnwritable."""
        lines = [d.line().encode() + _END for d in sorted(decisions, key=lambda d: d.order)]
        if not lines:
            return
        self.prepare()
        try:
            with self.path.open("r+b") as file:
                file.truncate(_whole(file.read()))
            with self.path.open("ab", buffering=0) as file:
                file.write(b"".join(lines))
                os.fsync(file.fileno())
            _sync_folder(self.path.parent)
        except OSError as error:
            raise self._unwritable(error) from error

    def _bytes(self) -> bytes:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise self._unwritable(error) from error

    def _unwritable(self, error: OSError) -> DecisionLogUnwritable:
        return DecisionLogUnwritable(
            error.strerror or str(error),
            where=self.path,
            todo="Decisions are kept in this file too: make it writable, or set TIENGVANG_DECISIONS",
        )


def read_log(raw: bytes, path: Path) -> list[Decision]:
    """The decisions of a log, in its order; a last line cut short is left out. Raises DecisionLogInvalid."""
    found = []
    for number, line in enumerate(raw[: _whole(raw)].split(_END), 1):
        where = f"{path}, line {number}"
        try:
            text = line.decode()
        except UnicodeDecodeError as error:
            raise DecisionLogInvalid("not UTF-8", where=where, todo="Put the line back as it was") from error
        if text.strip():
            found.append(from_line(text, where))
    return found


def _whole(raw: bytes) -> int:
    """How many bytes whole lines take."""
    return raw.rfind(_END) + 1


def _sync_folder(folder: Path) -> None:
    """A new file is on disk only when its folder is; Windows has no such call and needs none."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
