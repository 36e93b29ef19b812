"""A dialog that takes something away for good: from the file, and from each backup within reach."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from styrdesk.base.i18n import _
from styrdesk.domain.errors import FileProblem, RuleBroken
from styrdesk.services.work import TRASH
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.sheet import Sheet


class ForGoodSheet(Sheet):
    """What is told when the work that a subclass does on a thread has ended.

    Attributes:
        problem: Why some backup still holds it; None when nothing is left.
    """

    def __init__(self, context: PageContext, head: str, yes: str) -> None:
        super().__init__(head, yes)
        self.context = context
        self.problem: FileProblem | None = None
        self.note = Banner("info", "")

    def is_gone(self, problem: FileProblem | None) -> None:
        """It is gone: every page is told of what was written on the thread."""
        self.problem = problem
        changes = self.context.services.work.notice()
        if changes is not None and changes.topics:
            self.context.operations.tell(changes)
        self.context.operations.refresh(TRASH)
        self.done.emit()

    def refuse(self, error: Exception, broken: Callable[[RuleBroken], object]) -> None:
        """Nothing has gone: tell why, as of a use case that is not done on a thread."""
        if not isinstance(error, RuleBroken | FileProblem):
            raise error
        self.context.operations.run(partial(_raised, error), broken=broken)

    def tell(self) -> None:
        """Tell of a backup that still holds it, once the dialog is closed."""
        if self.problem is not None:
            self.context.dialogs.message(
                _("It is gone from the file, but not yet from every backup"),
                f"{self.problem.message} " + _("It is tried again each time the file is opened."),
                kind="warn",
            )


def _raised(error: Exception) -> None:
    raise error
