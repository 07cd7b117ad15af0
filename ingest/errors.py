"""What can go wrong in ingest, each under the one root `graph.errors.TiengVangError`."""

from __future__ import annotations

from graph.errors import TiengVangError


class VocabularyInvalid(TiengVangError):
    """A vocabulary file is missing, empty, or has a bad row (file, line and column in `where`)."""


class Unreadable(TiengVangError):
    """A path cannot be read as a document: missing, empty, binary, undecodable or too large."""


class ReaderMissing(Unreadable):
    """What reads files of this form, a library of an extra or a program, is not installed."""


class Scanned(Unreadable):
    """A PDF or picture whose pages are pictures of text, without the text; how many `pages` there are."""

    def __init__(self, what: str = "", *, where: object = "", todo: str = "", pages: int = 1) -> None:
        super().__init__(what, where=where, todo=todo)
        self.pages = pages


class EncodingUnknown(Unreadable):
    """A text is in no encoding that can be told, or breaks its own; the evidence is in `what`."""


class EncodingMixed(Unreadable):
    """Lines of one text are in different encodings; which, and by what evidence, is in `what`."""


class ManifestUnusable(TiengVangError):
    """The list of files gone through cannot be read or written, or is no such list."""


class MetadataInvalid(TiengVangError):
    """A metadata or catalogue file of the user's has a bad row."""


class EvidenceBroken(TiengVangError):
    """A statement whose quote is not the text at its offsets; it is refused before anything is loaded."""


class StretchesUnreadable(TiengVangError):
    """What a document keeps for comparison was written by another version; it is made anew."""


class DecisionInvalid(TiengVangError):
    """What a person wants decided makes no sense for what it is about."""


class DecisionLogError(TiengVangError):
    """The log of decisions cannot be used."""


class DecisionLogInvalid(DecisionLogError):
    """A line of the log of decisions is none (file and line in `where`)."""


class DecisionLogUnwritable(DecisionLogError):
    """The file that mirrors the decisions cannot be read or written."""


class SpacyMissing(TiengVangError):
    """spaCy, an extra, is not installed."""


class ComponentMisused(TiengVangError):
    """A spaCy component was given a label that is none, or finds the name of an extension taken."""
