"""Checklists of a large municipality: 300 units with 50 lists a year for ten years.

    python -m tests.bench.checklists [--rounds N] [--write]

150,000 lists with 1.5 million answers, against a hundredth of them: medians, and their ratio. The
start of the window is measured on both files turn by turn, as in `tests.bench`.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from styrdesk.base.clock import SystemClock
from styrdesk.base.collation import fold, sort_key
from styrdesk.base.ids import new_id
from styrdesk.domain.agenda import Whose
from styrdesk.domain.checklist import (
    ChecklistItem,
    ChecklistStatus,
    ChecklistTemplate,
    ChecklistUnit,
)
from styrdesk.domain.criteria import From
from styrdesk.domain.organisation import Committee, Person, Unit
from styrdesk.services.catalogue import Services, services_of
from styrdesk.storage import connection, file
from tests.bench.__main__ import ROOT, child

DOCUMENT = ROOT / "docs" / "performance-checklists.md"
UNITS, TEMPLATES, POINTS = 300, 50, 10
YEARS = {"small": 0.1, "large": 10}  # a tenth of a year is a hundredth of ten
FIRST = date(2016, 1, 4)
OWN = Whose("p", frozenset({"u1", "u2", "u3"}), ("Åsa Öberg",), only=True)
LIST = "INSERT INTO checklist VALUES (?,?,?,'c',?,?,?,?,?,?,?,?,?,?,?,?,'','','',?,?)"
ANSWER = "INSERT INTO checklist_answer VALUES (?,?,?,?,?,'',?,'Åsa Öberg',NULL)"


def serving(path: Path) -> Services:
    return services_of(file.open_file(path), SystemClock(), lambda: "p")


def make(path: Path, years: float) -> None:
    """A file with the lists of so many years; the last of each unit's is open."""
    file.create(path).close()
    services = serving(path)
    store, db = services.file.store, services.file.db
    db.execute_sql("PRAGMA synchronous = OFF")  # it need not survive a power cut
    with services.work.step("Begin"):
        store.save(Committee("c", name="Barn- och bildningsnämnden"))
        store.save(Person("p", name="Åsa Öberg"))
        for n in range(UNITS):
            store.save(Unit(f"u{n}", "c", name=f"Skola {n}"))
        for n in range(TEMPLATES):
            template = ChecklistTemplate(f"t{n}", "c", f"Egenkontroll {n}", valid_from=FIRST)
            store.save(template)
            for unit in range(UNITS):
                store.save(ChecklistUnit(f"p{n}-{unit}", template.id, f"u{unit}"))
            for point in range(POINTS):
                item = ChecklistItem(f"i{n}-{point}", template.id, f"Punkt {point}", position=point)
                store.save(item)
    versions = {}
    for n in range(TEMPLATES):
        key = services.checklists.begin(f"t{n}", "c", None, None)
        versions[n] = services.checklists.get(key).version_id
    lists = round(years * UNITS * TEMPLATES)
    for begin in range(0, lists, 1000):
        with services.work.step("Fill"):
            for number in range(begin, min(begin + 1000, lists)):
                _fill(services, number, lists, versions)
    services.file.close()
    serving(path).file.close()  # the index of words follows what was written past the services


def _fill(services: Services, number: int, lists: int, versions: dict[int, str]) -> None:
    """One list of ten answers; each ninth has a failure."""
    db, key = services.file.db, new_id()
    template, unit = number % TEMPLATES, number // TEMPLATES % UNITS
    day = (FIRST + timedelta(number * 3600 // lists)).isoformat()
    title, place = f"Egenkontroll {template}", f"Skola {unit}"
    failed, at = int(number % 9 == 0), f"{day}T08:12:00+01:00"
    status = "open" if number >= lists - UNITS else "signed"
    stamps = (at, "Åsa Öberg", at, "Åsa Öberg")
    counts = (POINTS, POINTS, failed)
    folded = fold(f"{title}\n{place}")
    values = (key, f"t{template}", versions[template], f"u{unit}", title, place, day, status)
    db.execute_sql(LIST, (*values, *counts, *stamps, sort_key(title), folded))
    for point in range(1, POINTS + 1):
        bad = failed and point == 1
        value = "no" if bad else "yes"
        db.execute_sql(ANSWER, (new_id(), key, point, value, int(bad), at))


def clocked(act: Callable[[], object], times: int = 7) -> float:
    """Median milliseconds of the processor: others may work at the same machine."""
    found = []
    for _n in range(times):
        begun = time.process_time()
        act()
        found.append(time.process_time() - begun)
    return 1000 * median(found)


def figures(path: Path) -> dict[str, float]:
    """What a chef does, in milliseconds."""
    services = serving(path)
    lists, mine = services.checklists, {"committee_id": "c"}
    failed = {**mine, "failed": From(1)}
    begun = {**mine, "status": ChecklistStatus.OPEN}
    key = lists.rows(begun, limit=1)[0].id
    answers = iter(("no", "yes") * 20)
    today = date(2025, 11, 20)

    def opened() -> None:
        checklist = lists.get(key)
        lists.form(checklist)
        lists.progress(checklist)
        lists.is_outdated(checklist)

    found = {
        "Show the list: a page and how many": lambda: (
            lists.rows(mine, limit=200),
            lists.count(mine),
        ),
        "Filter: with failures": lambda: (lists.rows(failed, limit=200), lists.count(failed)),
        "Filter: not signed, and how far each is": lambda: lists.answered(
            [row.id for row in lists.rows(begun, limit=200)]
        ),
        "Filter: words": lambda: (
            lists.rows(mine, words="skola 17", limit=200),
            lists.count(mine, words="skola 17"),
        ),
        "Open a list": opened,
        "Answer a point": lambda: lists.answer(key, 3, next(answers)),
        "Outcome of a template over time": lambda: lists.outcome("t7"),
        "How many are late in the nämnd": lambda: lists.count_late("c", today),
        "What is due of one's own units": lambda: services.agenda.of("c", OWN),
        "What a person is to fill in": lambda: lists.coming("c", today, Whose("p")),
    }
    told = {what: clocked(act) for what, act in found.items()}
    services.file.close()
    return told


TEXT = """\
# Performance with many checklists

Measured by `python -m tests.bench.checklists` in one run of {rounds} rounds: {units} units with
{templates} checklists a year for ten years, 150,000 lists with 1.5 million answers
({megabytes:.0f} MB with history), against a hundredth of them. Medians in milliseconds of the
processor; what counts is the ratio.

| What | 1,500 lists | 150,000 lists | Ratio |
|---|---:|---:|---:|
{rows}

The window's start, seconds of the processor until its frame is painted: {painted}; until Start
shows the file: {ready}. A file that lies as it was left is looked through
beside the work (decisions/0026); any other before it is shown, which costs {check:.1f} s of the
processor here.
"""


def looked_through(path: Path) -> float:
    """Seconds of the processor that SQLite needs to see that a file is whole."""
    services = serving(path)
    begun = time.process_time()
    connection.sound(services.file.db)
    seconds = time.process_time() - begun
    services.file.close()
    return seconds


def _pair(starts: dict[str, list[dict[str, float]]], figure: str) -> str:
    """A figure of the small file and the large one."""
    small, large = (median(run[figure] for run in starts[name]) for name in starts)
    return f"{small:.2f} and {large:.2f}, ratio {large / small:.2f}"


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.checklists")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help=f"write {DOCUMENT.name}")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="styrdesk-bench-") as folder:
        home = Path(folder)
        paths = {name: home / f"{name}.styrdesk" for name in YEARS}
        for name, years in YEARS.items():
            make(paths[name], years)
        size = paths["large"].stat().st_size / 1e6
        runs: dict[str, list[dict[str, float]]] = {name: [] for name in paths}
        starts: dict[str, list[dict[str, float]]] = {name: [] for name in paths}
        check = looked_through(paths["large"])
        for _round in range(chosen.rounds):
            for name, path in paths.items():
                runs[name].append(figures(path))
                child("window", path, home)  # looks it through, and leaves it whole
                starts[name].append(child("window", path, home))
    small, large = (
        {what: median(run[what] for run in runs[name]) for what in runs[name][0]} for name in runs
    )
    rows = [
        f"| {what} | {small[what]:.1f} | {large[what]:.1f} | {large[what] / small[what]:.1f} |"
        for what in small
    ]
    text = TEXT.format(
        rounds=chosen.rounds,
        units=UNITS,
        templates=TEMPLATES,
        megabytes=size,
        rows="\n".join(rows),
        painted=_pair(starts, "processor"),
        ready=_pair(starts, "ready_processor"),
        check=check,
    )
    print(text)
    if chosen.write:
        DOCUMENT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
