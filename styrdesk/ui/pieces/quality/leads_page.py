"""What the overview and a rubric have in common: rows that lead on, with what is urgent there."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent

from styrdesk.ui.kit.piece import Page, PageContext
from styrdesk.ui.pieces.quality.lead_row import LeadRow


class LeadsPage(Page):
    """A subclass lays out its rows, and tells what each says now.

    Attributes:
        rows: In order.
    """

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[LeadRow] = []

    def tell(self) -> None:
        """Say at each row what most wants doing there now."""
        raise NotImplementedError

    def follow(self, context: PageContext, topics: Iterable[str]) -> None:
        """Tell it, and tell it anew when any of these tables changed; nothing is counted unseen."""
        context.operations.subscribe(self, topics, self.place_changed)
        self.tell()

    def place_changed(self) -> None:
        if self.isVisible():
            self.tell()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tell()

    def focus_first(self) -> None:
        self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
