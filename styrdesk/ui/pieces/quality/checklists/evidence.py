"""The photos and files of a point of a list: each opens, and can be taken away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.attachment import Attachment
from styrdesk.ui.kit.buttons import link, tool
from styrdesk.ui.kit.layout import box, col, empty, row


class Evidence(QWidget):
    """The files of a point.

    Args:
        place: The point's place in the form.
        title: What the point asks.

    Attributes:
        add: The way to one more; the point puts it among its other ways.
        opened: One is to be looked at (an Attachment).
        removed: One is to be taken away (an Attachment).
    """

    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, place: int, title: str) -> None:
        super().__init__()
        self._place = place
        self.add = link(_("Photo or file"), "paperclip", name=f"attach_{place}")
        self.add.setAccessibleName(_("Photo or file of {item}").format(item=title))
        self.files: tuple[Attachment, ...] = ()
        self._may = False
        self._lines = col(gap=0)
        self.setLayout(self._lines)
        self.hide()

    def show_files(self, files: Sequence[Attachment], *, may_write: bool) -> None:
        """Show them, the oldest first; the way to take one away too where that may be done."""
        if (tuple(files), may_write) == (self.files, self._may):
            return
        self.files, self._may = tuple(files), may_write
        empty(self._lines)
        for number, held in enumerate(self.files, 1):
            glyph = "image" if held.media_type.startswith("image/") else "paperclip"
            shown = link(held.name, glyph, name=f"evidence_{self._place}_{number}")
            shown.clicked.connect(partial(self.opened.emit, held))
            words = _("Remove {name}").format(name=held.name)
            away = tool("x", words, name=f"remove_evidence_{self._place}_{number}")
            away.clicked.connect(partial(self.removed.emit, held))
            away.setVisible(may_write)
            self._lines.addWidget(box(row(shown, away, None, gap=4)))
        self.setVisible(bool(self.files))
