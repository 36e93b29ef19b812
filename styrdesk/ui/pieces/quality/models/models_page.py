"""Models and documents that the whole municipality shares, ready to be used as templates."""

from __future__ import annotations

from collections.abc import Sequence

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.shared_model import MODEL_KINDS, SharedModel
from styrdesk.services.register import Register
from styrdesk.ui.kit import editions_page
from styrdesk.ui.kit.editions_page import EditionsPage, badge
from styrdesk.ui.kit.list_spec import ListAction, ListSpec
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.table_model import Column
from styrdesk.ui.pieces.quality.models.model_form import ModelForm
from styrdesk.ui.pieces.quality.models.use_sheet import use


class ModelsPage(EditionsPage[SharedModel]):
    """The library; a new model is the whole municipality's until somebody says otherwise."""

    @property
    def register(self) -> Register[SharedModel]:
        return self.context.services.shared_models

    def spec(self) -> ListSpec[SharedModel]:
        return ListSpec(
            name="models",
            title=N_("Shared models"),
            explain=N_("Models, templates and forms that everybody works with in the same way."),
            hint=N_("Filter models"),
            empty=(
                N_("What the municipality shares stands here"),
                N_("Begin with the template that is asked for most, and attach its file."),
            ),
            columns=(
                Column("kind", N_("Kind"), _kind, "text", 132, spare=1, sortable=False),
                *self.columns(),
            ),
            topics=frozenset({"shared_model", "person", "attachment"}),
            filters=self.own_chips,
            actions=(ListAction(N_("Use as a template …"), self._use), *self.ways()),
            sort="sort_key",
            form_width=584,
        )

    def form(self, key: str) -> ModelForm:
        return ModelForm(self.context, key)

    def fresh(self) -> SharedModel:
        return SharedModel(new_id(), title=self.new_name)

    def _use(self, _keys: Sequence[str]) -> None:
        subject = self.in_hand()
        if subject is not None and self.flush():
            use(self.context, subject.record)


def _kind(model: SharedModel) -> str:
    return _(MODEL_KINDS[model.kind])


def urgent(context: PageContext) -> tuple[str, str]:
    """What most wants doing with the models."""
    return editions_page.urgent(context.services.shared_models, context.services.clock.today())


def due(context: PageContext) -> str:
    """How many models are to be reviewed by now."""
    return badge(context.services.shared_models, context.services.clock.today())
