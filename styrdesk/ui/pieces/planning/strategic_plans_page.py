"""Strategic plans: kommunfullmäktige's main plans, with the years they hold for."""

from __future__ import annotations

from styrdesk.base.i18n import N_, _
from styrdesk.domain.goal import StrategicPlan
from styrdesk.domain.paragraph import decision
from styrdesk.services.register import Register
from styrdesk.ui.kit.list_spec import ListSpec
from styrdesk.ui.kit.parsed_fields import DateField, YearField
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.table_model import Column
from styrdesk.ui.kit.text_fields import TextField
from styrdesk.ui.kit.tokens import W_NUM
from styrdesk.ui.pieces.planning.needs import new_strategic_plan


class StrategicPlanForm(SavedForm[StrategicPlan]):
    """Title, years and decision."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context.services.strategic_plans, context.operations, key)
        self.form.add(TextField(_("Title"), name="title", required=True))
        self.form.add(
            YearField(_("First year"), name="first_year", required=True),
            YearField(_("Last year"), name="last_year", required=True),
        )
        self.form.add_head(_("The council's decision"))
        self.form.add(
            DateField(_("Decided on"), context.services.clock.today, name="decided_on"),
            TextField(_("Paragraph (§)"), name="paragraph", width=W_NUM, hint="§ 112"),
        )
        self.finish()


class StrategicPlansPage(RecordsPage[StrategicPlan]):
    """Every strategic plan of the file."""

    @property
    def register(self) -> Register[StrategicPlan]:
        return self.context.services.strategic_plans

    def spec(self) -> ListSpec[StrategicPlan]:
        return ListSpec(
            name="strategic_plans",
            title=N_("Strategic plans"),
            explain=N_("The council's main plans. Goals and assignments belong to one of them."),
            hint=N_("Filter plans"),
            empty=(
                N_("The council's strategic plan stands here"),
                N_("Write its title and years; goals and assignments then have a place to stand."),
            ),
            columns=(
                Column("title", N_("Title")),
                Column("first_year", N_("Years"), _years, "quiet", 104),
                Column("decided_on", N_("Decided on"), _decided, "quiet", 160, spare=1),
            ),
            topics=frozenset({"strategic_plan"}),
            sort="first_year",
            descending=True,
        )

    def form(self, key: str) -> StrategicPlanForm:
        return StrategicPlanForm(self.context, key)

    def fresh(self) -> StrategicPlan:
        return new_strategic_plan(self.context)


def _years(plan: StrategicPlan) -> str:
    return f"{plan.first_year}–{plan.last_year}"


def _decided(plan: StrategicPlan) -> str:
    return decision(plan.decided_on, plan.paragraph)
