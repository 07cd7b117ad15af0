"""An adoption stands beside the directive's own words that are most like its own."""

from __future__ import annotations

import pytest

from app.answers.echoing.pieces import most_alike
from ingest.steps.echo_rows import Origin

ORDERS = [
    Origin("d", quote, start, start + len(quote)) for start, quote in ((10, "cách ly"), (90, "Cách ly y tế"))
]


@pytest.mark.parametrize(
    ("quote", "start"),
    [("cách ly", 10), ("cách  ly\ny tế", 90), ("cách ly y tế tập trung", 90)],
)
@pytest.mark.parametrize("turned", [False, True])
def test_the_words_most_alike_are_taken_in_whatever_order(quote: str, start: int, turned: bool) -> None:
    found = most_alike(quote, ORDERS[::-1] if turned else ORDERS)
    assert found is not None
    assert found.start == start


def test_of_words_equally_alike_the_first_are_taken() -> None:
    twice = [Origin("d", "cách ly", start, start + 7) for start in (40, 5)]
    assert most_alike("cách ly", twice) is twice[0]
    assert most_alike("cách ly", []) is None
