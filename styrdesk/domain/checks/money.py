"""Checks of money: the frame is kept and chained, the tables agree, the rounding is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from styrdesk.base.formats import amount, step
from styrdesk.base.i18n import N_, _
from styrdesk.domain.budget import CategoryKind, FrameItemKind, closing, total
from styrdesk.domain.checks.finding import Finding, Place, Severity
from styrdesk.domain.checks.places import at
from styrdesk.domain.document import PlanDocument

_YEARS = ("net", "plan_2", "plan_3")
_ROUNDED = {
    "frame_item": ("year_1", "year_2", "year_3"),
    "budget_line": ("accounts", "last_budget", "income", "cost", "plan_2", "plan_3"),
    "category_line": ("accounts", "last_budget", "budget", "plan_2", "plan_3"),
    "investment": ("year_1", "year_2", "year_3"),
}


def frame_is_kept(document: PlanDocument) -> Iterator[Finding]:
    """The operating budget's net is the frame: not over it, and not less than it.

    Source: styrmodellen («inom fastställda ekonomiska ramar»).
    """
    plan = document.the_plan
    if not document.frame_item:
        yield Finding(
            Severity.WARNING,
            "frame-missing",
            _("There is no budget frame for {year}.").format(year=plan.year),
            Place("budget_frame", document.budget_frame[0].id if document.budget_frame else ""),
        )
        return
    if not document.budget_line:
        return
    for year, field, frame in zip(plan.years, _YEARS, closing(document.frame_item), strict=True):
        difference = total(document.budget_line, field) - frame
        if not difference:
            continue
        over = difference > 0
        message = (
            N_("{year}: the operating budget is {amount} {unit} over the frame {frame}.")
            if over
            else N_("{year}: {amount} {unit} of the frame {frame} is not used.")
        )
        severity = Severity.ERROR if over and field == "net" else Severity.WARNING
        yield Finding(
            severity,
            "frame-over" if over else "frame-unused",
            _(message).format(
                year=year,
                amount=amount(abs(difference), plan.unit),
                frame=amount(frame, plan.unit),
                unit=plan.unit,
            ),
            at(document, "budget_line", field="cost" if field == "net" else field),
        )


def frame_is_chained(document: PlanDocument) -> Iterator[Finding]:
    """Each year's opening frame is the year before's outgoing frame."""
    opening = [i for i in document.frame_item if i.kind is FrameItemKind.OPENING]
    if not opening:
        return
    plan, out = document.the_plan, closing(document.frame_item)
    for place, field in ((1, "year_2"), (2, "year_3")):
        start = total(opening, field)
        if start != out[place - 1]:
            message = _("{year}: the opening frame is {start}, but {before} ends with {end}.")
            yield Finding(
                Severity.WARNING,
                "frame-chain",
                message.format(
                    year=plan.years[place],
                    start=amount(start, plan.unit),
                    before=plan.years[place - 1],
                    end=amount(out[place - 1], plan.unit),
                ),
                at(document, "frame_item", opening[0].id, field),
            )


def categories_match_lines(document: PlanDocument) -> Iterator[Finding]:
    """Costs and income by slag are the same money as by verksamhet."""
    if not document.category_line or not document.budget_line:
        return
    unit = document.the_plan.unit
    texts = {
        CategoryKind.COST: N_("Costs by category are {category}, by operation {lines}."),
        CategoryKind.INCOME: N_("Income by category is {category}, by operation {lines}."),
    }
    for kind, field in ((CategoryKind.COST, "cost"), (CategoryKind.INCOME, "income")):
        mine = [line for line in document.category_line if line.kind is kind]
        by_category = total(mine, "budget")
        by_line = total(document.budget_line, field)
        if by_category != by_line:
            yield Finding(
                Severity.ERROR,
                f"category-{kind.value}",
                _(texts[kind]).format(
                    category=amount(by_category, unit), lines=amount(by_line, unit)
                ),
                at(document, "category_line", "", "budget", mine[0].id if mine else ""),
            )


def rounding(document: PlanDocument) -> Iterator[Finding]:
    """Rows that `amount_rounded` shows and that then do not add up are told of («avrundning»)."""
    unit = document.the_plan.unit
    for table, names in _ROUNDED.items():
        for name in names:
            amounts = [getattr(row, name) for row in document.rows(table)]
            if not adds_up(amounts, step(unit)):
                yield Finding(
                    Severity.WARNING,
                    "rounding",
                    _("Amounts rounded to {unit} do not add up to the rounded sum.").format(
                        unit=unit
                    ),
                    at(document, table, "", name, document.rows(table)[0].id),
                )
                break


def rounded(kronor: int, size: int) -> int:
    """How many steps of a size, halves away from zero."""
    return (abs(kronor) + size // 2) // size * (1 if kronor >= 0 else -1)


def adds_up(amounts: Sequence[int], size: int) -> bool:
    """Whether amounts rounded one by one give the rounded sum."""
    return sum(rounded(a, size) for a in amounts) == rounded(sum(amounts), size)
