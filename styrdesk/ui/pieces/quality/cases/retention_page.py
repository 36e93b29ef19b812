"""Rules of gallring, and taking away what they say once it has been looked at."""

from __future__ import annotations

from collections.abc import Sequence

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.retention import FROM_DAY, MATTERS, RetentionRule, RuleState
from styrdesk.services.register import Register
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.choice_fields import CheckField, ChoiceField, kinds
from styrdesk.ui.kit.list_spec import ListAction, ListSpec
from styrdesk.ui.kit.piece import PageContext, Target
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.kit.register_page import RegisterPage
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.table_model import Column, Mark
from styrdesk.ui.kit.text_fields import TextField
from styrdesk.ui.kit.tokens import W_MEDIUM
from styrdesk.ui.pieces.quality.cases.disposal_sheet import DisposalSheet

_YEARS = (*range(1, 11), 15, 20, 25, 50, 70, 100)


class RetentionForm(SavedForm[RetentionRule]):
    """What a rule speaks of, and how long it is kept."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context.services.retention_rules, context.operations, key, head="name")
        types = [(one.id, one.name) for one in context.services.case_types.rows()]
        self.form.add(TextField(_("Rule"), name="name", required=True))
        self.form.add(ChoiceField(_("Speaks of"), kinds(MATTERS), name="matter"))
        self.form.add(
            ChoiceField(
                _("Kind of case"),
                types,
                name="type_id",
                width=W_MEDIUM,
                none=_("all that have no rule of their own"),
            )
        )
        self.form.add(CheckField(_("Kept for good"), name="kept"))
        self.form.add(
            ChoiceField(
                _("Kept for years"), [(n, str(n)) for n in _YEARS], name="years",
                help=_("Counted from when it was closed, signed or read."),
            )
        )  # fmt: skip
        self.form.add(
            TextField(
                _("Plan for documents"), name="basis",
                help=_(
                    "The section of the committee's plan for its documents. "
                    "Until it is written the rule takes nothing away."
                ),
            )
        )  # fmt: skip
        self.finish()

    def called(self, record: RetentionRule) -> str:
        return record.name


class RetentionPage(RecordsPage[RetentionRule]):
    """The file's rules; from here what they say is looked at and taken away."""

    @property
    def register(self) -> Register[RetentionRule]:
        return self.context.services.retention_rules

    def spec(self) -> ListSpec[RetentionRule]:
        return ListSpec(
            name="retention_rules",
            title=N_("Disposal"),
            explain=N_("How long closed cases, signed checklists and receipts are kept."),
            hint=N_("Filter rules"),
            empty=(
                N_("The rules of disposal stand here"),
                N_(
                    "Begin with a set of common rules, and check each against your plan for "
                    "documents. Nothing goes before that, and never without a decision."
                ),
            ),
            columns=(
                Column("name", N_("Rule"), sortable=False),
                Column("", N_("Counted from"), _from_day, "quiet", 200, spare=1, sortable=False),
                Column("", N_("Plan for documents"), _basis, "quiet", 200, spare=2, sortable=False),
                Column("", N_("Kept for"), _kept, "status", 148, sortable=False),
            ),
            topics=frozenset({"retention_rule", "case_type"}),
            begin=ListAction(N_("Begin with common rules"), self._begin),
            actions=(ListAction(N_("Look at what would go …"), self._look),),
        )

    def form(self, key: str) -> RetentionForm:
        return RetentionForm(self.context, key)

    def fresh(self) -> RetentionRule:
        return RetentionRule(new_id(), name=self.new_name)

    def _build(self) -> RegisterPage:
        page = super()._build()
        look = button(_("Look at what would go …"), glyph="search", name="look")
        look.clicked.connect(self.look)
        page.put_beside(look)
        return page

    def _begin(self, _keys: Sequence[str]) -> None:
        self.context.operations.run(self.context.services.disposals.begin)

    def _look(self, _keys: Sequence[str]) -> None:
        self.look()

    def look(self) -> None:
        """Look at what would go today, and take it away when that is decided."""
        if not self.flush() or self.context.operations.refuses():
            return
        sheet = DisposalSheet(self.context)
        if not self.context.dialogs.fill(sheet):
            return
        sheet.tell()
        made = self.context.services.disposals.log()[0]
        self.context.shell.go(Target("quality", "disposals", made.id))


def _from_day(rule: RetentionRule) -> str:
    return _(FROM_DAY[rule.matter])


def _basis(rule: RetentionRule) -> str:
    return rule.basis


def _kept(rule: RetentionRule) -> Mark:
    years = _("{years} years").format(years=rule.years)
    return {
        RuleState.KEPT: Mark("locked", _("for good")),
        RuleState.UNCHECKED: Mark("warn", _("check: {years}").format(years=years)),
        RuleState.IN_FORCE: Mark("done", years),
    }[rule.state]
