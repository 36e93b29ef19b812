"""The panel a register's form stands in: title, the form, and a way back to its row."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.ui.kit.buttons import link, tool
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.layout import box, col, row, scroller
from styrdesk.ui.kit.record_form import RecordForm
from styrdesk.ui.kit.tab_order import tab_stops
from styrdesk.ui.kit.text import text
from styrdesk.ui.kit.theme import px


class FormPanel(Card):
    """Shows one record's form at a time.

    Attributes:
        closed: The user wants back to the list (Esc, the cross, Back).
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.key = ""
        self.form: RecordForm | None = None
        self._warned = False
        self._title = text("", "h2")
        self._back = link(_("Back"), "arrow-left", name="back")
        self._cross = tool("x", _("Close the form"), keys="Esc", name="close_form")
        self.history = link(_("History"), "history", name="form_history")
        head = row((self._title, 1), self._cross, gap=8, pad=(24, 12, 12, 4))
        back = row(self._back, None, pad=(24, 8, 0, 0))
        foot = row(None, self.history, pad=(24, 4, 24, 4))
        self._lay = col(back, head, foot, gap=0, pad=(1, 1, 1, 8))
        self.setLayout(self._lay)
        self._scroll: QWidget | None = None
        self._back.clicked.connect(self.closed)
        self._cross.clicked.connect(self.closed)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)
        self.set_over(on=False)

    def set_over(self, *, on: bool) -> None:
        """Over the list (with Back) or beside it (with a cross)."""
        self._back.setVisible(on)
        self._cross.setVisible(not on)

    def show_form(self, key: str, form: RecordForm) -> None:
        """Take another record's form in."""
        self.clear()
        self.key, self.form = key, form
        form.renamed.connect(self.show_title)
        inner = box(col(form, None, pad=(24, 12, 24, 16)))
        self._scroll = scroller(inner, QPalette.ColorRole.Base)
        self._lay.insertWidget(2, self._scroll, 1)
        self._history_comes_last(self._scroll)
        self.show_title()

    def _history_comes_last(self, inside: QWidget) -> None:
        """Tab goes through the form first: the foot was made before it."""
        for last in tab_stops(inside)[-1:]:
            QWidget.setTabOrder(last, self.history)

    def show_title(self) -> None:
        """Say which record it is."""
        words = self.form.title() if self.form is not None else ""
        self._title.setText(words)
        self.setAccessibleName(words)

    def leave(self) -> bool:
        """Save, and say whether the form may go.

        The first time it holds an error it may not, and the focus goes to the field. The second
        time what was typed there is given up. What waits for the file is never given up here.
        """
        if self.form is None or self.form.flush():
            return True
        if self._warned and not self.form.waits():
            return True
        self._warned = True
        self.form.focus_first()
        return False

    def clear(self) -> None:
        """Empty the panel."""
        if self._scroll is not None:
            self._scroll.hide()
            self._scroll.setParent(None)
            self._scroll.deleteLater()
        self._scroll, self.form, self.key, self._warned = None, None, "", False

    def minimum(self) -> int:
        """The least width a form is read in."""
        return px(320)
