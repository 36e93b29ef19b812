"""An image block: the picture, what it shows in words, and its caption."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel

from styrdesk.base.i18n import N_, _
from styrdesk.domain.checks import Place
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.plan import Block
from styrdesk.services.changes import Changes
from styrdesk.ui.kit.autosave import AutoSave, Gone
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.form import Form
from styrdesk.ui.kit.layout import col, row
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.text_fields import LongTextField, TextField
from styrdesk.ui.kit.theme import px
from styrdesk.ui.pieces.planning.editor.block_view import BlockView
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript

PATTERNS: Final = N_("Images (*.png *.jpg *.jpeg)")
_WIDE, _TALL = 480, 280  # pixels at zoom 1 the picture is shown in


class ImageBlock(BlockView):
    """A picture of the chapter."""

    def __init__(self, manuscript: Manuscript, block: Block) -> None:
        super().__init__(manuscript, block)
        self.picture = QLabel()
        self.picture.setTextFormat(Qt.TextFormat.PlainText)
        self._none = quiet(_("No image is chosen yet: PNG or JPEG, at most 10 MB."), wrap=True)
        self.choose = button(_("Choose image …"), glyph="image", name="choose_image")
        self.choose.clicked.connect(self._choose)
        self.form = Form()
        self.form.add(
            LongTextField(
                _("The image in words"),
                name="alt",
                required=True,
                lines=(1, 6),
                help=_("What it shows, for those who hear the document."),
            )
        )
        self.form.add(TextField(_("Caption"), name="caption"))
        self._shown = ""
        self.title.setText(_("Image"))
        self.lay_out(
            col(
                self.head(),
                self.carried,
                self.picture,
                self._none,
                row(self.choose, None),
                self.form,
                gap=8,
            )
        )
        self.autosave = AutoSave(self._save, manuscript.operations, self)
        self.autosave.watch(*self.form)
        self.reload()
        manuscript.operations.subscribe(self, ("block",), self.reload)

    def _save(self, field: Field[Any], visit: str) -> None:
        block = self.block
        name = field.objectName()
        if block is None:
            raise Gone
        if getattr(block, name) != field.value():
            changed = replace(block, **{name: field.value()})
            save = self.manuscript.services.chapters.save_block
            self.manuscript.operations.run(
                partial(save, changed, visit), self, self.form.show_broken
            )

    def is_wrong(self) -> bool:
        return self.form.first_error() is not None

    def _choose(self) -> None:
        path = self.manuscript.context.dialogs.open_file(_("Choose image"), _(PATTERNS))
        block = self.block
        if path is None or block is None:
            return
        self.flush()

        def keep() -> Changes:
            try:
                content = path.read_bytes()
            except OSError as error:
                message = _("{name} cannot be read: {error}")
                raise FileProblem(
                    FileFault.UNREADABLE,
                    message.format(name=path.name, error=error.strerror or error),
                ) from error
            return self.manuscript.services.chapters.set_image(block, content)

        self.manuscript.operations.run(keep)

    def reload(self) -> None:
        block = self.block
        if block is None:
            return
        if not self.autosave.is_dirty():
            self.form["alt"].set_value(block.alt)
            self.form["caption"].set_value(block.caption)
        self._none.setVisible(not block.file)
        self.picture.setVisible(bool(block.file))
        self.picture.setAccessibleName(block.alt or _("Image"))
        if block.file != self._shown:
            self._shown = block.file
            self._show(block.file)

    def _show(self, digest: str) -> None:
        image = QImage()
        if digest:
            image = QImage.fromData(self.manuscript.services.organisation.image(digest))
        if image.isNull():
            self.picture.clear()
            return
        room = QSize(px(_WIDE), px(_TALL))
        size = image.size()
        if size.width() > room.width() or size.height() > room.height():
            mode = Qt.TransformationMode.SmoothTransformation
            image = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, mode)
        self.picture.setPixmap(QPixmap.fromImage(image))

    def flush(self) -> bool:
        return self.autosave.flush()

    def set_locked(self, *, on: bool) -> None:
        super().set_locked(on=on)
        self.form.set_read_only(on=on)
        self.choose.setVisible(not on)

    def show_place(self, place: Place) -> None:
        if place.field in self.form:
            self.form[place.field].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_first()

    def focus_first(self) -> None:
        block = self.block
        if block is not None and block.file:
            self.form["alt"].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
