"""The first pages of a kept file, where the file is: to see what it is without opening it.

Nothing is read before it comes into view, and it is laid out in the child process alone.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from styrdesk.base.formats import file_size
from styrdesk.base.i18n import _
from styrdesk.domain.attachment import Attachment
from styrdesk.domain.errors import FileProblem
from styrdesk.reports import attached
from styrdesk.reports.attached import TABLES, TEXT_ALONE, Kept, looked_at
from styrdesk.reports.worker import Made, Painted
from styrdesk.services.attachment import AttachmentService
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.paint import rrect
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.theme import colours, px
from styrdesk.ui.preview.press import Press
from styrdesk.ui.preview.sheets import WIDTH, Sheets

MOST_BYTES: Final = 10_000_000
"""What is larger takes so long to read out of the file that the window would stand still."""
_TALL: Final = 440


class Turns(QObject):
    """The one press for all the views of a window; it paints one file at a time.

    Attributes:
        taken: A view has the press now (that view).
    """

    taken = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.press = Press(self)


class ShownFile(QWidget):
    """Shows one file at a time, and says in words what is not seen of it.

    Args:
        turns: Whose press it has while it is its turn.
        attachments: What keeps the files.
    """

    def __init__(self, turns: Turns, attachments: AttachmentService) -> None:
        super().__init__()
        self.setObjectName("file_view")
        self._turns, self._attachments = turns, attachments
        self._held: Attachment | None = None
        self._number, self._ready, self._stale = 0, False, False
        self.said = quiet("", "dense", wrap=True)
        self.said.setObjectName("file_said")
        self.sheets = Sheets()
        self.sheets.set_zoom(WIDTH)
        self.sheets.setFixedHeight(px(_TALL))
        self.sheets.wanted.connect(self._paint)
        self.setLayout(col(self.said, self.sheets, gap=8, pad=(1, 8, 1, 1)))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)
        turns.taken.connect(self._lose)
        turns.press.made.connect(self._made)
        turns.press.painted.connect(self._painted)
        turns.press.failed.connect(self._failed)
        self.hide()

    def widget(self) -> QWidget:
        """Itself."""
        return self

    def show_file(self, held: Attachment | None) -> None:
        """Show the first pages of a file, once it comes into view; of none, nothing."""
        if held == self._held:
            return
        self._held = held
        self._stale, self._ready, self._number = True, False, 0
        self.sheets.set_pages(())
        self.sheets.hide()
        self.said.setText(held.name if held is not None else "")
        self.setVisible(held is not None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only what is seen is painted: so it is known that the file is wanted."""
        painter = QPainter(self)
        if self.sheets.isVisible():
            edge = self.sheets.geometry().adjusted(-1, -1, 1, 1)
            rrect(painter, edge, radius=0, line=colours().border)
        painter.end()
        if self._stale:
            self._soon.start()

    # ---- asking ------------------------------------------------------------------------------

    def _ask(self) -> None:
        held = self._held
        if held is None or not self._stale:
            return
        self._stale = False
        if held.media_type not in attached.SHOWN:
            self._refuse(held)
            return
        if held.size > MOST_BYTES:
            words = _("{name} is larger than {size} and is not shown here. Open it to see it.")
            self.said.setText(words.format(name=held.name, size=file_size(MOST_BYTES)))
            return
        try:
            content = self._attachments.content(held)
        except FileProblem as problem:
            self.said.setText(problem.message)
            return
        self._turns.taken.emit(self)
        kept = Kept(held.name, held.media_type, content)
        self._number = self._turns.press.make(attached.render, kept)
        if not self.sheets.isVisible():
            self.said.setText(_("{name} is being opened …").format(name=held.name))

    def _lose(self, view: object) -> None:
        """Another view has the press: this one asks again when it is next seen."""
        if view is not self:
            self._number, self._ready, self._stale = 0, False, True

    def _paint(self, pages: list[int], scale: float) -> None:
        if self._ready:
            self._turns.press.paint(pages, scale)

    # ---- answers -----------------------------------------------------------------------------

    def _made(self, made: Made) -> None:
        held = self._held
        if held is None or made.number != self._number:
            return
        sizes = looked_at(made.sizes)
        if not sizes:
            self._refuse(held)
            return
        self._ready = True
        self.said.setText(_told(held, len(sizes), len(made.sizes)))
        self.sheets.setAccessibleName(_("First pages of {name}").format(name=held.name))
        self.sheets.show()
        self.sheets.set_pages(sizes)

    def _painted(self, painted: Painted) -> None:
        if self._ready:
            self.sheets.take(painted)

    def _failed(self, number: int) -> None:
        ours = self._ready or (number and number == self._number)  # a page, or the whole
        if self._held is not None and ours:
            self._refuse(self._held)

    def _refuse(self, held: Attachment) -> None:
        self._number, self._ready = 0, False
        self.sheets.hide()
        self.said.setText(
            _("{name} cannot be shown here. Open it to see it.").format(name=held.name)
        )


def _told(held: Attachment, shown: int, count: int) -> str:
    """What is seen of a file, and what is not."""
    if held.media_type in TEXT_ALONE:
        return _("The words of {name}. Open it to see it as it is.").format(name=held.name)
    if held.media_type in TABLES:
        words = _("The first rows of {name}. Open it to see all of it.")
        return words.format(name=held.name)
    if shown < count:
        words = _("The first pages of {name}: {shown} of {count}.")
        return words.format(name=held.name, shown=shown, count=count)
    return held.name
