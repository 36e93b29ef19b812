"""A paper's kontrollkod is typed in, and the window tells which decided document the paper is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.decided import DecidedKind, DecidedLine
from styrdesk.domain.errors import RuleBroken
from styrdesk.ui.kit import version_words
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.preview.decided_window import show_decided


def check_paper(context: PageContext, over: QWidget) -> None:
    """Ask for a code, and tell what the file knows of it."""
    label = _("The code stands at the foot of each page of what is decided: K7QM-2XRT-9BFH")
    typed = ""
    while True:
        answer = context.dialogs.enter(_("Check a paper"), label, typed)
        if answer is None or not answer.strip():
            return
        typed = answer
        try:
            line = context.services.decided.find(typed)
        except RuleBroken as broken:
            again = _("Write it again")
            if not context.dialogs.question(_("This is no control code"), broken.message, again):
                return
            continue
        _tell(context, line, over)
        return


def _tell(context: PageContext, line: DecidedLine | None, over: QWidget) -> None:
    if line is None:
        context.dialogs.message(
            _("Nothing that is decided in this file has this code"),
            _(
                "The paper is of another file, or it is not decided. A draft has no code: "
                "it says so across each page."
            ),
            kind="warn",
        )
        return
    if line.is_replaced:
        words = _("The paper is an earlier version, replaced by version {number}")
        head = words.format(number=line.number + 1)
    elif line.kind is DecidedKind.PLAN:
        head = _("The paper is the decided plan in force")
    else:
        head = _("The paper is the decided report in force")
    verdict = context.services.decided.verify(line)
    _kind, _head, sound = version_words.recounted(verdict)
    said = (version_words.called(line), line.committee, version_words.decided(line), sound)
    more = _("Compare the paper with the version to see that nothing on it has been altered.")
    body = "\n".join(said) + f"\n\n{more}"
    kind = "ok" if verdict.is_sound and not line.is_replaced else "warn"
    if context.dialogs.question(head, body, _("Show the version"), _("Close"), kind=kind):
        show_decided(context, line, over)
