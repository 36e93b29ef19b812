"""Buttons: one primary a screen, plain for the rest, quiet inside cards, tools with icons alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QToolButton

from styrdesk.ui.kit.icons import icon
from styrdesk.ui.kit.text import key_words, tip
from styrdesk.ui.kit.theme import font, px
from styrdesk.ui.kit.tokens import CONTROL

_INK: Final = {"primary": "onaccent", "quiet": "accent", "danger": "bad"}
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def entered(made: QAbstractButton, event: QKeyEvent) -> bool:
    """Let Enter press the button one stands on, as Space does. False for any other key.

    Qt gives Enter to whatever is around: to a dialog's first button when one stands on its
    "Cancel", to nothing at all in a window.
    """
    if event.key() not in _ENTER:
        return False
    event.accept()
    if not event.isAutoRepeat():  # a key that is held down presses once
        made.click()
    return True


class _Button(QPushButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not entered(self, event):
            super().keyPressEvent(event)


class _Tool(QToolButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not entered(self, event):
            super().keyPressEvent(event)


def button(label: str, kind: str = "plain", glyph: str = "", *, name: str = "") -> QPushButton:
    """A button with words.

    Args:
        label: Already translated.
        kind: primary, plain, quiet or danger.
        glyph: An icon before the words.
        name: Object name, for tests.
    """
    made = _Button(label.replace("&", "&&"))
    made.setAccessibleName(label)
    made.setObjectName(name)
    made.setAutoDefault(False)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    _weigh(made, kind, glyph)
    return made


def become(made: QPushButton, kind: str, glyph: str = "") -> None:
    """Give a button another weight, where what is first to do has changed."""
    made.setFont(font("body"))
    _weigh(made, kind, glyph)
    made.style().polish(made)


def _weigh(made: QPushButton, kind: str, glyph: str) -> None:
    made.setProperty("kind", kind)
    if kind == "primary":
        made.setFont(font("strong"))
    if glyph:
        made.setIcon(icon(glyph, _INK.get(kind, "")))


def link(label: str, glyph: str = "", *, name: str = "") -> QPushButton:
    """A quiet button whose words, not whose unseen box, stand on the edge of what is around it."""
    made = button(label, "quiet", glyph, name=name)
    made.setProperty("flush", 1)
    for flat in (True, False):  # has Qt ask the style for its place anew; nothing else does
        made.setFlat(flat)
    made.setMinimumHeight(px(28))
    return made


def tool(
    glyph: str, label: str, *, keys: str = "", checked: bool | None = None, name: str = ""
) -> QToolButton:
    """A button with an icon alone: the name is spoken, and shown with its keys as a tool tip.

    Args:
        glyph: The icon.
        label: What it does, translated.
        keys: Shortcut to show ("Ctrl+Z"); it is not bound here.
        checked: On or off for a toggle, None for a plain button.
        name: Object name, for tests.
    """
    made = _Tool()
    made.setIcon(icon(glyph))
    made.setIconSize(QSize(px(18), px(18)))
    made.setFixedSize(px(CONTROL), px(CONTROL))
    made.setAutoRaise(True)
    made.setObjectName(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    rename(made, label, keys)
    if checked is not None:
        made.setCheckable(True)
        made.setChecked(checked)
    return made


def rename(made: QToolButton, label: str, keys: str = "") -> None:
    """Give a tool button another name ("Undo: Change amount")."""
    made.setAccessibleName(label)
    made.setToolTip(tip(f"{label}  {key_words(keys)}".rstrip()))
