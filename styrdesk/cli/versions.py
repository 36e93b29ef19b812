"""`styrdesk verify`, and which version of a plan a command is about."""

from __future__ import annotations

from collections.abc import Iterator

from styrdesk.base.i18n import _
from styrdesk.cli.arguments import Chosen
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import PLAN_STATUSES, PlanStatus
from styrdesk.domain.version import SOUNDNESS, PlanVersion
from styrdesk.services.catalogue import Services


def chosen_plan(chosen: Chosen, services: Services) -> str:
    """Id of the plan, or of the version of it, that was chosen; what was decided last if none was.

    Raises:
        RuleBroken: There is no such version.
    """
    if chosen.version:
        plan_id = chosen.plan or services.plans.newest_decided().id
        return services.versions.numbered(plan_id, chosen.version).id
    return chosen.plan or decided_last(services)


def decided_last(services: Services) -> str:
    """Id of the version that was decided last; of its plan where it has none.

    Raises:
        RuleBroken: No plan is decided.
    """
    plan = services.plans.newest_decided()
    newest = services.versions.newest(plan.id)
    return newest.id if newest else plan.id


def to_verify(chosen: Chosen, services: Services) -> tuple[PlanVersion, ...]:
    """The version of a code, or all versions of a plan, or of every plan.

    Raises:
        RuleBroken: What was typed is no code, or there is no such plan.
    """
    if chosen.code:
        found = services.versions.find(chosen.code)
        if found is None:
            message = _("No decided version in this file has the code {code}.")
            raise RuleBroken(message.format(code=chosen.code), "code")
        return (found,)
    plans = [services.plans.get(chosen.plan)] if chosen.plan else services.plans.plans()
    return tuple(v for plan in plans for v in services.versions.versions(plan.id))


def row_of(services: Services, version: PlanVersion) -> dict[str, object]:
    """What is told of a version, as JSON values."""
    verdict = services.versions.verify(version)
    minutes = services.versions.minutes(version)
    return {
        "plan": version.plan_id,
        "title": services.plans.get(version.plan_id).title,
        "version": version.number,
        "code": version.code,
        "status": services.versions.standing(version).value,
        "decided_on": minutes.decided_on.isoformat() if minutes.decided_on else None,
        "paragraph": minutes.paragraph,
        "made_at": version.made_at,
        "made_by": version.made_by,
        "origin": version.origin.value,
        "content": verdict.content.value,
        "content_sha256": version.content,
        "pdf": verdict.pdf.value,
        "pdf_sha256": version.pdf,
    }


def lines_of(services: Services, version: PlanVersion) -> Iterator[str]:
    """The same in words."""
    standing = services.versions.standing(version)
    minutes = services.versions.minutes(version)
    yield _("{title}, version {number}: {status}").format(
        title=services.plans.get(version.plan_id).title,
        number=version.number,
        status=_(PLAN_STATUSES[standing]),
    )
    if standing is PlanStatus.REPLACED:
        number = version.number + 1
        yield "  " + _("It was replaced by version {number}.").format(number=number)
    decided = (minutes.decided_by, str(minutes.decided_on or ""), minutes.paragraph)
    yield "  " + _("Decided: {facts}").format(facts=" ".join(part for part in decided if part))
    yield "  " + _("Control code {code}").format(code=version.code)
    verdict = services.versions.verify(version)
    for words, found, digest in (
        (_("Content: {verdict}"), verdict.content, version.content),
        (_("Print: {verdict}"), verdict.pdf, version.pdf),
    ):
        told = words.format(verdict=_(SOUNDNESS[found]))
        yield f"  {told}" + (f"  SHA-256 {digest}" if digest else "")
