"""A chapter: its head, its instruction, and its blocks in order."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QVBoxLayout, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.checks import Place
from styrdesk.domain.plan import BLOCK_KINDS, Block, BlockKind
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button, link
from styrdesk.ui.kit.cards import EmptyState
from styrdesk.ui.kit.dragging import Dragging
from styrdesk.ui.kit.layout import box, col, row, scroller
from styrdesk.ui.kit.piece import Subject
from styrdesk.ui.kit.tab_order import tab_stops
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import S4
from styrdesk.ui.pieces.planning.editor.block_view import BEFORE, BlockView, add_block, kinds_menu
from styrdesk.ui.pieces.planning.editor.chapter_head import ChapterHead
from styrdesk.ui.pieces.planning.editor.free_table_block import FreeTableBlock
from styrdesk.ui.pieces.planning.editor.image_block import ImageBlock
from styrdesk.ui.pieces.planning.editor.instruction import Instruction
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.editor.table_block import TableBlock
from styrdesk.ui.pieces.planning.editor.text_block import TextBlock

VIEWS: Final[dict[BlockKind, type[BlockView]]] = {
    **dict.fromkeys(BlockKind, TableBlock),
    BlockKind.TEXT: TextBlock,
    BlockKind.IMAGE: ImageBlock,
    BlockKind.FREE_TABLE: FreeTableBlock,
}


class ChapterView(QWidget):
    """One chapter. Built when it is chosen; its blocks come and go with the file's.

    Attributes:
        menu_wanted: The menu of the chapter is about to show: fill it.
    """

    menu_wanted = Signal(QMenu)

    def __init__(self, manuscript: Manuscript, chapter_id: str) -> None:
        super().__init__()
        self.manuscript, self.key = manuscript, chapter_id
        self.head = ChapterHead(manuscript, chapter_id)
        self.note = Instruction(manuscript, chapter_id)
        self.blocks: list[BlockView] = []
        self._place = QVBoxLayout()
        self._place.setSpacing(px(S4))
        self._place.setContentsMargins(0, 0, 0, 0)
        self.add = link(_("Add block"), "plus", name="add_block")
        self._add_menu = QMenu(self)
        kinds_menu(self._add_menu, self._add)
        self.add.clicked.connect(self._pop_up)
        self.write = write = button(_("Write text"), name="write_text")
        write.clicked.connect(partial(self._add, BlockKind.TEXT))
        said = _("Begin to write, or add a table or an image.")
        self.empty = EmptyState(_("The chapter is empty"), said, write, pad=0)
        self._missing: BlockKind | None = None
        self.missing = Banner("info", "")
        self.missing.hide()
        edge = (BEFORE, 0, 0, 0)
        column = col(
            col(self.head, self.note, self.empty, gap=12, pad=edge),
            self._place,
            col(self.missing, row(self.add, None), gap=12, pad=edge),
            None,
            gap=12,
            pad=(0, 16, 24, 24),
        )
        ground = box(column)
        self.dragging = Dragging(ground, self._places, self._move)
        self._scroll: QScrollArea = scroller(ground, QPalette.ColorRole.Base)
        self.setLayout(col((self._scroll, 1), gap=0))
        self.head.menu.aboutToShow.connect(self._fill_menu)
        self._unit = manuscript.plan.unit
        self.reload()
        manuscript.operations.subscribe(self, ("chapter", "plan"), self.reload)
        manuscript.operations.subscribe(self, ("block",), self.reload_blocks)
        manuscript.operations.subscribe(self, ("person",), self.head.reload)
        manuscript.looked.connect(self.head.show_standing)

    def reload(self) -> None:
        """Show the chapter as it is now: what is there already stays as it is."""
        if self.head.chapter() is None:
            return
        self.head.reload()
        self.note.reload()
        self.reload_blocks()

    def reload_blocks(self) -> None:
        """Show the blocks that there are now, in their order."""
        if self.manuscript.is_gone:
            return
        wanted = self.manuscript.blocks(self.key)
        unit, self._unit = self._unit, self.manuscript.plan.unit
        kept = {view.key: view for view in self.blocks} if unit == self._unit else {}
        shown = [kept.get(block.id) or self._built(block) for block in wanted]
        if shown != self.blocks:
            self._arrange(shown)
        self._lock()

    def _built(self, block: Block) -> BlockView:
        view = VIEWS[block.kind](self.manuscript, block)
        view.grip.taken.connect(partial(self._take, view))
        view.grip.dragged.connect(self.dragging.follow)
        view.grip.let_go.connect(self.dragging.let_go)
        return view

    def _take(self, view: BlockView) -> None:
        self.dragging.take(self.blocks.index(view))

    def _places(self) -> list[QRect]:
        return [view.geometry().adjusted(px(BEFORE), 0, 0, 0) for view in self.blocks]

    def _move(self, held: int, to: int) -> None:
        """Put a block elsewhere; what was written before is then undone after."""
        self.flush()
        self.blocks[held].move_to(to)

    def _arrange(self, shown: list[BlockView]) -> None:
        self.dragging.give_up()  # it told them by number
        for view in self.blocks:
            self._place.removeWidget(view)
            if view not in shown:
                if view.block is None:
                    view.flush()  # what was being written in it is shown
                view.hide()
                view.setParent(None)
                view.deleteLater()
        for view in shown:
            self._place.addWidget(view)
        stops = [stop for view in shown for stop in tab_stops(view)]
        for first, then in itertools.pairwise((self.write, *stops, self.add)):
            self.setTabOrder(first, then)  # else what was made first comes first
        new = [view for view in shown if view not in self.blocks]
        self.blocks = shown
        if any(view.kind is self._missing for view in new):
            self.say_missing(None)
        if new and self.isVisible():
            new[0].show()  # the layout would show it a moment later, without the focus
            new[0].focus_first()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self._reveal(new[0])  # now that it has a place

    def _lock(self) -> None:
        on = self.manuscript.locked
        self.head.set_locked(on=on)
        self.note.set_locked(on=on)
        self.empty.setVisible(not self.blocks and not on)
        self.add.setVisible(not on)
        for view in self.blocks:
            view.set_locked(on=on)

    def _add(self, kind: BlockKind) -> None:
        add_block(self.manuscript, self.key, kind, None)

    def _pop_up(self) -> None:
        self._add_menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def _fill_menu(self) -> None:
        menu = self.head.menu
        menu.clear()
        action = menu.addAction(_("Change the instruction"))
        action.triggered.connect(partial(_act, self.note.begin))
        self.menu_wanted.emit(menu)

    def flush(self) -> bool:
        """Save what waits. False where something is wrong."""
        noted = self.note.flush()
        saved = [view.flush() for view in self.blocks]  # all of them, not only up to the first
        return noted and all(saved)

    def take_back(self) -> bool:
        """Take back what was typed last and cannot be kept. False where there is no such thing."""
        return any(view.take_back() for view in self.blocks)

    def is_wrong(self) -> bool:
        """Whether something that is typed here cannot be kept as it is."""
        return self.note.is_wrong() or any(view.is_wrong() for view in self.blocks)

    def in_hand(self) -> Subject:
        """The row or block one stands in, otherwise the chapter with all its blocks."""
        here = QApplication.focusWidget()
        for view in self.blocks:
            if here is not None and view.isAncestorOf(here):
                return view.in_hand()
        return Subject("chapter", self.key)

    def view_of(self, kind: BlockKind) -> BlockView | None:
        """The first block of a kind."""
        return next((view for view in self.blocks if view.kind is kind), None)

    def show_place(self, place: Place) -> None:
        """Put the focus where a finding is mended, or where the block it lacks is added."""
        view = next((view for view in self.blocks if view.key == place.block), None)
        self.say_missing(place.missing if view is None else None)
        if view is not None:
            view.show_place(place)
            self._reveal(view)
        elif place.missing is not None:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(self.add, 0, px(S4))
        elif place.field == "title":
            self.head.more.setFocus(Qt.FocusReason.OtherFocusReason)
        elif place.field == "instruction":
            self.note.begin()
        else:
            self.focus_first()

    def _reveal(self, view: BlockView) -> None:
        """Bring a block into view, and in one that is taller what has the focus."""
        self._scroll.ensureWidgetVisible(view, 0, px(S4))
        here = QApplication.focusWidget()
        if here is not None and view.isAncestorOf(here):
            self._scroll.ensureWidgetVisible(here, 0, px(S4))

    def say_missing(self, kind: BlockKind | None) -> None:
        """Say by the button which block is to be added, until one is; None says nothing."""
        self._missing = kind
        self.missing.setVisible(kind is not None)
        if kind is not None:
            head = _("The table {name} is not shown in the plan").format(name=_(BLOCK_KINDS[kind]))
            body = _("Add it here with Add block, or in the chapter where you want it.")
            self.missing.say("info", head, body)

    def focus_first(self) -> None:
        """Put the focus on the first block."""
        if self.blocks:
            self.blocks[0].focus_first()
        elif not self.empty.isHidden():
            self.write.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.head.more.setFocus(Qt.FocusReason.OtherFocusReason)


def _act(what: Callable[[], object], _on: bool = False) -> None:  # noqa: FBT001, FBT002  # triggered
    what()
