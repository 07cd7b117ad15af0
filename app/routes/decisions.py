"""What people decide about evidence and documents: the log, and the writes that add to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Response
from pydantic import ConfigDict, Field

from app import deciding
from app.answers.correcting.deciding import Asked
from app.answers.models.decided import DecisionAction, DecisionRow
from app.answers.models.held import DocumentDetail, Provenance
from app.answers.models.shapes import Model, Page
from app.answers.sources.decisions import list_decisions
from app.answers.sources.documents import document, find_document
from app.answers.sources.provenance import provenance
from app.conditional import Conditional
from app.deps import SettingsGiven, StoreGiven
from app.formats import listing_documented
from app.guard import check_write
from app.problems import documented
from app.routes.params import Listing

router = APIRouter(tags=["decisions"], route_class=Conditional)
_WRITES: dict[str, Any] = {
    "dependencies": [Depends(check_write)],
    "responses": documented(401, 403, 404),
    "openapi_extra": {"security": [{"bearer": []}, {"key": []}, {}]},
}


class DecisionGiven(Model):
    """What a person decides, and who and why."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    action: DecisionAction = Field(
        description="Of evidence: accept, reject, correct. Of a document: set, or accept or reject what it "
        "states of itself. Of both: undo."
    )
    by: str = Field(min_length=1, max_length=2000, description="Who decides, by name.")
    reason: str = Field(min_length=1, max_length=2000, description="Why.")
    value: str | dict[str, str] | None = Field(
        default=None,
        description="Of correct: relation, state or target that is to stand. Of set: values by field "
        "(province, number, date, issuer, doc_type, source_url, retrieved_at). Of accept or reject on a "
        "document: the field. Of undo on a document: the field whose decision is meant.",
    )
    of: str | None = Field(
        default=None,
        description="Of undo: id of the decision; the one in force unless given (of a document with several: "
        "of the field that `value` names).",
    )

    def asked(self) -> Asked:
        """As the answers take it."""
        return Asked(self.action, self.by, self.reason, self.value, self.of)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which decisions to list."""

    document: Annotated[str | None, Query(description="About this document: id or its beginning")] = None
    statement: Annotated[str | None, Query(description="About the statement with this key")] = None
    action: Annotated[DecisionAction | None, Query(description="Only such decisions")] = None
    by: Annotated[str | None, Query(description="Decided by this person")] = None


@router.get(
    "/decisions",
    name="list",
    response_model=Page[DecisionRow],
    responses=listing_documented() | documented(404),
)
def list_(
    store: StoreGiven, listing: Listing, given: Annotated[Filters, Depends()]
) -> Page[DecisionRow] | Response:
    """All that people decided, in the order of the log; nothing is ever taken out of it."""
    rows = list_decisions(
        store,
        document=find_document(store, given.document) if given.document else None,
        action=given.action,
        by=given.by,
        statement=given.statement,
        cursor=listing.cursor,
        limit=listing.limit,
    )
    return listing.of(rows)


@router.patch("/provenance/{key}", name="evidence", **_WRITES)
def decide_on_evidence(
    store: StoreGiven,
    settings: SettingsGiven,
    key: Annotated[str, Path(description="Key of the statement")],
    given: DecisionGiven,
) -> Provenance:
    """Accept, reject or correct a piece of evidence; the answer is how it stands from now on.

    What is rejected counts in no answer; what is corrected is shown as curated, with what was stated beside
    it.
    """
    deciding.on_statement(store, settings, key, given.asked())
    return provenance(store, key, settings.context_chars)


@router.patch("/documents/{id}", name="document", **_WRITES)
def decide_on_document(
    store: StoreGiven,
    settings: SettingsGiven,
    id: Annotated[str, Path(description="Its id, or the first 8 or more characters of it")],
    given: DecisionGiven,
) -> DocumentDetail:
    """Set what a document does not state, or judge what it states of itself; values set are curated.

    The answer is how it stands from now on.
    """
    deciding.on_document(store, settings, id, given.asked())
    return document(store, id)
