"""The long texts of a table's chosen row, under the table: a cell is too narrow to write in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.ui.kit.autosave import AutoSave, Gone
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.text_fields import LongTextField
from styrdesk.ui.pieces.planning.editor.table_grid import TableGrid


class Details(QWidget):
    """Fields for the row one stands in; hidden while one stands in none.

    Args:
        grid: The table.
    """

    def __init__(self, grid: TableGrid) -> None:
        super().__init__()
        self._grid, self._key = grid, ""
        self._name = quiet("", "meta_strong")
        self.fields: dict[str, LongTextField] = {}
        column = col(self._name, gap=8)
        for field, label in grid.spec.details:
            made = LongTextField(label, name=field, lines=(1, 8))
            self.fields[field] = made
            column.addWidget(made)
        self.setLayout(col(Card(column, 12), gap=0))
        self.autosave = AutoSave(self._save, grid.manuscript.operations, self)
        self.autosave.watch(*self.fields.values())
        grid.stood.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show the row one stands in now."""
        line = self._grid.line()
        key = line.id if line is not None else ""
        if key != self._key:
            self.autosave.flush()
        self._key = key
        self.setVisible(line is not None)
        if line is None or self.autosave.is_dirty():
            return
        first = self._grid.spec.columns[0].show(line)
        self._name.setText(_("Chosen row: {name}").format(name=first))
        for name, field in self.fields.items():
            field.set_value(getattr(line, name))

    def set_locked(self, *, on: bool) -> None:
        """Show without letting anything be changed."""
        for field in self.fields.values():
            field.set_read_only(on=on)

    def flush(self) -> bool:
        """Save what waits. False where it cannot be."""
        return self.autosave.flush()

    def _save(self, field: Field[Any], visit: str) -> None:
        line = next((one for one in self._grid.all() if one.id == self._key), None)
        if line is None:
            raise Gone
        if getattr(line, field.objectName()) != field.value():
            changed = replace(line, **{field.objectName(): field.value()})
            self._grid.save([changed], visit)
