"""The nämnd and the year in the window's head."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from styrdesk.base.i18n import _
from styrdesk.ui.kit.header import HeaderBar
from styrdesk.ui.kit.piece import Where
from styrdesk.ui.shell.session import Session

_FIRST, _LAST = 2000, 2100
NEW_YEAR = 0


class Choosers(QObject):
    """Fills the two drop-downs and tells when another nämnd or year is chosen.

    Attributes:
        chosen: The nämnd and year now wanted (a Where).
    """

    chosen = Signal(object)

    def __init__(self, header: HeaderBar, session: Session, where: Where) -> None:
        super().__init__(header)
        self._header, self._session, self._where = header, session, where
        header.committee.activated.connect(self._committee)
        header.year.activated.connect(self._year)
        self.show_where(where)

    def show_where(self, where: Where) -> None:
        """Fill the drop-downs anew, and show this choice."""
        self._where = where
        committee, year = self._header.committee, self._header.year
        committees = self._session.services.committees.rows()
        committee.clear()
        for one in committees:
            committee.addItem(one.name or _("Committee without a name"), one.id)
        committee.setEnabled(bool(committees))
        if not committees:
            committee.addItem(_("No committee yet"), "")
        committee.setCurrentIndex(max(0, committee.findData(where.committee_id)))
        year.clear()
        for number in self._session.years(where):
            year.addItem(str(number), number)
        year.insertSeparator(year.count())
        year.addItem(_("New year …"), NEW_YEAR)
        year.setCurrentIndex(year.findData(where.year))

    def _committee(self) -> None:
        wanted = str(self._header.committee.currentData() or "")
        self.chosen.emit(Where(wanted, self._where.year))

    def _year(self) -> None:
        wanted = self._header.year.currentData()
        year = self._ask() if wanted == NEW_YEAR else int(wanted)
        if year is None:
            self.show_where(self._where)
        else:
            self.chosen.emit(Where(self._where.committee_id, year))

    def _ask(self) -> int | None:
        """A year that is not among the choices; None when none was given."""
        dialogs = self._session.dialogs
        proposal = str(max(self._session.years(self._where)) + 1)
        while True:
            answer = dialogs.enter(_("New year"), _("Year of the plan"), proposal)
            if answer is None:
                return None
            words = answer.strip()
            if words.isdecimal() and _FIRST <= int(words) <= _LAST:
                return int(words)
            dialogs.message(
                _("That is no year"),
                _("Write a year from {first} to {last}.").format(first=_FIRST, last=_LAST),
                kind="warn",
            )
            proposal = words
