"""Tables of control: risks, the internal control plan, the annual cycle, and who signs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from styrdesk.base.formats import month_name
from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.plan import Block, CycleEvent, Signatory
from styrdesk.domain.risk import HANDLINGS, Control, Risk
from styrdesk.services.codes import next_code
from styrdesk.ui.pieces.planning.editor.columns import choice, computed, whole, words
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.editor.table_spec import TableSpec


def _risk_of(plan_id: str, beside: Sequence[Risk]) -> Risk:
    return Risk(new_id(), plan_id=plan_id, code=next_code("R", (risk.code for risk in beside)))


def _risk_value(risk: Risk) -> str:
    return str(risk.value)


def risks(manuscript: Manuscript, _block: Block) -> tuple[TableSpec[Any], ...]:
    """What may happen, and the risk value S × K."""
    plan, services = manuscript.plan, manuscript.services
    limits = _(
        "Risk value = likelihood × impact. From {act}: action. From {control}: internal control."
    ).format(act=plan.risk_action_from, control=plan.risk_control_from)
    spec: TableSpec[Risk] = TableSpec(
        name=_("Risk analysis"),
        table="risk",
        topics=frozenset({"risk", "control", "plan"}),
        columns=(
            words(_("No."), "code", 52),
            words(_("Process"), "process", 112),
            words(_("Risk"), "title"),
            whole(_("Likelihood"), "likelihood", (1, 4), 88),
            whole(_("Impact"), "impact", (1, 4), 92),
            computed(_("Risk value"), _risk_value, 84),
            choice(
                _("Handling"),
                "handling",
                [(kind, _(said)) for kind, said in HANDLINGS.items()],
                104,
            ),
        ),
        lines=partial(services.risks.rows, {"plan_id": plan.id}),
        register=services.risks,
        fresh=partial(_risk_of, plan.id),
        details=(
            ("title", _("Risk")),
            ("cause", _("Cause")),
            ("consequence", _("Consequence")),
        ),
        hint=limits,
    )
    return (spec,)


def _control_of(manuscript: Manuscript, _beside: Sequence[Control]) -> Control:
    """A new control: of the plan's only risk, otherwise of one that is yet to be chosen."""
    found = manuscript.services.risks.rows({"plan_id": manuscript.plan_id}, limit=2)
    only = found[0].id if len(found) == 1 else ""
    return Control(new_id(), plan_id=manuscript.plan_id, risk_id=only)


def controls(manuscript: Manuscript, _block: Block) -> tuple[TableSpec[Any], ...]:
    """The internal control plan: one risk or more must stand in the risk analysis first."""
    services = manuscript.services
    found = services.risks.rows({"plan_id": manuscript.plan_id})
    options = [(risk.id, f"{risk.code} {risk.title}") for risk in found]
    spec: TableSpec[Control] = TableSpec(
        name=_("Internal control plan"),
        table="control",
        topics=frozenset({"control", "risk"}),
        columns=(
            choice(_("Risk"), "risk_id", options, 144),
            words(_("What is checked"), "title"),
            words(_("Method"), "method", 120),
            words(_("How often"), "frequency", 104),
            words(_("Responsible"), "responsible", 120),
            words(_("Reported"), "reported", 104),
        ),
        lines=partial(services.controls.rows, {"plan_id": manuscript.plan_id}),
        register=services.controls,
        fresh=partial(_control_of, manuscript) if found else None,
        details=(("title", _("What is checked")), ("method", _("Method"))),
        hint="" if found else _("Write the risks first: each control belongs to a risk."),
    )
    return (spec,)


def _event_of(plan_id: str, beside: Sequence[CycleEvent]) -> CycleEvent:
    month = beside[-1].month if beside else 1
    return CycleEvent(new_id(), plan_id=plan_id, month=month)


def annual_cycle(manuscript: Manuscript, _block: Block) -> tuple[TableSpec[Any], ...]:
    """The year's events."""
    services = manuscript.services
    months = [(month, month_name(month).capitalize()) for month in range(1, 13)]
    spec: TableSpec[CycleEvent] = TableSpec(
        name=_("Annual cycle"),
        table="cycle_event",
        topics=frozenset({"cycle_event"}),
        columns=(
            choice(_("Month"), "month", [*months, (0, _("All year"))], 112),
            words(_("Event"), "title"),
            words(_("Responsible"), "responsible", 136),
            words(_("Decided by"), "body", 136),
            choice(_("Important"), "important", [(False, _("no")), (True, _("yes"))], 80),
        ),
        lines=partial(services.cycle_events.rows, {"plan_id": manuscript.plan_id}),
        register=services.cycle_events,
        fresh=partial(_event_of, manuscript.plan_id),
    )
    return (spec,)


def _signatory_of(plan_id: str, _beside: Sequence[Signatory]) -> Signatory:
    return Signatory(new_id(), plan_id=plan_id)


def signatures(manuscript: Manuscript, _block: Block) -> tuple[TableSpec[Any], ...]:
    """Who signs on the last page."""
    services = manuscript.services
    spec: TableSpec[Signatory] = TableSpec(
        name=_("Approval and signatures"),
        table="signatory",
        topics=frozenset({"signatory"}),
        columns=(words(_("Role"), "role"), words(_("Name"), "name", 240)),
        lines=partial(services.signatories.rows, {"plan_id": manuscript.plan_id}),
        register=services.signatories,
        fresh=partial(_signatory_of, manuscript.plan_id),
        hint=_("How the plan is approved is chosen under Document information."),
    )
    return (spec,)


TABLES: dict[str, Callable[[Manuscript, Block], tuple[TableSpec[Any], ...]]] = {
    "risks": risks,
    "controls": controls,
    "annual_cycle": annual_cycle,
    "signatures": signatures,
}
