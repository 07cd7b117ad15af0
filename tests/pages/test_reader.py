"""The reader's pieces: whatever is marked, the text stays whole and every span is where it says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.answers.held import Annotation
from app.pages.reader import WINDOW, pieces, window_at
from app.pages.render import exact

KINDS = ["CITES", "ORDERS", "ASSIGNS", "NAMES", "TEXT_OF"]


def _statement(index: int, text: str, span: tuple[int, int]) -> Annotation:
    start, end = sorted(span)
    return Annotation(
        key=f"{index:032d}",
        type=KINDS[index % len(KINDS)],
        target="t",
        target_label="Measure",
        target_name=None,
        start=start,
        end=end,
        quote=text[start:end],
        rule="r",
        basis="stated",
    )


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Annotation], tuple[int, int] | None]:
    """A text, statements over it in any order and nesting, and perhaps a span to open at."""
    text = draw(st.text(min_size=1, max_size=60))
    at = st.integers(0, len(text))
    span = st.tuples(at, at).filter(lambda s: s[0] != s[1])
    spans = draw(st.lists(span, max_size=8))
    target = draw(st.none() | span.map(lambda s: (min(s), max(s))))
    return text, [_statement(i, text, s) for i, s in enumerate(spans)], target


@given(marked())
def test_the_pieces_are_the_text_and_every_statement_covers_its_quote(
    case: tuple[str, list[Annotation], tuple[int, int] | None],
) -> None:
    text, statements, target = case
    found = pieces(text, statements, window_at(len(text), 0), target)
    assert "".join(p.text for p in found) == text
    anchors = [a for p in found for a in p.anchors]
    assert len(anchors) == len(set(anchors))
    assert {f"t{s.start}-{s.end}" for s in statements} <= set(anchors)
    if target:
        assert "".join(p.text for p in found if p.target) == text[slice(*target)]
        assert f"t{target[0]}-{target[1]}" in anchors
    linked = {p.key for p in found if p.key}
    assert linked <= {s.key for s in statements}
    assert bool(linked) == bool(statements)


@given(st.integers(0, 5 * WINDOW), st.integers(0, 6 * WINDOW))
def test_windows_hold_the_position_and_join_without_gap(length: int, position: int) -> None:
    found = window_at(length, position)
    if position < length:
        assert found.start <= position < found.end
    assert 0 <= found.start <= found.end <= length
    assert found.before is None or found.before + WINDOW == found.start
    assert found.after is None or found.after == found.end
    assert (found.before is None) == (found.start == 0)
    assert (found.after is None) == (found.end == length)


@given(st.text())
def test_escaped_text_holds_no_markup_and_no_bare_carriage_return(text: str) -> None:
    html = exact(text)
    assert "<" not in html
    assert "\r" not in html
