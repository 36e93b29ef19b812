"""What is done with the files of a record, whatever shows them: taken in, looked at, taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QObject, Signal

from styrdesk.base import atomic
from styrdesk.base.i18n import N_, _
from styrdesk.domain.attachment import MAX_BYTES, Attachment
from styrdesk.reports import printing
from styrdesk.services.aside import aside
from styrdesk.services.attachment import read_for_keeping
from styrdesk.services.catalogue import Services
from styrdesk.services.changes import Changes
from styrdesk.ui.kit.aside_work import AsideWork, Look
from styrdesk.ui.kit.desktop import Desktop, QtDesktop
from styrdesk.ui.kit.piece import PageContext

PATTERNS: Final = N_(
    "Documents and images (*.pdf *.docx *.dotx *.xlsx *.xltx *.pptx *.potx *.odt *.ott "
    "*.png *.jpg *.jpeg *.txt *.csv)"
)
_ALL: Final = N_("All files (*)")


AT_ONCE: Final = 3 * 1024 * 1024
"""Bytes of a file that is kept while one waits: what takes longer than a blink goes on a thread."""

Keep = Callable[[Services], object]


class FileActs(QObject):
    """The files of one record.

    Args:
        context: Of the page.
        owner: The record's table.
        key: Its id.
        desktop: What shows a file; the real desktop if None.
        parent: What shows them.

    Attributes:
        going: A large file is being kept on a thread: its name, and empty when it is done.
    """

    going = Signal(str)

    def __init__(
        self,
        context: PageContext,
        owner: str,
        key: str,
        desktop: Desktop | None = None,
        *,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._owner, self._key = context, owner, key
        self._desktop = desktop or QtDesktop()
        self._large: list[tuple[str, Keep]] = []  # the one that is being kept, and then the next
        self._work = AsideWork(self)
        self._work.done.connect(self._taken)
        self._work.failed.connect(self._taken)

    @property
    def is_keeping(self) -> bool:
        """Whether a large file is being kept."""
        return bool(self._large)

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
            self._take(path, partial(_added, self._owner, self._key, item, path))

    def replace(self, held: Attachment) -> None:
        """Ask for another file in the place of one."""
        path = self._asked_for(_("Replace file"))
        if path is not None:
            self._take(path, partial(_replaced, held.id, path))

    def _take(self, path: Path, keep: Keep) -> None:
        if not AT_ONCE < _size(path) <= MAX_BYTES:
            self._context.operations.run(partial(keep, self._context.services))
            return
        self._large.append((path.name, keep))
        if len(self._large) == 1:
            self._take_large()

    def _take_large(self) -> None:
        name, keep = self._large[0]
        services = self._context.services
        self.going.emit(name)
        person = self._context.settings.person(services.file.path)
        self._work.begin(partial(_kept_aside, services, person, keep))

    def _taken(self, failure: object) -> None:
        """A large one is kept, or cannot be."""
        del self._large[0]
        self.going.emit("")
        operations = self._context.operations
        if isinstance(failure, Exception):
            operations.run(partial(_raised, failure))
        elif (changes := self._context.services.work.notice()) is not None and changes.topics:
            operations.tell(changes)
        if self._large:
            self._take_large()

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


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # it is told when it is read
        return 0


def _added(owner: str, key: str, item: int, path: Path, services: Services) -> Changes:
    content = read_for_keeping(path)
    return services.attachments.add(owner, key, path.name, content, item)


def _replaced(held: str, path: Path, services: Services) -> Changes:
    content = read_for_keeping(path)
    return services.attachments.replace(held, path.name, content)


def _kept_aside(services: Services, person: str, keep: Keep, _look: Look) -> None:
    """On the thread."""
    with aside(services, lambda: person) as own:
        keep(own)


def _raised(error: Exception) -> None:
    raise error


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
