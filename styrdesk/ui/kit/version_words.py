"""What is said of a decided document: its standing, its decision, how it was frozen, a recount."""

from __future__ import annotations

from datetime import datetime

from styrdesk.base.formats import stamp
from styrdesk.base.i18n import _
from styrdesk.domain.decided import (
    DECIDED_KINDS,
    SOUNDNESS,
    DecidedKind,
    DecidedLine,
    Soundness,
    Verdict,
)
from styrdesk.domain.paragraph import decision
from styrdesk.domain.version import ORIGINS


def when(at: str) -> str:
    """The date and hour of a kept moment."""
    return stamp(datetime.fromisoformat(at)) if at else ""


def title(line: DecidedLine) -> str:
    """What it was called when it was decided; what it is where it was called nothing."""
    if line.title:
        return line.title
    if line.kind is DecidedKind.PLAN:
        return _("Committee plan {year}").format(year=line.year)
    return f"{_(DECIDED_KINDS[line.kind])} {line.year}"


def called(line: DecidedLine) -> str:
    """The same with its number."""
    return _("{title}, version {number}").format(title=title(line), number=line.number)


def standing(line: DecidedLine) -> tuple[str, str]:
    """Kind of mark, and the word: in force, or replaced by which."""
    if line.is_replaced:
        return "locked", _("Replaced by version {number}").format(number=line.number + 1)
    return "done", _("In force")


def decided(line: DecidedLine) -> str:
    """Who decided, when, and where it is written; then the approval."""
    said = _("Decided {decision}").format(decision=decision(line.decided_on, line.paragraph))
    parts = [said, line.decided_by]
    if line.approved_on:
        parts.append(_("approved {day}").format(day=line.approved_on))
    if line.number > 1:
        parts.append(_("replaces version {number}").format(number=line.number - 1))
    return " · ".join(part for part in parts if part)


def frozen(line: DecidedLine) -> str:
    """How, when and by whom it was frozen."""
    parts = [_(ORIGINS[line.origin]), when(line.made_at), line.made_by]
    return ", ".join(part for part in parts if part)


def recounted(verdict: Verdict) -> tuple[str, str, str]:
    """Kind, head and body of what a recount found."""
    said = [
        _("Content: {verdict}").format(verdict=_(SOUNDNESS[verdict.content])),
        _("Print: {verdict}").format(verdict=_(SOUNDNESS[verdict.pdf])),
    ]
    if verdict.noted_pdf is not Soundness.NONE:
        found = _(SOUNDNESS[verdict.noted_pdf])
        said.append(_("Print with what was noted later: {verdict}").format(verdict=found))
    body = "\n".join(said)
    if verdict.is_sound:
        return "ok", _("The version is what was decided"), body
    return "bad", _("The version is not what was decided"), body
