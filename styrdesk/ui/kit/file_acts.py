"""What is done with the files of a record, whatever shows them: taken in, looked at, taken away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData

from styrdesk.base import atomic
from styrdesk.base.i18n import N_, _
from styrdesk.domain.attachment import Attachment
from styrdesk.reports import printing
from styrdesk.services.attachment import read_for_keeping
from styrdesk.services.changes import Changes
from styrdesk.ui.kit.desktop import Desktop, QtDesktop
from styrdesk.ui.kit.piece import PageContext

PATTERNS: Final = N_(
    "Documents and images (*.pdf *.docx *.dotx *.xlsx *.xltx *.pptx *.potx *.odt *.ott "
    "*.png *.jpg *.jpeg)"
)
_ALL: Final = N_("All files (*)")


class FileActs:
    """The files of one record.

    Args:
        context: Of the page.
        owner: The record's table.
        key: Its id.
        desktop: What shows a file; the real desktop if None.
    """

    def __init__(
        self, context: PageContext, owner: str, key: str, desktop: Desktop | None = None
    ) -> None:
        self._context, self._owner, self._key = context, owner, key
        self._desktop = desktop or QtDesktop()

    def of(self) -> tuple[Attachment, ...]:
        """All of them, also those of its points."""
        return self._context.services.attachments.of(self._owner, self._key)

    def choose(self, item: int = 0) -> None:
        """Ask for a file, and keep it with the record, or with a point of it."""
        path = self._asked_for(_("Attach file"))
        if path is not None:
            self.take([path], item)

    def _asked_for(self, title: str) -> Path | None:
        return self._context.dialogs.open_file(title, ";;".join((_(PATTERNS), _(_ALL))))

    def take(self, paths: Sequence[Path], item: int = 0) -> None:
        """Keep files of this computer: each is a step of its own, and one that cannot is told."""
        for path in paths:
            self._context.operations.run(partial(self._kept, path, item))

    def _kept(self, path: Path, item: int) -> Changes:
        content = read_for_keeping(path)
        add = self._context.services.attachments.add
        return add(self._owner, self._key, path.name, content, item)

    def replace(self, held: Attachment) -> None:
        """Ask for another file in the place of one."""
        path = self._asked_for(_("Replace file"))
        if path is not None:
            self._context.operations.run(partial(self._swapped, held.id, path))

    def _swapped(self, key: str, path: Path) -> Changes:
        content = read_for_keeping(path)
        return self._context.services.attachments.replace(key, path.name, content)

    def show(self, held: Attachment) -> None:
        """Let another program show a copy."""
        path = self._context.operations.run(partial(self._context.services.attachments.open, held))
        if path is not None and not self._desktop.open_file(path):
            head = _("No program on this computer opens {name}").format(name=held.name)
            self._context.dialogs.message(head, _("Save it, and open it where there is one."))

    def save(self, held: Attachment) -> None:
        """Ask for a place, and save a copy there."""
        save_copy(self._context, held)

    def remove(self, held: Attachment) -> None:
        """Take one away; it lies in the trash."""
        self._context.operations.run(partial(self._context.services.attachments.remove, held.id))


def save_copy(context: PageContext, held: Attachment) -> bool:
    """Ask where a copy of a kept file is to lie, and write it. False where it is not written."""
    path = context.dialogs.save_file(_("Save as"), Path(held.name), _(_ALL))
    written = partial(_written, context, held)
    return path is not None and context.operations.run(partial(written, path)) is not None


def _written(context: PageContext, held: Attachment, path: Path) -> Path:
    printing.see_that_it_may_be_replaced(path, context.services.file.path)
    content = context.services.attachments.content(held)
    try:
        atomic.write(path, content)
    except OSError as error:
        raise printing.not_written(path, error) from error
    return path


def files_in(data: QMimeData) -> list[Path]:
    """The files of this computer that are dropped or pasted."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
