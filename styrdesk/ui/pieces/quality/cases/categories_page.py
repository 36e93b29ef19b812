"""Categories of causes, which the statistics count by."""

from __future__ import annotations

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.case_type import CauseCategory
from styrdesk.services.register import Register
from styrdesk.ui.kit.list_spec import ListSpec
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.table_model import Column
from styrdesk.ui.kit.text_fields import TextField


class CategoryForm(SavedForm[CauseCategory]):
    """Its name."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context.services.cause_categories, context.operations, key, head="name")
        self.form.add(TextField(_("Name"), name="name", required=True))
        self.finish()

    def called(self, record: CauseCategory) -> str:
        return record.name


class CategoriesPage(RecordsPage[CauseCategory]):
    """Few and clear ones are easier to choose among."""

    @property
    def register(self) -> Register[CauseCategory]:
        return self.context.services.cause_categories

    def spec(self) -> ListSpec[CauseCategory]:
        return ListSpec(
            name="cause_categories",
            title=N_("Categories of causes"),
            explain=N_("What cases are due to, in few words. The statistics count by them."),
            hint=N_("Filter categories"),
            empty=(
                N_("Categories of causes stand here"),
                N_("Few and clear ones are easier to choose among."),
            ),
            columns=(Column("name", N_("Name"), sortable=False),),
            topics=frozenset({"cause_category"}),
        )

    def form(self, key: str) -> CategoryForm:
        return CategoryForm(self.context, key)

    def fresh(self) -> CauseCategory:
        return CauseCategory(new_id(), name=self.new_name)
