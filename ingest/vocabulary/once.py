"""What is built from a vocabulary is built once: automata and tables, kept by the vocabulary's hash."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from ingest.vocabulary import Vocabulary

_T = TypeVar("_T")


class Once(Generic[_T]):
    """Calls `build` for a vocabulary the first time and remembers the result."""

    def __init__(self, build: Callable[[Vocabulary], _T]) -> None:
        self._build = build
        self._built: dict[str, _T] = {}

    def __call__(self, vocabulary: Vocabulary) -> _T:
        """The thing built from `vocabulary`."""
        if vocabulary.sha256 not in self._built:
            self._built[vocabulary.sha256] = self._build(vocabulary)
        return self._built[vocabulary.sha256]
