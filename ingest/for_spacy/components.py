"""The extractors for people who work in spaCy; found through entry points, so that nobody imports this.

    nlp = spacy.blank("vi_tiengvang")       # a Vietnamese pipeline whose tokens are syllables
    nlp.add_pipe("tiengvang")               # what `tiengvang extract` states, as spans and extensions

spaCy is an extra. This is the face, not the bulk path: `tiengvang extract` does the same without it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ingest.errors import ComponentMisused, SpacyMissing
from ingest.extract import extract
from ingest.for_spacy.syllables import pieces
from ingest.read import document_of
from ingest.records import Record, record
from ingest.text.normalise import key_of
from ingest.vocabulary import shipped

try:
    from spacy.attrs import NORM
    from spacy.lang.vi import VietnameseDefaults
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.util import DummyTokenizer, filter_spans
    from spacy.vocab import Vocab
except ModuleNotFoundError as error:
    raise SpacyMissing(
        f"the module {error.name} is not installed", where="spaCy", todo='Run: pip install -e ".[spacy]"'
    ) from error

from ingest.for_spacy.extensions import FOUND, install
from ingest.for_spacy.spans import as_spans, split_tokens

LABELS = ("REFERENCE", "MEASURE", "BODY", "PROVINCE")
ALL_MENTIONS = "sc"  # the key that displaCy and spaCy's span categoriser look at unless told otherwise
COLOURS = {
    "REFERENCE": "#f4b860",
    "MEASURE": "#8fd19e",
    "BODY": "#9cc5f2",
    "PROVINCE": "#e5a3c8",
    "ASSIGNMENT": "#d8d4f2",
}


class SyllableTokenizer(DummyTokenizer):
    """Text -> Doc whose tokens are syllables (tiếng), numbers and marks; `doc.text == text`, always."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The Doc of a text. Raises nothing: every string that UTF-8 can hold is accepted."""
        words, spaces = [], []
        for piece in pieces(text):
            words.append(piece.text)
            spaces.append(piece.space)
        return Doc(self.vocab, words=words, spaces=spaces)

    def __reduce__(self) -> tuple[object, ...]:
        return SyllableTokenizer, (self.vocab,)


def syllable_tokenizer() -> Callable[[Language], SyllableTokenizer]:
    """What the tokenizer's name in spaCy's registry stands for: `tiengvang.Syllables.v1`."""
    return _tokenizer_of


def _tokenizer_of(nlp: Language) -> SyllableTokenizer:
    return SyllableTokenizer(nlp.vocab)


_CONFIG = {"nlp": {"tokenizer": {"@tokenizers": "tiengvang.Syllables.v1"}}}
_LEXICAL = {**VietnameseDefaults.lex_attr_getters, NORM: key_of}


class SyllableDefaults(VietnameseDefaults):
    """spaCy's defaults of Vietnamese, with our tokenizer; `token.norm_` is the syllable in one spelling:
    lower case, composed, tone mark on one place (hoà, HÒA and their NFD forms alike)."""

    config = _CONFIG
    lex_attr_getters = _LEXICAL


class VietnameseSyllables(Language):  # type: ignore[no-untyped-call]
    """`spacy.blank("vi_tiengvang")`: also what a Doc read back from disk needs, for its extensions."""

    lang = "vi_tiengvang"
    Defaults = SyllableDefaults

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        install()


class Extractors:
    """Doc -> the same Doc with what its text states: `doc.spans`, `doc._` and `span._` (see docs/spacy.md).

    labels: those of the mentions wanted. ents: the longest mentions that do not overlap as `doc.ents`, too.
    Raises ComponentMisused where a label is none of ours, or an extension's name is taken.
    """

    def __init__(self, labels: Sequence[str] = LABELS, *, ents: bool = False) -> None:
        strange = sorted(set(labels) - set(LABELS))
        if strange:
            raise ComponentMisused(
                f"no such label: {', '.join(strange)}",
                where="tiengvang",
                todo=f"Choose among {', '.join(LABELS)}",
            )
        self._labels = tuple(labels)
        self._ents = ents
        install()

    def __call__(self, doc: Doc) -> Doc:
        """What `doc.text` states. A token of another tokenizer with an edge inside it is split there."""
        found = stated_by(doc.text)
        doc._.set(FOUND, found)
        split_tokens(doc, found)
        mentions = as_spans(doc, found, "mentions")
        for label in self._labels:
            doc.spans[label] = [span for span in mentions if span.label_ == label]
        wanted = [span for span in mentions if span.label_ in self._labels]
        doc.spans[ALL_MENTIONS] = wanted
        for kind in ("assignments", "provisions"):
            doc.spans[kind] = as_spans(doc, found, kind)
        if self._ents:
            doc.set_ents(filter_spans(wanted))
        return doc


@Language.factory("tiengvang", default_config={"labels": list(LABELS), "ents": False})
def make_tiengvang(nlp: Language, name: str, labels: list[str], ents: bool) -> Extractors:
    """`nlp.add_pipe("tiengvang", config={"labels": [...], "ents": True})`."""
    return Extractors(labels, ents=ents)


def stated_by(text: str) -> Record:
    """What `tiengvang extract` says of a file in UTF-8 with this text, less the file's name and place."""
    document = document_of(text.encode(), text, "")
    found = record(extract(document, shipped()), shipped())
    return {key: value for key, value in found.items() if key not in {"file", "path", "synthetic"}}
