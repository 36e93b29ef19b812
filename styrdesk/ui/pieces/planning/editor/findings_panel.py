"""Kontroll: what the check finds, in folds; each finding leads to where it is mended."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QStackedWidget, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.checks import Finding, Severity
from styrdesk.ui.kit.cards import EmptyState
from styrdesk.ui.kit.layout import box, col
from styrdesk.ui.kit.sections import SECTION, Section, SectionList
from styrdesk.ui.kit.text import text
from styrdesk.ui.pieces.planning.editor.findings_rows import FindingRows, rows_of, summary
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FOLDS: Final = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}


class _List(SectionList):
    """Arrows walk among the findings; a click or Enter goes to the place, or opens a fold.

    Attributes:
        went: Enter or a click on a row.
        folded: Right or left on a row: open its group, or fold it.
    """

    went = Signal(str)
    folded = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__([], "planning", _("Findings"), 4)
        self.setObjectName("findings")
        self.itemClicked.connect(self._clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.went.emit(self.key())
        elif event.key() in _FOLDS:
            self.folded.emit(self.key(), _FOLDS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _clicked(self, item: QListWidgetItem) -> None:
        section: Section = item.data(SECTION)
        if section.key:
            self.went.emit(section.key)


class FindingsPanel(QWidget):
    """The findings of the plan.

    Attributes:
        counted: How many there are, and how many of them are errors.
    """

    counted = Signal(int, int)

    def __init__(self, manuscript: Manuscript) -> None:
        super().__init__()
        self._manuscript = manuscript
        self.summary = text("", "strong", wrap=True)
        self.list = _List()
        self._none = EmptyState(
            _("Nothing to remark on"),
            _("The plan holds what a decision asks for."),
        )
        self._stack = QStackedWidget()
        head = col(self.summary, pad=(16, 12, 16, 0))
        self._stack.addWidget(box(col(box(head), (self.list, 1), gap=0)))
        self._stack.addWidget(self._none)
        self.setLayout(col((self._stack, 1), gap=0))
        self._found: tuple[Finding, ...] = ()
        self._folds: dict[str, bool] = {}
        self._shown = FindingRows()
        self.list.went.connect(self._go)
        self.list.folded.connect(self._fold)
        manuscript.looked.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        """Show the findings as they are now."""
        found = self._manuscript.findings
        if found != self._found or not self.list.count():
            self._found = found
            self._draw()
        self._stack.setCurrentIndex(0 if found else 1)
        self.counted.emit(len(found), sum(one.severity is Severity.ERROR for one in found))

    def _draw(self) -> None:
        before = self.list.currentRow()
        self._shown = rows_of(self._found, self._folds)
        self.summary.setText(summary(self._found))
        self.list.show_sections(self._shown.rows, self._shown.spoken)
        if before >= 0 and not self.list.key():
            self.list.choose_near(before)

    def _go(self, key: str) -> None:
        finding = self._shown.found.get(key)
        if finding is not None:
            self._manuscript.go_wanted.emit(finding.place)
        elif key:
            row = next(row for row in self._shown.rows if row.key == key)
            self._fold(key, row.icon == "chevron-right")

    def _fold(self, key: str, on: bool) -> None:  # noqa: FBT001  # a signal's value
        """Open or fold a group, as in any tree: left inside it goes to its own row first."""
        group = self._shown.group.get(key, "")
        if not group:
            return
        self._folds[group] = on or key != group
        self.list.choose(group if not on else key)
        self._draw()

    def open_all(self) -> None:
        """Open every fold."""
        groups = dict.fromkeys(self._shown.group.values(), True)
        self._folds |= groups
        self._draw()

    def focus_first(self) -> None:
        """Put the focus on the finding that was chosen, or the first row."""
        first = next((row.key for row in self._shown.rows if row.key), "")
        if not self.list.key():
            self.list.choose(first)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
