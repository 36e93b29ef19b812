"""Tables of money: change of frame, operating budget, budget by category, investments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from styrdesk.base.formats import amount
from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.budget import (
    CATEGORY_KINDS,
    INVESTMENT_KINDS,
    BudgetLine,
    CategoryKind,
    CategoryLine,
    FrameItem,
    Investment,
    closing,
    net_cost,
    total,
)
from styrdesk.domain.plan import Block
from styrdesk.ui.kit.grid_model import GridRow
from styrdesk.ui.pieces.planning.editor.columns import Column, choice, money, net, words
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.editor.table_spec import TableSpec


def hint() -> str:
    """What is said under a table of amounts."""
    return _("Grey cells and totals are calculated. Paste from Excel with Ctrl+V.")


def _year(year: int) -> str:
    return f"{year % 100:02d}"


def sum_row(
    name: str, columns: Sequence[Column[Any]], of: Callable[[str], int], unit: str
) -> GridRow:
    """A row of sums: the name first, a sum under each amount."""
    sums = [amount(of(c.field), unit) if c.kind == "num" else "" for c in columns[1:]]
    return GridRow((name, *sums), computed=True, bold=True)


# ---- the frame -------------------------------------------------------------------------------


def frame_items(manuscript: Manuscript) -> tuple[FrameItem, ...]:
    """Lines of the frame that kommunfullmäktige has given for the plan's year."""
    plan, services = manuscript.plan, manuscript.services
    where = {"committee_id": plan.committee_id, "year": plan.year}
    frames = manuscript.shared(services.budget_frames, where)[:1]
    here = {"frame_id": frames[0].id} if frames else {}
    return manuscript.shared(services.frame_items, here) if frames else ()


def frame(manuscript: Manuscript, _block: Block) -> tuple[TableSpec[Any], ...]:
    """The frame as the register has it: read here, written there."""
    plan = manuscript.plan
    unit = plan.unit
    columns: list[Column[Any]] = [Column(_("Item"), "title", _title)]
    for n, year in enumerate(plan.years, 1):
        columns.append(net(str(year), f"year_{n}", plan.unit, 104))

    def totals(lines: Sequence[FrameItem]) -> list[GridRow]:
        ends = dict(zip(("year_1", "year_2", "year_3"), closing(lines), strict=True))
        return [sum_row(_("Outgoing frame"), columns, ends.__getitem__, unit)] if lines else []

    spec: TableSpec[Any] = TableSpec(
        name=_("Change of frame, {unit}").format(unit=plan.unit),
        table="frame_item",
        topics=frozenset({"frame_item", "budget_frame", "plan"}),
        columns=tuple(columns),
        lines=partial(frame_items, manuscript),
        totals=totals,
        page="frames",
        hint=_("The frame is written in its register, once for all plans."),
    )
    return (spec,)


def _title(record: FrameItem) -> str:
    return record.title


# ---- the operating budget --------------------------------------------------------------------


def _line_of(plan_id: str, _beside: Sequence[BudgetLine]) -> BudgetLine:
    return BudgetLine(new_id(), plan_id=plan_id)


def operating_budget(manuscript: Manuscript, _block: Block) -> tuple[TableSpec[Any], ...]:
    """Net budget of each operation."""
    plan, services = manuscript.plan, manuscript.services
    year, unit = plan.year, plan.unit
    columns = (
        words(_("Operation, {unit}").format(unit=unit), "title"),
        money(_("Accounts {year}").format(year=_year(year - 2)), "accounts", unit, 84),
        money(_("Budget {year}").format(year=_year(year - 1)), "last_budget", unit, 84),
        money(_("Income"), "income", unit, 76),
        money(_("Costs"), "cost", unit, 84),
        net(_("Budget {year}").format(year=_year(year)), "net", unit, 84),
        money(_("Plan {year}").format(year=_year(year + 1)), "plan_2", unit, 84),
        money(_("Plan {year}").format(year=_year(year + 2)), "plan_3", unit, 84),
    )

    def totals(lines: Sequence[BudgetLine]) -> list[GridRow]:
        return [sum_row(_("Total"), columns, partial(total, lines), unit)] if lines else []

    spec: TableSpec[BudgetLine] = TableSpec(
        name=_("Operating budget by operation"),
        table="budget_line",
        topics=frozenset({"budget_line", "frame_item", "budget_frame"}),
        columns=columns,
        lines=partial(services.budget_lines.rows, {"plan_id": plan.id}),
        register=services.budget_lines,
        fresh=partial(_line_of, plan.id),
        totals=totals,
        hint=hint(),
    )
    return (spec,)


def against_frame(manuscript: Manuscript) -> tuple[int, str]:
    """How far the operating budget is over the frame (below zero: under it), and the words.

    Without a frame or a budget nothing is said.
    """
    plan, items = manuscript.plan, frame_items(manuscript)
    lines = manuscript.services.budget_lines.rows({"plan_id": plan.id})
    if not items or not lines:
        return 0, ""
    given = closing(items)[0]
    over = total(lines, "net") - given
    said = _("{amount} {unit} over the frame {frame}") if over > 0 else ""
    if over < 0:
        said = _("{amount} {unit} of the frame {frame} is left")
    return over, said.format(
        amount=amount(abs(over), plan.unit), frame=amount(given, plan.unit), unit=plan.unit
    )


# ---- categories and investments --------------------------------------------------------------


def _category_of(plan_id: str, beside: Sequence[CategoryLine]) -> CategoryLine:
    kind = beside[-1].kind if beside else CategoryKind.COST
    return CategoryLine(new_id(), plan_id=plan_id, kind=kind)


def category_budget(manuscript: Manuscript, _block: Block) -> tuple[TableSpec[Any], ...]:
    """Costs and income by category, as positive figures."""
    plan, services = manuscript.plan, manuscript.services
    year, unit = plan.year, plan.unit
    kinds = [(kind, _(said)) for kind, said in CATEGORY_KINDS.items()]
    columns = (
        words(_("Category, {unit}").format(unit=unit), "title"),
        choice(_("Side"), "kind", kinds, 96),
        money(_("Accounts {year}").format(year=_year(year - 2)), "accounts", unit, 84),
        money(_("Budget {year}").format(year=_year(year - 1)), "last_budget", unit, 84),
        money(_("Budget {year}").format(year=_year(year)), "budget", unit, 96),
        money(_("Plan {year}").format(year=_year(year + 1)), "plan_2", unit, 84),
        money(_("Plan {year}").format(year=_year(year + 2)), "plan_3", unit, 84),
    )

    def totals(lines: Sequence[CategoryLine]) -> list[GridRow]:
        costs = [line for line in lines if line.kind is CategoryKind.COST]
        income = [line for line in lines if line.kind is CategoryKind.INCOME]

        rows = [
            sum_row(_("Total costs"), columns, partial(total, costs), unit),
            sum_row(_("Total income"), columns, partial(total, income), unit),
            sum_row(_("Net cost"), columns, partial(net_cost, lines), unit),
        ]
        return rows if lines else []

    spec: TableSpec[CategoryLine] = TableSpec(
        name=_("Operating budget by category"),
        table="category_line",
        topics=frozenset({"category_line"}),
        columns=columns,
        lines=partial(services.category_lines.rows, {"plan_id": plan.id}),
        register=services.category_lines,
        fresh=partial(_category_of, plan.id),
        totals=totals,
        hint=hint(),
    )
    return (spec,)


def _project_of(plan_id: str, _beside: Sequence[Investment]) -> Investment:
    return Investment(new_id(), plan_id=plan_id)


def investments(manuscript: Manuscript, _block: Block) -> tuple[TableSpec[Any], ...]:
    """Projects and what they cost."""
    plan, services = manuscript.plan, manuscript.services
    unit = plan.unit
    kinds = [(kind, _(said)) for kind, said in INVESTMENT_KINDS.items()]
    years = [money(str(year), f"year_{n}", unit, 80) for n, year in enumerate(plan.years, 1)]
    columns = (
        words(_("Project, {unit}").format(unit=unit), "title"),
        choice(_("Type"), "kind", kinds, 112),
        money(_("Total cost"), "total", unit, 88),
        money(_("Earlier"), "earlier", unit, 76),
        *years,
        money(_("Running cost"), "running_cost", unit, 104),
    )

    def totals(lines: Sequence[Investment]) -> list[GridRow]:
        return [sum_row(_("Total"), columns, partial(total, lines), unit)] if lines else []

    spec: TableSpec[Investment] = TableSpec(
        name=_("Investments"),
        table="investment",
        topics=frozenset({"investment"}),
        columns=columns,
        lines=partial(services.investments.rows, {"plan_id": plan.id}),
        register=services.investments,
        fresh=partial(_project_of, plan.id),
        totals=totals,
        hint=hint(),
    )
    return (spec,)


TABLES: dict[str, Callable[[Manuscript, Block], tuple[TableSpec[Any], ...]]] = {
    "frame": frame,
    "operating_budget": operating_budget,
    "category_budget": category_budget,
    "investments": investments,
}
