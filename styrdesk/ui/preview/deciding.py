"""What goes before a decision: its print is laid out in the child process, and a backup is made."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

from styrdesk.reports.worker import Made
from styrdesk.ui.kit.beside import beside
from styrdesk.ui.preview.press import Press


class Deciding(QObject):
    """Neither holds up the window; what is decided is decided when both are there.

    Args:
        secure: Makes the backup; called on a thread. None where none goes before.
        parent: The sheet that notes it.

    Attributes:
        ready: Both are there: the print's bytes.
        failed: It could not be laid out.
        content: The print; empty until it is there.
    """

    ready = Signal(bytes)
    failed = Signal()
    _secured = Signal(object)

    def __init__(self, secure: Callable[[], None] | None, parent: QObject) -> None:
        super().__init__(parent)
        self._secure = secure
        self._press: Press | None = None
        self._backup: Thread | None = None
        self.content = b""
        self._secured.connect(self._backed_up)

    @property
    def is_working(self) -> bool:
        """Whether it has begun and is not ready, failed or given up."""
        return self._press is not None

    def begin(self, render: Callable[[Any], bytes], data: object, language: str) -> None:
        """Begin both. A backup that is being made already is waited for."""
        self.content = b""
        if self._secure is not None and self._backup is None:
            self._backup = beside("backup", self._secure, self._secured.emit)
        self._press = Press(self)
        self._press.made.connect(self._made)
        self._press.failed.connect(self._fail)
        self._press.make(render, data, language, order=True)

    def give_up(self) -> None:
        """The print comes to nothing; a backup is always made to its end."""
        press, self._press = self._press, None
        if press is not None:
            press.close()
            press.deleteLater()

    def _backed_up(self, told: Exception | None) -> None:
        """What stops a backup is told by its state, and stops no decision; nor does a bug."""
        self._backup = None
        self._look()
        if told is not None:
            raise told

    def _made(self, made: Made) -> None:
        self.content = made.content
        self._look()

    def _look(self) -> None:
        if self.is_working and self.content and self._backup is None:
            self.give_up()
            self.ready.emit(self.content)

    def _fail(self, _number: int) -> None:
        self.give_up()
        self.failed.emit()
