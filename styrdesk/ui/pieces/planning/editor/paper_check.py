"""A paper's kontrollkod is typed in, and the window tells which version the paper is."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import PlanStatus
from styrdesk.domain.version import PlanVersion
from styrdesk.ui.kit import version_words
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.pieces.planning.editor.version_window import VersionWindow


def check_paper(context: PageContext, over: QWidget) -> None:
    """Ask for a code, and tell what the file knows of it."""
    label = _("The code stands at the foot of each page of a decided plan: K7QM-2XRT-9BFH")
    typed = ""
    while True:
        answer = context.dialogs.enter(_("Check a paper"), label, typed)
        if answer is None or not answer.strip():
            return
        typed = answer
        try:
            version = context.services.versions.find(typed)
        except RuleBroken as broken:
            again = _("Write it again")
            if not context.dialogs.question(_("This is no control code"), broken.message, again):
                return
            continue
        _tell(context, version, over)
        return


def _tell(context: PageContext, version: PlanVersion | None, over: QWidget) -> None:
    if version is None:
        context.dialogs.message(
            _("No decided version in this file has this code"),
            _(
                "The paper is of another file, or it is not a decided plan. A draft has no code: "
                "it says so across each page."
            ),
            kind="warn",
        )
        return
    services = context.services
    plan = services.plans.get(version.plan_id)
    named = _("{title}, version {number}").format(title=plan.title, number=version.number)
    replaced = services.versions.standing(version) is PlanStatus.REPLACED
    head = _("The paper is the decided plan in force")
    if replaced:
        words = _("The paper is an earlier version, replaced by version {number}")
        head = words.format(number=version.number + 1)
    _kind, _head, sound = version_words.recounted(services.versions.verify(version))
    said = (named, version_words.decided(services, version), sound)
    more = _("Compare the paper with the version to see that nothing on it has been altered.")
    body = "\n".join(said) + f"\n\n{more}"
    kind = "warn" if replaced or not services.versions.verify(version).is_sound else "ok"
    if context.dialogs.question(head, body, _("Show the version"), _("Close"), kind=kind):
        show_version(context, version, over)


def show_version(
    context: PageContext,
    version: PlanVersion,
    over: QWidget,
    _on: bool = False,  # noqa: FBT001, FBT002  # clicked
) -> None:
    """Show a version as it is printed, over the window."""
    shown = VersionWindow(context, version, over.window())
    shown.finished.connect(partial(_drop, shown))
    shown.show()


def _drop(shown: QWidget, _result: int) -> None:
    shown.deleteLater()
