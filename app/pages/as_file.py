"""What is on the screen as a file to take away, docx or xlsx."""

from __future__ import annotations

from typing import Literal

from fastapi import Response

from app.briefing import docx_of, xlsx_of
from app.briefing.brief import MEDIA_TYPES, Brief

FileKind = Literal["docx", "xlsx"]


def as_file(brief: Brief, kind: FileKind, version: str) -> Response:
    """The briefing as a file, named for the version of its data. Raises BriefingMissing."""
    content = docx_of(brief) if kind == "docx" else xlsx_of(brief)
    headers = {"Content-Disposition": f'attachment; filename="tiengvang-{version}.{kind}"'}
    return Response(content, media_type=MEDIA_TYPES[kind], headers=headers)
