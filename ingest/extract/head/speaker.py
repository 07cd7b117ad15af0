"""Who speaks in a document: the body that the preamble lets speak, or that the signing mark names.

"Ban Thường vụ Tỉnh ủy yêu cầu: …", "Chủ tịch UBND tỉnh kết luận như sau", "T/M BAN THƯỜNG VỤ".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.documents import Signer
from ingest.extract.boards import boards_of
from ingest.extract.reading import Reading
from ingest.text.normalise import bare_of
from ingest.vocabulary import Vocabulary

# What a speaker does in the preamble: "… yêu cầu:", "… kết luận như sau:", "… ban hành Kế hoạch".
_SAYS = (
    r"\s*(?:,\s*)?(?:da |cung |thong nhat |co )?(?:yeu cau|chi thi|ket luan|quyet nghi|quyet dinh|de nghi"
    r"|chi dao|ban hanh"
    r"|xay dung ke hoach|phan cong|co y kien|y kien|thong bao|huong dan|giao |dien\b|trien khai|quan triet"
    r"|bao cao|keu goi)"
)
# The committee's place behind its name: "Ban Thường vụ Tỉnh ủy Sơn La", "UBND tỉnh Bà Rịa - Vũng Tàu".
_PLACE = r"((?: (?:- )?[a-z]+){0,5}?)"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A body that may speak for its committee: its name in the `bare` reading, and how signing marks write
    it.
    """

    body: str
    name: str
    mark: str = ""


PARTY = (
    Speaker("btv-tu", r"(?:ban thuong vu|btv)\s+(?:tinh|thanh)\s+uy", r"ban thuong vu"),
    Speaker("tt-tu", r"thuong truc\s+(?:tinh|thanh)\s+uy", r"thuong truc"),
    Speaker("bch-dang-bo", r"ban chap hanh\s+dang bo\s+(?:tinh|thanh pho)", r"ban chap hanh"),
)
STATE = (
    Speaker("ct-ubnd", r"chu tich\s+(?:ubnd|uy ban nhan dan)\s+(?:tinh|thanh pho)"),
    Speaker("ubnd-tinh", r"(?<!chu tich )(?:ubnd|uy ban nhan dan)\s+(?:tinh|thanh pho)"),
)
CENTRE = (
    Speaker("bct", r"bo chinh tri", r"bo chinh tri"),
    Speaker("bbt", r"(?:thuong truc )?ban bi thu", r"ban bi thu"),
)


def boards(vocabulary: Vocabulary) -> tuple[Speaker, ...]:
    """The province's board for the subject, where the vocabulary has one."""
    board = vocabulary.subject.provincial_board
    return (Speaker(board, boards_of(vocabulary).title),) if board else ()


def spoken(reading: Reading, speakers: tuple[Speaker, ...]) -> tuple[str, tuple[int, int]] | None:
    """The last of `speakers` who speaks in the preamble, with the view span of the words that name him.

    A wire's "… điện:" counts as speaking.
    """
    best: tuple[str, tuple[int, int]] | None = None
    for provision in reading.provisions:
        if provision.kind not in ("opening", "addressees"):
            continue
        start, end = reading.view.here(provision.start, provision.end)
        words = re.sub(r"\s", " ", reading.view.bare[start:end])
        says = r"\s*dien\b" if provision.kind == "addressees" else _SAYS
        for speaker in speakers:
            for m in re.finditer(f"({speaker.name}){_PLACE}{says}", words):
                place = re.findall(r"[^\W\d_]+", reading.view.text[start + m.start(2) : start + m.end(2)])
                if not all(word[0].isupper() for word in place):
                    continue
                if best is None or start + m.start() > best[1][0]:
                    best = speaker.body, (start + m.start(), start + m.end(1))
    return best


def announced(reading: Reading, speakers: tuple[Speaker, ...]) -> tuple[str, tuple[int, int]] | None:
    """The one of `speakers` who speaks in the last sentence of a preamble that leads over to the tasks with a
    colon ("Chủ tịch UBND tỉnh yêu cầu:"): proof enough in a text whose head and signature are lost.
    """
    said = spoken(reading, speakers)
    opening = next((p for p in reading.provisions if p.kind == "opening"), None)
    if said is None or opening is None:
        return None
    start, end = reading.view.here(opening.start, opening.end)
    begins = max(reading.view.text.rfind(stop, start, end) for stop in (". ", ".\n")) + 1
    leads = reading.view.text[start:end].rstrip().endswith(":")
    return said if leads and max(begins, start) <= said[1][0] < end else None


def signed(signer: Signer, speakers: tuple[Speaker, ...]) -> str | None:
    """The one of `speakers` that the signing mark names (T/M, T/L), or None."""
    mark = bare_of(signer.capacity.value) if signer.capacity else ""
    return next((s.body for s in speakers if s.mark and re.search(s.mark, mark)), None)
