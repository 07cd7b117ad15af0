"""Words that name a type of act (thể loại văn bản): where they stand and which type they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ingest.text.normalise import bare_of
from ingest.text.words import Hit, Phrases, Words
from ingest.vocabulary import Vocabulary
from ingest.vocabulary.once import Once

# Fuller or other names of a type in use; "" is an act of no said type ("văn bản số 3218/TTr-BKHĐT").
_OTHER_NAMES = {
    "thông báo kết luận": "Thông báo",
    "thông báo ý kiến kết luận": "Thông báo",
    "công điện khẩn": "Công điện",
    "công điện hỏa tốc": "Công điện",
    "điện mật": "Công điện",
    "công văn hỏa tốc": "Công văn",
    "công văn khẩn": "Công văn",
    "bộ luật": "Luật",
    "lời kêu gọi": "Lời kêu gọi",
    "nghị quyết liên tịch": "Nghị quyết",
    "báo cáo thẩm tra": "Báo cáo",
    "văn bản": "",
    "thông tri": "Thông tri",
}
# English names as translations of these acts write them; doc_types.csv gives a gloss, this the usage.
_ENGLISH = {
    "directive": "Chỉ thị",
    "resolution": "Nghị quyết",
    "decision": "Quyết định",
    "decree": "Nghị định",
    "circular": "Thông tư",
    "conclusion": "Kết luận",
    "official telegram": "Công điện",
    "telegram": "Công điện",
    "official dispatch": "Công văn",
    "official letter": "Công văn",
    "dispatch": "Công văn",
    "notice": "Thông báo",
    "notice of conclusion": "Thông báo",
    "plan": "Kế hoạch",
    "law": "Luật",
}


# Abbreviations that stand for the type word in hurried texts: "NQ số 11/NQ-CP", "CT 16".
_SHORT = {"nq": "Nghị quyết", "ct": "Chỉ thị", "qđ": "Quyết định", "nđ": "Nghị định", "cv": "Công văn"}


@dataclass(frozen=True, slots=True)
class ActWord:
    """Words `first` to `last` name a type; `doc_type` is its canonical name, "" where no type is said."""

    first: int
    last: int
    doc_type: str


def act_words(words: Words, vocabulary: Vocabulary) -> Mapping[int, ActWord]:
    """The longest type word that ends at each word, by the index of that word; marks are not needed."""
    phrases, types = _phrases(vocabulary)
    found: dict[int, ActWord] = {}
    for hit in phrases.find(words):
        if words.broken(hit.first, hit.last) or _part_of_symbol(words, hit):
            continue
        best = found.get(hit.last)
        if best is None or hit.first < best.first:
            found[hit.last] = ActWord(hit.first, hit.last, types[hit.phrase])
    return found


def _part_of_symbol(words: Words, hit: Hit) -> bool:
    """Whether a one-word abbreviation is no type word: in small letters, or inside a symbol (16/CT-TTg)."""
    if hit.first != hit.last or words.key(hit.first) not in _SHORT:
        return False
    text, start, end = words.view.text, words.starts[hit.first], words.ends[hit.first]
    inside = text[max(0, start - 2) : start].strip()[-1:] in ("/", "-", "\\") or text[end : end + 1] in (
        "-",
        "/",
    )
    return inside or not text[start:end].isupper()


def names_of(code: str, vocabulary: Vocabulary) -> frozenset[str]:
    """All type names that a code of a symbol may stand for (QĐ: Quyết định, Quy định)."""
    return frozenset(
        row.name
        for row in vocabulary.doc_types
        if row.code == code or (not row.code and code in row.variants)
    )


def _build(vocabulary: Vocabulary) -> tuple[Phrases, tuple[str, ...]]:
    table = {bare_of(row.name): row.name for row in vocabulary.doc_types}
    table |= {bare_of(name): kind for name, kind in (_OTHER_NAMES | _ENGLISH | _SHORT).items()}
    return Phrases(table, bare=True), tuple(table.values())


_phrases = Once(_build)
