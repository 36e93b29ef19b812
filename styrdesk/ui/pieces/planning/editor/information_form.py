"""The form of a plan's document information, in the order the print has it."""

from __future__ import annotations

from styrdesk.base.formats import UNITS
from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import Plan
from styrdesk.services.changes import Changes
from styrdesk.ui.kit.choice_fields import ChoiceField
from styrdesk.ui.kit.parsed_fields import DateField, ParsedField
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.text_fields import LongTextField, TextField
from styrdesk.ui.kit.tokens import W_LONG, W_MEDIUM, W_NUM, W_SHORT
from styrdesk.ui.pieces.planning import choices
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.editor.minutes_fields import add_approval, add_decision


class LimitField(ParsedField[int]):
    """A risk value from 1 to 16."""

    def read(self, words: str) -> int:
        if words.isascii() and words.isdecimal() and 1 <= int(words[:4]) <= 16:  # noqa: PLR2004  # 4 × 4
            return int(words)
        raise RuleBroken(_("Write a risk value from 1 to 16."), self.objectName())

    def value(self) -> int | None:
        if self.is_empty():
            raise RuleBroken(_("Write a risk value from 1 to 16."), self.objectName())
        return super().value()

    def show_value(self, value: int) -> str:
        return str(value)


class InformationForm(SavedForm[Plan]):
    """Every field of the plan's own record that is written by hand."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript, self._plans = manuscript, manuscript.services.plans
        super().__init__(None, manuscript.operations, manuscript.plan_id)
        self._today = manuscript.services.clock.today
        self._first()
        self._decision()
        self._validity()
        self._archive()
        self._approval()
        self._numbers()
        self.finish()

    def record(self) -> Plan | None:
        try:
            return self._plans.get(self.key)
        except RuleBroken:
            return None

    def save(self, record: Plan, visit: str) -> Changes:
        return self._plans.save(record, visit)

    def called(self, record: Plan) -> str:
        return _("Document information")

    # ---- the fields --------------------------------------------------------------------------

    def _first(self) -> None:
        add, context = self.form.add, self._manuscript.context
        add(TextField(_("Document name"), name="title", required=True))
        add(
            TextField(_("Document type"), name="document_type", width=W_SHORT),
            TextField(_("Version"), name="version", width=W_NUM),
        )
        add(
            ChoiceField(
                _("Strategic plan"),
                choices.strategic_plans(context),
                name="strategic_plan_id",
                width=W_LONG,
                none=_("none"),
            )
        )
        add(TextField(_("Document owner"), name="document_owner", width=W_MEDIUM))

    def _decision(self) -> None:
        self.form.add_head(_("Decision"))
        add_decision(self.form, self._today)

    def _validity(self) -> None:
        self.form.add_head(_("Validity"))
        year = self._manuscript.plan.year
        self.form.add(
            DateField(_("Valid from"), self._today, year=year, name="valid_from"),
            DateField(_("Valid to"), self._today, year=year, name="valid_to"),
            TextField(_("Remark on validity"), name="validity_note", width=W_MEDIUM),
        )
        self.form.add(TextField(_("Applies to"), name="applies_to"))
        self.form.add(TextField(_("Replaces"), name="replaces"))
        self.form.add(LongTextField(_("Related documents"), name="related", lines=(1, 6)))
        self.form.add(
            TextField(_("Follow-up"), name="follow_up", width=W_MEDIUM),
            TextField(_("To be reviewed"), name="review_due", width=W_MEDIUM),
        )

    def _archive(self) -> None:
        self.form.add_head(_("Archive"))
        self.form.add(
            TextField(_("Classification"), name="classification", width=W_SHORT),
            TextField(_("Retention"), name="retention", width=W_SHORT),
        )

    def _approval(self) -> None:
        self.form.add_head(_("Approval on the last page"))
        add_approval(self.form, self._today)

    def _numbers(self) -> None:
        self.form.add_head(_("Tables"))
        self.form.add(
            ChoiceField(
                _("Amounts in"), [(unit, unit) for unit in UNITS], name="unit", width=W_NUM
            ),
            LimitField(_("Action from risk value"), name="risk_action_from"),
            LimitField(_("Internal control from risk value"), name="risk_control_from"),
        )
