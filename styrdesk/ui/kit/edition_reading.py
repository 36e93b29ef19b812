"""A version as it is read: what is known of it, and what it says, with nothing to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from styrdesk.domain.richtext import RichText, is_blank
from styrdesk.ui.kit.layout import Rule, box, col, empty
from styrdesk.ui.kit.paint import ring
from styrdesk.ui.kit.richtext_edit import RichTextEdit
from styrdesk.ui.kit.sight import lead_to
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px

_EDGE: Final = 2  # pixels at zoom 1 for the ring around a text that has the focus


@dataclass(frozen=True, slots=True)
class Said:
    """What a version says.

    Attributes:
        facts: What is known of it, by name; a value may be of several lines, and one that is
            empty is left out.
        texts: Field, heading and what stands under it; one that is empty is left out.
    """

    facts: tuple[tuple[str, str], ...]
    texts: tuple[tuple[str, str, RichText], ...]

    def is_blank(self) -> bool:
        """Whether nothing is written yet."""
        return all(is_blank(words) for _field, _heading, words in self.texts)


class ReadText(RichTextEdit):
    """Rich text that is read: what is chosen of it can be copied, and the arrows go through it.

    Args:
        name: Its heading, spoken.
        words: The text.
    """

    def __init__(self, name: str, words: RichText) -> None:
        super().__init__(name, lines=0)
        self.document().setDocumentMargin(px(_EDGE))
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setAutoFillBackground(False)
        self.set_text(words)

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if self.hasFocus():
            ring(QPainter(self.viewport()), self.viewport().rect())


class EditionReading(QWidget):
    """The facts, then the headed texts.

    Attributes:
        texts: What is shown, by field.
    """

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, ReadText] = {}
        self._said: Said | None = None
        self._column = col(gap=4)
        self.setLayout(self._column)

    def show_said(self, said: Said) -> None:
        """Show what a version says; what is shown already stays as one left it."""
        if said == self._said:
            return
        self._said = said
        self.texts.clear()
        empty(self._column)
        self._column.addWidget(_facts(said))
        for field, heading, words in said.texts:
            if not is_blank(words):
                self._column.addSpacing(px(12))
                head = text(heading, "h3", wrap=True)
                head.setIndent(px(_EDGE))  # as far in as what stands under it
                self._column.addWidget(head)
                self.texts[field] = ReadText(heading, words)
                self._column.addWidget(self.texts[field])

    def show_text(self, field: str) -> bool:
        """Put the focus in what stands under a heading. False where nothing does."""
        if field in self.texts:
            lead_to(self.texts[field])
        return field in self.texts


def _facts(said: Said) -> QWidget:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(16))
    grid.setVerticalSpacing(px(4))
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for row, (name, value) in enumerate(fact for fact in said.facts if fact[1]):
        shown = text(value, wrap=True)
        shown.setAccessibleName(f"{name}: {value}")
        grid.addWidget(quiet(name, "body"), row, 0, top)
        grid.addWidget(shown, row, 1, top)
    return box(col(Rule(), box(grid), Rule(), gap=12))
