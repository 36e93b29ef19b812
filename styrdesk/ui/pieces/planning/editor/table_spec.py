"""What sets one of a plan's tables apart; the grid and its buttons are the same for all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from styrdesk.domain.record import Record
from styrdesk.services.register import Register
from styrdesk.ui.kit.grid_model import GridRow
from styrdesk.ui.pieces.planning.editor.columns import Column

R = TypeVar("R", bound=Record)


def _no_totals(_lines: Sequence[Any]) -> Sequence[GridRow]:
    return ()


def _itself(record: Any, record_id: str) -> bool:
    return bool(record.id == record_id)


@dataclass(frozen=True)
class TableSpec(Generic[R]):
    """A table of a plan's own register, or of another register for reading.

    Attributes:
        name: What it is, spoken and as the head of a block with several tables.
        table: Name of the records' table; findings name it too.
        topics: Tables whose change refreshes it.
        columns: In order.
        lines: The rows as they are now. A row that is not saved yet keeps its id from time to
            time, and is saved when something is written in it.
        register: Where rows are saved; None for reading only.
        fresh: A new row beside those there are; None where rows are not added by hand.
        totals: The sum rows.
        details: Long texts of the chosen row: (field, label).
        is_about: Whether a row is what a record's id asks for.
        again: Button and maker of one more row for what the chosen row is about.
        page: Key of the register page one goes to, empty for none.
        hint: One line under the table.
    """

    name: str
    table: str
    topics: frozenset[str]
    columns: tuple[Column[R], ...]
    lines: Callable[[], Sequence[R]]
    register: Register[R] | None = None
    fresh: Callable[[Sequence[R]], R] | None = None
    totals: Callable[[Sequence[R]], Sequence[GridRow]] = _no_totals
    details: tuple[tuple[str, str], ...] = ()
    is_about: Callable[[R, str], bool] = _itself
    again: tuple[str, Callable[[R], R]] | None = None
    page: str = ""
    hint: str = ""

    @property
    def sums_itself(self) -> bool:
        """Whether sum rows stand under the table, so that none is ever pasted in it."""
        return self.totals is not _no_totals
