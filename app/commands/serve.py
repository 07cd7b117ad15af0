"""`tiengvang serve`: API and pages."""

from __future__ import annotations

import os
import socket

import click

from app.commands.options import graph_option, with_graph
from graph.errors import TiengVangError


class PortInUse(TiengVangError):
    """Another program listens on this address."""


@click.command("serve", epilog="Example: tiengvang serve --port 8080")
@click.option("--host", metavar="ADDRESS", help="Address to listen on. [TIENGVANG_HOST, else 127.0.0.1]")
@click.option(
    "--port", type=click.IntRange(0, 65535), help="Port; 0 takes a free one. [TIENGVANG_PORT, else 8000]"
)
@graph_option
def command(host: str | None, port: int | None, graph: str | None) -> None:
    """API under /v1 and pages beside it, until interrupted.

    What people decide is written over HTTP from this machine only. To serve other machines set
    TIENGVANG_API_KEY, which every write then needs.
    """
    chosen = with_graph(graph)
    serve(host or chosen.host, chosen.port if port is None else port, graph)


def free_port(host: str, port: int) -> int:
    """The port, or for 0 a free one.

    Raises PortInUse where another program listens there, or the address is none of this machine.
    """
    try:
        with socket.create_server((host, port), family=_family(host), reuse_port=False) as listening:
            return int(listening.getsockname()[1])
    except OSError as error:
        raise PortInUse(
            error.strerror or str(error),
            where=f"{host}:{port}",
            todo="Stop what listens there, or choose another: --port, TIENGVANG_PORT, make demo PORT=…",
        ) from error


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def serve(host: str, port: int, graph: str | None) -> None:
    """Serve until interrupted.

    Raises PortInUse or KeyMissing before anything is opened, and StoreError where the store cannot be
    reached: whoever starts a server is told at once, and not the first reader.
    """
    from app.guard import check_address

    check_address(host, with_graph(graph))
    port = free_port(host, port)
    if graph:
        os.environ["TIENGVANG_GRAPH"] = graph
    import uvicorn

    from app.main import create_app
    from app.settings import Settings

    app = create_app(Settings())
    app.state.store.get()
    uvicorn.run(app, host=host, port=port, log_level="info", proxy_headers=False)
