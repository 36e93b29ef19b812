"""Runs the children in turn, round after round, and tells medians and ratios.

    python -m tests.bench [--rounds N] [--write]

Turn by turn, so that a machine that is busy for a while is busy for all of them.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench import journals, records

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs" / "performance.md"
Figures = dict[str, list[dict[str, Any]]]


def environment(home: Path) -> dict[str, str]:
    """A home of its own, no screen, and bytecode that is kept, as an installed program has it."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    own = {"HOME": str(home), "PYTHONPYCACHEPREFIX": str(home / "bytecode")}
    return kept | own | {"QT_QPA_PLATFORM": "offscreen"}


def child(name: str, argument: object, home: Path) -> dict[str, Any]:
    """One child's figures."""
    command = [sys.executable, "-m", "tests.bench.children", name, str(time.monotonic())]
    done = subprocess.run(
        [*command, str(argument)],
        cwd=ROOT,
        env=environment(home),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def measure(home: Path, rounds: int) -> Figures:
    """Every child, round after round; the first round makes the bytecode and is not counted."""
    file, rows = home / "demo.styrdesk", home / "rows.json"
    made = [sys.executable, "-m", "styrdesk", "demo", str(file)]
    subprocess.run(made, cwd=ROOT, env=environment(home), capture_output=True, check=True)
    rows.write_text(json.dumps([[f"{r}:{c}" for c in range(8)] for r in range(12)]), "utf-8")
    for steps in JOURNALS:
        journals.make(home / f"{steps}.styrdesk", steps)
    for count in RECORDS:
        records.make(home / f"records {count}.styrdesk", count)
    children = {
        **{f"journal {n}": ("journal", home / f"{n}.styrdesk") for n in JOURNALS},
        **{f"records {n}": ("records", home / f"records {n}.styrdesk") for n in RECORDS},
        "bare": ("bare", rows),
        "window": ("window", file),
        "command": ("command", file),
        "print": ("print", 1),
        "print ×10": ("print", 10),
    }
    found: Figures = {name: [] for name in children}
    for number in range(rounds + 1):
        for name, (kind, argument) in children.items():
            figures = child(kind, argument, home)
            if number > 0:
                found[name].append(figures)
    return found


def imports(home: Path, count: int = 8) -> list[tuple[str, float]]:
    """The modules that take longest to import for the window, themselves alone."""
    command = [sys.executable, "-X", "importtime", "-c", "import styrdesk.ui.shell.application"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(home), capture_output=True, text=True, check=True
    )
    found = re.findall(r"import time: +(\d+) \| +\d+ \| +(\S+)", done.stderr)
    slowest = sorted(((name, int(micro) / 1000) for micro, name in found), key=lambda f: -f[1])
    return slowest[:count]


def middle(found: Figures, name: str, figure: str) -> float:
    """The median of a figure."""
    return float(median(one[figure] for one in found[name]))


TEXT = """\
# Performance

Measured by `make bench` in one run of {rounds} rounds, each thing in its turn in a process of its
own; medians. Python {python}, {cores} cores, no screen. Bytecode is there, as where the program is
installed. What counts is the ratios: the seconds are those of one machine. Its load was {load:.0f};
above the number of cores others worked there too, which lengthens the seconds more than those
of the processor.

| What | Seconds | Ratio | Of the processor | Ratio | Peak memory, MB | Modules |
|---|---:|---:|---:|---:|---:|---:|
{starts}

| Print | Pages | Seconds | Milliseconds a page | Peak memory, MB |
|---|---:|---:|---:|---:|
{prints}

A page of the tenfold plan costs {growth:.2f} times a page of the demo plan.
Heavy libraries that `styrdesk plans` loads: {heavy}.

Milliseconds of the processor:

| Steps in the journal | Open a chapter's history | Open the trash |
|---:|---:|---:|
{journals}

| Records | Search everywhere | The slowest words | Save one |
|---:|---:|---:|---:|
{searches}

The costliest modules of the window's start, milliseconds in the module itself (slower than in
earnest, since each import is clocked):

| Module | Milliseconds |
|---|---:|
{imports}
"""
_FIRST = ("seconds", "processor", "modules")
_READY = ("ready", "ready_processor", "ready_modules")
# What → the child that is measured, and its figures.
STARTS = {
    "A bare PySide6 window with a table, start to first paint": ("bare", _FIRST),
    "Styrdesk on the demo file, start to first paint": ("window", _FIRST),
    "The same, until Start shows the file and can be used": ("window", _READY),
    "`styrdesk plans`, start to answer": ("command", _FIRST),
}
RECORDS = (10_000, 100_000)  # of about 25 words
JOURNALS = (1_000, 10_000)  # steps of work; a fifth of them delete
PRINTS = {"print": "The demo plan", "print ×10": "Its chapters ten times over"}


def told(found: Figures, modules: list[tuple[str, float]]) -> str:
    """The figures as a document."""
    return TEXT.format(
        rounds=len(found["bare"]),
        python=platform.python_version(),
        cores=os.cpu_count(),
        load=os.getloadavg()[1],
        starts="\n".join(_start(found, what) for what in STARTS),
        prints="\n".join(_print(found, name) for name in PRINTS),
        growth=_a_page(found, "print ×10") / _a_page(found, "print"),
        journals="\n".join(_journal(found, steps) for steps in JOURNALS),
        searches="\n".join(_search(found, count) for count in RECORDS),
        heavy=", ".join(found["command"][0]["heavy"]) or "none",
        imports="\n".join(f"| `{name}` | {ms:.0f} |" for name, ms in modules),
    )


def _start(found: Figures, what: str) -> str:
    name, figures = STARTS[what]
    seconds, processor, modules = (middle(found, name, figure) for figure in figures)
    bare, bare_processor = (middle(found, "bare", figure) for figure in _FIRST[:2])
    times = (
        f"{seconds:.2f} | {seconds / bare:.2f} | {processor:.2f} | {processor / bare_processor:.2f}"
    )
    return f"| {what} | {times} | {middle(found, name, 'megabytes'):.0f} | {modules:.0f} |"


def _journal(found: Figures, steps: int) -> str:
    history, trash = (1000 * middle(found, f"journal {steps}", f) for f in ("history", "trash"))
    return f"| {steps} | {history:.1f} | {trash:.1f} |"


def _search(found: Figures, count: int) -> str:
    name = f"records {count}"
    times = (1000 * middle(found, name, f) for f in ("middle", "slowest", "saved"))
    return f"| {count} | " + " | ".join(f"{ms:.1f}" for ms in times) + " |"


def _print(found: Figures, name: str) -> str:
    pages, seconds, memory = (
        middle(found, name, figure) for figure in ("pages", "seconds", "megabytes")
    )
    each = 1000 * _a_page(found, name)
    return f"| {PRINTS[name]} | {pages:.0f} | {seconds:.2f} | {each:.1f} | {memory:.0f} |"


def _a_page(found: Figures, name: str) -> float:
    return middle(found, name, "seconds") / middle(found, name, "pages")


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help=f"write {DOCUMENT.name}")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="styrdesk-bench-") as folder:
        home = Path(folder)
        text = told(measure(home, chosen.rounds), imports(home))
    print(text)
    if chosen.write:
        DOCUMENT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
