"""Runs a program under strace and kills it, or fails its disk, at the N-th call.

To add a program: a function in `programs.py`, a check of what must hold in `test_sweep.py`.
The points are found by a first run that only counts the calls.
"""

from __future__ import annotations

import collections
import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Not write: of these programs only the acknowledgements are written so.
CALLS = (
    *("pwrite64", "fdatasync", "fsync", "ftruncate"),
    *("rename", "renameat2", "link", "linkat", "unlink", "unlinkat"),
)
KILL = "signal=SIGKILL"
# "when+": the disk stays full, or broken, from the N-th call on.
FULL = "error=ENOSPC:when+"
BROKEN = ("error=EIO:when+", "error=EIO")
_MANY = 60
_SECONDS = 60


@dataclass(frozen=True)
class Point:
    """The N-th call of a kind, and what happens there."""

    program: str
    call: str
    number: int
    fault: str

    def __str__(self) -> str:
        return f"{self.program}-{self.call}-{self.number}-{self.fault.split('=')[1]}"

    @property
    def injection(self) -> str:
        fault, _colon, lasting = self.fault.partition(":")
        return f"inject={self.call}:{fault}:when={self.number}{'+' if lasting else ''}"


@dataclass(frozen=True)
class Outcome:
    """What the child said before it ended.

    Attributes:
        killed: Whether it was killed.
        acknowledged: The numbers it printed after ACK.
        told: The faults it told its user of.
        said: All of its standard error.
    """

    killed: bool
    acknowledged: tuple[int, ...]
    told: tuple[str, ...]
    said: str


def why_not() -> str:
    """Why no sweep can be made on this machine, or empty."""
    if not shutil.which("strace"):
        return "strace is not installed"
    done = subprocess.run(
        ["strace", "-qq", "-e", "trace=none", "true"], capture_output=True, check=False
    )
    return "" if done.returncode == 0 else "tracing is not permitted here"


def run(program: str, folder: Path, *tracing: str) -> Outcome:
    """Run a program of `programs.py` on the folder."""
    child = [sys.executable, "-m", "tests.faults.programs", program, str(folder)]
    done = subprocess.run(
        [*tracing, *child],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
        env={"PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(folder)},
    )
    return Outcome(
        killed=done.returncode in (-9, 137),
        acknowledged=tuple(int(n) for n in re.findall(r"^ACK (\d+)$", done.stdout, re.MULTILINE)),
        told=tuple(re.findall(r"^TOLD (\w+)$", done.stdout, re.MULTILINE)),
        said=done.stderr,
    )


def strike(point: Point, folder: Path) -> Outcome:
    """Run the point's program, with its fault, on what lies in the folder."""
    log = folder.with_name(folder.name + ".strace")
    tracing = ("strace", "-f", "-qq", "-o", str(log), "-e", f"trace={point.call}")
    outcome = run(point.program, folder, *tracing, "-e", point.injection)
    log.unlink()
    return outcome


def counted(program: str, folder: Path, calls: tuple[str, ...] = CALLS) -> collections.Counter[str]:
    """How many calls of each kind the program makes when nothing fails."""
    log = folder.with_name(folder.name + ".strace")
    tracing = ("strace", "-f", "-qq", "-o", str(log), "-e", "trace=" + ",".join(calls))
    outcome = run(program, folder, *tracing)
    assert outcome.acknowledged, outcome.said
    names = re.findall(r"^\d+ +(\w+)\(", log.read_text(encoding="utf-8"), re.MULTILINE)
    return collections.Counter(names)


def points(
    program: str, counts: collections.Counter[str], faults: Collection[str]
) -> Iterator[Point]:
    """Every call of the program with each of the faults.

    Where the same call is made hundreds of times, it is failed at every third; as the last one
    it is met every time.
    """
    for fault in faults:
        for call, count in sorted(counts.items()):
            step = 3 if count > _MANY and fault != KILL else 1
            for number in range(1, count + 1, step):
                yield Point(program, call, number, fault)
