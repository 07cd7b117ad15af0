"""One document under the eyes of the extractors: its view, words, provisions and the vocabulary at hand."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.documents import Document, Label, Mention, Provision, Stated
from ingest.text.normalise import View
from ingest.text.words import Words
from ingest.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Reading:
    """What every extractor gets. Offsets inside `view` and `words` are the view's; those of `provisions`
    and of
    every record made here are the document's."""

    document: Document
    view: View
    words: Words
    provisions: tuple[Provision, ...]
    vocabulary: Vocabulary

    def mention(
        self, start: int, end: int, label: Label, id: str | None, rule: str, **attrs: str | None
    ) -> Mention:
        """A mention for the view span [start, end), quoted from the document."""
        a, b = self.view.home(start, end)
        return Mention(a, b, self.document.text[a:b], label, id, attrs, rule)

    def stated(self, value: str, start: int, end: int, rule: str) -> Stated:
        """A value stated by the view span [start, end)."""
        a, b = self.view.home(start, end)
        return Stated(value, a, b, self.document.text[a:b], rule)

    def innermost(self, start: int, end: int) -> Provision | None:
        """The smallest provision that holds the document span [start, end)."""
        holding = [p for p in self.provisions if p.start <= start and end <= p.end]
        return min(holding, key=lambda p: p.end - p.start, default=None)
