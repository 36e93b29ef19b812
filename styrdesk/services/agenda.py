"""What the registers have with a last day: the one door through which they tell it.

A register that has something to tell gets a function in `SOURCES`; who shows it needs no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from operator import attrgetter
from typing import Final

from styrdesk.base.clock import Clock
from styrdesk.base.i18n import N_, _
from styrdesk.domain.agenda import AHEAD, Agenda, Due, Whose
from styrdesk.domain.case import Case, Measure, masked
from styrdesk.domain.case_type import CaseStage
from styrdesk.domain.catalogue import TABLE_OF
from styrdesk.domain.criteria import Other, UpTo
from styrdesk.domain.edition import Edition, Standing
from styrdesk.domain.governing_document import GoverningDocument
from styrdesk.domain.organisation import Person, speaks_of
from styrdesk.domain.regulation import Regulation
from styrdesk.domain.routine import Routine
from styrdesk.domain.self_check import SelfCheck, SelfCheckMeasure
from styrdesk.domain.shared_model import SharedModel
from styrdesk.services.checklists import ChecklistService
from styrdesk.services.internal_control import InternalControl
from styrdesk.storage.store import R, Store, Where

MOST: Final = 30
"""Rows of one register: more are not a day's work, and its own page shows them all."""

_CASE_AHEAD: Final = timedelta(days=7)


@dataclass
class Asked:
    """A nämnd on a day, as one sees it who sits here.

    Attributes:
        whose: Who sits here, and whether only what is theirs is told.
        beyond: How much was left out as it is not theirs; the sources add to it.
    """

    store: Store
    checklists: ChecklistService
    control: InternalControl
    committee_id: str
    today: date
    whose: Whose
    beyond: int = 0

    @cached_property
    def people(self) -> dict[str, str]:
        """Names by id."""
        return {one.id: one.name for one in self.store.rows(Person)}

    def name(self, person_id: str | None) -> str:
        """The name of a person; empty for nobody."""
        return self.people.get(person_id or "", "")

    def rows(self, kind: type[R], where: Where, day: str, *ways: Where) -> list[R]:
        """Those that fit, by their day.

        Args:
            kind: The record class.
            where: What they must be.
            day: The field of their last day.
            ways: One or two ways of being theirs; to be so in one of them is enough.
        """
        asked: list[Where] = [{**where, **way} for way in ways] if self.whose.only else [where]
        each = [self.store.rows(kind, one, order=(day,), limit=MOST) for one in asked]
        found = {one.id: one for rows in each for one in rows}
        if self.whose.only:
            is_all = all(len(rows) < MOST for rows in each)
            theirs = len(found) if is_all else self._count(kind, asked)
            self.beyond += self.store.count(kind, where) - theirs
        return sorted(found.values(), key=attrgetter(day))[:MOST]

    def _count(self, kind: type[R], ways: Sequence[Where]) -> int:
        """How many fit in one of two ways at least; what fits in both is counted once."""
        both = {field: asked for way in ways for field, asked in way.items()}
        twice = self.store.count(kind, both) if len(ways) > 1 else 0
        return sum(self.store.count(kind, way) for way in ways) - twice

    @property
    def of_units(self) -> Where:
        """Being of one of their units."""
        return {"unit_id": self.whose.units}

    @property
    def cases(self) -> tuple[Where, Where]:
        """The ways a case is theirs. A secret one tells nobody what unit it is of."""
        return {**self.of_units, "secret": Other(value=True)}, {"handler_id": self.whose.person}

    def responsible(self, field: str = "responsible_id") -> Where:
        """Being theirs to see to."""
        return {field: self.whose.person}


Source = Callable[[Asked], Iterator[Due]]


def _cases(asked: Asked) -> Iterator[Due]:
    """Those late or due within a week; a secret one tells its number alone."""
    stages = {stage.id: stage.name for stage in asked.store.rows(CaseStage)}
    where = {"committee_id": asked.committee_id, "due": UpTo(asked.today + _CASE_AHEAD)}
    for case in map(masked, asked.rows(Case, where, "due", *asked.cases)):
        if case.due is not None:
            note = " · ".join(part for part in (case.code, stages.get(case.stage_id, "")) if part)
            yield Due(case.due, "", case.title, asked.name(case.handler_id), "case", case.id, note)


def _case_measures(asked: Asked) -> Iterator[Due]:
    """What is to be done in open cases, late or within a week; of a secret one its number alone."""
    is_open = {"committee_id": asked.committee_id, "closed_on": None}
    every = asked.store.ids(Case, is_open)
    ways = asked.cases if asked.whose.only else ()
    theirs = {key for way in ways for key in asked.store.ids(Case, {**is_open, **way})}
    where = {
        "case_id": every,
        "done_on": None,
        "not_done": "",
        "done_by": UpTo(asked.today + _CASE_AHEAD),
    }
    found = asked.rows(Measure, where, "done_by", {"case_id": theirs})
    of = {one.case_id for one in found}
    cases = {case.id: case for case in asked.store.rows(Case, {"id": of})}
    for one in found:
        case = cases[one.case_id]
        title, who = (one.title, one.responsible) if not case.secret else (_("Secret"), "")
        note = " · ".join((case.code, _("Action")))
        if one.done_by is not None:
            yield Due(one.done_by, "", title, who, "case", case.id, note)


def _lists(asked: Asked) -> Iterator[Due]:
    """Checklists that who sits here is to fill in, or their units are.

    Of the others of the nämnd it is told how many there are: to fill them in is others' work.
    """
    whose, place = asked.whose, (asked.committee_id, asked.today)
    if not whose.person and not whose.units:
        whose = replace(whose, only=True)  # while nobody has said who, nothing is theirs
    service = asked.checklists
    found = (*service.late(*place, whose), *service.coming(*place, whose))
    for row in sorted(found, key=attrgetter("day"))[:MOST]:
        begun = _("Begun") if row.checklist_id else ""
        note = " · ".join(part for part in (row.unit, _("Checklist"), begun) if part)
        yield Due(row.day, "", row.title, "", "checklist", row.key, note)
    every = service.count_late(*place) + service.count_coming(*place)
    asked.beyond += every - len(found)


def _laws(asked: Asked) -> Iterator[Due]:
    """Laws to look at again."""
    where = {"next_check": UpTo(asked.today + AHEAD)}
    for law in asked.rows(Regulation, where, "next_check", asked.responsible()):
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
                theirs = (asked.of_units, asked.responsible())
                for one in asked.rows(kind, where, field, *theirs):
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
        ways = (asked.of_units, asked.responsible())
        for one in asked.rows(SelfCheck, where, "planned_for", *ways):
            if one.planned_for is not None:
                who, note = asked.name(one.responsible_id), _("Self-check")
                yield Due(one.planned_for, "", one.title, who, "self_check", one.id, note)


def _check_measures(asked: Asked) -> Iterator[Due]:
    """What self-checks have led to that is not done, late or soon; as few as are left to do."""
    whose, left = asked.whose, {"done_on": None, "due": UpTo(asked.today + AHEAD)}
    every = asked.store.rows(SelfCheckMeasure, left, order=("due",))
    place = {"id": {one.self_check_id for one in every}, "committee_id": (asked.committee_id, None)}
    checks = {one.id: one for one in asked.store.rows(SelfCheck, place)}
    found = [one for one in every if one.self_check_id in checks]
    if whose.only:
        theirs = {key for key, check in checks.items() if check.unit_id in whose.units}
        of_all = len(found)
        found = [o for o in found if o.self_check_id in theirs or o.person_id == whose.person]
        asked.beyond += of_all - len(found)
    for one in found[:MOST]:
        if one.due is not None:
            note = " · ".join((checks[one.self_check_id].title, _("Action")))
            who = asked.name(one.person_id)
            yield Due(one.due, "", one.title, who, "self_check", one.self_check_id, note)


def _controls(asked: Asked) -> Iterator[Due]:
    """Controls of decided plans whose result is to be noted, late or soon."""
    whose, every = asked.whose, asked.control.awaited(asked.committee_id, asked.today + AHEAD)
    found = every
    if whose.only:
        found = tuple(one for one in every if speaks_of(one.control.responsible, whose.names))
        asked.beyond += len(every) - len(found)
    for one in found[:MOST]:
        control, note = one.control, _("Internal control")
        about = (control.title, control.responsible, "control_result", control.id, note)
        yield Due(one.day, "", *about, one.year)


SOURCES: Final[tuple[Source, ...]] = (
    _cases,
    _case_measures,
    _lists,
    _laws,
    _editions(GoverningDocument),
    _editions(Routine),
    _editions(SharedModel),
    _self_checks,
    _check_measures,
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
        """What is late or comes soon in the nämnd, by day; see `of`."""
        return self.of(committee_id, Whose(person)).rows

    def of(self, committee_id: str, whose: Whose) -> Agenda:
        """What is late or comes soon, by day, and how much there is beside it.

        Args:
            committee_id: The nämnd; nothing is due while there is none.
            whose: Who sits here, and whether only what is theirs is told.
        """
        if not committee_id:
            return Agenda()
        today = self._clock.today()
        asked = Asked(self._store, self._checklists, self._control, committee_id, today, whose)
        found = [one for source in SOURCES for one in source(asked)]
        rows = tuple(sorted(found, key=lambda one: (one.day, one.title)))
        return Agenda(rows, asked.beyond)
