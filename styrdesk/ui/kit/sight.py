"""What one is led to is seen: Qt scrolls for Tab alone, not for a focus that the program gives."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import S4


def bring_into_sight(widget: QWidget) -> None:
    """Scroll every area that a widget stands in so far that it is seen."""
    # What was shown or hidden in the same moment has its place only once that is laid out.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 0, px(S4))
        around = around.parentWidget()


def lead_to(widget: QWidget) -> None:
    """Give a widget the focus, in sight."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    bring_into_sight(widget)
