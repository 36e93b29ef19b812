"""The words of what is on the clipboard or dragged, also where it is only marked up as a page."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser
from typing import Final

from PySide6.QtCore import QMimeData

_CAP: Final = 2_000_000  # characters of a page that are looked at
_CELLS: Final = frozenset({"td", "th"})
_LINES: Final = frozenset({"p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN: Final = frozenset({"style", "script", "head", "title"})
_MOST: Final = 100  # columns that one cell may span


def has_files(source: QMimeData) -> bool:
    """Whether files of this computer are dragged or pasted."""
    return any(url.isLocalFile() for url in source.urls())


def words_of(source: QMimeData) -> str:
    """The plain words; of a page alone its own, a table's cells with tabs between."""
    if source.hasText() or not source.hasHtml():
        return source.text()
    page = _Page()
    page.feed(source.html()[:_CAP])
    page.close()
    return page.words()


class _Page(HTMLParser):
    """Reads words and tables. A table in a cell is words of that cell."""

    def __init__(self) -> None:
        super().__init__()
        self._out = io.StringIO()
        self._rows = csv.writer(self._out, delimiter="\t", lineterminator="\n")
        self._row: list[str] | None = None
        self._said = ""
        self._span = 0  # columns of the cell one is in; 0 outside
        self._unseen = 0

    def words(self) -> str:
        """All that was read; no empty lines around it."""
        self._end_row()
        return self._out.getvalue().strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "tr":
            self._end_row()
            self._row = []
        elif tag in _CELLS and self._row is not None:
            self._end_cell()
            span = dict(attrs).get("colspan") or ""
            plain = span.isascii() and span.isdecimal()
            self._span = max(1, min(int(span[:4]), _MOST)) if plain else 1
        elif tag in _LINES:
            self._end_line()

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _CELLS:
            self._end_cell()
        elif tag in {"tr", "table"}:
            self._end_row()
        elif tag in _LINES:
            self._end_line()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._said += data

    def _taken(self) -> str:
        said, self._said = " ".join(self._said.split()), ""
        return said

    def _end_line(self) -> None:
        if self._row is not None:
            self._said += " "  # a cell is one line
        elif self._said.strip():
            self._out.write(f"{self._taken()}\n")

    def _end_cell(self) -> None:
        if self._row is not None and self._span:
            self._row += [self._taken(), *[""] * (self._span - 1)]
        self._span = 0

    def _end_row(self) -> None:
        if self._row is not None:
            self._end_cell()
            self._rows.writerow(self._row)
            self._row = None
        self._end_line()
