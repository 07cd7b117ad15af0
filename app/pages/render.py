"""Templates to responses, with headers under which a page loads nothing but files of this host."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import urls
from app.pages import names
from app.pages.act_names import act_name
from app.pages.menu import entries, entry_of, place_page
from app.pages.texts import LANGUAGES, Texts, language_of, texts
from app.version import VERSION

HERE = Path(__file__).parent
STATIC = HERE / "static"
_CUT_WORD = re.compile(r"^\S*\s+")  # at the beginning, what may be the end of a word
_WORD_CUT = re.compile(r"\s+\S*$")
SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
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
    found.globals.update(urls=urls, version=VERSION, static=static, place_page=place_page)
    found.globals.update(
        body_name=names.body_name, measure_name=names.measure_name, province_name=names.province_name
    )
    found.filters.update(exact=exact, ticks=ticks, strokes=strokes, whole_from=whole_from, whole_to=whole_to)
    return found


@cache
def static(name: str) -> str:
    """The address of a file of `static/`, with a mark of its bytes: a browser may keep it for good."""
    mark = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?{mark}"


def exact(text: str) -> Markup:
    """Text that a browser keeps as it is: HTML would turn a carriage return into a line end."""
    return Markup("&#13;").join(escape(text).split("\r"))


def ticks(text: str) -> Markup:
    """Words between backticks as code."""
    parts = [escape(part) for part in text.split("`")]
    code = [Markup("<code>{}</code>").format(part) if at % 2 else part for at, part in enumerate(parts)]
    return Markup("").join(code)


def strokes(text: str) -> Markup:
    """A quote on a line, whole; the strokes between the cells of a table are faint, as its lines were."""
    parts = [escape(part) for part in text.split("|")]
    return Markup('<span class="stroke">|</span>').join(parts)


def whole_from(words: str, cut: bool) -> str:
    """Words from the first whole one, where something before them was cut off; the cut is marked."""
    return f"…{_CUT_WORD.sub('', words, count=1)}" if cut else words


def whole_to(words: str, cut: bool) -> str:
    """Words to the last whole one, where something behind them was cut off; the cut is marked."""
    return f"{_WORD_CUT.sub('', words)}…" if cut else words


def page(
    request: Request,
    template: str,
    *,
    status: int = 200,
    alternate: str | None = None,
    headers: Mapping[str, str] | None = None,
    **context: object,
) -> HTMLResponse:
    """A page in the reader's language. `alternate` is where the same answer is as data.

    `as_data` among the context has this address's own forms, by format; they come before `alternate`.
    """
    alternates = _alternates(context.get("as_data"), alternate)
    words = _words(request)
    html = (
        environment()
        .get_template(template)
        .render(
            **words,
            switches=[(code, here_of(request, lang=code)) for code in LANGUAGES if code != words["lang"]],
            menu=entries(request.app.state.settings),
            at=entry_of(request.url.path),
            alternate=alternate,
            alternates=alternates,
            **context,
        )
    )
    links = ", ".join(f'<{each.href}>; rel="alternate"; type="{each.type}"' for each in alternates)
    linked = {"Link": links} if links else {}
    return HTMLResponse(html, status, {"Vary": "Accept-Language", **linked, **(headers or {})})


def fragment(request: Request, template: str, **context: object) -> HTMLResponse:
    """A piece of a page in the reader's language, for a page that is open already."""
    html = environment().get_template(template).render(**_words(request), **context)
    return HTMLResponse(html, headers={"Vary": "Accept-Language"})


def texts_of(request: Request) -> Texts:
    """The words of the reader's language."""
    return texts(language_of(request.query_params.get("lang"), request.headers.get("accept-language", "")))


def _words(request: Request) -> dict[str, Any]:
    """The reader's language, its words, and links that keep it."""
    asked = request.query_params.get("lang")
    language = language_of(asked, request.headers.get("accept-language", ""))
    kept = _keeping(language if asked in LANGUAGES else None)
    t = texts_of(request)
    return {"t": t, "lang": language, "here": kept, "act": partial(act_name, t)}


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same answer in another format; `name` is the format."""

    name: str
    type: str
    href: str


def _alternates(own: object, elsewhere: str | None) -> list[Alternate]:
    """JSON, and CSV where this address gives it."""
    forms = own if isinstance(own, Mapping) else {"json": elsewhere} if elsewhere else {}
    types = {"json": "application/json", "csv": "text/csv"}
    return [Alternate(name, types[name], str(forms[name])) for name in types if name in forms]


def here_of(request: Request, **parameters: str | None) -> str:
    """This address within its host, with other values for some parameters, or without them (None).

    The path is taken as it was understood: a key may hold a question mark, and `//host` would lead elsewhere.
    """
    path = "/" + quote(request.scope["path"].lstrip("/"), safe="/@~:")
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in parameters]
    query = urlencode([*kept, *((name, value) for name, value in parameters.items() if value is not None)])
    return f"{path}?{query}" if query else path


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
