"""A record's history: who changed what, when, from what to what; and an earlier value back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from styrdesk.base.i18n import N_, _
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.naming import field_name, kind_name
from styrdesk.domain.record import FieldSpec, specs
from styrdesk.domain.telling import told
from styrdesk.services.changes import Changes
from styrdesk.services.names import Names, when
from styrdesk.services.work import Work
from styrdesk.storage.columns import from_column
from styrdesk.storage.file import File
from styrdesk.storage.history import Line
from styrdesk.storage.journal import StepKind, StepState
from styrdesk.storage.net import Op

Save = Callable[[Any], Changes]
Hidden = Callable[[str, str], bool]
# They are changed by their own acts: a chapter is moved, a plan's status is set.
_BY_ACT: Final = frozenset({("chapter", "parent_id"), ("chapter", "appendix"), ("plan", "status")})


def _nothing(_table: str, _record: str) -> bool:
    return False


class What(StrEnum):
    """What happened."""

    CREATED = "created"
    CHANGED = "changed"
    DELETED = "deleted"


class Way(StrEnum):
    """How it stands with the step it was part of."""

    DONE = "done"
    TAKEN_BACK = "taken back"
    UNDOING = "undoing"
    REDOING = "redoing"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a record or to a part of it.

    Attributes:
        id: Its own, for `restore`.
        who: A person's name.
        label: What the step is called, untranslated.
        part: What the part is called; empty for the record itself.
        title: What the field is called, translated; empty for a record that came or went.
        before: As it is kept; `HistoryOf.told` gives it in words.
        erased: Whether the content has been taken out of the journal.
        may_restore: Whether what stood there before can be put back.
    """

    id: str
    at: datetime
    who: str
    label: str
    way: Way
    what: What
    table: str
    record: str
    part: str = ""
    field: str = ""
    title: str = ""
    before: Any = None
    after: Any = None
    erased: bool = False
    may_restore: bool = False


class HistoryOf:
    """The history of one record and its parts, the latest first: a source of rows, in pages."""

    def __init__(self, file: File, table: str, record: str, *, hidden: bool = False) -> None:
        self._file, self._root, self._hidden = file, (table, record), hidden
        self._keys = file.history.of(table, record)
        self._names = Names(file)

    @property
    def name(self) -> str:
        """What the record is called."""
        return self._names.of(*self._root)

    def count(self) -> int:
        """How many events there are."""
        return self._file.history.count(self._keys)

    def rows(self, offset: int, limit: int) -> Sequence[Event]:
        """Some of them."""
        return [self._event(line) for line in self._file.history.lines(self._keys, offset, limit)]

    def _event(self, line: Line) -> Event:
        part = (line.table, line.record)
        erased = line.op is Op.PURGED or (
            line.op is Op.UPDATE and line.before is None and line.after is None
        )
        spec = _spec(line.table, line.field) if line.field else None
        return Event(
            str(line.seq),
            when(line.at),
            self._names.person(line.person),
            line.label,
            _WAYS.get(line.kind, Way.DONE) if line.state is StepState.DONE else Way.TAKEN_BACK,
            _WHATS[line.op],
            line.table,
            line.record,
            "" if part == self._root else self._part(*part),
            line.field,
            field_name(line.table, line.field) if line.field else "",
            line.before,
            line.after,
            erased,
            spec is not None
            and not erased
            and not self._hidden
            and (line.table, line.field) not in _BY_ACT,
        )

    def _part(self, table: str, record: str) -> str:
        return kind_name(table) if self._hidden else self._names.of(table, record)

    def told(self, event: Event) -> tuple[str, str]:
        """A changed field's value before and after, in words; empty for nothing, or a secret."""
        spec = _spec(event.table, event.field)
        if spec is None or event.erased or self._hidden:
            return "", ""
        unit = self._names.unit(event.table, event.record)
        before, after = (
            told(event.table, spec, from_column(spec, kept), self._names.of, unit)
            for kept in (event.before, event.after)
        )
        return before, after


_WAYS: Final = {StepKind.UNDO: Way.UNDOING, StepKind.REDO: Way.REDOING}
_WHATS: Final = {
    Op.INSERT: What.CREATED,
    Op.UPDATE: What.CHANGED,
    Op.DELETE: What.DELETED,
    Op.PURGED: What.DELETED,
}


def _spec(table: str, field: str) -> FieldSpec | None:
    return next((spec for spec in specs(RECORDS[table]) if spec.name == field), None)


class HistoryService:
    """Use cases of the history.

    Args:
        saves: How each kind of record is saved, with all its rules.
        hidden: Whether what a record holds is not to be seen, by its table and id.
    """

    def __init__(
        self, file: File, work: Work, saves: Mapping[str, Save], hidden: Hidden = _nothing
    ) -> None:
        self._file, self._work, self._saves, self._hidden = file, work, saves, hidden

    def of(self, table: str, record: str) -> HistoryOf:
        """The history of a record, as it is now."""
        return HistoryOf(self._file, table, record, hidden=self._hidden(table, record))

    def person(self, person_id: str) -> str:
        """What somebody who has made a step is called."""
        return Names(self._file).person(person_id)

    def restore(self, event_id: str) -> Changes:
        """Put back what stood in a field before an event, as a step of its own.

        Raises:
            RuleBroken: The record is gone, or a rule says no; nothing has been changed.
        """
        try:
            line = self._file.history.line(int(event_id))
        except KeyError:
            raise RuleBroken(_("That line of the history is gone.")) from None
        spec = _spec(line.table, line.field)
        if spec is None or (line.before is None and line.after is None):
            raise RuleBroken(_("There is no earlier value to put back here."))
        try:
            record: Any = self._file.store.get(RECORDS[line.table], line.record)
        except KeyError:
            message = _("It is deleted. Put it back from the trash first.")
            raise RuleBroken(message) from None
        value = from_column(spec, line.before)
        if getattr(record, line.field) == value:
            raise RuleBroken(_("That is what stands there now."))
        if spec.link and value and Names(self._file).values(spec.link, str(value)) is None:
            name = Names(self._file).of(spec.link, str(value))
            message = _("It led to something that is not there any more: {name}.")
            raise RuleBroken(message.format(name=name))
        with self._work.called(N_("Restore an earlier value")):
            return self._saves[line.table](replace(record, **{line.field: value}))
