"""xlsx by openpyxl, which is loaded when it is needed, and given nothing that is not bounded."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from styrdesk.base.i18n import _
from styrdesk.domain.cells import Cell, Formula
from styrdesk.domain.errors import RuleBroken
from styrdesk.services.sheets.grid import MOST_COLUMNS, MOST_ROWS, Grid, too_large, unreadable

_MOST_PARTS: Final = 2_000
_MOST_UNPACKED: Final = 300_000_000
_LONGEST: Final = 32_767  # letters a cell of a spreadsheet can hold
_DIGITS: Final = 10**15  # a spreadsheet keeps no more of a number
_LIKE_A_FORMULA: Final = re.compile(r"[=+\-@\t\r]")
_WIDEST: Final = 60


def write(heads: Sequence[str], rows: Iterable[Sequence[Cell]], title: str) -> bytes:
    """The bytes of a workbook with one sheet.

    Raises:
        RuleBroken: A text is longer than a cell of a spreadsheet can be.
    """
    from openpyxl import Workbook  # noqa: PLC0415  # heavy
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  # heavy
    from openpyxl.styles import Font  # noqa: PLC0415  # heavy

    table = [list[Cell](heads), *map(list, rows)]
    kept = [[_kept(value) for value in row] for row in table]  # refused before it is begun
    book = Workbook(write_only=True)
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\']", " ", title)[:31].strip() or "1")
    sheet.freeze_panes = "A2"
    for place in range(len(heads)):
        longest = max(len(str(row[place] or "")) for row in table)
        sheet.column_dimensions[_letter(place)].width = 2 + min(_WIDEST, longest)
    for number, row in enumerate(kept):
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=value)
            if isinstance(value, str):
                cell.data_type = "s"  # never a formula, whatever it begins with
                cell.number_format = "@"
                cell.quotePrefix = bool(_LIKE_A_FORMULA.match(value))
            elif isinstance(value, date):
                cell.number_format = "yyyy-mm-dd"
            if not number:
                cell.font = Font(bold=True)
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  # heavy

    return str(get_column_letter(place + 1))


def _kept(value: Cell) -> object:
    if isinstance(value, str) and len(value) > _LONGEST:
        message = _("A text is longer than a cell of a spreadsheet can be. Save as CSV instead.")
        raise RuleBroken(message)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= _DIGITS:
        return str(value)
    return None if isinstance(value, Formula) else value


def read(content: bytes, name: str, glance: int = 0) -> Grid:
    """The rows of the first sheet that is shown. Nothing in it is worked out.

    Args:
        content: Of the file.
        name: Its.
        glance: So many rows are read, to be looked at alone: of formulas what they last came to.

    Raises:
        RuleBroken: It is no workbook, or larger than is read.
    """
    _see_that_it_is_bounded(content, name)
    from openpyxl import load_workbook  # noqa: PLC0415  # heavy

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that we do not look at
            book = load_workbook(
                io.BytesIO(content), read_only=True, data_only=bool(glance), keep_links=False
            )
            shown = (sheet for sheet in book.worksheets if sheet.sheet_state == "visible")
            return _grid(next(shown), name, glance or MOST_ROWS + 1)
    except RuleBroken:
        raise
    except Exception as error:  # openpyxl raises whatever a broken workbook leads it to
        raise unreadable(name) from error


def _see_that_it_is_bounded(content: bytes, name: str) -> None:
    """See that it does not unpack to more than is read, and that its XML declares nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if len(parts) > _MOST_PARTS or sum(p.file_size for p in parts) > _MOST_UNPACKED:
                raise too_large(name)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with packed.open(part) as opened:
                        head = opened.read(2048).replace(b"\0", b"").replace(b"<!--", b"")
                        if b"<!" in head:
                            raise unreadable(name)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise unreadable(name) from error


def _grid(sheet: Any, name: str, most: int) -> Grid:  # noqa: ANN401  # openpyxl's are untyped
    sheet.reset_dimensions()  # what the sheet says of itself may be anything
    heads: tuple[str, ...] = ()
    rows: list[tuple[int, tuple[Cell, ...]]] = []
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1), 1):
        cells = [_cell(cell) for cell in row]
        while cells and cells[-1] in {None, ""}:
            cells.pop()
        if number > 2 * MOST_ROWS:
            raise too_large(name)
        if not cells:
            continue
        if len(rows) >= most:
            break
        if len(cells) > MOST_COLUMNS or len(rows) >= MOST_ROWS:
            raise too_large(name)
        if heads:
            rows.append((number, tuple(_fitted(cells, len(heads)))))
        else:
            heads = tuple(str(cell if cell is not None else "").strip() for cell in cells)
    return Grid(heads, tuple(rows))


def _fitted(cells: Sequence[Cell], count: int) -> Iterator[Cell]:
    for place in range(count):
        yield cells[place] if place < len(cells) else None


def _cell(cell: Any) -> Cell:  # noqa: ANN401  # openpyxl's are untyped
    value = cell.value
    if cell.data_type in {"f", "e"}:
        return Formula(str(value))
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime):
        return value.date() if value.time() == value.time().min else value.isoformat(" ")
    if value is None or isinstance(value, str | int | bool | date | Decimal):
        return value
    return str(value)


def _number(value: float) -> Cell:
    """A number as it was typed: fifteen figures are right, those after them are noise."""
    exact = Decimal(f"{value:.15g}")
    return int(exact) if exact == exact.to_integral_value() else exact
