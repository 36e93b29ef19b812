"""Fields whose words are read as something: money, numbers, dates, years.

What cannot be read stays as it was typed, with an error that says what to write.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from styrdesk.base.formats import (
    NotADate,
    NotANumber,
    amount,
    number,
    number_as_written,
    parse_amount,
    parse_date,
    parse_number,
)
from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken
from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.line import Line
from styrdesk.ui.kit.tokens import W_DATE, W_NUM

P = TypeVar("P")


class ParsedField(Field[P | None], Generic[P]):
    """A line that is read as a value. Empty is None."""

    def __init__(
        self,
        label: str,
        *,
        name: str = "",
        required: bool = False,
        help: str = "",
        width: int = W_NUM,
        right: bool = False,
    ) -> None:
        super().__init__(label, name=name, required=required, help=help, width=width)
        self.line = Line()
        self.line.setMaxLength(64)
        if right:
            self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.build(self.line)
        self.line.textEdited.connect(self._edited)

    def read(self, words: str) -> P:
        """The value of the words.

        Raises:
            RuleBroken: It cannot be read.
        """
        raise NotImplementedError

    def show_value(self, value: P) -> str:
        """The words of a value."""
        raise NotImplementedError

    def step(self, value: P, by: int) -> P | None:
        """The value some steps on, for the arrow keys; None where there are no steps."""
        return None

    def _edited(self) -> None:
        self.set_error("")
        self.changed.emit()

    def value(self) -> P | None:
        words = self.line.text().strip()
        return self.read(words) if words else None

    def set_value(self, value: P | None) -> None:
        if not (self.line.hasFocus() and self._reads(value)):  # never rewrite under the hand
            self._write(value)
        self.set_error("")

    def _reads(self, value: P | None) -> bool:
        try:
            return self.value() == value
        except RuleBroken:
            return False

    def _write(self, value: P | None) -> None:
        words = "" if value is None else self.show_value(value)
        if words != self.line.text():
            self.line.setText(words)

    def is_empty(self) -> bool:
        return not self.line.text().strip()

    def _lock_input(self, *, on: bool) -> None:
        self.line.setReadOnly(on)

    def left(self) -> None:
        if self.check():
            self._tidy()
        self.committed.emit()

    def _tidy(self) -> None:
        """Write what was read in its own form, but never what would be read as another value."""
        typed, value = self.line.text(), self.value()
        self._write(value)
        if not self._reads(value):
            self.line.setText(typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress and "line" in self.__dict__
        if pressed and isinstance(event, QKeyEvent):
            by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
            if by and not self.line.isReadOnly() and self._stepped(by):
                return True
        return super().eventFilter(watched, event)

    def _stepped(self, by: int) -> bool:
        try:
            value = self.value()
        except RuleBroken:
            return False
        after = self.step(value, by) if value is not None else None
        if after is None:
            return False
        self._write(after)
        self.changed.emit()
        return True


class AmountField(ParsedField[int]):
    """Money in whole kronor, typed and shown in a unit.

    Args:
        unit: kr, tkr or mnkr. `1 450 100`, `1450,1`, `1234.5` (= 1 234,5), NBSP, U+2212 are read.
    """

    def __init__(
        self,
        label: str,
        *,
        name: str = "",
        required: bool = False,
        help: str = "",
        width: int = W_DATE,
        unit: str = "tkr",
    ) -> None:
        super().__init__(label, name=name, required=required, help=help, width=width, right=True)
        self._unit = unit

    def read(self, words: str) -> int:
        try:
            return parse_amount(words, self._unit)
        except NotANumber:
            example = amount(1_450_100_000, self._unit)
            message = _("Write an amount in {unit}, such as {example}.")
            raise RuleBroken(
                message.format(unit=self._unit, example=example), self.objectName()
            ) from None

    def show_value(self, value: int) -> str:
        return amount(value, self._unit)


class DecimalField(ParsedField[Decimal]):
    """A number with a fixed number of decimals at least; more are kept as typed."""

    def __init__(
        self,
        label: str,
        *,
        name: str = "",
        required: bool = False,
        help: str = "",
        width: int = W_NUM,
        decimals: int = 0,
    ) -> None:
        super().__init__(label, name=name, required=required, help=help, width=width, right=True)
        self._decimals = decimals

    def read(self, words: str) -> Decimal:
        try:
            return parse_number(words)
        except NotANumber:
            example = number(Decimal(79), max(1, self._decimals))
            message = _("Write a number, such as {example}.").format(example=example)
            raise RuleBroken(message, self.objectName()) from None

    def show_value(self, value: Decimal) -> str:
        return number_as_written(value, self._decimals)


class CountField(ParsedField[int]):
    """How many there are. Empty is none."""

    most = 99_999

    def value(self) -> int:
        return super().value() or 0

    def read(self, words: str) -> int:
        if words.isascii() and words.isdigit() and int(words) <= self.most:
            return int(words)
        message = _("Write how many in figures, such as {example}.").format(example=3)
        raise RuleBroken(message, self.objectName())

    def show_value(self, value: int) -> str:
        return str(value)

    def step(self, value: int, by: int) -> int | None:
        return min(max(value + by, 0), self.most)


class DateField(ParsedField[date]):
    """A day: 2026-12-10, 10/12, today, +14. The arrow keys move it a day.

    Args:
        today: The clock's day, for words that count from it.
        year: The year of a day and month without one; 0 for that of today.
    """

    def __init__(
        self,
        label: str,
        today: Callable[[], date],
        *,
        year: int = 0,
        name: str = "",
        required: bool = False,
        help: str = "",
        width: int = W_DATE,
    ) -> None:
        super().__init__(label, name=name, required=required, help=help, width=width)
        self._today, self._year = today, year

    def read(self, words: str) -> date:
        try:
            return parse_date(words, self._today(), self._year)
        except NotADate:
            message = _("Write a date, such as {example}, 10/12 or +14.")
            example = f"{self._year or self._today().year}-12-10"
            raise RuleBroken(message.format(example=example), self.objectName()) from None

    def show_value(self, value: date) -> str:
        return value.isoformat()

    def step(self, value: date, by: int) -> date | None:
        return value + timedelta(days=by) if date.min < value < date.max else None


class YearField(ParsedField[int]):
    """A year of four figures, 1900 to 2200. The arrow keys move it."""

    first, last = 1900, 2200

    def read(self, words: str) -> int:
        if words.isascii() and words.isdigit() and self.first <= int(words) <= self.last:
            return int(words)
        message = _("Write a year of four figures, such as {example}.").format(example=2026)
        raise RuleBroken(message, self.objectName())

    def show_value(self, value: int) -> str:
        return str(value)

    def step(self, value: int, by: int) -> int | None:
        return min(max(value + by, self.first), self.last)
