"""By a block: that it, or rows of it, came from the earlier plan and nobody has looked at them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _, ngettext
from styrdesk.services.changes import Changes
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.layout import FlowLayout, col, hide_unless
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript


class CarriedNote(QWidget):
    """Shown while something of the block is marked.

    Args:
        manuscript: The plan.
        rows: Tells the ids of the rows that are shown; None where the block itself is marked.
    """

    def __init__(
        self, manuscript: Manuscript, key: str, rows: Callable[[], Collection[str]] | None = None
    ) -> None:
        super().__init__()
        self.manuscript, self._key, self._rows = manuscript, key, rows
        self.mark = StatusMark("info", "")
        self.keep = button(_("Keep as it stands"), "quiet", "check", name="keep_carried")
        self.keep.clicked.connect(self._keep)
        self.setLayout(col(FlowLayout(self.mark, self.keep), gap=0))
        hide_unless(self, shown=False)
        manuscript.operations.changed.connect(self._heard)  # also while it is hidden

    def ids(self) -> list[str]:
        """What is marked here."""
        here = [self._key, *(self._rows() if self._rows is not None else ())]
        return [row_id for row_id in here if row_id in self.manuscript.carried]

    def reload(self) -> None:
        """Say how much is marked now."""
        ids = self.ids()
        self.setVisible(bool(ids))
        if not ids:
            return
        words = _("From the earlier plan, not yet looked at")
        if self._rows is not None:
            words = ngettext(
                "{count} row from the earlier plan, not yet looked at",
                "{count} rows from the earlier plan, not yet looked at",
                len(ids),
            ).format(count=len(ids))
        self.mark.show_status("info", words)
        self.keep.setAccessibleDescription(words)
        self.keep.setVisible(not self.manuscript.locked)

    def _heard(self, changes: Changes) -> None:
        if "carried" in changes.topics:
            self.reload()

    def _keep(self) -> None:
        self.manuscript.operations.run(partial(self.manuscript.services.carry.keep, self.ids()))
