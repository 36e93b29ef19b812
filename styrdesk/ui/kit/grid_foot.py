"""What stands under a table of typed cells: in words, why a cell is wrong."""

from __future__ import annotations

from styrdesk.ui.kit.foot import Foot
from styrdesk.ui.kit.grid_table import GridTable


class GridFoot(Foot):
    """Says why the cell one stands in is wrong, or else the first that holds what is not kept.

    A sign in the cell and a tip under the mouse tell nothing to one who has typed and gone on.

    Args:
        table: The table it stands under.
    """

    def __init__(self, table: GridTable) -> None:
        super().__init__()
        self._table = table
        self.setObjectName("cell_fault")
        table.selectionModel().currentChanged.connect(self._follow)
        table.grid.dataChanged.connect(self._follow)

    def _follow(self) -> None:
        self.tell("cell", self._table.fault())
