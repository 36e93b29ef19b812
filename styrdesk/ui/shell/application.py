"""Starts the window: the application, its look and language, the crash door, and the first page."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from styrdesk.base.clock import SystemClock
from styrdesk.base.i18n import language
from styrdesk.base.paths import data_folder
from styrdesk.services.settings import SettingsService
from styrdesk.ui.kit.dialogs import Dialogs, QtDialogs
from styrdesk.ui.kit.icons import icon
from styrdesk.ui.pieces import PIECES
from styrdesk.ui.shell.crash import CrashHook
from styrdesk.ui.shell.files import CreateServices, Files, OpenServices
from styrdesk.ui.shell.main_window import MainWindow
from styrdesk.ui.shell.sweeper import Sweeper


def application() -> QApplication:
    """The process's application, made when there is none."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    QApplication.setStyle("Fusion")  # what ours draws upon; the desktop's own is not loaded
    made = QApplication(["styrdesk"])
    made.setApplicationName("Styrdesk")
    made.setDesktopFileName("styrdesk")
    return made


def build(
    kept: SettingsService,
    dialogs: Dialogs,
    open_services: OpenServices,
    create_services: CreateServices,
) -> MainWindow:
    """The window, not yet shown."""
    files = Files(kept, dialogs, open_services, create_services)
    window = MainWindow(PIECES, kept, dialogs, files)
    window.preferences.speak(language())
    return window


def run(
    path: Path | None,
    kept: SettingsService,
    open_services: OpenServices,
    create_services: CreateServices,
) -> int:
    """Open the window on a file, or on the welcome page; returns when it is closed.

    Args:
        path: The file to open, None for the welcome page.
        kept: This machine's settings.
        open_services: Opens a file.
        create_services: Makes a file.
    """
    app, sweeper = application(), Sweeper()
    sweeper.start()
    app.setWindowIcon(icon("puzzle", "accent", filled=True))
    dialogs = QtDialogs(QApplication.activeWindow)
    window = build(kept, dialogs, open_services, create_services)
    before, sys.excepthook = (
        sys.excepthook,
        CrashHook(data_folder() / "log", dialogs, SystemClock()),
    )
    try:
        window.begin_when_seen(path)
        window.appear()
        return app.exec()
    finally:
        sys.excepthook = before
        window.deleteLater()
