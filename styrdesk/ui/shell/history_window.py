"""The history of the record in hand, over the window until it is closed."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.naming import kind_name
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.history_panel import HistoryPanel
from styrdesk.ui.kit.layout import Rule, box, col, row, scroller
from styrdesk.ui.kit.piece import Subject
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.shell.session import Session


class HistoryWindow(QDialog):
    """Who changed what, when, from what to what."""

    def __init__(self, session: Session, subject: Subject, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.panel = HistoryPanel(
            session.services.history,
            session.operations,
            session.services.clock.now,
            subject,
            read_only=session.read_only,
        )
        name, kind = self.panel.name(), kind_name(subject.table)
        self.setWindowTitle(_("History of {name}").format(name=name))
        over = quiet(_("History") if name == kind else " · ".join((_("History"), kind)))
        self._close = button(_("Close"), name="close_history")
        self._close.clicked.connect(self.close)
        head = col(over, text(name, "h2", wrap=True), gap=2)
        body = col(head, (self.panel, 1), gap=12, pad=(24, 20, 24, 8))
        foot = row(None, self._close, pad=(24, 12, 24, 16))
        self.setLayout(col((scroller(box(body)), 1), Rule(), foot, gap=0))
        room = self.screen().availableSize() * 0.9
        self.resize(QSize(px(760), px(640)).boundedTo(room))
        self.panel.table.setFocus()
