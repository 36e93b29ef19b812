"""A file that is dragged to the window: opened, offered to be imported, or explained."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.ui.kit.dialogs import Dialogs
from styrdesk.ui.shell.files import SUFFIX

if TYPE_CHECKING:
    from styrdesk.ui.shell.desk import Desk
    from styrdesk.ui.shell.session import Session


class Opens(Protocol):
    """What can be done with a file."""

    session: Session | None
    desk: Desk | None

    def open_path(self, path: Path) -> None: ...
    def leave_welcome(self) -> None: ...


def files_of(event: QDropEvent) -> list[Path]:
    """The files of this computer that are dragged."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


class Dropping(QObject):
    """Takes what no part of the window wants for itself.

    Attributes:
        dropped: What was let go of. It is dealt with once the one who drags has been answered:
            a question must not keep the other program waiting.
    """

    dropped = Signal(list)

    def __init__(self, window: QWidget, opens: Opens, dialogs: Dialogs) -> None:
        super().__init__(window)
        self._opens, self._dialogs = opens, dialogs
        self.dropped.connect(self.take, Qt.ConnectionType.QueuedConnection)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return False
        files = files_of(event)
        if not files:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)  # it stays where it lies
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(files)
        return True

    def take(self, files: Sequence[Path]) -> None:
        """Do what can be done with these files."""
        kind = files[0].suffix.casefold()
        if len(files) > 1:
            body = _("Drag one file at a time to the window.")
            self._dialogs.message(_("Several files at once"), body)
        elif kind == SUFFIX:
            self._opens.open_path(files[0])
        elif kind == ".json":
            self._import(files[0])
        else:
            self._explain(files[0])

    def _explain(self, path: Path) -> None:
        head = _("{name} is no file that Styrdesk opens").format(name=path.name)
        body = _(
            "Drag a Styrdesk file (*{suffix}) to open it, or an exported plan (*.json) to import "
            "it.\n\nText from Word is copied and pasted into a chapter, a block from Excel into a "
            "table. A picture is chosen in the chapter where it shall stand."
        )
        self._dialogs.message(head, body.format(suffix=SUFFIX))

    def _import(self, path: Path) -> None:
        """Put a plan that was exported into the open file, and show its place."""
        session, desk = self._opens.session, self._opens.desk
        if session is None or session.read_only or desk is None:
            head = _("Open the file that the plan shall lie in first")
            body = _(
                "{name} is put into a file that is open and can be written in. "
                "Then drag it here again."
            )
            self._dialogs.message(head, body.format(name=path.name))
            return
        from styrdesk.ui.shell.importing import import_plan  # noqa: PLC0415  # only for a plan

        self._opens.leave_welcome()
        where = import_plan(session, path) if desk.flush() else None
        if where is not None:
            desk.choose(where)
