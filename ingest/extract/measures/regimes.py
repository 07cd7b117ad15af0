"""A regime named after the directive that made it: "áp dụng Chỉ thị 15", "giãn cách theo Chỉ thị số
16/CT-TTg".

As a citation ("Thực hiện Chỉ thị số 16/CT-TTg ngày … của Thủ tướng") the same words are no measure (rule 19):
the verb before the act, or a change of regime in the sentence, makes the difference.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.documents import Mention
from ingest.extract.measures.separators import PLAIN
from ingest.extract.reading import Reading

_MEASURES = {"15": "gian-cach-ct15", "16": "gian-cach-ct16", "19": "gian-cach-ct19"}

# The act, in the `key` reading of words. Elsewhere: "chỉ thị 16 của thủ tướng", "chỉ thị số 15 ct ttg".
_ACT = re.compile(r"(?:chỉ thị (?:số )?|ct ?)(15|16|19)(?: ?ct ttg| ttg cp| ttg)?(?= |$)")
# Words that make it a regime, right before the act. Elsewhere: "chuyển sang thực hiện Chỉ thị 15",
# "cách ly xã hội theo tinh thần Chỉ thị 16".
_REGIME = re.compile(
    r"(?:(?:thực hiện )?(?:giãn cách|cách li)(?: xã hội)? )?(?:(?:ở )?(?:mức|cấp độ|mức độ) )?"
    r"(?:(?:áp dụng|theo|thực hiện|nguyên tắc|tinh thần|qui định|các biện pháp|biện pháp|chế độ|nghiêm|của"
    r"|tại) )+$"
)
_FIRM = re.compile(r"giãn cách|cách li|áp dụng|nguyên tắc|mức|cấp độ|biện pháp|thực hiện theo")
# A change of the regime, or its being in force. Elsewhere: "dừng thực hiện Chỉ thị 16 từ 0 giờ", "chuyển từ
# Chỉ thị 15 sang", "các huyện đang thực hiện Chỉ thị 16".
_CHANGE = re.compile(
    r"(?:dừng|kết thúc|chấm dứt|chuyển sang|chuyển từ|nâng lên|hạ xuống|không|tiếp tục|chưa|thôi|bãi bỏ"
    r"|thời gian|gỡ bỏ|đang)(?: việc| trạng thái| toàn tỉnh| các biện pháp| mức)?$"
)
# What only tells of a regime of another time or place. Elsewhere: "thời kỳ áp dụng Chỉ thị 16", "thuộc
# phạm vi áp dụng Chỉ thị 15".
_TOLD = re.compile(r"(?:thời kì|nới lỏng|giai đoạn|phạm vi)$")


@dataclass(frozen=True, slots=True)
class Regime:
    """Words [first, last] that name a regime."""

    first: int
    last: int
    measure: str


def find_regimes(
    reading: Reading, references: tuple[Mention, ...], levels: Sequence[int]
) -> Iterator[Regime]:
    """Each regime, from its verb to the end of the act that names it."""
    words = reading.words
    for match in _ACT.finditer(words.joined_key):
        first = _index(words.offsets, match.start())
        if first is None or words.offsets[first] != match.start():
            continue
        last = first + match.group().count(" ")
        opened = _opened(reading, first, levels)
        if opened is not None:
            yield Regime(opened, _whole_act(reading, references, first, last), _MEASURES[match.group(1)])


def _index(offsets: Sequence[int], position: int) -> int | None:
    found = bisect_right(offsets, position) - 1
    return found if found >= 0 else None


def _opened(reading: Reading, act: int, levels: Sequence[int]) -> int | None:
    """The first word of the regime's name, or None where the act is only cited."""
    words = reading.words
    start = act
    while start > 0 and act - start < 9 and levels[start] == PLAIN:
        start -= 1
    before = " ".join(words.key(i) for i in range(start, act))
    match = _REGIME.search(f"{before} " if before else "")
    if match is None:
        return None
    leading = before[: match.start()].rstrip()
    if _TOLD.search(leading):
        return None
    if not _FIRM.search(match.group()) and not _CHANGE.search(leading):
        return None
    return act - match.group().count(" ")


def _whole_act(reading: Reading, references: tuple[Mention, ...], first: int, last: int) -> int:
    """The last word of the act: that of the reference which covers it, else of the symbol."""
    a, b = reading.view.home(*reading.words.span(first, last))
    ends = [r.end for r in references if r.start <= a and b <= r.end]
    if not ends:
        return last
    return max(last, reading.words.before(reading.view.here(a, max(ends))[1]))
