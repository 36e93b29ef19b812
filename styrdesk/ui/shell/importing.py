"""A plan that somebody has exported, into the file that is open: what it is, then one step."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain import plan_file
from styrdesk.domain.errors import RuleBroken
from styrdesk.services.exchange import Imported, plan_text
from styrdesk.ui.kit.piece import Where

if TYPE_CHECKING:
    from styrdesk.domain.document import PlanDocument
    from styrdesk.ui.shell.session import Session

_MOST: Final = 5  # records told by name


def import_plan(session: Session, path: Path) -> Where | None:
    """Ask whether a plan shall be imported, and do it; what was refused is told.

    Returns:
        The nämnd and year of the plan, to be shown; None when nothing was imported.
    """
    text = session.operations.run(partial(plan_text, path))
    found = session.operations.run(partial(plan_file.load, text)) if text is not None else None
    if text is None or found is None or not _wanted(session, path, found.document):
        return None
    done = _imported(session, text)
    if done is None:
        return None
    plan = session.services.plans.get(done.plan_id)
    _tell(session, done)
    return Where(plan.committee_id, plan.year)


def _wanted(session: Session, path: Path, document: PlanDocument) -> bool:
    plan = document.the_plan
    head = _("Import the plan {title}?").format(title=plan.title or path.stem)
    said = _(
        "{name} holds a plan for {committee} {year}. It is put into the file that is open. Of "
        "goals, people and other things that both have, the file keeps its own."
    )
    what = said.format(name=path.name, committee=document.the_committee.name, year=plan.year)
    safe = _("A backup is made first, and the import can be undone.")
    return session.dialogs.question(head, f"{what}\n\n{safe}", _("Import"))


def _imported(session: Session, text: str) -> Imported | None:
    """Import it; when the file holds it already, as a plan of its own if that is wanted."""
    exchange, refused = session.services.exchange, list[RuleBroken]()
    done = session.operations.run(partial(exchange.import_plan, text), broken=refused.append)
    if done is not None or not refused:
        return done
    body = _("It can be put beside it as a plan of its own. Nothing that is there is changed.")
    if session.dialogs.question(refused[0].message, body, _("Import as a new plan"), kind="warn"):
        return session.operations.run(partial(exchange.import_plan, text, as_new=True))
    return None


def _tell(session: Session, done: Imported) -> None:
    body = _("It stands under Committee plan, and its committee and year are chosen now.")
    if done.kept:
        more = len(done.kept) - _MOST
        lines = [f"• {words}" for words in done.kept[:_MOST]]
        if more > 0:
            lines.append(ngettext("and {count} more", "and {count} more", more).format(count=more))
        body = "\n".join([body, "", *lines])
    session.dialogs.message(_("The plan is imported"), body, kind="ok")
