"""How it stands with the backups, in the words that Start and the backups' own window share."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from styrdesk.base.i18n import _
from styrdesk.services.backups import BackupState
from styrdesk.ui.kit.moments import moment

TOPIC: Final = "backup"
_OLD: Final = timedelta(days=2)
_AHEAD: Final = timedelta(hours=1)


class Told(NamedTuple):
    """A kind of `paint.STATUS`, a line, and what to say beside it."""

    kind: str
    head: str
    body: str = ""


def told(state: BackupState, now: datetime) -> Told:
    """What to say of the backups."""
    last = state.last
    when = moment(last.at, now) if last else ""
    if state.problem is not None:
        before = _("The one before is from {when}.").format(when=when) if last else ""
        body = f"{state.problem.message} {state.problem.advice} {before}".strip()
        return Told("warn", _("The latest backup could not be made"), body)
    if last is None:
        return Told("info", _("No backup yet"), _("One is made when the file has been opened."))
    if last.at > now + _AHEAD:
        head = _("The latest backup has a date that is still to come: {when}").format(when=when)
        return Told("warn", head, _("See that the computer's clock is right."))
    if state.second_problem is not None:
        body = f"{state.second_problem.message} {state.second_problem.advice}"
        return Told("warn", _("Backed up {when}, on this computer alone").format(when=when), body)
    if now - max(last.at, state.checked or last.at) > _OLD:
        return Told("warn", _("The latest backup is from {when}").format(when=when))
    unchanged = state.checked is not None and now - last.at > _OLD
    body = _("Nothing has been changed since.") if unchanged else ""
    return Told("ok", _("Backed up {when}").format(when=when), body)
