"""Web Annotations: one JSON-LD file, an AnnotationCollection with its annotations, one a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from app import urls
from app.annotations import CONTEXT_URL, annotation
from app.answers.models.held import Annotation
from app.export.manifest import FileEntry
from app.export.tables import STATEMENTS, Portion, Row, tables
from app.export.writing import json_line

_NAME = "annotations.jsonld"
_DETAIL = ("relation", "polarity", "role")


class Annotations:
    """The annotations of every document; what was rejected, or stands in no words, is not among them.

    base: where the service answers; the addresses of texts and statements begin with it. version: that of the
    data.
    """

    def __init__(self, folder: Path, base: str, version: str) -> None:
        (folder / "annotations").mkdir()
        self._file = (folder / "annotations" / _NAME).open("x", encoding="utf-8", newline="\n")
        self._base, self._total = base, 0
        own = f"{base}{urls.documents(None)}#annotations-{version}"
        head = {
            "@context": CONTEXT_URL,
            "id": own,
            "type": "AnnotationCollection",
            "label": "Tiếng Vang: every statement with its words",
        }
        page = {"id": f"{own}-all", "type": "AnnotationPage", "partOf": own, "startIndex": 0}
        self._file.write(f'{_open(head)},\n"first": {_open(page)},\n"items": [')

    def take(self, portion: Portion) -> None:
        """Writes the annotations of the documents of a portion."""
        texts = {str(row["id"]): str(row["text"]) for row in portion.get("documents", ())}
        for kind, row in _placed(portion):
            document = str(row["document"])
            made = annotation(document, texts[document], _statement(kind, row), self._base)
            self._file.write(("," if self._total else "") + "\n" + json_line(made))
            self._total += 1

    def close(self) -> list[FileEntry]:
        """Ends the file."""
        self._file.write(f'\n]}},\n"total": {self._total}\n}}\n')
        self._file.close()
        return [FileEntry(f"annotations/{_NAME}", "annotations", "", self._total)]

    def abort(self) -> None:
        """Lets go of the file."""
        self._file.close()


def _open(members: Mapping[str, object]) -> str:
    """A JSON object whose end is still to come."""
    return json.dumps(members, ensure_ascii=False)[:-1]


def _placed(portion: Portion) -> Iterator[tuple[str, Row]]:
    """What stands in words, document by document, in the order of the text."""
    found = [
        (tables()[name].kind, row)
        for name in STATEMENTS
        if name != "rejected"
        for row in portion.get(name, ())
        if row.get("quote") is not None
    ]
    return iter(sorted(found, key=lambda each: _place(each[1])))


def _place(row: Row) -> tuple[str, int, int, str]:
    return str(row["document"]), int(str(row["start"])), int(str(row["end"])), str(row["key"])


def _statement(kind: str, row: Row) -> Annotation:
    detail = next((row[name] for name in _DETAIL if row.get(name)), None)
    names = ("key", "start", "end", "quote", "rule", "basis")
    return Annotation.model_validate(
        {
            **{name: row[name] for name in names},
            "type": kind,
            "target": row["to_key"],
            "target_label": row["to_kind"],
            "target_name": None,
            "detail": detail,
            "status": row.get("decided"),
        }
    )
