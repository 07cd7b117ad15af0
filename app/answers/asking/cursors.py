"""Opaque cursors of lists: where the last page ended, so that rows that come or go shift nothing."""

from __future__ import annotations

import base64
import binascii

from app.answers.asking.errors import CursorInvalid

_MARK = "1:"  # the kind of cursor; another kind gets another mark


def cursor_after(key: str) -> str:
    """The cursor of the page that begins after `key`."""
    return base64.urlsafe_b64encode((_MARK + key).encode()).decode().rstrip("=")


def key_of(cursor: str | None) -> str:
    """The key a cursor stands for, "" for none. Raises CursorInvalid."""
    if not cursor:
        return ""
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        text = ""
    if not text.startswith(_MARK):
        raise CursorInvalid(
            "this is no cursor of a list", where=cursor, todo="Take it from `next`, unchanged"
        )
    return text.removeprefix(_MARK)


def split_page(keys: list[str], limit: int) -> tuple[list[str], str | None]:
    """Of one key more than a page holds: the page's keys, and the cursor of the next."""
    if len(keys) <= limit:
        return keys, None
    return keys[:limit], cursor_after(keys[limit - 1])
