"""What a question can be refused for."""

from __future__ import annotations

from collections.abc import Sequence

from graph.errors import TiengVangError


class NotFound(TiengVangError):
    """Well-formed, and nothing here has that name (HTTP 404). `suggestions` come near it."""

    def __init__(
        self, what: str = "", *, where: object = "", todo: str = "", suggestions: Sequence[str] = ()
    ) -> None:
        super().__init__(what, where=where, todo=todo)
        self.suggestions = tuple(suggestions)


class DirectiveUnknown(NotFound):
    """A number or key of no act that the store or the vocabulary knows."""


class ProvinceUnknown(NotFound):
    """A name or code of no province of 2020."""


class MeasureUnknown(NotFound):
    """No measure of the vocabulary has this id."""


class BodyUnknown(NotFound):
    """No body in the store has this id."""


class DocumentUnknown(NotFound):
    """No document in the store has this id."""


class FormulaUnknown(NotFound):
    """No formula in the store has this id."""


class StatementUnknown(NotFound):
    """No statement in the store has this key."""


class DecisionUnknown(NotFound):
    """No decision in the store has this id."""


class NumberInvalid(TiengVangError):
    """What was typed is no number of an official act."""


class CursorInvalid(TiengVangError):
    """A cursor that no list of this program gave out."""


class FilterInvalid(TiengVangError):
    """A filter with a value that it cannot have."""


class SearchInvalid(TiengVangError):
    """Words that nothing can be searched for with."""


class TextInvalid(TiengVangError):
    """A text that was sent in and cannot be read."""


class TextTooLarge(TiengVangError):
    """A text that was sent in and is larger than the limit."""


class TextTypeUnknown(TiengVangError):
    """A body of a media type that is not taken."""
