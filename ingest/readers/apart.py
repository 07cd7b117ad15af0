"""Readers in a process of their own: what a file does to memory and time ends there, and the others go on.

`python -m ingest.readers.apart` is that process: a line of JSON and a file's bytes in, a line of JSON out.
It is started at the first file that needs it, and again after a file has ended it.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from typing import IO

from ingest.errors import ReaderMissing, Scanned, Unreadable
from ingest.read_as import ReadAs
from ingest.readers.forms import READERS
from ingest.readers.rendered import Rendered

SECONDS = 120  # that one file may take
MEMORY = 3 * 1024**3  # bytes of address space that the process may have, where the system can hold it to that
_ERRORS: dict[str, type[Unreadable]] = {e.__name__: e for e in (Unreadable, Scanned, ReaderMissing)}
_STOP_SECONDS = 5


class Apart:
    """The process, and the one conversation with it at a time."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds, self._memory = seconds, memory
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def render(self, raw: bytes, form: str) -> Rendered:
        """The text of a file of a form that is read apart. Raises Unreadable."""
        with self._lock:
            answer = self._asked(raw, form)
        told = json.loads(answer)
        if "error" in told:
            raise _ERRORS.get(told["error"], Unreadable)(told["what"], todo=told["todo"])
        return Rendered(told["text"], told["reader"], ReadAs.from_json(told["read_as"]))

    def close(self) -> None:
        """Ends the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate(timeout=_STOP_SECONDS)

    def _asked(self, raw: bytes, form: str) -> bytes:
        process = self._running()
        answers: list[bytes] = []
        thread = threading.Thread(target=_converse, args=(process, raw, form, answers), daemon=True)
        thread.start()
        thread.join(self._seconds)
        if thread.is_alive():
            self.close()
            raise Unreadable(f"it took more than {self._seconds:g} seconds to read", todo=_HOSTILE)
        if not answers or not answers[0].endswith(b"\n"):
            self.close()
            raise Unreadable(
                "reading it ended the reader: it needs too much memory, or breaks it", todo=_HOSTILE
            )
        return answers[0]

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(  # noqa: S603 - this program itself
                [sys.executable, "-m", "ingest.readers.apart", str(self._memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(p or os.curdir for p in sys.path)},
                start_new_session=True,  # Ctrl-C is this process's to hear
            )
        return self._process


_HOSTILE = "Open it in the program that made it and save it as text"
_APART = Apart()
atexit.register(_APART.close)


def render_apart(raw: bytes, form: str) -> Rendered:
    """The text of a file of a form that is read apart, by the process that all share. Raises Unreadable."""
    return _APART.render(raw, form)


def _converse(process: subprocess.Popen[bytes], raw: bytes, form: str, answers: list[bytes]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(json.dumps({"form": form, "size": len(raw)}).encode() + b"\n" + raw)
        process.stdin.flush()
        answers.append(process.stdout.readline())
    except (OSError, ValueError):
        return  # the process has ended; no answer tells so


def serve(source: IO[bytes], sink: IO[bytes]) -> None:
    """Reads files from `source` and answers on `sink`, until there are no more."""
    while header := source.readline():
        asked = json.loads(header)
        sink.write(json.dumps(_answer(source.read(asked["size"]), asked["form"])).encode() + b"\n")
        sink.flush()


def _answer(raw: bytes, form: str) -> dict[str, str | None]:
    try:
        found = READERS[form](raw)
    except MemoryError:
        what = "it needs more memory than a reader may have"
        return {"error": "Unreadable", "what": what, "todo": _HOSTILE}
    except RecursionError:
        return {"error": "Unreadable", "what": "its parts are nested too deep", "todo": _HOSTILE}
    except Unreadable as problem:
        kind = type(problem).__name__
        return {"error": kind, "what": problem.what, "todo": problem.todo}
    return {"text": found.text, "reader": found.reader, "read_as": found.read_as.to_json()}


def _bound_memory(most: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    _bound_memory(int(sys.argv[1]))
    serve(sys.stdin.buffer, sys.stdout.buffer)
