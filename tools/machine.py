"""What this machine lacks for the whole test run, one line each with how to get it.

Used by `make test` (which stops here when `TIENGVANG_TEST_ALL=1` and something is missing) and by the pytest
plugin `tests.left_out`. Standard library only: it runs before anything is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


Found = Callable[[str], str | None]
Knows = Callable[[str, str], bool]


def knows_language(command: str, language: str) -> bool:
    """Whether a program for reading pictures lists a language."""
    listed = subprocess.run([command, "--list-langs"], capture_output=True, text=True, check=False).stdout
    return language in listed.split()


@dataclass(frozen=True, slots=True)
class Need:
    """A part of the tests (`marker`) and the programs it wants: all of `commands`, or any one of them."""

    marker: str
    part: str
    commands: tuple[str, ...]
    how: str
    any_one: bool = False
    language: str = ""  # that the first program must list, asked with --list-langs

    def met(self, found: Found = shutil.which, knows: Knows | None = None) -> bool:
        """Whether the machine has what this part of the tests wants."""
        hits = [found(command) is not None for command in self.commands]
        there = any(hits) if self.any_one else all(hits)
        return there and (not self.language or (knows or knows_language)(self.commands[0], self.language))

    def line(self) -> str:
        """The one line that a person reads."""
        wanted = (" or " if self.any_one else " and ").join(self.commands[:2])
        return f"left out: {self.part} (needs {wanted}). {self.how}"


NEEDS = (
    Need(
        "neo4j",
        "the Neo4j battery",
        ("javac", "mvn"),
        "Debian: apt-get install default-jdk-headless maven; macOS: brew install openjdk maven",
    ),
    Need(
        "cypher_lint",
        "Neo4j's own linter over every query",
        ("node", "npm"),
        "Debian: apt-get install nodejs npm; macOS: brew install node",
    ),
    Need(
        "compose",
        "docker compose's own reading of docker-compose.yml",
        ("docker-compose",),
        "Debian: apt-get install docker-compose; macOS: brew install docker-compose",
    ),
    Need(
        "browser",
        "the pages in a real browser",
        CHROMIUMS,
        "Debian: apt-get install chromium; macOS: brew install --cask chromium",
        any_one=True,
    ),
    Need(
        "office",
        "the readers on files that LibreOffice makes",
        ("soffice", "libreoffice"),
        "Debian: apt-get install libreoffice-writer-nogui; macOS: brew install --cask libreoffice",
        any_one=True,
    ),
    Need(
        "ocr",
        "the reading of scans",
        ("tesseract",),
        "Debian: apt-get install tesseract-ocr tesseract-ocr-vie; macOS: brew install tesseract-lang",
        language="vie",
    ),
)


def missing(found: Found = shutil.which, knows: Knows | None = None) -> dict[str, Need]:
    """Marker -> need, of every part of the tests that this machine cannot run."""
    return {need.marker: need for need in NEEDS if not need.met(found, knows)}


def everything_wanted() -> bool:
    """Whether this run may leave nothing out (`make test ALL=1`)."""
    return os.environ.get("TIENGVANG_TEST_ALL") == "1"


def main() -> int:
    """Print the lines; 1 when nothing may be left out and something would be."""
    lacks = missing()
    for need in lacks.values():
        print(need.line(), file=sys.stderr)
    if lacks and everything_wanted():
        print("make test ALL=1 leaves nothing out: install the above, or run `make test`.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
