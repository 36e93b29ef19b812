"""Collects a nämndplan for its print: the document, its images, and how it is to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from styrdesk.base.i18n import language
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.organisation import name_at
from styrdesk.domain.plan_file import file_digests
from styrdesk.reports.spec import Choice
from styrdesk.services.catalogue import Services

WRITTEN_IN: Final = "sv"
"""The language of what stands in the registers and chapters, unless a passage says another."""


@dataclass(frozen=True, slots=True)
class PlanPrint:
    """What the print is made from; picklable, so that another process can make it.

    Attributes:
        images: SHA-256 → bytes.
        language: Language of the program's own words ("sv", "en").
        created: When it is printed, with its time zone.
    """

    document: PlanDocument
    created: datetime
    language: str = WRITTEN_IN
    images: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def committee(self) -> str:
        """What the nämnd was called when the plan was decided, or at the plan's beginning."""
        plan = self.document.the_plan
        day = plan.decided_on or plan.valid_from or date(plan.year, 1, 1)
        return name_at(self.document.the_committee, self.document.committee_name, day)

    @property
    def municipality(self) -> str:
        """The municipality's name."""
        return next((m.name for m in self.document.municipality), "")


def choices(services: Services) -> tuple[Choice, ...]:
    """Every plan of the file, newest first."""
    return tuple(Choice(plan.id, plan.title) for plan in services.plans.plans())


def collect(services: Services, plan_id: str) -> PlanPrint:
    """A plan as it stands now."""
    document = services.plans.document(plan_id)
    images = {digest: services.organisation.image(digest) for digest in file_digests(document)}
    return PlanPrint(document, services.clock.now(), language(), images)
