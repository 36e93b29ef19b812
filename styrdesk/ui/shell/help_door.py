"""The one help window beside the window: opened by F1, it follows from page to page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:  # the window is painted before its help can be asked for
    from styrdesk.ui.shell.help_window import HelpWindow


class HelpDoor:
    """Opens, turns and closes the help.

    Attributes:
        shown: The help window that was opened last; it may be closed.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.shown: HelpWindow | None = None

    def show(self, *names: str) -> None:
        """Show the text of the first of these names that has one."""
        from styrdesk.ui.shell.help_window import HelpWindow

        if self.shown is None or not self.shown.isVisible():
            if self.shown is not None:
                self.shown.deleteLater()
            self.shown = HelpWindow(self._window)
            self.shown.show()
        self.shown.show_text(*names)

    def follow(self, *names: str) -> None:
        """Another page is shown: turn to its text, if the help is open."""
        if self.shown is not None and self.shown.isVisible():
            self.shown.show_text(*names)

    def close(self) -> None:
        """Close the help, if it is open."""
        if self.shown is not None:
            self.shown.close()
