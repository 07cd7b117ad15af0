"""Lines of a body -> blocks: one a printed mark, one a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.documents import ProvisionKind
from ingest.segmenting.layout import UNWRAPPED, Line, wrap_width
from ingest.segmenting.marks import (
    ARTICLE,
    BULLET,
    LEAF,
    NUMBER,
    PLUS,
    POINT,
    ROMAN,
    SUB,
    SUBSUB,
    TITLE,
    Mark,
    mark_of,
)
from ingest.segmenting.zone_cues import BASIS, ENACTING

# Names that hold a spaced hyphen: a line broken there is no bullet ("Sở Lao động / - Thương binh và Xã hội").
_HYPHEN_NAMES = (
    ("lao dong", "thuong binh"),
    ("ba ria", "vung tau"),
    ("phan rang", "thap cham"),
    ("giao duc", "dao tao"),
)
# Prose after the last task goes on with it where it begins with an order and names nobody ("Tập trung các
# biện
# pháp …", "Kịp thời chấn chỉnh …"); else it is the closing: who else shall act, the last formulas.
_ORDER = re.compile(
    r"^(?:tap trung|tang cuong|chi dao|to chuc|tuyen truyen|thuc hien|day manh|chu dong|phoi hop|kiem tra"
    r"|xu ly"
    r"|thuong xuyen|kip thoi|ra soat|nghiem tuc|huy dong|phat huy|bao dam|dam bao|nang cao|quan tam"
    r"|xay dung|chuan bi"
    r"|ho tro|tiep tuc|dong thoi|ngoai ra|ben canh do|kien quyet|tuyet doi|khan truong|quan ly|theo doi"
    r"|trong do"
    r"|lanh dao|de cao|phan cong|duy tri|cung co|van dong)\b"
)
# An order in a letter's prose: "… tỉnh yêu cầu các sở …", "Đề nghị …", "Giao Sở Y tế …".
_ORDERS = re.compile(
    r"(?<!theo )(?<!cac )\b(?:yeu cau|de nghi|giao (?=cho |so |cong an|uy ban|ubnd|ban |van phong))"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of view text that will be one provision; `rank` is that of its mark (see `marks`)."""

    kind: ProvisionKind
    start: int
    end: int
    rank: int = LEAF
    label: str = ""
    open: bool = False  # its own words end no sentence: a heading if something stands under it

    def until(self, end: int) -> Block:
        """The same block, grown to `end`."""
        return replace(self, end=end)


def body_blocks(lines: list[Line], *, closing: bool, letter: bool = False) -> list[Block]:
    """The blocks of what a document says. With `closing`, last prose after the tasks is told apart; of a
    `letter` in plain paragraphs, those that give its tasks from the preamble."""
    groups = _groups(lines)
    kinds = _kinds(groups)
    if letter and all(mark is None or mark.kind == "furniture" for _, mark in groups):
        _mark_plain_tasks(groups, kinds)
    if closing:
        _mark_closing(groups, kinds)
    return [_block(g, m, kind) for (g, m), kind in zip(groups, kinds, strict=True)]


def _groups(lines: list[Line]) -> list[tuple[list[Line], Mark | None]]:
    width = wrap_width(lines)
    groups: list[tuple[list[Line], Mark | None]] = []
    seen: dict[int, int] = {}  # rank -> last number printed there
    held: list[Line] = []  # page marks that wait for what goes on after them
    for line in lines:
        page = line.page_mark or line.apart or (line.furniture and not line.lower)
        if page or (line.rule and not _table(line)):
            held.append(line)
            continue
        mark = _nested(mark_of(line), seen)
        before = groups[-1][0][-1] if groups else None
        if mark is not None and not _plausible(mark, line, before, groups, seen):
            mark = None
        paged = any(x.page_mark for x in held)
        if mark is None and before is not None and _goes_on(before, line, groups[-1], width, paged):
            groups[-1][0].extend([*held, line])
        else:
            groups.extend(([x], Mark(LEAF, "furniture", "")) for x in held)
            groups.append(([line], mark))
            _note(mark, seen)
        held = []
    groups.extend(([x], Mark(LEAF, "furniture", "")) for x in held)
    return groups


def _nested(mark: Mark | None, seen: dict[int, int]) -> Mark | None:
    """A number in words ("Một là,") stands under one in figures, where there is one."""
    if mark is None or not mark.worded or NUMBER not in seen:
        return mark
    under = mark.number == 1 or seen.get(POINT) == mark.number - 1
    return replace(mark, rank=POINT, kind="point") if under else mark


def _note(mark: Mark | None, seen: dict[int, int]) -> None:
    if mark is None:
        return
    for rank in [r for r in seen if r > mark.rank]:
        del seen[rank]
    seen[mark.rank] = mark.number


def _plausible(
    mark: Mark,
    line: Line,
    before: Line | None,
    groups: list[tuple[list[Line], Mark | None]],
    seen: dict[int, int],
) -> bool:
    """Whether a mark is one: in the middle of a sentence it must carry on a series (not "đến hết ngày / 15.
    Các").
    """
    if mark.worded:  # "Hai là," goes on a series
        return mark.number == 1 or mark.number - 1 == seen.get(mark.rank, 0)
    if before is None or line.gap or before.ended:
        return mark.rank not in (SUB, SUBSUB) or _under(mark, seen)
    last = groups[-1][1]
    if mark.rank in (BULLET, PLUS):
        lower = line.text.lstrip("-+ ")[:1].islower()
        return not _broken_name(before, line) and (not lower or _listing(last))
    if mark.rank in (SUB, SUBSUB):
        return _under(mark, seen)
    if mark.rank in (NUMBER, TITLE, ROMAN) or mark.number:
        return mark.number == 1 or 0 < mark.number - seen.get(mark.rank, 0) <= 2 or mark.rank == ARTICLE
    return True


def _under(mark: Mark, seen: dict[int, int]) -> bool:
    return NUMBER not in seen or mark.trunk.split(".")[0] == str(seen[NUMBER])


def _listing(mark: Mark | None) -> bool:
    return mark is not None and mark.rank in (BULLET, PLUS)


def _broken_name(before: Line, line: Line) -> bool:
    rest = line.bare.lstrip("- ")
    return any(before.bare.endswith(a) and rest.startswith(b) for a, b in _HYPHEN_NAMES)


def _goes_on(
    before: Line, line: Line, group: tuple[list[Line], Mark | None], width: int, across_page: bool
) -> bool:
    """Whether a line without a mark goes on with the block before it."""
    kind = group[1].kind if group[1] is not None else None
    if _table(line) or kind == "furniture" or _table(before):
        return _table(line) and _table(before) and kind is None
    if line.lower and not before.ended:
        return True
    if (line.gap and not across_page) or _apart(before, line):
        return False
    if kind == "section":
        return line.caps
    return _fills(before, line, width) if before.ended or width >= UNWRAPPED else True


def _table(line: Line) -> bool:
    return line.text.count("|") >= 2


def _apart(before: Line, line: Line) -> bool:
    """Whether two lines are of different parts whatever their ends: an enacting line, a basis, capitals."""
    enacting = ENACTING.match(line.bare) or ENACTING.match(before.bare)
    basis = BASIS.match(line.bare) and before.ended
    return bool(enacting or basis or (line.caps and not before.caps and before.ended))


def _fills(before: Line, line: Line, width: int) -> bool:
    """Whether a line that ends a sentence was full, so that the next one may go on with the paragraph."""
    first = len(line.text.split(maxsplit=1)[0])
    return len(before.text) + 1 + first > width and not before.text.endswith((":", "/."))


def _kinds(groups: list[tuple[list[Line], Mark | None]]) -> list[ProvisionKind]:
    """The kind of each group: clause under articles and sections, basis and opening before the first task."""
    first = next(
        (i for i, (_, m) in enumerate(groups) if m is not None and m.kind != "furniture"), len(groups)
    )
    enacted = next((i for i, (g, _) in enumerate(groups) if ENACTING.match(g[0].bare)), -1)
    inside = False
    kinds: list[ProvisionKind] = []
    for i, (lines, mark) in enumerate(groups):
        if mark is not None:
            inside = inside or mark.kind in ("section", "article")
            clause = inside and mark.rank == NUMBER and not _table(lines[0])
            kinds.append("clause" if clause else mark.kind)
        elif i < first or i <= enacted:
            kinds.append("basis" if _is_basis(lines, i < enacted) else "opening")
        else:
            kinds.append("paragraph")
    return kinds


def _is_basis(lines: list[Line], enacted_below: bool) -> bool:
    return bool(BASIS.match(lines[0].bare)) and (enacted_below or lines[-1].text.endswith(";"))


def _mark_closing(groups: list[tuple[list[Line], Mark | None]], kinds: list[ProvisionKind]) -> None:
    """Last prose after the tasks; under a section's heading it stays the section's paragraph."""
    marked = [i for i, (_, m) in enumerate(groups) if m is not None and m.kind != "furniture"]
    if not marked or kinds[marked[-1]] == "section":
        return
    started = _table(groups[marked[-1]][0][0])
    for i in range(marked[-1] + 1, len(groups)):
        if kinds[i] == "paragraph":
            started = started or not _ORDER.match(groups[i][0][0].bare)
            kinds[i] = "closing" if started else "paragraph"


def _mark_plain_tasks(groups: list[tuple[list[Line], Mark | None]], kinds: list[ProvisionKind]) -> None:
    """Without a number or dash anywhere: tasks stand behind the paragraph that leads over to them with a
    colon, else from the first that orders something on."""
    prose = [i for i, kind in enumerate(kinds) if kind == "opening"]
    leads = [i for i in prose if groups[i][0][-1].text.endswith(":")]
    orders = (i for i in prose if any(_ORDERS.search(x.bare) for x in groups[i][0]))
    first = leads[-1] + 1 if leads else next(orders, len(kinds))
    for i in prose:
        if i >= first:
            kinds[i] = "paragraph"


def _block(lines: list[Line], mark: Mark | None, kind: ProvisionKind) -> Block:
    rank = mark.rank if mark is not None else LEAF
    is_open = rank != LEAF and (kind == "section" or not lines[-1].text.endswith((".", ";", ":")))
    return Block(kind, lines[0].start, lines[-1].end, rank, mark.label if mark else "", is_open)
