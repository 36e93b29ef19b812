"""Qt's own words (Cancel in a file dialog, Cut in a field's menu) in the language shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

_LOCALES = {"sv": "sv_SE", "en": "en_GB"}


class QtTexts(QObject):
    """Holds the translator that is on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._translator: QTranslator | None = None

    def speak(self, code: str) -> None:
        """Let Qt speak a language; English is what it speaks with no translator."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        QLocale.setDefault(QLocale(_LOCALES.get(code, "sv_SE")))
        made = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if code != "en" and made.load(f"qtbase_{code}", folder):
            QCoreApplication.installTranslator(made)
            self._translator = made
