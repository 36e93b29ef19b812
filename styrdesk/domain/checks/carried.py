"""Check of what was carried over from an earlier plan: nothing is decided that nobody looked at."""

from __future__ import annotations

from collections.abc import Iterator

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.checks.finding import Finding, Severity
from styrdesk.domain.checks.places import KIND_OF, at
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.plan import BLOCK_KINDS, heading


def carried_is_looked_at(document: PlanDocument) -> Iterator[Finding]:
    """Texts, chapter by chapter, and tables, kind by kind, that stand as they did."""
    marked = {mark.id for mark in document.carried}
    for _level, chapter in document.chapters:
        blocks = [block for block in document.blocks_of(chapter.id) if block.id in marked]
        if blocks:
            message = _("The chapter {title} stands as it did in the earlier plan.")
            yield Finding(
                Severity.WARNING,
                "carried-text",
                message.format(title=heading(chapter, document.numbers[chapter.id])),
                at(document, "block", blocks[0].id),
            )
    for table, kind in KIND_OF.items():
        rows = [row for row in document.rows(table) if row.id in marked]
        if rows:
            message = ngettext(
                "{kind}: {count} row stands as it did in the earlier plan.",
                "{kind}: {count} rows stand as they did in the earlier plan.",
                len(rows),
            )
            yield Finding(
                Severity.WARNING,
                "carried-row",
                message.format(kind=_(BLOCK_KINDS[kind]), count=len(rows)),
                at(document, table, rows[0].id),
            )
