"""Running a notebook as a reader does: top to bottom, in a kernel of its own, in the folder it lies in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell

from tests.repository import ROOT

FOLDER = ROOT / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
HANGS_AFTER = 300  # seconds a cell may take; a hang ends the test, a slow machine does not
_MARK = "what the notebook knows: "


def run(
    path: Path,
    environment: Mapping[str, str],
    patch: pytest.MonkeyPatch,
    knows: str = "None",
    changes: Mapping[str, str] = MappingProxyType({}),
) -> tuple[nbformat.NotebookNode, Any]:
    """The notebook with its outputs, and the JSON value of the expression `knows` before its last cell.

    changes: text of the notebook that a reader would edit, and what to.
    """
    for name, value in environment.items():
        if name.startswith("TIENGVANG_"):
            patch.setenv(name, value)
    notebook = nbformat.read(path, as_version=4)
    for cell in code(notebook):
        for old, new in changes.items():
            cell.source = cell.source.replace(old, new)
    asked = new_code_cell(f"import json; print({_MARK!r} + json.dumps({knows}))")
    notebook.cells.insert(len(notebook.cells) - 1, asked)
    resources = {"metadata": {"path": str(FOLDER)}}
    NotebookClient(notebook, timeout=HANGS_AFTER, kernel_name="python3", resources=resources).execute()
    assert [c.id for c in code(notebook) if not c.execution_count] == []
    return notebook, json.loads(printed(asked).split(_MARK)[1])


def code(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    """The cells that run."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def printed(cell: nbformat.NotebookNode) -> str:
    """What a cell wrote to its streams."""
    return "".join(output.text for output in cell.outputs if output.output_type == "stream")


def shown(notebook: nbformat.NotebookNode, kind: str) -> list[str]:
    """The outputs of a kind, such as image/png."""
    outputs = [output for cell in code(notebook) for output in cell.outputs]
    return [output.data[kind] for output in outputs if kind in output.get("data", {})]
