"""Pictures of what Kvalitetsledning holds inside its pages: forms whole, lists, cases, dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QScrollArea, QWidget

from styrdesk.base.ids import new_id
from styrdesk.domain.case_type import StageKind
from styrdesk.domain.checklist import ChecklistStatus
from styrdesk.domain.edition import Standing
from styrdesk.domain.retention import Matter
from styrdesk.domain.shared_model import SharedModel
from styrdesk.ui.kit.dialogs import QtDialogs
from styrdesk.ui.kit.edition_form import EditionForm
from styrdesk.ui.kit.piece import PageContext, Target, Where
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.pieces.quality.cases.case_form import CaseForm
from styrdesk.ui.pieces.quality.cases.disposal_sheet import DisposalSheet
from styrdesk.ui.pieces.quality.cases.letters_part import LetterSheet
from styrdesk.ui.pieces.quality.cases.sheets import MergeSheet
from styrdesk.ui.pieces.quality.checklists.begin_sheet import BeginSheet
from styrdesk.ui.pieces.quality.documents.review_sheet import ReviewSheet
from styrdesk.ui.pieces.quality.models.use_sheet import UseSheet

if TYPE_CHECKING:
    from tests.screens_inside import Inside

REGISTERS: Final = (
    *("law", "governing_documents", "document_types", "results", "self_checks", "process"),
    *("routines", "checklist_templates", "case_types", "letter_templates", "cause_categories"),
    "retention_rules",
)
BY_YEAR: Final = ("control_results", "quality_report", "case_figures")


@dataclass(frozen=True)
class Quality:
    """Goes through the example's quality management.

    Attributes:
        inside: What takes the pictures.
    """

    inside: Inside

    def pictures(self) -> Iterator[Path]:
        """All of them."""
        yield from self.forms()
        yield from self.editions()
        yield from self.of_a_year()
        yield from self.checklists()
        yield from self.cases()
        yield from self.sheets()

    def go(self, page: str, record: str = "", table: str = "") -> None:
        """Go to a page, or to a record on it."""
        self.inside.window.go(Target("quality", page, record, table=table))
        self.inside.settle()

    def shown(self, name: str) -> Iterator[Path]:
        """The window, and below it what one has to scroll to."""
        yield self.inside.take(self.inside.window, name)
        inner = (
            area.widget()
            for area in self.inside.desk.findChildren(QScrollArea)
            if area.isVisible() and area.verticalScrollBar().maximum() > 0
        )
        tallest = max(filter(None, inner), key=QWidget.height, default=None)
        if tallest is not None:
            yield self.inside.take(tallest, f"{name}_whole")

    def forms(self) -> Iterator[Path]:
        """The first record of each register, in its form."""
        for key in REGISTERS:
            self.go(key)
            page = self.inside.desk.page()
            if isinstance(page, RecordsPage) and (record := page.page.table.key()):
                self.go(key, record)
                yield from self.shown(f"form_{key}")

    def editions(self) -> Iterator[Path]:
        """A document and a routine in force: as they are read, and what can be changed of them."""
        services = self.inside.services
        for name, key, rows in (
            ("document", "governing_documents", services.governing_documents.rows()),
            ("routine", "routines", services.routines.rows()),
        ):
            found = next(one for one in rows if one.standing is Standing.IN_FORCE)
            self.go(key, found.id)
            yield from self.shown(f"form_{name}_in_force")
            for form in self.inside.desk.findChildren(EditionForm):
                form.edit()
            self.inside.settle()
            yield from self.shown(f"form_{name}_locked")

    def of_a_year(self) -> Iterator[Path]:
        """What belongs to a year, in the year that has come far."""
        desk = self.inside.desk
        before = desk.where()
        desk.choose(Where(before.committee_id, before.year - 1))
        for key in BY_YEAR:
            self.go(key)
            yield from self.shown(f"year_{key}")
        desk.choose(before)

    def checklists(self) -> Iterator[Path]:
        """A list that is being filled in, and a signed one with failures."""
        services = self.inside.services
        for status in ChecklistStatus:
            rows = services.checklists.rows({"status": status})
            found = next((one for one in rows if one.failed), rows[0] if rows else None)
            if found is not None:
                self.go("checklists", found.id, "checklist")
                yield from self.shown(f"checklist_{status.value}")
        self.go("checklists")

    def cases(self) -> Iterator[Path]:
        """A case in each step that one of the example stands in, a secret one, and one unfolded."""
        seen = set()
        for case in self.inside.services.cases.rows(order=("-year", "-number")):
            if case.secret or case.stage_id not in seen:
                seen.add(case.stage_id)
                self.go("cases", case.id, "case")
                yield from self.shown(f"case_{case.code}")
        self.go("cases", self.inside.services.cases.rows({"code": "2026-016"})[0].id, "case")
        for form in self.inside.desk.findChildren(CaseForm):
            form.fold.click()
            for kind in StageKind:
                if (head := form._heads.get(kind)) is not None and head.isVisible():
                    head.click()
            self.inside.settle()
            yield from self.shown("case_unfolded")

    def sheets(self) -> Iterator[Path]:
        """The dialogs that ask for what a page does not."""
        services = self.inside.services
        page = self.records("retention_rules")
        letter, case = services.case_letters.rows()[0], services.cases.rows()[0]
        document = services.governing_documents.rows()[0]
        asked: tuple[tuple[str, Callable[[PageContext], Sheet]], ...] = (
            ("begin_checklist", BeginSheet),
            ("letter", lambda context: LetterSheet(context, letter.id)),
            ("merge", lambda context: MergeSheet(context, case.id)),
            ("review", lambda context: ReviewSheet(context, document.id)),
        )
        doors = QtDialogs(lambda: self.inside.window)
        for name, made in asked:
            yield from self.inside.dialog(name, partial(doors.fill, made(page.context)))

    def when_used(self) -> Iterator[Path]:
        """What a file that is worked in comes to: something to take away, a model to use."""
        services = self.inside.services
        rules = services.retention_rules.rows({"matter": Matter.CASE})
        services.retention_rules.save(
            replace(rules[0], years=1, kept=False, basis="Dokumenthanteringsplan 2.1")
        )
        model = SharedModel(new_id(), title="Mall för tjänsteskrivelse")
        services.shared_models.add(model)
        self.go("models", model.id)
        yield from self.shown("form_model")
        context = self.records("retention_rules").context
        doors = QtDialogs(lambda: self.inside.window)
        sheet = DisposalSheet(context)
        yield from self.inside.dialog(
            "disposal", partial(doors.fill, sheet), lambda: not sheet.is_working
        )
        yield from self.inside.dialog("use", partial(doors.fill, UseSheet(context, model.id)))

    def records(self, key: str) -> RecordsPage[Any]:
        """A page of a register."""
        self.go(key)
        page = self.inside.desk.page()
        if not isinstance(page, RecordsPage):
            raise TypeError(key)
        return page
