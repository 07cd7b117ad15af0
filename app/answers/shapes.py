"""The bases of answers: what every one carries, a page of a list, names."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")


class Model(BaseModel):
    """Base of all: nothing but the declared fields."""

    model_config = ConfigDict(extra="forbid")


class Answer(Model):
    """Base of every answer."""

    dataset_version: str = Field(
        description="Hash of all statements, vocabulary and decisions behind the answer."
    )
    synthetic: bool = Field(
        default=False,
        description="True where a composed document stands behind it: a sample and no evidence.",
    )


class Page(Answer, Generic[T]):
    """One page of a list. `next` is the cursor of the next page, null on the last."""

    items: list[T]
    total: int = Field(description="Exact number of rows in the whole list.")
    next: str | None = None


class Named(Model):
    """An id or code with its name."""

    id: str
    name: str | None


class ProvinceRef(Model):
    """A province by its GSO code of 2020."""

    code: str
    name: str
