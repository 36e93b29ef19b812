"""What the registers have with a last day: the one door through which they tell it.

A register that has something to tell gets a function in `SOURCES`; who shows it needs no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from styrdesk.base.clock import Clock
from styrdesk.base.i18n import N_, _
from styrdesk.domain.agenda import AHEAD, Due
from styrdesk.domain.case import Case, masked
from styrdesk.domain.case_type import CaseStage
from styrdesk.domain.catalogue import TABLE_OF
from styrdesk.domain.criteria import UpTo
from styrdesk.domain.edition import Edition, Standing
from styrdesk.domain.governing_document import GoverningDocument
from styrdesk.domain.organisation import Person
from styrdesk.domain.regulation import Regulation
from styrdesk.domain.routine import Routine
from styrdesk.domain.self_check import SelfCheck
from styrdesk.domain.shared_model import SharedModel
from styrdesk.services.checklists import ChecklistService
from styrdesk.services.internal_control import InternalControl
from styrdesk.storage.store import Store

MOST: Final = 30
"""Rows of one register: more are not a day's work, and its own page shows them all."""

_CASE_AHEAD: Final = timedelta(days=7)


@dataclass(frozen=True)
class Asked:
    """A nämnd on a day, as one sees it who sits here.

    Attributes:
        person: Id of who sits here, or empty.
    """

    store: Store
    checklists: ChecklistService
    control: InternalControl
    committee_id: str
    today: date
    person: str

    @cached_property
    def people(self) -> dict[str, str]:
        """Names by id."""
        return {one.id: one.name for one in self.store.rows(Person)}

    def name(self, person_id: str | None) -> str:
        """The name of a person; empty for nobody."""
        return self.people.get(person_id or "", "")


Source = Callable[[Asked], Iterator[Due]]


def _cases(asked: Asked) -> Iterator[Due]:
    """Those late or due within a week; a secret one tells its number alone."""
    stages = {stage.id: stage.name for stage in asked.store.rows(CaseStage)}
    where = {"committee_id": asked.committee_id, "due": UpTo(asked.today + _CASE_AHEAD)}
    for case in map(masked, asked.store.rows(Case, where, order=("due",), limit=MOST)):
        if case.due is not None:
            note = " · ".join(part for part in (case.code, stages.get(case.stage_id, "")) if part)
            yield Due(case.due, "", case.title, asked.name(case.handler_id), "case", case.id, note)


def _lists(asked: Asked) -> Iterator[Due]:
    """Checklists that who sits here is to fill in; none while nobody has said who."""
    if not asked.person:
        return
    whose = (asked.committee_id, asked.today, asked.person)
    for row in (*asked.checklists.late(*whose), *asked.checklists.coming(*whose)):
        begun = _("Begun") if row.checklist_id else ""
        note = " · ".join(part for part in (row.unit, _("Checklist"), begun) if part)
        yield Due(row.day, "", row.title, "", "checklist", row.key, note)


def _laws(asked: Asked) -> Iterator[Due]:
    """Laws to look at again."""
    where = {"next_check": UpTo(asked.today + AHEAD)}
    for law in asked.store.rows(Regulation, where, order=("next_check",), limit=MOST):
        if law.next_check is not None:
            who, note = asked.name(law.responsible_id), _("To be checked")
            yield Due(law.next_check, "", law.title, who, "regulation", law.id, note)


def _editions(kind: type[Edition]) -> Source:
    """Those in force that are to be looked at again, and decided ones that wait for their day."""

    def found(asked: Asked) -> Iterator[Due]:
        ways = (
            (Standing.IN_FORCE, "review_due", N_("To be reviewed")),
            (Standing.DRAFT, "valid_from", N_("Takes effect")),
        )
        for standing, field, note in ways:
            for committee in (asked.committee_id, None):  # and the whole municipality's
                where = {
                    "standing": standing,
                    "committee_id": committee,
                    field: UpTo(asked.today + AHEAD),
                }
                for one in asked.store.rows(kind, where, order=(field,), limit=MOST):
                    day: date = getattr(one, field)
                    who, table = asked.name(one.responsible_id), TABLE_OF[kind]
                    yield Due(day, "", one.title, who, table, one.id, _(note))

    return found


def _self_checks(asked: Asked) -> Iterator[Due]:
    """Those that are to be carried out, late or soon."""
    for committee in (asked.committee_id, None):  # and the whole municipality's
        where = {
            "done_on": None,
            "committee_id": committee,
            "planned_for": UpTo(asked.today + AHEAD),
        }
        for one in asked.store.rows(SelfCheck, where, order=("planned_for",), limit=MOST):
            if one.planned_for is not None:
                who, note = asked.name(one.responsible_id), _("Self-check")
                yield Due(one.planned_for, "", one.title, who, "self_check", one.id, note)


def _controls(asked: Asked) -> Iterator[Due]:
    """Controls of decided plans whose result is to be noted, late or soon."""
    found = asked.control.awaited(asked.committee_id, asked.today + AHEAD)
    for one in found[:MOST]:
        control, note = one.control, _("Internal control")
        about = (control.title, control.responsible, "control_result", control.id, note)
        yield Due(one.day, "", *about, one.year)


SOURCES: Final[tuple[Source, ...]] = (
    _cases,
    _lists,
    _laws,
    _editions(GoverningDocument),
    _editions(Routine),
    _editions(SharedModel),
    _self_checks,
    _controls,
)


class AgendaService:
    """What the registers say is due.

    Args:
        store: Of the open file.
        checklists: Tells which are to be filled in.
        control: Tells which results are to be noted.
        clock: The time.
    """

    def __init__(
        self, store: Store, checklists: ChecklistService, control: InternalControl, clock: Clock
    ) -> None:
        self._store, self._checklists, self._control = store, checklists, control
        self._clock = clock

    def due(self, committee_id: str, person: str) -> tuple[Due, ...]:
        """What is late or comes soon, by day.

        Args:
            committee_id: The nämnd; nothing is due while there is none.
            person: Id of who sits here, or empty.
        """
        if not committee_id:
            return ()
        today = self._clock.today()
        asked = Asked(self._store, self._checklists, self._control, committee_id, today, person)
        found = [one for source in SOURCES for one in source(asked)]
        return tuple(sorted(found, key=lambda one: (one.day, one.title)))
