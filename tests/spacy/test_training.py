"""What the components found can be looked at with displaCy and exported as training data."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.tokens import DocBin
from spacy.training import Corpus

from ingest.for_spacy.components import COLOURS, LABELS
from tests.spacy.test_components import LETTER, pipeline
from tests.spacy.texts import FILES, as_extract_says, text_of

READ_BACK = """
import json, sys, spacy
from spacy.tokens import DocBin
nlp = spacy.blank("vi_tiengvang")
for doc in DocBin().from_disk(sys.argv[1]).get_docs(nlp.vocab):
    print(json.dumps([doc._.letterhead["number"], [(s.text, s.kb_id_, s._.attrs) for s in doc.spans["sc"]]]))
"""


def test_displacy_shows_every_label_in_its_colour() -> None:
    doc = pipeline()(LETTER)
    html = displacy.render(doc, style="span", jupyter=False)
    present = {span.label_ for span in doc.spans["sc"]}
    assert present == set(LABELS)
    assert [label for label in present if label not in html or COLOURS[label] not in html] == []
    assert {span.kb_id_ for span in doc.spans["sc"] if span.kb_id_ not in html} == set()


@pytest.mark.parametrize("label", LABELS)
def test_displacy_shows_one_label_alone(label: str) -> None:
    html = displacy.render(pipeline()(LETTER), style="span", options={"spans_key": label}, jupyter=False)
    assert [other for other in LABELS if COLOURS[other] in html] == [label]


def test_training_data_come_back_whole_in_another_process(tmp_path: Path) -> None:
    nlp, file = pipeline(), tmp_path / "train.spacy"
    docs = list(nlp.pipe(text_of(path) for path in FILES[:4]))
    DocBin(docs=docs, store_user_data=True).to_disk(file)
    again = list(DocBin().from_disk(file).get_docs(nlp.vocab))
    assert json.dumps([as_extract_says(d) for d in again]) == json.dumps([as_extract_says(d) for d in docs])
    done = subprocess.run(
        [sys.executable, "-c", READ_BACK, str(file)],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert [json.loads(line) for line in done.stdout.splitlines()] == json.loads(
        json.dumps(
            [[d._.letterhead["number"], [(s.text, s.kb_id_, s._.attrs) for s in d.spans["sc"]]] for d in docs]
        )
    )


def test_a_span_categoriser_learns_from_them(tmp_path: Path) -> None:
    docs = list(pipeline().pipe(text_of(path) for path in FILES[:4]))
    DocBin(docs=docs).to_disk(tmp_path / "train.spacy")
    nlp = spacy.blank("vi_tiengvang")
    nlp.add_pipe(
        "spancat",
        config={
            "model": {"tok2vec": {"embed": {"width": 16}, "encode": {"width": 16, "depth": 1}}},
            "suggester": {"@misc": "spacy.ngram_suggester.v1", "sizes": [2, 3]},
        },
    )
    examples = list(Corpus(tmp_path / "train.spacy")(nlp))
    optimizer = nlp.initialize(lambda: examples)
    assert set(nlp.get_pipe("spancat").labels) == set(LABELS)
    losses = [nlp.update(examples, sgd=optimizer)["spancat"] for _ in range(6)]
    assert losses[-1] < losses[0]
