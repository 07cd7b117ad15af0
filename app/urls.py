"""Addresses of the service: one place that knows how a key becomes a path."""

from __future__ import annotations

from urllib.parse import quote, urlencode

API = "/v1"
_SAFE = "/@~"  # keys hold slashes: they stay plain, as people write them


def _path(key: str) -> str:
    return quote(key, safe=_SAFE)


def directive(key: str) -> str:
    """The directive as data."""
    return f"{API}/directives/{_path(key)}"


def directive_echoes(key: str) -> str:
    """Its echoes as data."""
    return f"{directive(key)}/echoes"


def directive_page(key: str) -> str:
    """Its page for readers."""
    return f"/directives/{_path(key)}"


def documents(province: str | None) -> str:
    """The list of documents as data, all or those of a province."""
    return f"{API}/documents" + (f"?{urlencode({'province': province})}" if province else "")


def document(id: str) -> str:
    """A document as data."""
    return f"{API}/documents/{_path(id)}"


def document_page(id: str, start: int | None = None, end: int | None = None) -> str:
    """The reader; with a span it opens there. The span stands in the query too, so that it is marked."""
    path = f"/documents/{_path(id)}"
    if start is None or end is None:
        return path
    return f"{path}?{urlencode({'start': start, 'end': end})}#{anchor(start, end)}"


def anchor(start: int, end: int) -> str:
    """The name of a span in the reader."""
    return f"t{start}-{end}"


def provenance(key: str) -> str:
    """The evidence of a statement as data."""
    return f"{API}/provenance/{_path(key)}"


def provenance_page(key: str) -> str:
    """The evidence of a statement for readers."""
    return f"/provenance/{_path(key)}"


def province(code: str) -> str:
    """A province as data."""
    return f"{API}/provinces/{_path(code)}"


def measure(id: str) -> str:
    """A measure as data."""
    return f"{API}/measures/{_path(id)}"


def document_text(id: str) -> str:
    """The text of a document, as it is."""
    return f"{document(id)}/text"


def document_annotations(id: str) -> str:
    """What a document states, as Web Annotations."""
    return f"{document(id)}/annotations"


def paging(cursor: str | None, limit: int) -> str:
    """The part of an address that names one page of a list."""
    return urlencode({"limit": limit} | ({"cursor": cursor} if cursor else {}))


def province_page(code: str) -> str:
    """A province's page for readers."""
    return f"/provinces/{_path(code)}"


def measure_page(id: str) -> str:
    """A measure's page for readers."""
    return f"/measures/{_path(id)}"


def body_page(id: str) -> str:
    """A body's page for readers."""
    return f"/bodies/{_path(id)}"


def target_page(label: str, key: str) -> str | None:
    """The page of what a statement is about, by its label in the graph; None where there is none."""
    pages = {
        "Directive": directive_page,
        "Province": province_page,
        "Measure": measure_page,
        "Body": body_page,
    }
    return pages[label](key) if label in pages else None
