"""Collects what is noted of a gallring."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from styrdesk.base.i18n import _
from styrdesk.domain.disposal import Disposal, DisposalExemption, DisposalLine
from styrdesk.domain.errors import RuleBroken
from styrdesk.reports.letterhead import Letterhead, letterhead
from styrdesk.reports.spec import Choice
from styrdesk.services.catalogue import Services


@dataclass(frozen=True, slots=True)
class DisposalPrint:
    """What the print is made from."""

    head: Letterhead
    disposal: Disposal
    lines: tuple[DisposalLine, ...]
    exemptions: tuple[DisposalExemption, ...]


def choices(services: Services) -> tuple[Choice, ...]:
    """Each gallring, the latest first."""
    return tuple(
        Choice(one.id, f"{one.decision}, {one.at[:10]}") for one in services.disposals.log()
    )


def collect(services: Services, choice: str) -> DisposalPrint:
    """What is noted of a gallring, with the nämnd's name as it was then.

    Raises:
        RuleBroken: There is no such.
    """
    disposal = services.disposals.get(choice)
    if disposal is None:
        raise RuleBroken(_("There is no record of that disposal."))
    head = letterhead(services, created=datetime.fromisoformat(disposal.at))
    return DisposalPrint(
        replace(head, committee=disposal.committee),
        disposal,
        services.disposals.lines(choice),
        services.disposals.exemptions(choice),
    )
