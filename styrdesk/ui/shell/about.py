"""What the program says of itself: its version, what it is, and whose work is in it."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from styrdesk import __version__
from styrdesk.base.i18n import _
from styrdesk.services.licences import components
from styrdesk.ui.kit.cards import framed
from styrdesk.ui.kit.layout import Folding, box, col, row
from styrdesk.ui.kit.over_window import OverWindow
from styrdesk.ui.kit.sections import Section, SectionList
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import font, px
from styrdesk.ui.shell.mark import Mark

_BESIDE: Final = 560  # pixels at zoom 1 that the list and a licence beside it take


class AboutWindow(OverWindow):
    """Over the window until it is closed; the licence of what is chosen is beside the list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _("About Styrdesk"), (880, 620))
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
        self.list.setFocus()

    def _lay_out(self) -> None:
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
        self.list.setMinimumHeight(px(140))
        self.words.setMinimumHeight(px(160))
        self.hold(
            "about",
            *(head, text(said, "body", wrap=True), text(model, "body", wrap=True)),
            quiet(others, "dense", wrap=True),
            (Folding((self.list, 2), (right, 3), narrow=_BESIDE, gap=16), 1),
        )

    def _choose(self, name: str) -> None:
        part = self._parts[name]
        self.licence.setText(f"{part.name}: {part.licence}")
        self.words.setPlainText(part.words())
