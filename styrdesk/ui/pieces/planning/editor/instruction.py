"""The anvisning: what a chapter should hold. Folded at will, edited on demand, never printed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from styrdesk.base.i18n import _
from styrdesk.domain import richtext
from styrdesk.domain.errors import RuleBroken
from styrdesk.ui.kit.autosave import AutoSave, Gone
from styrdesk.ui.kit.buttons import rename, tool
from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.icons import draw_icon, icon
from styrdesk.ui.kit.layout import col, hide_unless, row
from styrdesk.ui.kit.paint import rrect
from styrdesk.ui.kit.richtext_field import RichTextField
from styrdesk.ui.kit.text import text
from styrdesk.ui.kit.theme import colours, px
from styrdesk.ui.kit.tokens import RADIUS
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript


class Instruction(QFrame):
    """The banner over a chapter's blocks."""

    def __init__(self, manuscript: Manuscript, chapter_id: str) -> None:
        super().__init__()
        self._manuscript, self._chapter = manuscript, chapter_id
        self._locked = False
        self.words = text("", "dense", wrap=True)
        self.edit = tool("pencil", _("Change the instruction"), checked=False, name="edit_note")
        self.fold = tool("chevron-up", _("Hide instructions"), name="fold_note")
        self.field = RichTextField(
            _("Instruction"), manuscript.context.dialogs, name="instruction", lines=2
        )
        self.field.hide()
        said = col(text(_("Instruction – never printed"), "strong"), self.words, gap=2)
        said.setContentsMargins(0, px(6), 0, px(6))
        head = row(gap=4)
        head.addLayout(said, 1)
        for button in (self.edit, self.fold):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(col(head, self.field, gap=4, pad=(40, 4, 8, 4)))
        self.edit.clicked.connect(self._edit)
        self.fold.clicked.connect(self._fold)
        self.autosave = AutoSave(self._save, manuscript.operations, self)
        self.autosave.watch(self.field)

    def reload(self) -> None:
        """Show the instruction as it is now."""
        try:
            chapter = self._manuscript.services.chapters.get(self._chapter)
        except KeyError:
            return
        said = richtext.parse(chapter.instruction)
        self.words.setText(richtext.plain(said).strip())
        if not self.autosave.is_dirty():
            self.field.set_value(said)
        self._arrange()

    def _arrange(self) -> None:
        settings = self._manuscript.context.settings.current
        editing, said = self.edit.isChecked(), bool(self.words.text())
        self.field.setVisible(editing)
        self.words.setVisible(not editing and settings.show_instructions and said)
        self.fold.setVisible(not editing and said)
        self.edit.setVisible(not self._locked)
        shown = settings.show_instructions
        self.fold.setIcon(icon("chevron-up" if shown else "chevron-down"))
        rename(self.fold, _("Hide instructions") if shown else _("Show instructions"))
        hide_unless(self, shown=said or editing)
        if self.parentWidget() is not None:
            self.setVisible(said or editing)

    def begin(self) -> None:
        """Open it for writing, also where there is none yet."""
        self.edit.setChecked(True)
        self._arrange()
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit(self) -> None:
        if not self.edit.isChecked():
            self.autosave.flush()
        self.reload()
        if self.edit.isChecked():
            self.begin()

    def _fold(self) -> None:
        settings = self._manuscript.context.settings
        settings.change(show_instructions=not settings.current.show_instructions)
        self._arrange()

    def _save(self, field: Field[Any], visit: str) -> None:
        chapters = self._manuscript.services.chapters
        try:
            changed = replace(
                chapters.get(self._chapter), instruction=richtext.write(field.value())
            )
        except KeyError as gone:
            raise Gone from gone
        save = partial(chapters.save, changed, visit)
        self._manuscript.operations.run(save, self, self._refused)

    def is_wrong(self) -> bool:
        """Whether what is typed cannot be kept as it is."""
        return bool(self.field.error())

    def _refused(self, broken: RuleBroken) -> None:
        self.field.set_error(broken.message)

    def flush(self) -> bool:
        """Save what waits. False where it cannot be."""
        return self.autosave.flush()

    def set_locked(self, *, on: bool) -> None:
        """Show without letting it be changed."""
        self._locked = on
        if on:
            self.edit.setChecked(False)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rrect(painter, self.rect(), px(RADIUS), colours().tint)
        place = QRectF(px(12), px(11), px(18), px(18))
        draw_icon(painter, "info", place, colours().accent, width=2.2)
