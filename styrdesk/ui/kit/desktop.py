"""The one door to the desktop's other programs: opens a file in its own viewer."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


class Desktop(Protocol):
    """What may be asked of the desktop. Tests answer in its place."""

    def open_file(self, path: Path) -> bool:
        """Show a file in the program the desktop has for it. False where there is none."""
        ...


class QtDesktop:
    """The real desktop."""

    def open_file(self, path: Path) -> bool:
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
