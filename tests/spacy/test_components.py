"""`nlp.add_pipe("tiengvang")` states what `tiengvang extract` states, in spaCy's words."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy
from click.testing import CliRunner
from spacy.tokens import Doc, Span

from app.cli import cli
from ingest.errors import ComponentMisused
from ingest.for_spacy.components import LABELS, stated_by
from ingest.for_spacy.extensions import install
from ingest.for_spacy.spans import rows_of
from ingest.read import read_document
from tests.repository import ROOT
from tests.spacy.texts import FILES, FORMS, as_extract_says, every_text, text_of

REAL = ROOT / "corpus" / "real"
LETTER = text_of(REAL / "230-CV-TU_tay-ninh_2021-07-04.txt")


def pipeline(language: str = "vi_tiengvang", **config: Any) -> spacy.Language:
    nlp = spacy.blank(language)
    nlp.add_pipe("tiengvang", config=config)
    return nlp


NLP = pipeline()
# Words run together, as converters leave them.
GLUED = LETTER.replace("Ban Chỉ đạo", "_Ban Chỉ đạo").replace(" (", "(").replace(", ", ",")


@every_text
def test_spacy_states_what_the_command_states(path: Path) -> None:
    done = CliRunner().invoke(cli, ["extract", str(path)])
    assert done.exit_code == 0, done.output
    said = json.loads(done.stdout)
    shown = as_extract_says(NLP(text_of(path)))
    # A Doc is made of a text: it says nothing of the file that the text was read from.
    shown["problems"] += read_document(path).read_as.remarks
    assert shown == {key: said[key] for key in shown}
    assert set(said) - set(shown) == {"file", "path", "id", "synthetic"}


@every_text
def test_every_edge_of_a_statement_is_the_edge_of_a_token(path: Path) -> None:
    for form, change in FORMS.items():
        text = change(text_of(path))
        doc = NLP.make_doc(text)
        assert doc.text == text, form
        edges = {edge for t in doc for edge in (t.idx, t.idx + len(t.text))}
        said = stated_by(text)
        stated = [row for kind in ("mentions", "assignments", "provisions") for row in rows_of(said, kind)]
        assert [row for row in stated if not {row["start"], row["end"]} <= edges] == [], form


def test_the_component_needs_no_import_of_ours(tmp_path: Path) -> None:
    program = (
        "import spacy, sys\n"
        "assert 'ingest' not in sys.modules\n"
        "nlp = spacy.blank('vi_tiengvang')\n"
        "nlp.add_pipe('tiengvang')\n"
        "doc = nlp('Thực hiện Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ.')\n"
        "print([(s.text, s.kb_id_) for s in doc.spans['REFERENCE']])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert "16/CT-TTg@2020" in done.stdout


def test_without_spacy_the_error_says_what_to_install() -> None:
    program = (
        "import sys; sys.modules['spacy'] = None\n"
        "from graph.errors import TiengVangError\n"
        "try:\n    import ingest.for_spacy.components\n"
        "except TiengVangError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert 'pip install -e ".[spacy]"' in done.stdout, done.stderr


# --- other tokenizers ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "config"),
    [("xx", {}), ("en", {}), ("vi", {"nlp": {"tokenizer": {"use_pyvi": False}}})],
    ids=["many languages", "English", "cut at spaces"],
)
def test_tokens_of_another_tokenizer_are_split_where_a_statement_begins_or_ends(
    language: str, config: dict[str, Any]
) -> None:
    nlp = spacy.blank(language, config=config)
    nlp.add_pipe("tiengvang")
    whole, doc = nlp.make_doc(GLUED), nlp(GLUED)
    assert len(doc) > len(whole)
    assert doc.text == whole.text
    assert as_extract_says(doc) == as_extract_says(NLP(GLUED))


def test_spans_that_were_there_before_a_split_keep_their_words() -> None:
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    nlp.add_pipe("tiengvang")
    doc = nlp.make_doc(LETTER)
    at = LETTER.index("Phạm Hùng Thái")
    before = doc.char_span(at, at + len("Phạm Hùng Thái"), label="PERSON", kb_id="q1", span_id="x")
    assert before is not None
    doc.spans["mine"] = [before]
    tokens = len(doc)
    (after,) = nlp(doc).spans["mine"]
    assert len(doc) > tokens
    assert (after.text, after.label_, after.kb_id_, after.id_) == ("Phạm Hùng Thái", "PERSON", "q1", "x")


# --- settings ------------------------------------------------------------------------------------


def test_only_the_labels_asked_for_are_made() -> None:
    doc = pipeline(labels=["MEASURE"])(LETTER)
    assert sorted(doc.spans) == ["MEASURE", "assignments", "provisions", "sc"]
    assert {span.label_ for span in doc.spans["sc"]} == {"MEASURE"}
    everything = NLP(LETTER)
    assert [s._.attrs for s in doc.spans["MEASURE"]] == [s._.attrs for s in everything.spans["MEASURE"]]


def test_an_unknown_label_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(ComponentMisused, match=r"MESURE.*Choose among REFERENCE, MEASURE, BODY, PROVINCE"):
        pipeline(labels=["MESURE"])


def test_ents_are_mentions_without_overlap_and_only_where_asked_for() -> None:
    assert len(NLP(LETTER).ents) == 0
    doc = pipeline(ents=True)(LETTER)
    spans = {(s.start_char, s.end_char, s.label_, s.kb_id_) for s in doc.spans["sc"]}
    assert {(e.start_char, e.end_char, e.label_, e.kb_id_) for e in doc.ents} <= spans
    # What is left out overlaps something that is in.
    inside = {token.i for entity in doc.ents for token in entity}
    assert all(any(token.i in inside for token in span) for span in doc.spans["sc"])


# --- extensions ----------------------------------------------------------------------------------


def test_extensions_are_installed_once_however_often() -> None:
    install()
    before = {name: Span.get_extension(name) for name in ("attrs", "rule", "resolved")}
    pipeline()
    install()
    assert {name: Span.get_extension(name) for name in before} == before


def test_an_extension_of_somebody_elses_is_not_overwritten() -> None:
    ours = Span.remove_extension("rule")
    Span.set_extension("rule", default="theirs")
    try:
        with pytest.raises(ComponentMisused, match=r"Span\._\.rule is taken"):
            pipeline()
        assert Span.get_extension("rule")[0] == "theirs"
    finally:
        Span.remove_extension("rule")
        Span.set_extension("rule", getter=ours[2])


def test_spans_and_documents_that_are_not_ours_answer_with_nothing() -> None:
    doc = spacy.blank("vi_tiengvang")("Tỉnh Tây Ninh")
    assert (doc._.letterhead, doc._.act, doc._.problems, doc[0:2]._.attrs) == ({}, None, [], {})
    other = NLP("Tỉnh Tây Ninh thực hiện 5K.")[0:1]
    assert (other._.rule, other._.resolved, other._.parent, other._.printed) == (None, None, None, "")


@pytest.mark.parametrize("text", ["", " ", "\n", "\ufeff", "."])
def test_a_text_that_states_nothing_has_no_spans(text: str) -> None:
    doc = NLP(text)
    assert doc.text == text
    assert [key for key in (*LABELS, "sc", "assignments") if len(doc.spans[key])] == []


# --- many texts, and on disk -------------------------------------------------------------------------


@pytest.mark.parametrize("processes", [1, 2])
def test_a_stream_of_texts_states_what_each_text_states(processes: int) -> None:
    texts = [text_of(path) for path in FILES[:6]]
    piped = list(NLP.pipe(texts, batch_size=2, n_process=processes))
    assert [as_extract_says(doc) for doc in piped] == [as_extract_says(NLP(text)) for text in texts]


def test_a_pipeline_comes_back_from_disk(tmp_path: Path) -> None:
    pipeline(labels=["MEASURE", "PROVINCE"], ents=True).to_disk(tmp_path)
    again = spacy.load(tmp_path)
    doc, expected = again(LETTER), pipeline(labels=["MEASURE", "PROVINCE"], ents=True)(LETTER)
    assert again.get_pipe_config("tiengvang")["labels"] == ["MEASURE", "PROVINCE"]
    assert [(e.text, e.label_) for e in doc.ents] == [(e.text, e.label_) for e in expected.ents]
    assert [s._.attrs for s in doc.spans["sc"]] == [s._.attrs for s in expected.spans["sc"]]


def test_a_document_comes_back_from_bytes() -> None:
    doc = NLP(LETTER)
    assert as_extract_says(Doc(NLP.vocab).from_bytes(doc.to_bytes())) == as_extract_says(doc)
