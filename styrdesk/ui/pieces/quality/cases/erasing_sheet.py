"""A dialog whose act leaves nothing of something: done aside, since backups are made anew."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from styrdesk.base.i18n import _
from styrdesk.domain.errors import FileProblem
from styrdesk.services.aside import aside
from styrdesk.services.catalogue import Services
from styrdesk.ui.kit.aside_work import AsideWork, Look
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.pieces.quality.cases.for_good_sheet import ForGoodSheet

Act = Callable[[Services], FileProblem | None]


class ErasingSheet(ForGoodSheet):
    """Does it on a thread. It cannot be broken off, so the dialog stays until it is done."""

    def __init__(self, context: PageContext, head: str, yes: str) -> None:
        super().__init__(context, head, yes)
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
        self.is_gone(problem)

    def _failed(self, error: Exception) -> None:
        self._stand(working=False)
        self.refuse(error, self.form.show_broken)
        self.focus_first()


def _aside(services: Services, person: str, act: Act, _look: Look) -> FileProblem | None:
    """On the thread."""
    with aside(services, lambda: person) as own:
        return act(own)
