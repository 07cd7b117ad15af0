"""Try a text: what it states, seen before anything is kept."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, Form, Request, Response, UploadFile

from app.answers.errors import FilterInvalid, TextInvalid, TextTooLarge
from app.answers.province_names import find_province
from app.answers.reading import vocabulary
from app.answers.tried import Tried, TriedMention, pasted, try_text, uploaded
from app.deps import SettingsGiven, StoreGiven
from app.formats import JSONL_TYPE, Format
from app.pages.as_data import Rows, as_data, wanted
from app.pages.marking import Mark, marked
from app.pages.names import body_name, measure_name, province_name
from app.pages.reader import Window
from app.pages.render import page
from ingest.documents import Document

router = APIRouter(include_in_schema=False)
ENVELOPE = 4096  # bytes of a form beside its text
_POLARITY = {"ordered": "orders", "avoided": "avoids", "lifted": "lifts", "mentioned": "mentions"}


def check_size(request: Request, settings: SettingsGiven) -> None:
    """Refuses a form that is too large before it is read. Raises TextTooLarge, TextInvalid."""
    declared, most = request.headers.get("content-length", ""), settings.max_request_bytes
    if not declared.isdecimal():
        raise TextInvalid("its length is not told", where="Content-Length", todo="Send it with its length")
    if int(declared) > most + ENVELOPE:
        raise TextTooLarge(
            f"over the limit of {most:,} bytes",
            where="body",
            todo="Use tiengvang extract on the command line",
        )


@router.get("/try")
def form(request: Request, settings: SettingsGiven) -> Response:
    """The form."""
    return page(request, "try.html", answer=None, given={}, **_words(settings.max_request_bytes))


@router.post("/try", dependencies=[Depends(check_size)])
def tried(
    request: Request,
    store: StoreGiven,
    settings: SettingsGiven,
    text: Annotated[str, Form()] = "",
    province: Annotated[str, Form(max_length=100)] = "",
    date: Annotated[str, Form(max_length=10)] = "",
    file: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """What the text of the form states; nothing is kept."""
    document = _document(text, file)
    code = find_province(province).code if province.strip() else None
    answer = try_text(store, vocabulary(), document, province=code, date=_day(date))
    response = _shown(request, settings.max_request_bytes, answer, {"province": code, "date": date})
    response.headers["Cache-Control"] = "no-store"
    return response


def _document(text: str, file: UploadFile | None) -> Document:
    if file is not None and file.filename:
        return uploaded(file.file.read(), file.filename)
    # A form sends every line end as CR LF; the text was typed with LF.
    return pasted(text.replace("\r\n", "\n"))


def _day(typed: str) -> str | None:
    try:
        return dt.date.fromisoformat(typed).isoformat() if typed.strip() else None
    except ValueError:
        raise FilterInvalid(f"{typed!r} is no day", where="date", todo="Write 2021-07-04") from None


def _shown(request: Request, most: int, answer: Tried, given: dict[str, str | None]) -> Response:
    asked = wanted(request)
    if asked is Format.JSONL:  # the line of `tiengvang extract`
        return Response(json.dumps(answer.record, ensure_ascii=False) + "\n", media_type=JSONL_TYPE)
    if asked is not None:
        return as_data(request, asked, answer, Rows(TriedMention, answer.mentions))
    whole = Window(0, len(answer.text), 1, 1, None, None)
    text = marked(answer.text, _marks(answer), whole, None, lambda start, end: f"#t{start}-{end}")
    return page(request, "try.html", answer=answer, given=given, text=text, **_words(most))


def _marks(answer: Tried) -> Iterator[Mark]:
    for m in answer.mentions:
        yield Mark(m.start, m.end, kind_of_mention(m))
    for task in answer.record["assignments"]:
        yield Mark(task["start"], task["end"], "assigns")


def kind_of_mention(mention: TriedMention) -> str:
    """The kind of mark of a mention, as the reader has it once the text is held."""
    if mention.label == "REFERENCE":
        return "own" if mention.detail == "self" else "cites"
    if mention.label == "MEASURE":
        return _POLARITY.get(mention.detail or "", "mentions")
    return "names"


def _words(most: int) -> dict[str, Any]:
    return {
        "most": most // 1024,
        "provinces": sorted(vocabulary().provinces.values(), key=lambda row: row.code),
        "kind_of_mention": kind_of_mention,
        "names": {"MEASURE": measure_name, "BODY": body_name, "PROVINCE": province_name},
        "measure_name": measure_name,
        "body_name": body_name,
        "province_name": province_name,
    }
