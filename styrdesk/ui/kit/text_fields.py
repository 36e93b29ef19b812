"""Fields for words: one line, and several lines that grow."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from styrdesk.domain.richtext import clean
from styrdesk.ui.kit.copied import has_files, words_of
from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.layout import as_field
from styrdesk.ui.kit.line import Line
from styrdesk.ui.kit.theme import font, px

LINE_CAP: Final = 1_000
_ENDLESS: Final = re.compile(r"\S{2000}")
TEXT_CAP: Final = 100_000


def breakable(words: str) -> str:
    """Pasted words with a new line inside whatever is too long to be a word.

    Qt needs a second to find where to break a line of 100,000 characters without a space.
    """
    return _ENDLESS.sub(r"\g<0>\n", words)


class TextField(Field[str]):
    """One line of words, at most 1,000 characters. Spaces at the ends are not kept."""

    def __init__(
        self,
        label: str,
        *,
        name: str = "",
        required: bool = False,
        help: str = "",
        width: int = 0,
        cap: int = LINE_CAP,
        hint: str = "",
    ) -> None:
        super().__init__(label, name=name, required=required, help=help, width=width)
        self.line = Line()
        self.line.setMaxLength(cap)
        self.line.setPlaceholderText(hint)
        self.build(self.line)
        self.line.textEdited.connect(self._edited)
        self.line.inputRejected.connect(self._rejected)

    def _edited(self) -> None:
        self.changed.emit()

    def _rejected(self) -> None:
        if len(self.line.text()) >= self.line.maxLength():
            self.say_full()

    def value(self) -> str:
        return clean(self.line.text()).replace("\n", " ").strip()

    def set_value(self, value: str) -> None:
        if value != self.value():
            self.line.setText(value)
            self.line.setCursorPosition(0)
        self.set_error("")

    def is_empty(self) -> bool:
        return not self.value()

    def _lock_input(self, *, on: bool) -> None:
        self.line.setReadOnly(on)


class PlainText(QPlainTextEdit):
    """Lines of plain text: pasted plainly, capped, as tall as what is written; Tab moves on.

    Attributes:
        overfull: What was written or pasted did not fit, and its end was left out.
    """

    overfull = Signal()

    def __init__(self, cap: int = TEXT_CAP, lines: tuple[int, int] = (2, 12)) -> None:
        super().__init__()
        self._cap, (self._fewest, self._most) = cap, lines
        as_field(self)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFont(font("body"))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._keep_cap)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        lines = int(self.document().size().height())  # a plain document counts in lines
        shown = min(max(lines, self._fewest), self._most)
        around = 2 * (self.frameWidth() + round(self.document().documentMargin()) + 1)
        height = shown * self.fontMetrics().lineSpacing() + around
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()  # in a narrower field the same words take more lines

    def sizeHint(self) -> QSize:
        return QSize(px(200), self.minimumHeight())

    def room(self) -> int:
        """Characters that may still be written."""
        taken = self.document().characterCount() - 1
        return max(0, self._cap - taken + len(self.textCursor().selectedText()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        if has_files(source):  # a file is the window's to take
            return False
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only the words of what is pasted, and only as many as there is room for."""
        whole = words_of(source)
        if whole:
            room = self.room()
            self.textCursor().insertText(breakable(clean(whole[:room]))[:room])
            if len(whole) > room:
                self.overfull.emit()

    def _keep_cap(self) -> None:
        over = self.document().characterCount() - 1 - self._cap
        if over > 0:
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.movePosition(
                QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, over
            )
            cursor.removeSelectedText()
            self.overfull.emit()


class LongTextField(Field[str]):
    """Several lines of words, at most 100,000 characters, pasted plainly."""

    def __init__(
        self,
        label: str,
        *,
        name: str = "",
        required: bool = False,
        help: str = "",
        width: int = 0,
        cap: int = TEXT_CAP,
        lines: tuple[int, int] = (2, 12),
    ) -> None:
        super().__init__(label, name=name, required=required, help=help, width=width)
        self.area = PlainText(cap, lines)
        self._quiet = False
        self.build(self.area)
        self.area.textChanged.connect(self._edited)
        self.area.overfull.connect(self.say_full)

    def _edited(self) -> None:
        if not self._quiet:
            self.changed.emit()

    def value(self) -> str:
        return clean(self.area.toPlainText()).rstrip()

    def set_value(self, value: str) -> None:
        if value != self.value():
            self._quiet = True
            self.area.setPlainText(value)
            self._quiet = False
        self.set_error("")

    def is_empty(self) -> bool:
        return not self.value().strip()

    def _lock_input(self, *, on: bool) -> None:
        self.area.setReadOnly(on)


class SentenceField(LongTextField):
    """One sentence that may need several lines of room; line ends become spaces."""

    def __init__(self, label: str, *, name: str, required: bool = False, help: str = "") -> None:
        super().__init__(label, name=name, required=required, help=help, cap=LINE_CAP, lines=(2, 5))

    def value(self) -> str:
        return " ".join(super().value().split())
