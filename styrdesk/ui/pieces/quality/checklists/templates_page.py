"""Templates of checklists: what is asked, how often, and where."""

from __future__ import annotations

from collections.abc import Sequence

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.checklist import FREQUENCIES, ChecklistTemplate
from styrdesk.reports.catalogue import BLANK_CHECKLIST
from styrdesk.services.register import BY_NAME, Register
from styrdesk.ui.kit.list_spec import ListAction, ListSpec
from styrdesk.ui.kit.piece import Prints
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.kit.table_model import Column
from styrdesk.ui.pieces.quality.checklists.template_form import TemplateForm
from styrdesk.ui.preview.print_window import InWindow

_TOPICS = (
    *("checklist_template", "checklist_item", "checklist_unit", "checklist"),
    *("unit", "person", "committee"),
)


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
            topics=frozenset(_TOPICS),
            sort=BY_NAME,
            form_width=920,
            actions=(ListAction(N_("Print to fill in by pen …"), self._print),),
        )

    def form(self, key: str) -> TemplateForm:
        return TemplateForm(self.context, key)

    def fresh(self) -> ChecklistTemplate:
        committee = self.context.shell.where().committee_id or None
        today = self.context.services.clock.today()
        return ChecklistTemplate(new_id(), committee, self.new_name, valid_from=today)

    def prints(self) -> Prints | None:
        """The open template, to fill in by pen; of the list, the list."""
        key = self.here()
        return self._blank(key) if key else super().prints()

    def _blank(self, key: str) -> InWindow:
        head = self.register.get(key).title
        return InWindow(self.context, BLANK_CHECKLIST, key, head, self)

    def _print(self, _keys: Sequence[str]) -> None:
        subject = self.in_hand()
        if subject is not None and self.flush():
            self._blank(subject.record).show()
