"""What stands under a table of typed cells: in words, why a cell is wrong, and what to think of."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import _
from styrdesk.domain import personal_number
from styrdesk.ui.kit.foot import Foot
from styrdesk.ui.kit.grid_table import GridTable

_TOLD: Final = 3  # cells that are named


class GridFoot(Foot):
    """Says why the cell one stands in is wrong, or else the first that holds what is not kept.

    A sign in the cell and a tip under the mouse tell nothing to one who has typed and gone on.
    Under that it says in which cells a personnummer seems to stand, as a field does.

    Args:
        table: The table it stands under.
    """

    def __init__(self, table: GridTable) -> None:
        super().__init__()
        self._table = table
        self.setObjectName("cell_fault")
        table.selectionModel().currentChanged.connect(self._follow)
        for changed in (table.grid.dataChanged, table.grid.rowsRemoved, table.grid.modelReset):
            changed.connect(self._look)

    def _follow(self) -> None:
        self.tell("cell", self._table.fault())

    def _look(self) -> None:
        self._follow()
        cells = self._personal()
        told = _("Row {row}, {column}")
        columns = self._table.grid.columns
        named = [told.format(row=r + 1, column=columns[c].title) for r, c in cells[:_TOLD]]
        words = _(
            "{cells}: a personal identity number seems to stand here. "
            "Leave it out unless it is needed."
        )
        said = "; ".join(named) + (" …" if len(cells) > _TOLD else "")
        self.advise(words.format(cells=said) if cells else "")

    def _personal(self) -> list[tuple[int, int]]:
        """The cells with words in which a personnummer seems to stand; an amount is none."""
        grid = self._table.grid
        across = [n for n, column in enumerate(grid.columns) if column.kind != "num"]
        return [
            (row, n)
            for row in range(len(grid.rows))
            for n in across
            if any(personal_number.find(grid.words(row, n)))
        ]
