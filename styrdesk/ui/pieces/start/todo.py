"""What is to be done in a nämnd's plan of a year: errors first, then chapters not yet ready."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from styrdesk.base.i18n import _
from styrdesk.domain.checks import Finding, Severity
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.plan import Plan
from styrdesk.services.catalogue import Services
from styrdesk.ui.kit.piece import Target, Where


@dataclass(frozen=True, slots=True)
class Todo:
    """One row.

    Attributes:
        kind: "error", "mine" or "chapter": what it is grouped by.
        second: Second line: where it stands and whose it is.
    """

    kind: str
    title: str
    second: str
    icon: str
    target: Target


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a plan has come."""

    plan: Plan
    title: str
    ready: int
    chapters: int
    errors: int
    warnings: int


def chapter_target(chapter_id: str) -> Target:
    """The place of a chapter in the plan's editor."""
    return Target("planning", "plan", record=chapter_id, table="chapter")


def plan_title(plan: Plan) -> str:
    """The plan's name, or what it is while it has none."""
    return plan.title or _("Committee plan {year}").format(year=plan.year)


def progress(services: Services, plan: Plan) -> Progress:
    """How far a plan has come, and what its check finds."""
    chapters = [chapter for _level, chapter in services.chapters.chapters(plan.id)]
    found = () if plan.is_final else services.plans.findings(plan.id)
    errors = sum(one.severity is Severity.ERROR for one in found)
    ready = sum(chapter.ready for chapter in chapters)
    return Progress(plan, plan_title(plan), ready, len(chapters), errors, len(found) - errors)


def todos(services: Services, where: Where, person: str) -> list[Todo]:
    """All that is to be done in the open plans of the nämnd and year."""
    found: list[Todo] = []
    for plan in services.plans.plans(where.committee_id, where.year) if where.committee_id else ():
        if not plan.is_final:
            document = services.plans.document(plan.id)
            found += _errors(document, services.plans.findings(plan.id))
            found += _chapters(document, person)
    order = ("error", "mine", "chapter")
    return sorted(found, key=lambda row: order.index(row.kind))


def _errors(document: PlanDocument, findings: Sequence[Finding]) -> Iterator[Todo]:
    titles = {chapter.id: chapter.title for _level, chapter in document.chapters}
    for finding in findings:
        if finding.severity is not Severity.ERROR:
            continue
        place = finding.place
        chapter = place.chapter or (place.record if place.table == "chapter" else "")
        if chapter:
            number = document.numbers.get(chapter, "")
            second = _("Chapter {chapter}").format(
                chapter=f"{number} {titles.get(chapter, '')}".strip()
            )
            yield Todo("error", finding.message, second, "octagon-alert", chapter_target(chapter))
        else:
            target = Target("planning", "plan", place.record, place.field, place.table)
            second = _("Document information")
            yield Todo("error", finding.message, second, "octagon-alert", target)


def _chapters(document: PlanDocument, person: str) -> Iterator[Todo]:
    people = {one.id: one.name for one in document.person}
    with_blocks = {block.chapter_id for block in document.block}
    for _level, chapter in document.chapters:
        if chapter.ready or chapter.id not in with_blocks:
            continue
        whose = people.get(chapter.responsible_id or "", "")
        mine = bool(person) and chapter.responsible_id == person
        title = f"{document.numbers.get(chapter.id, '')} {chapter.title}".strip()
        second = (
            _("Responsible: {name}").format(name=whose) if whose else _("Nobody is responsible")
        )
        kind = "mine" if mine else "chapter"
        yield Todo(kind, title, second, "file-text", chapter_target(chapter.id))
