"""A real Neo4j for tests and development: fetched by Maven, on loopback, with a password. No Docker.

    python tools/neo4j/server.py start [--port 7687] [--home DIR]
    python tools/neo4j/server.py stop | status | env [--home DIR]

    python tools/neo4j/bulk_import.py FOLDER [--home DIR]     a first load by Neo4j's own importer

`start` returns when the server answers and prints the lines to export. `--port 0` picks a free port. The
password is TIENGVANG_GRAPH_PASSWORD, or one made at the first start and kept in HOME. Standard library only.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import secrets
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
CACHE = HERE.parent.parent / ".cache" / "neo4j"
PORT = 7687
START_TIMEOUT = 180  # seconds; 8 to 20 on two cores
STOP_TIMEOUT = 60
MIN_PASSWORD = 8  # Neo4j's own minimum
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")  # packages that Neo4j reaches into
HOW_TO_GET = "Debian: apt-get install default-jdk-headless maven"


class ServerError(Exception):
    """Something that a person must put right first; its text says what and how."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0, or 2 with one line on stderr."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=["start", "stop", "status", "env"])
    parser.add_argument("--port", type=int, default=PORT, help="Bolt port on 127.0.0.1 (0: a free one)")
    parser.add_argument(
        "--home", type=Path, default=CACHE / "home", help="where the data, log and password lie"
    )
    options = parser.parse_args(arguments)
    home: Path = options.home.resolve()
    try:
        say(run(options.command, home, options.port))
    except ServerError as error:
        sys.stderr.write(f"neo4j: {error}\n")
        return 2
    return 0


def run(command: str, home: Path, port: int) -> str:
    """What a command prints. Raises ServerError."""
    if command == "start":
        return start(home, port)
    if command == "stop":
        return stop(home)
    if running(home) is None:
        raise ServerError(f"no server runs in {home}; start it: make neo4j")
    return exports(home) if command == "env" else f"Neo4j runs on bolt://127.0.0.1:{state(home)['port']}"


def say(text: str) -> None:
    sys.stdout.write(text + "\n")


def start(home: Path, port: int) -> str:
    """Start the server, wait until it answers, and return the lines to export; leave a running one alone."""
    if running(home) is not None:
        return exports(home)
    need("java", "javac", "mvn")
    port = port or free_port()
    if not is_free(port):
        raise ServerError(
            f"port {port} on 127.0.0.1 is in use; choose another with --port, or stop what uses it"
        )
    lib = fetch()
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    secret = password(home)
    log = home / "server.log"
    process = launch(lib, home, port, secret, log)
    private(home / "server.json", json.dumps({"pid": process.pid, "port": port}))
    wait_ready(process, log)
    return exports(home)


def launch(lib: Path, home: Path, port: int, secret: str, log: Path) -> subprocess.Popen[bytes]:
    """The server's process, in a session of its own so that it outlives this one."""
    command = ["java", "-Xmx1g", *(f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENED)]
    command += [
        "-cp",
        f"{lib}/*",
        str(HERE / "Neo4jServer.java"),
        str(home),
        str(port),
        str(HERE / "neo4j.conf"),
    ]
    with log.open("wb") as stream:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            env={**os.environ, "TIENGVANG_GRAPH_PASSWORD": secret},
            start_new_session=True,
        )


def wait_ready(process: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the launcher says READY. Raises ServerError when it ended or took too long."""
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline:
        text = log.read_text(encoding="utf-8", errors="replace")
        if "READY" in text.splitlines():
            return
        if process.poll() is not None:
            raise ServerError(f"the server ended at its start; the end of {log}:\n{tail(text)}")
        time.sleep(0.2)
    process.terminate()
    raise ServerError(f"the server was not ready after {START_TIMEOUT} s; see {log}")


def stop(home: Path) -> str:
    """Stop the server and wait until it has closed its files."""
    pid = running(home)
    if pid is None:
        return "Neo4j does not run"
    os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + STOP_TIMEOUT
    while running(home) is not None:
        if time.monotonic() > deadline:
            raise ServerError(
                f"process {pid} has not ended after {STOP_TIMEOUT} s; see {home / 'server.log'}"
            )
        time.sleep(0.1)
    (home / "server.json").unlink(missing_ok=True)
    return "Neo4j stopped"


def fetch() -> Path:
    """The folder of jars, fetched by Maven when pom.xml is new. Raises ServerError with Maven's own words."""
    pom = HERE / "pom.xml"
    stamp = hashlib.sha256(pom.read_bytes()).hexdigest()[:16]
    lib = CACHE / f"lib-{stamp}"
    if lib.is_dir():
        return lib
    CACHE.mkdir(parents=True, exist_ok=True)
    sys.stderr.write("neo4j: fetching the server with Maven, about 120 MB, once\n")
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        goal = ["dependency:copy-dependencies", f"-DoutputDirectory={folder}/lib", "-DincludeScope=runtime"]
        command = ["mvn", "-B", "-ntp", "-q", "-f", str(pom), *goal]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode:
            raise ServerError(f"Maven could not fetch the server:\n{tail(result.stdout + result.stderr)}")
        try:
            Path(folder, "lib").rename(lib)
        except OSError:  # another start was quicker
            if not lib.is_dir():
                raise
    return lib


def need(*programs: str) -> None:
    """Raise ServerError where a program is missing."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        raise ServerError(f"{', '.join(missing)} not found. {HOW_TO_GET}")


def password(home: Path) -> str:
    """The password of user neo4j: that of the environment, else the one kept in HOME, made once."""
    kept = home / "password"
    given = os.environ.get("TIENGVANG_GRAPH_PASSWORD")
    if given is not None and len(given) < MIN_PASSWORD:
        raise ServerError(f"TIENGVANG_GRAPH_PASSWORD has fewer than {MIN_PASSWORD} characters")
    if given is not None or not kept.exists():
        private(kept, given or secrets.token_urlsafe(24))
    return kept.read_text(encoding="utf-8")


def private(path: Path, text: str) -> None:
    """Write a file that only its owner may read."""
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)


def state(home: Path) -> dict[str, int]:
    """Process and port of the server that was started last in this home."""
    found: dict[str, int] = json.loads((home / "server.json").read_text(encoding="utf-8"))
    return found


def running(home: Path) -> int | None:
    """The process of the server in this home, None where none runs or another has its number now."""
    if not (home / "server.json").exists():
        return None
    pid = state(home)["pid"]
    return pid if "Neo4jServer.java" in command_of(pid) else None


def command_of(pid: int) -> str:
    """The command line of a process, "" where there is none or only the rest of a dead one."""
    if Path("/proc/self/cmdline").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
    listing = subprocess.run(
        ["ps", "-p", str(pid), "-o", "command="], capture_output=True, text=True, check=False
    )
    return listing.stdout


def exports(home: Path) -> str:
    """The lines to export, for a shell."""
    port, secret = state(home)["port"], (home / "password").read_text(encoding="utf-8")
    values = {"": f"bolt://127.0.0.1:{port}", "_USER": "neo4j", "_PASSWORD": secret}
    return "\n".join(f"export TIENGVANG_GRAPH{name}={shlex.quote(value)}" for name, value in values.items())


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def tail(text: str) -> str:
    return "\n".join(text.strip().splitlines()[-15:])


if __name__ == "__main__":
    sys.exit(main())
