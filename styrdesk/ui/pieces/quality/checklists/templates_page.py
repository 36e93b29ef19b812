"""Templates of checklists: what is asked, how often, and where."""

from __future__ import annotations

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.checklist import FREQUENCIES, ChecklistTemplate
from styrdesk.services.register import BY_NAME, Register
from styrdesk.ui.kit.list_spec import ListSpec
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.kit.table_model import Column
from styrdesk.ui.pieces.quality.checklists.template_form import TemplateForm


class TemplatesPage(RecordsPage[ChecklistTemplate]):
    """The templates of all nämnder: one is often made from another's."""

    @property
    def register(self) -> Register[ChecklistTemplate]:
        return self.context.services.checklist_templates

    def spec(self) -> ListSpec[ChecklistTemplate]:
        return ListSpec(
            name="checklist_templates",
            title=N_("Checklist templates"),
            explain=N_("What is asked, how often and where. A change never alters a begun list."),
            hint=N_("Filter templates"),
            empty=(
                N_("Templates of checklists stand here"),
                N_("Write what is to be looked at, a row for each. Then say how often and where."),
            ),
            columns=(
                Column(BY_NAME, N_("Checklist"), lambda row: row.title),
                Column(
                    "frequency",
                    N_("How often"),
                    lambda row: _(FREQUENCIES[row.frequency]),
                    width=148,
                ),
                Column("responsible", N_("Responsible"), width=200),
                Column("valid_from", N_("From"), kind="date", width=112, spare=True),
            ),
            topics=frozenset(
                {"checklist_template", "checklist_item", "checklist_unit", "unit", "person"}
            ),
            sort=BY_NAME,
            form_width=920,
        )

    def form(self, key: str) -> TemplateForm:
        return TemplateForm(self.context, key)

    def fresh(self) -> ChecklistTemplate:
        committee = self.context.shell.where().committee_id or None
        today = self.context.services.clock.today()
        return ChecklistTemplate(new_id(), committee, self.new_name, valid_from=today)
