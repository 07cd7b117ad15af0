"""Pages of measures and bodies: who ordered what, when, in which words, and who was charged with it."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from app.answers.asking.province_names import find_province
from app.answers.asking.reading import vocabulary
from app.answers.comparing.charging import compare_bodies
from app.answers.models.comparison import MeasureEvidence
from app.answers.models.held import BodySummary, MeasureSummary
from app.answers.models.shapes import Answer, Model, Named, ProvinceRef
from app.answers.quoting.in_context import in_sentences
from app.answers.subjects.adoption import Adopter, adopters_of
from app.answers.subjects.bodies import list_bodies
from app.answers.subjects.body_detail import BodyTask, body_detail
from app.answers.subjects.measure_page import MeasureWhole, OtherState, measure_whole
from app.answers.subjects.measures import list_measures
from app.answers.subjects.ordering import CentralOrder, ChargedWith, Saying
from app.deps import SettingsGiven, StoreGiven
from app.pages.as_data import Rows, shown
from app.pages.names import province_name

router = APIRouter(include_in_schema=False)
MANY = 1000  # measures; the vocabulary is shown whole
Day = Annotated[str, Query(max_length=10)]
Table = Literal["order", "central", "charged", "others"]


@router.get("/measures")
def measures(request: Request, store: StoreGiven, kind: str = "") -> Response:
    """The measures of the vocabulary, the most widely stated first."""
    answer = list_measures(store, limit=MANY)
    kinds = sorted({each.kind for each in answer.items if each.kind})
    items = [each for each in answer.items if not kind or each.kind == kind]
    answer.items = sorted(items, key=lambda each: (-each.provinces, -each.documents, each.name))
    rows = Rows(MeasureSummary, answer.items)
    most = max((each.provinces for each in answer.items), default=0)
    return shown(request, "measures.html", answer, rows, kind=kind, kinds=kinds, most=most)


@router.get("/measures/{id}")
def measure(
    request: Request,
    store: StoreGiven,
    id: str,
    since: Day = "",
    until: Day = "",
    table: Table = "order",
) -> Response:
    """One measure. `table` picks the rows of its CSV."""
    answer = measure_whole(store, id, since=since or None, until=until or None)
    return shown(
        request,
        "measure.html",
        answer,
        _rows(answer, table),
        sentences=in_sentences(store, _pieces(answer)),
        given={name: value for name, value in (("since", since), ("until", until)) if value},
    )


def _pieces(answer: MeasureWhole) -> list[MeasureEvidence | Saying]:
    adoption = answer.adoption
    return [
        *(each.evidence for each in (*adoption.order, *adoption.undated)),
        *(each.evidence for each in answer.others),
        *(each.first for each in answer.central),
    ]


def _rows(answer: MeasureWhole, table: Table) -> Rows:
    return {
        "order": Rows(Adopter, adopters_of(answer.adoption)),
        "central": Rows(CentralOrder, answer.central),
        "charged": Rows(ChargedWith, answer.charged),
        "others": Rows(OtherState, answer.others),
    }[table]


class BodyCharged(Model):
    """A body of the vocabulary and in how many provinces it is charged with tasks."""

    body: Named
    provinces: int
    provisions: int
    first_on: str | None
    first: list[ProvinceRef] = Field(description="Who charged it first; those of one day together.")


class BodiesCharged(Answer):
    """Whom provinces charge, the most widely charged first."""

    items: list[BodyCharged]
    words: str


@router.get("/bodies")
def bodies(request: Request, store: StoreGiven) -> Response:
    """Whom provinces charge with tasks, the most widely charged first."""
    found = compare_bodies(store, [], None, evidence_limit=0)
    names = {column.code: ProvinceRef(code=column.code, name=column.name) for column in found.provinces}
    items = []
    for row in found.rows:
        cells = [cell for cell in row.cells if cell.headline == "charged"]
        first = min((cell.first_on for cell in cells if cell.first_on), default=None)
        items.append(
            BodyCharged(
                body=row.body,
                provinces=len(cells),
                provisions=sum(cell.provisions for cell in cells),
                first_on=first,
                first=[names[cell.province] for cell in cells if first and cell.first_on == first],
            )
        )
    items.sort(key=lambda each: (-each.provinces, -each.provisions, each.body.id))
    answer = BodiesCharged(
        dataset_version=found.dataset_version, synthetic=found.synthetic, items=items, words=found.words
    )
    most = max((each.provinces for each in items), default=0)
    held = found.denominator.with_documents
    return shown(request, "bodies.html", answer, Rows(BodyCharged, items), most=most, held=held)


@router.get("/bodies/named")
def named(
    request: Request,
    store: StoreGiven,
    settings: SettingsGiven,
    province: str = "",
    cursor: str | None = None,
) -> Response:
    """Every body that a document names, by id."""
    code = find_province(province).code if province else None
    answer = list_bodies(store, province=code, cursor=cursor, limit=settings.page_limit)
    return shown(
        request,
        "bodies_named.html",
        answer,
        Rows(BodySummary, answer.items),
        code=code,
        provinces=sorted(vocabulary().provinces.values(), key=lambda row: row.code),
        province_name=province_name,
    )


@router.get("/bodies/{id}")
def body(
    request: Request, store: StoreGiven, settings: SettingsGiven, id: str, cursor: str | None = None
) -> Response:
    """One body with its tasks, the earliest first, and the provinces that charged it."""
    answer = body_detail(store, id, cursor=cursor, limit=min(settings.page_limit, 25))
    return shown(
        request,
        "body.html",
        answer,
        Rows(BodyTask, answer.items),
        province_name=province_name,
        first=not cursor,
    )
