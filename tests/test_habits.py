"""Habits that a review would otherwise have to look for: in files, locks, documents, notebooks."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repository import ROOT, project_files, shown

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
CORPORA = ("real", "sample")
LONGEST_MODULE = 300

# Put together here, so that this file names none of them either.
REGISTRY_HOSTS = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("files", "pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"),
        ("repo1", "maven", "org"),
        ("repo", "maven", "apache", "org"),
        ("crates", "io"),
        ("proxy", "golang", "org"),
        ("deb", "debian", "org"),
        ("index", "docker", "io"),
    )
)
MACHINE_PATHS = re.compile(
    r"(?<![\w.~-])/(?:" + "|".join(("wor" + "k", "roo" + "t", "hom" + "e", "User" + "s")) + r")/\w"
)


def _texts() -> Iterator[tuple[Path, str]]:
    for path in project_files():
        data = path.read_bytes()
        if b"\0" not in data:
            yield path, data.decode("utf-8", errors="replace")


def _lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{shown(path)}:{number}"
        for path, text in _texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_file_names_a_registry_host() -> None:
    assert _lines_with(re.compile("|".join(map(re.escape, REGISTRY_HOSTS)))) == []


def test_no_file_holds_a_path_of_somebodys_machine() -> None:
    assert _lines_with(MACHINE_PATHS) == []


@pytest.mark.parametrize("path", ["/wor" + "k/x", 'open("/roo' + 't/a")', "cd /hom" + "e/lan/vang"])
def test_the_search_for_machine_paths_finds_them(path: str) -> None:
    assert MACHINE_PATHS.search(path)


@pytest.mark.parametrize("path", ["./work/x", "~/home/x", "a/root/b", "https://example.test/home/x"])
def test_the_search_for_machine_paths_leaves_others_alone(path: str) -> None:
    assert not MACHINE_PATHS.search(path)


# --- dependencies --------------------------------------------------------------------------------


def _requirements(lock: Path) -> list[str]:
    joined = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    return [
        line.strip() for line in joined.splitlines() if line.strip() and not line.lstrip().startswith("#")
    ]


def _name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found[0]).lower()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_requirement_is_pinned_and_hashed(lock: Path) -> None:
    pinned = r"[\w.-]+(?:\[[\w,-]+\])?==[\w.!+]+(?: ; [^#]+?)?"
    requirement = re.compile(pinned + r"(?:\s+--hash=sha256:[0-9a-f]{64})+")
    assert [line for line in _requirements(lock) if not requirement.fullmatch(line)] == []


@pytest.mark.parametrize(("lock", "extras"), [("core.txt", ["embedded"]), ("all.txt", None)])
def test_the_locks_hold_what_the_project_asks_for(lock: str, extras: list[str] | None) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(r for extra in extras or optional for r in optional[extra])]
    held = {_name(line) for line in _requirements(ROOT / "requirements" / lock)}
    assert {_name(line) for line in wanted} - held == set()


def test_both_locks_pin_the_same_versions() -> None:
    core, everything = (
        {line.split(" ")[0] for line in _requirements(ROOT / "requirements" / name)}
        for name in ("core.txt", "all.txt")
    )
    assert core - everything == set()


# --- code ----------------------------------------------------------------------------------------


def test_no_module_is_over_long() -> None:
    lengths = {shown(p): len(p.read_text(encoding="utf-8").splitlines()) for p in project_files(".py")}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_notebooks_are_kept_without_outputs() -> None:
    dirty = [
        shown(path)
        for path in project_files(".ipynb")
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell.get("outputs") or cell.get("execution_count")
    ]
    assert dirty == []


# --- papers --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md"])
def test_the_papers_are_there(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8").strip()


def test_the_change_log_knows_the_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_make_lists_every_target() -> None:
    targets = re.findall(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    listed = subprocess.run(
        ["make", "help"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    ).stdout
    assert {line.split()[1] for line in listed.splitlines()} == set(" ".join(targets).split())


# --- documents -----------------------------------------------------------------------------------


def _digests(corpus: str) -> dict[str, str]:
    lines = (ROOT / "corpus" / corpus / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    return {name: digest for digest, name in (line.split("  ") for line in lines)}


@pytest.mark.parametrize("corpus", CORPORA)
def test_documents_are_kept_byte_for_byte(corpus: str) -> None:
    folder = ROOT / "corpus" / corpus
    held = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.txt")}
    assert held
    assert held == _digests(corpus)


@pytest.mark.parametrize("corpus", CORPORA)
def test_git_never_changes_a_documents_bytes(corpus: str) -> None:
    names = [f"corpus/{corpus}/{name}" for name in _digests(corpus)]
    command = ["git", "check-attr", "text", "--", *names]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout
    assert {line.rsplit(": ", 1)[1] for line in said.splitlines()} == {"unset"}


def test_composed_documents_say_that_they_are() -> None:
    assert (ROOT / "corpus" / "sample" / "SYNTHETIC").is_file()
    assert not (ROOT / "corpus" / "real" / "SYNTHETIC").exists()
    assert "synthetic" in (ROOT / "corpus" / "sample" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("corpus", CORPORA)
def test_every_document_has_gold_whose_quotes_stand_in_it(corpus: str) -> None:
    gold = ROOT / "tests" / "data" / "gold" / corpus
    assert {path.stem for path in gold.glob("*.json")} == set(_digests(corpus))
    wrong = []
    for name in _digests(corpus):
        text = (ROOT / "corpus" / corpus / name).read_bytes().decode("utf-8")
        mentions = json.loads((gold / f"{name}.json").read_text(encoding="utf-8"))["mentions"]
        wrong += [(name, m["start"]) for m in mentions if text[m["start"] : m["end"]] != m["quote"]]
    assert wrong == []
