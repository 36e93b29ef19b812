"""What one can do to rich text: bold, headings, lists, links, notes; and the keys for it."""

from __future__ import annotations

import re
from typing import Any, Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QFont, QKeyEvent, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from styrdesk.domain.richtext import MAX_DEPTH, is_link
from styrdesk.ui.kit.richtext_document import (
    LANG,
    SECRET,
    block_format,
    is_ordered,
    last_note,
    leave_list,
    list_format,
    list_of,
    note_of,
)

BODY, HEADING, SUBHEADING, NOTE_STYLE = "body", "heading", "subheading", "note"
STYLES: Final = (BODY, HEADING, SUBHEADING, NOTE_STYLE)
_LEVEL: Final = {BODY: 0, HEADING: 2, SUBHEADING: 3, NOTE_STYLE: 0}
_SCHEME: Final = re.compile(r"[a-z]+:", re.IGNORECASE)
_BOLD_FROM: Final = 600
_CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_KEYS: Final[dict[int, tuple[str, Any]]] = {
    QKeyCombination(_CTRL, Qt.Key.Key_B).toCombined(): ("toggle", "bold"),
    QKeyCombination(_CTRL, Qt.Key.Key_I).toCombined(): ("toggle", "italic"),
    QKeyCombination(_CTRL, Qt.Key.Key_U).toCombined(): ("toggle", "underline"),
    QKeyCombination(_CTRL | _ALT, Qt.Key.Key_0).toCombined(): ("set_style", BODY),
    QKeyCombination(_CTRL | _ALT, Qt.Key.Key_2).toCombined(): ("set_style", HEADING),
    QKeyCombination(_CTRL | _ALT, Qt.Key.Key_3).toCombined(): ("set_style", SUBHEADING),
    QKeyCombination(_CTRL | _ALT, Qt.Key.Key_9).toCombined(): ("set_style", NOTE_STYLE),
    QKeyCombination(_CTRL, Qt.Key.Key_BracketRight).toCombined(): ("indent", 1),
    QKeyCombination(_CTRL, Qt.Key.Key_BracketLeft).toCombined(): ("indent", -1),
    QKeyCombination(_CTRL | _SHIFT, Qt.Key.Key_L).toCombined(): ("toggle_list", False),
    QKeyCombination(_CTRL | _SHIFT, Qt.Key.Key_N).toCombined(): ("toggle_list", True),
    QKeyCombination(_CTRL, Qt.Key.Key_Space).toCombined(): ("clear", None),
}


class RichFormat:
    """Changes the chosen text of an editor. Each call is one step of the editor's undo.

    Args:
        editor: The text area.
    """

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for. False when it asks for nothing of ours."""
        name, value = _KEYS.get(event.keyCombination().toCombined(), ("", None))
        if name == "toggle_list":
            self.toggle_list(ordered=value)
        elif name == "clear":
            self.clear()
        elif name:
            getattr(self, name)(value)
        return bool(name)

    # ---- characters --------------------------------------------------------------------------

    def is_on(self, mark: str) -> bool:
        """Whether bold, italic, underline, sub, sup or secret is on where the cursor stands."""
        look = self._editor.currentCharFormat()
        align = QTextCharFormat.VerticalAlignment
        on = {
            "bold": look.fontWeight() >= _BOLD_FROM,
            "italic": look.fontItalic(),
            "underline": look.fontUnderline(),
            "sub": look.verticalAlignment() == align.AlignSubScript,
            "sup": look.verticalAlignment() == align.AlignSuperScript,
            "secret": bool(look.property(SECRET)),
        }
        return on[mark]

    def toggle(self, mark: str) -> None:
        """Switch a mark for what is chosen, or for what is typed next."""
        on, look = not self.is_on(mark), QTextCharFormat()
        align = QTextCharFormat.VerticalAlignment
        if mark == "bold":
            look.setFontWeight(QFont.Weight.DemiBold if on else QFont.Weight.Normal)
        elif mark == "italic":
            look.setFontItalic(on)
        elif mark == "underline":
            look.setFontUnderline(on)
        elif mark == "secret":
            look.setProperty(SECRET, on)
        else:
            raised = align.AlignSubScript if mark == "sub" else align.AlignSuperScript
            look.setVerticalAlignment(raised if on else align.AlignNormal)
        self._editor.mergeCurrentCharFormat(look)

    def set_language(self, code: str) -> None:
        """Say which language the chosen words are in; empty for the document's own."""
        look = QTextCharFormat()
        look.setProperty(LANG, code)
        self._editor.mergeCurrentCharFormat(look)

    def link(self) -> str:
        """Where the link under the cursor leads, or empty."""
        look = self._editor.currentCharFormat()
        return look.anchorHref() if look.isAnchor() else ""

    def set_link(self, href: str) -> bool:
        """Make what is chosen lead somewhere; empty takes the link away. False: no address."""
        address = href.strip()
        if _SCHEME.match(address) and not is_link(address):
            return False
        if address and "://" not in address and not is_link(address):
            address = f"mailto:{address}" if "@" in address else f"https://{address}"
        if address and not is_link(address):
            return False
        cursor, look = self._editor.textCursor(), QTextCharFormat()
        look.setAnchor(bool(address))
        look.setAnchorHref(address)
        if not cursor.hasSelection() and address:
            cursor.insertText(href.strip(), look)
        else:
            self._editor.mergeCurrentCharFormat(look)
        return True

    def clear(self) -> None:
        """Take every mark away from what is chosen."""
        self._editor.setCurrentCharFormat(QTextCharFormat())

    # ---- blocks ------------------------------------------------------------------------------

    def style(self) -> str:
        """The style of the block the cursor stands in."""
        block = self._editor.textCursor().block()
        if note_of(block):
            return NOTE_STYLE
        level = block.blockFormat().headingLevel()
        return {0: BODY, 2: HEADING}.get(level, SUBHEADING)

    def set_style(self, style: str) -> None:
        """Give the chosen blocks a style; headings and notes are no points of lists."""
        note = 0
        if style == NOTE_STYLE:
            note = last_note(self._editor.document()) + 1
        cursor = self._editor.textCursor()
        cursor.beginEditBlock()
        for block in self._chosen():
            if style != BODY:
                leave_list(block)
            QTextCursor(block).setBlockFormat(block_format(_LEVEL[style], note))
        cursor.endEditBlock()

    def list_kind(self) -> str:
        """Which list the cursor stands in: `ordered`, `bullets` or empty."""
        inside = list_of(self._editor.textCursor().block())
        if inside is None:
            return ""
        return "ordered" if is_ordered(inside.format().style()) else "bullets"

    def toggle_list(self, *, ordered: bool) -> None:
        """Make the chosen blocks points of a list, or plain again."""
        on = self.list_kind() != ("ordered" if ordered else "bullets")
        cursor = self._editor.textCursor()
        cursor.beginEditBlock()
        made = None
        for block in self._chosen():
            inside = list_of(block)
            depth = inside.format().indent() if inside is not None else 1
            leave_list(block)
            QTextCursor(block).setBlockFormat(block_format())
            if on and made is None:
                look = list_format(ordered=ordered, depth=depth)
                made = QTextCursor(block).createList(look)
            elif on and made is not None:
                made.add(block)
        cursor.endEditBlock()

    def indent(self, by: int) -> bool:
        """Move the chosen points in or out; out of the outermost they are plain again."""
        points = [block for block in self._chosen() if list_of(block) is not None]
        cursor, moved = self._editor.textCursor(), False
        cursor.beginEditBlock()
        for block in points:
            moved = _indented(block, by) or moved
        cursor.endEditBlock()
        return moved

    def _chosen(self) -> list[QTextBlock]:
        cursor, document = self._editor.textCursor(), self._editor.document()
        block = document.findBlock(cursor.selectionStart())
        last = document.findBlock(cursor.selectionEnd())
        blocks = [block]
        while block.isValid() and block.position() < last.position():
            block = block.next()
            blocks.append(block)
        return blocks


def _indented(block: QTextBlock, by: int) -> bool:
    """Move one point; it joins the list it comes to stand in."""
    look = block.textList().format()
    depth, ordered = look.indent() + by, is_ordered(look.style())
    if depth > MAX_DEPTH:
        return False
    leave_list(block)
    QTextCursor(block).setBlockFormat(block_format())
    if depth < 1:
        return True
    before = block.previous()
    while before.isValid() and list_of(before) is not None:
        above = before.textList()
        if above.format().indent() == depth:
            above.add(block)
            return True
        if above.format().indent() < depth:
            break
        before = before.previous()
    QTextCursor(block).createList(list_format(ordered=ordered, depth=depth))
    return True
