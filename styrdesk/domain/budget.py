"""Money of a nämnd: the frame kommunfullmäktige gives, and how the plan spends it.

All amounts are whole kronor. A plan has three years: the budget year and two more. In the
operating budget income and cost are written as positive figures; net = cost − income.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import itemgetter

from styrdesk.base.i18n import N_, _
from styrdesk.domain.organisation import required
from styrdesk.domain.record import link, maybe, owner


class FrameItemKind(StrEnum):
    """What changes a frame from one year to the next."""

    OPENING = "opening"
    WAGES = "wages"
    PRICES = "prices"
    VOLUME = "volume"
    RENT = "rent"
    EFFICIENCY = "efficiency"
    INITIATIVE = "initiative"
    TECHNICAL = "technical"
    OTHER = "other"


FRAME_ITEM_KINDS = {
    FrameItemKind.OPENING: N_("Opening frame"),
    FrameItemKind.WAGES: N_("Wage adjustment"),
    FrameItemKind.PRICES: N_("Price adjustment"),
    FrameItemKind.VOLUME: N_("Volume and demography"),
    FrameItemKind.RENT: N_("Rents"),
    FrameItemKind.EFFICIENCY: N_("Efficiency saving"),
    FrameItemKind.INITIATIVE: N_("Initiative"),
    FrameItemKind.TECHNICAL: N_("Technical adjustment"),
    FrameItemKind.OTHER: N_("Other"),
}


# "Total renovering" is a project and "Nettoeffekt av lägre hyror" a change of frame: only what
# names the whole stands after these words.
_WHOLE = (
    r"(budget|ram|anslag|kostnad|intäkt|utgift|investering|drift|netto|resultat|cost|income)\w*"
)
_BUDGET = r"(kommunbidrag|(budget|drift)?ram|budget|anslag)(en|et)?"
_SUM = re.compile(
    rf"(del|slut|total)?summa\b|totalt\b|(sub)?total\Z|totala? {_WHOLE}|sum\Z"
    rf"|netto({_WHOLE})?\Z|netto {_WHOLE}|net (cost|budget)\Z"
    rf"|utgående {_BUDGET}\b|outgoing frame"
)


def is_sum_row(text: str) -> bool:
    """Whether a row with this name is a sum of others: Summa, Totalt, Utgående ram, Netto.

    Such a row in a table that calculates its own sums would be counted twice.
    """
    return _SUM.match(" ".join(re.findall(r"\w+", text.casefold()))) is not None


_NATURAL = {
    FrameItemKind.OPENING: rf"\Aingående {_BUDGET}\b|\A(opening|incoming) frame\b",
    FrameItemKind.WAGES: r"\blöne\w*|\blöner\b|\bwages?\b",
    FrameItemKind.PRICES: r"\bpris\w*|\bprices?\b",
    FrameItemKind.VOLUME: r"\bvolym\w*|\bdemogra(fi|ph)\w*|\bvolumes?\b",
    FrameItemKind.RENT: r"\b\w*(?<!ut)hyr(a|an|or|orna|es\w*)\b|\brents?\b",
    FrameItemKind.EFFICIENCY: r"\beffektiviser\w*|\b\w*besparing\w*|\befficiency\b|\bsavings?\b",
    FrameItemKind.INITIATIVE: r"\b\w*satsning(en|ar|arna)?\b|\binitiatives?\b",
    FrameItemKind.TECHNICAL: r"\bteknisk\w* justering\w*|\btechnical adjustments?\b",
}


def kind_of(title: str) -> FrameItemKind:
    """The kind that a line's words name: Ingående kommunbidrag, Lönerevision; else OTHER.

    Of two kinds in one line ("Löne- och prisuppräkning") the first one named is taken.
    """
    plain = " ".join(title.casefold().split())
    found = []
    for kind, label in FRAME_ITEM_KINDS.items():
        if plain == _(label).casefold():
            return kind
        pattern = _NATURAL.get(kind)
        if pattern and (match := re.search(pattern, plain)):
            found.append((match.start(), kind))
    return min(found, key=itemgetter(0))[1] if found else FrameItemKind.OTHER


@dataclass(frozen=True, slots=True)
class BudgetFrame:
    """Kommunfullmäktige's frame for a nämnd: the budget `year` and the two years after."""

    id: str
    committee_id: str = link("committee")
    year: int = 0
    decided_on: date | None = None
    paragraph: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class FrameItem:
    """One line of a frame, in kronor for the three years."""

    id: str
    frame_id: str = owner("budget_frame")
    kind: FrameItemKind = FrameItemKind.OTHER
    title: str = ""
    year_1: int = 0
    year_2: int = 0
    year_3: int = 0
    position: int = 0


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """Operating budget of one verksamhet.

    Attributes:
        accounts: Bokslut two years before the budget year, net.
        last_budget: Budget the year before, net.
        income: Income of the budget year, as a positive figure.
        cost: Cost of the budget year.
        plan_2: Net, the year after the budget year.
        plan_3: Net, two years after.
    """

    id: str
    plan_id: str = owner("plan")
    unit_id: str | None = maybe("unit")
    title: str = ""
    accounts: int = 0
    last_budget: int = 0
    income: int = 0
    cost: int = 0
    plan_2: int = 0
    plan_3: int = 0
    position: int = 0

    @property
    def net(self) -> int:
        """Net cost of the budget year: cost − income."""
        return self.cost - self.income


class CategoryKind(StrEnum):
    """Side of the budget a slag stands on."""

    COST = "cost"
    INCOME = "income"


CATEGORY_KINDS = {CategoryKind.COST: N_("Costs"), CategoryKind.INCOME: N_("Income")}


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """Budget of one kostnads- or intäktsslag, as a positive figure."""

    id: str
    plan_id: str = owner("plan")
    kind: CategoryKind = CategoryKind.COST
    title: str = ""
    accounts: int = 0
    last_budget: int = 0
    budget: int = 0
    plan_2: int = 0
    plan_3: int = 0
    position: int = 0


class InvestmentKind(StrEnum):
    """Why money is invested."""

    NEW = "new"
    REINVESTMENT = "reinvestment"
    EQUIPMENT = "equipment"


INVESTMENT_KINDS = {
    InvestmentKind.NEW: N_("New asset"),
    InvestmentKind.REINVESTMENT: N_("Reinvestment"),
    InvestmentKind.EQUIPMENT: N_("Equipment"),
}


@dataclass(frozen=True, slots=True)
class Investment:
    """A project of the investment budget.

    Attributes:
        total: The project's whole cost; 0 where not told.
        earlier: Spent in years before.
        running_cost: What it adds to the operating budget a year.
    """

    id: str
    plan_id: str = owner("plan")
    title: str = ""
    kind: InvestmentKind = InvestmentKind.EQUIPMENT
    total: int = 0
    earlier: int = 0
    year_1: int = 0
    year_2: int = 0
    year_3: int = 0
    running_cost: int = 0
    position: int = 0


def total(rows: Iterable[object], field: str) -> int:
    """The sum of one amount over rows, in kronor."""
    return sum(getattr(row, field) for row in rows)


def net_cost(lines: Iterable[CategoryLine], field: str) -> int:
    """Costs less income, in kronor; both are written as positive amounts."""
    lines = tuple(lines)
    costs, income = (
        total((line for line in lines if line.kind is kind), field)
        for kind in (CategoryKind.COST, CategoryKind.INCOME)
    )
    return costs - income


def closing(items: Iterable[FrameItem]) -> tuple[int, int, int]:
    """Outgoing frame (utgående ram) of the three years: the sum of all its lines."""
    items = tuple(items)
    return total(items, "year_1"), total(items, "year_2"), total(items, "year_3")


def check_frame(frame: BudgetFrame) -> None:
    """Rules of a frame."""
    required(frame.committee_id, "committee_id", _("Choose a committee."))
