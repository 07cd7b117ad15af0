"""Settings, from the environment: every one has a default that works on one's own machine."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.errors import TiengVangError
from ingest.aligning.thresholds import Thresholds
from ingest.readers.limits import Limits, Ocr

EMBEDDED = "embedded:"
DEFAULT_GRAPH = f"{EMBEDDED}data/graph"
DECISIONS = "decisions.jsonl"
DEFAULT = Thresholds()
OCR = Ocr()
LIMITS = Limits()


class SettingsInvalid(TiengVangError):
    """A variable of the environment has a value that it cannot have."""


class Settings(BaseSettings):
    """What a person may set; the name in the environment is `TIENGVANG_` and the field's in capitals."""

    model_config = SettingsConfigDict(env_prefix="TIENGVANG_", extra="ignore", env_ignore_empty=True)

    graph: str = Field(default=DEFAULT_GRAPH, description="The store: embedded:FOLDER or a Neo4j URL.")
    graph_user: str | None = Field(
        default=None, description="User name at Neo4j (neo4j where only a password is given)."
    )
    graph_password: SecretStr | None = Field(
        default=None, description="Password at Neo4j; none means no authentication."
    )
    graph_database: str | None = Field(
        default=None, description="Database at Neo4j; the server's default if not set."
    )
    host: str = Field(default="127.0.0.1", description="Address that `serve` listens on.")
    port: int = Field(
        default=8000, ge=0, le=65535, description="Port that `serve` listens on; 0 takes a free one."
    )
    vocabulary: Path | None = Field(
        default=None,
        description="Folder of a vocabulary of one's own, for `ingest` and `extract`, or built-in.",
    )
    max_text_bytes: int = Field(
        default=64 * 1024 * 1024, ge=1, description="A larger file is refused, in bytes."
    )
    reader_seconds: float = Field(
        default=LIMITS.seconds, gt=0, description="Seconds that reading one file may take."
    )
    reader_memory: int = Field(
        default=LIMITS.memory,
        ge=256 * 1024**2,
        description="Bytes of address space of the process that reads a file.",
    )
    reader_pages: int = Field(default=LIMITS.pages, ge=1, description="A PDF of more pages is refused.")
    reader_characters: int = Field(
        default=LIMITS.characters, ge=1, description="A PDF of more characters is refused."
    )
    reader_depth: int = Field(
        default=LIMITS.depth,
        ge=1,
        le=10_000,
        description="RTF with more groups inside one another is refused.",
    )
    reader_part_bytes: int = Field(
        default=LIMITS.part_bytes,
        ge=1,
        description="A part of a docx or odt that unpacks to more is refused.",
    )
    reader_members: int = Field(default=LIMITS.members, ge=1, description="A zip of more members is refused.")
    reader_archive_bytes: int = Field(
        default=LIMITS.archive_bytes, ge=1, description="An archive that unpacks to more bytes, and"
    )
    reader_ratio: int = Field(
        default=LIMITS.ratio, ge=1, description="to so many times its own size, is refused."
    )
    ocr: bool = Field(
        default=True, description="Whether pages that are pictures are read, where Tesseract is installed."
    )
    ocr_languages: str = Field(
        default=OCR.languages,
        description="Tesseract's language data, joined by +.",
        pattern=r"^[\w/]+(\+[\w/]+)*$",
    )
    ocr_pages: int = Field(
        default=OCR.pages, ge=1, description="A file with more pages that are pictures is refused."
    )
    ocr_pixels: int = Field(
        default=OCR.pixels, ge=10_000, description="A larger picture is refused, in pixels."
    )
    ocr_seconds: float = Field(default=OCR.seconds, gt=0, description="Seconds that one page may take.")
    ocr_confidence: float = Field(
        default=OCR.confidence,
        ge=0,
        le=100,
        description="Pages of which OCR is less sure, of 100, are named in the document's problems.",
    )
    max_request_bytes: int = Field(
        default=2 * 1024 * 1024, ge=1, description="A larger text sent over HTTP is refused, in bytes."
    )
    evidence_limit: int = Field(
        default=3, ge=0, description="Pieces of evidence a province over HTTP, unless asked for."
    )
    page_limit: int = Field(default=50, ge=1, le=1000, description="Rows a page of a list, unless asked for.")
    page_limit_max: int = Field(default=1000, ge=1, description="The most rows a page of a list may have.")
    jobs: int = Field(default=1, ge=1, description="Processes that extract at a time.")
    decisions: Path | None = Field(
        default=None,
        description="File that mirrors what people decide; decisions.jsonl beside the store if not set.",
    )
    api_key: SecretStr | None = Field(
        default=None, description="Key that every write over HTTP needs; none: writes from this machine only."
    )
    reuse_near: float = Field(
        default=DEFAULT.near,
        ge=0,
        le=1,
        description="Reused wording is near from this likeness; below, partial.",
    )
    reuse_partial: float = Field(
        default=DEFAULT.partial, ge=0, le=1, description="Below this likeness there is no reuse."
    )
    reuse_whole: float = Field(
        default=DEFAULT.whole,
        ge=0,
        le=1,
        description="A smaller part of the source's clause is partial reuse.",
    )
    reuse_min_syllables: int = Field(
        default=DEFAULT.min_syllables, ge=8, description="A shorter passage, in syllables, is no reuse."
    )
    reuse_min_shared: int = Field(
        default=DEFAULT.min_shared, ge=4, description="Equal syllables that a reused passage must have."
    )
    reuse_min_run: int = Field(
        default=DEFAULT.min_run, ge=4, description="So many of them must stand in one row, in syllables,"
    )
    reuse_min_loose: int = Field(
        default=DEFAULT.min_loose, ge=4, description="unless there are so many of them in all."
    )
    formula_provinces: int = Field(
        default=DEFAULT.formula_provinces,
        ge=1,
        description="Wording that more provinces had before an act is a formula, not that act's.",
    )
    formula_closings: int = Field(
        default=DEFAULT.formula_closings,
        ge=1,
        description="Wording that closings of acts of more provinces have is a formula.",
    )
    cypher: bool = Field(
        default=False, description="Whether `serve` takes Cypher, read-only (POST /v1/cypher)."
    )
    cypher_timeout: float = Field(
        default=5.0, gt=0, le=3600, description="A query in Cypher is ended after these seconds."
    )
    cypher_rows: int = Field(default=1000, ge=1, description="The most rows that a query in Cypher gives.")
    cypher_bytes: int = Field(
        default=8 * 1024 * 1024, ge=1, description="The largest answer to Cypher, in bytes of JSON."
    )
    cypher_at_once: int = Field(default=2, ge=1, le=32, description="Queries in Cypher at one time.")
    show_private: bool = Field(
        default=False, description="Whether answers show private persons whom texts name; else hidden."
    )
    context_chars: int = Field(default=160, ge=0, description="Characters shown before and after a quote.")

    @property
    def decisions_file(self) -> Path:
        """The file that mirrors the decisions of the store.

        `embedded:data/graph` has data/decisions.jsonl, `embedded:data/other` data/other.decisions.jsonl, and
        Neo4j data/decisions.jsonl, unless TIENGVANG_DECISIONS names another.
        """
        if self.decisions is not None:
            return self.decisions
        default = Path(DEFAULT_GRAPH.removeprefix(EMBEDDED))
        store = Path(self.graph.removeprefix(EMBEDDED)) if self.graph.startswith(EMBEDDED) else default
        name = DECISIONS if store.name == default.name else f"{store.name}.{DECISIONS}"
        return store.parent / name

    @property
    def reading_limits(self) -> Limits:
        """What one file may cost an ingest."""
        return Limits(
            part_bytes=self.reader_part_bytes,
            members=self.reader_members,
            archive_bytes=self.reader_archive_bytes,
            ratio=self.reader_ratio,
            pages=self.reader_pages,
            characters=self.reader_characters,
            depth=self.reader_depth,
            seconds=self.reader_seconds,
            memory=self.reader_memory,
        )

    @property
    def reading_pictures(self) -> Ocr | None:
        """How an ingest reads pages that are pictures; None where it is not to."""
        if not self.ocr:
            return None
        return Ocr(self.ocr_pages, self.ocr_pixels, self.ocr_seconds, self.ocr_confidence, self.ocr_languages)

    @property
    def thresholds(self) -> Thresholds:
        """What counts as reuse of wording, for an ingest; the store keeps it for all that follows."""
        return Thresholds(
            near=self.reuse_near,
            partial=self.reuse_partial,
            whole=self.reuse_whole,
            min_syllables=self.reuse_min_syllables,
            min_shared=self.reuse_min_shared,
            min_run=self.reuse_min_run,
            min_loose=self.reuse_min_loose,
            formula_provinces=self.formula_provinces,
            formula_closings=self.formula_closings,
        )


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process, read once. Raises SettingsInvalid."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"TIENGVANG_{str(first['loc'][0]).upper()}"
        raise SettingsInvalid(first["msg"], where=name, todo="Correct the variable, or unset it") from error
