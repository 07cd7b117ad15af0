"""Rules of accessibility, checked in the page by axe-core."""

from __future__ import annotations

from functools import cache

from playwright.sync_api import Page

from tests.repository import ROOT

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def _program() -> str:
    return (ROOT / "tests" / "data" / "axe" / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong, each with the elements at fault; the page needs JavaScript."""
    page.evaluate(_program())
    found = page.evaluate("tags => axe.run({runOnly: tags}).then(result => result.violations)", _TAGS)
    return [f"{each['id']}: {[node['html'][:120] for node in each['nodes'][:3]]}" for each in found]
