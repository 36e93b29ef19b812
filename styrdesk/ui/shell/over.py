"""Windows over the main window that hold for the program, not for the file that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from styrdesk.ui.kit.dialogs import Dialogs

if TYPE_CHECKING:
    from styrdesk.ui.shell.preferences_window import Window


class Over:
    """Opens them.

    Args:
        window: What they ask, and `parent` what they lie over.
        dialogs: The dialogs door.
    """

    def __init__(self, window: Window, parent: QWidget, dialogs: Dialogs) -> None:
        self._window, self._parent, self._dialogs = window, parent, dialogs

    def about(self) -> None:
        """The version, what the program is, and whose work it holds."""
        from styrdesk.ui.shell.about import AboutWindow  # noqa: PLC0415  # only when asked for

        AboutWindow(self._parent).open()

    def preferences(self) -> None:
        """How the program looks and speaks here, and who sits here."""
        from styrdesk.ui.shell.preferences_window import PreferencesWindow  # noqa: PLC0415  # ditto

        PreferencesWindow(self._window, self._dialogs, self._parent).open()
