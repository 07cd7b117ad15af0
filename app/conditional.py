"""Answers that need not be sent twice: an ETag that follows from the data and the question, and 304.

A tag is strong (RFC 9110, 8.8.3): it is given only where no ingest is under way before and after the answer
was made, and it stands for one format in one coding.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Coroutine
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import urls
from app.answers.asking.revision import revision
from app.deps import settings_of, shared_store
from app.formats import accepted
from app.version import VERSION
from ingest.storing.versions import extractors_version

VARY = "Accept, Accept-Encoding"
_GZIP = "-gzip"
_TAG = re.compile(r'(?:W/)?"([\x21\x23-\x7e\x80-\xff]*)"')
_SETTINGS = ("evidence_limit", "page_limit", "page_limit_max", "context_chars", "show_private")
Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class Conditional(APIRoute):
    """A route under /v1: its GET carries a tag, and answers 304 to who has that answer already."""

    def get_route_handler(self) -> Handler:
        """The handler, asked only where the answer is another than the one that the client has."""
        answer = super().get_route_handler()

        async def handler(request: Request) -> Response:
            tag = await run_in_threadpool(tag_of, request)
            named = request.headers.get("if-none-match", "")
            if tag and (held := _held(named, tag)):
                return _unchanged(held)
            response = await answer(request)
            response.headers.update({"Vary": VARY, "Cache-Control": "no-cache"})
            if response.status_code == 200 and tag and await run_in_threadpool(tag_of, request) == tag:
                if named.strip() == "*":
                    return _unchanged(tag)
                response.headers["ETag"] = f'"{tag}"'
            return response

        return handler if self.methods == {"GET"} else answer


def tag_of(request: Request) -> str | None:
    """The tag of the answer to a request, without its quotation marks; None while data are being changed.

    Raises StoreError.
    """
    state = revision(shared_store(request))
    if state is None:
        return None
    settings = settings_of(request)
    query = sorted(request.query_params.multi_items(), key=lambda pair: pair[0])
    parts = [
        program(),
        *(str(getattr(settings, name)) for name in _SETTINGS),
        state,
        str(request.base_url),
        request.url.path,
        repr(query),
        accepted(request.headers.get("accept", "")),
    ]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


@cache
def program() -> str:
    """A hash of what makes answers out of data: version, extractors, program text and queries."""
    here = Path(__file__).resolve().parent
    files = [*here.rglob("*.py"), *here.rglob("*.csv"), *(here.parent / "cypher").rglob("*.cypher")]
    texts = b"\0".join(path.read_bytes() for path in sorted(files))
    return f"{VERSION} {extractors_version()} {hashlib.sha256(texts).hexdigest()}"


def _held(named: str, tag: str) -> str | None:
    """The tag that If-None-Match names, in the coding that the client has; None where it names another."""
    for found in _TAG.findall(named):
        if found in (tag, tag + _GZIP):
            return str(found)
    return None


def _unchanged(tag: str) -> Response:
    return Response(status_code=304, headers={"ETag": f'"{tag}"', "Vary": VARY, "Cache-Control": "no-cache"})


class CodedTags:
    """Gives the gzip form of an answer a tag of its own, as a strong tag stands for the bytes sent."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] != 304:
                headers = MutableHeaders(scope=message)
                tag = headers.get("etag", "")
                if tag.endswith('"') and headers.get("content-encoding") == "gzip":
                    headers["etag"] = f'{tag[:-1]}{_GZIP}"'
                vary = [name.strip() for name in headers.get("vary", "").split(",")]
                headers["vary"] = ", ".join(dict.fromkeys(name for name in vary if name)) or "Accept-Encoding"
            await send(message)

        ours = scope["type"] == "http" and scope["path"].startswith(f"{urls.API}/")
        await self._app(scope, receive, tagged if ours else send)
