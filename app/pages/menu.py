"""What stands in the menu on top of every page."""

from __future__ import annotations

from app import urls
from app.settings import Settings

# The key of its words in texts/, and where it leads; in this order.
MENU: tuple[tuple[str, str], ...] = (
    ("nav.home", "/"),
    ("nav.documents", "/documents"),
    ("nav.provinces", "/provinces"),
    ("nav.measures", "/measures"),
    ("nav.bodies", "/bodies"),
    ("nav.compare", "/compare"),
    ("nav.try", "/try"),
    ("nav.docs", "/docs"),
)
CYPHER = ("nav.cypher", "/cypher")


def entries(settings: Settings) -> tuple[tuple[str, str], ...]:
    """The menu of a service: the box for queries only where it is switched on."""
    return (*MENU[:-1], CYPHER, MENU[-1]) if settings.cypher else MENU


def entry_of(path: str) -> str | None:
    """The entry of the menu that a page belongs to, by its path; None where it belongs to none."""
    for _, at in (*MENU, CYPHER):
        if path == at or (at != "/" and path.startswith(f"{at}/")):
            return at
    return None


def place_page(code: str) -> str:
    """Where a province's name leads."""
    return urls.province_page(code)
