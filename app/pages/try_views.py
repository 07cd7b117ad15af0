"""Try a text: what it states, seen before anything is kept."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from app.answers.asking.errors import FilterInvalid, TextInvalid, TextTooLarge
from app.answers.asking.province_names import find_province
from app.answers.asking.reading import vocabulary
from app.answers.trying.tried import Tried, TriedMention, pasted, try_text, uploaded
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
FIELDS = 8  # fields of a form, at the most
_POLARITY = {"ordered": "orders", "avoided": "avoids", "lifted": "lifts", "mentioned": "mentions"}


@dataclass(frozen=True, slots=True)
class Given:
    """What the form gives: a text or a file, and whose it is where the text does not say it."""

    document: Document
    province: str | None
    date: str | None


async def given(request: Request, settings: SettingsGiven) -> Given:
    """The form, refused before it is read where it is too large.

    Raises TextTooLarge, TextInvalid, ProvinceUnknown, FilterInvalid.
    """
    most = settings.max_request_bytes
    _check_size(request.headers.get("content-length", ""), most)
    async with request.form(max_files=1, max_fields=FIELDS, max_part_size=most + ENVELOPE) as form:
        file, province = form.get("file"), str(form.get("province", "")).strip()
        if isinstance(file, UploadFile) and file.filename:
            document = await run_in_threadpool(uploaded, await file.read(), file.filename)
        else:  # a form sends every line end as CR LF; the text was typed with LF
            document = pasted(str(form.get("text", "")).replace("\r\n", "\n"))
        code = find_province(province).code if province else None
        return Given(document, code, _day(str(form.get("date", ""))))


def _check_size(declared: str, most: int) -> None:
    if not declared.isdecimal():
        raise TextInvalid("its length is not told", where="Content-Length", todo="Send it with its length")
    if int(declared) > most + ENVELOPE:
        raise TextTooLarge(
            f"over the limit of {most:,} bytes",
            where="body",
            todo="Use tiengvang extract on the command line",
        )


@router.get("/try")
def empty(request: Request, settings: SettingsGiven) -> Response:
    """The form."""
    return page(request, "try.html", answer=None, given={}, **_words(settings.max_request_bytes))


@router.post("/try")
def tried(
    request: Request, store: StoreGiven, settings: SettingsGiven, form: Annotated[Given, Depends(given)]
) -> Response:
    """What the text of the form states; nothing is kept."""
    answer = try_text(store, vocabulary(), form.document, province=form.province, date=form.date)
    response = _shown(request, settings.max_request_bytes, answer, form)
    response.headers["Cache-Control"] = "no-store"
    return response


def _day(typed: str) -> str | None:
    try:
        return dt.date.fromisoformat(typed).isoformat() if typed.strip() else None
    except ValueError:
        raise FilterInvalid(f"{typed!r} is no day", where="date", todo="Write 2021-07-04") from None


def _shown(request: Request, most: int, answer: Tried, form: Given) -> Response:
    asked = wanted(request)
    if asked is Format.JSONL:  # the line of `tiengvang extract`
        return Response(json.dumps(answer.record, ensure_ascii=False) + "\n", media_type=JSONL_TYPE)
    if asked is not None:
        return as_data(request, asked, answer, Rows(TriedMention, answer.mentions))
    whole = Window(0, len(answer.text), 1, 1, None, None)
    text = marked(answer.text, _marks(answer), whole, None, lambda start, end: f"#t{start}-{end}")
    return page(
        request,
        "try.html",
        answer=answer,
        given={"province": form.province, "date": form.date},
        text=text,
        **_words(most),
    )


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
