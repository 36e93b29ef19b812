"""Assignments (uppdrag) that kommunfullmäktige gives, and how a nämnd carries them out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from styrdesk.base.i18n import N_, _
from styrdesk.domain.organisation import required
from styrdesk.domain.record import link, maybe, named, owner, searched


class WorkStatus(StrEnum):
    """How far an activity or an assignment has come."""

    NOT_STARTED = "not_started"
    STARTED = "started"
    LATE = "late"
    DONE = "done"
    DROPPED = "dropped"


OVER = frozenset({WorkStatus.DONE, WorkStatus.DROPPED})  # nothing is left to do
WORK_STATUSES = {
    WorkStatus.NOT_STARTED: N_("Not started"),
    WorkStatus.STARTED: N_("Started"),
    WorkStatus.LATE: N_("Late"),
    WorkStatus.DONE: N_("Done"),
    WorkStatus.DROPPED: N_("Dropped"),
}


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task from kommunfullmäktige to a nämnd.

    Attributes:
        committee_id: The nämnd it is given to; None for all.
        reporting: When and where it is reported, in words ("T2 till KS").
    """

    id: str
    strategic_plan_id: str = link("strategic_plan")
    committee_id: str | None = maybe("committee")
    goal_id: str | None = maybe("goal")
    code: str = named()
    title: str = named()
    decided_on: date | None = None
    paragraph: str = ""
    deadline: date | None = None
    reporting: str = searched()
    position: int = 0


@dataclass(frozen=True, slots=True)
class AssignmentAnswer:
    """How the nämnd works with an assignment in one plan."""

    id: str
    plan_id: str = owner("plan")
    assignment_id: str = link("assignment")
    how: str = ""
    responsible: str = ""
    status: WorkStatus = WorkStatus.NOT_STARTED
    position: int = 0


def check_assignment(assignment: Assignment) -> None:
    """Rules of an assignment."""
    required(assignment.code, "code", _("Write the assignment's number, such as U1."))
    required(assignment.title, "title", _("Write what is to be done."))


def is_for(assignment: Assignment, year: int, decided_on: date | None) -> bool:
    """Whether the plan of a year has to answer an assignment.

    It has when the assignment is not due before the year, and was given before the plan was
    decided; one that is given later is for the next plan.
    """
    given = assignment.decided_on is None or (
        assignment.decided_on <= decided_on if decided_on else assignment.decided_on.year <= year
    )
    return given and (assignment.deadline is None or assignment.deadline.year >= year)
