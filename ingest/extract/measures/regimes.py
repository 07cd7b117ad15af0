"""A regime named after the directive that made it: "áp dụng Chỉ thị 15", "giãn cách theo Chỉ thị số
16/CT-TTg".

As a citation ("Thực hiện Chỉ thị số 16/CT-TTg ngày … của Thủ tướng") the same words are no measure (rule 19):
the verb before the act, or a change of regime in the sentence, makes the difference.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.documents import Mention
from ingest.extract.measures.lexicon import lexicon_of
from ingest.extract.measures.separators import PLAIN
from ingest.extract.reading import Reading
from ingest.vocabulary import Vocabulary
from ingest.vocabulary.once import Once

# Words that make it a regime, right before the act, behind the state that it brings about. Elsewhere:
# "chuyển sang thực hiện Chỉ thị 15", "cách ly xã hội theo tinh thần Chỉ thị 16".
_LEADING = (
    r"(?:(?:(?:ở )?(?:mức|cấp độ|mức độ) )?"
    r"(?:(?:áp dụng|theo|thực hiện|nguyên tắc|tinh thần|qui định|các biện pháp|biện pháp|chế độ|nghiêm|của"
    r"|tại) )+|(?:lên|xuống|sang|từ) |(?:ở )?(?:mức|cấp độ|mức độ) )$"
)
_FIRM = "áp dụng|nguyên tắc|mức|cấp độ|biện pháp|thực hiện theo"
# A change of the regime, or its being in force. Elsewhere: "dừng thực hiện Chỉ thị 16 từ 0 giờ", "chuyển từ
# Chỉ thị 15 sang", "các huyện đang thực hiện Chỉ thị 16".
_CHANGE = re.compile(
    r"(?:dừng|kết thúc|chấm dứt|chuyển sang|chuyển từ|nâng lên|hạ xuống|không|tiếp tục|chưa|thôi|bãi bỏ"
    r"|thời gian|gỡ bỏ|đang)(?: việc| trạng thái| toàn tỉnh| các biện pháp| mức)?$"
)
# From one level to another: "hạ mức từ Chỉ thị 16 xuống Chỉ thị 15", "nâng lên Chỉ thị 16".
_SHIFT = re.compile(r"(?<!\w)(?:hạ|nâng|giảm|tăng|chuyển)(?!\w)")
_SHIFTED = re.compile(r"(?:lên|xuống|sang|từ) $")
# What only tells of a regime of another time or place. Elsewhere: "thời kỳ áp dụng Chỉ thị 16", "thuộc
# phạm vi áp dụng Chỉ thị 15".
_TOLD = re.compile(r"(?:thời kì|nới lỏng|giai đoạn|phạm vi)$")


@dataclass(frozen=True, slots=True)
class Regime:
    """Words [first, last] that name a regime."""

    first: int
    last: int
    measure: str


@dataclass(frozen=True, slots=True)
class _Forms:
    """How a vocabulary's regimes are written: the acts, what leads up to them, and which of that is firm."""

    measures: Mapping[str, str]
    act: re.Pattern[str]
    leading: re.Pattern[str]
    firm: re.Pattern[str]


def _compiled(vocabulary: Vocabulary) -> _Forms:
    lexicon = lexicon_of(vocabulary)
    states = _any(lexicon.regime_states)
    return _Forms(
        lexicon.regimes,
        re.compile(rf"(?<!\w)(?:{_any(lexicon.regimes)})(?= |$)"),
        re.compile(rf"(?:(?:thực hiện )?(?:{states}) )?{_LEADING}"),
        re.compile(rf"{states}|{_FIRM}"),
    )


def _any(phrases: Iterable[str]) -> str:
    """A pattern for any of some phrases, the longest first; for none, one that never matches."""
    return "|".join(map(re.escape, sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))) or "(?!)"


_forms = Once(_compiled)


def find_regimes(
    reading: Reading, references: tuple[Mention, ...], levels: Sequence[int]
) -> Iterator[Regime]:
    """Each regime, from its verb to the end of the act that names it."""
    words, forms = reading.words, _forms(reading.vocabulary)
    for match in forms.act.finditer(words.joined_key):
        first = _index(words.offsets, match.start())
        if first is None or words.offsets[first] != match.start():
            continue
        last = first + match.group().count(" ")
        opened = _opened(reading, first, levels, forms)
        if opened is not None:
            yield Regime(opened, _whole_act(reading, references, first, last), forms.measures[match.group()])


def _index(offsets: Sequence[int], position: int) -> int | None:
    found = bisect_right(offsets, position) - 1
    return found if found >= 0 else None


def _opened(reading: Reading, act: int, levels: Sequence[int], forms: _Forms) -> int | None:
    """The first word of the regime's name, or None where the act is only cited."""
    words = reading.words
    start = act
    while start > 0 and act - start < 9 and levels[start] == PLAIN:
        start -= 1
    before = " ".join(words.key(i) for i in range(start, act))
    match = forms.leading.search(f"{before} " if before else "")
    if match is None:
        return None
    leading = before[: match.start()].rstrip()
    if _TOLD.search(leading):
        return None
    shifted = _SHIFTED.search(match.group()) and _SHIFT.search(before)
    if not (forms.firm.search(match.group()) or _CHANGE.search(leading) or shifted):
        return None
    return act if shifted else act - match.group().count(" ")


def _whole_act(reading: Reading, references: tuple[Mention, ...], first: int, last: int) -> int:
    """The last word of the act: that of the reference which covers it, else of the symbol."""
    a, b = reading.view.home(*reading.words.span(first, last))
    ends = [r.end for r in references if r.start <= a and b <= r.end]
    if not ends:
        return last
    return max(last, reading.words.before(reading.view.here(a, max(ends))[1]))
