"""The straightforward spaCy way of finding the mentions: the yardstick of `python -m bench.speed`.

What a careful user of spaCy writes in an afternoon: a blank pipeline, a PhraseMatcher on LOWER over the names
and aliases of the vocabulary, regular expressions for numbers and dates over `doc.text`, and `nlp.pipe`. The
blank multi-language tokenizer is taken, not that of "vi" without its segmenter: the latter splits at spaces
only, which is quicker, and then misses every name before a comma or a full stop (a third of all).

Committed before anything was tuned against it, and left alone from then on: it imports no extractor, so
that a change of ours never changes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from ingest.vocabulary import Vocabulary

_CODE = r"[A-ZĐÐ][A-Za-zĐđÐ]{0,11}(?:\d{2})?"
_DATE = (
    r"(?:\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:19|20)\d{2}"
    r"|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+(?:19|20)\d{2})"
)
# 16/CT-TTg, 23/2021/QĐ-TTg, 30/2021/QH15, 172-TB/TW, 969/TTg-KGVX; spaces about the marks, a line end too.
_NUMBER = rf"\d{{1,5}}[a-z]?(?:\s?/\s?(?:19|20)\d{{2}})?(?:\s{{0,2}}[-/]\s{{0,2}}{_CODE}){{1,3}}"
_BARE = re.compile(
    r"\b(?:Chỉ thị|Nghị quyết|Quyết định|Công điện|Công văn|Kết luận|Nghị định|Thông tư|Thông báo)"
    r"\s+(?:số\s+)?\d{1,5}(?![\w/-])",
    re.IGNORECASE,
)


class Found(NamedTuple):
    """A mention: [start, end) in code points of the text, its label, its row's id (None: a reference)."""

    start: int
    end: int
    label: str
    id: str | None


def build(vocabulary: Vocabulary) -> Language:
    """The pipeline: a blank tokenizer, phrases and regular expressions; finds go to `doc.spans["found"]`."""
    nlp = spacy.blank("xx")
    nlp.max_length = 100_000_000
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for label, row, phrases in _phrases(vocabulary):
        matcher.add(f"{label} {row}", [nlp.make_doc(phrase) for phrase in phrases])
    expressions = (_numbered(vocabulary), _BARE)

    def find(doc: Doc) -> Doc:
        by_label: dict[str, list[Span]] = {}
        for match in matcher(doc):
            span = _labelled(doc, *match)
            by_label.setdefault(span.label_, []).append(span)
        for expression in expressions:
            for hit in expression.finditer(doc.text):
                reference = doc.char_span(*hit.span(), label="REFERENCE", alignment_mode="expand")
                if reference is not None:
                    by_label.setdefault("REFERENCE", []).append(reference)
        doc.spans["found"] = [span for spans in by_label.values() for span in filter_spans(spans)]
        return doc

    Language.component("tiengvang_baseline", func=find)
    nlp.add_pipe("tiengvang_baseline")
    return nlp


def find_all(nlp: Language, texts: Iterable[str]) -> Iterator[list[Found]]:
    """The mentions of each text, in input order."""
    for doc in nlp.pipe(texts):
        yield [Found(s.start_char, s.end_char, s.label_, s.id_ or None) for s in doc.spans["found"]]


def _labelled(doc: Doc, key: int, start: int, end: int) -> Span:
    label, _, row = doc.vocab.strings[key].partition(" ")
    return Span(doc, start, end, label=label, span_id=row)


def _phrases(vocabulary: Vocabulary) -> Iterator[tuple[str, str, list[str]]]:
    rows: dict[str, Any] = {
        "MEASURE": vocabulary.measures,
        "BODY": vocabulary.bodies,
        "PROVINCE": vocabulary.provinces,
    }
    for label, table in rows.items():
        for key, row in table.items():
            yield label, key, [row.name, *row.aliases, *getattr(row, "abbreviations", ())]


def _numbered(vocabulary: Vocabulary) -> re.Pattern[str]:
    """[type word] [số] number [, ngày date]."""
    types = sorted({row.name for row in vocabulary.doc_types}, key=len, reverse=True)
    words = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in types)
    return re.compile(
        rf"\b(?:(?:{words})\s+)?(?:số:?\s*)?{_NUMBER}(?![\w/-])(?:,?\s+ngày\s+{_DATE})?", re.IGNORECASE
    )
