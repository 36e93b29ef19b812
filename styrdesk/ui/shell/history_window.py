"""The history of the record in hand, over the window until it is closed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.naming import kind_name
from styrdesk.ui.kit.history_panel import HistoryPanel
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.over_window import OverWindow
from styrdesk.ui.kit.piece import Subject
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.shell.session import Session


class HistoryWindow(OverWindow):
    """Who changed what, when, from what to what."""

    def __init__(self, session: Session, subject: Subject, parent: QWidget) -> None:
        panel = HistoryPanel(
            session.services.history,
            session.operations,
            session.services.clock.now,
            subject,
            read_only=session.read_only,
        )
        name, kind = panel.name(), kind_name(subject.table)
        super().__init__(parent, _("History of {name}").format(name=name), (760, 640))
        self.panel = panel
        over = quiet(_("History") if name == kind else " · ".join((_("History"), kind)))
        self.hold("history", col(over, text(name, "h2", wrap=True), gap=2), (panel, 1))
        panel.table.setFocus()
