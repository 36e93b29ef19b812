"""Type, and it is saved: 300 ms after the last key, and when the focus leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer

from styrdesk.base.ids import new_id
from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.operations import Operations

DELAY: Final = 300  # milliseconds


class Gone(Exception):
    """What the field belongs to is no longer in the file."""


class AutoSave(QObject):
    """Calls a save when a watched field has settled.

    All saves of one visit to a field carry the same visit id, so that they are one undo step.
    A field that holds an error is not saved; what was typed stays. What the file or its disk
    refuses waits, and is tried again with the next change and when the file can be written again.

    Args:
        save: Called as `save(field, visit)`; raises Gone where there is nothing to save it in.
        operations: The door for writes, which the save goes through.
        parent: Lives as long as this.
    """

    def __init__(
        self,
        save: Callable[[Field[Any], str], object],
        operations: Operations,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._save, self._operations = save, operations
        self._refused = False
        self._dirty: dict[Field[Any], str] = {}
        self._visits: dict[Field[Any], str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self.flush)
        operations.failed.connect(self._failed)
        operations.writable.connect(self.flush)

    def watch(self, *fields: Field[Any]) -> None:
        """Save these fields from now on."""
        for field in fields:
            field.entered.connect(self._entered)
            field.changed.connect(self._changed)
            field.committed.connect(self._committed)

    def is_dirty(self) -> bool:
        """Whether something waits to be saved."""
        return bool(self._dirty)

    def waits(self, field: Field[Any]) -> bool:
        """Whether what is typed in a field waits to be saved."""
        return field in self._dirty

    def visit(self, field: Field[Any]) -> str:
        """The id of the visit the field is in."""
        return self._visits.setdefault(field, new_id())

    def _sender(self) -> Field[Any]:
        sender = self.sender()
        if not isinstance(sender, Field):
            raise TypeError(sender)
        return sender

    def _entered(self) -> None:
        field = self._sender()
        self.flush()
        self._visits[field] = new_id()

    def _changed(self) -> None:
        field = self._sender()
        self._dirty[field] = self.visit(field)
        self._timer.start()

    def _committed(self) -> None:
        self._sender()
        self.flush()

    def _failed(self) -> None:
        self._refused = True

    def flush(self) -> bool:
        """Save at once what waits. Called before a page closes, a record changes or a print.

        Returns:
            False where something still waits: the file cannot be written.
        """
        self._timer.stop()
        if self._dirty and self._operations.refuses():
            return False
        waiting, self._dirty = self._dirty, {}
        lost: list[Field[Any]] = []
        for field, visit in waiting.items():
            if not field.check():
                continue
            self._refused = False
            try:
                self._save(field, visit)
            except Gone:
                lost.append(field)
            if self._refused:
                self._dirty.setdefault(field, visit)
        self._operations.show_lost([(field.label, field.words()) for field in lost])
        return not self._dirty

    def forget(self) -> None:
        """Drop what waits: the record is gone."""
        self._timer.stop()
        self._dirty.clear()
