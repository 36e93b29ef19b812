"""One message in a place, with what can be done about it; folded to a line where room is short."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QPushButton, QWidget

from styrdesk.base.i18n import _
from styrdesk.ui.kit.buttons import tool
from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.layout import FlowLayout, box, col, hide_unless, row
from styrdesk.ui.kit.paint import STATUS, rrect
from styrdesk.ui.kit.text import text, tip
from styrdesk.ui.kit.theme import colours, px
from styrdesk.ui.kit.tokens import RADIUS

_WORDS: Final = 320  # pixels at zoom 1 that a banner's words keep beside its buttons
_SHARE: Final = 4  # banners take at most one part in so many of the height they share
_GAP: Final = 8


class Banner(QFrame):
    """One message in a place: what happened, what is safe, what to do. Never a floating toast.

    Args:
        kind: info, warn, bad, ok or locked.
        head: What happened.
        body: What is safe and what to do.
        actions: Buttons; they go under the words where the banner is narrow.

    Attributes:
        more: Opens a menu of the actions while the banner is folded.
    """

    def __init__(
        self, kind: str, head: str, body: str = "", actions: Sequence[QPushButton] = ()
    ) -> None:
        super().__init__()
        self._kind, self._actions, self._folded = kind, tuple(actions), False
        self._head = text(head, "strong", wrap=True)
        self._body = text(body, "dense", wrap=True)
        hide_unless(self._body, shown=bool(body))
        words = box(col(None, self._head, self._body, None, gap=2))
        self._ways = FlowLayout(*actions)
        self._buttons = box(self._ways)
        hide_unless(self._buttons, shown=bool(actions))
        self._menu = QMenu(self)
        self.more = tool("ellipsis", _("What can be done"), name="banner_more")
        self.more.clicked.connect(self._pop_up)
        self.more.hide()
        self._layout = row((words, 1), self._buttons, pad=(40, 10, 10, 10))
        self.setLayout(row((box(self._layout), 1), self.more, gap=0, pad=(0, 0, 4, 0)))

    def say(self, kind: str, head: str, body: str = "") -> None:
        """Change what it says, and show it."""
        self._kind = kind
        self._head.setText(head)
        self._body.setText(body)
        self._lay_out()
        self.setAccessibleName(f"{head} {body}".strip())
        self.show()
        self.update()

    def words(self) -> str:
        """What it says, for tests and screen readers."""
        return f"{self._head.text()} {self._body.text()}".strip()

    # ---- folding -----------------------------------------------------------------------------

    def unfolded(self, width: int) -> int:
        """Pixels it takes in height at a width, with all its words and buttons."""
        pad = self._layout.contentsMargins()
        inside = width - pad.left() - pad.right()
        beside = self._ways.sizeHint().width()
        under = width - beside < px(_WORDS)
        room = inside if under else inside - beside - self._layout.spacing()
        labels = [label for label in (self._head, self._body) if label.text()]
        words = sum(label.heightForWidth(room) for label in labels)
        ways = self._ways.heightForWidth(inside)
        both = words + self._layout.spacing() + ways if under else max(words, ways)
        return both + pad.top() + pad.bottom()

    def fold(self, *, on: bool) -> None:
        """Say the first line alone, with the buttons in a menu; or all of it again."""
        if on == self._folded:
            return
        self._folded = on
        inside = self._buttons.isAncestorOf(self.window().focusWidget())
        held = inside or self.more.hasFocus()
        self._lay_out()
        if held:  # else what one types next goes to whatever comes after
            shown = (act for act in self._actions if not act.isHidden())
            (self.more if on else next(shown, self)).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        said = f"{self._head.text()}\n{self._body.text()}" if self._folded else ""
        self._head.setToolTip(tip(said) if said else "")
        self._body.setVisible(bool(self._body.text()) and not self._folded)
        self._buttons.setVisible(bool(self._actions) and not self._folded)
        self.more.setVisible(self._folded and any(not act.isHidden() for act in self._actions))
        self.more.setAccessibleDescription(self.words())

    def _pop_up(self) -> None:
        self._menu.clear()
        for act in self._actions:
            if not act.isHidden():
                self._menu.addAction(act.text(), act.click).setEnabled(act.isEnabled())
        self._menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    # ---- looks -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = 0 if self._buttons.isHidden() else self._buttons.sizeHint().width()
        narrow = self.width() - beside < px(_WORDS)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._layout.direction() != way:
            self._layout.setDirection(way)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        name, ink, ground = STATUS[self._kind]
        rrect(painter, self.rect(), px(RADIUS), colours().ink(ground))
        draw_icon(painter, name, self.sign_place(), colours().ink(ink), width=2.2)

    def sign_place(self) -> QRectF:
        """Where its symbol stands: beside the first line of its words."""
        top = self._head.mapTo(self, QPoint()).y()
        lead = (self._head.fontMetrics().height() - px(18)) / 2
        return QRectF(px(12), top + lead, px(18), px(18))


class UnderBanners(QWidget):
    """Work with banners over it, which fold where they would take too much of its height.

    Args:
        top: Stands over the banners.
        banners: Each is hidden while it has nothing to say.
        work: Takes what is left.
    """

    def __init__(self, top: QWidget, banners: Sequence[Banner], work: QWidget) -> None:
        super().__init__()
        self._banners = tuple(banners)
        self._over = box(col(*banners, gap=_GAP, pad=(24, 12, 24, 0)))
        self.setLayout(col(top, self._over, (work, 1), gap=0))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)

    def fit(self) -> None:
        """Make room for the banners that have something to say, or for all they say."""
        said = [banner for banner in self._banners if not banner.isHidden()]
        self._over.setVisible(bool(said))
        width = self.width() - 2 * px(24)
        tall = sum(banner.unfolded(width) + px(_GAP) for banner in said)
        for banner in self._banners:
            banner.fold(on=tall * _SHARE > self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
