"""Readers in a process of their own: what a file does to memory and time ends there, and the others go on.

`python -m ingest.readers.apart` is that process: a line of JSON and a file's bytes in, a line of JSON out.
It is started at the first file that needs it, and again after a file has ended it.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import asdict
from typing import IO, Any

from ingest.errors import ReaderMissing, Scanned, Unreadable
from ingest.read_as import ReadAs
from ingest.readers.forms import PAGED, READERS
from ingest.readers.limits import Limits, Ocr, limits, set_limits
from ingest.readers.rendered import Rendered

_ERRORS: dict[str, type[Unreadable]] = {e.__name__: e for e in (Unreadable, Scanned, ReaderMissing)}
_STOP_SECONDS = 5


class Apart:
    """The process, and the one conversation with it at a time."""

    def __init__(self, seconds: float | None = None, memory: int | None = None) -> None:
        """seconds, memory: those of the limits in force, unless given."""
        self._seconds, self._memory = seconds, memory
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def render(self, raw: bytes, form: str, ocr: Ocr | None = None, pictures: int = 0) -> Rendered:
        """The text of a file of a form that is read apart; with `ocr` its `pictures` as well, for which there
        is more time. Raises Unreadable."""
        header = {"form": form, "size": len(raw), "ocr": asdict(ocr) if ocr else None}
        header["limits"] = asdict(limits())
        seconds = limits().seconds if self._seconds is None else self._seconds
        seconds += pictures * ocr.seconds if ocr else 0
        with self._lock:
            answer = self._asked(json.dumps(header).encode() + b"\n" + raw, seconds)
        told = json.loads(answer)
        if told.get("error") == Scanned.__name__:
            raise Scanned(told["what"], todo=told["todo"], pages=told["pages"])
        if "error" in told:
            raise _ERRORS.get(told["error"], Unreadable)(told["what"], todo=told["todo"])
        return Rendered(told["text"], told["reader"], ReadAs.from_json(told["read_as"]), told["pictures"])

    def close(self) -> None:
        """Ends the process."""
        process, self._process = self._process, None
        if process is not None:
            _end(process)
            process.communicate(timeout=_STOP_SECONDS)

    def _asked(self, question: bytes, seconds: float) -> bytes:
        process = self._running()
        answers: list[bytes] = []
        thread = threading.Thread(target=_converse, args=(process, question, answers), daemon=True)
        thread.start()
        thread.join(seconds)
        if thread.is_alive():
            self.close()
            raise Unreadable(f"it took more than {seconds:g} seconds to read", todo=_SLOW)
        if not answers or not answers[0].endswith(b"\n"):
            self.close()
            raise Unreadable(
                "reading it ended the reader: it needs too much memory, or breaks it", todo=_HOSTILE
            )
        return answers[0]

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            memory = limits().memory if self._memory is None else self._memory
            self._process = subprocess.Popen(  # noqa: S603 - this program itself
                [sys.executable, "-m", "ingest.readers.apart", str(memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(p or os.curdir for p in sys.path)},
                start_new_session=True,  # Ctrl-C is this process's to hear
            )
        return self._process


_HOSTILE = "Open it in the program that made it and save it as text"
_SLOW = f"{_HOSTILE}, or raise TIENGVANG_READER_SECONDS"
_APART = Apart()
atexit.register(_APART.close)


def render_apart(raw: bytes, form: str, ocr: Ocr | None = None, pictures: int = 0) -> Rendered:
    """The text of a file of a form that is read apart, by the process that all share. Raises Unreadable."""
    return _APART.render(raw, form, ocr, pictures)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the process and the program that reads a page for it."""
    if hasattr(os, "killpg"):
        try:
            os.killpg(process.pid, signal.SIGKILL)  # a group of its own, by start_new_session
        except ProcessLookupError:
            return  # it has ended, and all of the group
    else:
        process.kill()


def _converse(process: subprocess.Popen[bytes], question: bytes, answers: list[bytes]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(question)
        process.stdin.flush()
        answers.append(process.stdout.readline())
    except (OSError, ValueError):
        return  # the process has ended; no answer tells so


def serve(source: IO[bytes], sink: IO[bytes]) -> None:
    """Reads files from `source` and answers on `sink`, until there are no more."""
    while header := source.readline():
        asked = json.loads(header)
        set_limits(Limits(**asked["limits"]))
        ocr = Ocr(**asked["ocr"]) if asked["ocr"] else None
        sink.write(json.dumps(_answer(source.read(asked["size"]), asked["form"], ocr)).encode() + b"\n")
        sink.flush()


def _answer(raw: bytes, form: str, ocr: Ocr | None) -> dict[str, Any]:
    try:
        found = PAGED[form](raw, ocr) if ocr else READERS[form](raw)
    except MemoryError:
        what = "it needs more memory than a reader may have"
        return {"error": "Unreadable", "what": what, "todo": _HOSTILE}
    except RecursionError:
        return {"error": "Unreadable", "what": "its parts are nested too deep", "todo": _HOSTILE}
    except Unreadable as problem:
        kind = type(problem).__name__
        return {
            "error": kind,
            "what": problem.what,
            "todo": problem.todo,
            "pages": getattr(problem, "pages", 0),
        }
    read_as = found.read_as.to_json()
    return {"text": found.text, "reader": found.reader, "read_as": read_as, "pictures": found.pictures}


def _bound_memory(most: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    _bound_memory(int(sys.argv[1]))
    serve(sys.stdin.buffer, sys.stdout.buffer)
