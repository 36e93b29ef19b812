"""The files of a record: added by button, drop or paste; looked at, saved, taken away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from styrdesk.base.formats import file_size
from styrdesk.base.i18n import _
from styrdesk.domain.attachment import Attachment
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.desktop import Desktop
from styrdesk.ui.kit.file_acts import FileActs, files_in
from styrdesk.ui.kit.layout import FlowLayout, box, col
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import S1

_ROW: Final = 34
_MOST: Final = 5  # rows that are seen at a time


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
        self._context = context
        self.acts = FileActs(context, owner, key, desktop, parent=self)
        self.acts.going.connect(self._tell)
        self._files: tuple[Attachment, ...] = ()
        self._locked = self._grows = False
        self.list = QListWidget()
        self.list.setObjectName("attachments")
        self.list.setAccessibleName(_("Files"))
        self.list.itemActivated.connect(self._open)
        self.list.itemSelectionChanged.connect(self._follow)
        self._none, self._going = quiet("", wrap=True), quiet("", wrap=True)
        self._going.setVisible(False)
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
        self._files = tuple(one for one in self.acts.of() if not one.item)
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

    def _seen(self) -> Attachment | None:
        """The file that is shown below: the chosen one, else the first."""
        return self.chosen() or next(iter(self._files), None)

    def _follow(self) -> None:
        may, grows = self._may_change(), self._may_write()
        for made in (self.show_file, self.save):
            made.setVisible(bool(self._files))
        for made in (self.swap, self.remove):  # never without having been pointed out
            made.setVisible(bool(self._files) and may)
            made.setEnabled(self.chosen() is not None)
        self.add.setVisible(grows)
        self.setAcceptDrops(grows)
        none = _("No file yet. Drop one here, or choose it.")
        self._none.setText(none if grows else _("No file."))
        if self._view is not None:
            self._view.show_file(self._seen())

    def _may_write(self) -> bool:
        free = self._grows or not self._locked
        return free and not self._context.services.file.read_only

    def _may_change(self) -> bool:
        return self._may_write() and not self._locked

    def set_locked(self, *, on: bool, grows: bool = False) -> None:
        """Let the files be looked at, and nothing more; or let others be added to them too."""
        self._locked, self._grows = on, grows
        self._follow()

    def is_empty(self) -> bool:
        """Whether no file is kept."""
        return not self._files

    # ---- taking in ---------------------------------------------------------------------------

    def _choose(self) -> None:
        self.acts.choose()

    def take(self, paths: Sequence[Path]) -> None:
        """Keep files of this computer; one that cannot be kept is told."""
        self.acts.take(paths)

    def _tell(self, name: str) -> None:
        self._going.setText(_("Attaching {name} …").format(name=name))
        self._going.setVisible(bool(name))

    def _paste(self) -> None:
        if self._may_write():
            self.take(files_in(QGuiApplication.clipboard().mimeData()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()) and self._may_write():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.take(files_in(event.mimeData()))

    # ---- looking and taking away ---------------------------------------------------------------

    def _open(self) -> None:
        held = self._seen()
        if held is not None:
            self.acts.show(held)

    def _save(self) -> None:
        held = self._seen()
        if held is not None:
            self.acts.save(held)

    def _swap(self) -> None:
        held = self.chosen()
        if held is not None:
            self.acts.replace(held)

    def _remove(self) -> None:
        held = self.chosen()
        if held is not None and self._may_change():
            self.acts.remove(held)
