"""A drop-down that is spoken by its name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget


class DropDown(QComboBox):
    """On Linux Qt tells a screen reader what is chosen as its name, and the name by a label alone.

    The label is never seen; a field, whose label is, takes its place.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spoken = QLabel(self)
        self._spoken.setTextFormat(Qt.TextFormat.PlainText)
        self._spoken.hide()
        self._spoken.setBuddy(self)

    def take_label(self, label: QLabel) -> None:
        """Be called by a label that is seen."""
        self._spoken.setBuddy(None)  # type: ignore[arg-type]  # else it is said twice
        label.setBuddy(self)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._spoken.setText(name.replace("&", "&&"))
