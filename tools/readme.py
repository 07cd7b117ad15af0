"""Writes the outputs shown in README.md and docs/vocabulary.md by running their commands, or checks them.

    python tools/readme.py            run each command and put its output below it
    python tools/readme.py --check    exit 1 where one shows something else than the command prints

A block to fill is an HTML comment `<!-- output: COMMAND [| lines A-B] [| only WORD…] -->` before a fenced
block; `only` shows the lines that hold one of the words. What differs from run to run (run ids, dataset
versions, document ids, bytes of files) is compared without its value.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# page -> what is done before its commands, and whether they run in a folder without our files
PAGES = {
    ROOT / "README.md": ("tiengvang ingest corpus/real", True),
    ROOT / "docs" / "vocabulary.md": (None, False),
}
_BLOCK = re.compile(
    r"(?P<head><!-- output: (?P<command>[^|\n]+?)"
    r"(?: \| lines (?P<first>\d+)-(?P<last>\d+))?(?: \| only (?P<only>[^|\n]+?))? -->\n```\n)"
    r"(?P<body>(?:(?!```).*\n)*)(?P<tail>```$)",
    re.MULTILINE,
)
_PLAIN = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "COLUMNS": "100"}
_VARIES = re.compile(r"\b(?:[0-9a-f]{12,64}|\d{8}T\d{6}Z-[0-9a-f]{6}|[\d,]+(?=  \w+/\w+\.))\b")


def output_of(command: str, store: Path, folder: Path = ROOT) -> str:
    """What a command of ours prints when it runs in a folder, on a store with the real documents."""
    words = shlex.split(command)
    program = [str(Path(sys.executable).with_name(words[0])), *words[1:]]
    done = subprocess.run(
        program,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={**_PLAIN, "TIENGVANG_GRAPH": f"embedded:{store}"},
        check=False,
    )
    return "\n".join(line.rstrip() for line in (done.stdout + done.stderr).rstrip().split("\n"))


def only(lines: list[str], words: list[str]) -> list[str]:
    """The lines that hold one of the words; how many are left out stands before the last."""
    kept = [line for line in lines if any(word in line for word in words)]
    return [*kept[:-1], f"… ({len(lines) - len(kept)} more lines)", *kept[-1:]]


def filled(text: str, first: str | None, *, elsewhere: bool) -> str:
    """A page with every block as its command prints it now."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "graph"
        if first:
            output_of(first, store)

        def block(match: re.Match[str]) -> str:
            lines = output_of(match["command"], store, Path(folder) if elsewhere else ROOT).split("\n")
            if match["first"]:
                lines = lines[int(match["first"]) - 1 : int(match["last"])]
            if match["only"]:
                lines = only(lines, match["only"].split())
            return match["head"] + "\n".join(lines).strip("\n") + "\n" + match["tail"]

        return _BLOCK.sub(block, text)


def main() -> int:
    """Write, or with --check compare."""
    others = 0
    for page, (first, elsewhere) in PAGES.items():
        text = page.read_text(encoding="utf-8")
        wanted = filled(text, first, elsewhere=elsewhere)
        if "--check" not in sys.argv:
            page.write_text(wanted, encoding="utf-8")
        elif _VARIES.sub("…", wanted) != _VARIES.sub("…", text):
            others += 1
            what = f"{page.relative_to(ROOT)} shows other output than the commands print"
            print(f"{what}. Run python tools/readme.py", file=sys.stderr)
    return 1 if others else 0


if __name__ == "__main__":
    raise SystemExit(main())
