"""What is said of a decided version: its standing, its decision, how it was frozen, a recount."""

from __future__ import annotations

from datetime import datetime

from styrdesk.base.formats import stamp
from styrdesk.base.i18n import _
from styrdesk.domain.paragraph import decision
from styrdesk.domain.plan import PlanStatus
from styrdesk.domain.version import ORIGINS, SOUNDNESS, PlanVersion, Verdict
from styrdesk.services.catalogue import Services


def when(at: str) -> str:
    """The date and hour of a kept moment."""
    return stamp(datetime.fromisoformat(at)) if at else ""


def standing(services: Services, version: PlanVersion) -> tuple[str, str]:
    """Kind of mark, and the word: in force, or replaced by which."""
    if services.versions.standing(version) is PlanStatus.REPLACED:
        words = _("Replaced by version {number}").format(number=version.number + 1)
        return "locked", words
    return "done", _("In force")


def decided(services: Services, version: PlanVersion) -> str:
    """Who decided, when, and where it is written; then the approval."""
    minutes = services.versions.minutes(version)
    said = _("Decided {decision}").format(decision=decision(minutes.decided_on, minutes.paragraph))
    parts = [said, minutes.decided_by]
    if minutes.status is PlanStatus.SIGNED and minutes.approval_date:
        parts.append(_("approved {day}").format(day=minutes.approval_date))
    if version.number > 1:
        parts.append(_("replaces version {number}").format(number=version.number - 1))
    return " · ".join(part for part in parts if part)


def frozen(version: PlanVersion) -> str:
    """How, when and by whom it was frozen."""
    parts = [_(ORIGINS[version.origin]), when(version.made_at), version.made_by]
    return ", ".join(part for part in parts if part)


def recounted(verdict: Verdict) -> tuple[str, str, str]:
    """Kind, head and body of what a recount found."""
    body = "\n".join(
        (
            _("Content: {verdict}").format(verdict=_(SOUNDNESS[verdict.content])),
            _("Print: {verdict}").format(verdict=_(SOUNDNESS[verdict.pdf])),
        )
    )
    if verdict.is_sound:
        return "ok", _("The version is what was decided"), body
    return "bad", _("The version is not what was decided"), body
