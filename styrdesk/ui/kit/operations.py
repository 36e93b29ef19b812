"""The one door for writes from the window: run, show what was refused, tell who should refresh."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar
from weakref import WeakMethod

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from styrdesk.base.i18n import _
from styrdesk.domain.errors import FileProblem, NobodyHere, RuleBroken
from styrdesk.services.changes import Changes
from styrdesk.ui.kit.dialogs import Dialogs

T = TypeVar("T")


class _Listener(QObject):
    """A page's wish to refresh: at once when it is seen, otherwise when it is shown."""

    def __init__(
        self, page: QWidget, topics: frozenset[str], refresh: Callable[[], object]
    ) -> None:
        super().__init__(page)
        self._page, self._topics, self._stale = page, topics, False
        self._refresh = WeakMethod(refresh)
        page.installEventFilter(self)

    def hear(self, changes: Changes, origin: QObject | None) -> None:
        if origin is self._page or not self._topics & changes.topics:
            return
        if self._page.isVisible():
            self._call()
        else:
            self._stale = True

    def _call(self) -> None:
        self._stale = False
        refresh = self._refresh()
        if refresh is not None:
            refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self.__dict__.get("_stale"):
            self._call()
        return False


def _nobody(_problem: FileProblem) -> bool:
    return False


def _unasked() -> bool:
    return False


class Operations(QObject):
    """Runs use cases.

    Args:
        last: What the latest step changed; `lambda: work.last`. A new object tells a new step.
        dialogs: The dialogs door.

    Attributes:
        changed: A step was committed: its Changes.
        failed: The file could not be written or read; a broken rule is told where it was broken.
        writable: The file can be written again: what waits is to be saved.
        tried: What was typed was tried: some of it may be wrong now, or no longer.
        unwritten: Whether the latest use case was refused by the file or its disk.
        stopped: Whether nothing can be written for now, which is told elsewhere in the window.
        takes: Asked of each problem with the file: True when it is told elsewhere in the window,
            for as long as it lasts.
        introduce: Asks who sits here where something is to be signed: False where nobody says.
    """

    changed = Signal(object)
    failed = Signal()
    writable = Signal()
    tried = Signal()

    def __init__(
        self, last: Callable[[], Changes], dialogs: Dialogs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._last, self._dialogs = last, dialogs
        self._listeners: list[_Listener] = []
        self.unwritten = False
        self.stopped = False
        self.takes: Callable[[FileProblem], bool] = _nobody
        self.introduce: Callable[[], bool] = _unasked

    def run(
        self,
        action: Callable[[], T],
        origin: QObject | None = None,
        broken: Callable[[RuleBroken], object] | None = None,
    ) -> T | None:
        """Run a use case and tell every page it concerns.

        Args:
            action: A bound service method, or a partial of one.
            origin: The page that did it and shows it already; it is not refreshed.
            broken: Shows a broken rule at its field; without it a message is shown.

        Returns:
            What the action returned, or None when it was refused.
        """
        before = self._last()
        self.unwritten = False
        try:
            return self._signed(action)
        except RuleBroken as refused:
            self._refuse(refused, broken)
        except FileProblem as problem:
            self.unwritten = True
            if not self.takes(problem):
                self.show_problem(problem)
            self.failed.emit()
        finally:
            after = self._last()
            if after is not before and after.topics:
                self.tell(after, origin)
        self.tried.emit()
        return None

    def _signed(self, action: Callable[[], T]) -> T:
        """Do it, and where it has to bear a name that nobody has said, ask and do it then."""
        try:
            return action()
        except NobodyHere:
            if not self.introduce():
                raise
        return action()

    def done(self, action: Callable[[], object]) -> bool:
        """Run what gives nothing back, and tell whether it was done: None does not say so."""

        def told() -> bool:
            action()
            return True

        return self.run(told) is not None

    def refuses(self) -> bool:
        """Whether nothing can be written for now; the file is then not even asked what it holds."""
        if self.stopped:
            self.unwritten = True
            self.failed.emit()
        return self.stopped

    def _refuse(self, refused: RuleBroken, broken: Callable[[RuleBroken], object] | None) -> None:
        if broken is not None:
            broken(refused)
        else:
            self._dialogs.message(_("That cannot be done"), refused.message, kind="warn")

    def show_problem(self, problem: FileProblem) -> None:
        """Tell what the file or disk said, what to do and the code to quote."""
        code = _("Code {code}").format(code=problem.fault.value)
        body = "\n\n".join(part for part in (problem.advice, code) if part)
        self._dialogs.message(problem.message, body, kind="bad")

    def show_lost(self, typed: Iterable[tuple[str, str]]) -> None:
        """Show words whose place in the file is gone, so that they can be copied.

        Args:
            typed: What the field is called, and what stands in it.
        """
        words = "\n\n".join(f"{label}\n{said}" for label, said in typed if said.strip())
        if words:
            body = _(
                "It was deleted by somebody else while you wrote. What you wrote is below: "
                "copy it, and put it where it belongs."
            )
            head = _("What you were writing in is no longer in the file")
            self._dialogs.words(head, body, words)

    def tell(self, changes: Changes, origin: QObject | None = None) -> None:
        """Tell every page with these topics. Also for imports, restores and what others wrote."""
        self._spread(changes, origin)
        self.changed.emit(changes)

    def refresh(self, topic: str) -> None:
        """Refresh the pages with a topic of which the file says nothing: no step was made."""
        self._spread(Changes(frozenset({topic}), ""), None)

    def _spread(self, changes: Changes, origin: QObject | None) -> None:
        self._listeners = [one for one in self._listeners if isValid(one)]  # pages come and go
        for listener in self._listeners:
            listener.hear(changes, origin)

    def subscribe(
        self, page: QWidget, topics: Iterable[str], refresh: Callable[[], object]
    ) -> None:
        """Refresh a page (by a bound method of it) when any of these tables changed."""
        self._listeners.append(_Listener(page, frozenset(topics), refresh))
