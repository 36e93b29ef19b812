"""All that is seen of an open file: head, tabs, the piece that is on. What pages ask as Shell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from styrdesk.base.i18n import _
from styrdesk.services.changes import Changes
from styrdesk.services.search import Hit
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.body import SidePanel
from styrdesk.ui.kit.buttons import button, rename
from styrdesk.ui.kit.header import HeaderBar
from styrdesk.ui.kit.layout import box, col, row
from styrdesk.ui.kit.piece import (
    ListTools,
    Page,
    PageContext,
    PieceSpec,
    Prints,
    Subject,
    Target,
    Where,
)
from styrdesk.ui.kit.tabs import PieceTabs
from styrdesk.ui.preview.file_views import FileViews
from styrdesk.ui.shell.areas import go_round
from styrdesk.ui.shell.choosers import Choosers
from styrdesk.ui.shell.lost import LostBanner
from styrdesk.ui.shell.no_print import NoPrint
from styrdesk.ui.shell.piece_view import PieceView
from styrdesk.ui.shell.saved import SavedState
from styrdesk.ui.shell.search_panel import SearchPanel
from styrdesk.ui.shell.search_places import SearchPlaces, where_of
from styrdesk.ui.shell.session import Session
from styrdesk.ui.shell.space import SpaceBanner
from styrdesk.ui.shell.trail import Trail
from styrdesk.ui.shell.undoing import announce, redo_words, undo_words

if TYPE_CHECKING:
    from styrdesk.ui.kit.records_page import RecordsPage

_CHOOSER_TOPICS = frozenset({"committee", "plan", "budget_frame"})


def _list_tools(page: RecordsPage[Any]) -> ListTools:
    from styrdesk.ui.lists.door import ListDoor

    return ListDoor(page)


class Desk(QWidget):
    """Built anew on another language or zoom; the session lives on.

    Attributes:
        moved: Another page, nämnd or year is shown, or the file lies in another place.
        file_wanted: A link leads to another file (its path).
        copy_wanted: The button of a banner was pressed: the file cannot be written where it lies.
    """

    moved = Signal()
    file_wanted = Signal(Path)
    copy_wanted = Signal()

    def __init__(self, session: Session, pieces: Sequence[PieceSpec], where: Where) -> None:
        super().__init__()
        self.session, self._where = session, where
        self._shown_last = Target("", "")
        self._trail = Trail(self.go)
        self.header = HeaderBar()
        self.choosers = Choosers(self.header, session, where)
        self.choosers.chosen.connect(self.choose)
        context = PageContext(
            *(session.services, session.operations, session.dialogs, session.settings),
            self,
            _list_tools,
            FileViews(self),
        )
        glyphs = [(_(spec.title), spec.key, spec.icon) for spec in pieces]
        self.tabs = PieceTabs(glyphs, _("Parts of the program"))
        self.views = [PieceView(spec, context) for spec in pieces]
        self.stack = QStackedWidget()
        for view in self.views:
            self.stack.addWidget(view)
            view.moved.connect(self._moved)
        self.saved = SavedState(self.header.saved, session, self.page)
        self.copy_button = button(_("Save a copy …"), name="save_copy")
        self.copy_button.clicked.connect(self.copy_wanted)
        self.write_button = button(_("Try to open it for writing"), name="open_again")
        self.write_button.clicked.connect(self._open_again)
        self.space, self.lost = SpaceBanner(session.keeper), LostBanner(session)
        self.lost.copy_wanted.connect(self.copy_wanted)
        self.lost.open_wanted.connect(self.file_wanted)
        session.watch.changed.connect(self.moved)
        self.no_print = NoPrint(pieces)
        self.no_print.go_wanted.connect(self.go)
        self._places = SearchPlaces(pieces)
        self.search = SearchPanel(self.header.search, session, self._places, self)
        self.search.chosen.connect(self.show_hit)
        reading = self._banner(self.write_button, self.copy_button)
        banners = (self.lost, reading, self.space, self.no_print)
        self.setLayout(col(self.header, self.tabs, *banners, (self.stack, 1), gap=0))
        self.tabs.currentChanged.connect(self._tab)
        session.operations.changed.connect(self._heard)
        self.show_undo()
        if session.doorbell is not None:
            session.doorbell.rung.connect(self.come_forward)

    def _open_again(self) -> None:
        self.file_wanted.emit(self.session.services.file.path)

    def _banner(self, *actions: QPushButton) -> QWidget:
        banner = Banner(
            "locked",
            _("The file is open for reading only"),
            _("You can read and print all of it. To change something, save a copy and work there."),
            actions,
        )
        self.read_only = box(row((banner, 1), pad=(16, 12, 16, 0)))
        self.read_only.setVisible(self.session.read_only)
        return self.read_only

    # ---- what a page may ask (Shell) ---------------------------------------------------------

    def where(self) -> Where:
        """The nämnd and year chosen now."""
        return self._where

    def choose(self, where: Where) -> None:
        """Choose another nämnd and year, unless the page that is on must be mended first."""
        other = where != self._where and self.flush()
        if other:
            self._where = where
            for view in self.views:
                view.place_changed()
        self.choosers.show_where(self._where)  # first: the window's title says what they say
        if other:
            self.moved.emit()

    def go(self, target: Target) -> None:
        """Show a place; of an unknown piece nothing is shown.

        The piece "file" is the file itself: its page "backups", or "open" for another file.
        """
        if target.piece == "file":
            if target.page == "backups":
                self.show_backups()
            else:
                self.file_wanted.emit(Path(target.record))
            return
        for n, view in enumerate(self.views):
            if view.spec.key == target.piece and self._show_view(n, target.page):
                self._shown_last = target
                if view.page is not None and target.record:
                    view.page.show_record(target)
                elif view.page is not None and target.begin is not None:
                    view.page.begin_new(target.begin)
                elif view.page is not None:
                    view.page.focus_first()

    def show_backups(self) -> None:
        """The backups of the file, over the window; a copy that is opened takes its place."""
        if self.flush():
            from styrdesk.ui.shell.backups_window import BackupsWindow

            shown = BackupsWindow(self.session, self.window())
            shown.opened.connect(self.file_wanted)
            shown.show()

    def show_over(self, name: str) -> None:
        """What lies over the page, by its name: "backups", "trash", "history" or "search"."""
        ways: dict[str, Callable[[], None]] = {
            "backups": self.show_backups, "trash": self.show_trash,
            "history": self.show_history, "search": self.search.begin,
        }  # fmt: skip
        ways[name]()

    def show_history(self, subject: Subject | None = None) -> None:
        """The history of a record, or of the one in hand; of none, it says what to do first."""
        page = self.page()
        if not self.flush() or page is None:
            return
        subject = subject or page.in_hand()
        if subject is None:
            self.session.dialogs.message(
                _("History of what?"),
                _("Stand in a row, a form or a chapter first. Then Ctrl+H shows its history."),
            )
            return
        from styrdesk.ui.shell.history_window import HistoryWindow

        HistoryWindow(self.session, subject, self.window()).show()

    def show_trash(self) -> None:
        """What was deleted, over the window."""
        if self.flush():
            from styrdesk.ui.shell.trash_window import TrashWindow

            TrashWindow(self.session, self.window()).show()

    def shows(self, hit: Hit) -> bool:
        """Whether some page shows what was found."""
        return self._places.target(hit) is not None

    def show_hit(self, hit: Hit) -> None:
        """What the search has found, on its page, for the nämnd and year it belongs to."""
        target = self._places.target(hit)
        if target is not None and self.flush():
            self.choose(where_of(hit, self._where))
            self.go(target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.search.place()

    def come_forward(self) -> None:
        """The window in front of all others: somebody has opened the file once more."""
        window = self.window()
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    # ---- moving about ------------------------------------------------------------------------

    @property
    def view(self) -> PieceView:
        """The piece that is shown."""
        return self.views[self.stack.currentIndex()]

    def page(self) -> Page | None:
        """The page that is shown."""
        return self.view.page

    def _show_view(self, number: int, page: str = "") -> bool:
        if number != self.stack.currentIndex() and not self.flush():
            self.tabs.setCurrentIndex(self.stack.currentIndex())
            return False
        self.stack.setCurrentIndex(number)
        self.tabs.setCurrentIndex(number)
        shown = self.view.show_page(page)
        self._moved()
        return shown

    def _tab(self, number: int) -> None:
        if number != self.stack.currentIndex():
            self._show_view(number)

    def show_tab(self, number: int) -> None:
        """Show a tab by its number from 0, and put the focus on its first thing worth doing."""
        if number < len(self.views) and self._show_view(number):
            page = self.page()
            if page is not None:
                page.focus_first()

    def prints(self) -> Prints | None:
        """The print of the page that is shown; on one without, it is said where there is one."""
        page = self.page()
        found = page.prints() if page is not None else None
        if found is None:
            self.no_print.tell(self.view.spec.key, self.view.key)
        return found

    def _moved(self) -> None:
        self._trail.note(self.view.spec.key, self.view.key)
        self.no_print.hide()
        self.saved.look()
        self.moved.emit()

    def remember(self) -> None:
        """Keep the place for the next time the file is opened."""
        here = self.here()
        self.session.remember(self._where, "/".join((here.piece, here.page, here.record)))

    def here(self) -> Target:
        """The place that is shown, so that it can be shown again after the pages are built anew."""
        spec, page = self.view.spec, self.page()
        told = page.here() if page is not None else None
        if told is not None:
            return Target(spec.key, self.view.key, told)
        last = self._shown_last
        same = (last.piece, last.page) == (spec.key, self.view.key)
        return last if same else Target(spec.key, self.view.key)

    def open_at(self, place: str) -> None:
        """Show "piece/page/record" as it was remembered, or the first page."""
        piece, page, record = (place.split("/") + [""] * 3)[:3]
        keys = [view.spec.key for view in self.views]
        number = keys.index(piece) if piece in keys else 0
        if self._show_view(number, page) and (shown := self.page()) is not None:
            if record:
                shown.show_record(Target(piece, page, record))
            shown.focus_first()  # never in a text, where a stray key would write

    def back(self) -> None:
        """The page one came from, as it was left."""
        self._trail.back()

    def next_area(self, step: int = 1) -> None:
        """F6: head, tabs, list, work, side panel, and round again."""
        go_round(self.areas(), self.window().focusWidget(), step)

    def areas(self) -> list[QWidget]:
        """The parts of the window that F6 goes round between, as they are seen now."""
        found: list[QWidget] = [self.header, self.tabs]
        if self.lost.isVisible():
            found.append(self.lost)
        view = self.view
        if view.list is not None and view.list.isVisible():
            found.append(view.list)
        outline = view.body.outline() if view.body is not None else None
        if outline is not None and outline.isVisible():
            found.append(outline)
        if view.page is not None:
            found.append(view.page)
            found += [side for side in view.page.findChildren(SidePanel) if side.isVisible()]
        return found

    # ---- saving and undo ---------------------------------------------------------------------

    def flush(self) -> bool:
        """Save what waits in the page that is shown. False keeps it: a field is wrong."""
        return self.view.flush()

    def may_close(self) -> bool:
        """Save what waits; where that cannot be, ask whether to close without it."""
        if self.flush():
            return True
        head = _("A field cannot be saved as it is")
        body = _("All else is saved. What stands in the field that is marked will be lost.")
        stay = _("Stay and mend it")
        if self.session.operations.unwritten:
            head = _("What you wrote last is not saved")
            body = _(
                "The file cannot be written. What was saved before is safe. Stay, and save a copy "
                "in another place, to keep what you wrote last."
            )
            stay = _("Stay")
        return self.session.dialogs.question(head, body, _("Close without it"), stay, kind="bad")

    def undo(self) -> None:
        """Take back the latest step; what waits to be saved becomes a step first.

        Typing that cannot be kept is later than any step, and goes before it.
        """
        kept = self.flush()
        if not self.view.take_back() and kept:
            self._step(redo=False)

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.flush():
            self._step(redo=True)

    def _step(self, *, redo: bool) -> None:
        work = self.session.services.work
        if (work.redoable() if redo else work.undoable()) is not None:
            self.session.operations.run(work.redo if redo else work.undo)
        elif not redo:
            announce(self.header.undo)

    def _heard(self, changes: Changes) -> None:
        self.show_undo()
        if changes.topics & _CHOOSER_TOPICS:
            where, kept = self._where, self.session.services.committees.rows()
            if where.committee_id not in [committee.id for committee in kept]:
                self.choose(Where(kept[0].id if kept else "", where.year))
            self.choosers.show_where(self._where)

    def show_undo(self) -> None:
        """Say on the two buttons what they would do, or why they cannot."""
        words, why = undo_words(self.session)
        self.header.name_undo(words, redo_words(self.session.services.work))
        if why:
            rename(self.header.undo, why, "Ctrl+Z")
