"""A spreadsheet to a register: first what each row would become, and then all of it in one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from styrdesk.base.collation import fold
from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain import richtext
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.cells import Cell, Empty, Unreadable, as_words, from_cell, to_cell, words_of
from styrdesk.domain.errors import FileFault, FileProblem, RuleBroken
from styrdesk.domain.naming import field_words
from styrdesk.domain.personal_number import find as personal_numbers
from styrdesk.domain.record import FieldSpec, Record, specs
from styrdesk.domain.search import is_masked
from styrdesk.services.changes import Changes
from styrdesk.services.listing import Listing, columns
from styrdesk.services.sheets import csv_form, xlsx_form
from styrdesk.services.sheets.giving_out import ID
from styrdesk.services.sheets.grid import MOST_BYTES, Form, Grid, form_of, too_large
from styrdesk.services.sheets.links import Links
from styrdesk.storage.file import File

_FEW: Final = 100  # rows after which one may give it up


class Fate(StrEnum):
    """What a row would become; THERE is left as it is, whatever the row says."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    WRONG = "wrong"
    THERE = "there"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a row: what stands in the file, and what in the sheet, in words."""

    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowPlan:
    """A row of the sheet, and what it would become.

    Attributes:
        number: Of the row in the sheet, from 1.
        name: What the record is called.
        changes: Of a new row every field that says something.
        errors: Title of the column, empty for the row as a whole, and what to do.
        warned: Titles of columns in which a personnummer seems to stand.
        record: The record as it would be; None where something is wrong.
    """

    number: int
    fate: Fate
    name: str
    changes: tuple[FieldChange, ...] = ()
    errors: tuple[tuple[str, str], ...] = ()
    warned: tuple[str, ...] = ()
    record: Any = None


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """All of a sheet.

    Attributes:
        rows: In the order of the sheet.
        ignored: Heads of columns that are none of the register's.
        reckoned: Heads of columns that the program fills in itself.
    """

    rows: tuple[RowPlan, ...]
    ignored: tuple[str, ...] = ()
    reckoned: tuple[str, ...] = ()

    def count(self, fate: Fate) -> int:
        """How many rows have this fate."""
        return sum(row.fate is fate for row in self.rows)

    def of(self, fate: Fate) -> list[Any]:
        """The records of those rows."""
        return [row.record for row in self.rows if row.fate is fate]


def read(path: Path) -> Grid:
    """The rows of a spreadsheet.

    Raises:
        FileProblem: The file cannot be read.
        RuleBroken: It is no spreadsheet, or larger than is read.
    """
    form = form_of(path)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise too_large(path.name)
        content = path.read_bytes()
    except OSError as error:
        message = _("{name} cannot be read.")
        raise FileProblem(FileFault.UNREADABLE, message.format(name=path.name)) from error
    reader = csv_form.read if form is Form.CSV else xlsx_form.read
    return reader(content, path.name)


class TakingIn:
    """Works out what the rows of a sheet would become.

    Args:
        file: The open file.
        listing: The register.
        fresh: What a new record holds where the sheet has no column.
        today: The day that words such as "idag" count from.
    """

    def __init__(self, file: File, listing: Listing, fresh: Record, today: date) -> None:
        self._file, self._listing = file, listing
        spec = listing.register.spec
        self._blank: Any = spec.kind("")
        said = {s.name for s in specs(type(fresh)) if s.in_key} | spec.asked
        self._fresh: Any = replace(fresh, **{name: getattr(self._blank, name) for name in said})
        self._today, self._links = today, Links(file)
        self._adds: bool = spec.adds
        self._columns = columns(listing.table, spec.kind, spec.told_too | spec.read_too)
        self._acts: frozenset[str] = spec.by_act if spec.adds else frozenset()

    def plan(self, grid: Grid, look: Callable[[int], None] = lambda _row: None) -> SheetPlan:
        """What each row would become. Nothing is written.

        Args:
            grid: The sheet.
            look: Called with the number of rows done now and then; what it raises ends it.

        Raises:
            RuleBroken: No column is the register's, or two are the same.
        """
        heads, at_id = self._heads(grid)
        known = {head: n for n, head in enumerate(heads) if head is not None}
        ids = [as_words(row[at_id]).strip() for _n, row in grid.rows] if at_id >= 0 else []
        there = self._there(ids)
        twice = {key for key, count in Counter(ids).items() if key and count > 1}
        plans = []
        for place, (number, row) in enumerate(grid.rows):
            if not place % _FEW:
                look(place)
            key = ids[place] if ids else ""
            found = {spec: row[n] for spec, n in known.items()}
            if not any(cell not in {None, ""} for cell in (*found.values(), key)):
                continue
            plans.append(self._row(number, key, found, there, twice))
        ignored = [
            head for n, head in enumerate(grid.heads) if head and heads[n] is None and n != at_id
        ]
        reckoned = [grid.heads[n] for head, n in known.items() if head.name in self._acts]
        return SheetPlan(tuple(self._alone(plans)), tuple(ignored), tuple(reckoned))

    def _alone(self, plans: list[RowPlan]) -> Iterator[RowPlan]:
        """The rows; of those that share what no two may share, each is wrong."""
        mark = self._listing.register.mark
        marks = [mark(one.record) if one.fate is Fate.NEW else "" for one in plans]
        counts = Counter(marks)
        for one, own in zip(plans, marks, strict=True):
            if own and counts[own] > 1:
                errors = (("", _("Two rows have the same number.")),)
                yield replace(one, fate=Fate.WRONG, errors=errors, record=None)
            else:
                yield one

    def _there(self, ids: list[str]) -> dict[str, Any]:
        kind: type[Record] = RECORDS[self._listing.table]
        return {row.id: row for row in self._file.store.rows(kind, {"id": set(filter(None, ids))})}

    def _heads(self, grid: Grid) -> tuple[list[FieldSpec | None], int]:
        """The field of each column, and the place of the ids, -1 where there are none."""
        named = {fold(name): column.spec for column in self._columns for name in column.names}
        heads = [named.get(fold(head)) for head in grid.heads]
        ids = [n for n, head in enumerate(grid.heads) if fold(head) == fold(ID)]
        known = [head for head in heads if head is not None]
        if not known:
            titles = ", ".join(column.title for column in self._columns)
            message = _("The first row must hold the names of the columns: {titles}.")
            raise RuleBroken(message.format(titles=titles))
        double = [spec for spec, count in Counter(known).items() if count > 1]
        if double or len(ids) > 1:
            name = _(field_words(self._listing.table, double[0].name)) if double else ID
            raise RuleBroken(_("Two columns are called {name}.").format(name=name))
        return heads, ids[0] if ids else -1

    def _row(
        self,
        number: int,
        key: str,
        found: dict[FieldSpec, Cell],
        there: dict[str, Any],
        twice: set[str],
    ) -> RowPlan:
        before = there.get(key)
        if self._adds:
            return self._added(number, found, is_there=before is not None)
        wrong = self._wrong_id(key, before, twice)
        base = before if before is not None else self._fresh
        values, errors = self._values(found, base, is_new=before is None)
        record = replace(base, **values) if before is not None else None
        if record is None:
            record = replace(base, id=new_id(), **values)
        errors = [*wrong, *errors, *self._not_written(before, base, record)]
        errors = errors or list(self._broken(record))
        return self._planned(number, before, record, errors)

    def _added(self, number: int, found: dict[FieldSpec, Cell], *, is_there: bool) -> RowPlan:
        """A row of a register that is only added to: its own id, if it has one, is not kept."""
        register = self._listing.register
        words = {
            spec.name: as_words(cell) for spec, cell in found.items() if spec.name in self._acts
        }
        read = {spec: cell for spec, cell in found.items() if spec.name not in self._acts}
        values, errors = self._values(read, self._fresh, is_new=True)
        record = replace(self._fresh, id=new_id(), **values)
        if is_there or register.is_there(record):
            return RowPlan(number, Fate.THERE, self._name(record))
        if not errors:
            try:
                record = register.as_new(record, words)
            except RuleBroken as broken:
                errors = [self._told(broken)]
        return self._planned(number, None, record, errors or list(self._broken(record)))

    def _planned(
        self,
        number: int,
        before: Any,  # noqa: ANN401  # any record, or None
        record: Any,  # noqa: ANN401  # as above
        errors: list[tuple[str, str]],
    ) -> RowPlan:
        name = self._name(record)
        if errors:
            return RowPlan(number, Fate.WRONG, name, errors=tuple(errors))
        changes = tuple(self._changes(before, record))
        fate = Fate.NEW if before is None else Fate.CHANGED if changes else Fate.UNCHANGED
        warned = tuple(self._warned(before, record))
        return RowPlan(number, fate, name, changes, warned=warned, record=record)

    def _warned(self, before: Any, record: Any) -> Iterator[str]:  # noqa: ANN401  # any record
        """The columns in which a personnummer comes in."""
        for column in self._columns:
            spec = column.spec
            value = getattr(record, spec.name)
            if spec.kind is str and not spec.link and value:
                is_new = before is None or getattr(before, spec.name) != value
                if is_new and any(personal_numbers(words_of(spec, value))):
                    yield column.title

    @staticmethod
    def _wrong_id(key: str, before: Any, twice: set[str]) -> list[tuple[str, str]]:  # noqa: ANN401  # any record
        if key in twice:
            return [(ID, _("Two rows have the same id. Empty one of the cells for a new row."))]
        if key and (before is None or is_masked(before)):
            said = _("No row of the register has this id. Empty the cell to make a new row.")
            return [(ID, said)]
        return []

    def _values(
        self,
        found: dict[FieldSpec, Cell],
        base: Any,  # noqa: ANN401  # any record
        *,
        is_new: bool,
    ) -> tuple[dict[str, object], list[tuple[str, str]]]:
        values: dict[str, object] = {}
        errors = []
        for spec, cell in found.items():
            try:
                value = from_cell(spec, cell, self._links.find, self._today)
            except Unreadable as error:
                if (
                    isinstance(error, Empty)
                    and is_new
                    and getattr(base, spec.name) not in {"", None}
                ):
                    continue
                title = _(field_words(self._listing.table, spec.name))
                errors.append((title, str(error)))
                continue
            before = getattr(base, spec.name)
            values[spec.name] = before if _is_same(spec, before, value) else _kept(spec, value)
        return values, errors

    def _not_written(self, before: Any, base: Any, record: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  # any record
        """What a spreadsheet does not write: what an act of its own sets, and what is over."""
        register = self._listing.register
        for name in sorted(register.spec.by_act):
            if getattr(base, name) != getattr(record, name):
                title = _(field_words(self._listing.table, name))
                yield title, _("This is not changed from a spreadsheet. Write as it was.")
        if before is not None and register.is_over(before) and before != record:
            yield "", _("What is no longer in force is not changed.")

    def _broken(self, record: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  # any record
        try:
            self._listing.register.check(record)
        except RuleBroken as broken:
            yield self._told(broken)

    def _told(self, broken: RuleBroken) -> tuple[str, str]:
        """A broken rule with the title of its column."""
        fields = {column.spec.name for column in self._columns}
        words = _(field_words(self._listing.table, broken.field)) if broken.field in fields else ""
        return words, broken.message

    def _name(self, record: Any) -> str:  # noqa: ANN401  # any record
        kind: type[Record] = type(record)
        values = {spec.name: getattr(record, spec.name) for spec in specs(kind)}
        return self._listing.names.called(self._listing.table, values)

    def _changes(self, before: Any, record: Any) -> Iterator[FieldChange]:  # noqa: ANN401  # any record
        for column in self._columns:
            spec = column.spec
            if spec.name in self._acts:
                continue
            old = getattr(before if before is not None else self._blank, spec.name)
            new = getattr(record, spec.name)
            if old != new:
                said = [as_words(to_cell(spec, value, self._links.name_of)) for value in (old, new)]
                if said[0] != said[1]:
                    yield FieldChange(column.title, *said)


def _is_same(spec: FieldSpec, before: object, value: object) -> bool:
    """Whether a cell says what stands in the file already: of rich text the words alone."""
    if spec.rich and isinstance(before, str) and isinstance(value, str):
        return words_of(spec, before) == value
    return before == value


def _kept(spec: FieldSpec, value: object) -> object:
    return (
        richtext.write(richtext.from_plain(value))
        if spec.rich and isinstance(value, str)
        else value
    )


def take_in(listing: Listing, plan: SheetPlan, look: Callable[[int], None], name: str) -> Changes:
    """Write all of a plan in one step, a backup first where it is large.

    Args:
        listing: The register.
        plan: As it was looked at.
        look: As in `Register.take_in`.
        name: Of the spreadsheet.

    Raises:
        RuleBroken: Something is wrong with it, or has become so since it was made.
        FileProblem: The file cannot be written. Nothing of it has been.
    """
    if plan.count(Fate.WRONG):
        raise RuleBroken(_("Some rows are wrong. Mend them in the spreadsheet and read it again."))
    where = _("{name}, row {row}")
    told = {
        row.record.id: where.format(name=name, row=row.number)
        for row in plan.rows
        if row.fate is Fate.NEW
    }
    return listing.register.take_in(plan.of(Fate.NEW), plan.of(Fate.CHANGED), look, told)
