"""Frozen values as JSON and back: what a report says is kept in this form when it is decided.

The dataclasses are the only description. A field that has come since is read as its default, and
one that is gone is left unread, so that what was decided long ago can be laid out by a newer
program. The same value always gives the same text: its SHA-256 is the report's proof.
"""

from __future__ import annotations

import json
import typing
from base64 import b64decode, b64encode
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar

T = TypeVar("T")


def written(value: object) -> str:
    """A frozen dataclass as JSON."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def read(kind: type[T], text: str) -> T:
    """The dataclass of JSON that `written` made.

    Raises:
        ValueError, TypeError, KeyError: It is not of this kind.
    """
    found: T = _read(kind, json.loads(text))
    return found


def _plain(value: Any) -> Any:  # noqa: ANN401  # any field
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, (date, Decimal)):
        return str(value)
    if value is None or isinstance(value, (str, int)):
        return value
    message = f"{type(value)} is not kept"
    raise TypeError(message)


def _read(kind: Any, value: Any) -> Any:  # noqa: ANN401, PLR0911  # any field, a way for each
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        there = [field.name for field in fields(kind) if field.name in value]
        return kind(**{name: _read(hints[name], value[name]) for name in there})
    parts = typing.get_args(kind)
    if isinstance(kind, UnionType):
        (inner,) = (part for part in parts if part is not NoneType)
        return None if value is None else _read(inner, value)
    if typing.get_origin(kind) is tuple:
        each = parts[:1] * len(value) if parts[-1] is Ellipsis else parts
        return tuple(_read(part, one) for part, one in zip(each, value, strict=True))
    if kind is bytes:
        return b64decode(value, validate=True)
    if kind is date:
        return date.fromisoformat(value)
    if kind is Decimal or issubclass(kind, StrEnum):
        return kind(value)
    if type(value) is not kind:
        message = f"{value!r} is no {kind.__name__}"
        raise TypeError(message)
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
