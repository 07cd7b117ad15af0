"""What a briefing can fail for."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from graph.errors import TiengVangError


class BriefingMissing(TiengVangError):
    """The library that writes this kind of file is not installed."""


def library(module: str, package: str) -> Any:
    """A library that is installed with the extra `briefing`. Raises BriefingMissing."""
    try:
        return import_module(module)
    except ImportError as error:
        raise BriefingMissing(
            f"this kind of file is written by {package}, which is not installed",
            where=module,
            todo="Install the extra: pip install 'tiengvang[briefing]', or make install",
        ) from error
