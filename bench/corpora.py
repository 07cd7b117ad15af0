"""The texts that are measured, and what the program says of them.

A name that hashes to 0 modulo 3 is held back: such a text is scored and never looked into, so that one figure
stays that nobody tuned towards.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from ingest.documents import Document, Extraction, Source
from ingest.extract import extract
from ingest.records import record
from ingest.vocabulary import shipped
from tests.data.score import load_gold, load_texts

Json: TypeAlias = dict[str, Any]

ROOT = Path(__file__).resolve().parents[1]
BLIND = ROOT / "tests" / "cases" / "documents3"
DEVCORPUS = "TIENGVANG_DEVCORPUS"


@dataclass(frozen=True, slots=True)
class Annotated:
    """Texts with gold annotations, by file name."""

    name: str
    texts: Mapping[str, str]
    gold: Mapping[str, Json]

    @property
    def held(self) -> bool:
        """Whether only totals may be shown of this part."""
        return self.name.endswith("-held")


def held_back(file: str) -> bool:
    """Whether a text is scored only: by the hash of its bare name, "004.txt"."""
    return int(hashlib.sha256(file.encode()).hexdigest(), 16) % 3 == 0


def annotated() -> list[Annotated]:
    """The real documents, and the composed ones in their development and held-back parts."""
    gold = _folder("gold", "real")
    world = _folder("world", "sample")
    return [gold, *(_part(world, held=held) for held in (False, True))]


def _folder(name: str, folder: str) -> Annotated:
    gold = load_gold(ROOT / "tests" / "data" / "gold" / folder)
    return Annotated(name, load_texts(ROOT / "corpus" / folder, gold), gold)


def blind_documents() -> list[Annotated]:
    """Whole documents written without sight of the extractors, in their two parts."""
    gold = {
        f"{path.stem}.txt": json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(BLIND.glob("*.json"))
    }
    whole = Annotated("documents3", load_texts(BLIND, gold), gold)
    return [_part(whole, held=held) for held in (False, True)]


def _part(whole: Annotated, *, held: bool) -> Annotated:
    names = [name for name in whole.gold if held_back(name) == held]
    return Annotated(
        f"{whole.name}-held" if held else whole.name,
        {name: whole.texts[name] for name in names},
        {name: whole.gold[name] for name in names},
    )


def devcorpus(*, held: bool) -> list[tuple[Json, str]] | None:
    """Acts that lie outside the project, (what is listed of it, its text); None where there are none.

    Raises FileNotFoundError where TIENGVANG_DEVCORPUS names a folder without `acts.jsonl`.
    """
    folder = os.environ.get(DEVCORPUS)
    if not folder:
        return None
    lines = (Path(folder) / "acts.jsonl").read_text(encoding="utf-8").split("\n")
    acts = [json.loads(line) for line in lines if line.strip()]
    return [
        (act, (Path(folder) / act["file"]).read_bytes().decode("utf-8"))
        for act in acts
        if held_back(Path(act["file"]).name) == held
    ]


def document(text: str, file: str) -> Document:
    """A text as the reader would hand it on."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(digest, text, digest, "text-utf8/1", Source(file))


def read(text: str, file: str = "a.txt") -> Extraction:
    """All that a text states, with the shipped vocabulary."""
    return extract(document(text, file), shipped())


def predict(texts: Mapping[str, str]) -> dict[str, Json]:
    """What `tiengvang extract` prints of each text."""
    return {file: dict(record(read(text, file), shipped())) for file, text in texts.items()}


def wrong_quotes(text: str, mentions: Iterable[Json]) -> list[Json]:
    """Mentions whose quote is not the text between their offsets."""
    return [m for m in mentions if text[m["start"] : m["end"]] != m["quote"]]
