"""The form of a shared model: what it is for, its files, and a way to begin with it."""

from __future__ import annotations

from collections.abc import Sequence

from styrdesk.base.i18n import _
from styrdesk.domain.edition import is_over
from styrdesk.domain.richtext import RichText, from_plain
from styrdesk.domain.shared_model import MODEL_KINDS, SharedModel
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.choice_fields import ChoiceField, kinds
from styrdesk.ui.kit.edition_form import EditionForm
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.text_fields import LongTextField, TextField
from styrdesk.ui.pieces.quality.models.use_sheet import use


class ModelForm(EditionForm[SharedModel]):
    """Its files are what one looks for, and what one begins with."""

    def __init__(self, context: PageContext, key: str) -> None:
        services = context.services
        self.use = button(_("Use as a template …"), "primary", "copy", name="use_model")
        self.use.clicked.connect(self._use)
        super().__init__(
            context,
            services.shared_models,
            services.models,
            key,
            "models",
            read=False,
            acts=(self.use,),
        )
        self.finish()

    def fields(self) -> None:
        self.add_title(_("Title"))
        self.form.add(ChoiceField(_("Kind"), kinds(MODEL_KINDS), name="kind", required=True))
        self.form.add(LongTextField(_("Description"), name="description"))
        self.form.add(TextField(_("Where it can be read"), name="link"))
        self.form.add_head(_("Responsible"))
        self.add_owners()
        self.add_decision(minutes=False)
        self.add_validity()

    def facts(self, record: SharedModel) -> Sequence[tuple[str, str]]:
        return (
            (_("Kind"), _(MODEL_KINDS[record.kind])),
            *super().facts(record),
            (_("Where it can be read"), record.link),
        )

    def texts(self, record: SharedModel) -> Sequence[tuple[str, str, RichText]]:
        return (("description", _("Description"), from_plain(record.description)),)

    def shown(self, record: SharedModel) -> None:
        super().shown(record)
        self.use.setVisible(not is_over(record))

    def _use(self) -> None:
        if self.flush():
            use(self.context, self.key)
