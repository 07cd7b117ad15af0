"""Marks in a text (đánh dấu): what it states as nested elements, without changing a character of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup

from app import urls
from app.pages.reader import Window
from app.pages.render import exact

Link = Callable[[int, int], str]
_TINTED = frozenset({"assigns", "reuses", "shares"})  # a background; the others are lines below the words
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text and what it is marked as."""

    start: int
    end: int
    kind: str


@dataclass(slots=True)
class _Span:
    """All marks of one span: one element, or several where another span crosses it."""

    start: int
    end: int
    kinds: set[str] = field(default_factory=set)
    target: bool = False
    lines: int = 0  # how many lines are drawn below words inside it, so that its own stands below them
    named: bool = False

    def holds(self, other: _Span) -> bool:
        return self.start <= other.start and other.end <= self.end


def marked(
    text: str, marks: Iterable[Mark], window: Window, target: tuple[int, int] | None, link: Link
) -> Markup:
    """The window's text whole as HTML; `target` is the span that the reader was opened at.

    link: a span -> the address that opens it; the words of a mark lead to the innermost one.
    """
    spans = _spans(marks, window, target)
    _count_lines(spans)
    opening: dict[int, list[_Span]] = defaultdict(list)
    for span in spans:
        opening[max(span.start, window.start)].append(span)
    cuts = sorted({window.start, window.end, *_edges(spans, window)})
    out, open_ = list[Markup](), list[_Span]()
    for start, end in pairwise(cuts):
        out += _turn(open_, start, opening[start])
        out.append(_words(text[start:end], open_, link))
    out += [_CLOSE for _ in open_]
    return Markup("").join(out)


def _edges(spans: Iterable[_Span], window: Window) -> Iterable[int]:
    for span in spans:
        yield max(span.start, window.start)
        yield min(span.end, window.end)


def _spans(marks: Iterable[Mark], window: Window, target: tuple[int, int] | None) -> list[_Span]:
    """The spans inside the window, the outer before the inner."""
    found: dict[tuple[int, int], _Span] = {}
    for mark in marks:
        if mark.start < window.end and mark.end > window.start and mark.start < mark.end:
            found.setdefault((mark.start, mark.end), _Span(mark.start, mark.end)).kinds.add(mark.kind)
    if target and target[0] < window.end and target[1] > window.start:
        found.setdefault(target, _Span(*target)).target = True
    return sorted(found.values(), key=lambda span: (span.start, -span.end))


def _count_lines(spans: Sequence[_Span]) -> None:
    around: list[_Span] = []
    for span in spans:
        while around and not around[-1].holds(span):
            _close(around)
        around.append(span)
    while around:
        _close(around)


def _close(around: list[_Span]) -> None:
    span = around.pop()
    if around:
        own = 0 if span.kinds <= _TINTED else 1
        around[-1].lines = max(around[-1].lines, span.lines + own)


def _turn(open_: list[_Span], at: int, new: Sequence[_Span]) -> list[Markup]:
    """Closes what ends here and opens what begins; what crosses is closed and opened again."""
    out = []
    first = next((i for i, span in enumerate(open_) if span.end <= at), len(open_))
    again = [span for span in open_[first:] if span.end > at]
    out += [_CLOSE for _ in open_[first:]]
    del open_[first:]
    for span in sorted([*again, *new], key=lambda each: (-each.end, each.start)):
        out.append(_element(span))
        open_.append(span)
    return out


_CLOSE = Markup("</span>")


def _element(span: _Span) -> Markup:
    names = [f"k-{kind}" for kind in sorted(span.kinds)]
    if span.kinds:
        names.insert(0, "k")
    if span.lines and not span.kinds <= _TINTED:
        names.append(f"under{min(span.lines, _MOST_LINES)}")
    if span.target:
        names.append("target")
    id = "" if span.named else Markup(' id="{}"').format(urls.anchor(span.start, span.end))
    span.named = True
    return Markup('<span class="{}"{}>').format(" ".join(names), id)


def _words(words: str, open_: Sequence[_Span], link: Link) -> Markup:
    inner = next((span for span in reversed(open_) if span.kinds), None)
    # A stop alone, behind the marks inside its own, is too small to be hit: no link.
    if inner is None or not any(map(str.isalnum, words)):
        return exact(words)
    return Markup('<a class="m" href="{}">{}</a>').format(link(inner.start, inner.end), exact(words))
