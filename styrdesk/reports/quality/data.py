"""Collects a routine or a process for its print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from styrdesk.base.i18n import _
from styrdesk.domain.edition import EditionState, state
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.process import Process, ProcessStep
from styrdesk.domain.routine import Routine
from styrdesk.reports.letterhead import Letterhead, letterhead
from styrdesk.reports.spec import Choice
from styrdesk.services.catalogue import Services
from styrdesk.services.register import BY_NAME


@dataclass(frozen=True, slots=True)
class RoutinePrint:
    """What the print of a routine is made from.

    Attributes:
        basis: The laws it rests on, each with which part of it.
    """

    routine: Routine
    state: EditionState
    head: Letterhead
    unit: str = ""
    responsible: str = ""
    basis: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ProcessPrint:
    """What the print of a process is made from.

    Attributes:
        routines: What the routine of each step is called; empty for none.
    """

    process: Process
    steps: tuple[ProcessStep, ...]
    routines: tuple[str, ...]
    head: Letterhead
    owner: str = ""


def routines(services: Services) -> tuple[Choice, ...]:
    """Every version of every routine."""
    rows = services.routines.rows(order=(BY_NAME,))
    version = _("{title}, version {number}")
    return tuple(
        Choice(row.id, version.format(title=row.title, number=row.version)) for row in rows
    )


def processes(services: Services) -> tuple[Choice, ...]:
    """Every process."""
    rows = services.processes.rows(order=(BY_NAME,))
    return tuple(Choice(row.id, row.title) for row in rows)


def collect_routine(services: Services, choice: str) -> RoutinePrint:
    """A routine as it stands.

    Raises:
        RuleBroken: There is no such routine.
    """
    try:
        routine = services.routines.get(choice)
    except KeyError as error:
        raise RuleBroken(_("There is no such routine.")) from error
    rows = services.routine_regulations.rows({"routine_id": choice})
    ids = sorted(row.regulation_id for row in rows)
    laws = {law.id: law for law in services.regulations.rows({"id": ids})}
    basis = ((laws[row.regulation_id], row.sections) for row in rows)
    units = services.units.rows({"id": routine.unit_id or ""})
    today: date = services.clock.today()
    return RoutinePrint(
        routine,
        state(routine, today),
        letterhead(services, routine.committee_id),
        unit=units[0].name if units else "",
        responsible=_person(services, routine.responsible_id),
        basis=tuple((f"{law.title} ({law.number})" if law.number else law.title, part)
                    for law, part in basis),
    )  # fmt: skip


def collect_process(services: Services, choice: str) -> ProcessPrint:
    """A process with its steps.

    Raises:
        RuleBroken: There is no such process.
    """
    try:
        process = services.processes.get(choice)
    except KeyError as error:
        raise RuleBroken(_("There is no such process.")) from error
    steps = services.process_steps.rows({"process_id": choice}, order=("position",))
    ids = sorted({step.routine_id for step in steps if step.routine_id})
    called = {row.id: row.title for row in services.routines.rows({"id": ids})}
    return ProcessPrint(
        process,
        steps,
        tuple(called.get(step.routine_id or "", "") for step in steps),
        letterhead(services, process.committee_id),
        owner=_person(services, process.owner_id),
    )


def _person(services: Services, person_id: str | None) -> str:
    rows = services.people.rows({"id": person_id or ""})
    return rows[0].name if rows else ""
