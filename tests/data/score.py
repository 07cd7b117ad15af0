#!/usr/bin/env python3
"""Score extracted entities against the gold annotations.

usage: score.py PREDICTIONS.jsonl [--gold DIR] [--corpus DIR] [--json]

PREDICTIONS.jsonl holds the output of `tiengvang extract PATH... --format jsonl`: one object a
document. A document is recognised by the last part of its `file`; the gold of `X.txt` is `X.txt.json`.
Without --gold and --corpus the four documents of corpus/real are scored.

exact      F1 of (start, end, id)
overlap    F1 of spans that overlap and carry the same id
attrs      share of gold spans found (overlap, same id) whose attribute is also right
header     share of documents whose field is right; a null counts when the gold says null
assignments  spans (intersection over union of at least 0.5), assignees and measures in them
quotes     share of predicted spans whose quote is the text between their offsets
"""
import argparse
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
LABELS = {"REFERENCE": ("kind", "number", "date", "doc_type", "issuer"), "MEASURE": ("polarity",),
          "BODY": ("role",), "PROVINCE": ()}
HEADER = ("number", "number_as_printed", "doc_type", "issued_on", "issuer", "province",
          "signer.name", "signer.role", "signer.capacity", "subject_quote")


class Ratio:
    """Hits of a total; `f1` joins two of them."""

    def __init__(self, hit: int = 0, total: int = 0):
        self.hit, self.total = hit, total

    def add(self, right: bool) -> None:
        self.hit += bool(right)
        self.total += 1

    def value(self) -> float:
        return self.hit / self.total if self.total else 0.0


def f1(precision: Ratio, recall: Ratio) -> dict:
    p, r = precision.value(), recall.value()
    return {"value": round(2 * p * r / (p + r), 4) if p + r else 0.0, "precision": round(p, 4),
            "recall": round(r, 4), "gold": recall.total, "predicted": precision.total}


def plain(ratio: Ratio) -> dict:
    return {"value": round(ratio.value(), 4), "hit": ratio.hit, "total": ratio.total}


def overlap(a: dict, b: dict) -> int:
    return min(a["end"], b["end"]) - max(a["start"], b["start"])


def iou(a: dict, b: dict) -> float:
    common = overlap(a, b)
    if common <= 0:
        return 0.0
    return common / (max(a["end"], b["end"]) - min(a["start"], b["start"]))


def field(document: dict, name: str):
    value = document
    for part in name.split("."):
        value = (value or {}).get(part)
    return " ".join(value.split()) if isinstance(value, str) else value


def same(name: str, a, b) -> bool:
    return str(a or "").casefold() == str(b or "").casefold() if name == "doc_type" else a == b


def best_pairs(gold: list[dict], predicted: list[dict]) -> dict[int, int]:
    """One-to-one pairs gold -> predicted of assignments, best overlap first."""
    scored = sorted(((iou(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted)),
                    reverse=True)
    pairs, used = {}, set()
    for value, i, j in scored:
        if value >= 0.5 and i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


def score(gold: dict[str, dict], predicted: dict[str, dict], texts: dict[str, str]) -> dict:
    report: dict = {}
    for label, attributes in LABELS.items():
        exact_p, exact_r, over_p, over_r = Ratio(), Ratio(), Ratio(), Ratio()
        attrs = {name: Ratio() for name in attributes}
        for name, document in gold.items():
            mentions = [m for m in document["mentions"] if m["label"] == label]
            found = [m for m in predicted.get(name, {}).get("mentions", ()) if m.get("label") == label]
            keys = {(m["start"], m["end"], m["id"]) for m in mentions}
            found_keys = {(m["start"], m["end"], m.get("id")) for m in found}
            for m in mentions:
                exact_r.add((m["start"], m["end"], m["id"]) in found_keys)
                near = [p for p in found if overlap(m, p) > 0 and p.get("id") == m["id"]]
                over_r.add(bool(near))
                if near:
                    twin = max(near, key=lambda p: iou(m, p))
                    for attribute in attributes:
                        attrs[attribute].add(same(attribute, m["attrs"].get(attribute),
                                                  (twin.get("attrs") or {}).get(attribute)))
            for p in found:
                exact_p.add((p["start"], p["end"], p.get("id")) in keys)
                over_p.add(any(overlap(m, p) > 0 and p.get("id") == m["id"] for m in mentions))
        report[label] = {"exact": f1(exact_p, exact_r), "overlap": f1(over_p, over_r),
                         "attrs": {a: plain(r) for a, r in attrs.items()}}

    header = {name: Ratio() for name in HEADER}
    spans_p, spans_r, who_p, who_r, what_p, what_r = (Ratio() for _ in range(6))
    quotes = Ratio()
    for name, document in gold.items():
        answer = predicted.get(name, {})
        for item in HEADER:
            header[item].add(same(item, field(document["document"], item),
                                  field(answer.get("document") or {}, item)) and bool(answer))
        mine, theirs = document["assignments"], answer.get("assignments") or []
        pairs = best_pairs(mine, theirs)
        for i in range(len(mine)):
            spans_r.add(i in pairs)
        for j in range(len(theirs)):
            spans_p.add(j in pairs.values())
        back = {j: i for i, j in pairs.items()}
        for part, precision, recall in (("assignees", who_p, who_r), ("measures", what_p, what_r)):
            for i, row in enumerate(mine):
                other = set(theirs[pairs[i]].get(part) or ()) if i in pairs else set()
                for item in set(row[part]):
                    recall.add(item in other)
            for j, row in enumerate(theirs):
                other = set(mine[back[j]][part]) if j in back else set()
                for item in set(row.get(part) or ()):
                    precision.add(item in other)
        for m in answer.get("mentions", ()):
            quotes.add(m.get("quote") == texts[name][m["start"]:m["end"]])
    report["header"] = {name: plain(ratio) for name, ratio in header.items()}
    report["header"]["all"] = plain(Ratio(sum(r.hit for r in header.values()),
                                          sum(r.total for r in header.values())))
    report["assignments"] = {"spans": f1(spans_p, spans_r), "assignees": f1(who_p, who_r),
                             "measures": f1(what_p, what_r)}
    report["quotes"] = plain(quotes)
    return report


def rows(report: dict, path: str = ""):
    if "value" in report:
        yield path, report
        return
    for name, part in report.items():
        yield from rows(part, f"{path}.{name}" if path else name)


def load_gold(folder: pathlib.Path) -> dict[str, dict]:
    paths = sorted(folder.glob("*.txt.json"))
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in paths}


def load_predictions(path: pathlib.Path) -> dict[str, dict]:
    lines = path.read_text(encoding="utf-8").split("\n")
    documents = [json.loads(line) for line in lines if line.strip()]
    return {pathlib.PurePath(d["file"]).name: d for d in documents}


def load_texts(folder: pathlib.Path, names) -> dict[str, str]:
    texts = {}
    for name in names:
        with open(folder / name, encoding="utf-8", newline="") as handle:
            texts[name] = handle.read()
    return texts


def main() -> int:
    parser = argparse.ArgumentParser(description="Score extracted entities against the gold annotations.")
    parser.add_argument("predictions", type=pathlib.Path)
    parser.add_argument("--gold", type=pathlib.Path, default=HERE / "gold" / "real")
    parser.add_argument("--corpus", type=pathlib.Path, default=HERE.parent.parent / "corpus" / "real")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    args = parser.parse_args()
    gold = load_gold(args.gold)
    report = score(gold, load_predictions(args.predictions), load_texts(args.corpus, gold))
    if args.json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
        return 0
    for path, row in rows(report):
        counts = "  ".join(f"{k} {v}" for k, v in row.items() if k != "value")
        print(f"{path:32} {row['value']:.3f}   {counts}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
