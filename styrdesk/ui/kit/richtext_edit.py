"""A text area for the rich-text subset: grows with its text, pastes plainly, loads nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, QMimeData, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QTextEdit

from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.richtext import Paragraph, RichText, clean, from_plain, parse, write
from styrdesk.ui.kit.copied import has_files, words_of
from styrdesk.ui.kit.paint import rrect
from styrdesk.ui.kit.richtext_document import (
    block_format,
    fill,
    from_html,
    leave_list,
    list_of,
    note_of,
    read,
    write_blocks,
    write_runs,
)
from styrdesk.ui.kit.richtext_format import RichFormat
from styrdesk.ui.kit.richtext_look import RichLook
from styrdesk.ui.kit.text_fields import breakable
from styrdesk.ui.kit.theme import colours, font, px

CAP: Final = 100_000  # characters
_HTML_CAP: Final = 1_000_000  # characters of pasted HTML that are looked at
OWN: Final = "application/x-styrdesk-richtext"
_RICH_PASTE: Final = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_V
).toCombined()
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class RichTextEdit(QTextEdit):
    """The editor. What it is asked to do to the text is in `format`.

    Attributes:
        edited: The user changed the text.
        words_counted: The number of words, a moment after the last key.
        overfull: What was written or pasted did not fit, and its end was left out.
    """

    edited = Signal()
    overfull = Signal()
    words_counted = Signal(int)

    def __init__(self, name: str, lines: int = 3) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._fewest, self._quiet = lines, False
        self.setFont(font("body"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(True)
        self.setAutoFormatting(QTextEdit.AutoFormattingFlag.AutoNone)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(px(12))
        self.document().setIndentWidth(px(24))
        self.document().setDefaultFont(font("body"))
        self.format = RichFormat(self)
        self._look = RichLook(self.document())
        self._lay_look()
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(200)
        self._counting.timeout.connect(self._count)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._stay_in_view)
        self.set_text(())

    # ---- the text ----------------------------------------------------------------------------

    def text(self) -> RichText:
        """What is written."""
        return read(self.document())

    def set_text(self, text: RichText) -> None:
        """Show a text. Nothing is told, and undo inside the editor begins anew."""
        self._quiet = True
        fill(self.document(), text)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._quiet = False
        self._count()
        self._grow()

    def _changed(self) -> None:
        if not self._quiet:
            self._keep_cap()
            self._counting.start()
            self.edited.emit()

    def _lay_look(self) -> None:
        """Lay the looks anew. Qt tells that as a change of the text, which it is not."""
        self._quiet = True
        self._look.rehighlight()
        self._quiet = False

    def _count(self) -> None:
        self.words_counted.emit(len(self.document().toPlainText().split()))

    def room(self) -> int:
        """Characters that may still be written."""
        cursor = self.textCursor()
        chosen = cursor.selectionEnd() - cursor.selectionStart()
        return max(0, CAP - (self.document().characterCount() - 1) + chosen)

    def _keep_cap(self) -> None:
        over = self.document().characterCount() - 1 - CAP
        if over > 0:
            self._quiet = True
            cursor = QTextCursor(self.document())
            cursor.setPosition(CAP)
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            self._quiet = False
            self.overfull.emit()

    # ---- paste and copy ----------------------------------------------------------------------

    def loadResource(self, type: int, name: object) -> object:  # Qt's own name
        """Nothing: no picture or style sheet of a pasted text is ever fetched."""
        return None

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        if has_files(source):  # a file is the window's to take
            return False
        return source.hasText() or source.hasHtml() or source.hasFormat(OWN)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Plainly, save for what was copied in Styrdesk itself."""
        if source.hasFormat(OWN):
            self.insert_text(_own(source))
        elif whole := words_of(source):
            room = self.room()
            words = clean(whole[:room]).replace("\t", " ")
            self.textCursor().insertText(breakable(words)[:room])
            if len(whole) > room:
                self.overfull.emit()

    def paste_rich(self) -> None:
        """Paste with bold, headings, lists and links; all else becomes plain."""
        source = QGuiApplication.clipboard().mimeData()
        if source.hasFormat(OWN) or not source.hasHtml():
            self.insertFromMimeData(source)
        else:
            html = source.html()
            if len(html) > _HTML_CAP:
                self.insertFromMimeData(source)
            else:
                self.insert_text(from_html(html))

    def createMimeDataFromSelection(self) -> QMimeData:
        usual, made = super().createMimeDataFromSelection(), QMimeData()
        made.setText(usual.text())
        made.setHtml(usual.html())
        copied = QTextDocument()
        copied.setUndoRedoEnabled(False)
        QTextCursor(copied).insertFragment(self.textCursor().selection())
        made.setData(OWN, write(read(copied)).encode())
        return made

    def insert_text(self, text: RichText) -> None:
        """Put a text in the place of what is chosen: one step of undo."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if len(text) == 1 and isinstance(text[0], Paragraph):
            write_runs(cursor, text[0].runs)
        elif text:
            if cursor.block().length() > 1:
                cursor.insertBlock(block_format())
            write_blocks(cursor, text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    # ---- keys --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif event.keyCombination().toCombined() == _RICH_PASTE:
            self.paste_rich()
        elif self.format.key(event):
            event.accept()
        elif event.key() in _ENTER and not event.modifiers():
            self._enter(event)
        else:
            super().keyPressEvent(event)

    def _enter(self, event: QKeyEvent) -> None:
        """After a heading comes a paragraph; an empty point or note line ends its list or note."""
        cursor = self.textCursor()
        block, empty = cursor.block(), cursor.block().length() == 1
        if empty and list_of(block) is not None:
            self.format.indent(-1)
        elif empty and note_of(block):
            cursor.setBlockFormat(block_format())
        else:
            heading = block.blockFormat().headingLevel() and cursor.atBlockEnd()
            super().keyPressEvent(event)
            if heading:
                cursor = self.textCursor()
                cursor.setBlockFormat(block_format())
                leave_list(cursor.block())

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: FBT001  # Qt's own
        """Tab at the start of a point moves it in or out; anywhere else it goes on."""
        cursor = self.textCursor()
        at_point = cursor.atBlockStart() and list_of(cursor.block()) is not None
        if at_point and not self.isReadOnly() and self.format.indent(1 if next else -1):
            return True
        return super().focusNextPrevChild(next)

    # ---- size and paint ----------------------------------------------------------------------

    def _grow(self) -> None:
        least = self._fewest * round(self.fontMetrics().lineSpacing() * 1.4) + px(24)
        height = max(least, round(self.document().size().height()) + 2)
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(px(240), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.minimumHeight())

    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()  # the page scrolls, never the text inside it

    def _stay_in_view(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        inner = area.widget() if area is not None else None
        if area is not None and inner is not None and self.hasFocus():
            place = self.mapTo(inner, self.cursorRect().center())
            area.ensureVisible(place.x(), place.y(), 0, px(48))

    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if e.type() == QEvent.Type.PaletteChange and hasattr(self, "_look"):
            self._lay_look()

    def paintEvent(self, e: QPaintEvent) -> None:
        self._paint_notes(e.rect().top(), e.rect().bottom())
        super().paintEvent(e)

    def _paint_notes(self, top: int, bottom: int) -> None:
        """A tinted ground with a bar behind every note, painted so that it follows the scheme."""
        painter = QPainter(self.viewport())
        layout, pad = self.document().documentLayout(), self.document().documentMargin()
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        while block.isValid():
            rect = layout.blockBoundingRect(block)
            if rect.top() > bottom:
                break
            if note_of(block) and rect.bottom() >= top:
                after = block.next()
                below = layout.blockBoundingRect(after).top() - rect.bottom()
                joined = below if note_of(after) == note_of(block) else 4
                wide, tall = self.width() - 2 * pad, rect.height() + joined
                ground = QRectF(pad, rect.top() - 2, wide, tall)
                rrect(painter, ground, 2, colours().hover)
                painter.fillRect(QRectF(pad, ground.top(), px(3), tall), colours().muted)
            block = block.next()
        painter.end()


def _own(source: QMimeData) -> RichText:
    """What another editor of ours copied; its words alone where it cannot be read."""
    try:
        return parse(bytes(source.data(OWN).data()).decode())
    except (RuleBroken, UnicodeDecodeError):
        return from_plain(source.text()[:CAP])
