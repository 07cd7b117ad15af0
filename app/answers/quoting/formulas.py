"""Formulas (câu mẫu dùng chung): wording that many provinces share, with every place where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from app.answers.asking.cursors import cursor_after, key_of, split_page
from app.answers.asking.errors import FormulaUnknown
from app.answers.asking.reading import Row, dataset_version, number, queries, text, vocabulary
from app.answers.asking.wording import formula_words
from app.answers.models.formulas import FormulaHere, FormulaPage, FormulaPlace, FormulaRow
from app.answers.models.shapes import Page, ProvinceRef
from graph.store import Reader, Store


def list_formulas(
    store: Store,
    *,
    province: str | None = None,
    documents: Sequence[str] | None = None,
    least: int | None = None,
    members: int = 3,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[FormulaRow]:
    """Formulas by id, each with its first `members` places.

    province: those in acts of a province (code); documents: those in these; least: shared by so many
    provinces and more. Raises CursorInvalid.
    """
    after = key_of(cursor)
    ids = _ids(store, province, documents)
    if least is not None:
        ids = [str(row["id"]) for row in _counts(store, ids) if number(row["provinces"]) >= least]
    shown, following = split_page([id for id in ids if id > after][: limit + 1], limit)
    rows = _counts(store, shown)
    places = _places(store, shown if members else [])
    return Page[FormulaRow](
        dataset_version=dataset_version(store),
        synthetic=any(number(row["synthetic"]) for row in rows),
        items=[_formula(row, places[str(row["id"])][:members]) for row in rows],
        total=len(ids),
        next=following,
    )


def formula(store: Store, id: str, *, cursor: str | None = None, limit: int = 50) -> FormulaPage:
    """One formula with a page of its places. Raises FormulaUnknown, CursorInvalid."""
    after = key_of(cursor)
    rows = _counts(store, [id])
    if not rows:
        raise FormulaUnknown("no formula has this id", where=id, todo="See the list of formulas")
    places = [place for place in _places(store, [id])[id] if _order(place) > after]
    shown = _formula(rows[0], [])
    return FormulaPage(
        dataset_version=dataset_version(store),
        synthetic=bool(number(rows[0]["synthetic"])),
        items=places[:limit],
        total=shown.places,
        next=cursor_after(_order(places[limit - 1])) if len(places) > limit else None,
        formula=shown,
        words=formula_words(shown),
    )


def formulas_in(reader: Reader, documents: Sequence[str]) -> list[FormulaHere]:
    """Where formulas stand in some documents, in the order of their texts."""
    rows = reader.read(queries()["formulas_in"], documents=list(documents)) if documents else []
    return [FormulaHere.model_validate(dict(row)) for row in rows]


def _ids(store: Store, province: str | None, documents: Sequence[str] | None) -> list[str]:
    found = {str(row["id"]) for row in store.read(queries()["formula_ids"])}
    if province is not None:
        rows = store.read(queries()["formula_ids_of_province"], province=province)
        found &= {str(row["id"]) for row in rows}
    if documents is not None:
        found &= {here.id for here in formulas_in(store, documents)}
    return sorted(found)


def _counts(store: Store, ids: Sequence[str]) -> list[Row]:
    return list(store.read(queries()["formula_counts"], ids=list(ids))) if ids else []


def _places(store: Store, ids: Iterable[str]) -> dict[str, list[FormulaPlace]]:
    found: dict[str, list[FormulaPlace]] = defaultdict(list)
    for id in ids:
        places = [_place(row) for row in store.read(queries()["formula_members"], id=id)]
        found[id] = sorted(places, key=_order)
    return found


def _place(row: Row) -> FormulaPlace:
    known = vocabulary().provinces.get(str(row["province"]))
    return FormulaPlace.model_validate(
        {
            **row,
            "central": bool(row["central"]),
            "synthetic": bool(row["synthetic"]),
            "province": ProvinceRef(code=known.code, name=known.name) if known else None,
        }
    )


def _order(place: FormulaPlace) -> str:
    """By date, undated last; then by document and place in the text."""
    return f"{place.date or '9999'} {place.document} {place.start:08} {place.key}"


def _formula(row: Row, members: list[FormulaPlace]) -> FormulaRow:
    return FormulaRow(
        id=str(row["id"]),
        text=str(row["text"]),
        provinces=number(row["provinces"]),
        documents=number(row["documents"]),
        central=number(row["central"]),
        places=number(row["places"]),
        first_on=text(row["first_on"]),
        members=members,
    )
