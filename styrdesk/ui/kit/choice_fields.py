"""Fields where one chooses: one of several, yes or no."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSizePolicy

from styrdesk.base.i18n import _
from styrdesk.ui.kit.chooser import Chooser
from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.layout import box, row
from styrdesk.ui.kit.theme import font, px
from styrdesk.ui.kit.tokens import W_SHORT

_LEAST, _MOST = 160, 240  # pixels at zoom 1 that a choice is wide for its words

K = TypeVar("K", bound=Hashable)
E = TypeVar("E", bound=StrEnum)


def kinds(labels: Mapping[E, str]) -> list[tuple[E, str]]:
    """An enumeration with its words, to choose among.

    Args:
        labels: Words marked by `N_`.
    """
    return [(kind, _(words)) for kind, words in labels.items()]


class Combo(Chooser):
    """A drop-down that the wheel only changes when it has the focus; long ones take typing."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, e: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(e)
        else:
            e.ignore()


class ChoiceField(Field[K | None], Generic[K]):
    """One of several.

    Args:
        choices: (value, words) in order.
        none: Words for "nothing chosen"; empty where something must be.
    """

    def __init__(
        self,
        label: str,
        choices: Iterable[tuple[K, str]],
        *,
        name: str = "",
        required: bool = False,
        help: str = "",
        width: int = W_SHORT,
        none: str = "",
    ) -> None:
        super().__init__(label, name=name, required=required, help=help, width=width)
        self.combo = Combo()
        self._none = none
        self._values: list[K | None] = []
        self.build(self.combo)
        self.set_choices(choices)
        self.combo.activated.connect(self._chosen)

    def set_choices(self, choices: Iterable[tuple[K, str]]) -> None:
        """Offer other choices; what was chosen stays when it still stands there."""
        before = self.value() if self._values else None
        rows: list[tuple[K | None, str]] = [(None, self._none)] if self._none else []
        rows += list(choices)
        self._values = [value for value, _words in rows]
        self.combo.offer([words for _value, words in rows])
        self._make_room()
        self.combo.setCurrentIndex(self._values.index(before) if before in self._values else -1)
        if before is None and self._none:
            self.combo.setCurrentIndex(0)

    def _make_room(self) -> None:
        """As wide as its words ask for, within reason: a choice that is cut cannot be told."""
        if not self._width:
            return
        metrics = QFontMetrics(font("body"))
        words = (self.combo.itemText(n) for n in range(self.combo.count()))
        wish = max(map(metrics.horizontalAdvance, words), default=0) + px(48)
        room = min(max(wish, px(_LEAST)), px(_MOST))
        self.combo.setMinimumWidth(max(self.combo.minimumWidth(), room))
        self.combo.setMaximumWidth(max(self.combo.maximumWidth(), room))

    def _chosen(self) -> None:
        self.set_error("")
        self.changed.emit()
        self.committed.emit()

    def value(self) -> K | None:
        index = self.combo.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def set_value(self, value: K | None) -> None:
        self.combo.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        self.set_error("")

    def is_empty(self) -> bool:
        return self.value() is None


class _Words(QLabel):
    """The words of a check box; unlike its own they wrap. A press on them ticks."""

    def __init__(self, words: str, check: QCheckBox) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        self.setWordWrap(True)
        self._check = check

    def mousePressEvent(self, ev: QMouseEvent) -> None:
        if self._check.isEnabled():
            self._check.setFocus(Qt.FocusReason.MouseFocusReason)
            self._check.click()


class CheckField(Field[bool]):
    """Yes or no. The label stands after the box."""

    def __init__(self, label: str, *, name: str = "", help: str = "") -> None:
        super().__init__(label, name=name, help=help)
        self.check_box = QCheckBox()
        self.check_box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.build(self.check_box)
        self._label.hide()
        lay = self.layout()
        words = _Words(label, self.check_box)
        line = row(self.check_box, (words, 1), gap=8)
        line.setAlignment(self.check_box, Qt.AlignmentFlag.AlignTop)
        line.setAlignment(words, Qt.AlignmentFlag.AlignTop)
        line.setContentsMargins(0, px(5), 0, px(5))
        place = box(line)
        if lay is not None:
            lay.removeWidget(self.check_box)
            lay.addWidget(place)
            lay.removeWidget(self.foot)
            lay.addWidget(self.foot)
        self.check_box.clicked.connect(self._ticked)

    def _ticked(self) -> None:
        self.changed.emit()
        self.committed.emit()

    def value(self) -> bool:
        return self.check_box.isChecked()

    def set_value(self, value: bool) -> None:  # noqa: FBT001  # the value is a truth
        self.check_box.setChecked(value)
        self.set_error("")
