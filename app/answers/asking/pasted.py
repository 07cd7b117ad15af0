"""A citation as it stands in a text, pasted whole: "Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng …"."""

from __future__ import annotations

from app.answers.asking.reading import vocabulary
from ingest.extract import extract
from ingest.keys import unnumbered_key
from ingest.numbering.dates import find_dates
from ingest.numbering.numbers import find_numbers
from ingest.read import document_of
from ingest.text.normalise import normalise

_CITING = "Thực hiện "  # before the words, so that they cite an act and do not head a text


def day_in(text: str) -> str | None:
    """The one day (ISO, or a month) that a text names; None where it names none, or several."""
    found = {date.iso for date in find_dates(normalise(text)) if date.iso}
    return found.pop() if len(found) == 1 else None


def number_in(text: str) -> str | None:
    """The one number of an act, normalised, that a text holds; None where it holds none, or several."""
    found = {each.value for each in find_numbers(normalise(text), vocabulary())}
    return found.pop() if len(found) == 1 else None


def is_of(dated: str | None, day: str) -> bool:
    """Whether an act of this date (a year alone where no more is known) may be the one of that day."""
    if dated is None:
        return False
    length = min(len(dated), len(day))
    return dated[:length] == day[:length]


def unnumbered(text: str) -> str | None:
    """The key of the one act that a text cites by type, issuer and day; None where it does not."""
    try:
        raw = (_CITING + text).encode()
    except UnicodeEncodeError:
        return None
    found = set()
    for mention in extract(document_of(raw, raw.decode(), "text"), vocabulary()).mentions:
        doc_type, issuer, date = (mention.attrs.get(name) for name in ("doc_type", "issuer", "date"))
        if mention.label == "REFERENCE" and doc_type and issuer and date and not mention.attrs.get("number"):
            found.add(unnumbered_key(doc_type, issuer, date, None))
    return found.pop() if len(found) == 1 else None
