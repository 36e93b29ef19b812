"""A text block: the rich-text editor that saves itself as one types."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout

from styrdesk.base.i18n import _
from styrdesk.domain import richtext
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import Block
from styrdesk.ui.kit.autosave import AutoSave, Gone
from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.richtext_field import RichTextField
from styrdesk.ui.pieces.planning.editor.block_view import BlockView
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript


class TextBlock(BlockView):
    """Running text."""

    def __init__(self, manuscript: Manuscript, block: Block) -> None:
        super().__init__(manuscript, block)
        self.field = RichTextField(_("Text"), manuscript.context.dialogs, name="body")
        self.field.show_label(on=False)
        bar = self.field.bar.layout()
        if isinstance(bar, QBoxLayout):
            bar.addWidget(self.more)
        self.lay_out(col(self.carried, self.field, gap=8))
        self._damaged = False
        self.carried.reload()
        self.autosave = AutoSave(self._save, manuscript.operations, self)
        self.autosave.watch(self.field)
        self.reload()
        manuscript.operations.subscribe(self, ("block",), self.reload)

    def _save(self, field: Field[Any], visit: str) -> None:
        block = self.block
        if block is None:
            raise Gone
        body = richtext.write(field.value())
        save = self.manuscript.services.chapters.save_block
        self.manuscript.operations.run(
            partial(save, replace(block, body=body), visit), self, self._refused
        )

    def _refused(self, broken: RuleBroken) -> None:
        self.field.set_error(broken.message)

    def reload(self) -> None:
        block = self.block
        if block is None or self.autosave.is_dirty():
            return
        try:
            self.field.set_value(richtext.parse(block.body))
        except RuleBroken as damaged:  # a foreign program wrote it: it is not written over
            self.field.set_error(damaged.message)
            self._damaged = True
        else:
            self._damaged = False
        self.field.set_read_only(on=self._damaged or self.manuscript.locked)

    def flush(self) -> bool:
        return self.autosave.flush() and not self.field.error()

    def is_wrong(self) -> bool:
        return bool(self.field.error()) and not self._damaged  # the damaged is as it was saved

    def set_locked(self, *, on: bool) -> None:
        super().set_locked(on=on)
        self.field.set_read_only(on=on or self._damaged)

    def focus_first(self) -> None:
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
