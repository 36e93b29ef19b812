"""Tables of money: change of frame, operating budget, budget by category, investments."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from styrdesk.base.formats import amount_rounded, step
from styrdesk.base.i18n import _
from styrdesk.domain.budget import (
    CATEGORY_KINDS,
    INVESTMENT_KINDS,
    CategoryKind,
    closing,
    net_cost,
    total,
)
from styrdesk.domain.checks.money import adds_up
from styrdesk.domain.plan import Block
from styrdesk.domain.richtext import Runs
from styrdesk.reports import kit
from styrdesk.reports.kit import ColumnSpec, Row, RowKind, TableSpec, own
from styrdesk.reports.namndplan.data import PlanPrint


class _Amounts:
    """The amount columns of one table: their heads, cells, sums, and the remark on rounding."""

    def __init__(self, data: PlanPrint, columns: Sequence[tuple[str, str]]) -> None:
        self.unit = data.document.the_plan.unit
        self.columns = tuple(ColumnSpec(own(title), "right", 0) for title, _field in columns)
        self.fields = tuple(field for _title, field in columns)

    def shown(self, kronor: int) -> Runs:
        """An amount in the plan's unit and no finer, as the print's language writes it."""
        return own(amount_rounded(kronor, self.unit))

    def cells(self, row: object) -> tuple[Runs, ...]:
        """One row's amounts."""
        return tuple(self.shown(getattr(row, field)) for field in self.fields)

    def sums(self, rows: Sequence[object]) -> tuple[Runs, ...]:
        """The sums of the rows."""
        return tuple(self.shown(total(rows, field)) for field in self.fields)

    def notes(self, rows: Sequence[object]) -> tuple[Runs, ...]:
        """A remark where rounded rows do not add up."""
        size = step(self.unit)
        even = all(adds_up([getattr(r, f) for r in rows], size) for f in self.fields)
        return (
            () if even else (own(_("Because of rounding, the rows may not add up to the sums.")),)
        )


def frame(data: PlanPrint, block: Block) -> Iterator[kit.Part]:
    """How the frame changes from year to year, to the outgoing frame."""
    document = data.document
    years = [str(year) for year in document.the_plan.years]
    amounts = _Amounts(data, list(zip(years, ("year_1", "year_2", "year_3"), strict=True)))
    items = document.frame_item
    rows = [Row((item.title, *amounts.cells(item))) for item in items]
    rows.append(Row((own(_("Outgoing frame")), *amounts.sums(items)), RowKind.SUM))
    yield TableSpec(
        block.caption or own(_("Change of frame")),
        (ColumnSpec(own(_("Item"))), *amounts.columns),
        tuple(rows),
        unit=amounts.unit,
        whole=True,
        notes=amounts.notes(items),
        summary=_("Opening frame, changes and outgoing frame for three years."),
    )


def operating_budget(data: PlanPrint, block: Block) -> Iterator[kit.Part]:
    """Net budget of each operation, with the sum held against the frame."""
    document, lines = data.document, data.document.budget_line
    y = document.the_plan.year
    every = [
        (_("Accounts {year}").format(year=y - 2), "accounts"),
        (_("Budget {year}").format(year=y - 1), "last_budget"),
        (_("Income {year}").format(year=y), "income"),
        (_("Costs {year}").format(year=y), "cost"),
        (_("Budget {year}").format(year=y), "net"),
        (_("Plan {year}").format(year=y + 1), "plan_2"),
        (_("Plan {year}").format(year=y + 2), "plan_3"),
    ]
    amounts = _Amounts(data, _used(every, lines, always=("income", "cost", "net", "plan_")))
    rows = [Row((line.title, *amounts.cells(line))) for line in lines]
    rows.append(Row((own(_("Total")), *amounts.sums(lines)), RowKind.SUM))
    if document.frame_item:
        out = closing(document.frame_item)
        spent = tuple(total(lines, field) for field in ("net", "plan_2", "plan_3"))
        gaps = ("",) * amounts.fields.index("net")
        rows.append(Row((own(_("Frame")), *gaps, *map(amounts.shown, out)), RowKind.AFTER))
        over = (amounts.shown(s - f) for s, f in zip(spent, out, strict=True))
        rows.append(Row((own(_("Difference from the frame")), *gaps, *over), RowKind.AFTER))
    yield TableSpec(
        block.caption or own(_("Operating budget by operation")),
        (ColumnSpec(own(_("Operation"))), *amounts.columns),
        tuple(rows),
        unit=amounts.unit,
        whole=True,
        dense=True,
        notes=amounts.notes(lines),
        summary=_("Accounts, budget and plan, net, for each operation."),
    )


def category_budget(data: PlanPrint, block: Block) -> Iterator[kit.Part]:
    """Costs and income by category, each with its sum, and the net."""
    document = data.document
    lines = document.category_line
    y = document.the_plan.year
    every = [
        (_("Accounts {year}").format(year=y - 2), "accounts"),
        (_("Budget {year}").format(year=y - 1), "last_budget"),
        (_("Budget {year}").format(year=y), "budget"),
        (_("Plan {year}").format(year=y + 1), "plan_2"),
        (_("Plan {year}").format(year=y + 2), "plan_3"),
    ]
    amounts = _Amounts(data, _used(every, lines, always=("budget",)))
    rows: list[Row] = []
    for kind in CategoryKind:
        of_kind = [line for line in lines if line.kind is kind]
        rows.append(Row((own(_(CATEGORY_KINDS[kind])),), RowKind.GROUP))
        rows.extend(Row((line.title, *amounts.cells(line))) for line in of_kind)
        name = _("Total costs") if kind is CategoryKind.COST else _("Total income")
        rows.append(Row((own(name), *amounts.sums(of_kind)), RowKind.SUM))
    net = tuple(amounts.shown(net_cost(lines, field)) for field in amounts.fields)
    rows.append(Row((own(_("Net cost")), *net), RowKind.SUM))
    yield TableSpec(
        block.caption or own(_("Operating budget by category")),
        (ColumnSpec(own(_("Category"))), *amounts.columns),
        tuple(rows),
        unit=amounts.unit,
        whole=True,
        notes=amounts.notes(lines),
        summary=_("Costs and income by category, and the net cost."),
    )


def investments(data: PlanPrint, block: Block) -> Iterator[kit.Part]:
    """Projects and what they cost each year."""
    document = data.document
    projects = document.investment
    years = [str(year) for year in document.the_plan.years]
    every = [
        (_("Total cost"), "total"),
        (_("Earlier years"), "earlier"),
        *zip(years, ("year_1", "year_2", "year_3"), strict=True),
        (_("Running cost a year"), "running_cost"),
    ]
    amounts = _Amounts(data, _used(every, projects, always=("year_",)))
    rows = [Row((p.title, own(_(INVESTMENT_KINDS[p.kind])), *amounts.cells(p))) for p in projects]
    rows.append(Row((own(_("Total")), "", *amounts.sums(projects)), RowKind.SUM))
    yield TableSpec(
        block.caption or own(_("Investments")),
        (ColumnSpec(own(_("Project"))), ColumnSpec(own(_("Type")), weight=0.4), *amounts.columns),
        tuple(rows),
        unit=amounts.unit,
        whole=True,
        notes=amounts.notes(projects),
        summary=_("Projects with their cost each year."),
    )


def _used(
    columns: Sequence[tuple[str, str]], rows: Sequence[object], always: tuple[str, ...]
) -> list[tuple[str, str]]:
    """The columns in which some row has an amount; a column of noughts is not known yet."""
    return [
        (title, field)
        for title, field in columns
        if field.startswith(always) or any(getattr(row, field) for row in rows)
    ]


BUILDERS: dict[str, Callable[[PlanPrint, Block], Iterator[kit.Part]]] = {
    "frame": frame,
    "operating_budget": operating_budget,
    "category_budget": category_budget,
    "investments": investments,
}
