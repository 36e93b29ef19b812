"""The rich-text editor as a field, with its row of buttons and its count of words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.richtext import RichText, is_blank
from styrdesk.ui.kit.buttons import tool
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.dialogs import Dialogs
from styrdesk.ui.kit.drop_down import DropDown
from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.header import flatten
from styrdesk.ui.kit.layout import FlowLayout, Rule, box, col, row
from styrdesk.ui.kit.richtext_edit import RichTextEdit
from styrdesk.ui.kit.richtext_format import STYLES
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import RADIUS_CARD

_MARKS: Final = ("bold", "italic", "underline", "sub", "sup")


class RichBar(QWidget):
    """Buttons over an editor. They wrap where it is narrow.

    Args:
        editor: What they act on.
        dialogs: For the address of a link.
    """

    def __init__(self, editor: RichTextEdit, dialogs: Dialogs) -> None:
        super().__init__()
        self._editor, self._dialogs = editor, dialogs
        self.style_box = DropDown()
        flatten(self.style_box, _("Style"), "dense")
        self.style_box.addItems([_("Body text"), _("Heading"), _("Sub-heading"), _("Note")])
        self.style_box.activated.connect(self._style)
        self.buttons: dict[str, QToolButton] = {}
        self._count = quiet("", "dense")
        self._build()
        editor.cursorPositionChanged.connect(self._follow)
        editor.currentCharFormatChanged.connect(self._follow)
        editor.words_counted.connect(self._say)
        self._follow()

    def _build(self) -> None:
        act = self._editor.format
        made: tuple[tuple[str, str, str, str, Callable[[], object]], ...] = (
            ("bold", "bold", _("Bold"), "Ctrl+B", partial(act.toggle, "bold")),
            ("italic", "italic", _("Italic"), "Ctrl+I", partial(act.toggle, "italic")),
            ("underline", "underline", _("Underline"), "Ctrl+U", partial(act.toggle, "underline")),
            (
                "bullets",
                "list",
                _("Bullets"),
                "Ctrl+Shift+L",
                partial(act.toggle_list, ordered=False),
            ),
            (
                "ordered",
                "list-ordered",
                _("Numbers"),
                "Ctrl+Shift+N",
                partial(act.toggle_list, ordered=True),
            ),
            ("out", "indent-decrease", _("Move out"), "Ctrl+[", partial(act.indent, -1)),
            ("in", "indent-increase", _("Move in"), "Ctrl+]", partial(act.indent, 1)),
            ("sub", "subscript", _("Lowered"), "", partial(act.toggle, "sub")),
            ("sup", "superscript", _("Raised"), "", partial(act.toggle, "sup")),
            ("link", "link", _("Link"), "", self._link),
            (
                "paste",
                "clipboard-paste",
                _("Paste with formatting"),
                "Ctrl+Shift+V",
                self._editor.paste_rich,
            ),
        )
        for key, glyph, label, keys, what in made:
            checked = False if key in {*_MARKS, "bullets", "ordered"} else None
            button = tool(glyph, label, keys=keys, checked=checked, name=f"rich_{key}")
            button.clicked.connect(partial(self._do, what))
            self.buttons[key] = button
        self._flow = box(FlowLayout(self.style_box, *self.buttons.values(), gap=2))
        self.setLayout(row((self._flow, 1), self._count, gap=8, pad=(6, 4, 12, 4)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """The count gives way before a button goes to a line of its own."""
        beside = self._flow.sizeHint().width() + self._count.sizeHint().width() + px(26)
        self._count.setVisible(self.width() >= beside)

    def _do(self, what: Callable[[], object], _on: bool = False) -> None:  # noqa: FBT001, FBT002  # clicked
        what()
        self._editor.setFocus()
        self._follow()

    def _style(self, index: int) -> None:
        self._editor.format.set_style(STYLES[index])
        self._editor.setFocus()

    def _link(self) -> None:
        act = self._editor.format
        head, label = _("Link"), _("Web address or e-mail; empty takes the link away")
        href = self._dialogs.enter(head, label, act.link())
        if href is not None and not act.set_link(href):
            message = _("Write an address such as https://www.riksdagen.se")
            self._dialogs.message(_("That is no address"), message, kind="warn")

    def _follow(self) -> None:
        act = self._editor.format
        for mark in _MARKS:
            self.buttons[mark].setChecked(act.is_on(mark))
        kind = act.list_kind()
        self.buttons["bullets"].setChecked(kind == "bullets")
        self.buttons["ordered"].setChecked(kind == "ordered")
        for key in ("in", "out"):
            self.buttons[key].setEnabled(bool(kind))
        self.style_box.setCurrentIndex(STYLES.index(act.style()))

    def _say(self, count: int) -> None:
        self._count.setText(ngettext("{count} word", "{count} words", count).format(count=count))
        self._fit()


class RichTextField(Field[RichText]):
    """Rich text as a field: buttons, editor, words.

    Args:
        dialogs: For the address of a link.
        lines: The least height.
    """

    def __init__(
        self,
        label: str,
        dialogs: Dialogs,
        *,
        name: str = "",
        required: bool = False,
        help: str = "",
        lines: int = 3,
    ) -> None:
        super().__init__(label, name=name, required=required, help=help)
        self.edit = RichTextEdit(label, lines)
        self.bar = RichBar(self.edit, dialogs)
        self.build(self.edit)
        self._line = Rule()
        self._card = card = Card(col(self.bar, self._line, self.edit, gap=0), pad=0)
        card.setContentsMargins(1, 1, 1, px(RADIUS_CARD))  # the corners stay round
        lay = self.layout()
        if lay is not None:
            index = lay.indexOf(self.edit)
            lay.removeWidget(self.edit)
            getattr(lay, "insertWidget")(index if index >= 0 else 1, card)  # noqa: B009
            self.edit.setMinimumWidth(px(160))
        self.edit.edited.connect(self.changed)
        self.edit.overfull.connect(self.say_full)

    def show_label(self, *, on: bool) -> None:
        """Hide the label where a page's head says it already; it is still spoken."""
        self._label.setVisible(on)

    def value(self) -> RichText:
        return self.edit.text()

    def set_value(self, value: RichText) -> None:
        if value != self.value():
            self.edit.set_text(value)
        self.set_error("")

    def is_empty(self) -> bool:
        return is_blank(self.value())

    def _lock_input(self, *, on: bool) -> None:
        self.edit.setReadOnly(on)
        for part in (self.bar, self._line):
            part.setVisible(not on)
        self._card.setContentsMargins(1, px(RADIUS_CARD) if on else 1, 1, px(RADIUS_CARD))
