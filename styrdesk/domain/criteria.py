"""What a register can be asked for beside an exact value: bounds, all but a value, a lack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class UpTo:
    """A value that is there, and is this one or less; of days: that day or earlier."""

    value: date | int | str


@dataclass(frozen=True, slots=True)
class From:
    """A value that is there, and is this one or more; of days: that day or later."""

    value: date | int | str


@dataclass(frozen=True, slots=True)
class Between:
    """A value from the first to the last, both with it."""

    first: date | int | str
    last: date | int | str


@dataclass(frozen=True, slots=True)
class Other:
    """Any value but this one; `Other(None)` is any value at all."""

    value: object = None


@dataclass(frozen=True, slots=True)
class Lacking:
    """A value that no record of another kind has: the id of what nobody has left a receipt of.

    Attributes:
        kind: The record class.
        field: Its field that would have the value.
        where: What else those records are: field → value, as a register is asked.
    """

    kind: type
    field: str
    where: Mapping[str, object]
