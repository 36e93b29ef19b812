"""What is said where a personnummer seems to stand: whoever types one seldom thinks of readers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtWidgets import QLineEdit

from styrdesk.base.i18n import N_, _
from styrdesk.domain import personal_number
from styrdesk.ui.kit.foot import Foot

ADVICE: Final = N_(
    "A personal identity number seems to stand here. Leave it out unless it is needed."
)


def advice(texts: Iterable[str]) -> str:
    """What to think of, where a personnummer seems to stand in one of the texts; else empty."""
    if not any(any(personal_number.find(each)) for each in texts):
        return ""
    return _(ADVICE)


class PersonalAdvice(Foot):
    """Stands under lines that are no fields, and says it of them. It stops nothing.

    Args:
        lines: Where it may be typed; None for one that is not there.
    """

    def __init__(self, *lines: QLineEdit | None) -> None:
        super().__init__()
        self._lines = [line for line in lines if line is not None]
        for line in self._lines:
            line.textChanged.connect(self._look)

    def _look(self) -> None:
        self.advise(advice(line.text() for line in self._lines))
