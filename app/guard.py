"""Who may write over HTTP: this machine alone, or whoever has the key where one is set."""

from __future__ import annotations

import hmac
from ipaddress import IPv6Address, ip_address
from typing import Literal
from urllib.parse import urlsplit

from fastapi import Request

from app.deps import SettingsGiven
from app.settings import Settings
from graph.errors import TiengVangError

# Any of them says that somebody else's request is passed on; what it claims about that one is not believed.
PROXY_HEADERS = (
    "forwarded",
    "via",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-forwarded-port",
    "x-real-ip",
    "x-client-ip",
    "x-cluster-client-ip",
    "true-client-ip",
    "cf-connecting-ip",
    "fastly-client-ip",
)
_LOCAL_NAMES = frozenset({"localhost", "localhost."})


class WriteRefused(TiengVangError):
    """A write that did not come from this machine, where no key is set."""


class KeyRefused(TiengVangError):
    """A write without the key that is set, or with another."""


class KeyMissing(TiengVangError):
    """A public address is to be served, and no key guards the writes."""


Writing = Literal["open", "key", "refused"]


def check_write(request: Request, settings: SettingsGiven) -> None:
    """Lets a write pass. Raises WriteRefused, KeyRefused."""
    check_write_with(request, settings, _token(request))


def check_write_with(request: Request, settings: Settings, token: str) -> None:
    """Lets a write pass that gives its key as `token`: in a form, say. Raises WriteRefused, KeyRefused."""
    if settings.api_key is not None:
        _check_key(request, token, settings.api_key.get_secret_value())
        return
    if not _from_here(request):
        raise WriteRefused(
            "writing is for this machine only",
            where=request.url.path,
            todo="Send it from the machine itself and not through a proxy, or set TIENGVANG_API_KEY there",
        )


def writing_of(request: Request, settings: Settings) -> Writing:
    """What writing takes for who asks: nothing (here, where no key is set), the key, or it is refused."""
    if settings.api_key is not None:
        return "key"
    return "open" if _from_here(request) else "refused"


def check_address(host: str, settings: Settings) -> None:
    """Refuses to serve other machines without a key. Raises KeyMissing."""
    if settings.api_key is None and not is_local(host):
        raise KeyMissing(
            "other machines reach this address, and no key guards what they may write",
            where=host,
            todo="Set TIENGVANG_API_KEY to a long random text, or serve on 127.0.0.1",
        )


def is_local(host: str) -> bool:
    """Whether a host (name or address, IPv6 with or without brackets) is this machine and no other."""
    name = host.strip().strip("[]").lower()
    if name in _LOCAL_NAMES:
        return True
    try:
        address = ip_address(name.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        return address.ipv4_mapped.is_loopback
    return address.is_loopback


def _from_here(request: Request) -> bool:
    """Whether a request comes from this machine straight.

    The name that it was sent to counts, too: a page of another site can make a browser here send requests, to
    a name of that site's own.
    """
    if request.client is None or not is_local(request.client.host):
        return False
    if any(name in request.headers for name in PROXY_HEADERS):
        return False
    origin = request.headers.get("origin")
    return is_local(_name(f"//{request.headers.get('host', '')}")) and (
        origin is None or is_local(_name(origin))
    )


def _name(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _token(request: Request) -> str:
    """The key that the headers give; they come as Latin-1."""
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    token = given.strip() if scheme.lower() == "bearer" else request.headers.get("x-api-key", "")
    return token.encode("latin-1").decode(errors="replace")


def _check_key(request: Request, token: str, key: str) -> None:
    # The time that comparing takes tells nothing about the key.
    if not hmac.compare_digest(token.encode(errors="surrogatepass"), key.encode()):
        raise KeyRefused(
            "writing needs the key of this service" if not token else "this is not the key of this service",
            where=request.url.path,
            todo="Send it as `Authorization: Bearer …` or `X-API-Key: …`",
        )
