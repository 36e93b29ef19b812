"""The line under a field: its help, or in the same place what is wrong; and what to think of."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from styrdesk.ui.kit.layout import box, hide_unless, row
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.text import ERROR, quiet, text
from styrdesk.ui.kit.theme import font, px
from styrdesk.ui.kit.tokens import S3

_SIGN = 28  # pixels at zoom 1 of the sign and the air around the words


class Foot(QWidget):
    """Help and errors in one place, so that nothing moves when the one gives way to the other.

    Args:
        help: Shown while nothing is wrong.
    """

    def __init__(self, help: str = "") -> None:  # the word for it
        super().__init__()
        self._help = quiet(help, wrap=True)
        self._kept = bool(help)
        self._errors: dict[str, str] = {}
        self._under: dict[str, QWidget | None] = {}
        policy = self._help.sizePolicy()
        policy.setRetainSizeWhenHidden(bool(help))
        self._help.setSizePolicy(policy)
        hide_unless(self._help, shown=bool(help))
        self._sign = StatusMark("bad", "", tinted=False)
        self._words = text("", "meta", ERROR, wrap=True)
        self._sign.setFixedSize(px(20), self._line())
        line = row(self._sign, (self._words, 1), gap=2)
        line.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        self._error = box(line)
        self._error.hide()
        self._thought = text("", "meta", wrap=True)
        sign = StatusMark("warn", "", tinted=False)
        sign.setFixedSize(px(20), self._line())
        below = row(sign, (self._thought, 1), gap=2)
        below.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        self._advice = box(below)
        self._advice.hide()
        place = QGridLayout(self)
        place.setContentsMargins(0, 0, 0, 0)
        place.setVerticalSpacing(0)
        place.addWidget(self._advice, 1, 0, Qt.AlignmentFlag.AlignTop)
        for shown in (self._help, self._error):
            place.addWidget(shown, 0, 0, Qt.AlignmentFlag.AlignTop)
        hide_unless(self, shown=bool(help))

    def _line(self) -> int:
        return QFontMetrics(font("meta")).lineSpacing() + px(1)

    def reserve(self) -> None:
        """Keep the room of a line, so that what is under it does not move when it speaks."""
        self._kept = True
        below = px(S3) if self._help.text() else 0  # words under words need air between them
        self.layout().setContentsMargins(0, 0, 0, below)  # type: ignore[union-attr]  # it has one
        self.setMinimumHeight(self._line() + below)
        self.setVisible(True)

    def tell(self, field: str, words: str, under: QWidget | None = None) -> None:
        """Say what is wrong with a field; empty takes it back. Several share a line.

        Args:
            field: Its name.
            words: What to write instead.
            under: The field itself, where others may stand beside it: it is told under that one.
        """
        if words:
            self._errors[field], self._under[field] = words, under
        else:
            self._errors.pop(field, None)
        self._words.setText(" ".join(dict.fromkeys(self._errors.values())))
        wrong = bool(self._errors)
        self._error.setVisible(wrong)
        self._help.setVisible(bool(self._help.text()) and not wrong)
        self._show()
        self._place()

    def advise(self, words: str) -> None:
        """Say what to think of, which stops nothing; empty takes it back."""
        if words != self._thought.text():
            self._thought.setText(words)
            self._advice.setVisible(bool(words))
            self._show()

    def advice(self) -> str:
        """What it says to think of, or empty."""
        return self._thought.text()

    def _show(self) -> None:
        self.setVisible(bool(self._errors) or self._kept or bool(self._thought.text()))

    def _place(self) -> None:
        """Under its field, where the words have room there on one line."""
        line, around = self._error.layout(), self.parentWidget()
        if line is None or around is None:
            return
        under = self._under[next(iter(self._errors))] if len(self._errors) == 1 else None
        at = under.mapTo(around, QPoint()).x() - self.x() if under is not None else 0
        words = QFontMetrics(font("meta")).horizontalAdvance(self._words.text()) + px(_SIGN)
        line.setContentsMargins(at if 0 < at <= self.width() - words else 0, 0, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
