"""References to acts (viện dẫn văn bản), of all kinds of gold/GUIDELINES.md, with their relation.

Attributes beyond the guidelines: `relation` and `relation_cue` (the words that tell it), `problem` (an
impossible
date, a symbol that contradicts its type word), `number_as_printed`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.documents import Letterhead, Mention
from ingest.extract.reading import Reading
from ingest.extract.references.act_words import act_words, names_of
from ingest.extract.references.cited import Cited
from ingest.extract.references.identifiers import Identifiers
from ingest.extract.references.issuers import Issuers
from ingest.extract.references.numbered import find_numbered
from ingest.extract.references.relation import Related, Relations
from ingest.extract.references.unnumbered import find_unnumbered
from ingest.numbering.dates import find_dates
from ingest.numbering.numbers import FoundNumber, doc_type_of, find_numbers, issuer_of

_HEAD_NUMBER = re.compile(r"(?:^|\n|\t|\s{3}|\|)\W*s[o6]\s?[:.]?\s{0,3}$")


def find_references(reading: Reading, letterhead: Letterhead) -> tuple[Mention, ...]:
    """REFERENCE mentions in text order, none overlapping another."""
    numbers = find_numbers(reading.view, reading.vocabulary)
    issuers = Issuers(reading, letterhead)
    identifiers = Identifiers(reading.view, find_dates(reading.view), issuers)
    numbered = find_numbered(reading, numbers, identifiers, act_words(reading.words, reading.vocabulary))
    numbered = [_whole_symbol(reading, one, numbers) for one in numbered]
    others = find_unnumbered(reading, letterhead, identifiers, issuers, numbered)
    cited = [_own(reading, letterhead, one) for one in (*numbered, *others)]
    cited = _apart(sorted(cited, key=lambda c: (c.start, -c.end)))
    relations = Relations(reading, letterhead).of(cited)
    return tuple(_mention(reading, letterhead, c, r) for c, r in zip(cited, relations, strict=True))


def _whole_symbol(reading: Reading, one: Cited, numbers: Sequence[FoundNumber]) -> Cited:
    """Rule 15: a bare number takes the symbol that the document gives it elsewhere, where only one
    fits."""
    if not one.bare or one.number is None:
        return one
    fitting = {n.value: n for n in numbers if _fits(reading, one, n)}
    if len(fitting) != 1:
        return one
    number = next(iter(fitting.values()))
    issuer = one.issuer or issuer_of(number, reading.vocabulary)
    return replace(
        one,
        number=number.value,
        issuer=issuer,
        issuer_code=number.issuer_code,
        bare=False,
        rule="bare-number-tied",
    )


def _fits(reading: Reading, one: Cited, number: FoundNumber) -> bool:
    serial, _, year = (one.number or "").partition("/")
    if number.serial.lstrip("0") != serial.lstrip("0") or (year and number.year != year):
        return False
    if number.type_code:
        return one.doc_type in names_of(number.type_code, reading.vocabulary)
    return doc_type_of(number, reading.vocabulary) in (one.doc_type, None)


def _own(reading: Reading, letterhead: Letterhead, one: Cited) -> Cited:
    """The document's own number, wherever it stands, is a reference to itself."""
    own = letterhead.number
    if one.kind == "self":
        return one
    if own is None:
        return replace(one, kind="self", rule="number-in-head") if _in_head(reading, one) else one
    if one.kind == "descriptive":
        return _own_by_description(reading, letterhead, one)
    issued = letterhead.issued_on.value if letterhead.issued_on else None
    if one.number != own.value or (one.date and issued and one.date != issued):
        return one
    span = reading.view.home(one.number_start, one.number_end)
    if span[0] < own.end and own.start < span[1] and _heads_the_page(reading, one):
        start, end = reading.view.here(own.start, own.end)
        return replace(one, start=start, end=end, kind="self", rule="own-number")
    return replace(one, end=max(one.number_end, one.end), kind="self", rule="own-number-cited")


def _heads_the_page(reading: Reading, one: Cited) -> bool:
    """Whether the number stands in a letterhead ("Số: …", on a line of its own) and not in running
    text."""
    text = reading.view.text
    if one.start == one.number_start or set("\n:") & set(text[one.start : one.number_start]):
        return True
    begins = not text[text.rfind("\n", 0, one.start) + 1 : one.start].strip(" *#_-")
    return begins and text[one.number_end :].lstrip(" \t*")[:1] in ("\n", "")


def _in_head(reading: Reading, one: Cited) -> bool:
    """A number behind "Số" in the letterhead, where the letterhead's own reader could not settle on
    it."""
    if one.rule != "number-alone" or not _HEAD_NUMBER.search(
        reading.view.bare, max(0, one.start - 12), one.start
    ):
        return False
    provision = reading.innermost(*reading.view.home(one.start, one.number_end))
    return provision is not None and provision.kind == "letterhead"


def _own_by_description(reading: Reading, letterhead: Letterhead, one: Cited) -> Cited:
    """A headline above the own number that names the act by type and issuer (a page that reprints it)."""
    if letterhead.doc_type is None or letterhead.issuer is None or letterhead.number is None:
        return one
    same = one.doc_type == letterhead.doc_type.value and one.issuer == letterhead.issuer.value
    above = reading.view.home(one.start, one.end)[1] <= letterhead.number.start
    return replace(one, kind="self", rule="own-headline") if same and above and one.date is None else one


def _apart(cited: list[Cited]) -> list[Cited]:
    kept: list[Cited] = []
    for one in cited:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _mention(reading: Reading, letterhead: Letterhead, one: Cited, related: Related) -> Mention:
    if one.kind == "self":
        number, date = letterhead.number, letterhead.issued_on
        one = replace(
            one,
            number=number.value if number else one.number,
            date=date.value if date else None,
            issuer=letterhead.issuer.value if letterhead.issuer else None,
            doc_type=letterhead.doc_type.value if letterhead.doc_type else one.doc_type,
        )
    printed = reading.view.quote(one.number_start, one.number_end) if one.number_end else None
    whole = one.number is not None and not one.bare
    return reading.mention(
        one.start,
        one.end,
        "REFERENCE",
        f"{one.number}@{one.date[:4]}" if whole and one.date else None,
        one.rule,
        kind=one.kind,
        number=one.number,
        number_as_printed=printed,
        doc_type=one.doc_type,
        date=one.date,
        issuer=one.issuer,
        relation=related.relation,
        relation_cue=reading.view.quote(*related.cue) if related.cue else None,
        problem=one.problem,
    )
