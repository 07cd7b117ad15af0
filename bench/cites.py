"""Scores on acts that lie outside the project (TIENGVANG_DEVCORPUS): recall of citations, own data.

The citations are listed for recall only: an act found beside them may well be real, so no precision is
computed. A citation counts as found where a reference of the same number (and date, where one is listed)
overlaps the quoted words. Own data listed from a file's title or a stamp, and not stated in the text as an
act states it, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bench.annotated import OWN
from bench.corpora import Json, predict, wrong_quotes
from bench.figures import Outcome, Part, Tally
from bench.spans import label, shown
from ingest.text.normalise import bare_of
from ingest.vocabulary import shipped
from tests.cases.check_cases import starts

# Number, place and date, type and subject stand in the first lines.
_HEAD = 1500


def measure(name: str, acts: list[tuple[Json, str]]) -> Part:
    """The figures of acts, each with its text."""
    texts = {Path(act["file"]).name: text for act, text in acts}
    said = predict(texts)
    tallies: dict[str, Tally] = {}
    outcomes: dict[str, Outcome] = {}
    for act, text in acts:
        file = Path(act["file"]).name
        outcomes[file] = result = Outcome()
        _citations(act, text, said[file], tallies, result)
        _own_data(act, text, said[file]["document"], tallies, result)
        quotes = tallies.setdefault("quotes", Tally())
        quotes.total += len(said[file]["mentions"])
        quotes.hit += len(said[file]["mentions"]) - len(wrong_quotes(text, said[file]["mentions"]))
    figures = tuple(tally.figure(name, metric) for metric, tally in tallies.items())
    return Part(name, figures, None if name.endswith("-held") else outcomes)


def _citations(act: Json, text: str, said: Json, tallies: dict[str, Tally], result: Outcome) -> None:
    references = label(said["mentions"], "REFERENCE")
    for cite in act["cites"]:
        near = list(_overlapping(text, cite["quote"], references))
        numbered = [m for m in near if m["attrs"]["number"] == cite["number"]]
        dated = [m for m in numbered if cite["date"] in (None, m["attrs"]["date"])]
        tallies.setdefault("cites.number", Tally()).add(bool(numbered))
        tallies.setdefault("cites.number_and_date", Tally()).add(bool(dated))
        fact = f"cites {cite['number']} {cite['date']} “{' '.join(cite['quote'].split())}”"
        instead = "; ".join(f"{m['attrs']['number']} {m['attrs']['date']} {shown(m)}" for m in near)
        result.expect(fact, right=bool(dated), instead=instead)


def _overlapping(text: str, quote: str, mentions: list[Json]) -> Iterator[Json]:
    places = [(at, at + len(quote)) for at in starts(text, quote)]
    for mention in mentions:
        if any(mention["start"] < end and start < mention["end"] for start, end in places):
            yield mention


def _own_data(act: Json, text: str, own: Json, tallies: dict[str, Tally], result: Outcome) -> None:
    codes = {p.name: code for code, p in shipped().provinces.items()}
    listed = {**act, "province": codes.get(act["province"] or "")}
    for name, key in OWN.items():
        value = listed["date" if name == "date" else key]
        if value is not None and not _stated(name, value, text):
            continue
        right = value == own[key]
        tallies.setdefault(f"own.{name}", Tally()).add(right)
        result.expect(f"own {name} = {value}", right=right, instead=str(own[key]))


def _stated(name: str, value: str, text: str) -> bool:
    bare = bare_of(text)
    if name == "number":
        return re.sub(r"\s", "", bare_of(value)) in re.sub(r"\s", "", bare)
    if name == "date":
        year, month, day = (int(part) for part in value.split("-"))
        return re.search(rf"ngay\s*0?{day}\s*thang\s*0?{month}\s*nam\s*{year}", bare) is not None
    if name == "doc_type":
        mark = r"\bv/v\b" if value == "Công văn" else rf"\b{bare_of(value)}\b"
        return re.search(mark, bare[:_HEAD]) is not None
    return True
