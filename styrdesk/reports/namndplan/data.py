"""Collects a nämndplan for its print: the document, its images, and how it is to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from styrdesk.base.i18n import _, language
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.organisation import name_at
from styrdesk.domain.plan import WRITTEN_IN
from styrdesk.domain.plan_file import PlanFile, file_digests
from styrdesk.domain.version import PlanVersion, VersionMinutes
from styrdesk.reports.spec import Choice
from styrdesk.services.catalogue import Services
from styrdesk.services.decision import Noting, Ready


@dataclass(frozen=True, slots=True)
class PlanPrint:
    """What the print is made from; picklable, so that another process can make it.

    Attributes:
        images: SHA-256 → bytes.
        language: Language of the program's own words ("sv", "en").
        created: When it is printed, with its time zone; of a decided plan when it was decided, or
            something was noted of it last, so that the same print comes out the same.
        code: The kontrollkod of a decided plan, which stands on each page; a draft has none.
        made: The print itself where it was made at the decision and is given out as it is.
    """

    document: PlanDocument
    created: datetime
    language: str = WRITTEN_IN
    images: Mapping[str, bytes] = field(default_factory=dict)
    code: str = ""
    made: bytes = field(default=b"", repr=False)

    @property
    def committee(self) -> str:
        """What the nämnd was called when the plan was decided, or at the plan's beginning."""
        plan = self.document.the_plan
        day = plan.decided_on or plan.valid_from or date(plan.year, 1, 1)
        return name_at(self.document.the_committee, self.document.committee_name, day)


def choices(services: Services) -> tuple[Choice, ...]:
    """Every plan of the file, newest first, and each version of it that is not the plan itself."""
    found = []
    for plan in services.plans.plans():
        found.append(Choice(plan.id, plan.title))
        for version in services.versions.versions(plan.id)[int(plan.is_final) :]:
            title = _("{title}, version {number}").format(title=plan.title, number=version.number)
            found.append(Choice(version.id, title))
    return tuple(found)


def collect(services: Services, choice: str) -> PlanPrint:
    """A plan as it stands now, or as it was decided.

    Args:
        services: Of the file.
        choice: Id of a plan or of a version.
    """
    version = services.versions.shown(choice)
    if version is not None:
        minutes = services.versions.minutes(version)
        found = _of_version(services, version, minutes)
        return replace(found, made=services.versions.pdf(version, language()))
    document = services.plans.document(choice)
    images = {digest: services.organisation.image(digest) for digest in file_digests(document)}
    return PlanPrint(document, services.clock.now(), language(), images)


def _of_version(services: Services, version: PlanVersion, minutes: VersionMinutes) -> PlanPrint:
    versions = services.versions
    return PlanPrint(
        versions.document(version, minutes),
        datetime.fromisoformat(minutes.noted_at),
        language(),
        _images(versions.decided(version)),
        version.code,
    )


def of_decision(services: Services, ready: Ready) -> PlanPrint:
    """A plan as it will have been decided."""
    digests = file_digests(ready.document)
    images = {digest: services.organisation.image(digest) for digest in digests}
    return PlanPrint(ready.document, ready.at, language(), images, ready.code)


def of_noting(services: Services, noting: Noting) -> PlanPrint | None:
    """A version as it will be told when the minutes say more of it; None of what has no version."""
    noted = noting.noted
    return None if noted is None else _of_version(services, noted.version, noted.minutes)


def _images(found: PlanFile) -> Mapping[str, bytes]:
    return {digest: content for digest, (_kind, content) in found.files.items()}
