"""In which order Tab comes to what is made at different times: Qt goes by when it was made."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_stops(inside: QWidget) -> list[QWidget]:
    """What Tab comes to inside a widget, in its order, whether or not it is shown now."""
    found: list[QWidget] = []
    at: QWidget | None = inside.nextInFocusChain()
    while at is not None and at is not inside:  # the chain goes round the whole window
        if inside.isAncestorOf(at) and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(at)
        at = at.nextInFocusChain()
    return found


def let_follow(first: QWidget, then: QWidget) -> None:
    """Let Tab come to all that is inside a widget after all that is inside another."""
    for before, after in itertools.pairwise((*tab_stops(first)[-1:], *tab_stops(then))):
        QWidget.setTabOrder(before, after)
