"""Provinces: which one a person means, and what is held of them."""

from __future__ import annotations

from app.answers.acts.directives import directive_heads
from app.answers.asking.cursors import key_of, split_page
from app.answers.asking.province_names import find_province
from app.answers.asking.reading import dataset_version, number, queries, text, vocabulary
from app.answers.comparing.comparison import cells_of
from app.answers.models.held import DirectiveCited, MeasureCell, ProvinceDetail, ProvinceSummary
from app.answers.models.shapes import Page
from app.answers.sources.documents import documents_of_province
from graph.store import Store

__all__ = ["find_province", "list_provinces", "province"]


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
