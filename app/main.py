"""The web application: API under /v1, pages for readers beside it. `uvicorn app.main:app` serves it."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from app import pages, problems, routes
from app.answers.cypher import CypherDesk
from app.conditional import CodedTags
from app.deps import SharedStore
from app.heads import HeadAsGet
from app.openapi import describing
from app.settings import Settings, settings
from app.version import VERSION
from ingest.vocabulary import shipped

EXPOSED = ["ETag", "Link", "Content-Disposition", "X-Total-Count", "X-Dataset-Version", "X-Synthetic"]
GARBAGE = 50_000  # objects made until garbage is looked for; the matrix alone has tens of thousands
SMALL = 2048  # bytes; less is not worth packing
DESCRIPTION = """\
Which province echoed which directive, in which words, since when, and out of how many: read from Vietnamese
official documents. Every stated fact carries its quote and offsets (Unicode code points, and
`text[start:end] == quote`).
Every answer carries `dataset_version`; `synthetic` is true where a composed document stands behind it.
Errors are problems (RFC 9457)."""
TAGS = [
    {"name": "directives", "description": "Official acts (văn bản chỉ đạo), held, cited or catalogued"},
    {"name": "provinces", "description": "The 63 provinces of 2020, with their units since 1 July 2025"},
    {
        "name": "measures",
        "description": "Measures (biện pháp) and who ordered, avoided, lifted or mentioned them",
    },
    {"name": "bodies", "description": "Issuers and those who were told to act"},
    {"name": "compare", "description": "Provinces beside each other"},
    {"name": "documents", "description": "Documents held, text whole, with all that they state"},
    {"name": "formulas", "description": "Wording (câu mẫu) that many provinces share, and that is no echo"},
    {"name": "provenance", "description": "The evidence of one statement"},
    {"name": "search", "description": "Words and numbers, found however typed"},
    {"name": "references", "description": "Which acts any text refers to"},
    {"name": "decisions", "description": "What people decided about evidence and documents, and deciding"},
    {"name": "cypher", "description": "Queries of one's own, read-only; off unless switched on"},
    {"name": "service", "description": "Whether the service lives, is ready, and what it is"},
]


def create_app(given: Settings | None = None) -> FastAPI:
    """The application for these settings (those of the environment unless given).

    It answers at once: the store is opened beside the first requests, and a store that is away gives a
    problem with status 503 until it is back.
    """
    app = FastAPI(
        title="Tiếng Vang",
        version=VERSION,
        description=DESCRIPTION,
        openapi_tags=TAGS,
        lifespan=_life,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=_operation_id,
        redirect_slashes=False,
    )
    app.state.settings = given or settings()
    app.state.store = SharedStore(app.state.settings)
    app.state.cypher = CypherDesk(app.state.settings)
    problems.install(app)
    routes.install(app)
    pages.install(app)
    app.add_middleware(GZipMiddleware, minimum_size=SMALL)
    app.add_middleware(CodedTags)
    app.add_middleware(HeadAsGet)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD"],
        allow_headers=["If-None-Match"],
        expose_headers=EXPOSED,
        allow_credentials=False,
    )
    app.openapi = describing(app)  # type: ignore[method-assign]
    return app


@asynccontextmanager
async def _life(app: FastAPI) -> AsyncIterator[None]:
    shared: SharedStore = app.state.store
    warming = asyncio.create_task(asyncio.to_thread(shared.warm))
    _settle_memory()
    yield
    await warming
    app.state.cypher.close()
    await asyncio.to_thread(shared.close)


def _settle_memory() -> None:
    """Program and vocabulary stay for good: collecting garbage shall not walk them for every big answer."""
    shipped()
    gc.freeze()
    gc.set_threshold(GARBAGE)


def _operation_id(route: APIRoute) -> str:
    """`directives-list`: the tag and the name of the route."""
    return f"{route.tags[0]}-{route.name}" if route.tags else route.name


app = create_app()
