"""Records as plain JSON values and back, with errors that name the place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from styrdesk.base.i18n import _
from styrdesk.base.ids import is_id
from styrdesk.domain import richtext
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.record import FieldSpec, Record, specs

R = TypeVar("R", bound=Record)
MAX_INTEGER = 2**53 - 1  # what every JSON reader keeps exactly
_DECIMAL = r"-?[0-9]+(\.[0-9]+)?"
_MAX_DECIMAL = 30


def to_plain(record: Record) -> dict[str, object]:
    """A record as JSON values: dates ISO, decimals as text, money as whole kronor."""
    return {spec.name: plain_value(getattr(record, spec.name)) for spec in specs(type(record))}


def plain_value(value: object) -> object:
    """A field's value as a JSON value."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    return format(value, "f") if isinstance(value, Decimal) else value


def from_plain(kind: type[R], data: object, place: str) -> R:
    """A record from JSON values. Fields that are not given get their defaults.

    Args:
        kind: The record class.
        data: A JSON object.
        place: Where it stands, such as "activity[3]", for the error.

    Raises:
        RuleBroken: A field is unknown, of the wrong type, or out of bounds.
    """
    if not isinstance(data, Mapping):
        raise RuleBroken(_("{place}: an object is expected.").format(place=place), place)
    known = {spec.name: spec for spec in specs(kind)}
    unknown = sorted(set(data) - set(known))
    if unknown:
        message = _("{place}: unknown field {name}.")
        raise RuleBroken(message.format(place=place, name=one_line(unknown[0])), place)
    if not is_id(str(data.get("id", ""))):
        raise RuleBroken(_("{place}.id: a UUID is expected.").format(place=place), place)
    values = {n: _value(known[n], v, f"{place}.{n}") for n, v in data.items()}
    return kind(**values)


def one_line(value: object) -> str:
    """A value as an error tells it: one short line, and no more of a list than that it is one."""
    if isinstance(value, list | dict):
        return "[…]" if value else "[]"
    return " ".join(richtext.clean(str(value)).split())[:80]


def _value(spec: FieldSpec, value: object, place: str) -> object:
    if value is None and spec.optional:
        return None
    try:
        found = _read(spec.kind, value)
    except (ValueError, TypeError):
        message = _("{place}: {value} cannot be read as {kind}.")
        shown = one_line(value)
        raise RuleBroken(
            message.format(place=place, value=shown, kind=_kind(spec)), place
        ) from None
    if spec.bounds and not spec.bounds[0] <= int(str(found)) <= spec.bounds[1]:
        message = _("{place}: {value} is not between {low} and {high}.")
        low, high = spec.bounds
        raise RuleBroken(message.format(place=place, value=found, low=low, high=high), place)
    if spec.rich:
        try:
            richtext.parse(str(found))
        except RuleBroken as error:
            raise RuleBroken(f"{place}: {error.message}", place) from None
    return found


def _read(kind: type, value: Any) -> object:  # noqa: ANN401  # it is what JSON gives
    if kind is bool or kind is int:
        if type(value) is not kind or abs(value) > MAX_INTEGER:
            raise TypeError
        return value
    if not isinstance(value, str):
        raise TypeError
    if kind is Decimal:
        return _decimal(value)
    if kind is date:
        return _date(value)
    return richtext.clean(value) if kind is str else kind(value)


def _decimal(text: str) -> Decimal:
    if len(text) > _MAX_DECIMAL or not re.fullmatch(_DECIMAL, text):
        raise ValueError
    return Decimal(text)


def _date(text: str) -> date:
    found = date.fromisoformat(text)
    if found.isoformat() != text:  # Python reads weeks and days of the year too
        raise ValueError
    return found


def _kind(spec: FieldSpec) -> str:
    names = {
        str: _("text"),
        int: _("a whole number"),
        bool: _("true or false"),
        date: _("a date (2026-12-10)"),
        Decimal: _("a number as text"),
    }
    if issubclass(spec.kind, StrEnum):
        return " | ".join(member.value for member in spec.kind)
    return names[spec.kind]


def schema(kind: type) -> dict[str, object]:
    """The record's JSON Schema (draft 2020-12)."""
    properties = {spec.name: _property(spec) for spec in specs(kind)}
    words = (kind.__doc__ or "").strip().split("\n", maxsplit=1)[0]
    return {
        "type": "object",
        "description": words,
        "properties": properties,
        "required": ["id"],
        "additionalProperties": False,
    }


def _property(spec: FieldSpec) -> dict[str, object]:
    kinds: dict[type, dict[str, object]] = {
        str: {"type": "string"},
        int: {"type": "integer", "minimum": -MAX_INTEGER, "maximum": MAX_INTEGER},
        bool: {"type": "boolean"},
        date: {"type": "string", "format": "date"},
        Decimal: {"type": "string", "pattern": f"^{_DECIMAL}$", "maxLength": _MAX_DECIMAL},
    }
    if spec.name == "id" or spec.link:
        found: dict[str, object] = {"type": "string", "format": "uuid"}
    elif issubclass(spec.kind, StrEnum):
        found = {"enum": [member.value for member in spec.kind]}
    else:
        found = kinds[spec.kind]
    if spec.bounds:
        found = found | {"minimum": spec.bounds[0], "maximum": spec.bounds[1]}
    if spec.link:
        found = found | {"description": f"id of a {spec.link}"}
    return {"anyOf": [found, {"type": "null"}]} if spec.optional else found


def links(record: Record) -> dict[str, tuple[str, str]]:
    """What a record points at: field → (table, id)."""
    return {
        spec.name: (spec.link, getattr(record, spec.name))
        for spec in specs(type(record))
        if spec.link and getattr(record, spec.name) is not None
    }


def names_of(kind: type) -> tuple[str, ...]:
    """The field names of a record class."""
    return tuple(field.name for field in fields(kind))
