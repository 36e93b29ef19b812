"""`styrdesk verify`, and which version of a plan a command is about."""

from __future__ import annotations

from collections.abc import Iterator

from styrdesk.base.i18n import _
from styrdesk.cli.arguments import Chosen
from styrdesk.domain.decided import SOUNDNESS, DecidedLine
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import PLAN_STATUSES
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


def to_verify(chosen: Chosen, services: Services) -> tuple[DecidedLine, ...]:
    """The document of a code, or all versions of a plan, or all that is decided.

    Raises:
        RuleBroken: What was typed is no code, or there is no such plan.
    """
    if chosen.code:
        found = services.decided.find(chosen.code)
        if found is None:
            message = _("Nothing that is decided in this file has the code {code}.")
            raise RuleBroken(message.format(code=chosen.code), "code")
        return (found,)
    if chosen.plan:
        lines = services.decided.lines(subject=services.plans.get(chosen.plan).id)
        return lines.rows(0, -1)
    return services.decided.every()


def row_of(services: Services, line: DecidedLine) -> dict[str, object]:
    """What is told of a decided document, as JSON values."""
    verdict = services.decided.verify(line)
    return {
        "kind": line.kind.value,
        "subject": line.subject,
        "title": line.title,
        "committee": line.committee,
        "year": line.year,
        "version": line.number,
        "code": line.code,
        "status": line.status.value,
        "decided_on": line.decided_on.isoformat() if line.decided_on else None,
        "paragraph": line.paragraph,
        "made_at": line.made_at,
        "made_by": line.made_by,
        "origin": line.origin.value,
        "content": verdict.content.value,
        "content_sha256": line.content,
        "pdf": verdict.pdf.value,
        "pdf_sha256": line.pdf,
        "noted_pdf": verdict.noted_pdf.value,
        "noted_pdf_sha256": line.noted_pdf,
    }


def lines_of(services: Services, line: DecidedLine) -> Iterator[str]:
    """The same in words."""
    yield _("{title}, version {number}: {status}").format(
        title=line.title,
        number=line.number,
        status=_(PLAN_STATUSES[line.status]),
    )
    if line.is_replaced:
        number = line.number + 1
        yield "  " + _("It was replaced by version {number}.").format(number=number)
    decided = (line.decided_by, str(line.decided_on or ""), line.paragraph)
    yield "  " + _("Decided: {facts}").format(facts=" ".join(part for part in decided if part))
    yield "  " + _("Control code {code}").format(code=line.code)
    verdict = services.decided.verify(line)
    said = [
        (_("Content: {verdict}"), verdict.content, line.content),
        (_("Print: {verdict}"), verdict.pdf, line.pdf),
    ]
    if line.noted_pdf:
        words = _("Print with what was noted later: {verdict}")
        said.append((words, verdict.noted_pdf, line.noted_pdf))
    for words, found, digest in said:
        told = words.format(verdict=_(SOUNDNESS[found]))
        yield f"  {told}" + (f"  SHA-256 {digest}" if digest else "")
