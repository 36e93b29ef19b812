"""Processes: how the work is done, step by step (what, who, what comes in and what goes out)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from styrdesk.base.i18n import N_, _
from styrdesk.domain.organisation import required
from styrdesk.domain.record import maybe, named, owner, searched


class ProcessKind(StrEnum):
    """What a process is for, as in the municipalities' common classification (KLASSA)."""

    MANAGEMENT = "management"
    CORE = "core"
    SUPPORT = "support"


PROCESS_KINDS = {
    ProcessKind.MANAGEMENT: N_("Management"),
    ProcessKind.CORE: N_("Core"),
    ProcessKind.SUPPORT: N_("Support"),
}


@dataclass(frozen=True, slots=True)
class Process:
    """A process.

    Attributes:
        committee_id: The nämnd it is run for; None for the whole municipality.
        purpose: For whom and why.
        owner_id: Who answers for it (the process owner).
        begins: What sets it going.
        ends: What it has led to when it is done.
    """

    id: str
    committee_id: str | None = maybe("committee")
    title: str = named()
    kind: ProcessKind = ProcessKind.CORE
    purpose: str = searched()
    owner_id: str | None = maybe("person")
    begins: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True)
class ProcessStep:
    """A step of a process.

    Attributes:
        title: What is done.
        who: Who does it, in words.
        takes: What the step needs.
        gives: What it leads to.
        routine_id: The routine that tells how, None for none.
    """

    id: str
    process_id: str = owner("process")
    title: str = ""
    who: str = ""
    takes: str = ""
    gives: str = ""
    position: int = 0
    routine_id: str | None = maybe("routine")


def check_process(process: Process) -> None:
    """Rules of a process."""
    required(process.title, "title", _("Write what the process is called."))


def check_process_step(step: ProcessStep) -> None:
    """Rules of a step."""
    required(step.title, "title", _("Write what is done in the step."))


def between(step: ProcessStep) -> str:
    """What a step takes in and gives, in a line."""
    if step.takes and not step.gives:
        return _("Takes in {words}").format(words=step.takes)
    if step.gives and not step.takes:
        return _("Gives {words}").format(words=step.gives)
    return " → ".join(part for part in (step.takes, step.gives) if part)


def told(
    process: Process, steps: Iterable[ProcessStep], routines: Mapping[str, str] | None = None
) -> str:
    """A process in words: what its picture shows, for those who hear it.

    Args:
        process: The process.
        steps: Its steps, in order.
        routines: What routines are called, by their ids, where the picture names them.
    """
    parts = [_("Begins with {words}.").format(words=process.begins)] if process.begins else []
    for number, step in enumerate(steps, 1):
        words = f"{step.title} ({step.who})" if step.who else step.title
        parts.append(_("Step {number}: {words}.").format(number=number, words=words))
        if step.takes:
            parts.append(_("Takes in {words}.").format(words=step.takes))
        if step.gives:
            parts.append(_("Gives {words}.").format(words=step.gives))
        routine = (routines or {}).get(step.routine_id or "", "")
        if routine:
            parts.append(_("Routine: {title}.").format(title=routine))
    if process.ends:
        parts.append(_("Ends with {words}.").format(words=process.ends))
    return " ".join(parts)
