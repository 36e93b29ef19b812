"""A plan's life, from draft to replaced: what leads where, and who did it when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from styrdesk.base.i18n import N_, _
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import PLAN_STATUSES, PlanStatus
from styrdesk.domain.version import PlanStamp


class Act(StrEnum):
    """What takes a plan from one status to another."""

    MOVE = "move"
    DECIDE = "decide"
    APPROVE = "approve"
    CORRECT = "correct"
    REVISE = "revise"


OPEN: Final = (PlanStatus.DRAFT, PlanStatus.CONSULTATION, PlanStatus.PROPOSAL)
STANDING: Final = (PlanStatus.DECIDED, PlanStatus.SIGNED)

# From where each act may be done, and where it leads. None stays where it is, or is chosen.
ACTS: Final[dict[Act, tuple[tuple[PlanStatus, ...], tuple[PlanStatus, ...]]]] = {
    Act.MOVE: (OPEN, OPEN),
    Act.DECIDE: (OPEN, (PlanStatus.DECIDED,)),
    Act.APPROVE: (STANDING, (PlanStatus.SIGNED,)),
    Act.CORRECT: (STANDING, STANDING),
    Act.REVISE: (STANDING, (PlanStatus.DRAFT,)),
}
_REFUSED: Final = {
    Act.MOVE: N_("A decision is made by its own action."),
    Act.DECIDE: N_("The plan is decided already."),
    Act.APPROVE: N_("This is written of a decided plan alone."),
    Act.CORRECT: N_("This is written of a decided plan alone."),
    Act.REVISE: N_("A new version begins from a decided plan."),
}


def see(act: Act, before: PlanStatus, after: PlanStatus | None = None) -> None:
    """Let the act be done.

    Raises:
        RuleBroken: It is not done of a plan with this status, or does not lead to the other.
    """
    begins, ends = ACTS[act]
    if before not in begins or (after is not None and after not in ends):
        raise RuleBroken(_(_REFUSED[act]), "status")


@dataclass(frozen=True, slots=True)
class LifeStep:
    """One step of a version's life.

    Attributes:
        at: When it was reached last, ISO 8601; empty when it was not, or nobody noted it.
        by: Who did it; empty likewise.
    """

    status: PlanStatus
    at: str = ""
    by: str = ""

    @property
    def words(self) -> str:
        """Its name."""
        return _(PLAN_STATUSES[self.status])


def steps(stamps: Iterable[PlanStamp], version: int) -> tuple[LifeStep, ...]:
    """The whole life of a version, in order, with who and when; the replacing one comes last.

    Args:
        stamps: All of the plan.
        version: The version's number. The decision of the next one is when this was replaced.
    """
    latest: dict[PlanStatus, PlanStamp] = {}
    for stamp in sorted(stamps, key=lambda one: (one.at, one.id)):
        if stamp.version == version:
            latest[stamp.status] = stamp
        elif stamp.version == version + 1 and stamp.status is PlanStatus.DECIDED:
            latest[PlanStatus.REPLACED] = stamp
    return tuple(
        LifeStep(status, latest[status].at, latest[status].by)
        if status in latest
        else LifeStep(status)
        for status in PlanStatus
    )


def reached(found: tuple[LifeStep, ...], status: PlanStatus) -> int:
    """The place of a status among the steps."""
    return next(n for n, step in enumerate(found) if step.status is status)
