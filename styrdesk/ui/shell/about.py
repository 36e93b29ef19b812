"""What the program says of itself: its version, what it is, and whose work is in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from styrdesk import __version__
from styrdesk.base.i18n import _
from styrdesk.services.licences import components
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.cards import framed
from styrdesk.ui.kit.layout import box, col, row, scroller
from styrdesk.ui.kit.sections import Section, SectionList
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import font, px
from styrdesk.ui.shell.mark import Mark


class AboutWindow(QDialog):
    """Over the window until it is closed; the licence of what is chosen is beside the list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Styrdesk"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._parts = {one.name: one for one in components()}
        rows = [Section(one.name, f"{one.name} {one.version}".strip()) for one in components()]
        self.list = SectionList(rows, "accent", _("Components"), 2)
        self.list.setObjectName("components")
        self.licence = text("", "strong", wrap=True)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setFont(font("dense"))
        self.words.setAccessibleName(_("The licence in full"))
        self.words.setObjectName("licence_words")
        self.words.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self._lay_out()
        self.list.chosen.connect(self._choose)
        self.list.choose(rows[0].key)
        room = self.screen().availableSize() * 0.9
        self.resize(min(px(880), room.width()), min(px(620), room.height()))
        self.list.setFocus()

    def _lay_out(self) -> None:
        close = button(_("Close"), "primary", name="close_about")
        close.clicked.connect(self.close)
        version = _("Version {version}").format(version=__version__)
        head = row(
            Mark(), (box(col(text("Styrdesk", "h1"), quiet(version, "body"), gap=2)), 1), gap=16
        )
        said = _(
            "Committee plan, quality, leadership and core values in one program on your own "
            "computer. Everything lies in a file that is yours. Nothing is sent over the net."
        )
        model = _("The texts of the styrmodell are Borlänge kommun's own.")
        others = _("Others have written what the program is built of. Each has its licence:")
        right = box(col(self.licence, (framed(self.words), 1), gap=8))
        parts = box(row((self.list, 2), (right, 3), gap=16))
        parts.setMinimumHeight(px(240))
        inside = box(
            col(
                *(head, 4, text(said, "body", wrap=True), text(model, "body", wrap=True), 4),
                quiet(others, "dense", wrap=True),
                (parts, 1),
                gap=8,
                pad=(24, 24, 24, 8),
            )
        )
        foot = box(row(None, close, pad=(24, 8, 24, 16)))
        self.setLayout(col((scroller(inside), 1), foot, gap=0))

    def _choose(self, name: str) -> None:
        part = self._parts[name]
        self.licence.setText(f"{part.name}: {part.licence}")
        self.words.setPlainText(part.words())
