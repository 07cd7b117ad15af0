"""Files that LibreOffice and Chromium make state what their plain text states, quotes and all."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.documents import Document
from ingest.extract import extract
from ingest.read import read_document
from ingest.vocabulary import shipped
from tests.repository import ROOT
from tools.make_files import OFFICE_FORMS, converted, pages, printed

REAL = sorted((ROOT / "corpus" / "real").glob("*.txt"))
SAMPLE = [ROOT / "corpus" / "sample" / f"{n:03}.txt" for n in (1, 2, 6, 10, 12, 14, 16, 20, 22, 28)]
TEXTS = [*REAL, *SAMPLE]


def words(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def stated(document: Document) -> Counter[tuple[str, str | None, str]]:
    found = extract(document, shipped())
    for mention in found.mentions:
        assert document.text[mention.start : mention.end] == mention.quote
    return Counter((m.label, m.id, words(m.quote)) for m in found.mentions)


def hold_the_same(made: Sequence[Path], sources: Sequence[Path]) -> None:
    for path, source in zip(made, sources, strict=True):
        assert stated(read_document(path)) == stated(read_document(source)), f"{path.suffix} of {source.name}"


@pytest.mark.office
@pytest.mark.parametrize("form", OFFICE_FORMS)
def test_libreoffice_files_state_what_their_text_states(form: str, tmp_path: Path) -> None:
    texts = TEXTS if form != "doc" else TEXTS[:1]  # a .doc is converted twice
    made = converted(texts, form, tmp_path)
    hold_the_same(made, texts)
    if form != "pdf":
        assert [words(read_document(p).text) for p in made] == [words(t.read_text("utf-8")) for t in texts]


def test_web_pages_state_what_their_text_states(tmp_path: Path) -> None:
    made = pages(TEXTS, tmp_path)
    hold_the_same(made, TEXTS)
    for path in made:
        document = read_document(path)
        assert [document.text[a:b] for a, b in document.read_as.furniture].count("Tin liên quan") == 1


@pytest.mark.browser
def test_what_chromium_prints_states_what_the_text_states(tmp_path: Path) -> None:
    made = printed(REAL[:2], tmp_path)
    hold_the_same(made, REAL[:2])
    document = read_document(made[0])
    assert len(document.read_as.unit_starts) >= 2
    act, at = "", 0
    for start, end in document.read_as.furniture:  # the date, title and address that the browser prints
        act += document.text[at:start]
        at = end
    assert words(act + document.text[at:]) == words(REAL[0].read_text("utf-8"))
