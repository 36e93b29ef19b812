"""The free table: columns and rows the writer makes, kept as JSON in a block.

Shape: `{"columns": [{"id", "title", "kind": "text"|"number", "sum": bool}],
"rows": [{"id", "cells": [text, …]}]}`. Cells hold what was typed; numbers are read from them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from styrdesk.base.formats import NBSP, NotANumber, number, parse_number
from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.richtext import clean

MAX_COLUMNS = 14
MAX_ROWS = 2_000


class ColumnKind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class FreeColumn:
    """A column of a free table; a summed column of numbers gets a calculated last row."""

    id: str
    title: str = ""
    kind: ColumnKind = ColumnKind.TEXT
    sum: bool = False

    @property
    def is_summed(self) -> bool:
        """Whether its numbers are added up; years in a column of text are not."""
        return self.sum and self.kind is ColumnKind.NUMBER


@dataclass(frozen=True, slots=True)
class FreeRow:
    """A row: one text per column."""

    id: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FreeTable:
    """A table the writer makes."""

    columns: tuple[FreeColumn, ...] = ()
    rows: tuple[FreeRow, ...] = ()


def read(body: str) -> FreeTable:
    """The table of a block; an empty body is an empty table.

    Raises:
        RuleBroken: The body is no such table.
    """
    if not body:
        return FreeTable()
    try:
        data = json.loads(body)
        columns = tuple(
            FreeColumn(str(c["id"]), clean(str(c["title"])), ColumnKind(c["kind"]), bool(c["sum"]))
            for c in data["columns"]
        )
        rows = tuple(_row(r, len(columns)) for r in data["rows"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise RuleBroken(_("The table cannot be read: {error}").format(error=error)) from error
    if len(columns) > MAX_COLUMNS or len(rows) > MAX_ROWS:
        message = _("A table may have at most {columns} columns and {rows} rows.")
        raise RuleBroken(message.format(columns=MAX_COLUMNS, rows=MAX_ROWS))
    return FreeTable(columns, rows)


def _row(data: Any, width: int) -> FreeRow:  # noqa: ANN401  # it is what JSON gives
    given = data["cells"]
    if not isinstance(given, list) or not all(isinstance(cell, str) for cell in given):
        raise TypeError(_("cells are a list of texts"))
    if len(given) > width:
        raise ValueError(_("more cells than columns"))
    cells = tuple(map(clean, given))
    return FreeRow(str(data["id"]), cells + ("",) * (width - len(cells)))


def write(table: FreeTable) -> str:
    """The body of a block."""
    columns = [
        {"id": c.id, "title": c.title, "kind": c.kind.value, "sum": c.sum} for c in table.columns
    ]
    rows = [{"id": r.id, "cells": list(r.cells)} for r in table.rows]
    return json.dumps({"columns": columns, "rows": rows}, ensure_ascii=False)


def bad_numbers(table: FreeTable) -> list[tuple[int, int]]:
    """Places (row, column) in number columns whose text is no number."""
    return [
        (r, c)
        for c, column in enumerate(table.columns)
        if column.kind is ColumnKind.NUMBER
        for r, row in enumerate(table.rows)
        if not _readable(row.cells[c])
    ]


def _readable(text: str) -> bool:
    return text.strip() in {"", "-", "\u2013", "i.u.", "n/a"} or _number(text) is not None


def _number(text: str) -> Decimal | None:
    try:
        return parse_number(text)
    except NotANumber:
        return None


def decimals(table: FreeTable, column: int) -> int:
    """The most decimals any number of the column has."""
    found = (_number(row.cells[column]) for row in table.rows)
    places = [-int(n.as_tuple().exponent) for n in found if n is not None]
    return max(0, *places) if places else 0


def shown(table: FreeTable, row: int, column: int) -> str:
    """A cell as it is printed: numbers grouped and with the column's decimals."""
    text = table.rows[row].cells[column]
    value = _number(text) if table.columns[column].kind is ColumnKind.NUMBER else None
    if value is None:
        return text
    percent = f"{NBSP}%" if text.rstrip().endswith("%") else ""
    return number(value, decimals(table, column)) + percent


def sums(table: FreeTable) -> tuple[str, ...]:
    """The calculated last row, empty where no column is summed."""
    if not any(column.is_summed for column in table.columns):
        return ()
    cells = []
    for place, column in enumerate(table.columns):
        found = [_number(row.cells[place]) for row in table.rows]
        total = sum((n for n in found if n is not None), Decimal(0))
        cells.append(number(total, decimals(table, place)) if column.is_summed else "")
    if not table.columns[0].is_summed:
        cells[0] = _("Total")
    return tuple(cells)


def with_cell(table: FreeTable, row: int, column: int, text: str) -> FreeTable:
    """The table with one cell changed."""
    cells = list(table.rows[row].cells)
    cells[column] = clean(text)
    rows = list(table.rows)
    rows[row] = replace(rows[row], cells=tuple(cells))
    return replace(table, rows=tuple(rows))
