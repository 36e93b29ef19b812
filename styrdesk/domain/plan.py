"""The nämndplan: its document information, chapters and blocks, and its own registers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from styrdesk.base.formats import UNITS
from styrdesk.base.i18n import N_, _
from styrdesk.domain.assignment import WorkStatus
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import check_dates, required
from styrdesk.domain.record import kept, link, maybe, named, owner, rich, searched, within

WRITTEN_IN: Final = "sv"
"""The language of what stands in registers and chapters, unless a passage says another."""


class PlanStatus(StrEnum):
    """Where a plan stands in its life, in order; what leads where is `life.py`'s."""

    DRAFT = "draft"
    CONSULTATION = "consultation"
    PROPOSAL = "proposal"
    DECIDED = "decided"
    SIGNED = "signed"
    REPLACED = "replaced"


PLAN_STATUSES = {
    PlanStatus.DRAFT: N_("Draft"),
    PlanStatus.CONSULTATION: N_("Out for comment"),
    PlanStatus.PROPOSAL: N_("Proposal"),
    PlanStatus.DECIDED: N_("Decided"),
    PlanStatus.SIGNED: N_("Decided and approved"),
    PlanStatus.REPLACED: N_("Replaced"),
}
FINAL = frozenset({PlanStatus.DECIDED, PlanStatus.SIGNED, PlanStatus.REPLACED})


class Approval(StrEnum):
    """What stands on the last page: lines to sign, a reference to minutes, or an e-signature."""

    SIGNATURES = "signatures"
    MINUTES = "minutes"
    DIGITAL = "digital"


APPROVALS = {
    Approval.SIGNATURES: N_("Signature page"),
    Approval.MINUTES: N_("Reference to approved minutes"),
    Approval.DIGITAL: N_("Electronic signature"),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """A nämndplan with its document information (dokumentinformation).

    Attributes:
        year: The budget year; the plan speaks of two years more.
        approval_date: Day the minutes were approved, or the electronic signature was set.
        approval_names: Who approved or signed.
        approval_reference: Reference of the electronic signature.
        risk_action_from: Least risk value (S×K) that asks for action.
        risk_control_from: Least risk value that goes into the internal control plan.
        unit: Unit of money in tables: kr, tkr or mnkr.
    """

    id: str
    committee_id: str = link("committee")
    strategic_plan_id: str | None = maybe("strategic_plan")
    year: int = 0
    title: str = named()
    status: PlanStatus = PlanStatus.DRAFT
    document_type: str = ""
    decided_by: str = ""
    decided_on: date | None = None
    paragraph: str = ""
    registration_number: str = searched()
    valid_from: date | None = None
    valid_to: date | None = None
    validity_note: str = ""
    document_owner: str = ""
    version: str = ""
    applies_to: str = ""
    replaces: str = ""
    related: str = ""
    follow_up: str = ""
    review_due: str = ""
    classification: str = ""
    retention: str = ""
    approval: Approval = Approval.SIGNATURES
    approval_date: date | None = None
    approval_names: str = ""
    approval_method: str = ""
    approval_reference: str = ""
    risk_action_from: int = within(1, 16, 6)
    risk_control_from: int = within(1, 16, 9)
    unit: str = "tkr"

    @property
    def years(self) -> tuple[int, int, int]:
        """The plan's three years."""
        return self.year, self.year + 1, self.year + 2

    @property
    def is_final(self) -> bool:
        """Whether it is decided, and thus neither changed nor marked as a draft."""
        return self.status in FINAL


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter, sub-chapter or appendix.

    Attributes:
        instruction: Anvisning to the writer (rich text), never printed.
        ready: Klarmarkerad by the one responsible.
        key: The template's name of it, by which next year's plan finds it again.
    """

    id: str
    plan_id: str = owner("plan")
    parent_id: str | None = maybe("chapter", owned=True)
    title: str = ""
    instruction: str = rich()
    responsible_id: str | None = maybe("person")
    ready: bool = False
    appendix: bool = False
    key: str = ""
    position: int = 0


class BlockKind(StrEnum):
    """What a block is: text, image, or a typed table."""

    TEXT = "text"
    IMAGE = "image"
    FREE_TABLE = "free_table"
    GOALS = "goals"
    ASSIGNMENTS = "assignments"
    INDICATORS = "indicators"
    ACTIVITIES = "activities"
    FRAME = "frame"
    OPERATING_BUDGET = "operating_budget"
    CATEGORY_BUDGET = "category_budget"
    INVESTMENTS = "investments"
    VOLUMES = "volumes"
    RISKS = "risks"
    CONTROLS = "controls"
    ANNUAL_CYCLE = "annual_cycle"
    SIGNATURES = "signatures"


BLOCK_KINDS = {
    BlockKind.TEXT: N_("Text"),
    BlockKind.IMAGE: N_("Image"),
    BlockKind.FREE_TABLE: N_("Free table"),
    BlockKind.GOALS: N_("Goals"),
    BlockKind.ASSIGNMENTS: N_("Assignments"),
    BlockKind.INDICATORS: N_("Indicators"),
    BlockKind.ACTIVITIES: N_("Activities"),
    BlockKind.FRAME: N_("Change of frame"),
    BlockKind.OPERATING_BUDGET: N_("Operating budget by operation"),
    BlockKind.CATEGORY_BUDGET: N_("Operating budget by category"),
    BlockKind.INVESTMENTS: N_("Investments"),
    BlockKind.VOLUMES: N_("Volumes and key figures"),
    BlockKind.RISKS: N_("Risk analysis"),
    BlockKind.CONTROLS: N_("Internal control plan"),
    BlockKind.ANNUAL_CYCLE: N_("Annual cycle"),
    BlockKind.SIGNATURES: N_("Approval and signatures"),
}


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a chapter. Typed tables show the plan's own registers.

    Attributes:
        caption: Heading of a table or image.
        body: Rich text of a text block; JSON of a free table (`free_table.py`).
        committee_goal_id: Show only what belongs to this nämndmål.
        chart: Whether indicators are drawn as charts too.
        file: SHA-256 of an image in the file.
        alt: The image in words, for those who do not see it.
    """

    id: str
    chapter_id: str = owner("chapter")
    kind: BlockKind = BlockKind.TEXT
    caption: str = ""
    body: str = ""
    committee_goal_id: str | None = maybe("committee_goal")
    chart: bool = False
    file: str = kept()
    alt: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Activity:
    """Something that is done, from one day to another, by someone (aktivitet)."""

    id: str
    plan_id: str = owner("plan")
    committee_goal_id: str | None = maybe("committee_goal")
    assignment_id: str | None = maybe("assignment")
    code: str = named()
    title: str = named()
    start: date | None = None
    end: date | None = None
    responsible: str = searched()
    status: WorkStatus = WorkStatus.NOT_STARTED
    comment: str = searched()
    position: int = 0


@dataclass(frozen=True, slots=True)
class Volume:
    """A volume or key figure: outcome and budget before, budget and plan ahead."""

    id: str
    plan_id: str = owner("plan")
    title: str = ""
    unit: str = ""
    decimals: int = within(0, 4, 0)
    outcome: Decimal | None = None
    last_budget: Decimal | None = None
    year_1: Decimal | None = None
    year_2: Decimal | None = None
    year_3: Decimal | None = None
    position: int = 0


@dataclass(frozen=True, slots=True)
class CycleEvent:
    """An event of the yearly cycle (årshjul). Month 0 is what goes on all year."""

    id: str
    plan_id: str = owner("plan")
    month: int = within(0, 12, 0)
    title: str = ""
    responsible: str = ""
    body: str = ""
    important: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class Signatory:
    """Someone who signs on the last page."""

    id: str
    plan_id: str = owner("plan")
    role: str = ""
    name: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Carried:
    """A mark: what has this id was carried over from an earlier plan and nobody has looked at it.

    It goes when the record it marks is changed, or is kept as it stands.
    """

    id: str
    plan_id: str = owner("plan")


def check_plan(plan: Plan) -> None:
    """Rules of a plan's document information."""
    required(plan.committee_id, "committee_id", _("Choose a committee."))
    required(plan.title, "title", _("Write the plan's title."))
    if not 1990 <= plan.year <= 2200:  # noqa: PLR2004  # a typing mistake, not a plan
        raise RuleBroken(_("Write the year with four digits."), "year")
    check_dates(plan.valid_from, plan.valid_to)
    if plan.unit not in UNITS:
        raise RuleBroken(_("Amounts are shown in kr, tkr or mnkr."), "unit")
    if plan.risk_control_from < plan.risk_action_from:
        raise RuleBroken(
            _("The limit for control must not be lower than the limit for action."),
            "risk_control_from",
        )


def check_activity(activity: Activity) -> None:
    """Rules of an activity."""
    required(activity.title, "title", _("Write what is to be done."))
    check_dates(activity.start, activity.end, "end")


def in_order(chapters: Iterable[Chapter]) -> list[tuple[int, Chapter]]:
    """Chapters with their level (1–3) as they are read: chapters first, appendices last."""
    chapters = tuple(chapters)
    known = {chapter.id for chapter in chapters}
    below: dict[str | None, list[Chapter]] = {}
    for chapter in sorted(chapters, key=lambda c: (c.appendix, c.position)):
        parent = chapter.parent_id if chapter.parent_id in known else None
        below.setdefault(parent, []).append(chapter)
    found: list[tuple[int, Chapter]] = []

    def walk(parent: str | None, level: int) -> None:
        for chapter in below.get(parent, ()):
            found.append((level, chapter))
            walk(chapter.id, level + 1)

    walk(None, 1)
    return found


def numbers(chapters: Iterable[Chapter]) -> dict[str, str]:
    """Chapter numbers by id: 7, 7.2, 7.2.1; appendices A, B, A.1."""
    counts: list[int] = []
    found: dict[str, str] = {}
    in_appendix = False
    for level, chapter in in_order(chapters):
        if level == 1 and chapter.appendix and not in_appendix:
            in_appendix, counts = True, []
        counts = (counts + [0] * level)[:level]
        counts[level - 1] += 1
        first = _letters(counts[0]) if in_appendix else str(counts[0])
        found[chapter.id] = ".".join([first, *map(str, counts[1:level])])
    return found


def _letters(n: int) -> str:
    """1 is A, 27 is AA."""
    text = ""
    while n:
        n, rest = divmod(n - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def heading(chapter: Chapter, number: str) -> str:
    """A chapter's heading with its number: «7.2 Driftbudget», «Bilaga A Indikatorer»."""
    if chapter.appendix and "." not in number:
        return _("Appendix {letter} {title}").format(letter=number, title=chapter.title)
    return f"{number} {chapter.title}"


def renumbered(rows: Sequence[Chapter], moved: str, to: int) -> Mapping[str, int]:
    """New positions (id → position) when one of the siblings is moved to a place among them."""
    order = [row.id for row in sorted(rows, key=lambda r: r.position) if row.id != moved]
    order.insert(max(0, min(to, len(order))), moved)
    return {row_id: place for place, row_id in enumerate(order)}
