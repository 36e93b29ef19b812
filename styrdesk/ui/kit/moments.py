"""When something was, as one says it: today 14.02, yesterday 9.30, 2026-11-20 14.02."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from styrdesk.base.formats import hour, stamp
from styrdesk.base.i18n import _, language, ngettext


def moment(at: datetime, now: datetime) -> str:
    """The day and the time of day, to stand inside a sentence."""
    days = (now.date() - at.date()).days
    if days == 0:
        return _("today {time}").format(time=hour(at))
    if days == 1:
        return _("yesterday {time}").format(time=hour(at))
    return stamp(at)


def locale() -> QLocale:
    """The way days and months are written in the language of the program."""
    return QLocale("en_GB" if language() == "en" else "sv_SE")


def weekday(day: date) -> str:
    """A day near in time: fre 27 nov."""
    words = locale().toString(QDate(day.year, day.month, day.day), "ddd d MMM")
    return words.replace(".", "")


def away(day: date, today: date) -> str:
    """How far off a day is: today, tomorrow, in 4 days, 2 days late."""
    days = (day - today).days
    if days < 0:
        return ngettext("{count} day late", "{count} days late", -days).format(count=-days)
    if days > 1:
        return ngettext("in {count} day", "in {count} days", days).format(count=days)
    return _("tomorrow") if days else _("today")
