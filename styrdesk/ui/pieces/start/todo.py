"""What is to be done in a nämnd's plan of a year: errors first, then chapters not yet ready."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from styrdesk.base.i18n import N_, _, ngettext
from styrdesk.domain.agenda import Agenda, Whose, due
from styrdesk.domain.catalogue import TABLE_OF
from styrdesk.domain.checks import Finding, Severity, check
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.edition import Edition
from styrdesk.domain.governing_document import GoverningDocument
from styrdesk.domain.organisation import speaks_of
from styrdesk.domain.plan import Plan, PlanStatus
from styrdesk.domain.routine import Routine
from styrdesk.services.agenda import MOST
from styrdesk.services.catalogue import Services
from styrdesk.ui.kit.piece import Target, Where

# What a register tells is due, by its table: the group it stands in, its icon, its page.
_SHOWN: Final = {
    "case": ("case", "message-square-warning", "cases"),
    "checklist": ("due", "clipboard-check", "checklists"),
    "self_check": ("due", "clipboard-check", "self_checks"),
    "control_result": ("due", "shield-check", "control_results"),
    "regulation": ("review", "scale", "law"),
    "governing_document": ("review", "landmark", "governing_documents"),
    "routine": ("review", "notebook-pen", "routines"),
    "shared_model": ("review", "layers", "models"),
}

# What is read and understood, by its kind: what it is, its icon, its page.
_READ: Final[dict[type[Edition], tuple[str, str, str]]] = {
    Routine: (N_("Routine"), "notebook-pen", "routines"),
    GoverningDocument: (N_("Governing document"), "landmark", "governing_documents"),
}


@dataclass(frozen=True, slots=True)
class Todo:
    """One row.

    Attributes:
        kind: "first", "error", "case", "due", "read", "mine", "review" or "chapter": what it is
            grouped by.
        second: Second line: where it stands and whose it is.
        day: Its last day, where it has one.
        where: The nämnd and year it is of, where not the chosen ones.
        theirs: Whether it belongs to who sits here or to their units.
    """

    kind: str
    title: str
    second: str
    icon: str
    target: Target
    day: date | None = None
    where: Where | None = None
    theirs: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    """What is left to do, as it is grouped.

    Attributes:
        beyond: How much more there is that is not shown; see `Agenda`.
    """

    rows: list[Todo]
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a plan has come.

    Attributes:
        in_force: Number of the version that holds while the next is written; 0 without one.
    """

    plan: Plan
    title: str
    ready: int
    chapters: int
    errors: int
    warnings: int
    in_force: int = 0


def chapter_target(chapter_id: str) -> Target:
    """The place of a chapter in the plan's editor."""
    return Target("planning", "plan", record=chapter_id, table="chapter")


def plan_title(plan: Plan) -> str:
    """The plan's name, or what it is while it has none."""
    return plan.title or _("Committee plan {year}").format(year=plan.year)


class Reader:
    """Reads each plan whole, and checks it, at most once: a page shows it in two places."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self._documents: dict[str, PlanDocument] = {}
        self._findings: dict[str, tuple[Finding, ...]] = {}

    def standing(self, committee_id: str, year: int) -> PlanDocument | None:
        """The plan that holds for a year: the decided one, otherwise the latest draft."""
        plans = [
            plan
            for plan in self.services.plans.plans(committee_id, year)
            if committee_id and plan.status is not PlanStatus.REPLACED
        ]
        plan = next((plan for plan in plans if plan.is_final), plans[0] if plans else None)
        return self.document(plan.id) if plan is not None else None

    def document(self, plan_id: str) -> PlanDocument:
        """The plan with all it says."""
        if plan_id not in self._documents:
            self._documents[plan_id] = self.services.plans.document(plan_id)
        return self._documents[plan_id]

    def findings(self, plan_id: str) -> tuple[Finding, ...]:
        """What the check of the plan finds."""
        if plan_id not in self._findings:
            self._findings[plan_id] = check(self.document(plan_id))
        return self._findings[plan_id]


def progress(reader: Reader, plan: Plan) -> Progress:
    """How far a plan has come, and what its check finds."""
    chapters = [chapter for _level, chapter in reader.services.chapters.chapters(plan.id)]
    found = () if plan.is_final else reader.findings(plan.id)
    errors = sum(one.severity is Severity.ERROR for one in found)
    ready = sum(chapter.ready for chapter in chapters)
    newest = None if plan.is_final else reader.services.versions.newest(plan.id)
    in_force = newest.number if newest else 0
    told = (errors, len(found) - errors, in_force)
    return Progress(plan, plan_title(plan), ready, len(chapters), *told)


def todos(reader: Reader, where: Where, whose: Whose) -> Left:
    """All that is to be done in the nämnd and year, or what of it is theirs alone."""
    found: list[Todo] = []
    plans = reader.services.plans
    for plan in plans.plans(where.committee_id, where.year) if where.committee_id else ():
        if not plan.is_final:
            document = reader.document(plan.id)
            found += _errors(document, reader.findings(plan.id))
            found += _chapters(document, whose.person)
    found += _due(reader, where, whose)
    agenda = reader.services.agenda.of(where.committee_id, whose)
    kept = [row for row in found if row.theirs] if whose.only else found
    rows = [*kept, *_registers(agenda, where), *_to_read(reader.services)]
    order = ("error", "case", "due", "read", "mine", "review", "chapter")
    rows.sort(key=lambda row: (order.index(row.kind), row.day or date.min))
    return Left(rows, agenda.beyond + len(found) - len(kept))


def _registers(agenda: Agenda, where: Where) -> Iterator[Todo]:
    """What the registers say is due."""
    for one in agenda.rows:
        kind, icon, page = _SHOWN[one.table]
        second = " · ".join(part for part in (one.note, one.who) if part)
        target = Target("quality", page, one.record, table=one.table)
        of = Where(where.committee_id, one.year) if one.year else where
        yield Todo(kind, one.title, second, icon, target, one.day, of if of != where else None)


def _to_read(services: Services) -> Iterator[Todo]:
    """What who sits here has not yet said that they have read and understood."""
    for kind, (name, icon, page) in _READ.items():
        count, first = services.receipts.waiting(kind, MOST)
        for one in first:
            version = _("Version {number}").format(number=one.version)
            second = f"{_(name)} · {version}"
            target = Target("quality", page, one.id, table=TABLE_OF[kind])
            yield Todo("read", _("Read: {title}").format(title=one.title), second, icon, target)
        if more := count - len(first):
            words = ngettext("{count} more to read", "{count} more to read", more)
            yield Todo("read", words.format(count=more), _(name), icon, Target("quality", page))


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


def _due(reader: Reader, where: Where, whose: Whose) -> Iterator[Todo]:
    """What has its last day soon, by the plans that hold for this year and for the chosen one."""
    today = reader.services.clock.today()
    for year in sorted({today.year, where.year}):
        document = reader.standing(where.committee_id, year)
        if document is None:
            continue
        for one in due(document, today):
            words = f"{one.code} {one.title}".strip()
            said = [one.who, _("Committee plan {year}").format(year=year)]
            icon = "target" if one.table == "activity" else "flag"
            target = Target("planning", "plan", one.record, "end", one.table)
            of = Where(where.committee_id, year)
            second = " · ".join(part for part in said if part)
            theirs = speaks_of(one.who, whose.names)
            elsewhere = of if of != where else None
            yield Todo("due", words, second, icon, target, one.day, elsewhere, theirs)


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
        yield Todo(kind, title, second, "file-text", chapter_target(chapter.id), theirs=mine)
