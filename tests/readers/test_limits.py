"""What a file may cost is a setting, in this process and in the one that reads apart."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.settings import Settings
from ingest.errors import Unreadable
from ingest.read import list_files, read_document
from ingest.readers.limits import Limits, limits, set_limits


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = limits()
    yield
    set_limits(before)


def _rtf(depth: int) -> bytes:
    return b"{\\rtf1 " + b"{" * depth + b"words" + b"}" * depth + b"}"


def _zip(members: int, size: int = 10) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(members):
            archive.writestr(f"{number}.txt", "a" * size)
    return made.getvalue()


def test_the_settings_are_the_limits_unless_set() -> None:
    assert Settings().reading_limits == Limits()


def test_every_limit_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {
        name: name.removeprefix("reader_") for name in Settings.model_fields if name.startswith("reader_")
    }
    assert set(names.values()) == set(Limits.__slots__)
    for name in names:
        monkeypatch.setenv(f"TIENGVANG_{name.upper()}", "9999" if name != "reader_memory" else "999999999")
    chosen = Settings().reading_limits
    assert all(getattr(chosen, field) != getattr(Limits(), field) for field in names.values())


@pytest.mark.parametrize(("deepest", "told"), [(50, "more than 50 groups"), (100, None)])
def test_the_process_that_reads_apart_has_the_limits(tmp_path: Path, deepest: int, told: str | None) -> None:
    (file := tmp_path / "deep.rtf").write_bytes(_rtf(60))
    set_limits(Limits(depth=deepest))
    if told is None:
        assert "words" in read_document(file).text
        return
    with pytest.raises(Unreadable, match=told):
        read_document(file)


@pytest.mark.parametrize(
    ("given", "setting"),
    [
        (Limits(members=2), "TIENGVANG_READER_MEMBERS"),
        (Limits(archive_bytes=1000, ratio=2), "TIENGVANG_READER_ARCHIVE_BYTES"),
        (Limits(), None),
    ],
)
def test_an_archive_over_a_limit_names_the_setting(
    tmp_path: Path, given: Limits, setting: str | None
) -> None:
    (file := tmp_path / "acts.zip").write_bytes(_zip(3, 5000))
    set_limits(given)
    listing = list_files([file])
    assert [setting in str(problem) for problem in listing.problems if setting] == [True] * bool(setting)
    assert len(listing.files) == (0 if setting else 3)
