"""The echoes of a directive as a briefing: every province with its state, and the words that echo it."""

from __future__ import annotations

from collections.abc import Iterator

from app import urls
from app.answers.models.echoes import EchoAnswer, Evidence, ProvinceEcho
from app.briefing.brief import Brief, Quoted, Shown, labels, notes_on
from app.pages.texts import Texts


def of_echoes(answer: EchoAnswer, name: str, words: Texts, address: str, base: str) -> Brief:
    """The briefing of who echoed a directive, called `name`, in the reader's language.

    address: where the same stands as a page. base: the address of this host, for links to the reader.
    """
    return Brief(
        title=words("echo.title", number=name),
        summary=" ".join(_summary(answer, words)),
        notes=[
            words("echo.map.zero.short"),
            words("home.without.note"),
            words("brief.levels", levels=", ".join(words.word("level", each) for each in answer.levels)),
            *notes_on(words, answer.dataset_version, address),
        ],
        head=[words(f"col.{key}") for key in ("province", "state", "how", "since", "lag")],
        rows=[(province.name, _shown(province, words)) for province in answer.provinces],
        facts=[words("col.province"), words("col.how")],
        quotes=list(_quotes(answer, words, base)),
        labels=labels(words, words("echo.map")),
        synthetic=words("synthetic") if answer.synthetic else "",
    )


def _summary(answer: EchoAnswer, words: Texts) -> Iterator[str]:
    """What the page says first: out of how many, and what could not be placed."""
    d = answer.denominator
    yield words("echo.summary", echoed=d.echoed, with_documents=d.with_documents)
    if d.same_measures:
        yield words("echo.summary.same", n=d.same_measures)
    yield words("echo.summary.none", n=d.provinces - d.with_documents, of=d.provinces)
    if answer.unresolved_total:
        yield words("echo.summary.unresolved", n=answer.unresolved_total)
    if d.unplaced:
        yield words("echo.summary.unplaced", n=d.unplaced)


def _shown(province: ProvinceEcho, words: Texts) -> list[Shown]:
    lag = province.lag_days
    cells = (
        words.word("state", province.state),
        ", ".join(words.word("how", how) for how in province.how),
        words.day(province.first_on) if province.first_on else "",
        "" if lag is None else words("days", n=lag) if lag else words("same.day"),
    )
    return [Shown(province.state, text) for text in cells]


def _quotes(answer: EchoAnswer, words: Texts, base: str) -> Iterator[Quoted]:
    """Each province's quotes, then those of acts that have no province or no day."""
    for province in answer.provinces:
        for piece in province.evidence:
            yield _quoted(piece, province.name, words, base)
    for act in answer.unplaced:
        for piece in act.evidence:
            yield _quoted(piece, words("echo.unplaced"), words, base)


def _quoted(piece: Evidence, who: str, words: Texts, base: str) -> Quoted:
    return Quoted(
        facts=(who, _how(piece, words)),
        quote=piece.quote,
        number=piece.number or words("document.untitled"),
        day=words.day(piece.date),
        basis=words.word("basis", piece.basis),
        start=piece.start,
        end=piece.end,
        document=piece.document,
        link=base.rstrip("/") + urls.document_page(piece.document, piece.start, piece.end),
        answers=piece.source_quote or "",
    )


def _how(piece: Evidence, words: Texts) -> str:
    """The way of echoing with its relation or grade: `viện dẫn (thực hiện)`."""
    more = words.word("relation", piece.relation) or words.word("grade", piece.grade)
    return f"{words.word('how', piece.how)} ({more})" if more else words.word("how", piece.how)
