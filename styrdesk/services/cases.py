"""The register of cases: each gets a number, and its days are reckoned when it is saved."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain import case_flow
from styrdesk.domain.case import Case, CaseEvent, Happened, check_case, code_of
from styrdesk.domain.case_arrival import arriving, number_in
from styrdesk.domain.case_flow import Way
from styrdesk.domain.case_type import MOST, CaseStage, CaseType
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Person, required
from styrdesk.services.changes import Changes
from styrdesk.services.guard import PlanGuard
from styrdesk.services.life import LifeService
from styrdesk.services.register import Register, RegisterSpec
from styrdesk.services.work import Work
from styrdesk.storage.file import File

# What may be written of a closed case: what the diarium says of it later.
_EVER: Final = frozenset({"registration_number"})
# What only the way through the steps changes, or nothing at all.
_BY_FLOW: Final = (
    *("committee_id", "year", "number", "code", "entered", "closed_on", "reopened"),
    *("duplicate_of", "acknowledged_on", "answered_on"),
)
_BLANK: Final = Case("")
# What two rows say alike that are of one case, though neither has a number.
_THE_SAME: Final = ("type_id", "arrived", "title", "body")


class CaseRegister(Register[Case]):
    """Use cases of cases as records; their way through the steps is `CaseFlow`'s.

    Args:
        life: Tells the moment and who sits here.
    """

    def __init__(
        self, file: File, work: Work, spec: RegisterSpec[Case], guard: PlanGuard, life: LifeService
    ) -> None:
        super().__init__(
            file.store,
            work,
            replace(spec, check=self._check, check_delete=self._check_delete),
            guard,
        )
        self._file, self.life = file, life

    # ---- what it rests on --------------------------------------------------------------------

    def way(self, type_id: str) -> Way:
        """A kind of case with its steps."""
        stages = self._store.rows(CaseStage, {"type_id": type_id})
        return Way(self._store.get(CaseType, type_id), stages)

    def types(self) -> tuple[CaseType, ...]:
        """The kinds that new cases may be of, in order."""
        return self._store.rows(CaseType, {"in_use": True})

    def rows(  # noqa: PLR0913, RUF100  # as every register's
        self,
        where: Mapping[str, object] | None = None,
        *,
        words: str = "",
        order: Sequence[str] = (),
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[Case, ...]:
        """Cases that fit. What stands in a secret one is not looked for: to find is to tell."""
        wanted = _findable(where, words)
        return super().rows(wanted, words=words, order=order, limit=limit, offset=offset)

    def count(self, where: Mapping[str, object] | None = None, *, words: str = "") -> int:
        """How many fit, as `rows` finds them."""
        return super().count(_findable(where, words), words=words)

    # ---- writing -----------------------------------------------------------------------------

    def add(self, record: Case, visit: str = "") -> Changes:
        """Register a case: it gets its number, and stands in the first step of its kind."""
        self.add_with(record, (), visit)
        return self._work.last

    def add_with(self, record: Case, parts: Iterable[Any], visit: str = "") -> Case:
        """Register a case with parts of it, such as where it came from, in one step."""
        begun = self._begun(record)
        self.check(begun)
        with self._work.step(self.spec.new_label, visit):
            made = self._registered(begun)
            for part in parts:
                self._store.save(replace(part, case_id=made.id))
        return made

    def _begun(self, record: Case) -> Case:
        """A new case in the first step of its kind."""
        way, arrived = self.way(record.type_id), record.arrived or self.today
        if not way.stages:
            raise RuleBroken(_("The kind of case has no steps."), "type_id")
        blank = {name: getattr(_BLANK, name) for name in _BY_FLOW if name != "committee_id"}
        begun = {"stage_id": way.stages[0].id, "arrived": arrived, "entered": arrived}
        return replace(record, **(blank | begun | {"year": arrived.year}))

    def _registered(self, begun: Case) -> Case:
        """The case with its number, saved inside a step."""
        way = self.way(begun.type_id)
        made = case_flow.reckoned(self._numbered(begun), way)
        self._store.save(made)
        self.note(made, Happened.REGISTERED, way.stages[0])
        return made

    # ---- from a spreadsheet ------------------------------------------------------------------

    def as_new(self, record: Case, words: Mapping[str, str]) -> Case:
        """A row of a spreadsheet as the case that it becomes: in its first step, or closed."""
        required(record.type_id, "type_id", _("Write which kind of case it is."))
        return arriving(record, self.way(record.type_id), words.get("stage_id", ""), self.today)

    def is_there(self, record: Case) -> bool:
        """Whether a case has its number; of one without, whether one says the very same."""
        where: dict[str, object] = {"committee_id": record.committee_id}
        if record.code.strip():
            where["year"], where["number"] = number_in(record.code)
        else:
            where |= {name: getattr(record, name) for name in _THE_SAME}
        return self._store.count(Case, where) > 0

    def mark(self, record: Case) -> object:
        """Its number, within its nämnd."""
        return (record.committee_id, record.code) if record.code else ""

    def take_in(
        self,
        new: Sequence[Case],
        changed: Sequence[Case],
        look: Callable[[int], None],
        told: Mapping[str, str],
    ) -> Changes:
        """Register what a spreadsheet holds; those first that bring their number."""
        return super().take_in(sorted(new, key=lambda one: not one.code), changed, look, told)

    def _take(self, record: Case, places: dict[tuple[object, ...], int], told: str) -> None:  # noqa: ARG002  # they have no order
        made = self._numbered(record)
        self._store.save(made)
        self.note(made, Happened.READ_IN, self.way(made.type_id).at(made), told)

    def save_all(self, records: Sequence[Case], visit: str = "") -> Changes:
        """Save changed cases, with what follows from it, in one step."""
        made = [self._reckoned(record) for record in records]
        for record in made:
            self.check(record)
        with self._work.step(self.spec.save_label, visit):
            for record in made:
                self._note_changes(record)
                self._store.save(record)
        return self._work.last

    def duplicate(self, record_id: str) -> Case:  # noqa: ARG002  # refused whatever it is
        """Refused: what arrived is registered once.

        Raises:
            RuleBroken: Always.
        """
        raise RuleBroken(_("A case is registered once. Make a new one instead."))

    def write(self, record: Case) -> None:
        """Save a case inside somebody's step, with what follows from it."""
        self._store.save(self._reckoned(record))

    def note(
        self, case: Case, kind: Happened, stage: CaseStage | None = None, what: str = ""
    ) -> None:
        """Note inside a step what happened, when, and who sat there."""
        said = what or (stage.name if stage is not None else "")
        at = (self.life.now(), self.life.who())
        place = self._store.count(CaseEvent, {"case_id": case.id})
        where = stage.id if stage is not None else None
        self._store.save(CaseEvent(new_id(), case.id, *at, kind, where, said, place))

    @property
    def today(self) -> date:
        """The day."""
        return self.life.today()

    def _numbered(self, case: Case) -> Case:
        """The case with its number: its own, or one that none has had, not even a deleted one."""
        name = f"case_number/{case.committee_id}/{case.year}"
        highest = self._file.settings.get(name, 0)
        number = case.number
        if not number:
            where = {"committee_id": case.committee_id, "year": case.year}
            last = self._store.rows(Case, where, order=("-number",), limit=1)
            number = max(highest, last[0].number if last else 0) + 1
        if number > highest:
            self._file.settings.set(name, number)
        return replace(case, number=number, code=code_of(case.year, number))

    def _reckoned(self, record: Case) -> Case:
        way = self.way(record.type_id)
        return case_flow.reckoned(self._in_a_step_of(record, way), way)

    def _in_a_step_of(self, case: Case, way: Way) -> Case:
        """The case in a step of its kind: when that is changed, the one that means the same."""
        if not way.stages or way.at(case) is not None:
            return case
        before = self._store.rows(CaseStage, {"id": case.stage_id})
        same = way.of_kind(before[0].kind) if before else None
        return replace(case, stage_id=(same or way.stages[0]).id)

    def _note_changes(self, record: Case) -> None:
        before = self._store.rows(Case, {"id": record.id})
        if not before:
            return
        if record.handler_id and record.handler_id != before[0].handler_id:
            people = self._store.rows(Person, {"id": record.handler_id})
            self.note(record, Happened.ASSIGNED, what=people[0].name if people else "")
        if record.escalated and not before[0].escalated:
            points = _("{points} of {most} points").format(points=record.points, most=MOST * MOST)
            self.note(record, Happened.ESCALATED, what=points)

    # ---- rules -------------------------------------------------------------------------------

    def _check(self, record: Case) -> None:
        check_case(record, self.today)
        self._check_number(record)
        before = self._store.rows(Case, {"id": record.id})
        if before and not self._is_in_its_place(before[0], record):
            raise RuleBroken(_("Its number, steps and answer are changed on the case's own page."))
        if before and not before[0].is_open and not record.is_open:
            after = {name: getattr(record, name) for name in _EVER}
            if record != replace(before[0], **after):
                raise RuleBroken(_("The case is closed. Open it again to change it."))

    def _check_number(self, case: Case) -> None:
        """No two share a number: one may have come from a spreadsheet while one was deleted."""
        if not case.number:
            return
        where = {name: getattr(case, name) for name in ("committee_id", "year", "number")}
        if any(other.id != case.id for other in self._store.rows(Case, where)):
            message = _("There is a case with the number {code} already.")
            raise RuleBroken(message.format(code=case.code), "code")

    @staticmethod
    def _is_in_its_place(before: Case, after: Case) -> bool:
        moved = before.stage_id != after.stage_id and before.type_id == after.type_id
        return not moved and all(getattr(before, n) == getattr(after, n) for n in _BY_FLOW)

    def check_part(self, part: Any) -> None:  # noqa: ANN401  # whatever a case owns
        """Rules of what a case owns: it is not changed once the case is closed."""
        self.see_that_it_is_open(part.case_id)

    def see_that_it_is_open(self, case_id: str) -> None:
        """Refuse changes of what a closed case owns.

        Raises:
            RuleBroken: It is closed.
        """
        case = self._store.rows(Case, {"id": case_id})
        if case and not case[0].is_open:
            raise RuleBroken(_("The case is closed. Open it again to change it."))

    def check_parts_go(self, kind: type[Any], part_ids: Collection[str]) -> None:
        """Rules of taking away what a case owns, by its kind and ids."""
        for part in self._store.rows(kind, {"id": list(part_ids)}):
            self.check_part(part)

    def _check_delete(self, case_ids: Collection[str]) -> None:
        """What has gone on from its first step is closed or merged, never deleted."""
        for case in self._store.rows(Case, {"id": list(case_ids)}):
            stages = self.way(case.type_id).stages
            if stages and case.stage_id != stages[0].id:
                message = _("{code} is being handled. Close it, or merge it with another.")
                raise RuleBroken(message.format(code=case.code))


def _findable(where: Mapping[str, object] | None, words: str) -> Mapping[str, object]:
    wanted = dict(where or {})
    if words.strip() and "secret" not in wanted:
        wanted["secret"] = False
    return wanted
