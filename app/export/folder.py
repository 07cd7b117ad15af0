"""A new folder that is there whole or not at all: written beside its place, and moved there at the end."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.export.errors import FolderRefused, FolderUnwritable
from app.export.manifest import foreign_file


@contextmanager
def new_folder(place: Path, *, replace: bool) -> Iterator[Path]:
    """A folder to write into, which takes its place when the block ends; an error leaves nothing of it.

    replace: an export that is there may be replaced; a folder that holds anything else never is.
    Raises FolderRefused before anything is written, FolderUnwritable (disk full, no permission).
    """
    place = place.expanduser().resolve()
    with _translated(place):
        check_place(place, replace=replace)
        place.parent.mkdir(parents=True, exist_ok=True)
        made = place.parent / f".{place.name}.{secrets.token_hex(4)}.partial"
        made.mkdir()
        try:
            yield made
            _synced(made)
            check_place(place, replace=replace)
            _move(made, place)
        finally:
            shutil.rmtree(made, ignore_errors=True)


def check_place(place: Path, *, replace: bool) -> None:
    """Raises FolderRefused where a folder must not be written at `place`."""
    if not place.exists():
        return
    if not place.is_dir():
        raise FolderRefused("this is a file", where=place, todo="Name a folder that is not there yet")
    if not any(place.iterdir()):
        return
    if not replace:
        raise FolderRefused(
            "the folder is not empty", where=place, todo="Name another; --force replaces an earlier export"
        )
    stranger = foreign_file(place)
    if stranger is not None:
        raise FolderRefused(
            f"the folder holds {stranger}, which is of no export",
            where=place,
            todo="Name another: --force replaces an earlier export and nothing else",
        )


def _move(made: Path, place: Path) -> None:
    """Puts the folder into its place; what was there goes when it has arrived."""
    if not place.exists():
        made.rename(place)
        return
    old = made.with_suffix(".old")
    place.rename(old)
    try:
        made.rename(place)
    except OSError:
        old.rename(place)
        raise
    shutil.rmtree(old)


def _synced(folder: Path) -> None:
    """Every file on disk before the name is given away."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())


@contextmanager
def _translated(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FolderUnwritable(
            error.strerror or str(error),
            where=place,
            todo="Make room or name another folder; nothing half written is left",
        ) from error
