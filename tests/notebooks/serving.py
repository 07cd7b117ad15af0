"""`tiengvang serve` in a process of its own, for as long as a block takes."""

from __future__ import annotations

import subprocess
import sys
import time

import httpx

from app.commands.serve import free_port
from tests.repository import ROOT
from tests.store_fixtures import StoreAddress

STARTS_WITHIN = 120  # seconds


class serving:  # noqa: N801  (a context manager, read as a verb)
    """`tiengvang serve` on a store, from when it answers until the end of the block, or `stop`."""

    def __init__(self, address: StoreAddress) -> None:
        self._port = free_port("127.0.0.1", 0)
        command = [
            sys.executable,
            "-m",
            "app.cli",
            "serve",
            "--port",
            str(self._port),
            "--graph",
            address.url,
        ]
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=address.environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )

    def __enter__(self) -> serving:
        deadline = time.monotonic() + STARTS_WITHIN
        while not self._answers():
            assert self._process.poll() is None, self._process.communicate()[0].decode()
            assert time.monotonic() < deadline, "the server does not answer"
            time.sleep(0.1)
        return self

    def _answers(self) -> bool:
        try:
            return httpx.get(f"http://127.0.0.1:{self._port}/readyz").is_success
        except httpx.TransportError:
            return False

    def stop(self) -> None:
        """End the server; twice does no harm."""
        self._process.terminate()
        self._process.communicate(timeout=STARTS_WITHIN)

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self.stop()
