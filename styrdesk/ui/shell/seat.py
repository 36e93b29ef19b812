"""Who sits here: the name that steps in the open file are made in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from styrdesk.base.collation import sort_key
from styrdesk.base.i18n import _
from styrdesk.ui.kit.dialogs import Dialogs

if TYPE_CHECKING:
    from styrdesk.ui.shell.session import Session


class Seat:
    """The place at the window.

    Args:
        session: Gives the open file, None where none is.
        flush: Saves what waits, in the name of the one who wrote it; False where that failed.
        taken: Somebody else sits here.
        dialogs: The dialogs door.
    """

    def __init__(
        self,
        session: Callable[[], Session | None],
        flush: Callable[[], bool],
        taken: Callable[[], None],
        dialogs: Dialogs,
    ) -> None:
        self._session, self._flush, self._taken = session, flush, taken
        self._dialogs = dialogs

    def take(self, person_id: str) -> None:
        """Let a person of the file sit here; nobody where the id is empty."""
        session = self._session()
        if session is not None and self._flush():
            session.sit(person_id)
            self._taken()

    def introduce(self) -> bool:
        """Ask who sits here, as something is to be signed. False where nobody says."""
        from styrdesk.ui.shell.seat_sheet import SeatSheet  # noqa: PLC0415  # seldom needed

        session = self._session()
        if session is None:
            return False
        people = sorted(session.services.people.rows(), key=lambda one: sort_key(one.name))
        sheet = SeatSheet(people)
        if not self._dialogs.fill(sheet):
            return False
        person_id = sheet.person or session.add_person(sheet.name)
        if person_id:
            session.sit(person_id)
            QTimer.singleShot(0, self._taken)  # the page that signs is built anew once it has
        return bool(person_id)

    def ask(self) -> None:
        """Ask for a name that is not in the file, and let that person sit here."""
        session = self._session()
        if session is None:
            return
        name = self._dialogs.enter(_("Who sits here?"), _("Name"))
        if name is not None and name.strip():
            person_id = session.add_person(name.strip())
            if person_id:
                self.take(person_id)
