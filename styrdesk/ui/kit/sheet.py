"""What a dialog with fields holds; the dialogs door puts it in a window of its own."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from styrdesk.ui.kit.form import Form


class Sheet(QWidget):
    """Words and fields, and what is done when one goes on.

    Args:
        head: What it is about.
        yes: The word on the button that does it.

    Attributes:
        wide: Pixels at zoom 1 of its dialog.
        shut: It wants its dialog closed with nothing done: one goes elsewhere.
        done: It is done, a while after one went on.
        working: What takes a while has begun (True), or come to its end.
        bound: What takes a while can no longer be given up.
    """

    wide: ClassVar[int] = 600

    shut = Signal()
    done = Signal()
    working = Signal(bool)
    bound = Signal()

    def __init__(self, head: str, yes: str) -> None:
        super().__init__()
        self.head, self.yes = head, yes
        self.form = Form()

    def go_on(self) -> bool:
        """Do it. False where something is wrong, which is then told at its field.

        Also False of what takes a while: `done` tells when it is.
        """
        raise NotImplementedError

    @property
    def is_working(self) -> bool:
        """Whether one went on, and it is not done yet."""
        return False

    def may_shut(self) -> bool:
        """Whether its dialog may be closed now. Where not, `shut` or `done` tells when it is."""
        return True

    def give_up(self) -> None:
        """The dialog is closed: what is being done comes to nothing."""

    def focus_first(self) -> bool:
        """Put the focus where something is wrong or lacking. False where nothing is."""
        lacking = (field for field in self.form if field.required and field.is_empty())
        waiting = self.form.first_error() or next(lacking, None)
        if waiting is not None:
            waiting.setFocus()
        return waiting is not None
