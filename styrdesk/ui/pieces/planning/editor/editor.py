"""The editor of one plan: outline, the chosen chapter or the document information, side panel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QToolButton, QWidget

from styrdesk.base.i18n import N_, _, speaking
from styrdesk.domain.catalogue import SHARED
from styrdesk.domain.checks import Place
from styrdesk.domain.checks.places import owner_of
from styrdesk.domain.plan import heading
from styrdesk.reports.catalogue import PLAN_REPORT
from styrdesk.services.changes import Changes
from styrdesk.ui.kit.banner import UnderBanners
from styrdesk.ui.kit.body import Body, SidePanel
from styrdesk.ui.kit.buttons import tool
from styrdesk.ui.kit.desktop import QtDesktop
from styrdesk.ui.kit.helped import helped
from styrdesk.ui.kit.layout import Rule, box, col, row
from styrdesk.ui.kit.piece import Subject, Target
from styrdesk.ui.kit.tab_order import let_follow
from styrdesk.ui.kit.text import key_words, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import W_SECTIONS
from styrdesk.ui.pieces.planning.editor.chapter_history import ChapterHistory
from styrdesk.ui.pieces.planning.editor.chapter_pick import ChapterPick
from styrdesk.ui.pieces.planning.editor.chapter_view import ChapterView
from styrdesk.ui.pieces.planning.editor.deleted_banner import DeletedBanner
from styrdesk.ui.pieces.planning.editor.findings_panel import FindingsPanel
from styrdesk.ui.pieces.planning.editor.information_view import InformationView
from styrdesk.ui.pieces.planning.editor.locked_banner import LockedBanner
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.editor.outline import INFORMATION, Outline
from styrdesk.ui.pieces.planning.editor.revision_banner import RevisionBanner
from styrdesk.ui.pieces.planning.editor.wrong_banner import WrongBanner
from styrdesk.ui.preview.panel import PreviewPanel
from styrdesk.ui.preview.press import Press

_PAGES: Final = {  # of every shared record that no other owns
    "goal": "goals",
    "strategic_plan": "strategic_plans",
    "indicator": "indicators",
    "assignment": "assignments",
    "budget_frame": "frames",
    "municipality": "municipality",
    "committee": "committees",
    "unit": "units",
    "person": "people",
}
_CHECK: Final = N_("Check")


class Editor(QWidget):
    """Everything of one plan.

    Args:
        manuscript: The plan.
    """

    def __init__(self, manuscript: Manuscript) -> None:
        super().__init__()
        self.manuscript = manuscript
        self.outline = Outline(manuscript)
        self.information: InformationView | None = None
        self.chapter: ChapterView | None = None
        self.stack = QStackedWidget()
        self.check = helped(FindingsPanel(manuscript), "check")
        self.press = Press(self)
        self.preview = PreviewPanel(
            manuscript.context, self.press, PLAN_REPORT, manuscript.plan_id, QtDesktop()
        )
        self.preview.flush = self.leave
        self.preview.spoken.connect(self._follow)
        self.past = ChapterHistory(manuscript)
        pages = [
            (_("Preview"), "file-text", self.preview),
            (_(_CHECK), "shield-check", self.check),
            (_("History"), "history", self.past),
        ]
        self.side = SidePanel(pages, _("Beside the chapter"))
        self.body = Body(self._work(), None, self.side)
        self._column = self._left()
        lay = row(self._column, self._line, (self.body, 1), gap=0)
        self.setLayout(lay)
        self.outline.chosen.connect(self.show_key)
        self.outline.opened.connect(self._go_on)
        self.outline.deleted.connect(self._tell_deleted)
        self.check.counted.connect(self._count)
        manuscript.go_wanted.connect(self.show_place)
        manuscript.check_wanted.connect(self.show_check)
        manuscript.operations.changed.connect(self._mended)
        manuscript.operations.subscribe(self, ("chapter", "plan", "version_minutes"), self.reload)
        self.check.reload()
        self._first()

    # ---- building ----------------------------------------------------------------------------

    def _left(self) -> QWidget:
        self._line = Rule(vertical=True)
        self.add = tool("plus", _("New chapter"), name="add_chapter")
        self.add.clicked.connect(self.outline.add)
        policy = self.add.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # Qt
        self.add.setSizePolicy(policy)
        head = row((text(_("Chapters"), "strong"), 1), self.add, gap=0, pad=(20, 6, 8, 0))
        made = box(col(head, (self.outline, 1), gap=0))
        made.setAutoFillBackground(True)
        made.setFixedWidth(px(W_SECTIONS))
        return made

    def _work(self) -> QWidget:
        self.locked = LockedBanner(self.manuscript)
        self.revision = RevisionBanner(self.manuscript)
        self.revision.given_up.connect(self.outline.setFocus)
        self.deleted = DeletedBanner(self.manuscript)
        self.deleted.undone.connect(self.outline.setFocus)
        self.wrong = WrongBanner(self._drop)
        self.pick = ChapterPick(self.outline)
        banners = self.locked, self.revision, self.deleted, self.wrong
        self._under = UnderBanners(self.pick, banners, self.stack)
        return self._under

    def take_outline(self) -> QWidget:
        """Hand out the column of chapters, to stand under the tab's list of pages."""
        self._line.hide()
        return self._column

    def _first(self) -> None:
        """The first chapter that is not ready; the document information where there is none."""
        waiting = [c.id for _level, c in self.outline.order() if not c.ready]
        self.outline.choose(waiting[0] if waiting else INFORMATION)
        self.reload()

    # ---- showing -----------------------------------------------------------------------------

    @property
    def key(self) -> str:
        """Id of the chapter that is shown, or the document information's key."""
        return self.outline.key()

    def show_key(self, key: str) -> None:
        """Show a chapter or the document information."""
        if self.chapter is not None and key == self.chapter.key:
            return
        if not self._may_leave():
            return
        if key == INFORMATION:
            self._drop_chapter()
            if self.information is None:
                self.information = InformationView(self.manuscript)
                self.stack.addWidget(self.information)
            self.information.reload()
            self.stack.setCurrentWidget(self.information)
        elif key:
            made = ChapterView(self.manuscript, key)
            made.menu_wanted.connect(self._fill_menu)
            self.stack.addWidget(made)
            self.stack.setCurrentWidget(made)
            self._drop_chapter()
            self.chapter = made
        let_follow(self.stack, self.side)  # it was made long before the chapter
        self.pick.sync()
        self._follow()
        self.past.follow(self.in_hand())

    def _follow(self) -> None:
        """The preview shows the page of what is written."""
        document = self.manuscript.document
        with speaking(self.preview.language):
            titles = {
                chapter.id: heading(chapter, document.numbers[chapter.id])
                for _level, chapter in document.chapters
            }
        self.preview.follow(list(titles.values()), titles.get(self.key, ""))

    def _drop_chapter(self) -> None:
        if self.chapter is not None:
            self.stack.removeWidget(self.chapter)
            self.chapter.hide()
            self.chapter.setParent(None)
            self.chapter.deleteLater()
            self.chapter = None

    def reload(self) -> None:
        """Another chapter list, or another state of the plan."""
        if self.manuscript.is_gone:
            return
        self.outline.reload()
        locked = self.manuscript.locked
        self.locked.reload()
        self.revision.reload()
        self.add.setVisible(not locked)
        self._under.fit()
        if not self.outline.key():
            self.outline.choose(INFORMATION)
        self.show_key(self.outline.key())
        self._follow()

    def _count(self, found: int, _errors: int) -> None:
        words = f"{_(_CHECK)}  {found}" if found else _(_CHECK)
        self.side.tabs.rename(self.side.stack.indexOf(self.check), words)

    # ---- going to places ---------------------------------------------------------------------

    def show_check(self) -> None:
        """Show the findings, and put the focus there."""
        self._show_side(self.check)
        self.check.focus_first()

    def _show_side(self, page: QWidget) -> None:
        at = self.side.stack.indexOf(page)
        self.side.tabs.setCurrentIndex(at)
        rail = self.body.findChild(QToolButton, f"rail_{at}")
        if self.side.isHidden() and rail is not None:
            rail.click()

    def on_paper(self) -> None:
        """Print the plan on paper; beside the text it is told how it goes."""
        self._show_side(self.preview)
        self.preview.on_paper()

    def as_pdf(self) -> None:
        """Save the plan as a PDF; beside the text it is told how it goes."""
        self._show_side(self.preview)
        self.preview.as_pdf()

    def show_place(self, place: Place) -> None:
        """Go to where a finding is mended: a field, a cell, a block, or a register."""
        if place.table == "plan":
            self.outline.choose(INFORMATION)
            if self.information is not None:
                self.information.show_field(place.field)
        elif place.chapter:
            self.outline.choose(place.chapter)
            if self.chapter is not None:
                self.chapter.show_place(place)
        elif place.table in SHARED:
            self._show_register(place)
        else:  # there is no chapter at all: begin with one
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_register(self, place: Place) -> None:
        """Go to the form of the record, and to the line of it that the finding is about."""
        line = place.record or place.row
        table, record = owner_of(self.manuscript.document, place.table, line)
        part = line if record != line else ""
        target = Target("planning", _PAGES[table], record, place.field, table, part)
        self.manuscript.context.shell.go(target)

    def _go_on(self, _key: str) -> None:
        self.focus_work()

    def focus_work(self) -> None:
        """Put the focus in what is shown."""
        if self.chapter is not None:
            self.chapter.focus_first()
        elif self.information is not None:
            self.information.focus_first()

    def in_hand(self) -> Subject:
        """What the history is of: the row, block or chapter one stands in, or the plan itself."""
        plan = Subject("plan", self.manuscript.plan_id)
        return plan if self.chapter is None else self.chapter.in_hand()

    # ---- the chapter's menu, and what was deleted --------------------------------------------

    def _fill_menu(self, menu: QMenu) -> None:
        outline, show = self.outline, self.manuscript.context.shell.show_history
        for words, keys, act in (
            (_("Rename …"), "F2", outline.rename),
            (_("New chapter …"), "", outline.add),
            (outline.part_words(), "", outline.change_part),
            (_("Delete chapter"), "", outline.remove),
            (_("History …"), "", partial(show, Subject("chapter", self.key))),
        ):
            action: QAction = menu.addAction(f"{words}\t{key_words(keys)}" if keys else words)
            action.triggered.connect(partial(_act, act))

    def _tell_deleted(self, title: str) -> None:
        self.deleted.tell(title)
        self._under.fit()

    def _mended(self, _changes: Changes | None = None) -> None:
        """What was wrong is right: it is no longer said to be."""
        if not self.wrong.isHidden() and not self.is_wrong():
            self.wrong.hide()
        self._under.fit()

    def close_down(self) -> None:
        """Take the editor apart: another plan takes its place."""
        self.press.close()
        self._column.hide()
        self._column.deleteLater()  # it may stand elsewhere, under the tab's list
        self.hide()
        self.setParent(None)
        self.deleteLater()

    def leave(self) -> bool:
        """Save what waits. Where something is wrong it says so first, and gives way the next time.

        What cannot be read is thus never lost without a word, and never holds anyone fast. What
        waits for the file is not given up.
        """
        may = self.flush() or not (self.wrong.isHidden() or self.manuscript.operations.unwritten)
        self.wrong.setVisible(not may)
        self._under.fit()
        return may

    def _may_leave(self) -> bool:
        """Whether the chapter that is shown may give way to another."""
        here = INFORMATION if self.chapter is None else self.chapter.key
        known = {section.key for section in self.outline.sections()}
        if here not in known:
            self.flush()  # what was being written in it is shown
            return True
        if self.leave():
            return True
        blocked = self.outline.blockSignals(True)  # noqa: FBT003  # Qt
        self.outline.choose(here)
        self.outline.blockSignals(blocked)
        self.pick.sync()
        return False

    def flush(self) -> bool:
        """Save what waits. False where something is wrong."""
        if self.chapter is not None:
            return self.chapter.flush()
        return self.information is None or self.information.flush()

    def take_back(self) -> bool:
        """Take back what was typed last and cannot be kept. False where there is no such thing."""
        if self.chapter is not None:
            taken = self.chapter.take_back()
        else:
            taken = self.information is not None and self.information.form.take_back()
        self._mended()
        return taken

    def _drop(self) -> None:
        """Take back all that cannot be kept, and put the focus where it stood."""
        while self.take_back():
            pass
        self.focus_work()

    def is_wrong(self) -> bool:
        """Whether something that is typed here cannot be kept as it is."""
        if self.chapter is not None:
            return self.chapter.is_wrong()
        return self.information is not None and self.information.form.is_wrong()


def _act(what: Callable[[], object], _on: bool = False) -> None:  # noqa: FBT001, FBT002  # triggered
    what()
