"""A program of its own: starts Styrdesk as `python -m styrdesk FILE` does, and writes in a chapter.

Tells "saved" on its standard output when the window's head says that the words are saved, and
then lives on until it is killed. Use: `python tests/e2e/driver.py FILE CHAPTER WORDS`.
"""

from __future__ import annotations

import os
import sys
import traceback

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QTextEdit

from styrdesk.__main__ import main
from styrdesk.base.i18n import _
from styrdesk.ui.shell.application import application
from styrdesk.ui.shell.main_window import MainWindow
from tests.e2e.robots import CTRL, Secretary, until


def window() -> MainWindow | None:
    """The window, once it has the focus."""
    found = QApplication.activeWindow()
    return found if isinstance(found, MainWindow) else None


def write() -> None:
    """What the user does; what goes wrong is told and ends the program."""
    try:
        _write()
    except Exception:  # noqa: BLE001  # nobody is there to answer the program's own dialog
        traceback.print_exc()
        os._exit(1)


def _write() -> None:
    until(window, "the window")
    shown = window()
    assert shown is not None
    shown.showNormal()  # it is as large as the screen, and offscreen that is small
    shown.resize(1280, 800)
    secretary = Secretary(shown)
    secretary.tab(_("Planning process"))
    secretary.choose(_("Committee plan"))
    secretary.choose(sys.argv[2])
    secretary.click(next(secretary.seen(QTextEdit)))
    secretary.key(Qt.Key.Key_Home, CTRL)
    secretary.type(sys.argv[3])
    secretary.wait_saved()
    sys.stdout.write("saved\n")
    sys.stdout.flush()


if __name__ == "__main__":
    app = application()
    QTimer.singleShot(0, write)
    sys.exit(main([sys.argv[1]]))
