"""What an ingest did, for people and programs."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.errors import Unreadable
from ingest.vocabulary import Vocabulary


@dataclass(slots=True)
class Report:
    """What an ingest did. `unchanged` documents were left alone; `failed` files were not read.

    `decided` are the ids of decisions that the store did not have; `overruled` names rows of metadata (path
    and field) in whose place another decision is in force; `contradicted` names fields of documents for which
    people say other than the text states. `realigned`: reuse was told by other thresholds than before.
    `outdated`: documents held that another vocabulary, or another version of the program, had read.
    """

    loaded: list[str] = field(default_factory=list)
    unchanged: int = 0
    removed: list[str] = field(default_factory=list)
    failed: list[Unreadable] = field(default_factory=list)
    passed_over: int = 0
    statements: int = 0
    decided: list[str] = field(default_factory=list)
    overruled: list[str] = field(default_factory=list)
    contradicted: list[str] = field(default_factory=list)
    finished_earlier: bool = False
    realigned: bool = False
    outdated: int = 0
    dataset_version: str = ""
    vocabulary: Vocabulary | None = None

    @property
    def decisions(self) -> int:
        """How many decisions the store did not have before."""
        return len(self.decided)

    @property
    def changed(self) -> bool:
        """Whether the graph is another than before."""
        return bool(self.loaded or self.removed or self.decisions or self.finished_earlier or self.realigned)
