"""One point of a list that is filled in: what is asked, its answer, and who gave it when."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain import checklist_form as form
from styrdesk.domain.checklist import ChecklistAnswer, ChecklistItem, ItemKind
from styrdesk.ui.kit.buttons import become, button, link
from styrdesk.ui.kit.file_acts import files_in
from styrdesk.ui.kit.layout import Beside, FlowLayout, box, col, hide_unless, row
from styrdesk.ui.kit.paint import ring, rrect
from styrdesk.ui.kit.personal_advice import PersonalAdvice
from styrdesk.ui.kit.text import ERROR, PLAIN, quiet, text
from styrdesk.ui.kit.theme import colours, px
from styrdesk.ui.kit.tokens import W_MEDIUM, W_NUM, W_SHORT
from styrdesk.ui.pieces.quality.checklists.evidence import Evidence
from styrdesk.ui.pieces.quality.checklists.given import Given
from styrdesk.ui.pieces.quality.checklists.sign import Sign
from styrdesk.ui.pieces.quality.checklists.ways import Ways

_NARROW: Final = 560  # pixels at zoom 1 under which the answer stands under what is asked
_AROUND: Final = 100  # pixels at zoom 1 of numeral, symbol and air beside them
PAUSE: Final = 300  # milliseconds after a key before words are saved
_KEYS: Final = {
    Qt.Key.Key_J: form.YES,
    Qt.Key.Key_Y: form.YES,
    Qt.Key.Key_N: form.NO,
    Qt.Key.Key_E: form.NOT_APPLICABLE,
}
_CLEAR: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_NO_VISIT: Final = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_ON: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDTHS: Final = {ItemKind.NUMBER: W_NUM, ItemKind.DATE: W_SHORT, ItemKind.TEXT: W_MEDIUM}


class Point(QFrame):
    """A point. It is the stop of the Tab key where one answers by a key, its line where one types.

    Args:
        number: Its number among the points, as it is read.
        place: Its place in the form, from 1.
        item: What it asks.

    Attributes:
        answered: An answer was given (Given).
        commented: A comment was written (Given).
        came: The focus came to it: its place.
        step: The arrow keys leave it: -1 or 1.
        dropped: Files of this computer were dropped on it: their paths.
    """

    answered = Signal(object)
    commented = Signal(object)
    came = Signal(int)
    step = Signal(int)
    dropped = Signal(object)

    def __init__(self, number: int, place: int, item: ChecklistItem) -> None:
        super().__init__()
        self.place, self.item = place, item
        self.setObjectName(f"point_{place}")
        self._answer: ChecklistAnswer | None = None
        self._locked, self._current, self._visit = False, False, ""
        self.line: QLineEdit | None = None
        self.choices: dict[str, QPushButton] = self._choices()
        self.sign = Sign()
        self._title = text(item.title, "body", wrap=True)
        asked = " · ".join(part for part in (form.limits(item), item.help) if part)
        self._help = quiet(asked, "dense", wrap=True)
        hide_unless(self._help, shown=bool(asked))
        self.said, self.stamp = text("", "dense_strong"), quiet("")
        self.wrong = text("", "dense", ERROR, wrap=True)
        self.comment = QLineEdit()
        self.comment.setObjectName(f"comment_{place}")
        self.comment.setAccessibleName(_("Comment on {item}").format(item=item.title))
        self.comment.setPlaceholderText(_("Write a comment"))
        self.noted = quiet("", "dense", wrap=True)  # the comment, where it is not written
        self.add_comment = link(_("Comment"), "message-square", name=f"add_comment_{place}")
        self.add_comment.clicked.connect(self.write_comment)
        self.evidence = Evidence(place, item.title)
        self.ways = Ways(place)
        self._soon, self._later = QTimer(self), QTimer(self)
        for timer, what in ((self._soon, self._save_line), (self._later, self._save_comment)):
            timer.setSingleShot(True)
            timer.setInterval(PAUSE)
            timer.timeout.connect(what)
        self._lay_out(number)
        self._bind()
        self.show_answer(None, "", locked=False)

    # ---- building ----------------------------------------------------------------------------

    def _choices(self) -> dict[str, QPushButton]:
        """The buttons of an item that is answered by a press, by the answer."""
        if self.item.kind is ItemKind.YES_NO:
            offered = {form.YES: _("Yes"), form.NO: _("No")}
        elif self.item.kind is ItemKind.CHOICE:
            offered = {option: option for option in form.options(self.item)}
        else:
            offered = {}
        if self.item.kind is ItemKind.YES_NO or not self.item.obligatory:
            offered[form.NOT_APPLICABLE] = _("Not applicable")
        made: dict[str, QPushButton] = {}
        for value, words in offered.items():
            press = button(words, name=f"answer_{self.place}_{value}")
            press.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the point itself takes the keys
            press.clicked.connect(lambda _on=False, value=value: self._press(value))
            made[value] = press
        return made

    def _lay_out(self, number: int) -> None:
        numeral = quiet(str(number), "dense")
        numeral.setFixedWidth(px(24))
        numeral.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._inputs: list[QWidget] = list(self.choices.values())
        if self.item.kind in _WIDTHS:
            self.line = QLineEdit()
            self.line.setObjectName(f"line_{self.place}")
            self.line.setAccessibleName(self.item.title)
            self.line.setFixedWidth(px(_WIDTHS[self.item.kind]))
            measure = [text(self.item.measure, "dense")] if self.item.measure else []
            self._inputs = [self.line, *measure, *self._inputs]
            self.setFocusProxy(self.line)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._controls = box(FlowLayout(*self._inputs))
        self._told = box(col(self.said, self.stamp, gap=0))
        words = box(col(self._title, self._help, gap=2))
        line = Beside(words, self._controls, self._told, narrow=_NARROW)
        head = row(numeral, self.sign, (line, 1), gap=12)
        for widget in (numeral, self.sign):
            head.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        further = (self.ways.case, self.ways.activity)
        self._under = box(FlowLayout(self.add_comment, self.evidence.add, *further, gap=16))
        self.advice = PersonalAdvice(self.comment, self.line)
        said = (self.wrong, self.noted, self.comment, self.advice, self.evidence, self._under)
        below = col(*said, gap=4, pad=(72, 0, 0, 0))
        self.setLayout(col(head, below, gap=4, pad=(12, 12, 16, 10)))

    def _bind(self) -> None:
        self.comment.textEdited.connect(self._later.start)
        self.comment.installEventFilter(self)
        if self.line is not None:
            self.line.textEdited.connect(self._soon.start)
            self.line.installEventFilter(self)

    # ---- showing -----------------------------------------------------------------------------

    def show_answer(self, answer: ChecklistAnswer | None, stamp: str, *, locked: bool) -> None:
        """Show the answer as it is in the file; what is being typed stays.

        Args:
            answer: None where there is none.
            stamp: Who gave it and when, in words.
            locked: The list is signed.
        """
        self._answer, self._locked = answer, locked
        value = answer.value if answer else ""
        failed = answer is not None and answer.failed
        words = form.said(self.item, value)
        why = form.why(self.item, value) if failed and self.item.kind is ItemKind.NUMBER else ""
        self.said.setText(" · ".join(part for part in (words, why) if part))
        self.stamp.setText(stamp)
        if self.line is not None and not self._soon.isActive() and not self.wrong.text():
            shown = _as_typed(self.item, value)
            if self.line.text() != shown and not self.line.hasFocus():
                self.line.setText(shown)
        comment = answer.comment if answer else ""
        if not self._later.isActive() and not self.comment.hasFocus():
            self.comment.setText(comment)
        for option, press in self.choices.items():
            become(press, "primary" if option == value else "plain")
            press.setEnabled(not locked)
        for field in (self.comment, self.line):
            if field is not None:
                field.setReadOnly(locked)
        self.setAcceptDrops(not locked)
        self._show_state()

    def _show_state(self) -> None:
        value = self._answer.value if self._answer else ""
        failed = self._answer is not None and self._answer.failed
        na = value == form.NOT_APPLICABLE
        done = "bad" if failed else "draft" if na else "ok"
        open_ = self._current and not self._locked
        self.sign.show_kind(done if value else "doing" if open_ and self.isEnabled() else "empty")
        self._controls.setVisible(open_)
        self._told.setVisible(bool(value) and not (open_ and self.width() < px(720)))
        self.said.setForegroundRole(ERROR if failed else PLAIN)
        said = self.comment.text()
        self.comment.setVisible((open_ and bool(said)) or self.comment.hasFocus())
        self.noted.setText(said)
        self.noted.setVisible(bool(said) and self.comment.isHidden())
        offers = (
            (self.add_comment, open_ and self.comment.isHidden()),
            (self.evidence.add, open_),
            *self.ways.offers(),
        )
        for made, shown in offers:
            made.setVisible(shown)
        self._under.setVisible(any(shown for _made, shown in offers))
        self.wrong.setVisible(bool(self.wrong.text()))
        self.setAccessibleName(self.words())
        self.setAccessibleDescription(self._help.text())
        self.update()

    def show_ways(self, case: str, activity: str, *, may_make: bool) -> None:
        """Lead to what was made of it, or offer to make it of a failure; see `Ways.show`."""
        failed = self._answer is not None and self._answer.failed
        self.ways.show(case, activity, offered=may_make and failed)
        self._show_state()

    def words(self) -> str:
        """The point as it is spoken: what is asked, and its answer."""
        said = self.said.text() or _("not answered")
        return ": ".join((self.item.title, said))

    def set_current(self, *, on: bool) -> None:
        """Open it for an answer, or fold it."""
        if on != self._current:
            self._current = on
            self._show_state()

    def show_wrong(self, words: str) -> None:
        """Say why an answer cannot be kept; empty takes it away."""
        self.wrong.setText(words)
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        under = self.width() < px(_NARROW + _AROUND)
        side = Qt.AlignmentFlag.AlignLeft if under else Qt.AlignmentFlag.AlignRight
        for label in (self.said, self.stamp):
            label.setAlignment(side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), colours()
        inside = self.rect().adjusted(px(4), 1, -px(4), -1)
        if self._current and not self._locked and self.isEnabled():
            rrect(painter, inside, fill=now.tint)
        if self.hasFocus() and self.line is None:
            ring(painter, QRectF(inside))

    # ---- answering ---------------------------------------------------------------------------

    def _give(self, words: str, *, visit: str = "", go_on: bool = False) -> None:
        if not self._locked:
            self.wrong.setText("")
            self.answered.emit(Given(self.place, words, visit, go_on))

    def _press(self, value: str) -> None:
        """A press on the answer that is given takes it away."""
        before = self._answer.value if self._answer else ""
        self._give("" if value == before else value, go_on=value != before)

    def _save_line(self) -> None:
        self._send_line(go_on=False)

    def _send_line(self, *, go_on: bool) -> None:
        self._soon.stop()
        self._visit = self._visit or new_id()
        if self.line is not None:
            self._give(self.line.text(), visit=self._visit, go_on=go_on)

    def _save_comment(self) -> None:
        self._later.stop()
        self._visit = self._visit or new_id()
        self.commented.emit(Given(self.place, self.comment.text(), self._visit))

    def flush(self) -> None:
        """Save at once what waits."""
        if self._soon.isActive():
            self._save_line()
        if self._later.isActive():
            self._save_comment()

    def take_back(self) -> None:
        """Take back words that cannot be kept."""
        if self.line is not None:
            self.line.setText(_as_typed(self.item, self._answer.value if self._answer else ""))
        self.show_wrong("")

    def write_comment(self) -> None:
        """Open the line for a comment, and stand in it."""
        if not self._locked:
            self.comment.show()
            self.comment.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ---- keys --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and key in _KEYS and str(_KEYS[Qt.Key(key)]) in self.choices:
            self._give(_KEYS[Qt.Key(key)], go_on=True)
        elif plain and key in _CLEAR and self._answer is not None and self._answer.value:
            self._give("")
        elif plain and self._option(event):
            self._give(self._option(event), go_on=True)
        elif plain and key == Qt.Key.Key_K:
            self.write_comment()
        elif plain and key == Qt.Key.Key_F and not self._locked:
            self.evidence.add.click()
        elif plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down, *_ON):
            self.step.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _option(self, event: QKeyEvent) -> str:
        """Which of the choices a digit means; empty for none."""
        digit, options = event.text(), list(self.choices)
        counts = self.item.kind is ItemKind.CHOICE and digit.isdecimal()
        return options[int(digit) - 1] if counts and 0 < int(digit) <= len(options) else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._typed(watched, event)
        if isinstance(event, QFocusEvent) and "comment" in self.__dict__:
            if event.gotFocus():
                self._visit = self._visit if event.reason() in _NO_VISIT else ""
                self.came.emit(self.place)
            else:
                self.flush()
                QTimer.singleShot(0, self, self._show_state)
        return False

    def _typed(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _ON:
            if watched is self.line and not self._locked:
                self._send_line(go_on=True)
            else:
                self.flush()
                self.step.emit(1)
            return True
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.flush()
            self.step.emit(-1 if key == Qt.Key.Key_Up else 1)
            return True
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.came.emit(self.place)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(files_in(event.mimeData()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.came.emit(self.place)
        super().mousePressEvent(event)


def _as_typed(item: ChecklistItem, value: str) -> str:
    if value == form.NOT_APPLICABLE:
        return ""
    return form.typed_number(value) if value and item.kind is ItemKind.NUMBER else value
