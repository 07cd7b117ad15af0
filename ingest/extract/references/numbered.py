"""Citations that carry a number: with its symbol (Chỉ thị số 16/CT-TTg), in lists, or bare (Chỉ thị
16)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.extract.reading import Reading
from ingest.extract.references.act_words import ActWord, names_of
from ingest.extract.references.cited import Cited
from ingest.extract.references.identifiers import Identifiers, Tail
from ingest.numbering.numbers import FoundNumber, doc_type_of, issuer_of
from ingest.text.words import Words

# "số", and what scanners make of it ("sô", "so", "sé", "s6"); "no." in English.
_NUMBER_WORD = re.compile(r"s[oé6ed]|no|nos|number")
# A law's title stands between its type word and its number: Luật Đầu tư công số 39/2019/QH14.
_LAW_TITLE_WORDS = 24
# Chỉ thị của Thủ tướng Chính phủ số 16/CT-TTg; Nghị quyết liên tịch mới số 403/…
_TITLE_WORDS = 6
# Types cited by a bare number in the press and in prose: Chỉ thị 16, Nghị quyết 68, Kết luận 07, Công văn
# số 79.
_BARE_TYPES = frozenset(
    (
        "Chỉ thị",
        "Nghị quyết",
        "Quyết định",
        "Công điện",
        "Kết luận",
        "Nghị định",
        "Thông tư",
        "Công văn",
        "Thông báo",
    )
)
# Types whose number stands behind a title, if anywhere, and whose parts are counted.
_TITLED = frozenset(("Luật", "Pháp lệnh", "Hợp đồng", "Biên bản", "Giấy mời"))
# Of these, when printed with a capital, nearly every number is one; only counted nouns speak against it.
_NAMED_TYPES = frozenset(("Chỉ thị", "Nghị quyết", "Công điện", "Nghị định", "Thông tư", "Kết luận"))
_COUNTED = re.compile(
    r"\s+(?:nam|thang|tuan|gio|noi dung|van de|diem|nhiem vu|giai phap|bien phap|truong hop|ca|nguoi|don vi"
    r"|dieu|muc tieu|nhom|lan|dong chi|ca nhan|co quan|can bo|dia phuong|tinh|huyen|xa|phuong an"
    r"|cong ty|doanh nghiep"
    r"|chot|vu|ho|xe|y kien|yeu cau|buoc|cap|loai|ngay\s+(?!\d))\b"
)
# Directives named after their regimes are listed before any word: "Chỉ thị 15, 16, 19 linh hoạt".
_REGIMES = ("15", "16", "19")
_BARE = re.compile(r"\d{1,5}(?:/(?:19|20)\d{2})?(?![\w/]|[-.,]\d|\s?%)")
_BARE_NEXT = re.compile(r"\s*(?:,\s*(?:va\s+|hoac\s+)?|;\s*|\s(?:va|hoac|hay|and)\s+)(?:so\s+)?(?=\d)")
# What may follow a bare number when no "số" stands before it: "Nghị quyết 68 của …", never "kế hoạch 5
# năm".
_AFTER_BARE = re.compile(
    r"\s*(?:$|[.,;:)\]\"'|/+-]|\n|(?:ngay|cua|ve|va|hoac|hay|tren|tai|la|cho|de|doi|trong|theo|thi|den|tu|duoc|da|co|nhu"
    r"|voi|khong|cung|neu|nay|thay|truoc|sau|sang|o|vao|phai|se|bi|con|khi|vi|do|and|or|on|in|to|of|was|is)\b)"
)


def find_numbered(
    reading: Reading,
    numbers: Sequence[FoundNumber],
    identifiers: Identifiers,
    doc_words: Mapping[int, ActWord],
) -> list[Cited]:
    """Every citation with a number, in text order."""
    cited = [_with_symbol(reading, n, identifiers, doc_words) for n in numbers]
    taken = frozenset(n.start for n in numbers)
    cited += _bare_numbers(reading, identifiers, doc_words, taken)
    return _share_in_lists(reading, sorted(cited, key=lambda c: c.start))


def _with_symbol(
    reading: Reading, number: FoundNumber, identifiers: Identifiers, doc_words: Mapping[int, ActWord]
) -> Cited:
    word = type_before(reading.words, number.start, doc_words)
    start = reading.words.starts[word.first] if word else number.start
    tail = _tail(number.start, start, number.end, identifiers)
    symbol_type = doc_type_of(number, reading.vocabulary)
    # In a table of acts the number stands for itself; in running text its symbol tells the type.
    row = identifiers.in_row(number.start, number.end) is not None
    doc_type = (word.doc_type if word else "") or (None if row else symbol_type)
    return Cited(
        start=start,
        end=tail.end,
        kind="numbered",
        rule="number-with-type-word" if word else "number-alone",
        number=number.value,
        number_start=number.start,
        number_end=number.end,
        doc_type=doc_type,
        date=tail.date,
        issuer=tail.issuer or issuer_of(number, reading.vocabulary),
        issuer_code=number.issuer_code,
        symbol_type=symbol_type,
        problem=tail.problem or _misquoted(reading, number, word, symbol_type),
    )


def _tail(number_start: int, start: int, end: int, identifiers: Identifiers) -> Tail:
    """Date and issuer behind the number; what is missing there may stand before it, or in its table
    row."""
    tail = identifiers.behind(end)
    undated = tail.date is None and tail.problem is None
    if undated or tail.issuer is None:
        more = identifiers.before(start) or identifiers.in_row(number_start, end)
        if more:
            tail = Tail(
                tail.end,
                tail.date or (more.date if not tail.problem else None),
                tail.issuer or more.issuer,
                tail.problem or more.problem,
            )
    return tail


def _misquoted(
    reading: Reading, number: FoundNumber, word: ActWord | None, symbol_type: str | None
) -> str | None:
    """Rule 9 of the guidelines: the printed symbol contradicts the type word ("công văn số
    1378-CT/TU")."""
    if word is None or not word.doc_type or symbol_type is None or word.doc_type == symbol_type:
        return None
    if number.type_code and word.doc_type in names_of(number.type_code, reading.vocabulary):
        return None
    return f"called {word.doc_type}, the symbol {number.value} is that of {symbol_type}"


def type_before(words: Words, position: int, doc_words: Mapping[int, ActWord]) -> ActWord | None:
    """The type word that the number at `position` belongs to; None where it stands alone."""
    index = words.before(position)
    said_number = index >= 0 and _NUMBER_WORD.fullmatch(words.bare(index)) is not None
    if said_number:
        index -= 1
    for last in range(index, max(-1, index - _LAW_TITLE_WORDS), -1):
        word = doc_words.get(last)
        distance = index - last
        if word and _belongs(word, distance, said_number):
            return word if not words.broken(word.last, index + said_number) else None
        if (
            word
            or words.key(last)[:1].isdigit()
            or words.gap(last + 1).strip() not in ("", ",", "-", ":", '"')
        ):
            return None
    return None


def _belongs(word: ActWord, distance: int, said_number: bool) -> bool:
    if distance == 0:
        return True
    if word.doc_type in ("Luật", "Pháp lệnh"):
        return True
    return said_number and distance <= _TITLE_WORDS and word.doc_type != ""


def _bare_numbers(
    reading: Reading,
    identifiers: Identifiers,
    doc_words: Mapping[int, ActWord],
    taken: frozenset[int],
) -> list[Cited]:
    found: list[Cited] = []
    for word in doc_words.values():
        named = word.doc_type not in _TITLED and _numbered(reading.words, word.last + 1)
        if word.doc_type in _BARE_TYPES or named:
            found.extend(_bare_list(reading, word, identifiers, taken))
    return found


def _numbered(words: Words, index: int) -> bool:
    """Whether "số" stands at a word: "văn bản số 4268" is one act, "văn bản 3 trang" is none."""
    return index < len(words) and _NUMBER_WORD.fullmatch(words.bare(index)) is not None


def _bare_list(
    reading: Reading, word: ActWord, identifiers: Identifiers, taken: frozenset[int]
) -> list[Cited]:
    """ "Chỉ thị 16", "Chỉ thị 15, 16 và 19": one citation for each number, the first with its type
    word."""
    words, view = reading.words, reading.view
    index = word.last + 1
    said = _numbered(words, index)
    if index + said >= len(words) or words.broken(word.last, index + said):
        return []
    start, position = words.starts[word.first], words.starts[index + said]
    members: list[Cited] = []
    while match := _BARE.match(view.text, position):
        if match.start() in taken or not _stands(reading, word, match, said, listed=bool(members)):
            break
        tail = _tail(match.start(), start, match.end(), identifiers)
        certain = word.doc_type in _BARE_TYPES or len(match.group()) > 2
        if not (certain or tail.date or tail.issuer):
            break  # "khác văn bản số 2": the second of a list
        members.append(_bare(match, start, word, tail))
        following = _BARE_NEXT.match(view.bare, tail.end)
        if following is None:
            break
        start = position = following.end()
    return members


def _stands(reading: Reading, word: ActWord, match: re.Match[str], said: bool, *, listed: bool) -> bool:
    """Whether digits are a number and no count: "Chỉ thị 16 tăng cường", but not "kết luận 3 nội
    dung"."""
    if not said and re.fullmatch(r"(?:19|20)\d{2}", match.group()):
        return False
    bare = reading.view.bare
    if said and not listed:
        return _COUNTED.match(bare, match.end()) is None
    if listed and match.group() in _REGIMES and word.doc_type == "Chỉ thị":
        return _COUNTED.match(bare, match.end()) is None
    title = (
        not listed
        and reading.view.text[reading.words.starts[word.first]].isupper()
        and word.doc_type in _NAMED_TYPES
    )
    return (
        not _COUNTED.match(bare, match.end()) if title else _AFTER_BARE.match(bare, match.end()) is not None
    )


def _bare(match: re.Match[str], start: int, word: ActWord, tail: Tail) -> Cited:
    return Cited(
        start=start,
        end=tail.end,
        kind="numbered",
        rule="bare-number",
        number=match.group(),
        number_start=match.start(),
        number_end=match.end(),
        doc_type=word.doc_type or None,
        date=tail.date,
        issuer=tail.issuer,
        bare=True,
        problem=tail.problem,
    )


_JOINT = re.compile(r"[\s,;]{0,4}(?:va|and|hoac|cung)?[\s,]{0,3}(?:cac\s)?(?:so\s{0,2}:?)?[\s:]{0,2}")


def _share_in_lists(reading: Reading, cited: list[Cited]) -> list[Cited]:
    """Members of one list share the type word of its first and the issuer of its last ("của UBND
    tỉnh")."""
    for i in range(1, len(cited)):
        agrees = cited[i].symbol_type in (None, cited[i - 1].doc_type)
        if cited[i].doc_type is None and agrees and _joined(reading, cited[i - 1], cited[i]):
            doc_type = cited[i - 1].doc_type
            cited[i] = replace(
                cited[i], doc_type=doc_type, rule="number-in-list" if doc_type else cited[i].rule
            )
    for i in range(len(cited) - 1, 0, -1):
        left, right = cited[i - 1], cited[i]
        if left.issuer is None and _joined(reading, left, right) and left.issuer_code == right.issuer_code:
            cited[i - 1] = replace(left, issuer=right.issuer)
    return cited


def _joined(reading: Reading, left: Cited, right: Cited) -> bool:
    between = reading.view.bare[left.end : right.start]
    return len(between) < 20 and _JOINT.fullmatch(between) is not None and "\n\n" not in between
