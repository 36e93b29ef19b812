"""Columns of a plan's tables: how a field is shown in a cell, and read from typed words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Generic, TypeVar

from styrdesk.base.formats import (
    NotADate,
    NotANumber,
    amount,
    number,
    number_as_written,
    parse_date,
    parse_number,
)
from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.record import Record
from styrdesk.ui.kit.cell_words import kronor
from styrdesk.ui.kit.owned_columns import chosen
from styrdesk.ui.kit.table_model import Kind

R = TypeVar("R", bound=Record)
Show = Callable[[Any], str]
Put = Callable[[Any, str], Any]


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column of a table.

    Attributes:
        title: Translated.
        field: The record's field, by which a finding meets its cell.
        show: The cell of a record.
        put: The record with the typed words in it, raising RuleBroken with what to write; None
            for what is calculated.
        width: Pixels at zoom 1; 0 for the one that takes the rest.
        choices: What the cell is chosen among.
    """

    title: str
    field: str
    show: Show
    put: Put | None = None
    kind: Kind = "text"
    width: int = 0
    choices: Sequence[str] = ()


def _get(field: str, record: object) -> Any:  # a field of any kind
    return getattr(record, field)


def _set(field: str, record: Any, value: object) -> Any:
    return replace(record, **{field: value})


# ---- words -----------------------------------------------------------------------------------


def _put_words(field: str, record: Any, words: str) -> Any:
    return _set(field, record, words)


def words(title: str, field: str, width: int = 0) -> Column[Any]:
    """A line of words."""
    return Column(title, field, partial(_get, field), partial(_put_words, field), "text", width)


def computed(title: str, show: Show, width: int = 96, kind: Kind = "num") -> Column[Any]:
    """What is calculated, or stands in another register."""
    return Column(title, "", show, None, kind, width)


# ---- money and numbers -----------------------------------------------------------------------


def _show_amount(field: str, unit: str, record: object) -> str:
    return amount(getattr(record, field), unit)


def _put_amount(field: str, unit: str, record: Any, typed: str) -> Any:
    return _set(field, record, kronor(typed, unit))


def money(title: str, field: str, unit: str, width: int = 92) -> Column[Any]:
    """Kronor, typed and shown in a unit."""
    show, put = partial(_show_amount, field, unit), partial(_put_amount, field, unit)
    return Column(title, field, show, put, "num", width)


def net(title: str, field: str, unit: str, width: int = 92) -> Column[Any]:
    """Kronor that are calculated from the row's other cells."""
    return Column(title, field, partial(_show_amount, field, unit), None, "num", width)


def _show_decimal(field: str, record: Any) -> str:
    value: Decimal | None = getattr(record, field)
    return "" if value is None else number_as_written(value, record.decimals)


def _put_decimal(field: str, record: Any, typed: str) -> Any:
    try:
        return _set(field, record, parse_number(typed) if typed.strip() else None)
    except NotANumber:
        message = _("Write a number, such as {example}.").format(example=number(Decimal(79), 1))
        raise RuleBroken(message) from None


def decimal(title: str, field: str, width: int = 92) -> Column[Any]:
    """A number with the row's decimals, or nothing."""
    show, put = partial(_show_decimal, field), partial(_put_decimal, field)
    return Column(title, field, show, put, "num", width)


def _show_whole(field: str, record: object) -> str:
    return str(getattr(record, field))


def _put_whole(field: str, bounds: tuple[int, int], record: Any, typed: str) -> Any:
    low, high = bounds
    plain = typed.strip()
    if plain.isascii() and plain.isdecimal() and low <= int(plain[:6]) <= high:
        return _set(field, record, int(plain))
    message = _("Write a whole number from {low} to {high}.")
    raise RuleBroken(message.format(low=low, high=high))


def whole(title: str, field: str, bounds: tuple[int, int], width: int = 56) -> Column[Any]:
    """A whole number between two bounds."""
    show, put = partial(_show_whole, field), partial(_put_whole, field, bounds)
    return Column(title, field, show, put, "num", width)


# ---- days ------------------------------------------------------------------------------------


def _show_day(field: str, record: object) -> str:
    value: date | None = getattr(record, field)
    return value.isoformat() if value else ""


def _put_day(field: str, today: Callable[[], date], year: int, record: Any, typed: str) -> Any:
    try:
        return _set(field, record, parse_date(typed, today(), year) if typed.strip() else None)
    except NotADate:
        message = _("Write a date, such as {example}.").format(example=f"{year}-12-10")
        raise RuleBroken(message) from None


def day(
    title: str, field: str, today: Callable[[], date], year: int, width: int = 92
) -> Column[Any]:
    """A day, or nothing. One that is typed without a year is of the plan's."""
    show, put = partial(_show_day, field), partial(_put_day, field, today, year)
    return Column(title, field, show, put, "date", width)


# ---- choices ---------------------------------------------------------------------------------

Options = Sequence[tuple[Any, str]]


def _show_choice(field: str, options: Options, record: object) -> str:
    value = getattr(record, field)
    return next((said for one, said in options if one == value), "")


def _put_choice(field: str, options: Options, record: Any, typed: str) -> Any:
    none = next((one for one, said in options if not said), ...)
    if not typed.strip() and none is not ...:
        return _set(field, record, none)
    return _set(field, record, options[chosen(typed, [said for _one, said in options])][0])


def choice(title: str, field: str, options: Options, width: int = 112) -> Column[Any]:
    """One of several; an option without words is "nothing chosen"."""
    show, put = partial(_show_choice, field, options), partial(_put_choice, field, options)
    return Column(title, field, show, put, "text", width, [said for _one, said in options])
