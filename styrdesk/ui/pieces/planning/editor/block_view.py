"""What every block of a chapter has: a head, a menu of what may be done with it, its refresh."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QToolButton, QWidget

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.checks import Place
from styrdesk.domain.plan import BLOCK_KINDS, Block, BlockKind
from styrdesk.ui.kit.buttons import tool
from styrdesk.ui.kit.dragging import GRIP, Grip
from styrdesk.ui.kit.layout import row
from styrdesk.ui.kit.piece import Subject
from styrdesk.ui.kit.text import text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.pieces.planning.editor.carried_note import CarriedNote
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript

BEFORE: Final = 24  # what is before a block: the edge of all else in the chapter


def kinds_menu(menu: QMenu, add: Callable[[BlockKind], object]) -> None:
    """Fill a menu with every kind of block."""
    for kind, words in BLOCK_KINDS.items():
        action = menu.addAction(_(words))
        action.setObjectName(f"add_{kind.value}")
        action.triggered.connect(partial(_add, add, kind))


def _add(add: Callable[[BlockKind], object], kind: BlockKind, _on: bool = False) -> None:  # noqa: FBT001, FBT002  # triggered
    add(kind)


def add_block(manuscript: Manuscript, chapter_id: str, kind: BlockKind, to: int | None) -> str:
    """A new block at a place in a chapter; its id, or empty when it was refused."""
    block = Block(new_id(), chapter_id=chapter_id, kind=kind)
    add = partial(manuscript.services.chapters.add_block, block, to)
    return block.id if manuscript.operations.run(add) is not None else ""


class BlockView(QWidget):
    """One block. A subclass builds its content and says how it refreshes.

    Args:
        manuscript: The plan.
        block: As it is now.
    """

    def __init__(self, manuscript: Manuscript, block: Block) -> None:
        super().__init__()
        self.manuscript, self.key, self.chapter_id = manuscript, block.id, block.chapter_id
        self.kind = block.kind
        self.setObjectName(f"block_{block.kind.value}")
        self.more: QToolButton = tool("ellipsis", self.name(block), name="block_menu")
        self.grip = Grip(_("Drag to move the block, or choose Move up or Move down in its menu"))
        policy = self.grip.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # Qt
        self.grip.setSizePolicy(policy)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill_menu)
        self.more.clicked.connect(self._pop_up)
        self.title = text("", "h2", wrap=True)
        self.carried = self.made_note()

    # ---- what a subclass tells ---------------------------------------------------------------

    def made_note(self) -> CarriedNote:
        """What says that the block came from the earlier plan."""
        return CarriedNote(self.manuscript, self.key)

    def name(self, block: Block) -> str:
        """What the block's menu is called."""
        return _("What to do with the block: {kind}").format(kind=_(BLOCK_KINDS[block.kind]))

    def reload(self) -> None:
        """Show the block as it is now."""

    def flush(self) -> bool:
        """Save what waits. False where something is wrong."""
        return True

    def take_back(self) -> bool:
        """Take back what was typed last and cannot be kept. False where there is no such thing."""
        return False

    def is_wrong(self) -> bool:
        """Whether something that is typed here cannot be kept as it is."""
        return False

    def show_place(self, place: Place) -> None:
        """Put the focus on a record's field, or on the block; its heading is in its menu."""
        if place.field == "caption":
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_first()

    def focus_first(self) -> None:
        """Put the focus on the first thing to write in."""
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def in_hand(self) -> Subject:
        """What the history is of while one stands here."""
        return Subject("block", self.key)

    def set_locked(self, *, on: bool) -> None:
        """Show without letting anything be changed."""
        self.more.setVisible(not on)
        self.grip.setVisible(not on)

    def _pop_up(self) -> None:
        self._menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    # ---- the same for all --------------------------------------------------------------------

    @property
    def block(self) -> Block | None:
        """The block as it is now; None when it is gone."""
        return self.manuscript.block(self.key, self.chapter_id)

    def lay_out(self, content: QLayout) -> None:
        """Put what the block shows in its place, with what it is dragged by before it."""
        lay = QHBoxLayout()
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(BEFORE - GRIP))
        lay.addWidget(self.grip, 0, Qt.AlignmentFlag.AlignTop)
        lay.addLayout(content, 1)
        self.setLayout(lay)

    def head(self, *between: QWidget) -> QHBoxLayout:
        """The block's title with its menu at the right."""
        return row((self.title, 1), *between, self.more, gap=8)

    def fill_menu(self) -> QMenu:
        """What may be done with the block now."""
        menu = self._menu
        menu.clear()
        if self.kind is not BlockKind.TEXT:
            self._do(menu, _("Change heading …"), "caption", self.change_caption)
        blocks = [b.id for b in self.manuscript.blocks(self.chapter_id)]
        at = blocks.index(self.key) if self.key in blocks else 0
        up = self._do(menu, _("Move up"), "block_up", partial(self.move_to, at - 1))
        up.setEnabled(at > 0)
        down = self._do(menu, _("Move down"), "block_down", partial(self.move_to, at + 1))
        down.setEnabled(at < len(blocks) - 1)
        below = menu.addMenu(_("Add a block below"))
        kinds_menu(below, partial(self._below, at + 1))
        menu.addSeparator()
        self._do(menu, _("History …"), "block_history", self._show_history)
        self._do(menu, _("Delete block"), "block_delete", self._delete)
        return menu

    def _do(self, menu: QMenu, words: str, name: str, what: Callable[[], object]) -> QAction:
        action: QAction = menu.addAction(words)
        action.setObjectName(name)
        action.triggered.connect(partial(_act, what))
        return action

    def _below(self, to: int, kind: BlockKind) -> None:
        add_block(self.manuscript, self.chapter_id, kind, to)

    def move_to(self, to: int) -> None:
        """Put the block at a place in its chapter (0 is first)."""
        move = self.manuscript.services.chapters.move_block
        self.manuscript.operations.run(partial(move, self.key, to))

    def _show_history(self) -> None:
        self.manuscript.context.shell.show_history(Subject("block", self.key))

    def _delete(self) -> None:
        self.flush()
        delete = self.manuscript.services.chapters.delete_block
        self.manuscript.operations.run(partial(delete, self.key))

    def change_caption(self) -> None:
        """Ask for the block's heading."""
        block = self.block
        if block is None:
            return
        words = self.manuscript.context.dialogs.enter(
            _("Heading"), _("It is printed over the table or under the image."), block.caption
        )
        if words is not None:
            self.manuscript.save_block(block, caption=words.strip())


def _act(what: Callable[[], object], _on: bool = False) -> None:  # noqa: FBT001, FBT002  # triggered
    what()
