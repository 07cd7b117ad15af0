"""A text that is sent in: JSON or plain, UTF-8, and no larger than the limit."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import Depends, Request
from pydantic import Field, ValidationError

from app.answers.asking.errors import TextInvalid, TextTooLarge, TextTypeUnknown
from app.answers.models.shapes import Model
from app.deps import SettingsGiven

PLAIN = "text/plain"
JSON = "application/json"


class TextGiven(Model):
    """A text, as JSON."""

    text: str = Field(description="Any Vietnamese text.", examples=["Thực hiện Chỉ thị số 16/CT-TTg"])


async def text_given(request: Request, settings: SettingsGiven) -> str:
    """The text of a request. Raises TextTooLarge, TextInvalid, TextTypeUnknown."""
    kind, charset = _type(request.headers.get("content-type", PLAIN))
    if kind not in (PLAIN, JSON) or charset not in ("", "utf-8", "utf8", "us-ascii"):
        raise TextTypeUnknown(
            "a text is taken as JSON or plain, in UTF-8",
            where=request.headers.get("content-type"),
            todo=f'Send {JSON} with {{"text": "…"}}, or {PLAIN}; charset=utf-8',
        )
    raw = await _body(request, min(settings.max_request_bytes, settings.max_text_bytes))
    try:
        text = raw.decode()
        return text if kind == PLAIN else TextGiven.model_validate(json.loads(text)).text
    except UnicodeDecodeError as error:
        raise TextInvalid("not UTF-8", where=f"byte {error.start}", todo="Send it as UTF-8") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise TextInvalid(
            first["msg"], where=".".join(map(str, first["loc"])) or "body", todo='Send {"text": "…"}'
        ) from error
    except (ValueError, RecursionError) as error:
        raise TextInvalid(f"no JSON: {error}", where="body", todo='Send {"text": "…"}') from error


SentText = Annotated[str, Depends(text_given)]


def text_documented() -> dict[str, Any]:
    """The request body of a route that takes a text, for OpenAPI."""
    return {
        "requestBody": {
            "required": True,
            "content": {
                JSON: {"schema": TextGiven.model_json_schema()},
                PLAIN: {"schema": {"type": "string"}},
            },
        }
    }


async def _body(request: Request, most: int) -> bytes:
    """The body, refused as soon as it is known to be too large."""
    declared = request.headers.get("content-length", "")
    parts, size = [], int(declared) if declared.isdecimal() else 0
    if size <= most:
        size = 0
        async for part in request.stream():
            size += len(part)
            parts.append(part)
            if size > most:
                break
    if size > most:
        raise TextTooLarge(
            f"over the limit of {most:,} bytes",
            where="body",
            todo="Send it in parts, or use the command line",
        )
    return b"".join(parts)


def _type(header: str) -> tuple[str, str]:
    kind, *parameters = (part.strip().lower() for part in header.split(";"))
    charsets = [p.partition("=")[2].strip('"') for p in parameters if p.startswith("charset=")]
    return kind, charsets[0] if charsets else ""
