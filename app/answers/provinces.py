"""Provinces: which one a person means, and what is held of them."""

from __future__ import annotations

from app.answers.held import ProvinceDetail, ProvinceSummary
from app.answers.models import Page, ProvinceRef
from graph.store import Store


def find_province(text: str) -> ProvinceRef:
    """The province of a name (with or without marks, TP.HCM) or a 2020 code. Raises ProvinceUnknown."""
    raise NotImplementedError


def list_provinces(store: Store, *, cursor: str | None = None, limit: int = 100) -> Page[ProvinceSummary]:
    """All provinces in code order."""
    raise NotImplementedError


def province(store: Store, code: str) -> ProvinceDetail:
    """One province by its code. Raises ProvinceUnknown."""
    raise NotImplementedError
