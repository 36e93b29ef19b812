"""What a register can be asked for beside an exact value: bounds, and all but a value."""

from __future__ import annotations

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
