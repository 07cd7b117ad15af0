"""The evidence of a statement, and the forms by which curators decide about evidence and documents.

A form gives the key of the service in its body, never in an address, and nothing keeps it here.
"""

from __future__ import annotations

from typing import Annotated, get_args

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field

from app import deciding, urls
from app.answers.asking.reading import vocabulary
from app.answers.correcting.corrections import DECIDABLE
from app.answers.correcting.deciding import Asked
from app.answers.models.decided import DecisionAction, DecisionRow
from app.answers.models.held import Annotation, Provenance
from app.answers.sources.documents import find_document
from app.answers.sources.provenance import provenance
from app.answers.sources.relations import Relation
from app.deps import SettingsGiven, StoreGiven
from app.field_values import READERS
from app.guard import check_write_with, writing_of
from app.pages.as_data import Rows, shown
from app.pages.names import body_name, measure_name, province_name
from app.pages.texts import Texts
from ingest.documents import Polarity

router = APIRouter(include_in_schema=False)
SETTABLE = tuple(READERS)
Choices = dict[str, list[tuple[str, str]]]


class _Signed(BaseModel):
    """What every form has: what is decided, who and why, and the key where one is set."""

    action: DecisionAction
    by: str = Field(default="", max_length=2000)
    reason: str = Field(default="", max_length=2000)
    key: str = Field(default="", max_length=1000)


class OfEvidence(_Signed):
    """A decision about a statement."""

    relation: str = Field(default="", max_length=2000)
    state: str = Field(default="", max_length=2000)
    target: str = Field(default="", max_length=2000)

    def correction(self) -> dict[str, str]:
        """What is to stand, where it was given."""
        given = {"relation": self.relation, "state": self.state, "target": self.target}
        return {name: value for name, value in given.items() if value.strip()}


class OfDocument(_Signed):
    """A decision about a field of a document."""

    field: str = Field(max_length=50)
    value: str = Field(default="", max_length=2000)


@router.get("/provenance/{key}")
def evidence(request: Request, store: StoreGiven, settings: SettingsGiven, key: str) -> Response:
    """The evidence of one statement, and what people decided about it."""
    answer = provenance(store, key, settings.context_chars)
    return shown(
        request,
        "provenance.html",
        answer,
        Rows(DecisionRow, answer.decisions),
        alternate=urls.provenance(answer.key),
        context=settings.context_chars,
        writing=writing_of(request, settings),
        decidable=DECIDABLE,
        corrections=corrections,
        statement=_as_listed(answer),
        measure_name=measure_name,
        body_name=body_name,
        province_name=province_name,
    )


def _as_listed(answer: Provenance) -> Annotation:
    """A statement as the reader lists it."""
    evidence = answer.evidence
    return Annotation(
        key=answer.key,
        type=answer.type,
        target=answer.object.key,
        target_label=answer.object.label,
        target_name=answer.object.name,
        start=evidence.start if evidence else None,
        end=evidence.end if evidence else None,
        quote=evidence.quote if evidence else None,
        rule=answer.rule,
        basis=answer.basis,
        status=answer.status,
    )


@router.post("/provenance/{key}")
def decide(
    request: Request,
    store: StoreGiven,
    settings: SettingsGiven,
    key: str,
    form: Annotated[OfEvidence, Form()],
) -> Response:
    """Carries out what the form decides about a statement, and leads to the evidence as it now stands."""
    check_write_with(request, settings, form.key)
    asked = Asked(form.action, form.by, form.reason, form.correction() if form.action == "correct" else None)
    deciding.on_statement(store, settings, key, asked)
    return _lead(request, urls.provenance_page(provenance(store, key, 0).key))


@router.post("/documents/{id}")
def decide_on_document(
    request: Request, store: StoreGiven, settings: SettingsGiven, id: str, form: Annotated[OfDocument, Form()]
) -> Response:
    """Carries out what the form decides about a document's own data, and leads to the document."""
    check_write_with(request, settings, form.key)
    document = find_document(store, id)
    value = {form.field: form.value} if form.action == "set" else form.field
    deciding.on_document(store, settings, document, Asked(form.action, form.by, form.reason, value))
    return _lead(request, f"{urls.document_page(document)}#attributes")


def corrections(t: Texts, kind: str, label: str) -> Choices:
    """What may be corrected in a statement of this type, with the choices; none where it is typed."""
    if kind == "CITES":
        relations = [(name, t.word("relation", name)) for name in get_args(Relation)]
        return {"relation": relations, "target": []}
    if label == "Measure":
        states = [(name, t.word("cell", name)) for name in get_args(Polarity)]
        measures = [(row.id, row.name) for row in vocabulary().measures.values()]
        return {"state": states, "target": measures}
    return {"target": []} if label in ("Body", "Province") else {}


def _lead(request: Request, path: str) -> Response:
    """To a page in the language of this one (303: to be fetched, not posted again)."""
    lang = request.query_params.get("lang")
    if lang in ("vi", "en"):
        base, mark, anchor = path.partition("#")
        path = f"{base}?lang={lang}{mark}{anchor}"
    return RedirectResponse(path, status_code=303)
