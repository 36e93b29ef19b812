"""When something was, as one says it: today 14.02, yesterday 9.30, 2026-11-20 14.02."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from styrdesk.base.i18n import _, language

_CLOCK: Final = {"sv": "%H.%M"}


def hour(at: datetime) -> str:
    """The time of day."""
    return at.strftime(_CLOCK.get(language(), "%H:%M"))


def stamp(at: datetime) -> str:
    """The date and the time of day."""
    return f"{at.date().isoformat()} {hour(at)}"


def moment(at: datetime, now: datetime) -> str:
    """The day and the time of day, to stand inside a sentence."""
    days = (now.date() - at.date()).days
    if days == 0:
        return _("today {time}").format(time=hour(at))
    if days == 1:
        return _("yesterday {time}").format(time=hour(at))
    return stamp(at)
