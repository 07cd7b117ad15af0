"""The code in docs/spacy.md runs as it stands, from the first block to the last."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.repository import ROOT


def test_the_manual_runs_as_it_stands(tmp_path: Path) -> None:
    manual = (ROOT / "docs" / "spacy.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", manual, re.DOTALL | re.MULTILINE)
    assert len(blocks) >= 4
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(blocks)],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "REFERENCE 16/CT-TTg@2020" in done.stdout
    assert "['Hoà', 'Bình', ',', '5', 'K']" in done.stdout
    assert "('5K', 'ordered')" in done.stdout
