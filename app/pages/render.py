"""Templates to responses, with headers under which a page can load nothing but our own style sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import urls
from app.pages.texts import LANGUAGES, language_of, texts
from app.version import VERSION

HERE = Path(__file__).parent
STATIC = HERE / "static"
SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class SecurityHeaders:
    """Puts `SECURITY` on every response."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(SECURITY)
            await send(message)

        await self._app(scope, receive, marked if scope["type"] == "http" else send)


@cache
def environment() -> Environment:
    """The templates: everything is escaped, and a name that is not there is an error."""
    found = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals.update(urls=urls, version=VERSION)
    found.filters.update(exact=exact, ticks=ticks)
    return found


def exact(text: str) -> Markup:
    """Text that a browser keeps as it is: HTML would turn a carriage return into a line end."""
    return Markup("&#13;").join(escape(text).split("\r"))


def ticks(text: str) -> Markup:
    """Words between backticks as code."""
    parts = [escape(part) for part in text.split("`")]
    code = [Markup("<code>{}</code>").format(part) if at % 2 else part for at, part in enumerate(parts)]
    return Markup("").join(code)


def page(
    request: Request,
    template: str,
    *,
    status: int = 200,
    alternate: str | None = None,
    headers: Mapping[str, str] | None = None,
    **context: object,
) -> HTMLResponse:
    """A page in the reader's language. `alternate` is where the same answer is as data."""
    asked = request.query_params.get("lang")
    language = language_of(asked, request.headers.get("accept-language", ""))
    html = (
        environment()
        .get_template(template)
        .render(
            t=texts(language),
            lang=language,
            here=_keeping(language if asked in LANGUAGES else None),
            switches=[(code, str(_relative(request, code))) for code in LANGUAGES if code != language],
            alternate=alternate,
            **context,
        )
    )
    links = {"Link": f'<{alternate}>; rel="alternate"; type="application/json"'} if alternate else {}
    return HTMLResponse(html, status, {"Vary": "Accept-Language", **links, **(headers or {})})


def _relative(request: Request, language: str) -> str:
    """This page in another language."""
    url = request.url.include_query_params(lang=language)
    return f"{url.path}?{url.query}"


def _keeping(language: str | None) -> Callable[..., str]:
    """A function: a path as a link that keeps the language asked for, with further parameters."""

    def link(path: str, **parameters: str | int | None) -> str:
        parts = urlsplit(path)
        added = {name: str(value) for name, value in parameters.items() if value is not None}
        if language:
            added["lang"] = language
        query = "&".join(part for part in (parts.query, urlencode(added)) if part)
        return parts._replace(query=query).geturl()

    return link
