"""Small acts for tests of reuse: a letterhead that the extractors read, and tasks of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"

GATE = (
    "Các chợ đầu mối chỉ mở cửa từ ba giờ đến bảy giờ sáng, mỗi quầy cách nhau ba mét, người bán không ngồi "
    "lại sau giờ bán và tự quét dọn chỗ của mình."
)
BOAT = (
    "Chủ bến đò ghi sổ từng chuyến, khách ngồi so le, áo phao phơi nắng sau mỗi lượt chở và không nhận khách "
    "đang ho sốt xuống đò."
)
WELL = (
    "Mỗi thôn cử hai người trông coi giếng làng, thau rửa bể chứa vào sáng chủ nhật và ghi lại lượng nước đã "
    "cấp cho từng hộ."
)


def day(date: str) -> str:
    """An ISO date as a letterhead prints it."""
    year, month, of_month = date.split("-")
    return f"ngày {int(of_month):02} tháng {int(month):02} năm {year}"


def central(number: int, date: str, tasks: Sequence[str], closing: str = "") -> str:
    """A directive of the Prime Minister."""
    head = f"THỦ TƯỚNG CHÍNH PHỦ\n-------\n{NATION}\n-------\nSố: {number:02}/CT-TTg\nHà Nội, {day(date)}"
    return _act(head, "Về công tác phòng dịch", "Thủ tướng Chính phủ chỉ thị:", tasks, closing)


def provincial(province: str, number: int, date: str | None, tasks: Sequence[str], closing: str = "") -> str:
    """A directive of a province's People's Committee; `date` None prints none."""
    place = f"\n{province}, {day(date)}" if date else ""
    head = f"ỦY BAN NHÂN DÂN\nTỈNH {province.upper()}\n-------\n{NATION}\n-------\nSố: {number:02}/CT-UBND"
    head = f"{head}{place}"
    return _act(head, "Về việc phòng dịch", "Ủy ban nhân dân tỉnh yêu cầu:", tasks, closing)


def district(province: str, unit: str, number: int, date: str, tasks: Sequence[str]) -> str:
    """A district committee's letter of the Party."""
    head = (
        f"TỈNH ỦY {province.upper()}\nHUYỆN ỦY {unit.upper()}\n*\nSố {number}-CT/HU\n\nĐẢNG CỘNG SẢN VIỆT NAM"
    )
    head = f"{head}\n{unit}, {day(date)}"
    return _act(head, "về phòng dịch", "Ban Thường vụ Huyện ủy yêu cầu:", tasks, "")


def _act(head: str, subject: str, opening: str, tasks: Sequence[str], closing: str) -> str:
    body = "\n\n".join(f"{i}. {task}" for i, task in enumerate(tasks, 1))
    parts = (head, f"CHỈ THỊ\n{subject}", opening, body, closing, "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n")
    return "\n\n".join(part for part in parts if part)


def own(topic: str) -> str:
    """A task in words that only this topic has."""
    return f"Giao đội {topic} sửa mái kho {topic}, kẻ lại biển {topic} và nộp bảng kê {topic} trước thứ sáu."


def write(folder: Path, **texts: str) -> dict[str, Path]:
    """Texts as files of a folder, by name."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {name: folder / f"{name}.txt" for name in texts}
    for name, text in texts.items():
        paths[name].write_text(text, encoding="utf-8")
    return paths
