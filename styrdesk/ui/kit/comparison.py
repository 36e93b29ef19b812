"""A value before and after, side by side; what has gone and what is new is marked word by word."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.word_diff import Fate, word_diff
from styrdesk.ui.kit.layout import Folding, as_field, box, col
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import colour, px

_BESIDE: Final = 440  # pixels at zoom 1 that two texts beside one another take


class _Side(QTextEdit):
    """One of the two texts: read, selected and copied, never written in; as tall as it needs."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        as_field(self)
        self.setMinimumHeight(px(64))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setUndoRedoEnabled(False)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        tall = round(self.document().size().height()) + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), max(self.minimumHeight(), tall))


class Comparison(QWidget):
    """Struck words are gone, underlined ones are new; a screen reader is told them in words."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.after = _Side("before"), _Side("after")
        self._legend = quiet("", "dense", wrap=True)
        columns = (
            box(col(text(title, "strong"), (side, 1), gap=4))
            for title, side in ((_("Before"), self.before), (_("After"), self.after))
        )
        left, right = columns
        sides = Folding((left, 1), (right, 1), narrow=_BESIDE, gap=12)
        self.setLayout(col(sides, self._legend, gap=4))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.show_values("", "")

    def show_values(self, before: str, after: str) -> None:
        """Show two values, in words."""
        pieces = word_diff(before, after)
        for side, name, own in (
            (self.before, _("Before"), Fate.GONE),
            (self.after, _("After"), Fate.NEW),
        ):
            side.clear()
            cursor = QTextCursor(side.document())
            kept = [piece for piece in pieces if piece.fate in (Fate.SAME, own)]
            for piece in kept:
                cursor.insertText(piece.text, _look(piece.fate))
            if not kept:
                cursor.insertText(_("empty"), _faint())
            side.setAccessibleName(name)
            marked = [piece.text.strip() for piece in kept if piece.fate is own]
            side.setAccessibleDescription(_spoken(own, [words for words in marked if words]))
            side.moveCursor(QTextCursor.MoveOperation.Start)
        both = bool(before and after)
        self._legend.setText(_("Struck out is gone, underlined is new.") if both else "")
        self._legend.setVisible(both)


def _look(fate: Fate) -> QTextCharFormat:
    look = QTextCharFormat()
    if fate is Fate.GONE:
        look.setFontStrikeOut(True)
        look.setForeground(colour("bad"))
    elif fate is Fate.NEW:
        look.setFontUnderline(True)
        look.setForeground(colour("ok"))
    return look


def _faint() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontItalic(True)
    look.setForeground(colour("muted"))
    return look


def _spoken(fate: Fate, words: list[str]) -> str:
    if not words:
        return ""
    said = _("Gone: {words}") if fate is Fate.GONE else _("New: {words}")
    return said.format(words="; ".join(words))
