"""What stands in the menu on top of every page."""

from __future__ import annotations

# The key of its words in texts/, and where it leads; in this order.
MENU: tuple[tuple[str, str], ...] = (
    ("nav.home", "/"),
    ("nav.documents", "/documents"),
    ("nav.compare", "/compare"),
    ("nav.docs", "/docs"),
)


def entry_of(path: str) -> str | None:
    """The entry of the menu that a page belongs to, by its path; None where it belongs to none."""
    return next((at for _, at in reversed(MENU) if path == at or path.startswith(f"{at.rstrip('/')}/")), None)
