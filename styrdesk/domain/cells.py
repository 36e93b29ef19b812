"""Fields of records as cells of a spreadsheet, and back: the same words both ways."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from styrdesk.base.collation import fold
from styrdesk.base.formats import NotADate, NotANumber, parse_date, parse_number
from styrdesk.base.i18n import N_, _, in_each
from styrdesk.domain import richtext
from styrdesk.domain.naming import CHOICES
from styrdesk.domain.record import FieldSpec

LONGEST: Final = 100_000  # letters of a cell
YES, NO = N_("yes"), N_("no")
_YES: Final = frozenset({"x", "1", "true", "sant", "ja", "yes"})
_NO: Final = frozenset({"", "0", "false", "falskt", "nej", "no"})
_TIME: Final = re.compile(r"(\d{4}-\d\d-\d\d)[ T]00:00(:00(\.0+)?)?")


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell without a value of its own: a formula, which nobody here works out, or an error."""

    text: str


Cell = str | int | Decimal | date | bool | Formula | None
Find = Callable[[str, str], str]
"""The id of a record that is called so, by its table and the words. Raises `Unreadable`."""


class Unreadable(ValueError):
    """A cell cannot be what its column holds; the message says what to write."""


class Empty(Unreadable):
    """Nothing stands in a cell of a column in which something must."""


def to_cell(spec: FieldSpec, value: Any, name_of: Callable[[str, str], str]) -> Cell:  # noqa: ANN401  # a field's value
    """A field's value as a cell; links by name, choices and yes or no in words."""
    if value is None or value == "":
        return None
    if spec.link:
        return name_of(spec.link, value)
    if isinstance(value, StrEnum):
        return _(CHOICES.get(type(value), {}).get(value, value.value))
    if isinstance(value, bool):
        return _(YES) if value else _(NO)
    if isinstance(value, str):
        return words_of(spec, value)
    found: Cell = value
    return found


def words_of(spec: FieldSpec, text: str) -> str:
    """A text as it stands in a cell: rich text as its words."""
    return richtext.plain(richtext.parse(text)) if spec.rich else text


def from_cell(spec: FieldSpec, cell: Cell, find: Find, today: date) -> object:
    """A cell as the field's value.

    Args:
        spec: The field.
        cell: As it was read.
        find: Finds the record that a link's words name.
        today: The day that words such as "idag" count from.

    Raises:
        Empty: Nothing stands there, and nothing cannot be the value.
        Unreadable: It cannot be read; the message says what to write.
    """
    if isinstance(cell, Formula):
        raise Unreadable(_("The cell holds a formula or an error. Paste its value instead."))
    if isinstance(cell, str) and len(cell) > LONGEST:
        raise Unreadable(_("The text is longer than {count} letters.").format(count=LONGEST))
    if spec.kind is str and not spec.link:
        words = as_words(cell)
        return words or None if spec.optional else words
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return _nothing(spec)
    if spec.link:
        return find(spec.link, as_words(cell).strip())
    return _read(spec, cell, today)


def as_words(cell: Cell) -> str:
    """A cell as text: a number typed where words were meant is what was typed."""
    if isinstance(cell, bool):
        return _(YES) if cell else _(NO)
    if isinstance(cell, Decimal):
        return f"{cell:f}".replace(".", ",")
    if isinstance(cell, Formula):
        return cell.text
    return "" if cell is None else str(cell)


def _nothing(spec: FieldSpec) -> object:
    """What an empty cell is; a choice may have a word for none that is no words."""
    if spec.optional:
        return None
    if spec.kind is bool:
        return False
    if issubclass(spec.kind, StrEnum):
        for choice in spec.kind:
            if not choice.value:
                return choice
    raise Empty(_("Something must stand here."))


def _read(spec: FieldSpec, cell: Cell, today: date) -> object:
    if spec.kind is bool:
        return _bool(cell)
    if spec.kind is date:
        return _date(cell, today)
    if issubclass(spec.kind, StrEnum):
        return _choice(spec.kind, as_words(cell))
    found = _number(cell)
    if spec.kind is Decimal:
        return found
    if found != found.to_integral_value():
        raise Unreadable(_("Write a whole number."))
    whole = int(found)
    if spec.bounds and not spec.bounds[0] <= whole <= spec.bounds[1]:
        low, high = spec.bounds
        raise Unreadable(_("Write a number from {low} to {high}.").format(low=low, high=high))
    return whole


def _bool(cell: Cell) -> bool:
    said = fold(as_words(cell)).strip()
    if said in _YES or cell is True:
        return True
    if said in _NO or cell is False:
        return False
    raise Unreadable(_("Write yes or no."))


def _date(cell: Cell, today: date) -> date:
    if isinstance(cell, date):
        return cell
    words = as_words(cell)
    if match := _TIME.fullmatch(words.strip()):
        words = match[1]
    try:
        return parse_date(words, today)
    except NotADate as error:
        raise Unreadable(_("Write the day as 2026-12-10 or 10/12 2026.")) from error


def _number(cell: Cell) -> Decimal:
    if isinstance(cell, int | Decimal) and not isinstance(cell, bool):
        return Decimal(cell)
    try:
        return parse_number(as_words(cell))
    except NotANumber as error:
        raise Unreadable(_("Write a number, such as 1 450,5.")) from error


def _choice(kind: type[StrEnum], words: str) -> StrEnum:
    """A choice by its word in any of the program's languages, or by what the file keeps."""
    said, known = fold(words).strip(), CHOICES.get(kind, {})
    for member in kind:
        names = (member.value, *in_each(known.get(member, "")))
        if said in {fold(name) for name in names if name}:
            return member
    offered = ", ".join(_(known.get(member, member.value)) for member in kind)
    raise Unreadable(_("Write one of: {choices}.").format(choices=offered))
