"""The README shows what the commands print."""

from __future__ import annotations

import re
import subprocess
import sys

from app.cli import COMMANDS
from tests.repository import ROOT


def test_the_outputs_shown_are_those_printed() -> None:
    command = [sys.executable, str(ROOT / "tools" / "readme.py"), "--check"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


def test_the_make_targets_named_are_there() -> None:
    named = set(re.findall(r"`?make ([a-z][a-z0-9-]+)", (ROOT / "README.md").read_text(encoding="utf-8")))
    targets = set(
        re.findall(r"^([a-z0-9-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert {"demo", "test", "install"} <= named
    assert named <= targets


def test_the_table_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(COMMANDS) - set(re.findall(r"(?:tiengvang|make) ([a-z]+)", readme)) == set()
