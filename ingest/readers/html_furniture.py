"""A page's furniture: menu, banner, crumbs, lead, sharing, related links, footer; by element, name and links.

What only looks like furniture is left to the act: a line wrongly marked states nothing, which is worse than
a menu that is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = ("article", "main")
_ELEMENTS = frozenset({"nav", "aside", "footer", "form", "button"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar"})
# Words of class and id, in English and in Vietnamese without marks.
_NAMES = frozenset(
    [
        "nav",
        "navbar",
        "navigation",
        "menu",
        "mainmenu",
        "topmenu",
        "submenu",
        "breadcrumb",
        "breadcrumbs",
        "crumb",
        "crumbs",
        "sidebar",
        "footer",
        "banner",
        "related",
        "relate",
        "relatednews",
        "othernews",
        "morenews",
        "comment",
        "comments",
        "share",
        "sharing",
        "social",
        "addthis",
        "tags",
        "taglist",
        "pagination",
        "pager",
        "paging",
        "searchbox",
        "login",
        "copyright",
        "advert",
        "ads",
        "quangcao",
        "weather",
        "toolbar",
        "rating",
        "counter",
        "viewcount",
        "pageview",
        "luotxem",
        "lienquan",
        "tinlienquan",
        "tinkhac",
        "tinmoi",
        "baivietkhac",
        "sapo",
        "lead",
        "chapeau",
        "postdate",
        "ngaydang",
        "publishdate",
        "author",
        "tacgia",
        "skip",
    ]
)
_JOINED = re.compile(
    r"(?:tin|bai)-?(?:viet-?)?(?:lien-?quan|khac|moi)|other-?news|related|view-?count|luot-?xem"
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LINKS = 3  # in a block that is mostly links
_LINKED = 0.7  # share of its letters that stand in links
_HELD = 0.5  # share of the page's words that one main element holds


class Furniture:
    """Which elements of a page are its furniture."""

    def __init__(self, root: _Element) -> None:
        self._main = _main_of(root)
        self._around = set(self._main.iterancestors()) if self._main is not None else set()
        self._linked = {e for e in root.iter("ul", "ol", "div", "td", "p", "section") if _is_linked(e)}

    def holds(self, element: _Element) -> bool:
        """Whether an element, with all below it, is furniture."""
        if element.tag in ("html", "body") or element is self._main or element in self._around:
            return False
        if self._main is not None and element.getparent() in self._around:
            return True  # beside the main element, or beside one that holds it
        if element.tag in _ELEMENTS or (element.get("role") or "") in _ROLES or element in self._linked:
            return True
        if element.tag == "header":
            return self._main is None and element.find(".//table") is None
        return _named(element)


def _main_of(root: _Element) -> _Element | None:
    """The one element that says it is the page's main content, and holds half of its words."""
    found = set(root.iter(*_MAIN))
    found |= {e for e in root.iter() if e.get("role") == "main" or e.get("itemprop") == "articleBody"}
    outermost = [e for e in found if not any(a in found for a in e.iterancestors())]
    if len(outermost) != 1:
        return None
    return outermost[0] if _length(outermost[0]) >= _HELD * _length(root) else None


def _length(element: _Element) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def _is_linked(element: _Element) -> bool:
    links = list(element.iter("a"))
    if len(links) < _LINKS:
        return False
    return sum(map(_length, links)) > _LINKED * _length(element)


def _named(element: _Element) -> bool:
    if element.tag in ("table", "tr", "tbody", "body"):
        return False
    for name in [*(element.get("class") or "").split(), element.get("id") or ""]:
        words = {word.lower() for word in _WORD.findall(name)}
        if words & _NAMES or _JOINED.search(name.lower()):
            return True
    return False
