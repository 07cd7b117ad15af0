"""At which level a body stands (cấp): central, province, department, a ministry's office there, district,
commune.
"""

from __future__ import annotations

import re

from ingest.documents import Level

FIVE_CITIES = ("ha noi", "hai phong", "da nang", "can tho", "ho chi minh", "hcm")
# All on the `bare` reading. "Bộ Y tế", "Tổng cục Thuế"; not "Bộ Chỉ huy Quân sự tỉnh", "Bộ đội Biên phòng
# tỉnh".
_CENTRAL = re.compile(
    r"^(?!.*\bchi nhanh\b)(?:the prime minister|thu tuong|chinh\s?phu|quoc hoi|uy ban thuong vu"
    r"|chu tich nuoc|bo (?!chi huy|doi|phan)|ban bi thu|bo chinh tri|ban chap hanh trung uong|trung uong"
    r"|tong cuc|tong lien doan|van phong chinh phu|van phong trung uong|ban chi dao quoc gia"
    r"|kiem toan nha nuoc|ngan hang nha nuoc|thanh tra chinh phu|toa an nhan dan toi cao"
    r"|ban \w+ \w+ trung uong|uy ban kiem tra trung uong|dang cong san)"
)
# "xã Tân Phú", not "thị xã"; "quận 7", not "quản lý", "quân sự", "hải quan" (the marks are gone here).
COMMUNE = re.compile(r"\b(?<!thi )(?:xa(?! hoi)|phuong|thi tran) ")
DISTRICT = re.compile(
    r"\b(?:huyen|(?<!hai )(?<!co )(?<!tham )(?<!bao )quan(?! (?:ly|li|su|khu|doi|y))|thi xa|thi uy) "
)
# The first unit behind a body's name is its own: "UBND PHƯỜNG TÂN LỢI, THÀNH PHỐ BUÔN MA THUỘT".
_UNIT = re.compile(
    r"\b(?:(?P<province>tinh)|(?P<city>thanh pho|tp)|(?P<district>huyen|(?<!hai )(?<!co )quan|thi xa)"
    r"|(?P<commune>xa(?! hoi)|phuong|thi tran|dac khu))\b(?! (?:uy|ly|su|khu|doi|y)\b)"
)
# "Cục Thuế tỉnh Bắc Ninh", "Bảo hiểm xã hội tỉnh", "Công an tỉnh".
_DECONCENTRATED = re.compile(
    r"^(?:cuc|chi cuc|kho bac|bao hiem xa hoi|ngan hang|toa an|vien kiem sat|cong an|bo chi huy|bo doi)\b"
)
_DEPARTMENT = re.compile(
    r"^(?:so |ban quan l[yi]|van phong|thanh tra|trung tam"
    r"|ban (?:tuyen giao|to chuc|dan van|noi chinh|dan toc)"
    r"|uy ban kiem tra|truong |benh vien|dai phat thanh)"
)
# "SỞ Y TẾ BẮC NINH" alone above a centre or sub-department; not where a district stands above as well.
_PROVINCES_DEPARTMENT = re.compile(
    r"^(?:.*\b(?:ubnd|uy ban nhan dan) (?:tinh|thanh pho)\b.*?)?so (?!.*\b(?:huyen|thi xa) )"
)
_DISTRICT_BODIES = ("thanh-uy-tinh", "ubnd-huyen", "huyen-uy", "thi-uy", "quan-uy")
_PROVINCIAL = re.compile(r"\b(?:tinh|thanh pho|tp) ")


def level_of(text: str, above: str, body: str, code: str) -> Level:
    """The level of the body `body` named `text` under the bodies `above` (`bare` readings); `code` as in the
    number.
    """
    head, superior = text.strip(" *-"), above.strip(" *-")
    under_ministry = bool(superior) and bool(_CENTRAL.match(superior))
    if under_department(superior):
        return "department"
    if _CENTRAL.match(head) or code.endswith("TW") or (under_ministry and not _PROVINCIAL.search(text)):
        return "central"
    if body in ("ubnd-xa", "dang-uy-xa") or unit_of(head) == "commune":
        return "commune"
    if body in _DISTRICT_BODIES or DISTRICT.search(f"{above} {text}"):
        return "district"
    if under_ministry or _DECONCENTRATED.match(head):
        return "deconcentrated"
    return "department" if _DEPARTMENT.match(head) else "province"


def unit_of(text: str) -> str | None:
    """The unit that a body's name is of (`bare` reading): province, city, district, commune or None."""
    found = _UNIT.search(text)
    return found.lastgroup if found else None


def is_central(text: str) -> bool:
    """Whether a name in the `bare` reading is that of a central body."""
    return bool(_CENTRAL.match(text.strip(" *-")))


def under_department(superior: str) -> bool:
    """Whether the body above is a department of a province: its chi cục and centres are of that level."""
    return bool(_PROVINCES_DEPARTMENT.match(superior))


def is_town(text: str) -> bool:
    """Whether a city is named that is none of the five under the centre (thành phố thuộc tỉnh)."""
    named = re.search(r"\b(?:thanh pho|tp|thanh uy) \w", text)
    return named is not None and not any(city in text for city in FIVE_CITIES)
