"""What the pages of all reports that a nämnd decides have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from styrdesk.base.i18n import _
from styrdesk.domain import paragraph
from styrdesk.domain.decided import ReportHead
from styrdesk.reports import kit
from styrdesk.reports.decidable import ReportPrint
from styrdesk.reports.kit import own
from styrdesk.reports.letterhead import Letterhead, registered


def printed(
    data: ReportPrint[Any], head: ReportHead, subject: str, parts: Iterable[kit.Part]
) -> bytes:
    """The PDF, under the letterhead that it had; a draft says that it is one across each page.

    Args:
        data: What it is made from.
        head: Of its content.
        subject: What kind of report it is, in words.
        parts: In reading order.
    """
    sender = Letterhead(
        data.created, head.municipality, head.committee, head.logo, head.colour, data.language
    )
    meta = replace(
        sender.meta(head.title, subject),
        number=registered(head.decision.registration_number),
        code=data.code,
        keywords=(subject, str(head.year), head.committee),
    )
    return sender.printed(meta, parts, "" if head.is_decided else _("DRAFT"))


def facts(head: ReportHead) -> Iterator[tuple[kit.Words, kit.Words]]:
    """What is known of the decision, and what it replaces."""
    said = head.decision
    rows: tuple[tuple[str, kit.Words], ...] = (
        (
            _("Adopted by") if head.is_decided else _("To be adopted by"),
            said.decided_by or head.committee,
        ),
        (_("Date and §"), paragraph.decision(said.decided_on, said.paragraph)),
        (_("Reference number"), said.registration_number),
        (_("Version"), str(head.number) if head.number > 1 else ""),
        (_("Replaces"), own(head.replaces) if head.replaces else ""),
    )
    return ((own(name), value) for name, value in rows if value)
