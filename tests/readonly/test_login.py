"""The embedded engine's login that only reads: made with the store, for other processes, kept private."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.queries import inline
from graph.readonly import ReadOnly
from graph.readonly_login import SECRET_FILE
from graph.store import open_store
from tests.notebooks.serving import serving
from tests.readonly.conftest import PATIENT
from tests.store_fixtures import StoreAddress

PROVINCES = "MATCH (p:Province) RETURN p.code AS code ORDER BY code"


def fill(url: str) -> None:
    """One province, in a store that is closed again."""
    with open_store(url) as store:
        store.write(inline("MERGE (:Province {code: '72'})"))


def test_the_secrets_are_their_owners_alone(tmp_path: Path) -> None:
    fill(f"embedded:{tmp_path}")
    for path in (tmp_path / SECRET_FILE, *(tmp_path / "config").iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


def test_a_store_of_an_older_version_gets_its_login(tmp_path: Path) -> None:
    url = f"embedded:{tmp_path}"
    fill(url)
    (tmp_path / SECRET_FILE).unlink()
    users = tmp_path / "config" / "server-users.jsonl"
    kept = [line for line in users.read_text(encoding="utf-8").splitlines() if '"reader"' not in line]
    users.write_text("\n".join(kept) + "\n", encoding="utf-8")
    groups = tmp_path / "config" / "server-groups.json"
    known = json.loads(groups.read_text(encoding="utf-8"))
    del known["databases"]["*"]["groups"]["reader"]
    groups.write_text(json.dumps(known), encoding="utf-8")
    for _ in range(2):
        with open_store(url) as store, ReadOnly(store) as reader:
            assert reader.ask(PROVINCES, limits=PATIENT).rows == (("72",),)


def test_who_attaches_to_a_store_reads_as_well_and_goes_on_when_its_holder_ends(tmp_path: Path) -> None:
    address = StoreAddress(f"embedded:{tmp_path}")
    fill(address.url)
    with serving(address) as server, address.open() as store, ReadOnly(store) as reader:
        assert store.attached
        assert reader.ask(PROVINCES, limits=PATIENT).rows == (("72",),)
        server.stop()
        assert reader.ask(PROVINCES, limits=PATIENT).rows == (("72",),)
        assert not store.attached


def test_a_holder_without_the_login_is_told(tmp_path: Path) -> None:
    with open_store(f"embedded:{tmp_path}") as store, ReadOnly(store) as reader:
        (tmp_path / SECRET_FILE).unlink()
        with pytest.raises(StoreError, match=r"older version .* Start that process anew"):
            reader.ask(PROVINCES)
