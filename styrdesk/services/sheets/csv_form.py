"""CSV as Swedish spreadsheets write and read it: semicolons, decimal comma, UTF-8 with its mark."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from styrdesk.base.i18n import _
from styrdesk.domain.cells import LONGEST, NO, YES, Cell, Formula
from styrdesk.services.plain_text import decoded
from styrdesk.services.sheets.grid import MOST_COLUMNS, MOST_ROWS, Grid, too_large, unreadable

# A spreadsheet would take a text that begins so for a formula (OWASP, CSV injection).
_LIKE_A_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")


def write(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The bytes of a CSV file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_safe(head) for head in heads])
    writer.writerows([_text(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return _(YES) if cell else _(NO)
    if isinstance(cell, Decimal):
        return f"{cell:f}".replace(".", ",")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str):
        return _safe(cell)
    return "" if cell is None or isinstance(cell, Formula) else str(cell)


def _safe(text: str) -> str:
    """A text that no spreadsheet works out: an apostrophe before what looks like a formula."""
    return f"'{text}" if _LIKE_A_FORMULA.match(text) else text


def _meant(text: str) -> str:
    """A text without the apostrophe that `_safe` put there."""
    return text[1:] if text.startswith("'") and _LIKE_A_FORMULA.match(text) else text


def read(content: bytes, name: str) -> Grid:
    """The rows of a CSV file, whichever mark parts its cells and in whichever letters it is kept.

    Raises:
        RuleBroken: It is no text, or larger than is read.
    """
    text = decoded(content)
    if text is None:
        raise unreadable(name)
    csv.field_size_limit(4 * LONGEST)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_parted_by(text))
    heads: tuple[str, ...] = ()
    rows: list[tuple[int, tuple[Cell, ...]]] = []
    try:
        for number, line in enumerate(lines, 1):
            if not any(cell.strip() for cell in line):
                continue
            if len(line) > MOST_COLUMNS or len(rows) >= MOST_ROWS:
                raise too_large(name)
            if heads:
                rows.append((number, tuple(_fitted(line, len(heads)))))
            else:
                heads = tuple(_meant(cell).strip() for cell in line)
    except csv.Error as error:
        raise unreadable(name) from error
    return Grid(heads, tuple(rows))


def _fitted(line: Sequence[str], count: int) -> Iterator[Cell]:
    for place in range(count):
        yield _meant(line[place]) if place < len(line) else None


def _parted_by(text: str) -> str:
    """The mark that parts the heads: the one there are most of outside quotes."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", first)
    return max(";,\t", key=bare.count)
