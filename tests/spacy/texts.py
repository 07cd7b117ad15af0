"""The texts that the tests of the components go over, and what a Doc states in the words of `extract`."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from ingest.for_spacy.components import LABELS
from ingest.read import list_files
from tests.left_out import DEVCORPUS
from tests.repository import ROOT

FILES = list_files([ROOT / "corpus" / "real", ROOT / "corpus" / "sample"]).files
OUTSIDE = list_files([Path(os.environ[DEVCORPUS])]).files if os.environ.get(DEVCORPUS) else ()

every_text = pytest.mark.parametrize(
    "path",
    [
        *FILES,
        *(
            pytest.param(path, marks=pytest.mark.devcorpus, id=f"devcorpus-{path.name}")
            for path in OUTSIDE or (Path("none"),)
        ),
    ],
    ids=lambda path: f"{path.parent.name}-{path.name}",
)
FORMS = {
    "as it is": lambda text: text,
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "CRLF": lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"),
    "zero-width": lambda text: text.replace(" ", " \u200b").replace("a", "a\u200d"),
    "soft hyphens": lambda text: text.replace("n", "\u00adn"),
}


def text_of(path: Path) -> str:
    """The text of a file, line ends as they are."""
    return path.read_bytes().decode("utf-8")


def as_extract_says(doc: Doc) -> dict[str, Any]:
    """What a Doc's spans and extensions state, in the shape of `tiengvang extract`."""
    mentions = sorted((span for label in LABELS for span in doc.spans[label]), key=lambda s: int(s.id_[1:]))
    return {
        "act": doc._.act,
        "document": doc._.letterhead,
        "problems": doc._.problems,
        "private": doc._.private,
        "mentions": [_mention(span) for span in mentions],
        "assignments": [
            {**_edges(s), "assignees": s._.assignees, "measures": s._.measures, "rule": s._.rule}
            for s in doc.spans["assignments"]
        ],
        "provisions": [
            {**_edges(s), "kind": s.label_, "label": s._.printed, "parent": _index(s._.parent)}
            for s in doc.spans["provisions"]
        ],
    }


def _mention(span: Any) -> dict[str, Any]:
    found = {
        **_edges(span),
        "quote": span.text,
        "label": span.label_,
        "id": span.kb_id_ or None,
        "attrs": span._.attrs,
        "rule": span._.rule,
    }
    return found if span._.resolved is None else {**found, "resolved": span._.resolved}


def _edges(span: Any) -> dict[str, int]:
    return {"start": span.start_char, "end": span.end_char}


def _index(span: Any) -> int | None:
    return None if span is None else int(span.id_[1:])
