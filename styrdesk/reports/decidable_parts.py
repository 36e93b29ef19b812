"""What the pages of all reports that a nämnd decides have in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from styrdesk.base.i18n import _
from styrdesk.domain import paragraph
from styrdesk.domain.decided import ReportHead
from styrdesk.domain.plan import WRITTEN_IN
from styrdesk.reports import kit
from styrdesk.reports.decidable import ReportPrint
from styrdesk.reports.kit import own


def meta(data: ReportPrint[Any], head: ReportHead, subject: str) -> kit.Meta:
    """What the document is; `subject` is its kind, in words."""
    return kit.Meta(
        title=head.title,
        created=data.created,
        author=head.municipality or head.committee,
        committee=head.committee,
        number=head.decision.registration_number,
        code=data.code,
        subject=subject,
        keywords=(subject, str(head.year), head.committee),
        language=data.language,
        content=WRITTEN_IN,
    )


def style(head: ReportHead) -> kit.PageStyle:
    """In the municipality's colour; a draft says so across each page."""
    theme = kit.Theme(primary=head.colour) if head.colour else kit.Theme()
    return kit.PageStyle(theme, "" if head.is_decided else _("DRAFT"))


def logo(head: ReportHead) -> kit.Logo | None:
    """The municipality's."""
    alt = _("Logotype of {name}").format(name=head.municipality)
    return kit.Logo(head.logo, alt) if head.logo else None


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
