"""The backups of the open file: how it stands, what each holds, one opened as a copy."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QStackedWidget, QWidget

from styrdesk.base.i18n import _
from styrdesk.ui.kit.backup_words import TOPIC, told
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.cards import EmptyState, framed
from styrdesk.ui.kit.helped import helped
from styrdesk.ui.kit.layout import FlowLayout, box, col
from styrdesk.ui.kit.over_window import OverWindow
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.shell.backup_rows import BackupLines, BackupRows, taken
from styrdesk.ui.shell.restoring import Restoring
from styrdesk.ui.shell.session import Session


class BackupsWindow(OverWindow):
    """How the backups stand, what each holds, and where else they are put.

    Attributes:
        opened: A backup was put back as a file of its own (its path), to be shown.
    """

    opened = Signal(Path)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, _("Backups"), (620, 680))
        helped(self, "backups")
        self._session, self._backups = session, session.services.backups
        self.state = Banner("info", "")
        self.rows, self._lines = BackupRows(self._backups), BackupLines()
        self.list = QListView()
        self.room = quiet("", "dense", wrap=True)
        self.place = quiet("", "dense", wrap=True)
        self.open_copy = button(_("Open a copy from here"), "primary", name="open_copy")
        self.now = button(_("Back up now"), name="back_up_now")
        self.choose = button(_("Choose a folder …"), name="choose_place")
        self.forget = button(_("No second place"), name="forget_place")
        self.nothing = EmptyState("")
        self._shown = QStackedWidget()
        self._lay_out()
        self._connect()
        self.refresh()
        (self.list if self.rows.rowCount() else self.now).setFocus()

    def _lay_out(self) -> None:
        self.list.setModel(self.rows)
        self.list.setItemDelegate(self._lines)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(_("Backups, newest first"))
        self.list.setObjectName("backups")
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        why = _(
            "The file is copied when it is opened, every half hour when something has changed, "
            "and before a decision or an import. Old copies are thinned: two days are kept "
            "whole, then one a day, one a week and one a month. When they take too much room "
            "together the oldest goes, but never the newest."
        )
        self._shown.addWidget(framed(self.list))
        self._shown.addWidget(self.nothing)
        second = col(text(_("A second place"), "strong"), self.place, gap=2)
        places = box(FlowLayout(self.choose, self.forget))
        words = quiet(why, "dense", wrap=True)
        self.hold(
            "backups",
            text(_("Backups"), "h2"),
            *(self.state, words, (self._shown, 1), self.room, second, places),
            ways=(self.open_copy, self.now),
        )

    def _connect(self) -> None:
        self.list.activated.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.open_copy.clicked.connect(self._open)
        self.now.clicked.connect(self._back_up)
        self.choose.clicked.connect(self._choose_place)
        self.forget.clicked.connect(self._forget_place)
        self._session.operations.subscribe(self, {TOPIC}, self.refresh)

    # ---- what it shows -----------------------------------------------------------------------

    def refresh(self) -> None:
        """Show how things are now; the same backup stays chosen."""
        kept, now = self._backups.kept(), self._session.services.clock.now()
        before = self.rows.backup(self.list.currentIndex().row())
        self.rows.show_rows(kept, now)
        at = kept.index(before) if before in kept else 0
        self.list.setCurrentIndex(self.rows.index(at, 0))
        self._shown.setCurrentIndex(0 if kept else 1)
        self.state.say(*told(self._backups.state(), now))
        self.room.setText(taken(kept))
        self.room.setVisible(bool(kept))
        busy = self._session.keeper.is_busy
        self.now.setEnabled(not busy)
        self.nothing.say(
            _("The first one comes in a moment.")
            if busy
            else _("Press Back up now to make the first one.")
        )
        place = self._session.settings.current.backup_place
        none = _(
            "None chosen. A folder on another disk or the network saves you if this one fails."
        )
        self.place.setText(place or none)
        self.forget.setVisible(bool(place))
        self._chosen()

    def _chosen(self, *_index: QModelIndex) -> None:
        self.open_copy.setEnabled(self.list.currentIndex().isValid())

    # ---- what is pressed ---------------------------------------------------------------------

    def _back_up(self) -> None:
        self.now.setEnabled(False)
        self._session.keeper.back_up_now()

    def _open(self) -> None:
        kept = self.rows.backup(self.list.currentIndex().row())
        if kept is None:
            return
        session = self._session
        restoring = Restoring(self._backups, session.settings, session.dialogs)
        path = session.operations.run(partial(restoring.copy, kept))
        if path is not None:
            self.close()
            self.opened.emit(path)

    def _choose_place(self) -> None:
        chosen = self._session.settings.current.backup_place
        folder = self._session.dialogs.choose_folder(
            _("Where shall backups be put as well?"), Path(chosen) if chosen else None
        )
        if folder is not None:
            self._session.settings.change(backup_place=str(folder))
            self._back_up()
            self.refresh()

    def _forget_place(self) -> None:
        self._session.settings.change(backup_place="")
        self.refresh()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
