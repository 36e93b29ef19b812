"""Beside the chapter: what has happened to it and its blocks, or to the document information."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent

from styrdesk.ui.kit.history_panel import HistoryPanel
from styrdesk.ui.kit.piece import Subject
from styrdesk.ui.kit.theme import px
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript


class ChapterHistory(HistoryPanel):
    """Follows what the editor shows; it asks the journal only while it is seen."""

    def __init__(self, manuscript: Manuscript) -> None:
        services = manuscript.services
        super().__init__(
            services.history,
            manuscript.operations,
            services.clock.now,
            Subject("plan", manuscript.plan_id),
            read_only=services.file.read_only,
        )
        self.setContentsMargins(px(12), px(12), px(12), px(12))
        self._waiting: Subject | None = None

    def follow(self, subject: Subject) -> None:
        """Another chapter is shown, or the plan's document information."""
        self._waiting = subject
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        subject, self._waiting = self._waiting, None
        if subject is not None:
            self.show_subject(subject)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()
