"""The findings of a plan in groups of one kind: what stops a decision first, then the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.domain.checks.finding import Finding, Severity

_MONEY = N_("Budget and frame")
_ACTIVITIES = N_("Activities that lack something")
_RISKS = N_("Risks that get too little")
_UNREADABLE = N_("Text and tables that cannot be read")
_INFORMATION = N_("Document information")
_CARRIED = N_("From the earlier plan, and not yet looked at")

KINDS: Final = {
    "personal-number": N_("Personal identity numbers"),
    "information-registration_number": _INFORMATION,
    "information-decided_by": _INFORMATION,
    "information-decided_on": _INFORMATION,
    "information-paragraph": _INFORMATION,
    "approval-early": _INFORMATION,
    "approval-late": _INFORMATION,
    "frame-missing": _MONEY,
    "frame-over": _MONEY,
    "frame-unused": _MONEY,
    "frame-chain": _MONEY,
    "category-cost": _MONEY,
    "category-income": _MONEY,
    "rounding": _MONEY,
    "goal-unanswered": N_("Goals without an answer"),
    "assignment-unanswered": N_("Assignments without an answer"),
    "goal-unmeasured": N_("Committee goals without an indicator"),
    "indicator-target": N_("Indicators without a target"),
    "indicator-responsible": N_("Indicators with nobody responsible"),
    "activity-responsible": _ACTIVITIES,
    "activity-start": _ACTIVITIES,
    "activity-end": _ACTIVITIES,
    "activity-comment": _ACTIVITIES,
    "risk-handling": _RISKS,
    "risk-uncontrolled": _RISKS,
    "code-twice": N_("Numbers used more than once"),
    "image-alt": N_("Images without a description"),
    "text-damaged": _UNREADABLE,
    "table-damaged": _UNREADABLE,
    "table-number": N_("Words where numbers should stand"),
    "table-empty": N_("Tables without rows"),
    "chapter-empty": N_("Empty chapters"),
    "carried-text": _CARRIED,
    "carried-row": _CARRIED,
}


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one kind that weigh alike.

    Attributes:
        name: Words for the kind, marked by `N_`.
    """

    severity: Severity
    name: str
    findings: tuple[Finding, ...]


def grouped(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Groups in the order of `KINDS`, errors before warnings."""
    kept: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in findings:
        kept.setdefault((finding.severity, KINDS[finding.code]), []).append(finding)
    names = list(dict.fromkeys(KINDS.values()))
    order = [(severity, name) for severity in Severity for name in names]
    return tuple(Group(*at, tuple(kept[at])) for at in order if at in kept)
