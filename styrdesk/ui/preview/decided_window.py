"""One decided document as it is printed: read, printed on paper, saved as a PDF."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.decided import DecidedLine
from styrdesk.reports.deciding import SPECS
from styrdesk.ui.kit import version_words
from styrdesk.ui.kit.desktop import QtDesktop
from styrdesk.ui.kit.layout import Rule, col, row
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.preview.panel import PreviewPanel
from styrdesk.ui.preview.press import Press


class DecidedWindow(QDialog):
    """Lies over the window until it is closed."""

    def __init__(self, context: PageContext, line: DecidedLine, parent: QWidget) -> None:
        super().__init__(parent)
        head = version_words.called(line)
        self.setWindowTitle(head)
        self.setModal(True)
        self._press = Press(self)
        spec = SPECS[line.kind]
        self.preview = PreviewPanel(context, self._press, spec, line.id, QtDesktop())
        mark = StatusMark(*version_words.standing(line))
        said = quiet(version_words.decided(line), "dense", wrap=True)
        code = quiet(_("Control code {code}").format(code=line.code), "dense")
        words = col(text(head, "h2", wrap=True), said, code, gap=2)
        top = row(gap=12, pad=(24, 20, 24, 12))
        top.addLayout(words, 1)
        top.addWidget(mark)
        self.setLayout(col(top, Rule(), (self.preview, 1), gap=0))
        room = self.screen().availableSize() * 0.9
        self.resize(QSize(px(760), px(900)).boundedTo(room))

    def done(self, result: int) -> None:
        self._press.close()
        super().done(result)


def show_decided(context: PageContext, line: DecidedLine, over: QWidget) -> None:
    """Show a decided document as it is printed, over the window."""
    shown = DecidedWindow(context, line, over.window())
    shown.finished.connect(shown.deleteLater)
    shown.show()
