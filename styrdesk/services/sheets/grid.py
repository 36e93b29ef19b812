"""A sheet as rows of cells, and the bounds it is held within."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from styrdesk.base.i18n import _
from styrdesk.domain.cells import Cell
from styrdesk.domain.errors import RuleBroken

MOST_BYTES: Final = 50_000_000
MOST_ROWS: Final = 200_000
MOST_COLUMNS: Final = 200


class Form(StrEnum):
    """What a spreadsheet is kept as, by the end of its name."""

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Grid:
    """The first row with anything in it, and those under it.

    Attributes:
        heads: The words of the first row.
        rows: As many cells as there are heads, with the number of the row in the sheet.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...] = ()


def form_of(path: Path) -> Form:
    """What a file is by its name.

    Raises:
        RuleBroken: It is neither.
    """
    try:
        return Form(path.suffix.lower().removeprefix("."))
    except ValueError as error:
        message = _("{name} is neither xlsx nor csv.")
        raise RuleBroken(message.format(name=path.name)) from error


def too_large(name: str) -> RuleBroken:
    """The sheet is larger than is read."""
    message = _("{name} is too large: at most {rows} rows and {columns} columns are read.")
    return RuleBroken(message.format(name=name, rows=MOST_ROWS, columns=MOST_COLUMNS))


def unreadable(name: str) -> RuleBroken:
    """The file is not what its name says."""
    return RuleBroken(_("{name} cannot be read as a spreadsheet.").format(name=name))
