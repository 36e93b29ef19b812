"""What the search field in the window's head finds, in a panel under it.

What was looked for is remembered nowhere: it may be somebody's name.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from styrdesk.base.i18n import _
from styrdesk.domain.catalogue import RECORDS
from styrdesk.services.search import Found, Hit
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.header import Search
from styrdesk.ui.kit.helped import helped
from styrdesk.ui.kit.layout import Rule, col, row
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.theme import px
from styrdesk.ui.shell.hit_rows import HitRows
from styrdesk.ui.shell.search_places import SearchPlaces
from styrdesk.ui.shell.session import Session

_PAUSE: Final = 120  # milliseconds after a key before it is looked for
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_WIDE: Final = 640


class SearchPanel(Card):
    """Lies over the page while there is something in the field, and one is in it or in the hits.

    Args:
        field: The search field.
        session: The open file.
        places: Where hits lead.

    Attributes:
        chosen: A hit to be shown (a Hit).
    """

    chosen = Signal(object)

    def __init__(
        self, field: Search, session: Session, places: SearchPlaces, parent: QWidget
    ) -> None:
        super().__init__()
        self.setParent(parent)
        self.hide()
        self.setObjectName("search_panel")
        for part in (self, field):
            helped(part, "search")
        self.field, self._session = field, session
        self._tables = places.tables()
        self._before: QWidget | None = None
        self.rows = HitRows()
        self.told = quiet("", "dense")
        foot = row((self.told, 1), pad=(16, 8, 16, 10))
        self.setLayout(col((self.rows, 1), Rule(), foot, gap=0, pad=(1, 6, 1, 1)))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE)
        self._typing.timeout.connect(self.look)
        field.textChanged.connect(self._typed)
        field.left.connect(self._to_hits)
        field.installEventFilter(self)
        self.rows.left.connect(self._to_field)
        self.rows.chosen.connect(self._go)
        session.operations.subscribe(self, RECORDS, self.look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    # ---- looking -----------------------------------------------------------------------------

    def begin(self) -> None:
        """Ctrl+K: go to the field, with what stands there chosen."""
        here = QApplication.focusWidget()
        if here is not None and here is not self.field and not self.isAncestorOf(here):
            self._before = here
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _typed(self, text: str) -> None:
        if text.strip():
            self._typing.start()
        else:
            self._typing.stop()
            self.hide()

    def look(self) -> None:
        """Look for what stands in the field, and show what is found."""
        self._typing.stop()
        text = self.field.text()
        if not text.strip():
            self.hide()
            return
        found = self._session.operations.run(
            lambda: self._session.services.search.find(text, tables=self._tables)
        )
        self._show(found or Found())

    def _show(self, found: Found) -> None:
        self.rows.show_found(found)
        self.rows.setVisible(bool(found.hits))
        words = found.told()
        if not found.hits:
            words += " " + _("Try fewer words, or the beginning of one.")
        self.told.setText(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        """Under the field, as tall as what was found where there is room."""
        over = self.parentWidget()
        if over is None:
            return
        under = self.field.mapTo(over, QPoint(0, self.field.height() + px(4)))
        wide = min(max(px(_WIDE), self.field.width()), over.width() - px(16))
        left = max(px(8), min(under.x(), over.width() - wide - px(8)))
        foot = self.told.sizeHint().height() + px(28)
        tall = foot + (self.rows.room() + px(8) if self.rows.count() else 0)
        self.setGeometry(left, under.y(), wide, min(tall, over.height() - under.y() - px(16)))

    # ---- going -------------------------------------------------------------------------------

    def _to_hits(self) -> None:
        """Down in the field, or Enter before anything is found."""
        if self._typing.isActive() or not self.isVisible():
            self.look()
        if self.rows.count():
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_field(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, hit: Hit) -> None:
        self.hide()
        self.chosen.emit(hit)

    def _give_up(self) -> None:
        """Esc in an empty field: back to where one was."""
        self.hide()
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.field and event.type() == QEvent.Type.KeyPress
        key = event.key() if pressed and isinstance(event, QKeyEvent) else None
        seen = self.isVisible() and not self._typing.isActive()
        if key == Qt.Key.Key_Escape and not self.field.text():
            self._give_up()
            return True
        if key in _ENTER and seen and self.rows.count():  # the hit that is marked, if it is seen
            self.rows.open_current()
            return True
        return super().eventFilter(watched, event)

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not isValid(self):  # another program has come forward
            return
        if now is self.field:
            if old is not None and not self.isAncestorOf(old) and old.window() is self.window():
                self._before = old
            if self.field.text().strip() and not self.isVisible():
                self.look()
        elif not self.isAncestorOf(now):
            self.hide()
