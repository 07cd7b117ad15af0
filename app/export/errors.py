"""Why an export cannot be made, and what to do about it."""

from __future__ import annotations

from graph.errors import TiengVangError


class ExportError(TiengVangError):
    """Anything between the store and a folder of files; nothing half written is left behind."""


class FolderRefused(ExportError):
    """The folder holds something that an export must not replace."""


class FolderUnwritable(ExportError):
    """The disk is full, or the folder cannot be written."""


class StoreUnsettled(ExportError):
    """The store has nothing, is being changed, or an ingest of it was cut short."""


class StoreChanged(StoreUnsettled):
    """The store was changed while it was read."""


class ExportIncomplete(ExportError):
    """What was read is not all that the store holds, or a format cannot hold it."""


class ExtraMissing(ExportError):
    """A format needs a library that is not installed."""


class ManifestInvalid(ExportError):
    """A folder that is no export, or of which a file was changed."""
