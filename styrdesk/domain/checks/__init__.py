"""Kontroll: the rules a nämndplan is held against before it is decided.

A check is a function from a document to findings; a new check is one function and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from styrdesk.domain.checks import carried, chapters, document_information, money, steering
from styrdesk.domain.checks.finding import Finding, Place, Severity
from styrdesk.domain.document import PlanDocument

Check = Callable[[PlanDocument], Iterator[Finding]]

CHECKS: Final[tuple[Check, ...]] = (
    money.frame_is_kept,
    money.frame_is_chained,
    money.categories_match_lines,
    money.rounding,
    steering.goals_are_answered,
    steering.assignments_are_answered,
    steering.committee_goals_have_indicators,
    steering.indicators_are_complete,
    steering.activities_are_complete,
    steering.risks_are_handled,
    steering.codes_are_unique,
    chapters.chapters_have_content,
    chapters.images_have_words,
    chapters.tables_have_rows,
    chapters.text_is_sound,
    chapters.no_personal_numbers,
    carried.carried_is_looked_at,
    document_information.decision_is_complete,
    document_information.approval_follows_decision,
)


def check(document: PlanDocument) -> tuple[Finding, ...]:
    """All findings, errors first, otherwise in the order of the checks."""
    found = [finding for rule in CHECKS for finding in rule(document)]
    return tuple(sorted(found, key=_errors_first))


def _errors_first(finding: Finding) -> int:
    return 0 if finding.severity is Severity.ERROR else 1


__all__ = ["CHECKS", "Check", "Finding", "Place", "Severity", "check"]
