"""The evidence of a statement."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from app.answers.models.held import Provenance
from app.answers.sources.provenance import provenance
from app.conditional import Conditional
from app.deps import SettingsGiven, StoreGiven
from app.problems import documented

router = APIRouter(prefix="/provenance", tags=["provenance"], route_class=Conditional)


@router.get("/{key}", name="get", responses=documented(404))
def get(
    store: StoreGiven,
    settings: SettingsGiven,
    key: Annotated[
        str,
        Path(
            description="Key of the statement, as it stands beside every quote",
            examples=["00000000000000000000000000000000"],
        ),
    ],
) -> Provenance:
    """One statement: its quote in its surroundings, read again from the text; its source, rule and basis."""
    return provenance(store, key, settings.context_chars)
