"""The service's own addresses: whether it lives, whether it is ready, what it is."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from app.answers.surveying.coverage import dataset
from app.deps import SharedStore, StoreGiven
from app.problems import documented
from app.version import VERSION
from graph.errors import StoreError
from ingest.pipeline import extractors_version

router = APIRouter(tags=["service"])


class Health(BaseModel):
    """The process answers."""

    status: Literal["ok"] = "ok"


class Ready(BaseModel):
    """The store answers, too."""

    status: Literal["ready"] = "ready"
    store: str = Field(description="Which store, and where")
    documents: int = Field(description="Documents held")
    dataset_version: str


class Version(BaseModel):
    """What answers here."""

    name: str = "Tiếng Vang"
    version: str
    extractors: str = Field(description="Hash of the program text that reads documents")
    dataset_version: str | None = Field(description="Null where the store does not answer; `store` says why")
    store: str


@router.get("/healthz", name="health")
def healthz() -> Health:
    """Whether the process lives. Never touches the store."""
    return Health()


@router.get("/readyz", name="ready", responses=documented())
def readyz(store: StoreGiven) -> Ready:
    """Whether questions can be answered; a problem with status 503 says why not."""
    held = dataset(store)
    return Ready(store=store.describe(), documents=held.documents, dataset_version=held.dataset_version)


@router.get("/version", name="version")
def version(request: Request) -> Version:
    """Versions of program, extractors and data."""
    shared: SharedStore = request.app.state.store
    try:
        store = shared.get()
        data, where = dataset(store).dataset_version, store.describe()
    except StoreError as error:
        return Version(
            version=VERSION, extractors=extractors_version(), dataset_version=None, store=str(error)
        )
    return Version(version=VERSION, extractors=extractors_version(), dataset_version=data, store=where)
