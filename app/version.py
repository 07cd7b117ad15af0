"""Which version of the program this is."""

from __future__ import annotations

import tomllib
from pathlib import Path

_PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def _read() -> str:
    """The version that pyproject.toml states; the program runs from its clone."""
    with _PROJECT.open("rb") as stream:
        return str(tomllib.load(stream)["project"]["version"])


VERSION = _read()
