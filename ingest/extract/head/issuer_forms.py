"""The names under which bodies issue acts, as words of the bare reading -> id; "" for a body without a
row.

Bare, for a name that follows "của" behind an act is read safely without its marks, which scanners lose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ingest.text.normalise import bare_of, key_of
from ingest.vocabulary import Subject, Vocabulary
from ingest.vocabulary.once import Once

# The five cities under the centre: their committees are of the provincial level.
CITIES = ("ha noi", "hai phong", "da nang", "ho chi minh", "can tho")
# Words that open the name of an organisation or office, with or without a row.
HEADS = frozenset(
    key_of(word)
    for word in (
        "bộ", "sở", "cục", "tổng", "ủy", "ubnd", "hđnd", "ban", "hội", "văn", "chi", "công", "viện",
        "trung", "liên", "đảng", "đoàn", "tỉnh", "thành", "huyện", "quận", "thị", "phòng", "trường",
        "bệnh", "ngân", "kho", "bảo", "tòa", "mặt", "quân", "học", "thanh", "kiểm", "đại", "chủ", "bí",
        "giám", "bcđ", "vụ", "phó", "trưởng", "chánh",
    )
)  # fmt: skip
UNMARKED_HEADS = frozenset(map(bare_of, HEADS))
# Words that no organisation's name goes over.
STOPS = frozenset(
    key_of(word)
    for word in (
        "về", "ban", "quy", "hướng", "tại", "để", "trong", "đã", "có", "là", "cho", "trên", "theo", "từ",
        "đến", "với", "nhằm", "do", "được", "yêu", "đề", "thì", "gửi", "nêu", "ngày", "số", "việc", "năm",
        "khi", "nên", "phải", "sẽ", "cũng", "như", "ở", "vào", "này", "trước", "sau", "của", "gắn",
    )
)  # fmt: skip
# Bodies of the centre have no level and no place behind their names.
CENTRAL = frozenset(
    (
        "ttg", "cp", "byt", "bct", "bbt", "bch-tw", "qh", "ubtvqh", "vptw", "vpcp", "tct-cp",
        "bcsd-cp", "qutw", "",
    )
)  # fmt: skip
# One committee, its bodies and offices; {c} is the committee's name.
_COMMITTEE = {
    "btv-tu": ("ban thường vụ {c}", "btv {c}"),
    "tt-tu": ("thường trực {c}",),
    "vptu": ("văn phòng {c}",),
    "btgtu": ("ban tuyên giáo {c}",),
    "bdvtu": ("ban dân vận {c}",),
    "btctu": ("ban tổ chức {c}",),
    "ubkttu": ("ủy ban kiểm tra {c}",),
    "bnctu": ("ban nội chính {c}",),
    "bi-thu-tu": ("bí thư {c}",),
}
_PEOPLE = {"people": ("{c}",), "chair": ("chủ tịch {c}",), "vp-ubnd": ("văn phòng {c} tỉnh",)}
_TEMPLATES: tuple[tuple[str, Mapping[str, tuple[str, ...]]], ...] = (
    ("tỉnh ủy", _COMMITTEE | {"tinh-uy": ("{c}",)}),
    ("thành ủy", _COMMITTEE | {"thanh-uy": ("{c}",)}),
    ("ủy ban nhân dân", _PEOPLE),
    ("ubnd", _PEOPLE),
)
_OTHER = {
    "thủ tướng chính phủ": "ttg", "thủ tướng": "ttg", "chính phủ": "cp", "the prime minister": "ttg",
    "prime minister": "ttg", "the government": "cp", "ministry of health": "byt", "the ministry of health":
    "byt", "the politburo": "bct", "bộ chính trị": "bct", "ban bí thư": "bbt", "thường trực ban bí thư":
    "bbt", "the secretariat": "bbt", "ban bí thư trung ương đảng": "bbt", "ban chấp hành trung ương":
    "bch-tw", "trung ương đảng": "bch-tw", "trung ương": "bch-tw", "ban chấp hành đảng bộ tỉnh":
    "bch-dang-bo", "ban chấp hành đảng bộ": "bch-dang-bo", "ban chấp hành đảng bộ thành phố": "bch-dang-bo",
    "hội đồng nhân dân tỉnh": "hdnd-tinh", "hđnd tỉnh": "hdnd-tinh", "quốc hội": "qh",
    "ủy ban thường vụ quốc hội": "ubtvqh", "huyện ủy": "huyen-uy", "thị ủy": "thi-uy", "quận ủy": "quan-uy",
    "ban thường vụ huyện ủy": "huyen-uy", "ban thường vụ thị ủy": "thi-uy", "ban thường vụ quận ủy":
    "quan-uy", "ngành y tế": "so-yt", "liên đoàn lao động": "ldld", "lđlđ": "ldld", "hội liên hiệp phụ nữ":
    "hoi-pn", "hội lhpn": "hoi-pn", "hội nông dân": "hoi-nd", "hội cựu chiến binh": "hoi-ccb", "tỉnh đoàn":
    "doan-tn", "ủy ban mttq": "ubmttq", "ubmttq": "ubmttq", "ban cán sự đảng ubnd tỉnh": "bcsd-ubnd",
    "ban cán sự đảng ủy ban nhân dân tỉnh": "bcsd-ubnd", "bcs đảng ubnd tỉnh": "bcsd-ubnd",
}  # fmt: skip
_PROVINCIAL = ("so-", "cdc", "bql", "cong-an", "quan-su", "ubmttq", "doan-tn", "hoi-", "ldld")

Forms = Mapping[tuple[str, ...], str]


def _issuer_forms(vocabulary: Vocabulary) -> tuple[Forms, int]:
    """Every form of a name, and the number of words of the longest."""
    table: dict[tuple[str, ...], str] = {}
    for code in vocabulary.issuer_codes.values():
        if code.level == "central" and code.sector != "suffix":
            _add(table, (code.name,), code.body)
    for body in vocabulary.bodies.values():
        if body.level == "central" or body.id.startswith(_PROVINCIAL):
            names = (body.name, *(a for a in body.aliases if "(" not in a and "/" not in a))
            _add(table, (n for n in names if len(n.split()) > 1), body.id)
    for committee, rows in _TEMPLATES:
        for body_id, forms in rows.items():
            _add(table, (form.format(c=committee) for form in forms), body_id)
    for form, body_id in (*_OTHER.items(), *_boards(vocabulary.subject)):
        _add(table, (form,), body_id)
    return table, max(len(words) for words in table)


def _boards(subject: Subject) -> Iterable[tuple[str, str]]:
    """The names of the subject's boards; `board` where the level alone decides between them."""
    for board in subject.boards:
        yield board, "board"
        yield f"{board} quốc gia", subject.national_board
        yield f"{board} tỉnh", subject.provincial_board


def _province_names(vocabulary: Vocabulary) -> frozenset[str]:
    """Names of provinces, bare; two-letter abbreviations are none here."""
    names = (n for row in vocabulary.provinces.values() for n in (row.name, *row.aliases) if len(n) > 3)
    return frozenset(" ".join(_words(n)) for n in names)


def _city_codes(vocabulary: Vocabulary) -> frozenset[str]:
    """The codes of the five cities under the centre."""
    return frozenset(code for code, row in vocabulary.provinces.items() if bare_of(row.name) in CITIES)


def _add(table: dict[tuple[str, ...], str], names: Iterable[str], body: str) -> None:
    for name in names:
        table[tuple(_words(name))] = body


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", bare_of(name))


issuer_forms = Once(_issuer_forms)
province_names = Once(_province_names)
city_codes = Once(_city_codes)
