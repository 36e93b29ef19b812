"""Someone who works in the program without knowing it: she has only what is seen and read out."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget

from styrdesk.ui.kit.field import Field
from tests.e2e.robots import Secretary, plain


class Newcomer(Secretary):
    """Knows nothing but what is read: the words on a thing, or those it is read out with."""

    def _names(self, widget: QWidget) -> tuple[str, ...]:
        if isinstance(widget, Field):
            return (plain(widget.label),)
        reader = QAccessible.queryAccessibleInterface(widget)
        return (plain(reader.text(QAccessible.Text.Name)),)

    def press(self, name: str) -> None:
        """Press a button; of several that say the same, the last one seen."""
        *_others, last = (one for one in self.seen(QAbstractButton) if name in self._names(one))
        self.click(last)
