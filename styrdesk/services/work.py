"""The one door for writes: a step is one user action, one transaction, one line in the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

from styrdesk.base.clock import Clock
from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.backup import Reason
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.errors import FileFault, FileProblem, RuleBroken
from styrdesk.services.changes import Changes
from styrdesk.storage.file import File
from styrdesk.storage.journal import NOTHING, Step, StepKind

TRASH: Final = "trash"  # the topic of what is no table: the trash was emptied


def _no_backup(_reason: Reason) -> None:
    """A file that nobody has said where to back up."""


def _nothing() -> None:
    """Nobody takes it back."""


class Work:
    """Steps, undo and redo on an open file.

    Args:
        file: The open file.
        clock: Tells when a step was made.
        person: Tells who sits here: a person's id, or empty while nobody has said.
        secure: Makes a backup; called before a step that is large or cannot be undone.

    Attributes:
        last: What the latest step changed, or what others were seen to have changed.
        mark: How far the journal had come when it was last seen or written.
        stopped: Why nothing may be written for now; None while it may.
    """

    def __init__(
        self,
        file: File,
        clock: Clock,
        person: Callable[[], str],
        secure: Callable[[Reason], None] = _no_backup,
    ) -> None:
        self._file = file
        self._clock = clock
        self._person = person
        self.secure = secure
        self._open = False
        self._called = ""
        self.last = Changes(frozenset(), "")
        self.stopped: FileProblem | None = None
        self._version, self.mark = file.version(), file.journal.mark()
        self._foreign: frozenset[str] | None = None  # what others changed, until it is told

    @contextmanager
    def step(self, label: str, visit: str = "") -> Iterator[None]:
        """One user action: all of it is committed, or nothing.

        Args:
            label: What it is called, marked by `N_`; no user text.
            visit: Id of a visit to a field; its autosaves become one step.

        Raises:
            FileProblem: The file cannot be written. Nothing has been changed.
        """
        label = self._called or label
        with self._transaction(), self._recorded(label, StepKind.DO, visit) as done:
            yield
        self.last = done[0]

    @contextmanager
    def called(self, label: str) -> Iterator[None]:
        """Steps made in the block are called this: a use case done for the sake of another."""
        self._called = label
        try:
            yield
        finally:
            self._called = ""

    @contextmanager
    def barrier(self, label: str) -> Iterator[None]:
        """A step that undo does not pass: a decision, a restore, gallring."""
        with self._transaction(), self._recorded(label, StepKind.BARRIER) as done:
            yield
        self.last = done[0]

    @contextmanager
    def erasure(
        self,
        label: str,
        last: Callable[[], object] = _nothing,
        past: Callable[[], object] | None = None,
    ) -> Iterator[None]:
        """A step that undo does not pass, and whose records lose their past too.

        What it changes keeps its new values, what it deletes is gone: of both nothing of what they
        held before stays in the file's tables or journal. Pages and backups are for `retention`.

        Args:
            label: What it is called, marked by `N_`.
            last: Called when all is done but the commit; what it raises takes all of it back.
            past: Sees to the journal in another way: what is to go is written over there.
        """
        file = self._file
        with self._transaction():
            with self._recorded(label, StepKind.BARRIER) as done:
                yield
                keys = file.erasure.touched()
                file.erasure.begin()
            with self._recorded(label, StepKind.PURGE):
                file.trash.purge(keys) if past is None else past()
            last()
        self.last = replace(done[0], topics=done[0].topics | {TRASH})

    @contextmanager
    def purge(self, label: str) -> Iterator[None]:
        """A step done to the journal itself: what it takes out is gone for good."""
        with self._transaction(), self._recorded(label, StepKind.PURGE) as done:
            yield
        self.last = replace(done[0], topics=frozenset({TRASH}), at=self._clock.now().isoformat())

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if self._open:
            message = "a step inside a step"
            raise RuntimeError(message)
        if self._file.read_only:
            raise FileProblem(
                FileFault.READ_ONLY,
                _("The file is open for reading only."),
                _("Save a copy in another place to go on working."),
            )
        if self.stopped is not None:
            raise self.stopped
        self._open = True
        try:
            with self._file.transaction():
                self._look()
                yield
                mark = self._file.journal.mark()
            self.mark = mark
        finally:
            self._open = False

    # ---- what others write -------------------------------------------------------------------

    def _look(self) -> None:
        """Inside a transaction: see what others have written, and that they wrote in this file.

        Raises:
            FileProblem: What lies there now is not the file we know. Nothing is written to it.
        """
        version, journal = self._file.version(), self._file.journal
        if version == self._version:
            return
        self._file.see_that_it_goes_on(self.mark)
        self._foreign = (self._foreign or frozenset()) | journal.touched_since(self.mark)
        self._version, self.mark = version, journal.mark()

    def notice(self) -> Changes | None:
        """What others have written since it was last asked; None when nobody has.

        Cheap, and never waits: while another program writes, it is seen the next time.

        Raises:
            FileProblem: What lies there now is not the file we know, or it cannot be read.
        """
        if self._open:
            return None
        try:
            with self._file.reading():
                self._look()
        except FileProblem as problem:
            if problem.fault is not FileFault.LOCKED:
                raise
        if self._foreign is None:
            return None
        self.last, self._foreign = Changes(self._foreign, "", self.mark.at), None
        return self.last

    def go_on(self, *, from_backup: bool = False) -> None:
        """The file was opened anew: see that it goes on from what we know, and write again.

        Args:
            from_backup: It is an earlier copy, which is worked in instead: all is to be seen anew.

        Raises:
            FileProblem: It does not go on from what we know, or cannot be read.
        """
        with self._file.reading():
            self._version = -1  # a connection of its own counts anew
            if from_backup:
                self.mark = NOTHING
                self._foreign = frozenset(RECORDS)
            self._look()
        self.stopped = None

    def is_ours(self) -> bool:
        """Whether the connection still gives the file we know."""
        try:
            with self._file.reading():
                self._file.see_that_it_goes_on(self.mark)
        except FileProblem as problem:
            return problem.fault is FileFault.LOCKED  # somebody writes in it this very moment
        return True

    @contextmanager
    def _recorded(self, label: str, kind: StepKind, visit: str = "") -> Iterator[list[Changes]]:
        """What is written in the block becomes a step; gives what it did, once it is done."""
        at, journal = self._clock.now().isoformat(), self._file.journal
        done: list[Changes] = []
        seq = journal.begin(new_id(), at, self._person(), label, kind)
        yield done
        topics = journal.end(seq, kind, visit)
        done.append(Changes(topics, label, at if topics else ""))

    def undoable(self) -> Step | None:
        """The step that undo takes back."""
        return self._file.journal.undoable(self._person())

    def redoable(self) -> Step | None:
        """The step that redo does again."""
        return self._file.journal.redoable(self._person())

    def stop(self) -> Step | None:
        """What undo stops at; None where it may go on, or where nothing has been done."""
        return self._file.journal.stop(self._person())

    def undo(self) -> Changes:
        """Take back the latest step.

        Raises:
            RuleBroken: There is nothing to take back, or a line undo does not pass.
        """
        with self._transaction():  # the step is looked for inside it: others may write too
            target = self.undoable()
            if target is None:
                raise RuleBroken(_("There is nothing to undo."))
            with self._recorded(target.label, StepKind.UNDO) as done:
                self._file.journal.undo(target)
        self.last = done[0]
        return self.last

    def redo(self) -> Changes:
        """Do again what was taken back last.

        Raises:
            RuleBroken: There is nothing to do again.
        """
        with self._transaction():
            target = self.redoable()
            if target is None:
                raise RuleBroken(_("There is nothing to redo."))
            with self._recorded(target.label, StepKind.REDO) as done:
                self._file.journal.redo(target)
        self.last = done[0]
        return self.last
