"""How the program looks and speaks on this machine: language, colours, size, instructions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from styrdesk.base.i18n import N_, use_language
from styrdesk.services.settings import Settings, SettingsService
from styrdesk.ui.kit import theme
from styrdesk.ui.shell.qt_texts import QtTexts

_ORDINARY: Final = 100  # percent
SCHEMES: Final = (("light", N_("Light")), ("dark", N_("Dark")), ("system", N_("As the computer")))


class Preferences(QObject):
    """Changes the settings and puts them on at once.

    Args:
        kept: This machine's settings.
        may_rebuild: Saves what waits; False when the page that is on must be mended first.

    Attributes:
        rebuild_wanted: Words or sizes changed: all that is seen must be built anew.
    """

    rebuild_wanted = Signal()

    def __init__(
        self, kept: SettingsService, may_rebuild: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._kept, self._may_rebuild = kept, may_rebuild
        self._qt_texts = QtTexts(self)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.dress)

    @property
    def now(self) -> Settings:
        """What is chosen."""
        return self._kept.current

    def colour(self) -> None:
        """Put the colours and the size on: all that the window's frame needs."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.colour_in(app, self._scheme(), self.now.zoom / 100)

    def dress(self) -> None:
        """Put the colours, the size and the style on."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, self._scheme(), self.now.zoom / 100)

    def _scheme(self) -> theme.Scheme:
        if self.now.scheme in {"light", "dark"}:
            return "light" if self.now.scheme == "light" else "dark"
        return "system"

    def speak(self, code: str) -> None:
        """Let Qt's own words be of this language."""
        self._qt_texts.speak(code)

    def set_language(self, code: str) -> None:
        """Speak another language from now on."""
        if self._may_rebuild():
            self._kept.change(language=code)
            use_language(code)
            self.speak(code)
            self.rebuild_wanted.emit()

    def set_print_language(self, code: str) -> None:
        """Print the program's own words in another language from now on."""
        if self._may_rebuild():
            self._kept.change(print_language=code)
            self.rebuild_wanted.emit()

    def set_backup_place(self, folder: str) -> None:
        """Where backups are put as well; empty for nowhere."""
        self._kept.change(backup_place=folder)

    def set_scheme(self, scheme: str) -> None:
        """Light, dark, or as the computer."""
        self._kept.change(scheme=scheme)
        self.dress()

    def set_zoom(self, per_cent: int) -> None:
        """Another size of everything, 80 to 200 per cent."""
        if self._may_rebuild():
            self._kept.change(zoom=min(max(per_cent, 80), 200))
            self.dress()
            self.rebuild_wanted.emit()

    def larger(self) -> None:
        """The next size up."""
        self._step(1)

    def smaller(self) -> None:
        """The next size down."""
        self._step(-1)

    def ordinary(self) -> None:
        """The size it is drawn for."""
        self.set_zoom(_ORDINARY)

    def _step(self, step: int) -> None:
        sizes = [round(each * 100) for each in theme.ZOOM_STEPS]
        nearest = min(range(len(sizes)), key=lambda n: abs(sizes[n] - self.now.zoom))
        self.set_zoom(sizes[min(max(nearest + step, 0), len(sizes) - 1)])

    def set_instructions(self, shown: bool) -> None:  # noqa: FBT001  # Qt
        """Show or hide the instructions of the chapters."""
        if self._may_rebuild():
            self._kept.change(show_instructions=shown)
            self.rebuild_wanted.emit()
