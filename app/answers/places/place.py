"""A province of 2020, or a unit of 2025: what is held of it, what it echoed, and what it added of its own."""

from __future__ import annotations

from pydantic import Field

from app.answers.asking.province_names import find_province
from app.answers.asking.reading import queries, vocabulary
from app.answers.comparing.divisions import division_of, find_unit
from app.answers.echoing.taken_up import TakenUp, taken_up
from app.answers.models.acts import DirectiveHead
from app.answers.models.held import DocumentSummary
from app.answers.models.shapes import Answer, Model, ProvinceRef
from app.answers.places.additions import Additions, additions
from app.answers.places.provinces import list_provinces
from app.answers.sources.documents import document_summaries
from graph.store import Store


class Place(Answer):
    """All that a page tells of a province or a unit. `documents` are those of all its provinces, by date."""

    units: str = Field(description="2020: a province; 2025: a unit, of the provinces in `members`.")
    code: str
    name: str
    full_name: str
    region: str | None
    unit: ProvinceRef = Field(description="The unit of 2025 that holds it, or that it is.")
    members: list[ProvinceRef]
    documents: list[DocumentSummary]
    acts: int
    first_on: str | None
    last_on: str | None
    echoed: list[TakenUp] = Field(description="Directives that it echoed by acts of the provincial level.")
    additions: Additions
    wanted: list[DirectiveHead] = Field(description="Directives that it echoed, whose text is not held.")


class PlaceRow(Model):
    """A province or a unit in a list, with how much is held of it."""

    code: str
    name: str
    region: str | None
    members: list[ProvinceRef]
    documents: int
    acts: int
    first_on: str | None
    last_on: str | None


class Places(Answer):
    """The 63 provinces of 2020, or the 34 units of 2025."""

    units: str
    items: list[PlaceRow]
    with_documents: int


def place(store: Store, typed: str, units: str = "2020", evidence_limit: int = 2) -> Place:
    """A province by name or code of 2020, or a unit by name or code of 2025. Raises ProvinceUnknown."""
    ref = find_unit(typed) if units == "2025" else find_province(typed)
    members = list(division_of([ref.code], "2025" if units == "2025" else "2020").provinces)
    own = additions(store, members, evidence_limit=evidence_limit)
    echoed = taken_up(store, members, evidence_limit=evidence_limit)
    held = _documents(store, members)
    days = sorted(d.date for d in held if d.date)
    first = vocabulary().provinces[members[0]]
    return Place(
        dataset_version=own.dataset_version,
        synthetic=any(document.synthetic for document in held) or own.synthetic or echoed.synthetic,
        units=units,
        code=ref.code,
        name=ref.name,
        full_name=ref.name if units == "2025" else vocabulary().provinces[ref.code].full_name,
        region=_region(members),
        unit=ProvinceRef(code=first.unit_2025, name=first.unit_2025_name),
        members=[_ref(code) for code in members],
        documents=held,
        acts=len({document.act for document in held}),
        first_on=days[0] if days else None,
        last_on=days[-1] if days else None,
        echoed=echoed.items,
        additions=own,
        wanted=[each.directive for each in echoed.items if not each.directive.text_held],
    )


def places(store: Store, units: str = "2020") -> Places:
    """All provinces of 2020, or all units of 2025, by code."""
    listed = list_provinces(store, limit=100)
    rows = [
        PlaceRow(
            code=p.code,
            name=p.name,
            region=p.region,
            members=[ProvinceRef(code=p.code, name=p.name)],
            documents=p.documents,
            acts=p.acts,
            first_on=p.first_on,
            last_on=p.last_on,
        )
        for p in listed.items
    ]
    if units == "2025":
        rows = _united(rows)
    return Places(
        dataset_version=listed.dataset_version,
        synthetic=listed.synthetic,
        units=units,
        items=rows,
        with_documents=sum(1 for row in rows if row.documents),
    )


def _united(rows: list[PlaceRow]) -> list[PlaceRow]:
    """Provinces put together into units. Acts of two provinces are two acts."""
    division, by_code = division_of([], "2025"), {row.code: row for row in rows}
    found = []
    for code in division.codes:
        members = [by_code[member] for member in division.members(code)]
        firsts = sorted(row.first_on for row in members if row.first_on)
        lasts = sorted(row.last_on for row in members if row.last_on)
        found.append(
            PlaceRow(
                code=code,
                name=vocabulary().provinces[members[0].code].unit_2025_name,
                region=_region([row.code for row in members]),
                members=[ProvinceRef(code=row.code, name=row.name) for row in members],
                documents=sum(row.documents for row in members),
                acts=sum(row.acts for row in members),
                first_on=firsts[0] if firsts else None,
                last_on=lasts[-1] if lasts else None,
            )
        )
    return found


def _documents(store: Store, members: list[str]) -> list[DocumentSummary]:
    ids = {
        str(row["id"])
        for code in members
        for row in store.read(queries()["documents_of_province"], code=code)
    }
    held = document_summaries(store, sorted(ids))
    return sorted(held, key=lambda document: (document.date or "9999", document.id))


def _region(members: list[str]) -> str | None:
    """The region of provinces; None where they are of several."""
    regions = {vocabulary().provinces[code].region for code in members}
    return regions.pop() if len(regions) == 1 else None


def _ref(code: str) -> ProvinceRef:
    return ProvinceRef(code=code, name=vocabulary().provinces[code].name)
