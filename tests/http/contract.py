"""What breaks those who script against a contract: what a later OpenAPI description takes away.

Adding is no break: another path, an optional parameter, a field of an answer, a further value of an answer's
open choice. What a client sends may be narrowed no further, and what it is answered may lose nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Spec = Mapping[str, Any]
_METHODS = ("get", "put", "post", "patch", "delete")
_LIMITS = {"minimum": 1, "minLength": 1, "minItems": 1, "maximum": -1, "maxLength": -1, "maxItems": -1}


def breaks(old: Spec, new: Spec) -> list[str]:
    """Every way in which `new` breaks a client of `old`, in words."""
    return list(_paths(old, new))


def _paths(old: Spec, new: Spec) -> Iterator[str]:
    for path, methods in old["paths"].items():
        for method in (m for m in _METHODS if m in methods):
            where = f"{method.upper()} {path}"
            now = new["paths"].get(path, {}).get(method)
            if now is None:
                yield f"{where}: gone"
                continue
            if now.get("operationId") != methods[method].get("operationId"):
                yield f"{where}: has another operationId"
            yield from _parameters(where, methods[method], now, _Side(old, new))
            yield from _body(where, methods[method], now, _Side(old, new))
            yield from _responses(where, methods[method], now, _Side(old, new))


class _Side:
    """Both descriptions, and which pairs of schemas have been compared."""

    def __init__(self, old: Spec, new: Spec) -> None:
        self._old, self._new = old, new
        self.seen: set[tuple[str, str]] = set()

    def of(self, old: Any, new: Any) -> tuple[Any, Any]:
        """The schemas themselves, where references stand."""
        return _resolved(old, self._old), _resolved(new, self._new)


def _resolved(schema: Any, spec: Spec) -> Any:
    while isinstance(schema, Mapping) and "$ref" in schema:
        schema = spec["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    return schema


def _parameters(where: str, old: Spec, new: Spec, side: _Side) -> Iterator[str]:
    before, now = _by_name(old), _by_name(new)
    for key, parameter in before.items():
        name = f"{where}: parameter {key[1]}"
        if key not in now:
            yield f"{name}: gone"
            continue
        if now[key].get("required") and not parameter.get("required"):
            yield f"{name}: is required now"
        yield from _accepts(name, parameter.get("schema", {}), now[key].get("schema", {}), side)
    for key in now.keys() - before.keys():
        if now[key].get("required"):
            yield f"{where}: parameter {key[1]}: new and required"


def _by_name(operation: Spec) -> dict[tuple[str, str], Spec]:
    return {(p["in"], p["name"]): p for p in operation.get("parameters", ())}


def _body(where: str, old: Spec, new: Spec, side: _Side) -> Iterator[str]:
    before, now = old.get("requestBody"), new.get("requestBody")
    if before is None:
        if now and now.get("required"):
            yield f"{where}: needs a body now"
        return
    if now is None:
        yield f"{where}: takes no body any more"
        return
    for media, content in before["content"].items():
        if media not in now["content"]:
            yield f"{where}: takes no {media} any more"
        else:
            yield from _accepts(f"{where}: body", content["schema"], now["content"][media]["schema"], side)


def _responses(where: str, old: Spec, new: Spec, side: _Side) -> Iterator[str]:
    for status, response in old["responses"].items():
        now = new["responses"].get(status)
        if now is None:
            yield f"{where}: status {status} is gone"
            continue
        for header in response.get("headers", {}).keys() - now.get("headers", {}).keys():
            yield f"{where}: {status}: header {header} is gone"
        for media, content in response.get("content", {}).items():
            if media not in now.get("content", {}):
                yield f"{where}: {status}: {media} is gone"
                continue
            after = now["content"][media].get("schema", {})
            yield from _answers(f"{where}: {status}", content.get("schema", {}), after, side)
    for status in new["responses"].keys() - old["responses"].keys():
        if status.startswith("2"):
            yield f"{where}: answers with {status} now"


def _answers(where: str, old: Any, new: Any, side: _Side) -> Iterator[str]:
    """What an answer loses: a field, its presence, or a type that it had alone."""
    pair = (str(old), str(new))
    if pair in side.seen:
        return
    side.seen.add(pair)
    old, new = side.of(old, new)
    if more := _types(new, side) - _types(old, side):
        yield f"{where}: may be {', '.join(sorted(more))} now"
    for name, field in old.get("properties", {}).items():
        if name not in new.get("properties", {}):
            yield f"{where}.{name}: gone"
            continue
        if name in old.get("required", ()) and name not in new.get("required", ()):
            yield f"{where}.{name}: may be absent now"
        yield from _answers(f"{where}.{name}", field, new["properties"][name], side)
    if "items" in old and "items" in new:
        yield from _answers(f"{where}[]", old["items"], new["items"], side)
    yield from _choices(where, old, new, side)


def _choices(where: str, old: Spec, new: Spec, side: _Side) -> Iterator[str]:
    """Of answers with several forms: each form is there still."""
    for form in old.get("anyOf", ()):
        now = [f for f in new.get("anyOf", [new]) if _title(f) == _title(form)]
        if not now:
            yield f"{where}: is never {_title(form)} any more"
        else:
            yield from _answers(where, form, now[0], side)


def _title(schema: Spec) -> str:
    return str(schema.get("$ref") or schema.get("type") or schema.get("const") or "any")


def _accepts(where: str, old: Any, new: Any, side: _Side) -> Iterator[str]:
    """What is taken no more: a type, a value, a length."""
    old, new = side.of(old, new)
    if (
        less := _types(old, side)
        - _types(new, side)
        - ({"integer"} if "number" in _types(new, side) else set())
    ):
        yield f"{where}: takes no {', '.join(sorted(less))} any more"
    before, now = _values(old, side), _values(new, side)
    if now is not None and (before is None or before - now):
        yield f"{where}: takes fewer values"
    for limit, sign in _LIMITS.items():
        was, is_ = _limit(old, limit, side), _limit(new, limit, side)
        if is_ is not None and (was is None or sign * is_ > sign * was):
            yield f"{where}: {limit} is narrower"
    for name, field in old.get("properties", {}).items():
        if name in new.get("properties", {}):
            yield from _accepts(f"{where}.{name}", field, new["properties"][name], side)
        elif new.get("additionalProperties") is False:
            yield f"{where}.{name}: is refused now"
    for name in set(new.get("required", ())) - set(old.get("required", ())):
        yield f"{where}.{name}: is required now"


def _forms(schema: Any, side: _Side) -> list[Any]:
    """A schema's alternatives, itself where it has none."""
    schema = side.of(schema, schema)[1] if "$ref" in schema else schema
    return [form for part in schema.get("anyOf", ()) for form in _forms(part, side)] or [schema]


def _types(schema: Any, side: _Side) -> set[str]:
    return {str(form.get("type", "any")) for form in _forms(schema, side)}


def _values(schema: Any, side: _Side) -> set[str] | None:
    forms = [form for form in _forms(schema, side) if form.get("type") != "null"]
    found: set[str] = set()
    for form in forms:
        inner = form.get("items", form)
        values = inner.get("enum", [inner["const"]] if "const" in inner else None)
        if values is None:
            return None
        found |= set(map(str, values))
    return found


def _limit(schema: Any, limit: str, side: _Side) -> float | None:
    found = [form[limit] for form in _forms(schema, side) if limit in form]
    return float(found[0]) if found else None
