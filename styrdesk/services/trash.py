"""The trash: what was deleted, put back with all it held, or taken away for good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from styrdesk.base.clock import Clock
from styrdesk.base.collation import sort_key
from styrdesk.base.i18n import N_, _
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.naming import field_name, kind_name
from styrdesk.domain.record import Record, specs
from styrdesk.domain.telling import SILENT, UNTOLD, told
from styrdesk.services.changes import Changes
from styrdesk.services.guard import PlanGuard
from styrdesk.services.names import Names, typed, when
from styrdesk.services.work import Work
from styrdesk.storage.file import File
from styrdesk.storage.history import Key
from styrdesk.storage.journal import StepKind
from styrdesk.storage.trash import Gone

Check = Callable[[Any], None]
Look = Callable[[int], object]
DAYS: Final = 30
MOST_DAYS: Final = 3650
_SETTING: Final = "trash_days"
_EVER: Final = "9999"  # after every moment: a clock may have been ahead


def _quietly(_percent: int) -> None:
    """Nobody asks how it goes."""


@dataclass(frozen=True, slots=True)
class Thrown:
    """A record in the trash.

    Attributes:
        id: Its own, for `restore` and `erase`.
        kind: What such a record is called, translated.
        undone: Whether it went because its making was undone.
    """

    id: str
    table: str
    record: str
    step: int
    kind: str
    name: str
    at: datetime
    who: str
    undone: bool


@dataclass(frozen=True, slots=True)
class Content:
    """What a record in the trash held.

    Attributes:
        fields: Names of fields with their values in words; empty ones are left out.
        parts: How many there were of each kind of part, by the kind's name.
    """

    fields: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class TrashList:
    """What lies in the trash, sorted, filtered and paged in SQL."""

    file: File
    since: str
    words: str = ""
    order: str = "at"
    descending: bool = True

    def count(self) -> int:
        """How many there are."""
        return self.file.trash.count(self.since, self.words)

    def rows(self, offset: int, limit: int) -> Sequence[Thrown]:
        """Some of them."""
        found = self.file.trash.rows(
            self.since,
            self.words,
            order=self.order,
            descending=self.descending,
            kinds=sorted(RECORDS, key=lambda table: sort_key(kind_name(table))),
            offset=offset,
            limit=limit,
        )
        names = Names(self.file)
        return [self._thrown(gone, names) for gone in found]

    def _thrown(self, gone: Gone, names: Names) -> Thrown:
        held = self.file.trash.held(gone.step, gone.table, gone.record)
        values = typed(gone.table, held[gone.table, gone.record])
        return Thrown(
            f"{gone.table}/{gone.record}/{gone.step}",
            *(gone.table, gone.record, gone.step, kind_name(gone.table)),
            names.called(gone.table, values),
            when(gone.at),
            names.person(gone.person),
            gone.kind is StepKind.UNDO,
        )


class TrashService:
    """Use cases of the trash.

    Args:
        checks: The rules of each kind of record.
    """

    def __init__(self, file: File, work: Work, clock: Clock, checks: Mapping[str, Check]) -> None:
        self._file, self._work, self._clock, self._checks = file, work, clock, checks
        self._guard = PlanGuard(file.store)

    # ---- how long it keeps -------------------------------------------------------------------

    @property
    def days(self) -> int:
        """How many days the file's trash keeps what is deleted."""
        return self._file.settings.get(_SETTING, DAYS)

    def set_days(self, days: int) -> None:
        """Choose how many days; what is older is taken away for good when the file is next opened.

        Raises:
            RuleBroken: Fewer than one, or more than ten years.
        """
        if not 1 <= days <= MOST_DAYS:
            message = _("Write a number of days from 1 to {most}.")
            raise RuleBroken(message.format(most=MOST_DAYS), "days")
        with self._work.step(N_("Change how long the trash keeps things")):
            self._file.settings.set(_SETTING, days)

    def _since(self) -> str:
        return (self._clock.now() - timedelta(days=self.days)).isoformat()

    # ---- looking -----------------------------------------------------------------------------

    def rows(self, words: str = "", order: str = "at", *, descending: bool = True) -> TrashList:
        """What lies there now, as a source of rows."""
        return TrashList(self._file, self._since(), words, order, descending)

    def content(self, item: Thrown) -> Content:
        """What a record held."""
        every = self._file.trash.held(item.step, item.table, item.record)
        names = Names(self._file)
        values = typed(item.table, every.pop((item.table, item.record)))
        if names.is_secret(values):
            return Content((), ())
        unit = str(values.get("unit", "")) if item.table == "plan" else ""
        fields = tuple(
            (field_name(item.table, spec.name), words)
            for spec in specs(RECORDS[item.table])
            if spec.name not in SILENT
            and values.get(spec.name) is not False
            and (words := told(item.table, spec, values.get(spec.name), names.of, unit or "tkr"))
        )
        parts = Counter(kind_name(table) for table, _record in every if table not in UNTOLD)
        return Content(fields, tuple(parts.items()))

    # ---- putting back ------------------------------------------------------------------------

    def restore(self, *ids: str) -> Changes:
        """Put records back with their parts, and the links to them that were emptied; one step.

        Raises:
            RuleBroken: What one belongs to is gone, or a rule says no; nothing has been changed.
        """
        order = list(RECORDS)
        keys = sorted((_key(each) for each in ids), key=lambda key: (order.index(key[0]), -key[2]))
        with self._work.step(N_("Put back from the trash")):
            self._file.store.links_at_commit()
            for table, record, step in keys:
                self._put_back(table, record, step)
        return self._work.last

    def _put_back(self, table: str, record: str, step: int) -> None:
        every = self._file.trash.held(step, table, record)
        if (table, record) not in every:
            raise RuleBroken(_("Its content has been taken away for good."))
        if self._is_there(table, record):
            raise RuleBroken(_("It has been put back already."))
        made = {key: self._made(key, row, every) for key, row in every.items()}
        root = made.pop((table, record))
        self._checks[table](root)
        for each in (root, *made.values()):
            self._file.store.save(each)
        self._tie_again(step, every)

    def _made(self, key: Key, row: dict[str, Any], every: Mapping[Key, object]) -> Any:  # noqa: ANN401  # any record
        """The record, with the links that lead somewhere."""
        table, values = key[0], typed(key[0], row)
        for spec in specs(RECORDS[table]):
            there = values.get(spec.name)
            if not spec.link or not there or (spec.link, there) in every:
                continue
            if not self._is_there(spec.link, there):
                if spec.owned or not spec.optional:
                    raise RuleBroken(self._lacking(spec.link, there, owned=spec.owned), spec.name)
                values[spec.name] = None
        return RECORDS[table](**values)

    def _lacking(self, table: str, record: str, *, owned: bool) -> str:
        message = (
            _("It was a part of {name}, which is deleted. Put that back first.")
            if owned
            else _("It rests on {name}, which is deleted. Put that back first.")
        )
        return message.format(name=f"{kind_name(table)} {Names(self._file).of(table, record)}")

    def _is_there(self, table: str, record: str) -> bool:
        return bool(self._file.store.count(RECORDS[table], {"id": record}))

    def _tie_again(self, step: int, gone: Iterable[Key]) -> None:
        """Links that the deletion emptied lead there again, where nothing has been chosen since."""
        store = self._file.store
        for table, record, field, there in self._file.trash.let_go(step, gone):
            rows: tuple[Any, ...] = store.rows(RECORDS[table], {"id": record, field: None})
            for row in rows:
                changed: Record = replace(row, **{field: there})
                with suppress(RuleBroken):  # of a plan that is decided by now
                    self._guard(changed)
                    store.save(changed)

    # ---- taking away for good ----------------------------------------------------------------

    def erase(self, *ids: str, look: Look = _quietly) -> Changes:
        """Take the content of some records away for good; as `empty`."""
        keys: list[Key] = []
        for table, record, step in map(_key, ids):
            look(0)
            keys += self._file.trash.held(step, table, record)
        return self._purge(keys, N_("Delete for good"), look)

    def empty(self, look: Look = _quietly) -> Changes:
        """Take the content of all that is deleted away for good.

        Args:
            look: Called with how much is done, per cent; what it raises takes all of it back.
        """
        return self._purge(self._file.trash.fell_due(_EVER), N_("Empty the trash"), look)

    def has_old(self) -> bool:
        """Whether something is older than the trash keeps."""
        return bool(self._file.trash.fell_due(self._since()))

    def empty_old(self) -> Changes:
        """Take away for good what is older than the trash keeps. Makes no step where nothing is."""
        due = self._file.trash.fell_due(self._since())
        return self._purge(due, N_("Take what is old out of the trash"))

    def _purge(self, keys: Sequence[Key], label: str, look: Look = _quietly) -> Changes:
        if keys:
            with self._work.purge(label):
                self._file.trash.purge(keys, lambda count: look(100 * count // len(keys)))
        return self._work.last


def _key(item_id: str) -> tuple[str, str, int]:
    table, record, step = item_id.split("/")
    return table, record, int(step)
