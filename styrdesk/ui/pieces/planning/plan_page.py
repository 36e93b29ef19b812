"""The page Nämndplan: the plan of the chosen nämnd and year, or the way to begin one."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.catalogue import OWNED, PLAN_TABLES
from styrdesk.domain.checks.places import at
from styrdesk.domain.plan import PLAN_STATUSES, Plan, PlanStatus
from styrdesk.services.styrmodell import plan_template
from styrdesk.ui.kit.buttons import become, button
from styrdesk.ui.kit.cards import EmptyState
from styrdesk.ui.kit.drop_down import DropDown
from styrdesk.ui.kit.layout import box, col, row
from styrdesk.ui.kit.piece import Page, PageContext, Prints, Subject, Target
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.pieces.planning import needs
from styrdesk.ui.pieces.planning.carry_sheet import CarrySheet
from styrdesk.ui.pieces.planning.editor.editor import Editor
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.editor.outline import INFORMATION


def build(context: PageContext) -> Page:
    """The page."""
    return PlanPage(context)


def badge(context: PageContext) -> str:
    """How many things the check finds in the plan of the place: "!3", or nothing."""
    plans = plans_of(context)
    writing = plans and not plans[0].is_final
    found = context.services.plans.findings(plans[0].id) if writing else ()
    return f"!{len(found)}" if found else ""


def plans_of(context: PageContext) -> tuple[Plan, ...]:
    """The plans of the chosen nämnd and year: the newest first, replaced ones last."""
    where = context.shell.where()
    if not where.committee_id or not where.year:
        return ()
    plans = context.services.plans.plans(where.committee_id, where.year)
    return tuple(sorted(plans, key=_replaced))


def _replaced(plan: Plan) -> bool:
    return plan.status is PlanStatus.REPLACED


class PlanPage(Page):
    """The editor of a plan, with a chooser where there are several versions."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.editor: Editor | None = None
        self._manuscript: Manuscript | None = None
        self._locked = False
        self.copy = button(_("Carry over the plan …"), "primary", "copy", name="carry_over")
        self.copy.clicked.connect(self._carry_over)
        self.new = button(
            _("New committee plan from template"), "primary", "file-plus", name="new_plan"
        )
        self.new.clicked.connect(self._create)
        self.lead = button(_("New committee"), "primary", name="need")
        self.lead.clicked.connect(self._make_needed)
        self.empty = EmptyState("", "", self.copy, self.new, self.lead)
        self.versions = DropDown()
        self.versions.setAccessibleName(_("Version of the plan"))
        self.versions.setObjectName("versions")
        self.versions.activated.connect(self._version)
        self._version_row = box(
            row(quiet(_("Version"), "dense"), (self.versions, 1), None, pad=(24, 8, 24, 8))
        )
        self._place = QStackedWidget()
        self._place.addWidget(self.empty)
        self.setLayout(col(self._version_row, (self._place, 1), gap=0))
        # Before the editor: what is built on a plan that is gone must be told by its page.
        context.operations.subscribe(self, ("plan", "committee"), self.place_changed)
        self.place_changed()

    # ---- which plan --------------------------------------------------------------------------

    def place_changed(self) -> None:
        """Show the plan of the place: the version one reads, otherwise the newest."""
        plans = plans_of(self.context)
        ids = [plan.id for plan in plans]
        shown = self._manuscript.plan_id if self._manuscript is not None else ""
        self._show_plan(shown if shown in ids else ids[0] if ids else "")
        self.versions.clear()
        for plan in plans:
            said = [plan.title, plan.version, _(PLAN_STATUSES[plan.status])]
            self.versions.addItem(", ".join(part for part in said if part), plan.id)
        if self._manuscript is not None:
            self.versions.setCurrentIndex(ids.index(self._manuscript.plan_id))
        self._version_row.setVisible(len(plans) > 1)
        if not plans:
            self._say_empty()

    def _version(self, at: int) -> None:
        if self.flush():
            self._show_plan(str(self.versions.itemData(at)))

    def _show_plan(self, plan_id: str) -> None:
        if self._manuscript is not None and self._manuscript.plan_id == plan_id:
            self._open_anew(self._manuscript)
            return
        if self.editor is not None and self._manuscript is not None:
            if self._manuscript.is_gone:
                self.editor.flush()  # what was being written in it is shown
            self._place.removeWidget(self.editor)
            self.editor.close_down()
            self._manuscript.deleteLater()
        self.editor = self._manuscript = None
        if plan_id:
            read = partial(Manuscript, self.context, plan_id, self)
            self._manuscript = self.context.operations.run(read)
        if self._manuscript is not None:
            self._locked = self._manuscript.locked
            self.editor = Editor(self._manuscript)
            self._place.addWidget(self.editor)
            self._place.setCurrentWidget(self.editor)
        else:
            self._place.setCurrentWidget(self.empty)
            if plan_id:
                self._say_unreadable()

    def _say_unreadable(self) -> None:
        """The file has lost what was decided; a backup may have it."""
        said = _("What was decided is not as it was kept in the file. Open a backup of it.")
        self.empty.say(_("The decided plan cannot be read"), said)
        for act in (self.copy, self.new, self.lead):
            act.hide()

    def _open_anew(self, manuscript: Manuscript) -> None:
        """What was locked and is to be written in again is built anew, where one stood."""
        was, self._locked = self._locked, manuscript.locked
        if was and not self._locked and self.editor is not None:
            plan_id, key, here = manuscript.plan_id, self.editor.key, self.window().focusWidget()
            inside = self.editor.isAncestorOf(here)
            self._show_plan("")
            self._show_plan(plan_id)
            self.editor.outline.choose(key)
            if inside:  # else what one types next goes to whatever is first in the window
                self.editor.outline.setFocus()

    def _say_empty(self) -> None:
        where, services = self.context.shell.where(), self.context.services
        need = needs.a_committee(self.context)
        source = None if need else services.carry.source(where.committee_id, where.year)
        if need is not None:
            head, body = need.head, need.body
        else:
            head = _("There is no plan for {year} yet").format(year=where.year)
            body = _(
                "The template has every chapter a plan needs, with instructions to the writers. "
                "You can move, rename and delete chapters at any time."
            )
            if source is not None:
                more = _("Or begin from {plan}: you choose what comes along.")
                body = f"{body} {more.format(plan=source.title)}"
        self.empty.say(head, body)
        become(self.new, "plain" if source is not None else "primary", "file-plus")
        self.copy.setVisible(source is not None and not services.file.read_only)
        self.new.setVisible(need is None and not services.file.read_only)
        self.lead.setVisible(need is not None and not services.file.read_only)

    def _make_needed(self) -> None:
        need = needs.a_committee(self.context)
        if need is not None:
            need.act()

    def _create(self) -> None:
        self.context.operations.run(self._make, self)
        self.place_changed()
        self.focus_first()

    def _carry_over(self) -> None:
        where = self.context.shell.where()
        source = self.context.services.carry.source(where.committee_id, where.year)
        if source is not None and self.context.dialogs.fill(
            CarrySheet(self.context, source, where.year)
        ):
            self.place_changed()
            self.focus_first()

    def _make(self) -> Plan:
        where = self.context.shell.where()
        plans = self.context.services.plans
        return plans.create(where.committee_id, where.year, plan_template())

    # ---- the page ----------------------------------------------------------------------------

    def outline(self) -> QWidget | None:
        """The column of chapters; None where there is no plan."""
        return self.editor.take_outline() if self.editor is not None else None

    def flush(self) -> bool:
        return self.editor is None or self.editor.leave()

    def prints(self) -> Prints | None:
        """The plan; nothing where there is none."""
        return self.editor

    def take_back(self) -> bool:
        return self.editor is not None and self.editor.take_back()

    def is_wrong(self) -> bool:
        return self.editor is not None and self.editor.is_wrong()

    def in_hand(self) -> Subject | None:
        """The row, block or chapter one stands in, or the plan itself."""
        return self.editor.in_hand() if self.editor is not None else None

    def show_record(self, target: Target) -> None:
        """Show a chapter, a block, or any record that a table of the plan shows."""
        if self.editor is None or self._manuscript is None:
            return
        if target.record == INFORMATION:
            self.editor.outline.choose(INFORMATION)
            return
        document = self._manuscript.document
        found = {row.id: table for table, rows in document.tables() for row in rows}
        if target.record not in found and target.table in OWNED:
            other = self._plan_of(target)
            if other and other != self._manuscript.plan_id:
                self._show_plan(other)
                self.place_changed()
                self.show_record(target)
            return
        table = found.get(target.record, target.table)
        if table in PLAN_TABLES:
            self.editor.show_place(at(document, table, target.record, target.field))

    def _plan_of(self, target: Target) -> str:
        """Which other plan of the place holds a record; empty for none."""
        document = self.context.services.plans.document
        for plan in plans_of(self.context):
            if any(row.id == target.record for row in document(plan.id).rows(target.table)):
                return plan.id
        return ""

    def here(self) -> str:
        """What is shown, so that it can be shown again."""
        return self.editor.key if self.editor is not None else ""

    def focus_first(self) -> None:
        if self.editor is not None:
            self.editor.outline.setFocus()
        else:
            offered = (b for b in (self.copy, self.new) if not b.isHidden())
            next(offered, self.lead).setFocus()
