"""What the tables share whose rows are typed and pasted: they grow, and write a moment later."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from styrdesk.base.i18n import _
from styrdesk.domain.record import Record
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.chooser import Choosing
from styrdesk.ui.kit.grid_model import Edit, GridColumn
from styrdesk.ui.kit.grid_table import TYPED, GridTable

R = TypeVar("R", bound=Record)
MOST: Final = 500  # rows a paste may make


def _anything(_words: str) -> None:
    """The records' own rules read the cells."""


class GrowingTable(GridTable):
    """Grows to what is pasted, told first: a view must not lose rows as it edits.

    Attributes:
        room: Rows that a paste needs, counted from the top.
        locked: Nothing is typed, pasted or emptied.
    """

    room = Signal(int)
    locked = False

    def __init__(self, columns: Sequence[GridColumn], name: str) -> None:
        super().__init__(columns, name, _anything)
        self._choosing: list[Choosing] = []  # the view does not keep them alive

    def lock(self, *, on: bool) -> None:
        """Let nothing be typed, pasted or emptied; or let it again."""
        self.locked = on
        self.setEditTriggers(self.EditTrigger.NoEditTriggers if on else TYPED)

    def offer(self, choices: Iterable[Sequence[str]]) -> None:
        """What the cells of each column are chosen among; empty where words are typed."""
        for n, words in enumerate(choices):
            if words:
                self._choosing.append(Choosing(words))
                self.setItemDelegateForColumn(n, self._choosing[-1])

    def on_keys(
        self,
        acts: Mapping[str, Callable[[], None]],
        context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetShortcut,
    ) -> None:
        """What keys do while one stands in the table ("Ctrl+Del" takes a row away)."""
        for keys, what in acts.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(context)
            shortcut.activated.connect(what)

    def on_rows(
        self,
        remove: Callable[[], None],
        move: Callable[[int, int], bool],
        context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetShortcut,
    ) -> None:
        """The keys that take rows away, and move the one that one stands in.

        Args:
            remove: Takes the chosen rows away.
            move: Told a row and the one it is to become; whether it became that.
            context: Where the keys are heard.
        """
        self._mover = move
        self.on_keys(
            {"Ctrl+Del": remove, "Alt+Up": self._row_up, "Alt+Down": self._row_down}, context
        )

    def _row_up(self) -> None:
        self._move_row(-1)

    def _row_down(self) -> None:
        self._move_row(1)

    def _move_row(self, by: int) -> None:
        at, column = self.currentIndex().row(), self.currentIndex().column()
        if self._mover(at, at + by):
            self.setCurrentIndex(self.grid.index(at + by, column))

    def paste(self, words: str) -> None:
        if self.locked:
            return
        top = self.block()[0]
        if 0 <= top < len(self.grid.rows) and not self.grid.rows[top].computed:
            self.room.emit(top + len(self.sifted(words).lines))
        super().paste(words)

    def clear_block(self) -> None:
        if not self.locked:
            super().clear_block()


class Edits(QTimer):
    """What was typed, kept until the table is done with the key that ended it.

    Args:
        owner: Lives as long.
        due: Writes what waits.
    """

    def __init__(self, owner: QObject, due: Callable[[], None]) -> None:
        super().__init__(owner)
        self._waiting: list[list[Edit]] = []
        self.setSingleShot(True)
        self.setInterval(0)
        self.timeout.connect(due)

    def add(self, edits: list[Edit]) -> None:
        """One user action more."""
        self._waiting.append(edits)
        self.start()

    def take(self) -> list[list[Edit]]:
        """What waits, in order; nothing waits after it."""
        self.stop()
        waiting, self._waiting = self._waiting, []
        return waiting


class Overflow(Banner):
    """Says what of a paste was not taken: too large for its table, or a sum it calculates."""

    def __init__(self, table: GridTable) -> None:
        super().__init__("warn", "")
        self.hide()
        self._table = table
        self._said: tuple[str, ...] = ()
        self._before: list[tuple[str, ...]] = []
        self._laid = False
        table.overflowed.connect(self._too_large)
        table.left_out.connect(self._tell)
        table.edited.connect(self._forget)
        table.grid.dataChanged.connect(self._follow)

    def _too_large(self) -> None:
        self._tell(_("All that was pasted did not fit. The rest was left out."))

    def _tell(self, words: str) -> None:
        self._said = (*(said for said in self._said if said != words), words)
        self._before, self._laid = self._shown(), False
        self.say("warn", " ".join(self._said))

    def _shown(self) -> list[tuple[str, ...]]:
        return [line.cells for line in self._table.grid.rows if any(line.cells)]

    def _follow(self) -> None:
        """Once the table is again as it was before the paste, there is nothing more to say."""
        if self.isHidden():
            return
        if self._shown() != self._before:
            self._laid = True
        elif self._laid:
            self._forget()

    def _forget(self) -> None:
        self._said = ()
        self.hide()


def close_cell(table: GridTable) -> None:
    """Take in what is typed in a cell that is still open."""
    here = QApplication.focusWidget()
    if here is not None and here is not table and table.isAncestorOf(here):
        table.setFocus(Qt.FocusReason.OtherFocusReason)


def no_choice(words: str, choices: Sequence[str]) -> bool:
    """Whether words would empty a cell that is chosen in: it is only chosen anew."""
    return bool(choices) and not words and "" not in choices


def in_place(records: Sequence[R], lines: Sequence[R]) -> list[R]:
    """Records that are to be saved: new ones after the last of the lines, in their own order."""
    known = {line.id for line in lines}
    after = max((getattr(line, "position", 0) for line in lines), default=-1)
    placed = []
    for record in records:
        if record.id not in known and hasattr(record, "position"):
            after += 1
            placed.append(replace(record, position=after))
        else:
            placed.append(record)
    return placed
