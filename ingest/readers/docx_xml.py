"""Names and values of WordprocessingML."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

WP = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFF = frozenset({"0", "false", "off", "none"})


def value(element: _Element | None, name: str = "val") -> str | None:
    """An attribute of an element that may be missing."""
    found = element.get(WP + name) if element is not None else None
    return None if found is None else str(found)


def flag(element: _Element | None) -> bool:
    """Whether a property that is on by standing there is on."""
    return element is not None and (value(element) or "1") not in _OFF


def number(element: _Element | None, default: int = 0) -> int:
    """A whole number of an element that may be missing or hold none."""
    text = value(element) or ""
    return int(text) if text.lstrip("-").isdigit() and len(text) < 10 else default
