"""What a case has to do with: words, that lead to a routine or another case where they name one."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import Final

from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.case import CaseLink
from styrdesk.services.catalogue import Services
from styrdesk.ui.kit.buttons import link
from styrdesk.ui.kit.layout import row
from styrdesk.ui.kit.owned_columns import OwnedColumn
from styrdesk.ui.kit.owned_grid import OwnedGrid
from styrdesk.ui.kit.piece import PageContext, Target

PAGES: Final = {"case": "cases", "routine": "routines"}  # where a record of the kind is shown


def column(services: Services, case_id: str) -> OwnedColumn[CaseLink]:
    """The column of words; a number of a case, or the name of a routine, leads there."""

    def put(line: CaseLink, words: str) -> CaseLink:
        if words == line.title:
            return line
        target, record = named(services, case_id, words.strip())
        return replace(line, title=words, target=target, record=record)

    return OwnedColumn(_("What it has to do with"), attrgetter("title"), put)


def named(services: Services, case_id: str, words: str) -> tuple[str, str]:
    """Kind and id of what the words name; both empty where they are words alone."""
    committee = services.cases.get(case_id).committee_id
    for case in services.cases.rows({"committee_id": committee, "code": words}):
        if case.id != case_id:
            return "case", case.id
    for routine in services.routines.rows({"title": words}, limit=1):
        return "routine", routine.id
    return "", ""


class ShowLead(QWidget):
    """The button that shows what the line one stands in leads to."""

    def __init__(self, context: PageContext, grid: OwnedGrid[CaseLink]) -> None:
        super().__init__()
        self._context, self._grid = context, grid
        self.button = link(_("Show what the line leads to"), "arrow-right", name="show_lead")
        self.button.clicked.connect(self._show)
        self.setLayout(row(self.button, None))
        grid.table.selectionModel().selectionChanged.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """The button stands where some line leads somewhere, and is pressed in one that does."""
        self.setVisible(any(line.target in PAGES for line in self._grid.all()))
        self.button.setEnabled(self._lead() is not None)

    def _lead(self) -> CaseLink | None:
        at, lines = self._grid.table.currentIndex().row(), self._grid.all()
        line = lines[at] if 0 <= at < len(lines) else None
        return line if line is not None and line.target in PAGES else None

    def _show(self) -> None:
        line = self._lead()
        if line is not None:
            there = Target("quality", PAGES[line.target], line.record, table=line.target)
            self._context.shell.go(there)


class ShowChecklist(QWidget):
    """The button that shows the point of the checklist that a case was made of."""

    def __init__(self, context: PageContext, case_id: str) -> None:
        super().__init__()
        self._context, self._case_id = context, case_id
        made = link(_("Show the checklist"), "clipboard-check", name="show_checklist")
        made.clicked.connect(self._show)
        self.setLayout(row(made, None))

    def follow(self) -> bool:
        """Stand there where the case was made of a point, and tell whether it was."""
        found = self._found() is not None
        self.setVisible(found)
        return found

    def _found(self) -> tuple[str, str] | None:
        return self._context.services.checklist_cases.checklist_of(self._case_id)

    def _show(self) -> None:
        found = self._found()
        if found is not None:
            key, answer = found
            there = Target("quality", "checklists", key, table="checklist", part=answer)
            self._context.shell.go(there)
