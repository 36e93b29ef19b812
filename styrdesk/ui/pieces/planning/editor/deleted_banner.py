"""Says that a chapter was deleted, and offers to undo it for as long as undo means that."""

from __future__ import annotations

from PySide6.QtCore import Signal

from styrdesk.base.i18n import _
from styrdesk.services.changes import Changes
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript


class DeletedBanner(Banner):
    """Hidden until something is deleted, and again when something else is done.

    Attributes:
        undone: Its button was pressed, which is gone with it.
    """

    undone = Signal()

    def __init__(self, manuscript: Manuscript) -> None:
        undo = button(_("Undo"), "quiet", "undo-2", name="undo_delete")
        super().__init__("info", "", "", [undo])
        self.hide()
        self._manuscript = manuscript
        self._told = manuscript.services.work.last
        undo.clicked.connect(self._undo)
        manuscript.operations.changed.connect(self._heard)

    def tell(self, title: str) -> None:
        """A chapter was deleted just now."""
        said = _("{title} was deleted").format(title=title)
        self.say("info", said, _("Undo brings it back, and it lies in the trash."))
        self._told = self._manuscript.services.work.last

    def _heard(self, _changes: Changes) -> None:
        """Something else was done: the button would now undo that instead."""
        if self._manuscript.services.work.last is not self._told:
            self.hide()

    def _undo(self) -> None:
        self._manuscript.operations.run(self._manuscript.services.work.undo)
        self.undone.emit()
