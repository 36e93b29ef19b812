"""Which page of the help tells of a place in the window: F1 asks from the focus and upwards."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)
_PAGE = "help_page"


def helped(widget: W, page: str) -> W:
    """Say that a page of the help (the name of its file) tells of a widget and what it holds."""
    widget.setProperty(_PAGE, page)
    return widget


def pages_for(widget: QWidget | None) -> list[str]:
    """The pages that tell of a place, the nearest first."""
    found = []
    while widget is not None:
        page = widget.property(_PAGE)
        if page:
            found.append(str(page))
        widget = widget.parentWidget()
    return found
