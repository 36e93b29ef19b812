"""A dialog whose act leaves nothing of something: done aside, since backups are made anew."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from styrdesk.base.i18n import _
from styrdesk.domain.errors import FileProblem, RuleBroken
from styrdesk.services.aside import aside
from styrdesk.services.catalogue import Services
from styrdesk.services.work import TRASH
from styrdesk.ui.kit.aside_work import AsideWork, Look
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.sheet import Sheet

Act = Callable[[Services], FileProblem | None]


class ErasingSheet(Sheet):
    """Does it on a thread. It cannot be broken off, so the dialog stays until it is done.

    Attributes:
        problem: Why some backup still holds it; None when nothing is left.
    """

    def __init__(self, context: PageContext, head: str, yes: str) -> None:
        super().__init__(head, yes)
        self.context = context
        self.problem: FileProblem | None = None
        self.note = Banner("info", "")
        self.note.hide()
        self.work = AsideWork(self)
        self.work.done.connect(self._done)
        self.work.failed.connect(self._failed)

    def act(self) -> Act:
        """What is done, with what is written on the sheet now."""
        raise NotImplementedError

    @property
    def is_working(self) -> bool:
        return not self.form.isEnabled()

    def go_on(self) -> bool:
        if self.is_working:
            return False
        self.form.clear_errors()
        services, settings = self.context.services, self.context.settings
        services.attachments.opened.close()
        self._stand(working=True)
        self.note.say(
            "info",
            _("It is being written over, and a new backup is made …"),
            _("This may take a while, and cannot be broken off."),
        )
        self.work.begin(partial(_aside, services, settings.person(services.file.path), self.act()))
        return False

    def may_shut(self) -> bool:
        return not self.is_working

    def _stand(self, *, working: bool) -> None:
        self.form.setEnabled(not working)
        self.note.setVisible(working)
        self.working.emit(working)

    def _done(self, problem: FileProblem | None) -> None:
        self._stand(working=False)
        self.problem = problem
        changes = self.context.services.work.notice()
        if changes is not None and changes.topics:
            self.context.operations.tell(changes)
        self.context.operations.refresh(TRASH)
        self.done.emit()

    def _failed(self, error: Exception) -> None:
        self._stand(working=False)
        if not isinstance(error, RuleBroken | FileProblem):
            raise error
        self.context.operations.run(partial(_raised, error), broken=self.form.show_broken)
        self.focus_first()

    def tell(self) -> None:
        """Tell of a backup that still holds it, once the dialog is closed."""
        if self.problem is not None:
            self.context.dialogs.message(
                _("It is gone from the file, but not yet from every backup"),
                f"{self.problem.message} " + _("It is tried again each time the file is opened."),
                kind="warn",
            )


def _aside(services: Services, person: str, act: Act, _look: Look) -> FileProblem | None:
    """On the thread."""
    with aside(services, lambda: person) as own:
        return act(own)


def _raised(error: Exception) -> None:
    raise error
