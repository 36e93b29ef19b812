"""Values of an indicator: outcome, target and comparison by year, typed or pasted as a block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from styrdesk.base.collation import fold
from styrdesk.base.formats import EN_DASH, parse_number
from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.indicator import (
    GENDERS,
    Gender,
    Indicator,
    IndicatorValue,
    Missing,
    ValueKind,
    shown,
    table_of,
)
from styrdesk.ui.kit.grid_foot import GridFoot
from styrdesk.ui.kit.grid_model import Edit, GridColumn, GridRow
from styrdesk.ui.kit.grid_table import GridTable
from styrdesk.ui.kit.growing_table import Overflow, close_cell
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.tokens import S2

_BEFORE, _AFTER = 3, 2  # years shown around the chosen one
_KINDS = {
    ValueKind.OUTCOME: N_("Outcome"),
    ValueKind.TARGET: N_("Target value"),
    ValueKind.COMPARISON: N_("Comparison"),
}
_NO_DATA = frozenset({"i.u.", "i.u", "iu", "n/a", ".."})
_NOT_USED = frozenset({"-", "–", "—", "−"})
Row = tuple[ValueKind, Gender]


def read(words: str) -> tuple[Decimal | None, Missing]:
    """A typed value: a number, "i.u." for no data, or a dash where none is used.

    Raises:
        NotANumber: It is none of these.
    """
    plain = fold(words.strip())
    if not plain:
        return None, Missing.NO
    if plain in _NO_DATA:
        return None, Missing.NO_DATA
    if plain in _NOT_USED:
        return None, Missing.NOT_USED
    return parse_number(words), Missing.NO


class ValueGrid(QWidget):
    """The values of one indicator, three years back and two ahead. One edit or paste is one step.

    Args:
        context: Of the page.
        key: The indicator's id.
    """

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__()
        self._context, self._key = context, key
        year = context.year()
        self.years = tuple(range(year - _BEFORE, year + _AFTER + 1))
        heads = [GridColumn("", "text", 0, computed=True)]
        heads += [GridColumn(str(at), "num", 68) for at in self.years]
        self.table = GridTable(heads, _("Values"), read)
        self.table.setObjectName("values")
        self.table.edited.connect(self._edited)
        self.note = Overflow(self.table)
        self.setLayout(col(self.table, GridFoot(self.table), self.note, gap=S2))
        self._rows: tuple[Row, ...] = ()
        self._values: dict[tuple[str, ValueKind, Gender, int], IndicatorValue] = {}

    def show_values(self, indicator: Indicator) -> None:
        """Show the values as they are now."""
        register = self._context.services.indicator_values
        self._values = table_of(register.rows({"indicator_id": self._key}))
        genders = tuple(Gender) if indicator.by_gender else (Gender.ALL,)
        self._rows = tuple((kind, gender) for kind in _KINDS for gender in genders)
        self.table.set_rows([self._row(row, indicator) for row in self._rows])
        self.table.fit()

    def show_target(self) -> None:
        """Stand where the target of the year chosen in the window's head is written."""
        row = self._rows.index((ValueKind.TARGET, Gender.ALL))
        column = 1 + self.years.index(self._context.year())
        self.table.setCurrentIndex(self.table.grid.index(row, column))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Save what is typed in a cell that is still open."""
        close_cell(self.table)

    def take_back(self) -> bool:
        """Take back the latest words that could not be read. False where there are none."""
        return self.table.grid.take_back()

    def wrong(self) -> GridTable | None:
        """The table, while a cell of it holds what cannot be read."""
        grid = self.table.grid
        across = range(len(grid.columns))
        unread = (grid.error(r, c) for r in range(len(grid.rows)) for c in across)
        return self.table if any(unread) else None

    def _row(self, row: Row, indicator: Indicator) -> GridRow:
        kind, gender = row
        words = _(_KINDS[kind])
        if kind is ValueKind.COMPARISON and indicator.compared_with:
            words = indicator.compared_with
        if indicator.by_gender:
            words = f"{words}, {_(GENDERS[gender]).lower()}"
        cells = (self._cell(kind, gender, year, indicator.decimals) for year in self.years)
        return GridRow((words, *cells))

    def _cell(self, kind: ValueKind, gender: Gender, year: int, decimals: int) -> str:
        value = self._values.get((self._key, kind, gender, year))
        if value is None or (value.value is None and value.missing is Missing.NO):
            return ""
        if value.missing is Missing.NOT_USED:
            return EN_DASH
        return shown(value, decimals)

    def _edited(self, edits: Sequence[Edit]) -> None:
        changed = []
        for row, column, words in edits:
            kind, gender = self._rows[row]
            year = self.years[column - 1]
            value, missing = read(words)
            before = self._values.get((self._key, kind, gender, year)) or IndicatorValue(
                new_id(), self._key, year, kind, gender
            )
            changed.append(replace(before, value=value, missing=missing))
        save = self._context.services.indicator_values.save_all
        self._context.operations.run(partial(save, changed))
