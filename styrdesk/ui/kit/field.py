"""A field: label above, the input, and its foot: help, or an error in the help's place."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken
from styrdesk.ui.kit.drop_down import DropDown
from styrdesk.ui.kit.foot import Foot
from styrdesk.ui.kit.layout import box, col, hide_unless, row
from styrdesk.ui.kit.personal_advice import advice
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px

T = TypeVar("T")
_NO_VISIT = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})


class Field(QWidget, Generic[T]):
    """What every field of a form can do.

    Args:
        label: Shown above and spoken, translated.
        name: Object name; the record's own name of the field.
        required: Says "required" after the label and refuses emptiness.
        help: One line under the field.
        width: Pixels at zoom 1 (see `tokens.W_…`), 0 for as wide as there is room.

    Attributes:
        changed: The user changed it, at every keystroke.
        committed: The focus left it, or a choice was made.
        entered: The focus came in: a new visit begins.
    """

    changed = Signal()
    committed = Signal()
    entered = Signal()

    def __init__(
        self,
        label: str,
        *,
        name: str = "",
        required: bool = False,
        help: str = "",  # the word for it
        width: int = 0,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.label, self.required, self._help_words = label, required, help
        self._label = text(label, "dense_strong")
        self._need = quiet(_("required"), "dense")
        hide_unless(self._need, shown=required)
        self.foot = self._told = Foot(help)
        self._width = width
        self._shown_error, self._locked = "", False

    def build(self, editor: QWidget) -> None:
        """Put the input in its place. Called once by the subclass."""
        self._input = editor
        editor.setAccessibleName(self.label)
        self._describe("")
        editor.setObjectName(f"{self.objectName()}_input" if self.objectName() else "")
        editor.installEventFilter(self)
        self.setFocusProxy(editor)
        if isinstance(editor, DropDown):
            editor.take_label(self._label)
        else:
            self._label.setBuddy(editor)
        head = row(self._label, self._need, None, gap=6)
        if self._width:
            editor.setMaximumWidth(px(self._width))
            editor.setMinimumWidth(min(px(self._width), px(160)))
            place = box(row((editor, 1), None, gap=0))
            place.layout().setStretch(1, 0)  # type: ignore[union-attr]  # it was just made
        else:
            place = editor
        self.setLayout(col(head, place, self.foot, gap=4))
        self.changed.connect(self._look)

    def share(self, foot: Foot) -> None:
        """Tell what is wrong in a foot that others beside it tell in too."""
        self._told = foot

    @property
    def editor(self) -> QWidget:
        """The input itself."""
        return self._input

    def value(self) -> T:
        """What stands there.

        Raises:
            RuleBroken: It cannot be read; the message says what to write.
        """
        raise NotImplementedError

    def set_value(self, value: T) -> None:
        """Show a value. No signal is sent and no error is left."""
        raise NotImplementedError

    def is_empty(self) -> bool:
        """Whether nothing is written or chosen."""
        return False

    def words(self) -> str:
        """What stands there as it is typed, whether or not it can be read."""
        if isinstance(self._input, QLineEdit):
            return self._input.text()
        if isinstance(self._input, QPlainTextEdit | QTextEdit):
            return self._input.toPlainText()
        return ""

    def check(self) -> bool:
        """Check what stands there, and show or clear the error."""
        problem = ""
        try:
            self.value()
        except RuleBroken as broken:
            problem = broken.message
        if not problem and self.required and self.is_empty():
            problem = _("Fill in {field}.").format(field=self.label.lower())
        self.set_error(problem)
        return not problem

    def set_error(self, words: str) -> None:
        """Show what is wrong and what to write instead; empty clears it."""
        self._shown_error = words
        self._told.tell(self.objectName() or self.label, words, self)
        self._describe(words)
        self._input.setProperty("bad", bool(words))
        self._input.update()
        self._look()

    def _look(self) -> None:
        self.foot.advise(advice([self.words()]))

    def say_full(self) -> None:
        """Say that what came last did not fit; it stands until the field is left."""
        words = _("No more fits here. The end of what you wrote or pasted was left out.")
        self._told.tell(f"{self.objectName() or self.label} full", words, self)
        self._describe(words)

    def _describe(self, words: str) -> None:
        """Speak of it: that it is required, and what is wrong or else its help."""
        need = _("required") if self.required and not self._locked else ""
        said = ". ".join(part for part in (need, words or self._help_words) if part)
        self._input.setAccessibleDescription(said)

    def error(self) -> str:
        """The error shown, or empty."""
        return self._shown_error

    def set_read_only(self, *, on: bool) -> None:
        """Show without letting it be changed: then nothing is asked for either."""
        self._locked = on
        self._need.setVisible(self.required and not on)
        self._describe(self._shown_error)
        self._lock_input(on=on)

    def _lock_input(self, *, on: bool) -> None:
        self._input.setEnabled(not on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt also sends a focus event while a window is taken apart, when Python's half of the
        # field is gone already: then there is nothing to do, not even to call the base class.
        if isinstance(event, QFocusEvent) and "_input" in self.__dict__:
            if event.gotFocus() and event.reason() not in _NO_VISIT:
                self.entered.emit()
            elif event.lostFocus() and event.reason() != Qt.FocusReason.PopupFocusReason:
                self.left()
        return False

    def left(self) -> None:
        """The focus left: check, tidy up, tell."""
        self._told.tell(f"{self.objectName() or self.label} full", "")
        self.check()
        self.committed.emit()
