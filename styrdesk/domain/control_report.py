"""The report on internal control: the controls of a plan, with what each came to until now.

It is made of words and not of records, so that what is decided holds all it says.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from styrdesk.domain.control_result import ControlState
from styrdesk.domain.decided import ReportHead
from styrdesk.domain.self_check import CheckResult


@dataclass(frozen=True, slots=True)
class NotedResult:
    """What a control came to at a reporting; `by` is a name."""

    occasion: str
    noted_on: date | None
    by: str
    result: CheckResult
    deviations: int
    comment: str
    measure: str


@dataclass(frozen=True, slots=True)
class ControlOutcome:
    """A control as the plan has it, where it stands, and its results."""

    title: str
    risk: str
    method: str
    frequency: str
    responsible: str
    reported: str
    state: ControlState
    results: tuple[NotedResult, ...]


@dataclass(frozen=True, slots=True)
class ControlContent:
    """All that a report says: frozen together, so that it never changes."""

    head: ReportHead
    controls: tuple[ControlOutcome, ...]
