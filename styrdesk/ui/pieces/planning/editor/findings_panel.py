"""Kontroll: what the check of the plan finds, errors first; each leads to where it is mended."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QStackedWidget, QWidget

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.checks import Finding, Severity
from styrdesk.domain.checks.finding import SEVERITIES
from styrdesk.ui.kit.cards import EmptyState
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.sections import SECTION, Section, SectionList
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _List(SectionList):
    """Arrows walk among the findings; a click or Enter goes to the place."""

    went = Signal(str)

    def __init__(self) -> None:
        super().__init__([], "planning", _("Findings"), 4)
        self.setObjectName("findings")
        self.itemClicked.connect(self._clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.went.emit(self.key())
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
        self.list = _List()
        self._none = EmptyState(
            _("Nothing to remark on"),
            _("The plan holds what a decision asks for."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._none)
        self.setLayout(col((self._stack, 1), gap=0))
        self._found: tuple[Finding, ...] = ()
        self.list.went.connect(self._go)
        manuscript.looked.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        """Show the findings as they are now."""
        found = self._manuscript.findings
        if found != self._found or not self.list.count():
            self._found = found
            rows = self._rows()
            self.list.show_sections(rows)
            for n, row in enumerate(rows):
                if row.key:  # the shape, for those who hear the list
                    severity = Severity.ERROR if row.status == "bad" else Severity.WARNING
                    said = f"{_(SEVERITIES[severity])}: {row.title}"
                    self.list.item(n).setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self._stack.setCurrentIndex(0 if found else 1)
        self.counted.emit(len(found), len(self._of(Severity.ERROR)))

    def _of(self, severity: Severity) -> list[Finding]:
        return [finding for finding in self._found if finding.severity is severity]

    def _rows(self) -> list[Section]:
        errors, warnings = self._of(Severity.ERROR), self._of(Severity.WARNING)
        rows: list[Section] = []
        if errors:
            words = ngettext(
                "{count} error stops a decision", "{count} errors stop a decision", len(errors)
            )
            rows.append(Section("", words.format(count=len(errors))))
            rows += self._each(errors, "bad", 0)
        if warnings:
            words = ngettext(
                "{count} warning to look at", "{count} warnings to look at", len(warnings)
            )
            rows.append(Section("", words.format(count=len(warnings))))
            rows += self._each(warnings, "warn", len(errors))
        return rows

    def _each(self, found: list[Finding], status: str, after: int) -> list[Section]:
        return [
            Section(str(after + n), finding.message, status=status)
            for n, finding in enumerate(found)
        ]

    def _go(self, key: str) -> None:
        ordered = [*self._of(Severity.ERROR), *self._of(Severity.WARNING)]
        if key and int(key) < len(ordered):
            self._manuscript.go_wanted.emit(ordered[int(key)].place)

    def focus_first(self) -> None:
        """Put the focus on the first finding."""
        if not self.list.key() and self._found:
            self.list.choose("0")
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
