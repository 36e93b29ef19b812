"""Says for as long as it lasts that the file is not as it was, and offers the ways on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from styrdesk.base.i18n import _
from styrdesk.domain.errors import FileProblem
from styrdesk.services.whereabouts import Place
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.layout import hide_unless, row
from styrdesk.ui.shell.lost_words import lost_words
from styrdesk.ui.shell.session import Session


class LostBanner(QWidget):
    """Shown over the pages, which keep what they show.

    Attributes:
        copy_wanted: Save what is known in another place, and go on there.
        open_wanted: Open what lies in the file's place now (its path). Of a damaged file that
            tells the ways on.
    """

    copy_wanted = Signal()
    open_wanted = Signal(Path)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._came_from: QWidget | None = None
        self.follow = button(_("Go on in the moved file"), "primary", name="follow_file")
        self.copy = button(_("Save a copy …"), name="rescue_copy")
        self.open = button(_("Open the file that lies there"), name="open_other")
        self.mend = button(_("Show the ways on …"), "primary", name="mend_file")
        self.again = button(_("Try again"), "quiet", name="look_again")
        ways = (self.follow, self.copy, self.open, self.mend, self.again)
        self.banner = Banner("bad", "", "", ways)
        self.setLayout(row((self.banner, 1), pad=(16, 12, 16, 0)))
        self.follow.clicked.connect(self._follow)
        self.copy.clicked.connect(self.copy_wanted)
        self.open.clicked.connect(self._open)
        self.mend.clicked.connect(self._open)
        self.again.clicked.connect(session.watch.look)
        session.watch.changed.connect(self.look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)
        hide_unless(self, shown=session.watch.lost is not None)
        self._say()

    def look(self) -> None:
        """Say how it is now, also to a screen reader."""
        self._say()
        lost = self._session.watch.lost is not None
        here = QApplication.focusWidget()
        if not lost and here is not None and self.isAncestorOf(here):
            self._give_back()
        self.setVisible(lost)
        if lost:
            told = QAccessibleAnnouncementEvent(self.banner, self.banner.words())
            told.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(told)

    def _moved(self, old: QWidget | None, now: QWidget | None) -> None:
        inside = now is not None and self.isAncestorOf(now)
        if inside and old is not None and not self.isAncestorOf(old):
            self._came_from = old

    def _give_back(self) -> None:
        """Let one write on where one wrote before one came here."""
        back, self._came_from = self._came_from, None
        if back is not None and isValid(back):
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        lost = self._session.watch.lost
        if lost is None:
            return
        self.banner.say("bad", *lost_words(lost, self._session.services.file.path))
        self.follow.setVisible(lost.moved is not None)
        self.open.setVisible(lost.place is Place.OTHER)
        self.mend.setVisible(lost.place is Place.DAMAGED)
        self.copy.setVisible(lost.place not in {Place.NEWER, Place.DAMAGED})
        first = self.mend if lost.place is Place.DAMAGED else self.copy
        self.setFocusProxy(self.follow if lost.moved is not None else first)

    def _follow(self) -> None:
        lost = self._session.watch.lost
        if lost is None or lost.moved is None:
            return
        try:
            self._session.go_on(lost.moved)
        except FileProblem as problem:
            self._session.operations.show_problem(problem)

    def _open(self) -> None:
        self._session.services.file.give_up_place()
        self.open_wanted.emit(self._session.services.file.path)
