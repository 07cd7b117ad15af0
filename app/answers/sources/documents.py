"""Documents held, whole and in lists."""

from __future__ import annotations

import json
import re

from app.answers.asking.cursors import cursor_after, key_of
from app.answers.asking.errors import DocumentUnknown
from app.answers.asking.reading import (
    Row,
    check_day,
    dataset_version,
    named,
    number,
    queries,
    text,
    texts,
    until_end,
)
from app.answers.models.held import (
    Annotation,
    DocumentDetail,
    DocumentSummary,
    HeaderField,
    ProvisionNode,
    Source,
)
from app.answers.models.read_as import read_as_shown
from app.answers.models.shapes import Page, ProvinceRef
from app.answers.quoting.formulas import formulas_in
from app.answers.sources.decisions import decisions_about
from graph.store import Reader, Store

_ID = re.compile(r"[0-9a-f]{8,64}")
_ABOVE = "g"  # behind every hex digit


def list_documents(
    store: Store,
    *,
    province: str | None = None,
    doc_type: str | None = None,
    level: str | None = None,
    since: str | None = None,
    until: str | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[DocumentSummary]:
    """Documents by date and id, undated ones last; `province` is a code, or `?` for those that name none.

    Raises CursorInvalid, FilterInvalid.
    """
    filters = {
        "province": province,
        "doc_type": doc_type,
        "level": level,
        "since": check_day(since, "since"),
        "until": until_end(check_day(until, "until")),
    }
    after = key_of(cursor)
    count = store.read(queries()["documents_count"], **filters)[0]
    rows = store.read(queries()["documents_page"], **filters, after=after, limit=limit + 1)
    shown = rows[:limit]
    return Page[DocumentSummary](
        dataset_version=dataset_version(store),
        synthetic=number(count["synthetic"]) > 0,
        items=document_summaries(store, [str(row["id"]) for row in shown]),
        total=number(count["total"]),
        next=cursor_after(str(shown[-1]["place"])) if len(rows) > limit else None,
    )


def document_summaries(store: Reader, ids: list[str]) -> list[DocumentSummary]:
    """Documents in the order of their ids as given; unknown ones are left out."""
    rows = {str(row["id"]): row for row in store.read(queries()["documents_by_id"], ids=ids)}
    return [summary_of(rows[id]) for id in ids if id in rows]


def documents_of_province(store: Store, code: str) -> list[DocumentSummary]:
    """The documents issued in a province, by date."""
    rows = store.read(queries()["documents_of_province"], code=code)
    return document_summaries(store, [str(row["id"]) for row in rows])


def document(store: Store, id: str) -> DocumentDetail:
    """One document by id, or by the first 8 or more characters of it. Raises DocumentUnknown."""
    row = _whole(store, id.strip().lower())
    whole = str(row["id"])
    summary = document_summaries(store, [whole])[0]
    return DocumentDetail(
        dataset_version=dataset_version(store),
        synthetic=summary.synthetic,
        document=summary,
        text=str(row["text"]),
        text_sha256=str(row["text_sha256"]),
        reader=str(row["reader"]),
        read_as=read_as_shown(text(row["read_as"])),
        completeness=text(row["completeness"]),
        signer=text(row["signer"]),
        number_as_printed=text(row["number_as_printed"]),
        header={
            name: HeaderField.model_validate(field) for name, field in json.loads(str(row["header"])).items()
        },
        problems=texts(row["problems"]),
        curated=json.loads(str(row["curated"])) if row["curated"] else {},
        provisions=[
            ProvisionNode.model_validate(dict(p))
            for p in store.read(queries()["provisions_of_document"], id=whole)
        ],
        statements=_statements(store, whole, "statements_of_document"),
        rejected=_statements(store, whole, "rejected_of_document"),
        decisions=decisions_about(store, whole, lambda d: d.target.field is not None),
        formulas=formulas_in(store, [whole]),
    )


def document_text(store: Store, id: str) -> str:
    """The text of a document, by id or the beginning of it. Raises DocumentUnknown."""
    return str(_whole(store, id.strip().lower())["text"])


def find_document(store: Store, id: str) -> str:
    """The whole id of a document, from its first 8 or more characters. Raises DocumentUnknown."""
    return str(_whole(store, id.strip().lower())["id"])


def _whole(store: Store, id: str) -> Row:
    rows = store.read(queries()["document_whole"], prefix=id, after=id + _ABOVE) if _ID.fullmatch(id) else []
    if len(rows) != 1:
        what = "several documents have an id that begins so" if rows else "no document has this id"
        raise DocumentUnknown(
            what, where=id, todo="Give the 64 characters of its sha256, or the first 8 and more"
        )
    return rows[0]


def _statements(store: Store, id: str, query: str) -> list[Annotation]:
    rows = store.read(queries()[query], id=id)
    found = [_annotation(row) for row in rows]
    return sorted(found, key=lambda a: (a.start if a.start is not None else -1, a.end or 0, a.type, a.key))


def _annotation(row: Row) -> Annotation:
    names = ("key", "type", "target", "target_label", "target_name", "start", "end", "quote", "rule", "basis")
    detail = row["relation"] or row["polarity"] or row["role"]
    return Annotation.model_validate(
        {**{name: row[name] for name in names}, "detail": detail, "status": row.get("decided", "rejected")}
    )


def summary_of(row: Row) -> DocumentSummary:
    """A document as it stands in a list, of a row of `documents_by_id` or of a query with its columns."""
    code, name = text(row["province"]), text(row["province_name"])
    return DocumentSummary(
        id=str(row["id"]),
        act=str(row["act"]),
        number=text(row["number"]),
        date=text(row["date"]),
        doc_type=text(row["doc_type"]),
        issuer=named(row["issuer"], row["issuer_name"]),
        province=ProvinceRef(code=code, name=name or code) if code else None,
        level=text(row["level"]),
        central=bool(row["central"]),
        subject=text(row["subject"]),
        synthetic=bool(row["synthetic"]),
        source=Source(
            paths=texts(row["paths"]),
            source_url=text(row["source_url"]),
            retrieved_at=text(row["retrieved_at"]),
        ),
        private_hidden=number(row.get("private_hidden")),
        curated=sorted(json.loads(str(row["curated"]))) if row["curated"] else [],
    )
