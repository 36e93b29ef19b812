"""The clock as a value one can hand over, so that tests stand still."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date, datetime


class Clock(Protocol):
    """Tells the time in the machine's own zone."""

    def now(self) -> datetime:
        """The time, with its offset from UTC, to the second."""
        ...

    def today(self) -> date:
        """The day."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The machine's time."""
        from datetime import datetime  # noqa: PLC0415  # the window comes up before it is asked

        return datetime.now().astimezone().replace(microsecond=0)  # noqa: TID251  # the one place

    def today(self) -> date:
        """The machine's day."""
        return self.now().date()


@dataclass(frozen=True, slots=True)
class FrozenClock:
    """A clock that stands still, for tests and for prints that must come out the same."""

    at: datetime

    def now(self) -> datetime:
        """The time it was stopped at."""
        return self.at

    def today(self) -> date:
        """The day it was stopped on."""
        return self.at.date()
