"""The reader's text: whatever is marked, it stays whole, nests well, and every span is where it says."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pages.marking import Mark, marked
from app.pages.reader import ALL_KINDS, WINDOW, Window, kind_of, kinds_asked, parts_of, window_at
from app.pages.render import exact, whole_from, whole_to


class _Read(HTMLParser):
    """The text of marked HTML, and which part of it each element covers, by id and by class."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[tuple[str, set[str], str | None, int]] = []
        self.by_id: dict[str, str] = {}
        self.classed: list[set[str]] = []
        self.links: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("id") or given.get("href")
        self.open.append((tag, set((given.get("class") or "").split()), name, len(self.text)))

    def handle_endtag(self, tag: str) -> None:
        opened, _, name, start = self.open.pop()
        assert opened == tag, "elements nest"
        if tag == "a" and name:
            self.links.append((name, self.text[start:]))
        elif name:
            assert name not in self.by_id, "an id stands once"
            self.by_id[name] = self.text[start:]

    def handle_data(self, data: str) -> None:
        self.text += data
        self.classed += [set().union(*(classes for _, classes, _, _ in self.open))] * len(data)


def _read(html: str) -> _Read:
    found = _Read()
    found.feed(str(html))  # a Markup would escape what it is put together with
    found.close()
    assert found.open == []
    return found


def _link(start: int, end: int) -> str:
    return f"{start}-{end}"


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, list[Mark], tuple[int, int] | None]:
    """A text, marks over it in any order, nesting and crossing, and perhaps a span to open at."""
    text = draw(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=60)
    )
    at = st.integers(0, len(text))
    span = st.tuples(at, at).filter(lambda s: s[0] != s[1]).map(lambda s: (min(s), max(s)))
    marks = draw(
        st.lists(
            st.builds(lambda s, kind: Mark(s[0], s[1], kind), span, st.sampled_from(ALL_KINDS)), max_size=8
        )
    )
    return text, marks, draw(st.none() | span)


@given(cases())
def test_the_text_stays_whole_and_every_mark_covers_its_words(
    case: tuple[str, list[Mark], tuple[int, int] | None],
) -> None:
    text, marks, target = case
    found = _read(marked(text, marks, window_at(len(text), 0), target, _link))
    assert found.text == text
    for at in range(len(text)):
        wanted = {f"k-{m.kind}" for m in marks if m.start <= at < m.end}
        assert {name for name in found.classed[at] if name.startswith("k-")} == wanted
        assert ("target" in found.classed[at]) == (target is not None and target[0] <= at < target[1])
    assert {f"t{m.start}-{m.end}" for m in marks} <= set(found.by_id)
    spans = {_link(m.start, m.end) for m in marks}
    assert {name for name, _ in found.links} <= spans
    for name, words in found.links:
        start, end = map(int, name.split("-"))
        assert words in text[start:end]


def test_an_outer_line_stands_below_the_lines_inside_it() -> None:
    text = "Sở Y tế xét nghiệm"
    marks = [Mark(0, 18, "assigns"), Mark(0, 18, "cites"), Mark(0, 7, "names"), Mark(3, 7, "orders")]
    html = marked(text, marks, window_at(len(text), 0), None, _link)
    assert '<span class="k k-assigns k-cites under2" id="t0-18">' in html
    assert '<span class="k k-names under1" id="t0-7">' in html
    assert '<span class="k k-orders" id="t3-7">' in html


def test_markup_in_a_text_is_shown_as_text() -> None:
    text = '<script>alert(1)</script> & "chỉ thị"\r\n'
    html = marked(text, [Mark(0, 8, "orders")], window_at(len(text), 0), None, _link)
    assert "<script" not in html
    assert _read(html).text == text


@given(
    st.integers(0, 5 * WINDOW), st.integers(0, 6 * WINDOW), st.lists(st.integers(0, 5 * WINDOW), max_size=20)
)
def test_parts_hold_the_position_and_join_without_gap(length: int, position: int, starts: list[int]) -> None:
    found = window_at(length, position, starts)
    if position < length:
        assert found.start <= position < found.end
    assert 0 <= found.start <= found.end <= length
    assert found.end - found.start <= WINDOW
    assert (found.before is None) == (found.start == 0) == (found.at == 1)
    assert (found.after is None) == (found.end == length) == (found.at == found.of)
    if found.after is not None:
        following = window_at(length, found.after, starts)
        assert (following.start, following.before, following.at) == (found.end, found.start, found.at + 1)


def test_a_part_ends_where_a_provision_begins() -> None:
    assert parts_of(2 * WINDOW, [10, WINDOW - 7, WINDOW + 5]) == [0, WINDOW - 7, 2 * WINDOW - 7]
    assert parts_of(WINDOW, [10, 20]) == [0]


@pytest.mark.parametrize(
    ("relationship", "detail", "kind"),
    [
        ("CITES", "implements", "cites"),
        ("CITES", "self", "own"),
        ("ORDERS", "ordered", "orders"),
        ("TEXT_OF", None, "own"),
        ("SENT_TO", "recipient", "own"),
    ],
)
def test_a_statement_has_a_kind(relationship: str, detail: str | None, kind: str) -> None:
    assert kind_of(relationship, detail) == kind


def test_unknown_kinds_show_all() -> None:
    assert kinds_asked(["orders", "nonsense"]) == {"orders"}
    assert kinds_asked([]) == kinds_asked(["nonsense"]) == set(ALL_KINDS)


@given(st.text())
def test_escaped_text_holds_no_markup_and_no_bare_carriage_return(text: str) -> None:
    html = exact(text)
    assert "<" not in html
    assert "\r" not in html


def test_a_stop_left_over_behind_an_inner_mark_is_no_link_of_its_own() -> None:
    text = "Sở Y tế."
    whole = Window(0, len(text), 1, 1, None, None)
    found = _read(marked(text, [Mark(0, 8, "assigns"), Mark(0, 7, "names")], whole, None, _link))
    assert (found.text, found.links) == (text, [("0-7", "Sở Y tế")])


@pytest.mark.parametrize(
    ("words", "cut", "start", "end"),
    [
        ("ện pháp sau đâ", True, "…pháp sau đâ", "ện pháp sau…"),
        ("ện pháp sau đâ", False, "ện pháp sau đâ", "ện pháp sau đâ"),
        ("mộttừ", True, "…mộttừ", "mộttừ…"),
    ],
)
def test_a_passage_is_cut_between_words_and_says_so(words: str, cut: bool, start: str, end: str) -> None:
    assert (whole_from(words, cut), whole_to(words, cut)) == (start, end)
