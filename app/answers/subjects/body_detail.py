"""One body: who charges it with what, since when, in which words, and in how many provinces."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from pydantic import Field

from app.answers.asking.cursors import cursor_after, key_of
from app.answers.asking.errors import BodyUnknown, CursorInvalid
from app.answers.asking.reading import Row, dataset_version, named, number, queries, text, texts, vocabulary
from app.answers.models.comparison import Measure
from app.answers.models.shapes import Model, Named, Page, ProvinceRef
from graph.store import Reader, Store


class BodyTask(Model):
    """A task that a document charges the body, or its instance in a province, with."""

    key: str
    body: str = Field(description="The body charged: an instance of this one, as a rule.")
    document: str
    act: str | None
    number: str | None
    date: str | None
    province: ProvinceRef | None
    central: bool
    start: int
    end: int
    quote: str
    rule: str
    basis: str
    measures: list[Measure] = Field(description="Measures that the task orders.")


class BodyCounts(Model):
    """How often documents name a body, or its instances, by what for."""

    issued: int
    addressed: int
    received: int
    tasks: int
    named: int


class FirstCharge(Model):
    """When acts of a province first charged the body."""

    province: ProvinceRef
    rank: int | None = Field(description="1 for the first; those of one day share it. Null if undated.")
    first_on: str | None
    tasks: int
    documents: int


class BodyDetail(Page[BodyTask]):
    """A body with one page of its tasks, the earliest first, and the provinces that charged it."""

    body: Named
    level: str | None
    province: ProvinceRef | None
    instance_of: Named | None
    instances: int = Field(description="Instances of it in the provinces.")
    counts: BodyCounts
    order: list[FirstCharge] = Field(description="By the day of the first task, then by code.")


def body_detail(store: Store, id: str, *, cursor: str | None = None, limit: int = 50) -> BodyDetail:
    """One body by its id, `so-yt` or `so-yt~72`. Raises BodyUnknown, CursorInvalid."""
    return store.read_transaction(partial(_answer, id=id.strip(), skip=_skip(cursor), limit=limit))


def _answer(reader: Reader, id: str, skip: int, limit: int) -> BodyDetail:
    rows = reader.read(queries()["body_named"], id=id)
    if not rows:
        raise BodyUnknown(
            "no document here names a body with this id", where=id, todo="See the list of bodies"
        )
    row = rows[0]
    tasks = reader.read(queries()["tasks_of_body"], id=id, skip=skip, limit=limit)
    charging = reader.read(queries()["charging_provinces"], id=id)
    total = number(row["tasks"])
    return BodyDetail(
        dataset_version=dataset_version(reader),
        synthetic=any(bool(each["synthetic"]) for each in (*tasks, *charging)),
        body=named(row["id"], row["name"]) or Named(id=id, name=None),
        level=text(row["level"]),
        province=_ref(text(row["province"])),
        instance_of=named(row["instance_of"]),
        instances=number(row["instances"]),
        counts=BodyCounts.model_validate({name: number(row[name]) for name in BodyCounts.model_fields}),
        order=_order(charging),
        items=[_task(task) for task in tasks],
        total=total,
        next=cursor_after(str(skip + limit)) if skip + limit < total else None,
    )


def _order(rows: list[dict[str, object]]) -> list[FirstCharge]:
    days = [str(row["first_on"]) for row in rows if text(row["first_on"])]
    found = []
    for row in rows:
        day, province = text(row["first_on"]), _ref(text(row["province"]))
        if province is not None:
            found.append(
                FirstCharge(
                    province=province,
                    rank=days.index(day) + 1 if day else None,
                    first_on=day,
                    tasks=number(row["tasks"]),
                    documents=number(row["documents"]),
                )
            )
    return found


def _task(row: Row) -> BodyTask:
    names = ("key", "body", "document", "act", "number", "date", "start", "end", "quote", "rule", "basis")
    values: Mapping[str, object] = {name: row[name] for name in names}
    return BodyTask.model_validate(
        {
            **values,
            "province": _ref(text(row["province"])),
            "central": bool(row["central"]),
            "measures": [_measure(id) for id in texts(row["measures"])],
        }
    )


def _measure(id: str) -> Measure:
    row = vocabulary().measures.get(id)
    return Measure(id=id, name=row.name if row else id, name_en=(row.name_en or None) if row else None)


def _ref(code: str | None) -> ProvinceRef | None:
    row = vocabulary().provinces.get(code or "")
    return ProvinceRef(code=row.code, name=row.name) if row else None


def _skip(cursor: str | None) -> int:
    """How many tasks come before a cursor."""
    after = key_of(cursor)
    if after and not after.isdecimal():
        raise CursorInvalid(
            "this is no cursor of tasks", where=str(cursor), todo="Take it from `next`, unchanged"
        )
    return int(after or 0)
