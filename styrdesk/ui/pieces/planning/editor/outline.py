"""The chapters of a plan as a list: number, title, how far each has come; moved by hand or key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu

from styrdesk.base.i18n import _
from styrdesk.domain.plan import Chapter, heading
from styrdesk.ui.kit.sections import Section, SectionList
from styrdesk.ui.kit.text import key_words
from styrdesk.ui.pieces.planning.editor import moves
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.editor.standing import STANDINGS, Standing

INFORMATION: Final = "information"
_ALT = Qt.KeyboardModifier.AltModifier
_ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right})


class Outline(SectionList):
    """Document information first, then the chapters.

    Attributes:
        opened: Enter or a click asks to go on into the chapter.
        deleted: A chapter was deleted: its heading.
    """

    opened = Signal(str)
    deleted = Signal(str)

    def __init__(self, manuscript: Manuscript) -> None:
        super().__init__([], "planning", _("Chapters"), 3)
        self.manuscript = manuscript
        self.setObjectName("outline")
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.reload()
        manuscript.operations.subscribe(self, ("chapter", "plan"), self.reload)
        manuscript.looked.connect(self.reload)

    # ---- showing -----------------------------------------------------------------------------

    def order(self) -> moves.Order:
        """Chapters with their level, as they are read."""
        return self.manuscript.services.chapters.chapters(self.manuscript.plan_id)

    def reload(self) -> None:
        """Show the chapters as they are now."""
        if self.manuscript.is_gone:
            return
        rows = list(self._rows())
        if rows != self.sections():
            spoken = {  # the shape, for those who hear the list
                row.key: f"{row.title}, {_(STANDINGS[Standing(row.status)])}"
                for row in rows
                if row.status
            }
            self.show_sections(rows, spoken)

    def _rows(self) -> Iterator[Section]:
        document = self.manuscript.document
        order, said = document.chapters, document.numbers
        stand = self.manuscript.standings
        yield Section(INFORMATION, _("Document information"), "info")
        for level, chapter in order:
            standing = stand[chapter.id]
            words = "" if standing is Standing.READY else _(STANDINGS[standing])
            title = heading(chapter, said[chapter.id])
            if self.manuscript.locked:  # what is decided is no draft, however far its chapters came
                yield Section(chapter.id, title, "file-text", level=level - 1)
                continue
            yield Section(chapter.id, title, "", standing.value, words, 0, level - 1)

    # ---- acting ------------------------------------------------------------------------------

    def chapter(self) -> Chapter | None:
        """The chosen chapter, or None on the document information."""
        return next((c for _level, c in self.order() if c.id == self.key()), None)

    @property
    def may_write(self) -> bool:
        """Whether chapters can be changed."""
        return not self.manuscript.locked

    def put(self, to: moves.Move | None) -> None:
        """Put the chosen chapter somewhere."""
        chapter = self.chapter()
        if to is None or chapter is None or not self.may_write:
            return
        service = self.manuscript.services.chapters
        move = partial(service.move, chapter.id, to.parent_id, to.to, appendix=to.appendix)
        self.manuscript.operations.run(move)
        self.reload()

    def part_words(self) -> str:
        """What `change_part` does with the chosen chapter."""
        chapter = self.chapter()
        appendix = chapter is not None and chapter.appendix
        return _("Make it a chapter") if appendix else _("Make it an appendix")

    def change_part(self) -> None:
        """Make the chosen chapter an appendix, or an appendix a chapter."""
        self.put(moves.across(self.order(), self.key()))

    def add(self) -> None:
        """A new chapter after the chosen one."""
        title = self.manuscript.context.dialogs.enter(
            _("New chapter"), _("The chapter's title"), ""
        )
        if title is None or not self.may_write:
            return
        service, chapter = self.manuscript.services.chapters, self.chapter()
        add = partial(
            service.add,
            self.manuscript.plan_id,
            title.strip(),
            chapter.id if chapter is not None else self._last(),
        )
        made = self.manuscript.operations.run(add)
        self.reload()
        if made is not None:
            self.choose(made.id)

    def _last(self) -> str | None:
        tops = [c.id for _level, c in self.order() if c.parent_id is None and not c.appendix]
        return tops[-1] if tops else None

    def rename(self) -> None:
        """Ask for another title."""
        chapter = self.chapter()
        if chapter is None or not self.may_write:
            return
        title = self.manuscript.context.dialogs.enter(
            _("Rename chapter"), _("The chapter's title"), chapter.title
        )
        if title is not None and title.strip() != chapter.title:
            changed = replace(chapter, title=title.strip())
            self.manuscript.operations.run(partial(self.manuscript.services.chapters.save, changed))
            self.reload()

    def remove(self) -> None:
        """Delete the chosen chapter; what undoes it is shown where one stands."""
        chapter = self.chapter()
        if chapter is None or not self.may_write:
            return
        row = self.currentRow()
        title = self.sections()[row].title
        delete = partial(self.manuscript.services.chapters.delete, chapter.id)
        if self.manuscript.operations.run(delete) is not None:
            self.reload()
            self.setCurrentRow(min(row, self.count() - 1))
            self.deleted.emit(title)

    def set_ready(self, *, ready: bool) -> None:
        """Klarmarkera the chosen chapter, or take it back."""
        chapter = self.chapter()
        if chapter is not None and self.may_write:
            service = self.manuscript.services.chapters
            self.manuscript.operations.run(partial(service.set_ready, chapter.id, ready=ready))
            self.reload()

    # ---- keys, menu, mouse -------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Here Alt and an arrow move the chapter; Alt+Left is else the window's way back."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.modifiers() & _ALT
            and event.key() in _ARROWS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        order, key = self.order(), self.key()
        alt = bool(event.modifiers() & _ALT)
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.put(moves.beside(order, key, -1 if event.key() == Qt.Key.Key_Up else 1))
        elif alt and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            where = moves.out if event.key() == Qt.Key.Key_Left else moves.under
            self.put(where(order, key))
        elif not self._plain_key(event):
            super().keyPressEvent(event)

    def _plain_key(self, event: QKeyEvent) -> bool:
        acts = {
            Qt.Key.Key_F2: self.rename,
            Qt.Key.Key_Delete: self.remove,
            Qt.Key.Key_Return: self._open,
            Qt.Key.Key_Enter: self._open,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        act()
        return True

    def _open(self) -> None:
        self.opened.emit(self.key())

    def menu(self) -> QMenu:
        """What may be done with the chosen chapter."""
        menu, order, key = QMenu(self), self.order(), self.key()
        chapter = self.chapter()
        acts = (
            (_("New chapter …"), "", self.add, True),
            (_("Rename …"), "F2", self.rename, chapter is not None),
            (_("Move up"), "Alt+Up", partial(self.put, moves.beside(order, key, -1)), chapter),
            (_("Move down"), "Alt+Down", partial(self.put, moves.beside(order, key, 1)), chapter),
            (_("Move out"), "Alt+Left", partial(self.put, moves.out(order, key)), chapter),
            (_("Move in"), "Alt+Right", partial(self.put, moves.under(order, key)), chapter),
            (self.part_words(), "", self.change_part, chapter is not None),
            (_("Delete"), "Del", self.remove, chapter is not None),
        )
        for words, keys, act, on in acts:
            action = menu.addAction(f"{words}\t{key_words(keys)}" if keys else words)
            action.setEnabled(bool(on) and self.may_write)
            action.triggered.connect(partial(_act, act))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def dropEvent(self, event: QDropEvent) -> None:
        """The list draws the chapters it is given; the drop only says where one should go."""
        self.drop_at(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def drop_at(self, point: QPoint) -> None:
        """Let the chosen chapter go at a point."""
        index = self.indexAt(point)
        row = self.count()
        if index.isValid():
            row = index.row() + (point.y() > self.visualRect(index).center().y())
        self.put(moves.dropped(self.order(), self.key(), max(0, row - 1)))


def _act(what: Callable[[], object], _on: bool = False) -> None:  # noqa: FBT001, FBT002  # triggered
    what()
