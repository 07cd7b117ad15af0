"""The embedded engine's second login, which may only read: a group of its rights, and a user of that group.

Neo4j refuses writes in a session that says it reads; the embedded engine does not, and refuses them by login.
Both stand in the engine's own files, which it reads when it starts: this is written before. The format of a
password there is that of the engine's pinned version; a test of the login holds it.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from pathlib import Path
from typing import Any

from graph import holding

USER = "reader"
GROUP = "reader"
SECRET_FILE = ".reader"  # noqa: S105 - a file name
ROUNDS = 65536

_RECORDS = ("createRecord", "readRecord", "updateRecord", "deleteRecord")
_ADMIN = ("updateSecurity", "updateSchema", "updateDatabaseSettings")


def _rights(access: tuple[str, ...], records: tuple[str, ...]) -> dict[str, Any]:
    # No limits of the engine's: it would cut without a word.
    types = {"*": {"access": list(records)}}
    return {"resultSetLimit": -1, "readTimeout": -1, "access": list(access), "types": types}


READER = _rights((), ("readRecord",))
NOBODY = _rights((), ())
ADMIN = _rights(_ADMIN, _RECORDS)


def prepare(folder: Path, user: str, secret: str, database: str) -> None:
    """Before the engine starts: give it the group and the user, beside the user that may do everything.

    A store of an older program version gets them here. Raises OSError where the folder cannot be written.
    """
    config = folder / "config"
    config.mkdir(exist_ok=True)
    _put_group(config / "server-groups.json")
    _put_users(config / "server-users.jsonl", folder, (user, secret), database)


def read_secret(folder: Path) -> str | None:
    """The password of the login that may only read; None in a store that an older version holds."""
    try:
        return (folder / SECRET_FILE).read_text(encoding="utf-8").strip() or None
    except FileNotFoundError:
        return None


def _put_group(path: Path) -> None:
    known = _json(path) or {"databases": {"*": {"groups": {"admin": ADMIN, "*": NOBODY}}}, "version": 2}
    groups = known["databases"].setdefault("*", {}).setdefault("groups", {})
    if groups.get(GROUP) != READER:
        groups[GROUP] = READER
        holding.write_private(path, json.dumps(known, indent=2))


def _put_users(path: Path, folder: Path, root: tuple[str, str], database: str) -> None:
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    users = {user["name"]: user for user in map(json.loads, filter(None, lines))}
    secret = read_secret(folder)
    if secret and {root[0], USER} <= users.keys():
        return
    secret = secret or secrets.token_urlsafe(32)
    holding.write_private(folder / SECRET_FILE, secret)
    users.setdefault(root[0], _user(*root, {"*": ["admin"]}))
    users[USER] = _user(USER, secret, {database: [GROUP]})
    holding.write_private(path, "".join(f"{json.dumps(user)}\n" for user in users.values()))


def _user(name: str, secret: str, databases: dict[str, list[str]]) -> dict[str, Any]:
    salt = base64.b64encode(secrets.token_bytes(32)).decode()
    made = hashlib.pbkdf2_hmac("sha256", secret.encode(), salt.encode(), ROUNDS, 32)
    password = f"PBKDF2WithHmacSHA256${ROUNDS}${salt}${base64.b64encode(made).decode()}"
    return {"name": name, "databases": databases, "password": password}


def _json(path: Path) -> dict[str, Any] | None:
    found: dict[str, Any] | None = json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
    return found
