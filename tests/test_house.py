"""The house: imports run one way, each room knows only what it must, and the command line starts light."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository import PACKAGES, ROOT, imported_modules, project_files, shown

MAY_IMPORT = {"graph": {"graph"}, "ingest": {"graph", "ingest"}, "app": {"graph", "ingest", "app"}}
# The rooms of a package, lowest first: none knows of those above it. Single modules stand where named.
INGEST = (
    ("errors", "documents", "read_as", "manifest", "text", "keys"),
    ("encodings",),
    ("readers",),
    ("vocabulary",),
    ("numbering",),
    ("segmenting",),
    ("extract",),
    ("decisions",),
    ("resolving",),
    ("statements",),
    ("aligning",),
    ("storing",),
    ("steps",),
    ("read", "records", "report", "extracting"),
    ("pipeline", "for_spacy"),
)
ANSWERS = (
    ("models",),
    ("asking",),
    ("quoting",),
    ("acts",),
    ("sources",),
    ("comparing",),
    ("echoing",),
    ("subjects", "places"),
    ("searching", "surveying"),
    ("trying", "cypher", "checking", "correcting"),
)
ROOMS = {"ingest": INGEST, "app.answers": ANSWERS}
DRIVERS = {"neo4j", "arcadedb", "py2neo"}
WEB = {"fastapi", "starlette", "uvicorn", "jinja2", "click", "rich"}
# What takes long to import, and `--help` or `import ingest` has no use for.
HEAVY = (
    "arcadedb",
    "fastapi",
    "jinja2",
    "matplotlib",
    "neo4j",
    "numpy",
    "pandas",
    "py2neo",
    "pyarrow",
    "rich",
    "spacy",
    "uvicorn",
)


def _imports(path: Path) -> set[tuple[str, int]]:
    package = ".".join(path.relative_to(ROOT).parent.parts)
    return set(imported_modules(path.read_text(encoding="utf-8"), package))


def _modules(*folders: str) -> list[Path]:
    rooms = tuple(f"{folder}/" for folder in folders)
    return [path for path in project_files(".py") if shown(path).startswith(rooms)]


def _within(module: str, names: set[str]) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in names)


def _strangers(
    folders: tuple[str, ...], refused: set[str], allowed: frozenset[str] = frozenset()
) -> list[str]:
    return [
        f"{shown(path)}:{line} imports {module}"
        for path in _modules(*folders)
        for module, line in sorted(_imports(path))
        if _within(module, refused) and not _within(module, set(allowed))
    ]


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_run_one_way(package: str) -> None:
    assert _modules(package), f"{package}/ holds no module"
    assert _strangers((package,), set(PACKAGES) - MAY_IMPORT[package]) == []


def _floor(package: str, module: str) -> int:
    room = module.removeprefix(f"{package}.").split(".")[0]
    return next(floor for floor, rooms in enumerate(ROOMS[package]) if room in rooms)


@pytest.mark.parametrize("package", ROOMS)
def test_rooms_stand_on_those_below_them(package: str) -> None:
    folder = package.replace(".", "/")
    upward = [
        f"{shown(path)}:{line} imports {module}"
        for path in _modules(folder)
        if shown(path) != f"{folder}/__init__.py"
        for module, line in sorted(_imports(path))
        if module.startswith(f"{package}.")
        if _floor(package, module) > _floor(package, shown(path).removesuffix(".py").replace("/", "."))
    ]
    assert upward == []


@pytest.mark.parametrize("package", ["graph", "ingest"])
def test_graph_and_ingest_know_nothing_of_http_or_the_terminal(package: str) -> None:
    assert _strangers((package,), WEB) == []


def test_only_graph_touches_a_driver() -> None:
    assert _strangers(("ingest", "app"), DRIVERS) == []


def test_extractors_never_touch_the_graph() -> None:
    assert _strangers(("ingest/extract",), {"graph"}, frozenset({"graph.errors"})) == []


def test_routes_and_pages_ask_the_answers_and_not_the_store() -> None:
    assert _strangers(("app/routes", "app/pages"), {"graph.embedded"}) == []


def test_cypher_holds_cypher_and_no_python() -> None:
    others = [shown(p) for p in project_files() if shown(p).startswith("cypher/") and p.suffix != ".cypher"]
    assert [name for name in others if not name.endswith(".md")] == []


def _notebook_source(path: Path) -> str:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    lines = [line for c in cells if c["cell_type"] == "code" for line in "".join(c["source"]).splitlines()]
    return "\n".join("" if line.lstrip().startswith(("%", "!")) else line for line in lines)


def test_notebooks_need_the_graph_and_nothing_else_of_ours() -> None:
    wrong = [
        f"{shown(path)} imports {module}"
        for path in project_files(".ipynb")
        for module, _ in imported_modules(_notebook_source(path), "notebooks")
        if _within(module, {"app", "ingest", "tests", "tools"})
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("source", "package", "found"),
    [
        ("import app.cli", "ingest", "app.cli"),
        ("from app import cli", "ingest", "app.cli"),
        ("def f():\n    from app.cli import main", "ingest", "app.cli"),
        ("from ..graph import store", "ingest.extract", "ingest.graph.store"),
        ("from . import store", "graph", "graph.store"),
        ("from .store import open_store", "graph", "graph.store"),
    ],
)
def test_the_reader_of_imports_sees_every_form(source: str, package: str, found: str) -> None:
    assert found in {module for module, _ in imported_modules(source, package)}


HELP = """
import json, sys
sys.argv = ["tiengvang", "--help"]
from app.cli import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(json.dumps(sorted(sys.modules)))
"""
IMPORT = "import json, sys, ingest; print(json.dumps(sorted(sys.modules)))"


@pytest.mark.parametrize("program", [HELP, IMPORT], ids=["tiengvang --help", "import ingest"])
def test_heavy_libraries_stay_out_until_they_are_needed(program: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COVERAGE_PROCESS_START": ""},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert "ingest" in loaded or "app.cli" in loaded
    assert [name for name in HEAVY if name in loaded] == []
