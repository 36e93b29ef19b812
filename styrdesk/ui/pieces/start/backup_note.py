"""How it stands with the file's backups, in the head of Start, and the way to them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.ui.kit.backup_words import TOPIC, told
from styrdesk.ui.kit.buttons import link
from styrdesk.ui.kit.layout import FlowLayout, box, col
from styrdesk.ui.kit.piece import PageContext, Target
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.tokens import S4


class BackupNote(QWidget):
    """A mark with its words; what is wrong is said under it."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.mark = StatusMark("info", "", tinted=False)
        self.more = quiet("", wrap=True)
        way = link(_("Backups …"), name="show_backups")
        way.clicked.connect(self._go)
        self.setLayout(col(box(FlowLayout(self.mark, way, gap=S4)), self.more, gap=0))
        self._context = context
        context.operations.subscribe(self, {TOPIC, "plan"}, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say how it is now."""
        services = self._context.services
        kind, head, body = told(services.backups.state(), services.clock.now())
        self.mark.show_status(kind, head)
        self.mark.setAccessibleName(head)
        self.more.setText(body)
        self.more.setVisible(bool(body) and kind != "info")

    def _go(self) -> None:
        self._context.shell.go(Target("file", "backups"))
