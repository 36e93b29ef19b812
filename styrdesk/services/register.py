"""One register: list, get, save, delete, duplicate, move, the same way for all records."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final, Generic, TypeVar

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.backup import Reason
from styrdesk.domain.catalogue import RECORDS, TABLE_OF
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import Carried
from styrdesk.domain.record import Record, specs
from styrdesk.services.changes import Changes
from styrdesk.services.guard import PlanGuard
from styrdesk.services.work import Work
from styrdesk.storage.store import Store

R = TypeVar("R", bound=Record)

MANY: Final = 200  # records in a step before which a backup is made
_FEW: Final = 100  # records after which one may give it up
BY_NAME: Final = "sort_key"  # an order for `rows`: the Swedish one, by what the record is called

IN_USE = {
    "plan": N_("plans"),
    "unit": N_("units"),
    "goal": N_("goals"),
    "indicator": N_("indicators"),
    "assignment": N_("assignments"),
    "budget_frame": N_("budget frames"),
    "goal_answer": N_("answers in plans"),
    "assignment_answer": N_("answers in plans"),
    "plan_indicator": N_("plans"),
    "role": N_("roles"),
    "regulation_unit": N_("laws and regulations"),
    "governing_document": N_("governing documents"),
    "routine_regulation": N_("routines"),
    "checklist_unit": N_("checklist templates"),
    "checklist_version": N_("checklists"),
    "checklist": N_("checklists"),
    "case": N_("cases"),
    "quality_report": N_("reports on quality"),
    "decided_report": N_("decided documents"),
}


@dataclass(frozen=True)
class RegisterSpec(Generic[R]):
    """What sets one register apart.

    Attributes:
        kind: The record class.
        save_label: What a change is called, marked by `N_`; new and delete likewise.
        check: Rules of one record.
        siblings: Fields whose values the order is within ("plan_id"), empty for the whole.
        check_delete: Rules of a deletion, by the ids that go together.
        follows: Other records as they become when this one is saved; they are in the same step.
        by_act: Fields that acts of their own set: neither a spreadsheet nor a change of many rows
            writes them.
        is_over: Whether a record is kept as it is and is changed no more.
        guarded: Whether its own service alone changes it: its list is written to a spreadsheet,
            and nothing in it is changed from one.
        adds: Whether a spreadsheet may add to a guarded one. What is there is left as it is, and
            of what acts set alone, the words in the sheet are handed to `as_new`.
        copied: A record as its copy begins, where that is not as the record stands.
        told_too: Fields that its list tells although the search over everything never finds them.
        asked: Fields that each new row of a spreadsheet says itself: nothing is taken for granted.
        read_too: Fields that are read from a spreadsheet and never written to one.
        left_out: What the record owns and a copy of it does not begin with.
    """

    kind: type[R]
    new_label: str
    save_label: str
    delete_label: str
    check: Callable[[R], None] | None = None
    siblings: tuple[str, ...] = ()
    check_delete: Callable[[Collection[str]], None] | None = None
    follows: Callable[[R], Iterable[Record]] | None = None
    by_act: frozenset[str] = frozenset()
    is_over: Callable[[R], bool] | None = None
    guarded: bool = False
    adds: bool = False
    copied: Callable[[R], R] | None = None
    left_out: tuple[type[Record], ...] = ()
    told_too: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    read_too: frozenset[str] = frozenset()


class Register(Generic[R]):
    """Use cases of one register. Writes are steps; each returns what it changed.

    Attributes:
        has_order: Whether its records have a place among their siblings, and can be moved.
    """

    def __init__(
        self,
        store: Store,
        work: Work,
        spec: RegisterSpec[R],
        guard: PlanGuard,
    ) -> None:
        self.spec = spec
        self._store = store
        self._work = work
        self._guard = guard
        self.has_order = any(f.name == "position" for f in fields(spec.kind))

    def rows(  # noqa: PLR0913, RUF100  # one question with its usual parts
        self,
        where: Mapping[str, object] | None = None,
        *,
        words: str = "",
        order: Sequence[str] = (),
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[R, ...]:
        """Records that fit, sorted and paged in SQL; see `Store.rows`."""
        return self._store.rows(
            self.spec.kind, where, words=words, order=order, limit=limit, offset=offset
        )

    def count(self, where: Mapping[str, object] | None = None, *, words: str = "") -> int:
        """How many records fit."""
        return self._store.count(self.spec.kind, where, words=words)

    def get(self, record_id: str) -> R:
        """One record; KeyError where there is none."""
        return self._store.get(self.spec.kind, record_id)

    def add(self, record: R, visit: str = "") -> Changes:
        """Save a new record, last in its order."""
        self.check(record)
        with self._work.step(self.spec.new_label, visit):
            self._store.save(self._last(record))
            self._save_what_follows(record)
        return self._work.last

    def save(self, record: R, visit: str = "") -> Changes:
        """Save a changed record.

        Args:
            record: The record as it should be.
            visit: Id of the visit to the field, so that its autosaves are one step.

        Raises:
            RuleBroken: A rule says no; `field` tells where.
        """
        return self.save_all((record,), visit)

    def save_all(self, records: Sequence[R], visit: str = "") -> Changes:
        """Save several records in one step: a pasted block, or an edit of many rows."""
        for record in records:
            self.check(record)
        with self._work.step(self.spec.save_label, visit):
            for record in records:
                self._store.save(record)
                self._store.delete(Carried, record.id)  # it has been looked at
                self._save_what_follows(record)
        return self._work.last

    def change(self, record_ids: Sequence[str], field: str, value: object) -> Changes:
        """Write the same in one field of many records, in one step.

        Raises:
            RuleBroken: It is not a field that is written so, or a record is changed no more.
        """
        records: list[Any] = [self.get(record_id) for record_id in record_ids]
        self._see_that_it_is_open()
        if field in self.spec.by_act or any(map(self.is_over, records)):
            raise RuleBroken(_("What is no longer in force is not changed."), field)
        return self.save_all([replace(record, **{field: value}) for record in records])

    def _see_that_it_is_open(self) -> None:
        if self.spec.guarded:
            raise RuleBroken(_("Each of these is changed on its own."))

    def is_over(self, record: R) -> bool:
        """Whether a record is kept as it is and is changed no more."""
        return self.spec.is_over is not None and self.spec.is_over(record)

    def as_new(self, record: R, words: Mapping[str, str]) -> R:  # noqa: ARG002  # for those that `add`
        """A row of a spreadsheet as the new record that it becomes.

        Args:
            record: With what the sheet says.
            words: What the sheet says in fields that acts of their own set, by the field.

        Raises:
            RuleBroken: It cannot become one.
        """
        return record

    def is_there(self, record: R) -> bool:  # noqa: ARG002  # for those that `add`
        """Whether what a row of a spreadsheet says is a record already, though by no id."""
        return False

    def mark(self, record: R) -> object:  # noqa: ARG002  # for those that `add`
        """What no two rows of a spreadsheet may share; empty for nothing."""
        return ""

    def take_in(
        self,
        new: Sequence[R],
        changed: Sequence[R],
        look: Callable[[int], None],
        told: Mapping[str, str],
    ) -> Changes:
        """Save what a spreadsheet holds: all of it in one step, and a backup first of much.

        Args:
            new: Records to be added, each last in its order.
            changed: Records as they should be.
            look: Called with the number that are saved now and then; what it raises takes all back.
            told: Of each new record where it stood, in words, by its id.
        """
        if changed or not self.spec.adds:
            self._see_that_it_is_open()
        for record in (*new, *changed):
            self.check(record)
        if len(new) + len(changed) >= MANY:
            self._work.secure(Reason.IMPORT)
        places: dict[tuple[object, ...], int] = {}
        with self._work.step(N_("Read from a spreadsheet")):
            for number, record in enumerate((*new, *changed)):
                if not number % _FEW:
                    look(number)
                if number < len(new):
                    self._take(record, places, told.get(record.id, ""))
                else:
                    self._store.save(record)
                self._store.delete(Carried, record.id)  # it has been looked at
                self._save_what_follows(record)
        return self._work.last

    def _take(
        self,
        record: R,
        places: dict[tuple[object, ...], int],
        told: str,  # noqa: ARG002  # for those that keep it
    ) -> None:
        """Save a new record inside the step."""
        self._store.save(self._placed(record, places))

    def _placed(self, record: R, places: dict[tuple[object, ...], int]) -> R:
        """A new record after those of its siblings that are there or came before it."""
        among = tuple(getattr(record, field) for field in self.spec.siblings)
        placed: Any = self._last(record) if among not in places else record
        if self.has_order:
            places[among] = places[among] + 1 if among in places else placed.position
            placed = replace(placed, position=places[among])
        made: R = placed
        return made

    def _save_what_follows(self, record: R) -> None:
        for other in self.spec.follows(record) if self.spec.follows else ():
            self._store.save(other)

    def delete(self, *record_ids: str) -> Changes:
        """Delete records with what they own, in one step.

        Raises:
            RuleBroken: Something else rests on one of them; the message says what.
        """
        if self.spec.check_delete:
            self.spec.check_delete(record_ids)
        for record_id in record_ids:
            self._see_that_it_is_free(self.get(record_id))
        with self._work.step(self.spec.delete_label):
            for record_id in record_ids:
                self._store.delete(self.spec.kind, record_id)
        return self._work.last

    def duplicate(self, record_id: str) -> R:
        """A copy of a record with what it owns, saved last in its order, in one step."""
        record = self.get(record_id)
        begun: Any = self.spec.copied(record) if self.spec.copied else record
        copy = replace(begun, id=new_id())
        self.check(copy)
        parts = tuple(self._parts(TABLE_OF[self.spec.kind], record_id, copy.id))
        with self._work.step(self.spec.new_label):
            self._store.save(self._last(copy))
            for part in parts:
                self._store.save(part)
        return self.get(copy.id)

    def _parts(self, table: str, record_id: str, copy_id: str) -> Iterator[Any]:
        """Copies of what a record owns, and of what that owns, belonging to the record's copy."""
        for name, kind in RECORDS.items():
            for link in specs(kind) if kind not in self.spec.left_out else ():
                if link.owned and link.link == table:
                    rows: Sequence[Any] = self._store.rows(kind, {link.name: record_id})
                    for row in rows:
                        part = replace(row, id=new_id(), **{link.name: copy_id})
                        yield part
                        yield from self._parts(name, row.id, part.id)

    def move(self, record_id: str, to: int) -> Changes:
        """Put a record at a place among its siblings (0 is first)."""
        record: Any = self.get(record_id)
        rows: list[Any] = [r for r in self._siblings(record) if r.id != record_id]
        rows.insert(max(0, min(to, len(rows))), record)
        self.check(record)
        with self._work.step(self.spec.save_label):
            for place, row in enumerate(rows):
                if row.position != place:
                    self._store.save(replace(row, position=place))
        return self._work.last

    def _siblings(self, record: R) -> tuple[R, ...]:
        return self.rows({field: getattr(record, field) for field in self.spec.siblings})

    def _last(self, record: Any) -> Any:  # noqa: ANN401  # only some records have a position
        if not self.has_order:
            return record
        places = [r.position for r in self._siblings(record)]  # type: ignore[attr-defined]
        return replace(record, position=max(places, default=-1) + 1)

    def check(self, record: R) -> None:
        """Let a record be saved, or raise `RuleBroken`."""
        self._guard(record)
        if self.spec.check:
            self.spec.check(record)

    def _see_that_it_is_free(self, record: R) -> None:
        self._guard(record)
        users = self._store.users(TABLE_OF[self.spec.kind], record.id)
        if users:
            names = ", ".join(dict.fromkeys(_(IN_USE.get(table, table)) for table in users))
            raise RuleBroken(
                _("It cannot be deleted, because it is used in: {names}.").format(names=names)
            )
        self._guard.before_delete(record)
