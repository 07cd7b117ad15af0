"""An ingest killed (SIGKILL) at many moments: what the next one makes of it, on both stores.

    python -m bench.interruptions [--store embedded] [--rounds 12] [--copies 3]

Kept in bench/results/interruptions.txt. The sample, several times over, is ingested once undisturbed; then
each round begins with an empty store and kills the ingest after its share of the processor time that this
took (Linux: read in /proc, so that a busy machine does not move the moment). On the embedded store the killed
process is the one that held it. Every third round stops Neo4j and starts it again before going
on. The next ingest must come to the same dataset version, and a check must find nothing.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.places import KINDS, ROOT, Place, command, place
from graph.queries import inline

SAMPLE = ROOT / "corpus" / "sample"
RESTART_EVERY = 3  # rounds
_HELD = inline("MATCH (d:Document) RETURN count(d) AS documents")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a line a round; 1 where one came to something else."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--store", choices=KINDS, action="append", help="one of them only")
    parser.add_argument("--rounds", type=int, default=12, help="moments at which an ingest is killed")
    parser.add_argument("--copies", type=int, default=3, help="of the sample, each with other bytes")
    options = parser.parse_args(arguments)
    load = f"{os.getloadavg()[0]:.1f}"
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, load at the start {load}")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        many = _copies(work / "many", options.copies)
        wrong = 0
        for kind in options.store or KINDS:
            with place(kind, work) as at:
                wrong += _rounds(kind, at, many, options.rounds)
    return 1 if wrong else 0


def _copies(folder: Path, copies: int) -> Path:
    folder.mkdir()
    for path in sorted(SAMPLE.glob("*.txt")):
        for copy in range(copies):
            (folder / f"{path.stem}-{copy}.txt").write_bytes(path.read_bytes() + b"\n" * (copy + 1))
    return folder


def _rounds(kind: str, at: Place, many: Path, rounds: int) -> int:
    """How many rounds went wrong."""
    before = _used_by_children()
    whole = at.told("ingest", many)
    took = _used_by_children() - before
    print(f"\n{kind}: {len(whole['loaded'])} documents, {took:.1f} s of processor undisturbed", flush=True)
    wrong = killed = 0
    for number in range(1, rounds + 1):
        at.empty()
        after = took * number / (rounds + 1)
        hit = _killed(at, many, after)
        killed += hit
        held = _held(at)
        restarted = number % RESTART_EVERY == 0 and at.restart()
        same = at.told("ingest", many)["dataset_version"] == whole["dataset_version"]
        findings = at.told("check")["findings"]
        wrong += not same or bool(findings)
        print(
            f"  {number:2}: {'killed' if hit else 'had ended'} after {after:5.1f} s with {held:3} documents"
            f"{', store restarted' if restarted else ''}; then {'the same' if same else 'ANOTHER'} version, "
            f"{len(findings)} findings",
            flush=True,
        )
    print(f"  {killed} of {rounds} killed at work; {rounds - wrong} of {rounds} finished as undisturbed")
    return wrong


def _killed(at: Place, folder: Path, after: float) -> bool:
    """Whether the ingest was still at work when it was killed, after so many seconds of processor."""
    process = subprocess.Popen(
        command("ingest", folder),
        cwd=ROOT,
        env=at.environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while process.poll() is None and _used(process.pid) < after:
        time.sleep(0.02)
    process.kill()
    return process.wait() == -signal.SIGKILL


def _used_by_children() -> float:
    """Processor seconds of the processes that this one has waited for."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _used(pid: int) -> float:
    """Processor seconds of a process."""
    fields = (
        Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    )
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _held(at: Place) -> int:
    with at.open() as store:
        return int(store.read(_HELD)[0]["documents"])


if __name__ == "__main__":
    sys.exit(main())
