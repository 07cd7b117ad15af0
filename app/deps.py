"""What a request is given: the settings, and the one store that all threads of the process share."""

from __future__ import annotations

import logging
import threading
import time
from typing import Annotated

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool

from app.catalogue import answering
from app.discreet import shown
from app.settings import Settings
from app.vocabulary import use
from graph.errors import StoreError
from graph.store import Store, open_store

RETRY_TIME = 2.0  # seconds; a reader is told soon that the store is away, and asks again
FORGET_AFTER = 2.0  # seconds; until then a store that could not be opened is not tried again

log = logging.getLogger(__name__)


class SharedStore:
    """The store of the process as answers see it: opened when it is first asked for, tried anew while it
    cannot be.

    Safe to share between threads. Requests that wait for the same opening get its one result.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._guard = threading.Lock()
        self._store: Store | None = None
        self._failed: tuple[float, StoreError] | None = None
        self._closed = False

    def get(self) -> Store:
        """The open store. Raises StoreError, what it says tells a person what to do."""
        with self._guard:
            if self._store is None:
                self._raise_recent()
                self._store = self._open()
            return self._store

    def warm(self) -> None:
        """Open the store ahead of the first request; a failure is logged, the next request tries again."""
        try:
            self.get()
        except StoreError as error:
            log.warning("the store is not open yet: %s", error)

    def close(self) -> None:
        """Close the store. Twice does no harm."""
        with self._guard:
            self._closed = True
            if self._store is not None:
                self._store.close()
                self._store = None

    def _raise_recent(self) -> None:
        if self._failed and time.monotonic() - self._failed[0] < FORGET_AFTER:
            raise self._failed[1]

    def _open(self) -> Store:
        if self._closed:
            raise StoreError("the service is ending", todo="Ask again when it has started anew")
        settings = self._settings
        password = settings.graph_password
        try:
            store = open_store(
                settings.graph,
                user=settings.graph_user,
                password=password.get_secret_value() if password else None,
                database=settings.graph_database,
                retry_time=RETRY_TIME,
            )
        except StoreError as error:
            self._failed = (time.monotonic(), error)
            raise
        return shown(store, settings)


def shared_store(request: Request) -> Store:
    """The store, opened if it is not."""
    shared: SharedStore = request.app.state.store
    return shared.get()


async def store_of(request: Request) -> Store:
    """The store, opened if it is not; what is answered from it reads with the vocabulary it was made with.

    Asynchronous, for what it sets must reach the route: a thread would keep it to itself.
    """
    store = await run_in_threadpool(shared_store, request)
    use(await run_in_threadpool(answering, store))
    return store


def settings_of(request: Request) -> Settings:
    """The settings that the application was made with."""
    settings: Settings = request.app.state.settings
    return settings


StoreGiven = Annotated[Store, Depends(store_of)]
SettingsGiven = Annotated[Settings, Depends(settings_of)]
