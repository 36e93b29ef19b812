"""A file that has an owner already: its window comes forward, or one chooses what to do."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from enum import Enum, auto
from pathlib import Path

from styrdesk.base.clock import SystemClock
from styrdesk.base.i18n import _
from styrdesk.domain.owner import InUse
from styrdesk.ui.kit.dialogs import Dialogs
from styrdesk.ui.kit.moments import moment
from styrdesk.ui.shell import doorbell


class Way(Enum):
    """How it goes on."""

    SHOWN = auto()  # another window shows it
    READ = auto()
    AGAIN = auto()
    OVER = auto()
    NONE = auto()


def way_on(dialogs: Dialogs, path: Path, held: InUse) -> Way:
    """Bring the owner's window forward when it is one's own; otherwise tell who, and ask.

    Args:
        dialogs: The dialogs door.
        path: The file.
        held: Why it cannot be opened.
    """
    if held.mine and held.owner is not None:
        _may_come_forward(held.owner.process)
        if doorbell.ring(path):
            return Way.SHOWN
    ways = {Way.AGAIN: _("Try again"), Way.READ: _("Open for reading only")}
    if held.silent:
        ways = {Way.OVER: _("Take over")} | ways
    head = _("{name} is open already").format(name=path.name)
    body = "\n\n".join(_words(held, SystemClock().now()))
    chosen = dialogs.choose(head, body, list(ways.values()), kind="info")
    return list(ways)[chosen] if chosen >= 0 else Way.NONE


def _words(held: InUse, now: datetime) -> list[str]:
    said = [
        _who(held, now),
        _(
            "Only one at a time can write in a file, so that nobody's text is lost. "
            "You can read and print all of it meanwhile."
        ),
    ]
    if held.silent:
        heard = moment(now - timedelta(seconds=held.silent), now)
        silent = _(
            "Nothing has been heard from there since {when}. If the file is not open there any "
            "more, you can take over. Whoever still has it open can then not write in it."
        )
        said.append(silent.format(when=heard))
    return said


def _who(held: InUse, now: datetime) -> str:
    owner = held.owner
    if owner is None:
        return _("Another program has it open. Who it is cannot be read.")
    since = moment(owner.since.astimezone(now.tzinfo), now)
    if held.mine:
        words = _(
            "Another window on this computer has had it open since {when}, and gives no answer."
        )
        return words.format(when=since)
    words = _("{who} has had it open on the computer {machine} since {when}.")
    return words.format(who=owner.name or _("Somebody"), machine=owner.machine, when=since)


def _may_come_forward(process: int) -> None:
    """Windows lets only the program that was started last say whose window goes in front."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  # only there

        ctypes.windll.user32.AllowSetForegroundWindow(process)
