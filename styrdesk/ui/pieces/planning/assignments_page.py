"""Assignments: tasks that kommunfullmäktige gives a nämnd in the strategic plan of the year."""

from __future__ import annotations

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.assignment import Assignment
from styrdesk.services.codes import next_code
from styrdesk.services.register import Register
from styrdesk.ui.kit.records_page import RecordsPage, Where
from styrdesk.ui.kit.register_spec import Filter, RegisterSpec
from styrdesk.ui.kit.table_model import Column
from styrdesk.ui.pieces.planning import choices
from styrdesk.ui.pieces.planning.assignments_form import AssignmentForm


class AssignmentsPage(RecordsPage[Assignment]):
    """The assignments of the strategic plans that hold for the year."""

    spec_topics = frozenset({"strategic_plan"})

    @property
    def register(self) -> Register[Assignment]:
        return self.context.services.assignments

    def spec(self) -> RegisterSpec[Assignment]:
        return RegisterSpec(
            name="assignments",
            title=N_("Assignments"),
            explain=choices.in_plan(self.context),
            hint=N_("Filter assignments"),
            empty=choices.first_the_plan(
                self.context,
                N_("The council's assignments stand here"),
                N_("Take them from the strategic plan or the minutes: what, until when, how told."),
            ),
            columns=(
                Column("code", N_("No."), _code, "code", 64),
                Column("title", N_("Assignment"), _title),
                Column("deadline", N_("Done by"), _deadline, "date", 120),
                Column("reporting", N_("Reported"), _reporting, "text", 148, spare=True),
            ),
            key=self.key,
            load=self.load,
            topics=frozenset({"assignment", "strategic_plan", "committee", "goal"}),
            form=self._form,
            new=N_("New assignment"),
            create=self.create_record,
            duplicate=self.duplicate_record,
            delete=self.delete_records,
            filters=(
                Filter("own", N_("Given to this committee")),
                Filter("open", N_("Without a deadline")),
            ),
            counts=self.counts,
            sort="code",
        )

    def _form(self, key: str) -> AssignmentForm:
        return AssignmentForm(self.context, key)

    def fresh(self) -> Assignment:
        plan = choices.the_covering(self.context)
        codes = [each.code for each in self.register.rows({"strategic_plan_id": plan.id})]
        return Assignment(
            new_id(),
            strategic_plan_id=plan.id,
            committee_id=self.context.shell.where().committee_id or None,
            code=next_code("U", codes),
            title=_("New assignment"),
        )

    def wanted(self, chips: frozenset[str]) -> Where:
        where: Where = {"strategic_plan_id": choices.ids(choices.covering(self.context))}
        if "own" in chips:
            where["committee_id"] = self.context.shell.where().committee_id or None
        if "open" in chips:
            where["deadline"] = None
        return where


def _code(assignment: Assignment) -> str:
    return assignment.code


def _title(assignment: Assignment) -> str:
    return assignment.title


def _deadline(assignment: Assignment) -> str:
    return assignment.deadline.isoformat() if assignment.deadline else "–"


def _reporting(assignment: Assignment) -> str:
    return assignment.reporting
