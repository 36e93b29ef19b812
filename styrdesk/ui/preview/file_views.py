"""Makes views of kept files, and what they show them with when the first is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:  # the window is painted before these are read
    from styrdesk.services.attachment import AttachmentService
    from styrdesk.ui.preview.file_view import ShownFile, Turns


class FileViews:
    """One for a window.

    Args:
        parent: What the press goes with.
    """

    def __init__(self, parent: QObject) -> None:
        self._parent = parent
        self._turns: Turns | None = None

    def __call__(self, attachments: AttachmentService) -> ShownFile:
        """A view of what these keep."""
        from styrdesk.ui.preview.file_view import ShownFile, Turns  # noqa: PLC0415  # and the press

        if self._turns is None:
            self._turns = Turns(self._parent)
        return ShownFile(self._turns, attachments)
