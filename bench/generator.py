"""Composed acts in any number: python -m bench.generator --documents 10000 --seed 1 OUT.

They are marked synthetic (file SYNTHETIC) and are evidence of nothing. Document i depends on seed and the
documents before it, so that a smaller collection is the beginning of a larger one. `manifest.jsonl` tells
what was put into each. Central acts come first; the others cite them, take from them in each way (verbatim,
near, partial), relay an act of their province, or do neither.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bench.prose import CLOSINGS, FORMULAS, changed, citing, hamlet, order, part, sentence
from ingest.vocabulary import Vocabulary, shipped

CENTRAL = 20
_FIRST_DAY = date(2020, 2, 1)
_DAYS = 690
_NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------"
_PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
_NOTICE = (
    "Every document in this folder was composed by bench/generator.py. None is evidence of what anyone did."
)


@dataclass(frozen=True, slots=True)
class Act:
    """A composed act: its text, where and when it is issued, and what was put into it: `takes` is verbatim,
    near or partial, `cites` and `source` are numbers of acts."""

    name: str
    text: str
    level: str
    province: str | None
    number: str
    issued_on: str
    cites: str | None = None
    takes: str | None = None
    source: str | None = None
    tasks: tuple[str, ...] = field(default=(), repr=False)


def acts(documents: int, seed: int) -> Iterator[Act]:
    """The first `documents` acts of the collection of this seed."""
    composer = _Composer(shipped())
    for i in range(documents):
        yield composer.act(i, Random(f"{seed}:{i}"))


class _Composer:
    """Composes acts one after the other; remembers those that others may cite and take from."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.provinces = list(vocabulary.provinces.values())
        self.measures = [m.name for m in vocabulary.measures.values() if len(m.name) < 60]
        self.known = [d for d in vocabulary.directives.values() if d.number and len(d.date) == 10]
        self.central: list[Act] = []
        self.provincial: dict[str, list[Act]] = defaultdict(list)

    def act(self, i: int, rng: Random) -> Act:
        """The act number i."""
        if i < CENTRAL:
            act = self._central(i, rng)
            self.central.append(act)
            return act
        level = rng.choices(("province", "district", "department"), (70, 20, 10))[0]
        act = self._local(i, rng, level)
        if level == "province" and act.province:
            self.provincial[act.province] = [*self.provincial[act.province][-9:], act]
        return act

    def _central(self, i: int, rng: Random) -> Act:
        day = _FIRST_DAY + timedelta(days=i * _DAYS // (CENTRAL + 6))
        number = f"{30 + i}/CT-TTg"
        head = f"THỦ TƯỚNG CHÍNH PHỦ\n-------\n{_NATION}\nSố: {number}\nHà Nội, {_day(day)}"
        tasks = self._tasks(rng)
        opening = "Để bảo vệ tính mạng và việc làm của nhân dân, Thủ tướng Chính phủ chỉ thị:"
        text = _text(head, "CHỈ THỊ\nVề các biện pháp phòng, chống dịch", opening, tasks, rng)
        return Act(f"{i:05}", text, "central", None, number, day.isoformat(), tasks=tuple(tasks))

    def _local(self, i: int, rng: Random, level: str) -> Act:
        province = rng.choice(self.provinces)
        own = self.provincial[province.code]
        relayed = rng.choice(own) if level != "province" and own and rng.random() < 0.6 else None
        source = relayed or rng.choice(self.central)
        cited = source if relayed or rng.random() < 0.45 else None
        takes = rng.choices(("verbatim", "near", "partial", None), (10, 10, 5, 75))[0]
        since = date.fromisoformat(source.issued_on)
        day = since + timedelta(days=rng.randint(1, 60)) if cited or takes else _any_day(rng)
        tasks = self._tasks(rng)
        if takes:
            tasks.insert(rng.randint(0, len(tasks)), _taken(rng, rng.choice(source.tasks), takes))
        number, head = _head(level, province.name, province.full_name, rng, day, i)
        text = _text(head, f"CHỈ THỊ\nVề việc phòng dịch tại {hamlet(rng)}", _opening(cited), tasks, rng)
        return Act(
            name=f"{i:05}",
            text=text,
            level=level,
            province=province.code,
            number=number,
            issued_on=day.isoformat(),
            cites=cited.number if cited else None,
            takes=takes,
            source=source.number if takes else None,
            tasks=tuple(tasks[:4]),
        )

    def _tasks(self, rng: Random) -> list[str]:
        """Tasks of one or a few sentences; their number gives a text its length."""
        tasks = []
        for _ in range(max(4, round(rng.lognormvariate(2.4, 0.45)))):
            said = [sentence(rng) for _ in range(rng.choice((1, 1, 2, 3)))]
            if rng.random() < 0.5:
                said.insert(0, order(rng, rng.choice(self.measures)))
            if rng.random() < 0.3:
                act = rng.choice(self.known)
                day = _day(date.fromisoformat(act.date))
                said.append(citing(rng, act.doc_type, act.number, day))
            if rng.random() < 0.03:
                said.append(rng.choice(FORMULAS))
            tasks.append(" ".join(said))
        return tasks


def _any_day(rng: Random) -> date:
    return _FIRST_DAY + timedelta(days=rng.randint(0, _DAYS))


def _day(day: date) -> str:
    return f"ngày {day.day:02} tháng {day.month:02} năm {day.year}"


def _opening(cited: Act | None) -> str:
    if cited is None:
        return "Trước tình hình mới, yêu cầu các đơn vị làm ngay những việc sau:"
    day = date.fromisoformat(cited.issued_on)
    issuer = "Thủ tướng Chính phủ" if cited.level == "central" else "Ủy ban nhân dân tỉnh"
    act = f"Chỉ thị số {cited.number} {_day(day)} của {issuer}"
    return f"Thực hiện {act}, yêu cầu các đơn vị làm ngay những việc sau:"


def _taken(rng: Random, task: str, how: str) -> str:
    first = task.split(". ", maxsplit=1)[0]
    first = first if first.endswith(".") else f"{first}."
    if how == "verbatim":
        return f"Các đơn vị bảo đảm: {first}"
    if how == "near":
        return changed(rng, first, 0.12)
    return f"Tổ giúp việc nhắc các nơi {part(rng, first)}, xong thì ghi vào sổ."


def _head(level: str, name: str, full_name: str, rng: Random, day: date, i: int) -> tuple[str, str]:
    """Number and letterhead of a province's committee, a department or a district."""
    serial = i % 9000 + 1
    committee = f"ỦY BAN NHÂN DÂN\n{full_name.upper()}"
    if level == "department":
        number = f"{serial}/CT-SYT"
        top = f"UBND {full_name.upper()}\nSỞ Y TẾ"
    elif level == "district":
        unit = f"{rng.choice(('Tân', 'Phú', 'Châu', 'Bình'))} {rng.choice(('Lâm', 'Giang', 'Minh', 'Sơn'))}"
        number = f"{serial}/CT-UBND"
        top = f"UBND {full_name.upper()}\nỦY BAN NHÂN DÂN HUYỆN {unit.upper()}"
        name = unit
    elif rng.random() < 0.3:
        party = f"{'THÀNH ỦY' if full_name.startswith('Thành') else 'TỈNH ỦY'} {name.upper()}"
        return f"{serial}-CT/TU", f"{party}\n*\nSố {serial}-CT/TU\n\n{_PARTY}\n{name}, {_day(day)}"
    else:
        number, top = f"{serial}/CT-UBND", committee
    return number, f"{top}\n-------\n{_NATION}\nSố: {number}\n{name}, {_day(day)}"


def _text(head: str, title: str, opening: str, tasks: list[str], rng: Random) -> str:
    body = "\n\n".join(f"{n}. {task}" for n, task in enumerate(tasks, 1))
    tail = f"{rng.choice(CLOSINGS)}\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"
    return "\n\n".join((head, title, opening, body, tail))


def write(out: Path, documents: int, seed: int) -> None:
    """Writes the collection into a folder of its own."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "SYNTHETIC").write_text(f"{_NOTICE}\n", encoding="utf-8")
    with (out / "manifest.jsonl").open("w", encoding="utf-8") as manifest:
        for act in acts(documents, seed):
            (out / f"{act.name}.txt").write_text(act.text, encoding="utf-8")
            row = {key: value for key, value in asdict(act).items() if key not in ("text", "tasks")}
            manifest.write(json.dumps(row, ensure_ascii=False) + "\n")


def main() -> int:
    """Write a collection; with --report print its figures beside those of real texts."""
    parser = argparse.ArgumentParser(description="Composed acts, marked synthetic.")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--report", action="store_true", help="lengths and frequencies beside the real texts'"
    )
    args = parser.parse_args()
    write(args.out, args.documents, args.seed)
    if args.report:
        from bench.figures_of_texts import report

        print("\n".join(report(args.out)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
