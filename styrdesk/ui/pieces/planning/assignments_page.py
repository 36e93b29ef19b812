"""Assignments: tasks that kommunfullmäktige gives a nämnd in the strategic plan of the year."""

from __future__ import annotations

from styrdesk.base.i18n import N_
from styrdesk.base.ids import new_id
from styrdesk.domain.assignment import Assignment
from styrdesk.services.codes import next_code
from styrdesk.services.register import Register
from styrdesk.ui.kit.list_spec import Filter, ListSpec
from styrdesk.ui.kit.records_page import RecordsPage, Wanted
from styrdesk.ui.kit.table_model import Column
from styrdesk.ui.pieces.planning import choices, needs
from styrdesk.ui.pieces.planning.assignments_form import AssignmentForm


class AssignmentsPage(RecordsPage[Assignment]):
    """The assignments of the strategic plans that hold for the year."""

    spec_topics = frozenset({"strategic_plan"})

    @property
    def register(self) -> Register[Assignment]:
        return self.context.services.assignments

    def spec(self) -> ListSpec[Assignment]:
        return ListSpec(
            name="assignments",
            title=N_("Assignments"),
            explain=choices.in_plan(self.context),
            hint=N_("Filter assignments"),
            empty=(
                N_("The council's assignments stand here"),
                N_("Take them from the strategic plan or the minutes: what, until when, how told."),
            ),
            need=needs.a_strategic_plan(self.context),
            columns=(
                Column("code", N_("No."), kind="code", width=64),
                Column("title", N_("Assignment")),
                Column("deadline", N_("Done by"), _deadline, "date", 120),
                Column("reporting", N_("Reported"), width=208, spare=1),
            ),
            topics=frozenset({"assignment", "strategic_plan", "committee", "goal"}),
            filters=(
                Filter("own", N_("Given to this committee")),
                Filter("open", N_("Without a deadline")),
            ),
            sort="code",
        )

    def form(self, key: str) -> AssignmentForm:
        return AssignmentForm(self.context, key)

    def fresh(self) -> Assignment:
        plan = choices.the_covering(self.context)
        codes = [each.code for each in self.register.rows({"strategic_plan_id": plan.id})]
        return Assignment(
            new_id(),
            strategic_plan_id=plan.id,
            committee_id=self.context.shell.where().committee_id or None,
            code=next_code("U", codes),
            title=self.new_name,
        )

    def wanted(self, chips: frozenset[str]) -> Wanted:
        where: Wanted = {"strategic_plan_id": choices.ids(choices.covering(self.context))}
        if "own" in chips:
            where["committee_id"] = self.context.shell.where().committee_id or None
        if "open" in chips:
            where["deadline"] = None
        return where


def _deadline(assignment: Assignment) -> str:
    return assignment.deadline.isoformat() if assignment.deadline else "–"
