"""Opening, making and copying files: what is asked, and what is said when the disk says no."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from styrdesk.base.i18n import _
from styrdesk.base.paths import data_folder
from styrdesk.domain.errors import FileFault, FileProblem, Unseen
from styrdesk.services.settings import SettingsService
from styrdesk.ui.kit.dialogs import CANCELLED, Dialogs

if TYPE_CHECKING:  # the window is painted before the services are read
    from styrdesk.services.catalogue import Services
    from styrdesk.services.changes import Changes
    from styrdesk.services.new_file import Beginning
    from styrdesk.ui.shell.session import Session

SUFFIX: Final = ".styrdesk"
T = TypeVar("T")


class OpenServices(Protocol):
    """Opens a file and gives its services."""

    def __call__(
        self, path: Path, kept: SettingsService, *, read_only: bool = False, over: bool = False
    ) -> Services: ...


class CreateServices(Protocol):
    """Makes a file and gives its services."""

    def __call__(self, path: Path, kept: SettingsService) -> Services: ...


@contextmanager
def _let_go_unless_it_works(services: Services) -> Iterator[None]:
    """A file that is not shown after all has no owner."""
    try:
        yield
    except BaseException:
        services.file.close()
        raise


def _nothing() -> Changes:
    from styrdesk.services.changes import Changes

    return Changes(frozenset(), "")


class Files:
    """The doors to files. Every one of them gives a session, or None when nothing was opened.

    Attributes:
        elsewhere: Nothing was opened because another window shows the file, and came forward.
    """

    def __init__(
        self,
        kept: SettingsService,
        dialogs: Dialogs,
        open_services: OpenServices,
        create_services: CreateServices,
    ) -> None:
        self._kept, self._dialogs = kept, dialogs
        self._open, self._create = open_services, create_services
        self.elsewhere = False
        self._accepted: set[Path] = set()  # risky folders that were chosen all the same

    def _patterns(self) -> str:
        return _("Styrdesk files (*{suffix})").format(suffix=SUFFIX)

    def _folder(self) -> Path:
        recent = self._kept.current.recent
        folder = Path(recent[0]).parent if recent else Path.home()
        return folder if folder.is_dir() else Path.home()

    def _place(self, title: str, suggestion: Path) -> Path | None:
        """Ask where a file that is to be worked in will lie; a risky folder is told of once."""
        from styrdesk.services.location import warning

        while True:
            path = self._dialogs.save_file(title, suggestion, self._patterns())
            if path is None or path.parent in self._accepted:
                return path
            told = warning(path.parent)
            if told is None:
                return path
            ways = [_("Use it anyway"), _("Choose another folder")]
            chosen = self._dialogs.choose(*told, ways, kind="warn")
            if chosen == CANCELLED:
                return None
            if chosen == 0:
                self._accepted.add(path.parent)
                return path

    def _run(self, action: Callable[[], T]) -> T | None:
        """What the action gives; a refusal is told and gives None."""
        from styrdesk.ui.kit.operations import Operations

        self.elsewhere = False
        return Operations(_nothing, self._dialogs).run(action)

    def ask(self) -> Session | None:
        """Ask which file, and open it."""
        path = self._dialogs.open_file(_("Open a file"), self._patterns(), self._folder())
        return self.open(path) if path is not None else None

    def open(self, path: Path) -> Session | None:
        """Open a file; what is wrong with it is told."""

        def opened() -> Session | None:
            try:
                return self._owned(path)
            except FileProblem as problem:
                if problem.fault is FileFault.MISSING and self._kept.remembers(path):
                    self._gone(path, problem)
                    return None
                from styrdesk.base.clock import SystemClock
                from styrdesk.services.backups import backups_of
                from styrdesk.ui.shell.restoring import Restoring

                backups = backups_of(path, self._kept, SystemClock())
                other = Restoring(backups, self._kept, self._dialogs).offer(problem)
                return self._owned(other) if other else None

        return self._run(opened)

    def _gone(self, path: Path, problem: FileProblem) -> None:
        """A file used lately is not there: offer to take it off the list."""
        place = _("It was in {folder}.").format(folder=path.parent)
        body = "\n\n".join([f"{place} {problem.advice}", _("The list only remembers its place.")])
        ways = [_("Take off the list")]
        if self._dialogs.choose(problem.message, body, ways, kind="warn") == 0:
            self._kept.forget(path)

    def _owned(self, path: Path) -> Session | None:
        """Open a file as its one owner, or as one chooses when it has another."""
        from styrdesk.domain.owner import InUse

        open_file, seen = partial(self._open, path, self._kept), False
        while True:
            try:
                services = open_file()
            except Unseen as unseen:
                seen = self._looked_through(path, unseen.size)
                if not seen:
                    return None
                continue
            except InUse as held:
                from styrdesk.ui.shell.in_use import Way, way_on

                way = way_on(self._dialogs, path, held)
            else:
                if seen:  # it is what was looked through, or it would not have been opened
                    services.file.is_whole = True
                return self._session(services)
            if way in (Way.SHOWN, Way.NONE):
                self.elsewhere = way is Way.SHOWN
                return None
            open_file = partial(
                self._open, path, self._kept, read_only=way is Way.READ, over=way is Way.OVER
            )

    def _looked_through(self, path: Path, size: int) -> bool:
        """Look a large file through; it is noted as whole, as by a window that closed it.

        Raises:
            FileProblem: It is damaged, or cannot be read.
        """
        from styrdesk.ui.shell.looking_sheet import LookingSheet

        sheet = LookingSheet(path, size)
        done = self._dialogs.fill(sheet)
        if sheet.problem is not None:
            raise sheet.problem
        if done:
            self._kept.set_left(path, sheet.mark)
        return done

    def _session(self, services: Services) -> Session:
        from styrdesk.ui.shell.session import Session

        with _let_go_unless_it_works(services):
            self._kept.opened(services.file.path)
            return Session.of(services, self._dialogs, self._kept)

    def create(self, beginning: Beginning, year: int) -> Session | None:
        """Ask where, and make a file that holds its nämnd and who sits here.

        Raises:
            RuleBroken: A name is missing; `field` tells which. Nothing was asked or made.
        """
        beginning.records()
        suggestion = self._folder() / f"{_file_name(beginning.committee)}{SUFFIX}"
        path = self._place(_("Where will the file lie?"), suggestion)
        if path is None:
            return None

        def made() -> Session:
            services = self._create(path, self._kept)
            from styrdesk.services import new_file
            from styrdesk.ui.kit.piece import Where

            with _let_go_unless_it_works(services):
                committee, person = new_file.begin(services, beginning)
                self._kept.set_person(services.file.path, person)
                new_file.begin_plan(services, beginning, committee, year)
            session = self._session(services)
            session.remember(Where(committee, year), "")
            return session

        return self._run(made)

    def demo(self) -> Session | None:
        """Open the example, which is made the first time. It is a file of its own to play in."""
        name = _("Example")
        path = data_folder() / "demo" / f"{name}{SUFFIX}"
        if path.exists():
            return self.open(path)

        def made() -> Session:
            from styrdesk.reports.demo import fill

            path.parent.mkdir(parents=True, exist_ok=True)
            services = self._create(path, self._kept)
            with _let_go_unless_it_works(services):
                fill(services, self._kept.current.print_language)
            return self._session(services)

        return self._run(made)

    def save_copy(self, session: Session, *, history: bool = True) -> None:
        """Ask where, save a copy of the open file there, and say so."""
        words = _("{name} copy") if history else _("{name} without history")
        name = words.format(name=session.services.file.path.stem)
        suggestion = session.services.file.path.with_name(f"{name}{SUFFIX}")
        title = _("Save a copy") if history else _("Save a copy without history")
        path = (
            self._place(title, suggestion)
            if history
            else self._dialogs.save_file(title, suggestion, self._patterns())
        )
        if path is None:
            return

        def saved() -> Path:
            from styrdesk.services import copies

            save = copies.save_copy if history else copies.save_copy_without_history
            return save(session.services, path)

        made = self._run(saved)
        if made is not None:
            said = _("It lies in {place}. You go on working in the file you have open.")
            self._dialogs.message(_("The copy is saved"), said.format(place=made), kind="ok")

    def rescue(self, session: Session) -> None:
        """Ask where, save what is known of a file that is lost there, and go on in that."""
        name = _("{name} copy").format(name=session.services.file.path.stem)
        path = self._place(_("Save a copy"), Path.home() / f"{name}{SUFFIX}")
        if path is None:
            return

        def saved() -> str:
            from styrdesk.base.formats import stamp

            watch, whereabouts = session.watch, session.services.whereabouts
            made, kept = whereabouts.rescue(path, answers=watch.answers)
            if session.read_only:
                said = _("It lies in {place}.").format(place=made)
            else:
                session.go_on(made, from_backup=kept is not None)
                said = _("It lies in {place}. From now on you work in it.").format(place=made)
            if kept is None:
                return said
            old = _("The file could not be read: the copy is made of the backup from {when}.")
            return f"{said} {old.format(when=stamp(kept.at))}"

        said = self._run(saved)
        if said is not None:
            self._dialogs.message(_("The copy is saved"), said, kind="ok")


def _file_name(committee: str) -> str:
    """The nämnd's name as a file name."""
    kept = "".join(c if c.isalnum() or c in " -" else "" for c in committee)
    return " ".join(kept.split())[:80] or "Styrdesk"
