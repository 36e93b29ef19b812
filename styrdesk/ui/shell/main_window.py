"""The window: holds the open file's desk or the welcome page, and does what the menu says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from shiboken6 import isValid

from styrdesk.base.clock import Clock, SystemClock
from styrdesk.base.i18n import _
from styrdesk.domain.errors import FileProblem
from styrdesk.services.settings import SettingsService
from styrdesk.ui.kit.dialogs import Dialogs
from styrdesk.ui.kit.piece import PieceSpec, Prints, Target, Where
from styrdesk.ui.shell.dropping import Dropping
from styrdesk.ui.shell.files import Files
from styrdesk.ui.shell.focus_spot import focus_spot
from styrdesk.ui.shell.help_door import HelpDoor
from styrdesk.ui.shell.opening import Opening
from styrdesk.ui.shell.over import Over
from styrdesk.ui.shell.preferences import Preferences
from styrdesk.ui.shell.seat import Seat

if TYPE_CHECKING:  # the window is painted before what it will hold is read
    from PySide6.QtGui import QAction

    from styrdesk.services.new_file import Beginning
    from styrdesk.ui.shell.commands import Command
    from styrdesk.ui.shell.desk import Desk
    from styrdesk.ui.shell.session import Session
    from styrdesk.ui.shell.welcome import Welcome

_SIZE: Final = QSize(1280, 800)
_FRAME: Final = 48  # pixels that a window manager may add to the height


class MainWindow(QMainWindow):
    """The one window of the program.

    Args:
        pieces: The tabs. The window knows none of them by name.
        kept: This machine's settings.
        dialogs: The dialogs door.
        files: The doors to files.
    """

    actions_by_key: Mapping[str, QAction]

    def __init__(
        self,
        pieces: Sequence[PieceSpec],
        kept: SettingsService,
        dialogs: Dialogs,
        files: Files,
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self._pieces, self._kept, self._files = pieces, kept, files
        self._clock = clock or SystemClock()
        self.session: Session | None = None
        self._typed: Mapping[str, str] = {}  # of a new file that was thought better of
        self.desk: Desk | None = None
        self.welcome: Welcome | None = None
        self._opening: Opening | None = None
        self._left: QWidget | None = None  # where one was in the file, under the welcome page
        self.preferences = Preferences(kept, self._flushed, self)
        self.preferences.rebuild_wanted.connect(self.rebuild)
        self._center = QStackedWidget()
        self.setCentralWidget(self._center)
        self._drops = Dropping(self, self, dialogs)
        self.over = Over(self, self, dialogs)
        self.seat = Seat(lambda: self.session, self._flushed, self.rebuild, dialogs)
        self.help = HelpDoor(self, pieces, self._commands, self._help_place)
        self.preferences.colour()
        self.resize(_SIZE)
        self.setMinimumSize(640, 480)

    def appear(self) -> None:
        """Be shown; as large as the screen where that has no room for more."""
        room = self.screen().availableSize()
        if room.width() < _SIZE.width() or room.height() < _SIZE.height() + _FRAME:
            self.showMaximized()
        else:
            self.show()

    # ---- what can be done --------------------------------------------------------------------

    def _commands(self) -> list[Command]:
        from styrdesk.ui.shell.commands import commands_of

        return commands_of(self, [_(spec.title) for spec in self._pieces])

    def _bind(self) -> None:
        from styrdesk.ui.shell.commands import OF_A_FILE, bind

        self.actions_by_key = bind(self, self._commands())
        for key in OF_A_FILE:
            self.actions_by_key[key].setEnabled(self.desk is not None)

    # ---- the file ----------------------------------------------------------------------------

    def begin_when_seen(self, path: Path | None) -> None:
        """Paint the frame of the file's window first, and begin once it is on the screen."""
        if path is None:
            self.begin(None)
            return
        self._opening = Opening(path, self._pieces, self._kept)
        self._opening.seen.connect(self._seen, Qt.ConnectionType.QueuedConnection)
        self._center.addWidget(self._opening)
        self.setWindowTitle(f"{path.stem} · Styrdesk")

    def _seen(self) -> None:
        frame, self._opening = self._opening, None
        if frame is None or not self.isVisible():  # closed before it was begun
            return
        try:
            self.begin(frame.path)
        finally:  # after a bug too there is a page to go on from
            if self.session is None and self.welcome is None and not self._files.elsewhere:
                self.show_welcome()
            self._center.removeWidget(frame)
            frame.deleteLater()

    def begin(self, path: Path | None) -> None:
        """Show a file, or the welcome page when there is none or it cannot be opened."""
        from styrdesk.ui.shell.undoing import KeyWatch

        self.preferences.dress()
        self._keys = KeyWatch(self)
        self._bind()
        if path is not None:
            self.open_path(path.absolute())
        if self.session is None and not self._files.elsewhere:
            self.show_welcome()

    def show_welcome(self, way: int | None = None) -> None:
        """The page with the three ways to begin; over an open file it can be left again."""
        from styrdesk.ui.shell.welcome import NEW, OPEN, Welcome

        here = self.focusWidget()
        if self.welcome is None:
            self._left = here
        self._drop_welcome()
        chosen = way if way is not None else OPEN if self._kept.current.recent else NEW
        year = self._clock.today().year + 1
        made = Welcome(self._kept, year, way=chosen, can_leave=self.session is not None)
        made.create_wanted.connect(self.create_file)
        made.open_wanted.connect(self.open_path)
        made.demo_wanted.connect(self.open_demo)
        made.left.connect(self.leave_welcome)
        made.help_wanted.connect(self.help.show)
        made.preferences_wanted.connect(self.over.preferences)
        made.form.retype(self._typed)
        self.welcome = made
        self._center.addWidget(made)
        self._center.setCurrentWidget(made)
        made.focus_first()
        self._title()

    def leave_welcome(self) -> None:
        """Back to the file that is open, and to where one was in it."""
        if self.desk is None:
            return
        self._drop_welcome()
        self._center.setCurrentWidget(self.desk)
        page, left = self.desk.page(), self._left
        if left is not None and isValid(left) and self.desk.isAncestorOf(left):
            left.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page is not None:
            page.focus_first()

    def _drop_welcome(self) -> None:
        if self.welcome is not None:
            self._typed = self.welcome.form.typed()
            self._center.removeWidget(self.welcome)
            self.welcome.deleteLater()
            self.welcome = None

    def new_file(self) -> None:
        """Ask what a new file shall hold."""
        from styrdesk.ui.shell.welcome import NEW

        self.show_welcome(NEW)

    def create_file(self, beginning: Beginning, year: int) -> None:
        """Make a file and open it."""
        made = self._files.create(beginning, year)
        self._show(made)
        if made is not None:
            self._typed = {}

    def ask_file(self) -> None:
        """Ask which file, and open it."""
        self._show(self._files.ask())

    def open_path(self, path: Path) -> None:
        """Open a file; an empty path asks which."""
        if path == Path():
            self.ask_file()
        elif self.session is not None and self.session.writes(path):
            self.leave_welcome()
        else:
            self._show(self._files.open(path))
            if self.welcome is not None:  # it was not opened, and may not be remembered any more
                self.welcome.recent.refresh()
            elif self.session is not None:
                self.session.operations.refresh("recent")

    def open_demo(self) -> None:
        """Open the example."""
        self._show(self._files.demo())

    def save_copy(self, *, history: bool = True) -> None:
        """Save a copy of the file in another place, and say where."""
        if self.session is not None and self.session.watch.lost is not None:
            self._files.rescue(self.session)
        elif self.session is not None and self._flushed():
            self._files.save_copy(self.session, history=history)

    def show_over(self, name: str) -> None:
        """A window over the open file: its "backups", its "trash", or a record's "history"."""
        if self.desk is not None and self.welcome is None:
            self.desk.show_over(name)

    def _show(self, session: Session | None) -> None:
        """Show a file that was opened, once the one before is let go of."""
        if session is None:
            if self._files.elsewhere and self.session is None:
                self.close()  # the window that shows the file has come forward instead
            return
        if not self._let_go():
            session.close()
            return
        self.session = session
        session.operations.introduce = self.seat.introduce
        try:
            where, place = session.remembered()
            self._build_desk(where)
            self._drop_welcome()
            session.start()
            if self.desk is not None:
                self.desk.open_at(place)
        except Exception as error:
            damaged = isinstance(error, FileProblem) and not session.services.file.is_whole
            if not damaged and self.desk is not None:  # there is a page to go on from
                raise
            self._drop_desk()
            self.session = None
            session.close()
            if not damaged:
                self.show_welcome()
                raise
            self.open_path(session.services.file.path)  # looked through first, this time

    def _let_go(self) -> bool:
        """Save what waits, and close the file. False when the user stays with it."""
        if self.session is None or self.desk is None:
            return True
        if not self.desk.may_close():
            return False
        self.desk.remember()
        self._drop_desk()
        self.session.close()
        self.session = None
        return True

    # ---- the desk ----------------------------------------------------------------------------

    def _build_desk(self, where: Where) -> None:
        from styrdesk.ui.shell.desk import Desk

        if self.session is None:
            return
        self._drop_desk()
        desk = Desk(self.session, self._pieces, where)
        desk.file_wanted.connect(self.open_path)
        desk.copy_wanted.connect(self.save_copy)
        desk.moved.connect(self._moved)
        desk.header.undo.clicked.connect(self.undo)
        desk.header.redo.clicked.connect(self.redo)
        desk.header.menu.clicked.connect(self.show_menu)
        self.desk = desk
        self._center.addWidget(desk)
        self._center.setCurrentWidget(desk)
        self._bind()
        self._title()

    def _drop_desk(self) -> None:
        if self.desk is not None:
            self._center.removeWidget(self.desk)
            self.desk.deleteLater()
            self.desk = None

    def rebuild(self) -> None:
        """Build all that is seen anew, in another language or size, at the same place."""
        self.help.close()
        self._bind()
        if self.welcome is not None:
            self.show_welcome(self.welcome.way())
        if self.desk is None:
            return
        shown, where = self._center.currentWidget(), self.desk.where()
        over, here = shown is self.welcome, self.desk.here()
        spot = focus_spot(self.desk)
        self._build_desk(where)
        self.desk.go(here)
        if spot is not None:
            spot.give_back(self.desk)
        if over and self.welcome is not None:
            self._center.setCurrentWidget(self.welcome)

    def _moved(self) -> None:
        self._title()
        self.help.follow()
        if self.session is not None and self.desk is not None:
            self.desk.remember()  # the computer may be turned off at any moment

    def _title(self) -> None:
        words = ["Styrdesk"]
        if self.session is not None and self.desk is not None:
            header = self.desk.header
            words = [f"{header.committee.currentText()} {header.year.currentText()}", *words]
            words.insert(0, self.session.services.file.path.stem)
        self.setWindowTitle(" · ".join(words))

    def show_tab(self, number: int) -> None:
        """Show a tab by its number from 0."""
        if self.desk is not None and self.welcome is None:
            self.desk.show_tab(number)

    def back(self) -> None:
        """The page one came from."""
        if self.desk is not None and self.welcome is None:
            self.desk.back()

    def next_area(self, step: int = 1) -> None:
        """Move the focus to the next part of the window."""
        if self.desk is not None and self.welcome is None:
            self.desk.next_area(step)

    def undo(self) -> None:
        """Take back the latest step."""
        if self.desk is not None:
            self.desk.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.desk is not None:
            self.desk.redo()

    def print_page(self) -> None:
        """Print on paper what the page shows, or say where there is something to print."""
        if (prints := self._prints()) is not None:
            prints.on_paper()

    def save_pdf(self) -> None:
        """Save what the page shows as a PDF, or say where there is something to save."""
        if (prints := self._prints()) is not None:
            prints.as_pdf()

    def _prints(self) -> Prints | None:
        return self.desk.prints() if self.desk is not None and self.welcome is None else None

    def show_menu(self) -> None:
        """Open the menu under its button."""
        if self.desk is not None:
            from styrdesk.ui.shell.menu import build_menu

            under = self.desk.header.menu
            menu = build_menu(self, self)
            corner = under.mapToGlobal(under.rect().bottomRight())
            menu.popup(corner - QPoint(menu.sizeHint().width(), 0))

    def _flushed(self) -> bool:
        return self.desk is None or self.desk.flush()

    def _help_place(self) -> tuple[str, ...]:
        """The page and the tab that are shown, as their help is named."""
        if self.welcome is not None or self.desk is None:
            return ("welcome",)
        return (self.desk.view.key, self.desk.view.spec.key)

    def go(self, target: Target) -> None:
        """Show a place in the open file."""
        if self.desk is not None:
            self.desk.go(target)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._let_go():
            event.ignore()
            return
        self.help.close()
        super().closeEvent(event)
