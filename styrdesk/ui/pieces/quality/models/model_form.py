"""The form of a shared model: what it is for, its files, and a way to begin with it."""

from __future__ import annotations

from styrdesk.base.i18n import _
from styrdesk.domain.edition import is_over
from styrdesk.domain.shared_model import MODEL_KINDS, SharedModel
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.choice_fields import ChoiceField, kinds
from styrdesk.ui.kit.edition_form import EditionForm
from styrdesk.ui.kit.layout import row
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.text_fields import LongTextField, TextField
from styrdesk.ui.pieces.quality.models.use_sheet import use


class ModelForm(EditionForm[SharedModel]):
    """The files come before the decision: they are what one looks for."""

    def __init__(self, context: PageContext, key: str) -> None:
        services = context.services
        super().__init__(context, services.shared_models, services.models, key, "models")
        self.use = button(_("Use as a template …"), "primary", "copy", name="use_model")
        self.use.clicked.connect(self._use)
        self.form.add_widget(row(self.use, None))
        self.add_title(_("Title"))
        self.form.add(ChoiceField(_("Kind"), kinds(MODEL_KINDS), name="kind", required=True))
        self.form.add(LongTextField(_("Description"), name="description"))
        self.form.add(TextField(_("Where it can be read"), name="link"))
        self.add_files()
        self.form.add_head(_("Responsible"))
        self.add_owners()
        self.add_decision(minutes=False)
        self.add_validity()
        self.finish()

    def shown(self, record: SharedModel) -> None:
        super().shown(record)
        self.use.setVisible(not is_over(record))

    def _use(self) -> None:
        if self.flush():
            use(self.context, self.key)
