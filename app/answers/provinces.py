"""Provinces: which one a person means, and what is held of them."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache

from app.answers.comparison import cells_of
from app.answers.cursors import key_of, split_page
from app.answers.directives import directive_heads
from app.answers.documents import documents_of_province
from app.answers.errors import ProvinceUnknown
from app.answers.held import DirectiveCited, MeasureCell, ProvinceDetail, ProvinceSummary
from app.answers.reading import dataset_version, number, queries, text, vocabulary
from app.answers.shapes import Page, ProvinceRef
from graph.store import Store
from ingest.text.normalise import bare_of

_KIND = re.compile(r"^(?:tinh|thanh pho|tp)\s+")


def find_province(text: str) -> ProvinceRef:
    """The province of a name (with or without marks, TP.HCM) or a 2020 code. Raises ProvinceUnknown."""
    typed = _plain(text)
    code = typed.zfill(2) if typed.isdigit() else _names().get(typed) or _names().get(_KIND.sub("", typed))
    row = vocabulary().provinces.get(code or "")
    if row is None:
        near = _suggestions(typed)
        todo = (
            f"Did you mean {' or '.join(near)}?"
            if near
            else "Write a name as Tây Ninh, or a code of 2020 as 72"
        )
        raise ProvinceUnknown(
            "no province of 2020 has this name or code", where=text, todo=todo, suggestions=near
        )
    return ProvinceRef(code=row.code, name=row.name)


def list_provinces(store: Store, *, cursor: str | None = None, limit: int = 100) -> Page[ProvinceSummary]:
    """All provinces in code order. Raises CursorInvalid."""
    after = key_of(cursor)
    codes = sorted(code for code in vocabulary().provinces if code > after)
    wanted, following = split_page(codes[: limit + 1], limit)
    items, synthetic = _summaries(store, wanted)
    return Page[ProvinceSummary](
        dataset_version=dataset_version(store),
        synthetic=synthetic,
        items=items,
        total=len(vocabulary().provinces),
        next=following,
    )


def province(store: Store, code: str) -> ProvinceDetail:
    """One province by its code. Raises ProvinceUnknown."""
    ref = find_province(code)
    summaries, synthetic = _summaries(store, [ref.code])
    cited = store.read(queries()["directives_of_province"], code=ref.code)
    heads = directive_heads(store, [str(row["key"]) for row in cited])
    return ProvinceDetail(
        dataset_version=dataset_version(store),
        synthetic=synthetic,
        province=summaries[0],
        documents=documents_of_province(store, ref.code),
        measures=[MeasureCell(measure=measure, cell=cell) for measure, cell in cells_of(store, ref.code)],
        directives=[
            DirectiveCited(
                directive=heads[str(row["key"])],
                citations=number(row["citations"]),
                documents=number(row["documents"]),
            )
            for row in cited
        ],
    )


def _summaries(store: Store, codes: list[str]) -> tuple[list[ProvinceSummary], bool]:
    held = {str(row["code"]): row for row in store.read(queries()["province_summaries"], codes=codes)}
    items = []
    for code in codes:
        row, known = held.get(code, {}), vocabulary().provinces[code]
        items.append(
            ProvinceSummary(
                code=code,
                name=known.name,
                full_name=known.full_name,
                region=known.region,
                unit_2025=known.unit_2025,
                unit_2025_name=known.unit_2025_name,
                documents=number(row.get("documents")),
                acts=number(row.get("acts")),
                first_on=text(row.get("first_on")),
                last_on=text(row.get("last_on")),
            )
        )
    return items, any(number(row["synthetic"]) for row in held.values())


def _plain(typed: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", bare_of(typed)).strip()


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Every way of writing a province, without marks -> its code."""
    return {
        _plain(name): row.code
        for row in vocabulary().provinces.values()
        for name in (*row.aliases, row.full_name, row.name)
    }


def _suggestions(typed: str) -> list[str]:
    near = get_close_matches(typed, _names(), n=6, cutoff=0.6)
    return list(dict.fromkeys(vocabulary().provinces[_names()[name]].name for name in near))[:3]
