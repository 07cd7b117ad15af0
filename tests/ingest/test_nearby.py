"""Which mentions belong to which task: against the plain definition, on any nesting."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.documents import Assignment, Mention
from ingest.statements.nearby import Along, by_innermost


def mention(start: int, end: int) -> Mention:
    return Mention(start, end, "x" * (end - start), "BODY", None)


@st.composite
def nested(draw: st.DrawFn, start: int = 0, end: int = 40) -> list[Assignment]:
    """Tasks that lie inside or beside one another, never across."""
    if end - start < 4 or not draw(st.booleans()):
        return []
    a = draw(st.integers(start, end - 2))
    b = draw(st.integers(a + 1, end))
    return [Assignment(a, b, (), ()), *draw(nested(a + 1, b)), *draw(nested(b, end))]


@given(nested(), st.lists(st.integers(0, 38)))
def test_a_mention_belongs_to_the_smallest_task_that_holds_it(
    tasks: list[Assignment], starts: list[int]
) -> None:
    mentions = [mention(start, start + 1) for start in sorted(set(starts))]
    found = by_innermost(mentions, tasks)
    for one in mentions:
        holding = [i for i, t in enumerate(tasks) if t.start <= one.start and one.end <= t.end]
        wanted = min(holding, key=lambda i: tasks[i].end - tasks[i].start, default=None)
        assert [i for i, ones in enumerate(found) if one in ones] == ([] if wanted is None else [wanted])


def test_mentions_are_found_by_where_they_start() -> None:
    along = Along([mention(9, 12), mention(3, 5), mention(3, 9)], "BODY")
    assert [(m.start, m.end) for m in along.starting(3, 8)] == [(3, 9), (3, 5)]
    assert list(along.starting(4, 8)) == []
