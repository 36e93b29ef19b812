"""Values of fields to columns and back; the one place where text is made fit to be kept."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.record import FieldSpec
from styrdesk.storage import faults

_LARGEST: Final = 2**63 - 1
_KEPT_AS: Final[dict[type, Any]] = {int: int, bool: int}  # all else is kept as text
# A pasted vertical tab or form feed is a new line (Word writes so); the other controls are
# nothing that can be seen, and a NUL ends a text in the eyes of half the world's programs.
_LINE: Final = re.compile("\r\n|[\r\x0b\x0c]")
_UNSEEN: Final = re.compile("[\x00-\x08\x0e-\x1f]")
_HALF: Final = re.compile("[\ud800-\udfff]")


def cleaned(text: str) -> str:
    """Text without what SQLite, XML or print cannot hold: controls and halves of characters."""
    if text.isprintable():
        return text
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", _UNSEEN.sub("", _LINE.sub("\n", text)))


def to_column(value: object) -> object:
    """A field's value as SQLite keeps it."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    return str(value) if isinstance(value, Decimal) else value


def kept(record: object, spec: FieldSpec) -> object:
    """A record's field as SQLite keeps it.

    Raises:
        RuleBroken: A number too large for the file.
    """
    value = to_column(getattr(record, spec.name))
    if isinstance(value, int) and not -_LARGEST <= value <= _LARGEST:
        raise RuleBroken(_("The number is too large."), spec.name)
    return value


def from_column(spec: FieldSpec, value: Any) -> object:  # noqa: ANN401  # it is what SQLite gives
    """A kept value as the field's type.

    Raises:
        FileProblem: It cannot be what was kept; a bit has turned over.
    """
    if value is None:
        if spec.optional:
            return None
        raise faults.damaged(spec.name)
    if not isinstance(value, _KEPT_AS.get(spec.kind, str)):
        raise faults.damaged(spec.name)
    try:
        return date.fromisoformat(value) if spec.kind is date else spec.kind(value)
    except (ValueError, TypeError, ArithmeticError) as error:
        raise faults.damaged(spec.name) from error
