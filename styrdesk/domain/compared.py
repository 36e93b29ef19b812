"""The differences between two versions of a plan in words, under the chapters they are read in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from styrdesk.base.i18n import N_, _
from styrdesk.domain.budget import CategoryLine, net_cost, total
from styrdesk.domain.catalogue import RECORDS, TABLE_OF
from styrdesk.domain.compare import ASIDE, SHOWN_IN, Change, Fate, changes
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.indicator import IndicatorValue
from styrdesk.domain.naming import field_name, kind_name
from styrdesk.domain.plan import BLOCK_KINDS, Chapter, heading
from styrdesk.domain.record import FieldSpec, Record, specs
from styrdesk.domain.telling import MONEY, PICTURES, SILENT, record_name, told

FATES: Final = {
    Fate.NEW: N_("New"),
    Fate.CHANGED: N_("Changed"),
    Fate.MOVED: N_("Moved"),
    Fate.REMOVED: N_("Removed"),
    Fate.SUM: N_("Changed sum"),
}
_SUMMED: Final[dict[str, tuple[str, ...]]] = {
    "frame_item": ("year_1", "year_2", "year_3"),
    "budget_line": ("accounts", "last_budget", "income", "cost", "net", "plan_2", "plan_3"),
    "category_line": ("accounts", "last_budget", "budget", "plan_2", "plan_3"),
    "investment": ("total", "earlier", "year_1", "year_2", "year_3", "running_cost"),
}
_SAID: Final = ("block", "body")  # a block is called by its kind and how it begins


@dataclass(frozen=True, slots=True)
class Line:
    """A difference as it is read.

    Attributes:
        head: Heading of its chapter, or of the part it stands in.
        about: What the record is called, with its kind; empty where the head says it.
        title: What the field is called; empty for a whole record, and where `about` says it.
        before: What stood there, in words; empty where nothing did.
        after: Likewise.
        note: What the words cannot show; empty where they show all.
    """

    change: Change
    head: str
    about: str = ""
    title: str = ""
    before: str = ""
    after: str = ""
    note: str = ""

    @property
    def what(self) -> str:
        """What it is about, in one line."""
        return ", ".join(words for words in (self.about, self.title) if words)


def lines(before: PlanDocument, after: PlanDocument) -> tuple[Line, ...]:
    """All differences as they are read, each table's changed sums after its rows."""
    return tuple(_Teller(before, after).lines())


class _Teller:
    """Tells the changes of one pair."""

    def __init__(self, before: PlanDocument, after: PlanDocument) -> None:
        self._before, self._after = before, after
        self._unit = after.the_plan.unit
        self._called: dict[tuple[str, str], str] = {}

    def lines(self) -> Iterator[Line]:
        found = [c for c in changes(self._before, self._after) if not self._comes_along(c)]
        last = {change.table: place for place, change in enumerate(found)}
        for place, change in enumerate(found):
            yield self._line(change)
            if change.table in _SUMMED and last[change.table] == place:
                yield from self._sums(change.table, change.chapter)

    def _comes_along(self, change: Change) -> bool:
        """Whether it is a value of an indicator that itself comes or goes, and is told with it."""
        row = change.after if change.fate is Fate.NEW else change.before
        if not isinstance(row, IndicatorValue):
            return False
        there = self._before if change.fate is Fate.NEW else self._after
        return row.indicator_id not in {indicator.id for indicator in there.indicator}

    def _line(self, change: Change) -> Line:
        about = self._about(change)
        head, table = self._head(change), change.table
        if change.fate is Fate.MOVED:
            return Line(
                change,
                head,
                about,
                "",
                _place(change.before, self._before),
                _place(change.after, self._after),
            )
        if not change.field:
            was, now = change.before, change.after
            before = self._whole(table, was, self._before) if was is not None else ""
            after = self._whole(table, now, self._after) if now is not None else ""
            return Line(change, head, about, "", before, after)
        before, after = (self._value(table, change.field, v) for v in (change.before, change.after))
        note = ""
        if before and after and (table, change.field) in PICTURES:
            before, after = _("an image"), _("another image")
        elif before == after:
            note = _("The words are the same. What is changed is how they look.")
        title = "" if (table, change.field) == _SAID else field_name(table, change.field)
        return Line(change, head, about, title, before, after, note)

    # ---- names -------------------------------------------------------------------------------

    @cached_property
    def _heads(self) -> Mapping[str, str]:
        return {
            chapter.id: heading(chapter, document.numbers[chapter.id])
            for document in (self._before, self._after)
            for _level, chapter in document.chapters
        }

    def _head(self, change: Change) -> str:
        if change.table == "plan":
            return _("Document information")
        return self._heads.get(change.chapter) or _("What the plan rests on")

    def _about(self, change: Change) -> str:
        table = change.table
        if table == "plan":
            return ""
        kind, name = kind_name(table), self._name(table, change.record)
        if table == "chapter" or name == kind:
            return kind
        return name if table == "block" else f"{kind} {name}"

    @cached_property
    def _rows(self) -> Mapping[tuple[str, str], Record]:
        both = (*self._before.tables(), *self._after.tables())
        return {(table, row.id): row for table, rows in both for row in rows}

    def _name(self, table: str, record: str) -> str:
        key = table, record
        if key not in self._called:
            self._called[key] = kind_name(table)  # should it lead back to itself
            row = self._rows.get(key)
            fields = {spec.name: spec for spec in specs(RECORDS[table])}
            values = {name: getattr(row, name) for name in fields} if row is not None else {}
            self._called[key] = record_name(table, values, fields, self._name)
        return self._called[key]

    # ---- values ------------------------------------------------------------------------------

    def _value(self, table: str, field: str, value: object) -> str:
        return self._told(table, _spec(table, field), value)

    def _told(self, table: str, spec: FieldSpec, value: object) -> str:
        if value and (table, spec.name) in PICTURES:
            return _("an image")
        return told(table, spec, value, self._name, self._unit)

    def _whole(self, table: str, row: Any, document: PlanDocument) -> str:  # noqa: ANN401  # any record
        """All that stands in a record, a field a line; a text is told without a name."""
        said = []
        for spec in specs(RECORDS[table]):
            value = getattr(row, spec.name)
            aside = spec.name in SILENT or (table, spec.name) in ASIDE or spec.owned
            words = (
                ""
                if aside or _is_nothing(table, spec.name, value)
                else self._told(table, spec, value)
            )
            if words:
                bare = spec.name == "body"
                said.append(words if bare else f"{field_name(table, spec.name)}: {words}")
        if table == "indicator":
            said += self._values_of(row.id, document)
        return "\n".join(said)

    def _values_of(self, indicator: str, document: PlanDocument) -> Iterator[str]:
        for value in document.indicator_value:
            words = self._value("indicator_value", "value", value.value)
            if value.indicator_id == indicator and words:
                kind, whom = (
                    self._value("indicator_value", name, getattr(value, name))
                    for name in ("kind", "gender")
                )
                yield f"{kind} {value.year}, {whom}: {words}"

    # ---- sums --------------------------------------------------------------------------------

    def _sums(self, table: str, chapter: str) -> Iterator[Line]:
        about = _("{table}, sum").format(table=_(BLOCK_KINDS[SHOWN_IN[table]]))
        for field in _SUMMED[table]:
            before, after = (_sum(d.rows(table), field) for d in (self._before, self._after))
            if before != after:
                change = Change(Fate.SUM, table, "", field, before, after, chapter)
                told_as = "cost" if field == "net" else field  # both are money, and told alike
                words = [self._value(table, told_as, amount) for amount in (before, after)]
                title = _("Net cost") if field == "net" else field_name(table, field)
                yield Line(change, self._head(change), about, title, *words)


def _sum(rows: tuple[Record, ...], field: str) -> int:
    """In kronor; of a budget by category it is costs less income."""
    add: Callable[[Any, str], int] = total
    if rows and TABLE_OF[type(rows[0])] == TABLE_OF[CategoryLine]:
        add = net_cost
    return add(rows, field)


def _is_nothing(table: str, field: str, value: object) -> bool:
    """Whether there is nothing to tell; month 0 and a volume of 0 do say something."""
    no_money = value == 0 and field in MONEY.get(table, ())
    return value is None or value is False or value == "" or no_money


def _place(chapter: Chapter, document: PlanDocument) -> str:
    """A chapter's number and heading, and the chapter it lies under."""
    words = heading(chapter, document.numbers[chapter.id])
    above = next((c for c in document.chapter if c.id == chapter.parent_id), None)
    if above is None:
        return words
    over = heading(above, document.numbers[above.id])
    return f"{words}\n{field_name('chapter', 'parent_id')}: {over}"


def _spec(table: str, field: str) -> FieldSpec:
    return next(spec for spec in specs(RECORDS[table]) if spec.name == field)
