"""Tables of control: risks, the internal control plan, the annual cycle; and the last page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from styrdesk.base.formats import EN_DASH, month_name
from styrdesk.base.i18n import _
from styrdesk.domain import free_table, paragraph, richtext
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.plan import Approval, Block
from styrdesk.domain.risk import HANDLINGS, MOST, Handling, expected_handling
from styrdesk.reports import kit
from styrdesk.reports.kit import ColumnSpec, Row, RowKind, TableSpec, Words, joined, own, short
from styrdesk.reports.namndplan.data import PlanPrint

_SHADES = {Handling.ACCEPT: 0.0, Handling.ACT: 0.13, Handling.CONTROL: 0.32}
_SQUARE = 46.0
"""Width of a square of the matrix at least, so that they are equally wide. Points."""


def risks(data: PlanPrint, block: Block) -> Iterator[kit.Part]:
    """Risks with likelihood, impact and risk value."""
    rows = []
    for risk in data.document.risk:
        words: list[Words] = [(richtext.Text(risk.title, bold=True),)]
        if risk.cause:
            words.append(own(_("Cause: {text}"), text=risk.cause))
        if risk.consequence:
            words.append(own(_("Consequence: {text}"), text=risk.consequence))
        values = (str(risk.likelihood), str(risk.impact), str(risk.value))
        rows.append(
            Row(
                (
                    *(risk.code, risk.process, joined(words), *values),
                    own(_(HANDLINGS[risk.handling])),
                )
            )
        )
    plan = data.document.the_plan
    limits = _(
        "L = likelihood, I = impact, RV = risk value = L × I. "
        "From {act}: action. From {control}: internal control."
    ).format(act=plan.risk_action_from, control=plan.risk_control_from)
    yield TableSpec(
        block.caption or own(_("Risk analysis")),
        (
            ColumnSpec(own(_("No.")), weight=0),
            ColumnSpec(own(_("Process")), weight=0.5),
            ColumnSpec(own(_("Risk")), weight=2),
            ColumnSpec(short(_("L"), _("Likelihood")), "right", 0),
            ColumnSpec(short(_("I"), _("Impact")), "right", 0),
            ColumnSpec(short(_("RV"), _("Risk value")), "right", 0),
            ColumnSpec(own(_("Handling")), weight=0.4),
        ),
        tuple(rows),
        notes=(own(limits),),
        summary=_("Risks with their likelihood, impact, risk value and handling."),
    )
    if rows:
        yield _matrix(data.document)


def _matrix(document: PlanDocument) -> TableSpec:
    """The risks at their likelihood and impact, the worst at the upper right."""
    plan, steps = document.the_plan, range(1, MOST + 1)
    rows = []
    for likelihood in reversed(steps):
        squares: list[Words] = [own(str(likelihood))]
        shades = [0.0]
        for impact in steps:
            there = [r for r in document.risk if (r.likelihood, r.impact) == (likelihood, impact)]
            codes = richtext.Text(", ".join(r.code or r.title for r in there), bold=True)
            value = likelihood * impact
            squares.append(joined((own(str(value)), (codes,)), "   "))
            asked = expected_handling(value, plan.risk_action_from, plan.risk_control_from)
            shades.append(_SHADES[asked])
        rows.append(Row(tuple(squares), shades=tuple(shades)))
    told = _(
        "The figure of a square is its risk value. Pale squares ask for action, "
        "darker ones for internal control."
    )
    return TableSpec(
        own(_("Risk matrix")),
        (
            ColumnSpec(own(_("Likelihood")), weight=0),
            *(ColumnSpec(own(str(impact)), least=_SQUARE) for impact in steps),
        ),
        tuple(rows),
        over_heads=(("", 1), (own(_("Impact")), MOST)),
        notes=(own(told),),
        summary=_("The codes of the risks, by likelihood and impact."),
        zebra=False,
        whole=True,
    )


def controls(data: PlanPrint, block: Block) -> Iterator[kit.Part]:
    """The internal control plan."""
    by_id = {risk.id: risk for risk in data.document.risk}
    rows = []
    for control in data.document.control:
        risk = by_id[control.risk_id]
        rows.append(
            Row(
                (
                    f"{risk.code} {risk.process}".strip(),
                    control.title or EN_DASH,
                    control.method or EN_DASH,
                    control.frequency or EN_DASH,
                    control.responsible or EN_DASH,
                    control.reported or EN_DASH,
                )
            )
        )
    heads = (
        _("Risk"),
        _("What is checked"),
        _("Method"),
        _("How often"),
        _("Responsible"),
        _("Reported"),
    )
    yield TableSpec(
        block.caption or own(_("Internal control plan")),
        tuple(ColumnSpec(own(head)) for head in heads),
        tuple(rows),
        summary=_("What is checked for each risk, how, how often, by whom."),
    )


def annual_cycle(data: PlanPrint, block: Block) -> Iterator[kit.Part]:
    """The year's events, month by month, and what goes on all year."""
    rows = []
    events = sorted(data.document.cycle_event, key=_month_last)
    for event in events:
        month = month_name(event.month).capitalize() if event.month else _("All year")
        words = (richtext.Text(event.title, bold=event.important),)
        rows.append(Row((own(month), words, event.responsible or EN_DASH, event.body or EN_DASH)))
    yield TableSpec(
        block.caption or own(_("Annual cycle")),
        (
            ColumnSpec(own(_("Month")), weight=0),
            ColumnSpec(own(_("Event")), weight=1.6),
            ColumnSpec(own(_("Responsible")), weight=0.7),
            ColumnSpec(own(_("Decided by")), weight=0.7),
        ),
        tuple(rows),
        summary=_("Events of the year, month by month."),
    )


def _month_last(event: object) -> tuple[int, int]:
    month, position = getattr(event, "month", 0), getattr(event, "position", 0)
    return (month or 13, position)


def nothing_yet() -> kit.Prose:
    """What a draft says where nothing is written."""
    return kit.Prose((richtext.Paragraph(own(_("Nothing is written here yet."))),))


def signatures(data: PlanPrint, block: Block) -> Iterator[kit.Part]:
    """The last page: lines to sign, or where the approval is found."""
    plan = data.document.the_plan
    rows = tuple(kit.SignatureRow(s.role, s.name) for s in data.document.signatory)
    if plan.approval is Approval.SIGNATURES:
        if rows:
            yield kit.Signatures(rows, block.caption)
        elif not plan.is_final:
            yield nothing_yet()
        return
    signed = _("Minutes approved") if plan.approval is Approval.MINUTES else _("Signed")
    facts: list[tuple[Words, str]] = [
        (own(_("Decision")), paragraph.decision(plan.decided_on, plan.paragraph)),
        (own(_("Adopted by")), plan.decided_by),
        (own(signed), plan.approval_date.isoformat() if plan.approval_date else ""),
        (own(_("Approved by")), plan.approval_names),
        (own(_("Method")), plan.approval_method),
        (own(_("Signature reference")), plan.approval_reference),
        *((s.role, s.name) for s in data.document.signatory),
    ]
    title = block.caption or own(_("Approval"))
    yield kit.InfoBox(title, tuple((name, value) for name, value in facts if value))


def free(data: PlanPrint, block: Block) -> Iterator[kit.Part]:  # noqa: ARG001  # as the others
    """A table the writer made."""
    table = free_table.read(block.body)
    if not table.columns:
        return
    rows = [
        Row(tuple(_shown(table, r, c) for c in range(len(table.columns))))
        for r in range(len(table.rows))
    ]
    sums = free_table.sums(table)
    if sums:
        rows.append(Row(tuple(map(own, sums)), RowKind.SUM))
    columns = tuple(
        ColumnSpec(c.title, "right", 0)
        if c.kind is free_table.ColumnKind.NUMBER
        else ColumnSpec(c.title)
        for c in table.columns
    )
    yield TableSpec(block.caption or own(_("Table")), columns, tuple(rows))


def _shown(table: free_table.FreeTable, row: int, column: int) -> Words:
    """A cell; the program writes the numbers."""
    text = free_table.shown(table, row, column)
    number = table.columns[column].kind is free_table.ColumnKind.NUMBER
    return own(text) if number else text


BUILDERS: dict[str, Callable[[PlanPrint, Block], Iterator[kit.Part]]] = {
    "risks": risks,
    "controls": controls,
    "annual_cycle": annual_cycle,
    "signatures": signatures,
    "free_table": free,
}
