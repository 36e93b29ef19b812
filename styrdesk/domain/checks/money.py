"""Checks of money: the frame is kept and chained, the tables agree, the rounding is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from styrdesk.base.formats import amount, step
from styrdesk.base.i18n import N_, _
from styrdesk.domain.budget import CategoryKind, FrameItemKind, closing, total
from styrdesk.domain.checks.finding import Finding, Place, Severity
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.plan import BlockKind

_YEARS = ("net", "plan_2", "plan_3")
_ROUNDED = {
    "frame_item": ("year_1", "year_2", "year_3"),
    "budget_line": ("accounts", "last_budget", "income", "cost", "plan_2", "plan_3"),
    "category_line": ("accounts", "last_budget", "budget", "plan_2", "plan_3"),
    "investment": ("year_1", "year_2", "year_3"),
}
_BLOCK_OF = {
    "frame_item": BlockKind.FRAME,
    "budget_line": BlockKind.OPERATING_BUDGET,
    "category_line": BlockKind.CATEGORY_BUDGET,
    "investment": BlockKind.INVESTMENTS,
}


def chapter_of(document: PlanDocument, kind: BlockKind) -> str:
    """Id of the first chapter that shows a kind of table, empty where none does."""
    shown = {b.chapter_id for b in document.block if b.kind is kind}
    return next((c.id for _level, c in document.chapters if c.id in shown), "")


def frame_is_kept(document: PlanDocument) -> Iterator[Finding]:
    """The operating budget's net is the frame: not over it, and not less than it.

    Source: styrmodellen («inom fastställda ekonomiska ramar»).
    """
    place = Place("budget_line", chapter=chapter_of(document, BlockKind.OPERATING_BUDGET))
    plan = document.the_plan
    if not document.frame_item:
        yield Finding(
            Severity.WARNING,
            "frame-missing",
            _("There is no budget frame for {year}.").format(year=plan.year),
            Place("budget_frame", chapter=chapter_of(document, BlockKind.FRAME)),
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
            place,
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
                Place("frame_item", opening[0].id, field, chapter_of(document, BlockKind.FRAME)),
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
        by_category = total((c for c in document.category_line if c.kind is kind), "budget")
        by_line = total(document.budget_line, field)
        if by_category != by_line:
            yield Finding(
                Severity.ERROR,
                f"category-{kind.value}",
                _(texts[kind]).format(
                    category=amount(by_category, unit), lines=amount(by_line, unit)
                ),
                Place(
                    "category_line",
                    field="budget",
                    chapter=chapter_of(document, BlockKind.CATEGORY_BUDGET),
                ),
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
                    Place(table, field=name, chapter=chapter_of(document, _BLOCK_OF[table])),
                )
                break


def rounded(kronor: int, size: int) -> int:
    """How many steps of a size, halves away from zero."""
    return (abs(kronor) + size // 2) // size * (1 if kronor >= 0 else -1)


def adds_up(amounts: Sequence[int], size: int) -> bool:
    """Whether amounts rounded one by one give the rounded sum."""
    return sum(rounded(a, size) for a in amounts) == rounded(sum(amounts), size)
