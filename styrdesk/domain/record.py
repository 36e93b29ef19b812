"""What all records share: frozen dataclasses whose fields tell what they point at.

A record's fields are the one description that storage, export, its JSON Schema and the
import's error messages work from. Allowed types: `str`, `int`, `bool`, `StrEnum`, and
`date`, `Decimal` or `str` with `None`.
"""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, Protocol


class Record(Protocol):
    """Anything kept in the file: it has an id (UUIDv7 as text)."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> str:
        """The record's id."""
        ...


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a record.

    Attributes:
        kind: The type without None.
        optional: Whether None may stand there.
        link: Name of the table the value is an id of, empty for a plain value.
        rich: Whether the text is the rich-text subset.
        in_key: Whether the register is sorted by it, in Swedish order.
        searched: Whether words typed to filter the register are looked for in it.
        owned: Whether the record goes when the one it points at goes.
        private: Whether the search over everything never finds it, whoever asks.
        bounds: Smallest and largest whole number, where there are such.
        kept: Whether it is the SHA-256 of content that is kept in the file.
    """

    name: str
    kind: type
    optional: bool
    link: str = ""
    owned: bool = False
    rich: bool = False
    in_key: bool = False
    searched: bool = False
    private: bool = False
    bounds: tuple[int, int] | None = None
    kept: bool = False


def link(table: str) -> Any:  # noqa: ANN401  # dataclass fields are typed by their annotation
    """A field that points at a record which must exist."""
    return field(default="", metadata={"link": table})


def owner(table: str) -> Any:  # noqa: ANN401  # as above
    """A field that points at the record this one is a part of, and with which it goes."""
    return field(default="", metadata={"link": table, "owned": True})


def maybe(table: str, *, owned: bool = False) -> Any:  # noqa: ANN401  # as above
    """A field that points at a record, or at none."""
    return field(default=None, metadata={"link": table, "owned": owned})


def rich() -> Any:  # noqa: ANN401  # as above
    """A field of rich text in its stored form."""
    return field(default="", metadata={"rich": True})


def named() -> Any:  # noqa: ANN401  # as above
    """A text that the register is sorted by, and searched in."""
    return field(default="", metadata={"in_key": True, "searched": True})


def searched() -> Any:  # noqa: ANN401  # as above
    """A text that the register is searched in."""
    return field(default="", metadata={"searched": True})


def kept() -> Any:  # noqa: ANN401  # as above
    """The SHA-256 of content that is kept in the file beside the records; empty for none."""
    return field(default="", metadata={"kept": True})


def private() -> Any:  # noqa: ANN401  # as above
    """A text that the search over everything never finds: who reported, whom it is about."""
    return field(default="", metadata={"private": True})


def within(low: int, high: int, default: int) -> Any:  # noqa: ANN401  # as above
    """A whole number between two bounds."""
    return field(default=default, metadata={"bounds": (low, high)})


KINDS = (str, int, bool, date, Decimal)


@cache
def specs(kind: type) -> tuple[FieldSpec, ...]:
    """The fields of a record class, in order."""
    hints = typing.get_type_hints(kind)
    return tuple(_spec(f.name, hints[f.name], dict(f.metadata)) for f in fields(kind))


def _spec(name: str, hint: Any, metadata: dict[str, Any]) -> FieldSpec:  # noqa: ANN401  # as above
    optional = False
    if isinstance(hint, types.UnionType):
        inner = [part for part in hint.__args__ if part is not type(None)]
        hint, optional = inner[0], True
    if not (hint in KINDS or issubclass(hint, StrEnum)):
        message = f"{name}: {hint} is no field type"
        raise TypeError(message)
    return FieldSpec(name=name, kind=hint, optional=optional, **metadata)
