"""A real server of a test's own, for a real browser."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from playwright.sync_api import Page

from app.main import create_app
from app.settings import Settings

WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """The address of a server with these settings, on a free port of this machine."""
    config = uvicorn.Config(create_app(settings), host="127.0.0.1", port=0, log_level="critical")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield _address(server, thread)
    finally:
        server.should_exit = True
        thread.join()


def _address(server: uvicorn.Server, thread: threading.Thread) -> str:
    while not server.started:
        assert thread.is_alive(), "the server ended before it began"
        time.sleep(0.05)
    host, port = server.servers[0].sockets[0].getsockname()[:2]
    return f"http://{host}:{port}"


def watched(page: Page) -> list[str]:
    """What a page complains of, as it comes: faults of its scripts, and what its policy forbids."""
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints
