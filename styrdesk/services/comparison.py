"""Two versions of a plan beside one another: what was decided, and what is written now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from styrdesk.base.i18n import _
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.errors import RuleBroken
from styrdesk.services.plan import PlanService
from styrdesk.services.version import VersionService

if TYPE_CHECKING:
    from styrdesk.domain.compared import Line

NOW: Final = 0
"""Stands for the plan as it is now, where versions are told by their numbers."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions, by their numbers, and what differs between them, as it is read."""

    plan_id: str
    before: int
    after: int
    lines: tuple[Line, ...]


class ComparisonService:
    """Use cases of comparing. Nothing is written."""

    def __init__(self, plans: PlanService, versions: VersionService) -> None:
        self._plans, self._versions = plans, versions

    def choices(self, plan_id: str) -> tuple[int, ...]:
        """What can be compared: the numbers of the versions, and NOW last while one is written."""
        numbers = tuple(sorted(v.number for v in self._versions.versions(plan_id)))
        return numbers if self._plans.get(plan_id).is_final else (*numbers, NOW)

    def usual(self, plan_id: str) -> tuple[int, int]:
        """What one asks for first: the two that came last.

        Raises:
            RuleBroken: There are not two.
        """
        found = self.choices(plan_id)
        if found in ((), (NOW,)):
            raise RuleBroken(_("The plan has no decided version to compare with."))
        if len(found) == 1:
            raise RuleBroken(_("The plan has one version. There is none to compare it with."))
        return found[-2], found[-1]

    def between(self, plan_id: str, before: int, after: int = NOW) -> Compared:
        """What differs between two versions.

        Args:
            plan_id: The plan.
            before: Number of a version, or NOW.
            after: Likewise. NOW of a decided plan is its newest version.

        Raises:
            RuleBroken: There is no such version.
            FileProblem: What was kept of one cannot be read.
        """
        from styrdesk.domain.compared import lines  # noqa: PLC0415  # seldom asked for

        one, other = self._settled(plan_id, before), self._settled(plan_id, after)
        found = lines(self._document(plan_id, one), self._document(plan_id, other))
        return Compared(plan_id, one, other, found)

    def _settled(self, plan_id: str, number: int) -> int:
        newest = self._versions.newest(plan_id) if self._plans.get(plan_id).is_final else None
        return newest.number if number == NOW and newest is not None else number

    def _document(self, plan_id: str, number: int) -> PlanDocument:
        if number == NOW:
            return self._plans.document(plan_id)
        return self._versions.document(self._versions.numbered(plan_id, number))


def version_name(number: int) -> str:
    """What a version is called."""
    return (
        _("What is written now") if number == NOW else _("Version {number}").format(number=number)
    )
