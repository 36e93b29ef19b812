"""The files of a record: added by button, drop or paste; looked at, saved, taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from styrdesk.base import atomic
from styrdesk.base.formats import file_size
from styrdesk.base.i18n import N_, _
from styrdesk.domain.attachment import MAX_BYTES, Attachment
from styrdesk.reports import printing
from styrdesk.services.aside import aside
from styrdesk.services.attachment import read_for_keeping
from styrdesk.services.catalogue import Services
from styrdesk.ui.kit.aside_work import AsideWork, Look
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.desktop import Desktop, QtDesktop
from styrdesk.ui.kit.layout import FlowLayout, box, col
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import S1

PATTERNS: Final = N_(
    "Documents and images (*.pdf *.docx *.dotx *.xlsx *.xltx *.pptx *.potx *.odt *.ott "
    "*.png *.jpg *.jpeg)"
)
_ALL: Final = N_("All files (*)")
AT_ONCE: Final = 3 * 1024 * 1024
"""Bytes of a file that is kept while one waits: what takes longer than a blink goes on a thread."""
_ROW: Final = 34
_MOST: Final = 5  # rows that are seen at a time

Keep = Callable[[Services], None]


class AttachmentList(QWidget):
    """The kept files of a record.

    Args:
        context: Of the page.
        owner: The record's table.
        key: Its id.
        desktop: What shows a file; the real desktop if None.
    """

    def __init__(
        self, context: PageContext, owner: str, key: str, desktop: Desktop | None = None
    ) -> None:
        super().__init__()
        self._context, self._owner, self._key = context, owner, key
        self._desktop = desktop or QtDesktop()
        self._files: tuple[Attachment, ...] = ()
        self._locked = False
        self.list = QListWidget()
        self.list.setObjectName("attachments")
        self.list.setAccessibleName(_("Files"))
        self.list.itemActivated.connect(self._open)
        self.list.itemSelectionChanged.connect(self._follow)
        self._none, self._going = quiet("", wrap=True), quiet("", wrap=True)
        self._going.setVisible(False)
        self._large: list[tuple[str, Keep]] = []  # files that are being kept, and then the next
        self._work = AsideWork(self)
        self._work.done.connect(self._taken)
        self._work.failed.connect(self._taken)
        self.add = button(_("Attach file …"), glyph="paperclip", name="attach")
        self.add.clicked.connect(self._choose)
        self.show_file = button(_("Open"), "quiet", "eye", name="open_attachment")
        self.save = button(_("Save as …"), "quiet", "download", name="save_attachment")
        self.swap = button(_("Replace …"), "quiet", "refresh-cw", name="replace_attachment")
        self.remove = button(_("Remove"), "quiet", "minus", name="remove_attachment")
        for made, act in (
            (self.show_file, self._open),
            (self.save, self._save),
            (self.swap, self._swap),
            (self.remove, self._remove),
        ):
            made.clicked.connect(act)
        ways = FlowLayout(self.add, self.show_file, self.save, self.swap, self.remove, gap=S1)
        lay = col(self.list, self._none, self._going, box(ways), gap=8)
        views = context.views
        self._view = views(context.services.attachments) if views is not None else None
        if self._view is not None:
            lay.addWidget(self._view.widget())
        self.setLayout(lay)
        self.setAcceptDrops(True)
        for keys, act in (
            (QKeySequence.StandardKey.Delete, self._remove),
            (QKeySequence.StandardKey.Paste, self._paste),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        context.operations.subscribe(self, ("attachment",), self.reload)
        self.reload()

    # ---- showing -----------------------------------------------------------------------------

    def reload(self) -> None:
        """Show the files as they are now; the chosen one stays."""
        chosen = self.chosen()
        self._files = self._context.services.attachments.of(self._owner, self._key)
        self.list.clear()
        for one in self._files:
            item = QListWidgetItem(self._words(one), self.list)
            item.setSizeHint(QSize(0, px(_ROW)))
            item.setSelected(chosen is not None and one.id == chosen.id)
        tall = min(len(self._files), _MOST) * px(_ROW) + 4
        self.list.setFixedHeight(tall)
        self.list.setVisible(bool(self._files))
        self._none.setVisible(not self._files)
        self._follow()

    @staticmethod
    def _words(attachment: Attachment) -> str:
        when = attachment.added_on.isoformat() if attachment.added_on else ""
        facts = (attachment.name, file_size(attachment.size), when, attachment.added_by)
        return " · ".join(fact for fact in facts if fact)

    def chosen(self) -> Attachment | None:
        """The file one stands on; the only one where there is one alone."""
        marked = [n for n in range(self.list.count()) if self.list.item(n).isSelected()]
        if marked and marked[0] < len(self._files):
            return self._files[marked[0]]
        return self._files[0] if len(self._files) == 1 else None

    def _follow(self) -> None:
        held, may = self.chosen(), self._may_write()
        for made in (self.show_file, self.save, self.swap, self.remove):
            made.setVisible(bool(self._files) and (may or made in (self.show_file, self.save)))
            made.setEnabled(held is not None)
        self.add.setVisible(may)
        self.setAcceptDrops(may)
        self._none.setText(_("No file yet. Drop one here, or choose it.") if may else _("No file."))
        if self._view is not None:
            self._view.show_file(held or next(iter(self._files), None))

    def _may_write(self) -> bool:
        return not self._locked and not self._context.services.file.read_only

    def set_locked(self, *, on: bool) -> None:
        """Let the files be looked at, and nothing more."""
        self._locked = on
        self._follow()

    # ---- taking in ---------------------------------------------------------------------------

    def _choose(self) -> None:
        patterns = ";;".join((_(PATTERNS), _(_ALL)))
        path = self._context.dialogs.open_file(_("Attach file"), patterns)
        if path is not None:
            self.take([path])

    def take(self, paths: Sequence[Path]) -> None:
        """Keep files of this computer: each is a step of its own, and one that cannot is told."""
        for path in paths:
            self._take(path)

    def _swap(self) -> None:
        held = self.chosen()
        if held is None:
            return
        path = self._context.dialogs.open_file(_("Replace file"), ";;".join((_(PATTERNS), _(_ALL))))
        if path is not None:
            self._take(path, held.id)

    def _take(self, path: Path, held: str = "") -> None:
        """Keep a file, in the place of a held one where there is one; a large one on a thread."""
        keep = partial(_kept, owner=self._owner, key=self._key, held=held, path=path)
        if not AT_ONCE < _size(path) <= MAX_BYTES:
            self._context.operations.run(partial(keep, self._context.services))
        else:
            self._large.append((path.name, keep))
            if len(self._large) == 1:
                self._take_large()

    def _take_large(self) -> None:
        name, keep = self._large[0]
        services = self._context.services
        self._going.setText(_("Attaching {name} …").format(name=name))
        self._going.setVisible(True)
        person = self._context.settings.person(services.file.path)
        self._work.begin(partial(_kept_aside, services, person, keep))

    def _taken(self, failure: object) -> None:
        """A large one is kept, or cannot be."""
        del self._large[0]
        self._going.setVisible(bool(self._large))
        operations = self._context.operations
        if isinstance(failure, Exception):
            operations.run(partial(_raised, failure))
        elif (changes := self._context.services.work.notice()) is not None and changes.topics:
            operations.tell(changes)
        if self._large:
            self._take_large()

    def _paste(self) -> None:
        if self._may_write():
            self.take(_files_in(QGuiApplication.clipboard().mimeData()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files_in(event.mimeData()) and self._may_write():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.take(_files_in(event.mimeData()))

    # ---- looking and taking away ---------------------------------------------------------------

    def _open(self) -> None:
        held = self.chosen()
        if held is None:
            return
        path = self._context.operations.run(partial(self._context.services.attachments.open, held))
        if path is not None and not self._desktop.open_file(path):
            head = _("No program on this computer opens {name}").format(name=held.name)
            self._context.dialogs.message(head, _("Save it, and open it where there is one."))

    def _save(self) -> None:
        held = self.chosen()
        if held is not None:
            save_copy(self._context, held)

    def _remove(self) -> None:
        held = self.chosen()
        if held is not None and self._may_write():
            remove = self._context.services.attachments.remove
            self._context.operations.run(partial(remove, held.id))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # it is told when it is read
        return 0


def _kept(services: Services, *, owner: str, key: str, held: str, path: Path) -> None:
    content = read_for_keeping(path)
    if held:
        services.attachments.replace(held, path.name, content)
    else:
        services.attachments.add(owner, key, path.name, content)


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


def _files_in(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
