"""What of a pasted block becomes rows in a table that calculates its own sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from styrdesk.base.collation import fold
from styrdesk.base.i18n import _
from styrdesk.domain.budget import is_sum_row
from styrdesk.domain.errors import RuleBroken
from styrdesk.ui.kit.cell_words import kronor
from styrdesk.ui.kit.grid_model import GridColumn

_NAMES = 2  # a code or a kind may stand before the name
Line = list[str]


@dataclass(frozen=True, slots=True)
class Sifted:
    """A pasted block.

    Attributes:
        lines: The rows that are taken.
        sums: Names of the sum rows that are left out.
        head: Whether a head row is left out.
    """

    lines: list[Line]
    sums: tuple[str, ...] = ()
    head: bool = False

    def said(self) -> str:
        """What was left out, in words; empty where nothing was."""
        parts = [_("The pasted head row was left out.")] if self.head else []
        if self.sums:
            rows = ", ".join(self.sums)
            words = _("Left out: {rows}. The table calculates its own sums.")
            parts.append(words.format(rows=rows))
        return " ".join(parts)


def sift(lines: Sequence[Line], columns: Sequence[GridColumn]) -> Sifted:
    """The block without its head row and its sum rows.

    Args:
        lines: The pasted rows.
        columns: Those that the cells land in, in order.
    """
    if len(lines) == 1 and len(lines[0]) == 1:
        return Sifted(list(lines))  # one value is laid in a cell, and makes no row
    head = len(lines) > 1 and _is_head(lines[0], columns)
    rest = lines[1:] if head else lines
    named = [(_sum_name(line), line) for line in rest]
    return Sifted(
        [line for name, line in named if not name],
        tuple(name for name, _line in named if name),
        head,
    )


def _sum_name(line: Line) -> str:
    words = [cell.strip() for cell in line if any(map(str.isalpha, cell))]
    return next((word for word in words[:_NAMES] if is_sum_row(word)), "")


def _is_head(line: Line, columns: Sequence[GridColumn]) -> bool:
    amounts = [(c, cell.strip()) for c, cell in zip(columns, line, strict=False) if c.kind == "num"]
    filled = [(column, cell) for column, cell in amounts if cell]
    return bool(filled) and not any(_is_amount(column, cell) for column, cell in filled)


def _is_amount(column: GridColumn, cell: str) -> bool:
    """A year over its own column is its name, though it could be read as an amount."""
    if fold(cell) == fold(column.title):
        return False
    try:
        kronor(cell)
    except RuleBroken:
        return False
    return True
