"""Looks for garbage on the window's thread alone.

Python looks for it on whichever thread makes the next object, and destroys there what it finds of
Qt: a closed window with all its timers and tables, which Qt lets no other thread touch
(decisions/0029).
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

# All that a start loads stays: to look through it for garbage meanwhile is a tenth of its time.
_UNSWEPT: Final = 5_000  # milliseconds
_EVERY: Final = 1_000


class Sweeper(QObject):
    """From when it is made Python looks for no garbage by itself."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(sweep)

    def start(self) -> None:
        """Look for it each second, once the window has come up."""
        QTimer.singleShot(_UNSWEPT, self._timer, self._timer.start)


def sweep() -> None:
    """Look for it where Python would: among the oldest that so much has been made since."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
