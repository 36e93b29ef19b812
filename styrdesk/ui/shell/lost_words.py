"""What is said when the file is not as it was: what happened, what is safe, what to do."""

from __future__ import annotations

from pathlib import Path

from styrdesk.base.i18n import _
from styrdesk.services.whereabouts import Place, Sighting


def lost_words(lost: Sighting, path: Path) -> tuple[str, str]:
    """Head and body for a file that was opened at a path."""
    if lost.moved is not None:
        return (
            _("The file has been moved or renamed while it was open"),
            _("It now lies in {place}. Nothing is lost. {waits}").format(
                place=lost.moved, waits=_waits()
            ),
        )
    head, body = {
        Place.GONE: (
            _("The file is no longer where it was: {path}"),
            _(
                "It has been deleted or moved. All you see here is still there to be saved as "
                "a copy. {waits}"
            ),
        ),
        Place.AWAY: (
            _("The file cannot be reached: {path}"),
            _(
                "The network or the memory stick does not answer. What was saved is safe there. "
                "{waits} It goes on by itself when the file is back."
            ),
        ),
        Place.LOCKED: (
            _("The file may no longer be written to: {path}"),
            _("What was saved is safe. {waits} It goes on by itself when it may be written again."),
        ),
        Place.NEWER: (
            _("A newer Styrdesk has taken over the file: {path}"),
            _("All that was saved is in it. {waits} Close this window and open it in the newer."),
        ),
        Place.DAMAGED: (
            _("The file is damaged: {path}"),
            _(
                "That was found when the whole file was looked through. Nothing more is written "
                "to it, and its backups are left as they are. {waits}"
            ),
        ),
    }.get(
        lost.place,
        (
            _("Another file lies in the place of the one you have open: {path}"),
            _("Nothing has been written to it. {waits}"),
        ),
    )
    return head.format(path=path), body.format(waits=_waits())


def _waits() -> str:
    return _("What you write now stays on the page until it can be saved.")
