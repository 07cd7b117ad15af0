"""A directive's page: what is known of it, who echoed it, when, in which words, by which way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from app import urls
from app.answers.acts import directives
from app.answers.asking.reading import queries, vocabulary
from app.answers.echoing.echoes import echoes
from app.answers.echoing.rows import EchoRow, echo_rows
from app.answers.models.acts import Several
from app.answers.models.echoes import EchoAnswer, Evidence, ProvinceEcho
from app.briefing import of_echoes
from app.deps import StoreGiven
from app.pages.act_names import act_name
from app.pages.as_data import Rows, shown
from app.pages.as_file import FileKind, as_file
from app.pages.drawing.chains import Chains, Label, Link, chains
from app.pages.drawing.maps import Map, Region, draw
from app.pages.drawing.timelines import Answered, timeline
from app.pages.render import texts_of
from app.pages.search_views import choice
from app.pages.texts import Texts

router = APIRouter(include_in_schema=False)
EVIDENCE = 6  # pieces a province on a page; the rest is a link away
LOOSE = 25  # documents of those that stand apart; the rest as well
WHOLE = 10_000  # what `evidence` is where all of it is asked for
OPENING = 1_500  # code points of the text that the page shows; the reader has it whole
STATES = ("echoed", "same_measures", "no_echo_found", "no_documents")  # the first that holds is a unit's
FORCE = ("amends", "replaces", "refuses")  # relations that bear on whether it still holds (hiệu lực)
Level = Literal["province", "department", "deconcentrated", "district", "commune"]


@router.get("/directives")
def find(
    request: Request,
    store: StoreGiven,
    number: str = "",
    lang: Annotated[str | None, Query(max_length=20)] = None,
) -> Response:
    """The act of a number as an address: to the one act that it names, or to a choice."""
    found = directives.find_directive(store, number)
    if isinstance(found, Several):
        return choice(request, store, found)
    query = f"?{urlencode({'lang': lang})}" if lang else ""
    return RedirectResponse(urls.directive_page(found.directive.key) + query, status_code=303)


@router.get("/directives/{number:path}/briefing.{kind}")
def briefing(
    request: Request,
    store: StoreGiven,
    number: str,
    kind: FileKind,
    evidence: Annotated[int, Query(ge=0, le=WHOLE)] = EVIDENCE,
    level: Annotated[list[Level] | None, Query()] = None,
) -> Response:
    """Who echoed a directive, as a document or workbook."""
    found = directives.find_directive(store, number)
    if isinstance(found, Several):
        return choice(request, store, found)
    head = found.directive
    answer = echoes(store, head.key, evidence, level or ["province"])
    words, base = texts_of(request), str(request.base_url)
    page = base.rstrip("/") + urls.directive_page(head.key) + _asked(evidence, "2020", level)
    brief = of_echoes(answer, act_name(words, head.key, head.number), words, page, base)
    return as_file(brief, kind, answer.dataset_version)


def _asked(evidence: int, units: str, level: list[Level] | None) -> str:
    """The part of an address that asks for the same."""
    given = {"evidence": evidence if evidence != EVIDENCE else "", "units": units if units != "2020" else ""}
    query = urlencode({k: v for k, v in {**given, "level": level or []}.items() if v}, doseq=True)
    return f"?{query}" if query else ""


@router.get("/directives/{number:path}")
def directive(
    request: Request,
    store: StoreGiven,
    number: str,
    evidence: Annotated[int, Query(ge=0, le=WHOLE)] = EVIDENCE,
    units: Literal["2020", "2025"] = "2020",
    level: Annotated[list[Level] | None, Query()] = None,
) -> Response:
    """Who echoed a directive, with the words that say so."""
    found = directives.find_directive(store, number)
    if isinstance(found, Several):
        return choice(request, store, found)
    key = found.directive.key
    answer = echoes(store, key, evidence, level or ["province"])
    answered = [
        Answered(p.code, p.name, p.first_on, p.lag_days)
        for p in answer.provinces
        if p.state == "echoed" and p.first_on
    ]
    return shown(
        request,
        "directive.html",
        answer,
        Rows(EchoRow, echo_rows(answer)),
        detail=directives.directive(store, key),
        map=_map(answer, units, texts_of(request)),
        units=units,
        line=timeline(answer.directive.date, answered),
        chains=_chains(answer, texts_of(request)),
        force=[item for item in answer.no_echo if item.reason in FORCE],
        earlier=[item for item in answer.no_echo if item.reason not in FORCE],
        opening=_opening(store, answer.directive.documents),
        most=WHOLE if evidence == WHOLE else LOOSE,
        asked=_asked(evidence, units, level),
    )


def _opening(store: StoreGiven, documents: list[str]) -> str | None:
    """How the text begins, where it is held."""
    rows = store.read(queries()["texts_of_documents"], ids=documents[:1]) if documents else []
    return str(rows[0]["text"])[:OPENING] if rows else None


def _map(answer: EchoAnswer, units: Literal["2020", "2025"], words: Texts) -> Map:
    if units == "2020":
        return draw(units, {p.code: _region(p, words) for p in answer.provinces})
    members: dict[str, list[ProvinceEcho]] = {}
    for province in answer.provinces:
        members.setdefault(vocabulary().provinces[province.code].unit_2025, []).append(province)
    return draw(units, {unit: _unit(unit, found, words) for unit, found in members.items()})


def _region(province: ProvinceEcho, words: Texts) -> Region:
    href = f"#p{province.code}" if province.state != "no_documents" else None
    return Region(province.code, province.name, province.state, _said(province, words), href)


def _unit(code: str, members: list[ProvinceEcho], words: Texts) -> Region:
    """A unit of 2025 has the first state of `STATES` that one of its provinces has; the words name each."""
    chief = min(members, key=lambda p: STATES.index(p.state))
    name = vocabulary().provinces[chief.code].unit_2025_name
    said = "; ".join(f"{p.name}: {_said(p, words)}" for p in members)
    return Region(code, name, chief.state, said, f"#p{chief.code}" if chief.state != "no_documents" else None)


def _said(province: ProvinceEcho, words: Texts) -> str:
    state = words.word("state", province.state)
    if province.state == "no_echo_found" and province.undated_acts:
        return f"{state}; {words('echo.silent.undated', n=province.undated_acts)}"
    if province.first_on is None or province.state != "echoed":
        return state
    lag = f", {words('days', n=province.lag_days)}" if province.lag_days else ""
    return f"{state} {words.day(province.first_on)}{lag}"


def _chains(answer: EchoAnswer, words: Texts) -> Chains | None:
    """The acts by which others took the directive up, where one act relays another."""
    pieces = [piece for province in answer.provinces for piece in province.evidence if piece.path]
    links = [link for piece in pieces for link in _links(piece)]
    return chains(answer.directive.key, links, _labels(answer, pieces, words))


def _links(piece: Evidence) -> Iterator[Link]:
    for step in piece.path:
        yield Link(
            step.act, step.to, step.how, step.quote, urls.document_page(step.document, step.start, step.end)
        )


def _labels(answer: EchoAnswer, pieces: list[Evidence], words: Texts) -> Mapping[str, Label]:
    head = answer.directive
    labels = {
        head.key: Label(
            act_name(words, head.key, head.number), words.day(head.date), urls.directive_page(head.key)
        )
    }
    for step in (step for piece in pieces for step in piece.path):
        place = vocabulary().provinces.get(step.act.partition("~")[2][:2])
        note = ", ".join(part for part in (place.name if place else None, words.day(step.date)) if part)
        labels[step.act] = Label(act_name(words, step.act, step.number), note, urls.directive_page(step.act))
    return labels
