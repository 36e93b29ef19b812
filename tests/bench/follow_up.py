"""Cases and self-checks of a large municipality: ten years of them in one file.

    python -m tests.bench.follow_up [--rounds N] [--write]

150,000 cases and 150,000 self-checks, against a hundredth of them: medians, and their ratio.
"""

from __future__ import annotations

import argparse
import itertools
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

from styrdesk.base.ids import new_id
from styrdesk.domain.case import Case
from styrdesk.domain.criteria import Between, Other, UpTo
from styrdesk.domain.organisation import Committee, Person, Unit
from styrdesk.domain.self_check import SelfCheck
from styrdesk.services.catalogue import Services
from styrdesk.services.register import Register
from styrdesk.storage import file
from styrdesk.storage.connection import Database
from tests.bench.__main__ import ROOT
from tests.bench.checklists import OWN, clocked, serving

DOCUMENT = ROOT / "docs" / "performance-follow-up.md"
COUNTS = {"small": 1_500, "large": 150_000}
UNITS = 300
YEARS = 10
_OPEN = 50  # one of so many is not closed
_WORDS = "'Kölista ' || n || ' vid skolan ' || (n % 300)"


def make(path: Path, count: int) -> None:
    """A file with so many cases and as many self-checks, spread over ten years until today."""
    file.create(path).close()
    services = serving(path)
    store, db, today = services.file.store, services.file.db, services.clock.today()
    db.execute_sql("PRAGMA synchronous = OFF")  # it need not survive a power cut
    with services.work.step("Begin"):
        store.save(Committee("c", name="Barn- och bildningsnämnden"))
        store.save(Person("p", name="Åsa Öberg"))
        for n in range(UNITS):
            store.save(Unit(f"u{n}", "c", name=f"Skola {n}"))
    services.case_flow.begin()
    kinds = [kind for kind in services.cases.types() if services.cases.way(kind.id).stages]
    begun = {kind.id: services.cases.way(kind.id).stages for kind in kinds}
    with services.work.step("Fill"):
        for first, kind in enumerate(kinds):
            case = Case(f"case{first}", "c", kind.id, begun[kind.id][0].id, arrived=today)
            store.save(replace(case, number=first + 1, year=1))
            _spread(db, "case", case.id, _cases(begun[kind.id][-1].id), (first, len(kinds), count))
        store.save(SelfCheck("check", "c", responsible_id="p"))
        _spread(db, "self_check", "check", _checks(), (0, 1, count))
    services.file.close()
    serving(path).file.close()  # the index of words follows what was written past the services


def _day(days: str) -> str:
    return f"date('now', '-' || ({days}) || ' days')"


def _cases(last: str) -> dict[str, str]:
    """What differs from case to case, as SQL of its number n among `most`."""
    age = f"(most - n) * {YEARS * 365} / most"
    is_open = f"n % {_OPEN} = 0"
    arrived = _day(age)
    return {
        "title": _WORDS,
        "sort_key": _WORDS,
        "folded": f"lower({_WORDS})",
        "year": f"CAST(strftime('%Y', {arrived}) AS INTEGER)",
        "number": "n + 10",
        "code": f"strftime('%Y', {arrived}) || '-' || n",
        "arrived": arrived,
        "unit_id": f"'u' || (n % {UNITS})",
        "handler_id": "'p'",
        "body": "'Vi fick veta det samma dag. ' || n",
        "secret": "n % 97 = 0",
        "reopened": "n % 89 = 0",
        "answer": f"CASE WHEN {is_open} THEN 'waiting' WHEN n % 7 THEN 'in_time' ELSE 'late' END",
        "answer_by": _day(f"{age} - 14"),
        "due": f"CASE WHEN {is_open} THEN {_day(f'{age} - 30')} END",
        "closed_on": f"CASE WHEN NOT {is_open} THEN {_day(f'{age} - 20')} END",
        "stage_id": f"CASE WHEN {is_open} THEN stage_id ELSE '{last}' END",
    }


def _checks() -> dict[str, str]:
    age = f"(most - n) * {YEARS * 365} / most - 30"
    is_open = f"n % {_OPEN} = 0"
    return {
        "title": _WORDS,
        "sort_key": _WORDS,
        "folded": f"lower({_WORDS})",
        "unit_id": f"'u' || (n % {UNITS})",
        "planned_for": _day(age),
        "done_on": f"CASE WHEN NOT {is_open} THEN {_day(age)} END",
        "result": f"CASE WHEN {is_open} THEN 'none' ELSE iif(n % 9, 'as_required', 'partly') END",
        "deviations": f"NOT {is_open} AND n % 9 = 0",
    }


def _spread(
    db: Database, table: str, like: str, changed: dict[str, str], part: tuple[int, int, int]
) -> None:
    """As many rows as wanted like one that is there: each so-manieth number from a first."""
    names = [name for (name,) in db.asked("SELECT name FROM pragma_table_info(?)", table)]
    values = [{"id": f"'{table}-' || n", **changed}.get(name, f'"{name}"') for name in names]
    into = ", ".join(f'"{name}"' for name in names)
    first, step, most = part
    db.execute_sql(
        f"WITH RECURSIVE many(n, most) AS (SELECT {first}, {most} UNION ALL "  # noqa: S608  # ours
        f"SELECT n + {step}, most FROM many WHERE n + {step} < most) "
        f'INSERT INTO "{table}" ({into}) SELECT {", ".join(values)} '
        f"FROM \"{table}\", many WHERE id = '{like}'"
    )


def figures(path: Path) -> dict[str, float]:
    """What a chef does, in milliseconds."""
    services = serving(path)
    told = {what: clocked(act) for what, act in acts(services).items()}
    services.file.close()
    return told


def acts(services: Services) -> dict[str, Callable[[], object]]:
    """What is measured."""
    cases, checks, today = services.cases, services.self_checks, services.clock.today()
    mine: dict[str, object] = {"committee_id": "c"}
    newest = ("-year", "-number")
    yesterday = today - timedelta(days=1)
    ours: dict[str, object] = {"committee_id": {"c", None}}
    late = {"done_on": None, "planned_for": UpTo(yesterday)}
    case = cases.rows({**mine, "closed_on": None}, order=newest, limit=1)[0]
    check = checks.rows(late, limit=1)[0]
    number = itertools.count()

    def listed(
        register: Register[Any], where: Mapping[str, object], order: Sequence[str], words: str = ""
    ) -> Callable[[], object]:
        def page() -> None:
            register.rows(where, words=words, order=order, limit=200)
            register.count(where, words=words)

        return page

    return {
        "Cases: a page and how many": listed(cases, mine, newest),
        "Cases: by what they are about": listed(cases, mine, ("sort_key",)),
        "Cases: open": listed(cases, {**mine, "closed_on": None}, newest),
        "Cases: open and mine": listed(
            cases, {**mine, "closed_on": None, "handler_id": "p"}, newest
        ),
        "Cases: past their last day": listed(cases, {**mine, "due": UpTo(yesterday)}, ("due",)),
        "Cases: secret": listed(cases, {**mine, "secret": True}, newest),
        "Cases: words": listed(cases, mine, newest, "skolan 17"),
        "Open a case": lambda: (cases.get(case.id), cases.way(case.type_id)),
        "Save a case": lambda: cases.save(replace(case, body=f"Ord {next(number)}")),
        "Register a case": lambda: cases.add(Case(new_id(), "c", case.type_id, title="Ny")),
        "Figures of a year": lambda: services.case_statistics.of("c", today.year - 1),
        "Self-checks: a page and how many": listed(checks, ours, ("planned_for",)),
        "Self-checks: by name": listed(checks, ours, ("sort_key",)),
        "Self-checks: late": listed(checks, ours | late, ("planned_for",)),
        "Self-checks: soon": listed(
            checks,
            ours | {"done_on": None, "planned_for": Between(today, today + timedelta(30))},
            (),
        ),
        "Self-checks: carried out": listed(
            checks, ours | {"done_on": Other(None)}, ("planned_for",)
        ),
        "Self-checks: words": listed(checks, ours, ("planned_for",), "skolan 17"),
        "Save a self-check": lambda: checks.save(replace(check, outcome=f"Ord {next(number)}")),
        "What is due on Start": lambda: services.agenda.due("c", "p"),
        "What is due of one's own units": lambda: services.agenda.of("c", OWN),
        "Figures of a kvalitetsberättelse": lambda: services.quality.sections("c", today.year - 1),
    }


TEXT = """\
# Performance with many cases and self-checks

Measured by `python -m tests.bench.follow_up` in one run of {rounds} rounds: {units} units with
150,000 cases and 150,000 self-checks in ten years ({megabytes:.0f} MB with history), against a
hundredth of them. Medians in milliseconds of the processor; what counts is the ratio.

| What | 1,500 of each | 150,000 of each | Ratio |
|---|---:|---:|---:|
{rows}
"""


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.follow_up")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help=f"write {DOCUMENT.name}")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="styrdesk-bench-") as folder:
        paths = {name: Path(folder) / f"{name}.styrdesk" for name in COUNTS}
        for name, count in COUNTS.items():
            make(paths[name], count)
        size = paths["large"].stat().st_size / 1e6
        runs: dict[str, list[dict[str, float]]] = {name: [] for name in paths}
        for _round in range(chosen.rounds):
            for name, path in paths.items():
                runs[name].append(figures(path))
    small, large = (
        {what: median(run[what] for run in runs[name]) for what in runs[name][0]} for name in runs
    )
    rows = [
        f"| {what} | {small[what]:.1f} | {large[what]:.1f} | {large[what] / small[what]:.1f} |"
        for what in small
    ]
    text = TEXT.format(rounds=chosen.rounds, units=UNITS, megabytes=size, rows="\n".join(rows))
    print(text)
    if chosen.write:
        DOCUMENT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
