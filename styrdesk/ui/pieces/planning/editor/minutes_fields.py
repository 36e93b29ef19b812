"""Fields of a decision and its approval: in the document information and in their dialogs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from styrdesk.base.i18n import _
from styrdesk.domain.plan import APPROVALS
from styrdesk.ui.kit.choice_fields import ChoiceField, kinds
from styrdesk.ui.kit.form import Form
from styrdesk.ui.kit.parsed_fields import DateField
from styrdesk.ui.kit.text_fields import TextField
from styrdesk.ui.kit.tokens import W_MEDIUM, W_NUM, W_SHORT

Today = Callable[[], date]


def add_decision(form: Form, today: Today, *, required: bool = False) -> None:
    """Who decided, when, and where it is written."""
    form.add(TextField(_("Decided by"), name="decided_by", required=required))
    form.add(
        DateField(_("Date of the meeting"), today, name="decided_on", required=required),
        TextField("§", name="paragraph", width=W_NUM, required=required),
        TextField(
            _("Registration number (Dnr)"),
            name="registration_number",
            width=W_SHORT,
            required=required,
        ),
    )


def add_approval(form: Form, today: Today, *, required: bool = False) -> None:
    """How, when and by whom it was approved."""
    ways = kinds(APPROVALS)
    form.add(ChoiceField(_("Approved by way of"), ways, name="approval", width=W_MEDIUM))
    form.add(DateField(_("Approved on"), today, name="approval_date", required=required))
    form.add(TextField(_("Approved by"), name="approval_names", required=required))
    form.add(
        TextField(_("Method"), name="approval_method", width=W_MEDIUM),
        TextField(_("Signature reference"), name="approval_reference", width=W_MEDIUM),
    )
