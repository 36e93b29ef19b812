"""The kinds of cases: what each asks for, and its steps. Data of the municipality, edited here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.case import SEVERITIES
from styrdesk.domain.case_type import (
    COUNTINGS,
    LONGEST,
    MOST,
    SINCES,
    STAGE_KINDS,
    CaseStage,
    CaseType,
    StageKind,
)
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import ROLE_KINDS
from styrdesk.services.register import Register
from styrdesk.ui.kit.choice_fields import CheckField, ChoiceField, kinds
from styrdesk.ui.kit.list_spec import ListAction, ListSpec
from styrdesk.ui.kit.owned_columns import OwnedColumn, choice_column, text_column
from styrdesk.ui.kit.owned_grid import OwnedGrid
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.table_model import Column, Mark
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.text_fields import TextField


class TypeForm(SavedForm[CaseType]):
    """What a kind of case asks for, and its steps in order."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context.services.case_types, context.operations, key, head="name")
        self._stages = context.services.case_stages
        self.form.add(TextField(_("Kind of case"), name="name", required=True))
        self.form.add(TextField(_("Rests on"), name="law", help=_("Law and section, in words.")))
        for name, words in (
            ("in_use", _("New cases may be of it")),
            ("answered", _("Somebody waits for an answer")),
            ("assessed", _("Severity and likelihood are assessed")),
            ("lex_sarah", _("May be one of lex Sarah")),
            ("lex_maria", _("May be one of lex Maria")),
        ):
            self.form.add(CheckField(words, name=name))
        self.form.add_head(_("Escalation"))
        points = [(0, _("never")), *((n, str(n)) for n in _POINTS)]
        grades = [(0, _("any")), *((n, f"{n} {_(said)}") for n, said in SEVERITIES.items())]
        self.form.add(
            ChoiceField(_("Escalated from points"), points, name="escalate_points"),
            ChoiceField(_("Escalated from severity"), grades, name="escalate_severity"),
        )
        self.form.add(CheckField(_("Both limits must be reached"), name="escalate_both"))
        self.form.add_head(_("Steps"))
        self.steps = OwnedGrid(
            self._stages, context.operations, _columns(), name=_("Steps"),
            fresh=self._fresh, lines=self._lines,
        )  # fmt: skip
        self.parts.append(self.steps)
        self.form.add_widget(self.steps)
        self.form.add_widget(
            quiet(
                _(
                    "Write in the empty row. Alt+arrows move a step. A changed number of days "
                    "holds for a case from when it is next changed."
                ),
                wrap=True,
            )
        )
        self.finish()

    def called(self, record: CaseType) -> str:
        return record.name

    def shown(self, record: CaseType) -> None:
        self.steps.reload()

    def _fresh(self) -> CaseStage:
        return CaseStage(new_id(), self.key, _("New step"), StageKind.OTHER)

    def _lines(self) -> Sequence[CaseStage]:
        return self._stages.rows({"type_id": self.key})


_POINTS = sorted({a * b for a in range(1, MOST + 1) for b in range(1, MOST + 1)})


def _columns() -> tuple[OwnedColumn[CaseStage], ...]:
    yes = [(False, _("no")), (True, _("yes"))]
    return (
        text_column(_("Step"), "name"),
        choice_column(_("Means"), "kind", kinds(STAGE_KINDS), 132),
        choice_column(_("Seen to by"), "role", kinds(ROLE_KINDS), 116),
        OwnedColumn(_("Days"), _days, _put_days, "num", 56),
        choice_column(_("Counts"), "counting", kinds(COUNTINGS), 96),
        choice_column(_("Counts from"), "since", kinds(SINCES), 132),
        choice_column(_("May be passed over"), "optional", yes, 84),
    )


def _days(stage: CaseStage) -> str:
    return str(stage.days) if stage.days else ""


def _put_days(stage: CaseStage, words: str) -> CaseStage:
    text = words.strip()
    if text and not (text.isascii() and text.isdigit() and int(text) <= LONGEST):
        raise RuleBroken(_("Write a number of days up to {most}.").format(most=LONGEST))
    return replace(stage, days=int(text or 0))


class TypesPage(RecordsPage[CaseType]):
    """All kinds of cases."""

    @property
    def register(self) -> Register[CaseType]:
        return self.context.services.case_types

    def spec(self) -> ListSpec[CaseType]:
        return ListSpec(
            name="case_types",
            title=N_("Kinds of cases"),
            explain=N_("What each asks for, its steps with their last days, and who sees to them."),
            hint=N_("Filter kinds"),
            empty=(
                N_("The kinds of cases stand here"),
                N_("Begin with the seven common kinds and their steps. You can change them later."),
            ),
            columns=(
                Column("name", N_("Kind of case"), sortable=False),
                Column("", N_("State"), _state, "status", 148, sortable=False),
            ),
            topics=frozenset({"case_type", "case_stage"}),
            begin=ListAction(N_("Begin with common kinds"), self._begin),
            form_width=760,
        )

    def form(self, key: str) -> TypeForm:
        return TypeForm(self.context, key)

    def fresh(self) -> CaseType:
        return CaseType(new_id(), name=self.new_name)

    def _begin(self, _keys: Sequence[str]) -> None:
        self.context.operations.run(self.context.services.case_flow.begin)


def _state(case_type: CaseType) -> Mark:
    return Mark("done", _("In use")) if case_type.in_use else Mark("draft", _("Not in use"))
