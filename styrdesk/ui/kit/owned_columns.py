"""The columns of a grid of owned lines: words, days, one of several, or a record's own way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from typing import Any, Generic, TypeVar

from styrdesk.base.collation import fold
from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.record import Record
from styrdesk.ui.kit.cell_words import day, shown_day
from styrdesk.ui.kit.table_model import Kind

R = TypeVar("R", bound=Record)
_FIGURES = 5  # that a count has at most


@dataclass(frozen=True)
class OwnedColumn(Generic[R]):
    """A column.

    Attributes:
        title: Translated.
        show: The cell of a record.
        put: The record with the typed words in it; raises RuleBroken with what to write.
        width: Pixels at zoom 1; 0 for the one that takes the rest.
        choices: What the cell is chosen among; empty for words that are typed.
    """

    title: str
    show: Callable[[R], str]
    put: Callable[[R, str], R]
    kind: Kind = "text"
    width: int = 0
    choices: Sequence[str] = ()


def text_column(title: str, field: str, width: int = 0) -> OwnedColumn[Any]:
    """A column of words as they are typed.

    Args:
        title: Translated.
        field: The record's name of the text.
        width: Pixels at zoom 1; 0 for the one that takes the rest.
    """

    def put(record: Any, words: str) -> Any:  # a record of any kind
        return replace(record, **{field: words})

    return OwnedColumn(title, attrgetter(field), put, width=width)


def day_column(title: str, field: str, today: Callable[[], date]) -> OwnedColumn[Any]:
    """A column of days.

    Args:
        title: Translated.
        field: The record's name of the day.
        today: Tells which year "10/12" is in.
    """

    def show(record: Record) -> str:
        return shown_day(getattr(record, field))

    def put(record: Any, words: str) -> Any:  # a record of any kind
        return replace(record, **{field: day(words, today())})

    return OwnedColumn(title, show, put, width=104)


def count_column(title: str, field: str, width: int) -> OwnedColumn[Any]:
    """A column of how many there are; an empty cell is none.

    Args:
        title: Translated.
        field: The record's name of the number.
        width: Pixels at zoom 1.
    """

    def show(record: Record) -> str:
        return str(getattr(record, field) or "")

    def put(record: Any, words: str) -> Any:  # a record of any kind
        typed = words.strip() or "0"
        if not (typed.isascii() and typed.isdigit() and len(typed) <= _FIGURES):
            message = _("Write how many in figures, such as {example}.").format(example=3)
            raise RuleBroken(message, field)
        return replace(record, **{field: int(typed)})

    return OwnedColumn(title, show, put, "num", width)


def choice_column(
    title: str, field: str, offered: Sequence[tuple[Any, str]], width: int = 0
) -> OwnedColumn[Any]:
    """A column where one of several is chosen.

    Args:
        title: Translated.
        field: The record's name of the value.
        offered: Values with their words, as a choice field has them; all words differ.
        width: Pixels at zoom 1; 0 for the one that takes the rest.
    """
    words_of: dict[Any, str] = dict(offered)
    values, choices = list(words_of), list(words_of.values())

    def show(record: Record) -> str:
        return words_of.get(getattr(record, field), "")

    def put(record: Any, words: str) -> Any:  # a record of any kind
        return replace(record, **{field: values[chosen(words, choices)]})

    return OwnedColumn(title, show, put, width=width, choices=choices)


def chosen(words: str, choices: Sequence[str]) -> int:
    """Which of the choices the words mean, also when only their beginning is written.

    Raises:
        RuleBroken: None of them, or more than one.
    """
    wanted = fold(words.strip())
    exact = [n for n, choice in enumerate(choices) if fold(choice) == wanted]
    found = exact or [n for n, choice in enumerate(choices) if fold(choice).startswith(wanted)]
    if len(found) == 1 or exact:
        return found[0]
    raise RuleBroken(_("Choose one of: {choices}.").format(choices=", ".join(choices)))
