"""A measure as the state of those who benefit (người đang cách ly … được hỗ trợ): told apart, not ordered."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BEFORE = 14  # words between those who benefit and the measure
_BEHIND = 12  # words between the measure and what they are given
_IN_STATE = re.compile(
    r"\b(?:người|trẻ em|trẻ|học sinh|lao động|công nhân|công dân|bệnh nhân|trường hợp|đối tượng|hộ|f0|f1)"
    r"(?: (?!yêu|đề|để|chỉ)\w+){0,6}? (?:đang|phải|bị)(?: \w+){0,6}$"
)
_GIVEN = re.compile(
    r"(?: (?!phải|không|yêu)\w+){0,8}? được (?:\w+ ){0,4}?(?:hỗ trợ|hưởng|nghỉ|trợ cấp|chi trả)\b"
)


def of_beneficiary(keys: Sequence[str], levels: Sequence[int], first: int, last: int) -> bool:
    """Whether the measure at words [first, last] is the state of somebody who is given something.

    No mark may stand between the measure and the gift: behind a comma the gift is a clause of its own.
    """
    start = first
    while start > 0 and first - start < _BEFORE and not levels[start]:
        start -= 1
    stop = last + 1
    while stop < len(keys) and stop - last <= _BEHIND and not levels[stop]:
        stop += 1
    said, behind = " ".join(keys[start:first]), "".join(f" {key}" for key in keys[last + 1 : stop])
    return bool(_IN_STATE.search(said) and _GIVEN.match(behind))
