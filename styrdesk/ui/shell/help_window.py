"""The help, beside the window: every page in a list, words to look for, and the page one reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QDialog, QTextBrowser, QTextEdit, QWidget

from styrdesk.base.i18n import _, ngettext
from styrdesk.services.help import HelpPage, find
from styrdesk.ui.kit.buttons import button, tool
from styrdesk.ui.kit.header import Search
from styrdesk.ui.kit.layout import Folding, box, col, hide_unless, row
from styrdesk.ui.kit.sections import Section, SectionList
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.theme import colours, font, px

_BESIDE: Final = 600  # pixels at zoom 1 that the list and a page beside it take
_LEADING: Final = 135  # per cent
_PER_CENT: Final = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_PART: Final = "#"  # between a page and one of its headings, in the key of a hit


class HelpWindow(QDialog):
    """Stands beside the work, follows it from page to page, and closes with Esc.

    Args:
        held: Every page by its key.
        contents: Heads and the keys of the pages under them, in order.
    """

    def __init__(
        self,
        held: Mapping[str, HelpPage],
        contents: Sequence[tuple[str, Sequence[str]]],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Help"))
        self.setModal(False)
        self._held, self._read = held, list[str]()
        self._contents = [
            section
            for head, keys in contents
            for section in (Section("", head), *(Section(key, held[key].title) for key in keys))
        ]
        self.search = Search(_("Search the help"))
        self.search.setObjectName("search_help")
        self.list = SectionList(self._contents, "accent", _("Pages of the help"), 3)
        self.list.setObjectName("help_pages")
        self.found = quiet("", "meta", wrap=True)
        self.words = QTextBrowser()
        self.words.setAccessibleName(_("Help"))
        self.words.setObjectName("help_words")
        self.words.setOpenLinks(False)
        self.words.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.words.document().setDocumentMargin(px(24))
        self.words.document().setDefaultFont(font("body"))
        self.back = tool("arrow-left", _("Back"), keys="Alt+Left", name="help_back")
        self._lay_out()
        self._connect()
        room = self.screen().availableSize() * 0.9
        self.resize(QSize(px(820), px(600)).boundedTo(room))

    def _lay_out(self) -> None:
        close = button(_("Close"), name="close_help")
        close.clicked.connect(self.close)
        hide_unless(self.found, shown=False)
        left = box(
            col(
                box(row((self.search, 1), pad=(12, 12, 12, 0))),
                box(row((self.found, 1), pad=(12, 0, 12, 0))),
                (self.list, 1),
            )
        )
        right = box(
            col((self.words, 1), row(self.back, None, close, pad=(16, 0, 16, 12)), gap=8),
            self.backgroundRole().Base,
        )
        self.setLayout(col(Folding((left, 2), (right, 3), narrow=_BESIDE, gap=0), gap=0))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._look)
        self.search.left.connect(self._to_list)
        self.list.chosen.connect(self._choose)
        self.words.anchorClicked.connect(self._follow)
        self.back.clicked.connect(self._go_back)
        for keys, run in (
            (Qt.Key.Key_F1, self.close),
            ("Ctrl+F", self.search.setFocus),
            ("Alt+Left", self._go_back),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    # ---- the page one reads ------------------------------------------------------------------

    @property
    def key(self) -> str:
        """The page that is shown."""
        return self._read[-1] if self._read else ""

    def show_page(self, *keys: str) -> None:
        """Show the first of these pages that there is."""
        key = next((key for key in keys if key in self._held), "")
        if key:
            self._show(key)

    def _show(self, key: str, heading: str = "") -> None:
        if key != self.key:
            self._read.append(key)
            self.words.document().setMarkdown(
                self._held[key].text, QTextDocument.MarkdownFeature.MarkdownNoHTML
            )
            self._set_type()
        blocked = self.list.blockSignals(True)  # noqa: FBT003  # Qt
        self.list.choose(key)
        self.list.blockSignals(blocked)
        self.back.setEnabled(len(self._read) > 1)
        self._mark()
        self._scroll_to(heading)

    def _follow(self, link: QUrl) -> None:
        """A link leads to another page, by the name of its file; none leads out of the program."""
        self.show_page(PurePosixPath(link.path()).stem)

    def _go_back(self) -> None:
        if len(self._read) > 1:
            self._read.pop()
            self._show(self._read.pop())

    def _scroll_to(self, heading: str) -> None:
        block = self.words.document().begin()
        while block.isValid() and not (
            block.blockFormat().headingLevel() and block.text() == heading
        ):
            block = block.next()
        if not heading or not block.isValid():
            self.words.moveCursor(QTextCursor.MoveOperation.Start)
            return
        self.words.moveCursor(QTextCursor.MoveOperation.End)  # so that the heading comes at the top
        self.words.setTextCursor(QTextCursor(block))
        self.words.ensureCursorVisible()

    # ---- looking for words -------------------------------------------------------------------

    def _look(self, words: str) -> None:
        hits = find(self._held, words)
        if words.strip():
            rows = [
                Section(
                    f"{hit.page}{_PART}{hit.heading}",
                    f"{hit.title}: {hit.heading}" if hit.heading else hit.title,
                )
                for hit in hits
            ]
            said = ngettext("{count} place", "{count} places", len(hits))
            none = _("Nothing in the help has these words. Try a shorter word.")
            self.found.setText(said.format(count=len(hits)) if hits else none)
        else:
            rows = self._contents
        self.found.setVisible(bool(words.strip()))
        self.list.show_sections(rows)
        self.list.choose(self.key)
        self._mark()

    def _choose(self, key: str) -> None:
        page, _part, heading = key.partition(_PART)
        self._show(page, heading)

    def _mark(self) -> None:
        """Mark in the page the words that are looked for."""
        marks = []
        for word in self.search.text().split():
            cursor = QTextCursor(self.words.document())
            while not (cursor := self.words.document().find(word, cursor)).isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format.setBackground(QColor(colours().tint))
                marks.append(mark)
        self.words.setExtraSelections(marks)

    def _to_list(self) -> None:
        """From the words looked for to what was found."""
        if self.list.count():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.list.key():
                self.list.choose_near(0)

    def _set_type(self) -> None:
        """Our own sizes and air; what Qt makes of Markdown is too large and too tight."""
        cursor = QTextCursor(self.words.document())
        block = self.words.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            shape, level = block.blockFormat(), block.blockFormat().headingLevel()
            listed = block.textList() is not None
            shape.setTopMargin(px(16 if level > 1 else 0))
            shape.setBottomMargin(px(4 if listed else 8))
            shape.setLineHeight(_LEADING, _PER_CENT)
            cursor.setBlockFormat(shape)
            if level:
                kind = QTextCharFormat()
                kind.setFont(font("h1" if level == 1 else "h3"))
                cursor.setCharFormat(kind)
            block = block.next()
