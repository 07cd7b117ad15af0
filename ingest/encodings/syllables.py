"""What a written Vietnamese syllable (âm tiết) is: the yardstick by which encodings are told apart.

A text read in its own encoding is made of such syllables; read in another, its marked words are none. The
parts are those of the spelling in use (quốc ngữ): an initial, a rhyme, one tone; a rhyme that ends in a stop
takes sắc or nặng only.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_INITIALS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_RHYMES = """
a e ê i o ô ơ u ư y ia ua ưa ai ay ây oi ôi ơi ui ưi uôi ươi ao eo au âu êu iu ưu iêu yêu ươu oa oe uê uy uơ
oai oay uây oao oeo uya uyu am ăm âm em êm im om ôm ơm um ươm iêm yêm uôm oam oăm an ăn ân en ên in on ôn ơn
un ưn iên yên uôn ươn oan oăn oen uân uyên uyn ang ăng âng eng êng ong ông ung ưng iêng yêng uông ương oang
oăng uâng oong anh ênh inh oanh uênh uynh ynh ym
"""
_STOPPED = """
ap ăp âp ep êp ip op ôp ơp up ưp iêp yêp uôp ươp oap at ăt ât et êt it ot ôt ơt ut ưt iêt yêt uôt ươt oat oăt
oet uât uyêt uyt yt ac ăc âc ec oc ôc uc ưc iêc uôc ươc oac oăc ooc ach êch ich oach uêch uych ych
"""
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_STOP_TONES = frozenset("\u0301\u0323")
_OPEN = frozenset(i + r for i in ["", *_INITIALS.split()] for r in _RHYMES.split())
_CLOSED = frozenset(i + r for i in ["", *_INITIALS.split()] for r in _STOPPED.split())
_LETTERS = re.compile(r"[^\s!-/:-@\[-`{-~\d“”‘’–—…•·«»°²³½§\u00a0\ufeff]+")
# QĐ, NĐ, HĐND: names in capitals, which no spelling rules.
_SHORT = re.compile(r"[A-ZĐ]+")


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a reading fits: of `marked` words with letters beyond ASCII, `syllables` are Vietnamese."""

    syllables: int
    marked: int

    @property
    def share(self) -> float:
        """The share of marked words that are syllables; 0 where there are none."""
        return self.syllables / self.marked if self.marked else 0.0

    def __str__(self) -> str:
        return f"{self.syllables:,} of {self.marked:,}"


def fit_of(text: str) -> Fit:
    """The fit of a text as it is read."""
    syllables = marked = 0
    for word in _LETTERS.findall(text):
        if word.isascii() or _SHORT.fullmatch(word):
            continue
        marked += 1
        syllables += is_syllable(word)
    return Fit(syllables, marked)


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Whether `word` is one written syllable, composed or decomposed, the tone on either of its places."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [c for c in parts if c in _TONES]
    plain = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
    if len(tones) > 1:
        return False
    return plain in _OPEN or (plain in _CLOSED and bool(tones) and tones[0] in _STOP_TONES)
