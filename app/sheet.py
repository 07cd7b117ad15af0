"""Rows as a sheet (bảng tính): CSV whose columns follow from the model, and whose cells compute nothing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

BOM = "\ufeff"  # without it Excel takes UTF-8 for a code page
SYNTHETIC = "answer_synthetic"
# What a spreadsheet may take for the beginning of a formula, the full-width forms included.
_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def to_csv(model: type[BaseModel], items: Sequence[BaseModel], *, synthetic: bool) -> str:
    """Rows as CSV: nested fields as `issuer.name`, lists joined by `; `, and whether it is a sample.

    The columns are the same for every page, also for an empty one.
    """
    names = [*columns(model), SYNTHETIC]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    for item in items:
        row = dict(_flat(item.model_dump(mode="json"), names)) | {SYNTHETIC: synthetic}
        writer.writerow([cell(row.get(name)) for name in names])
    return BOM + out.getvalue()


def columns(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """The columns of a model: its fields, and the fields of those that are models themselves."""
    for name, field in model.model_fields.items():
        inner = _model_in(field.annotation)
        if inner is None:
            yield prefix + name
        else:
            yield from columns(inner, f"{prefix}{name}.")


def cell(value: Any) -> Any:
    """A value as a cell that no spreadsheet takes for a formula: what might be one has an apostrophe."""
    if isinstance(value, list):
        value = "; ".join(part if isinstance(part, str) else _json(part) for part in value)
    if isinstance(value, Mapping):
        value = _json(value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def _flat(value: Mapping[str, Any], names: Sequence[str], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, inner in value.items():
        if isinstance(inner, Mapping) and prefix + name not in names:
            yield from _flat(inner, names, f"{prefix}{name}.")
        else:
            yield prefix + name, inner


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that a field holds, be it optional; None for plain values, lists and maps."""
    if get_origin(annotation) in (Union, UnionType):
        found = [m for part in get_args(annotation) if (m := _model_in(part)) is not None]
        return found[0] if found else None
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
