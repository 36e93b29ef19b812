"""The cover, the box of facts about the document and the list of contents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from styrdesk.base.i18n import _
from styrdesk.domain.richtext import Text
from styrdesk.reports.kit import fonts
from styrdesk.reports.kit.clean import one_line
from styrdesk.reports.kit.flow import Block
from styrdesk.reports.kit.lines import Line, Look, balanced_lines, break_lines, pieces_of
from styrdesk.reports.kit.parts import Cover
from styrdesk.reports.kit.pictures import box_attributes, opened
from styrdesk.reports.kit.sheet import A4, Placed, Sheet
from styrdesk.reports.kit.structure import Element
from styrdesk.reports.kit.textblocks import foot_line
from styrdesk.reports.kit.theme import MM, TextStyle, Theme
from styrdesk.reports.kit.words import Words, line_of, own, runs

_LOGO = (62 * MM, 22 * MM)
_BAR = 12 * MM
_TITLE_TOP = 110 * MM
_MOST_TITLE_LINES = 5
_TITLE_ROOM = 60.0
_LOW = 0.7
"""A box of facts lower than this share of a page is not divided."""
_CLOSEST = 14.2
"""The least distance between two lines of the contents."""


class CoverBlock(Block):
    """The whole first page."""

    cover = True

    def __init__(self, cover: Cover, theme: Theme, parent: Element, language: str) -> None:
        self._cover = cover
        self._theme = theme
        self._language = language
        self._logo = parent.child("Figure") if cover.logo else None
        self._sender = None if cover.logo or not one_line(cover.municipality) else parent.child("P")
        self._title = parent.child("H1")
        self._texts = [
            (one_line(text), style, parent.child("P"))
            for text, style in ((cover.committee, theme.subtitle), (cover.period, theme.subtitle))
            if one_line(text)
        ]
        number = ((own(_("Reference number")), cover.number),) if cover.number else ()
        self._facts = [
            ((*line_of(label), Text(" ")), line_of(value), parent.child("P"))
            for label, value in (*number, *cover.facts)
        ]

    def height(self, width: float) -> float:
        """The page."""
        return 0.0

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Bar, logo or sender, title, and the facts standing on the bottom margin."""
        high = sheet.size[1]
        with sheet.artifact("Background"):
            sheet.box(0, 0, _BAR, high, self._theme.primary)
        self._draw_logo(sheet, x, high - self._theme.top + 4 * MM)
        if self._sender is not None:
            place, words = (x, high - self._theme.top, width), one_line(self._cover.municipality)
            self._paragraph(sheet, place, words, self._theme.sender, self._sender)
        y = high - _TITLE_TOP
        with sheet.artifact():
            sheet.box(x, y, 26 * MM, 1.6 * MM, self._theme.accent)
        y -= 7 * MM
        y = self._draw_title(sheet, x, y, width) - 10
        for text, style, owner in self._texts:
            y = self._paragraph(sheet, (x, y, width), text, style, owner) - 2
        self._draw_facts(sheet, x, width)
        del top

    def _draw_logo(self, sheet: Sheet, x: float, top: float) -> None:
        if self._logo is None or self._cover.logo is None:
            return
        image, (wide, high) = opened(self._cover.logo.data, *_LOGO)
        self._logo.alt = one_line(self._cover.logo.alt)
        self._logo.attributes = box_attributes(x, top - high, wide, high)
        with sheet.tagged(self._logo):
            sheet.image(image, x, top - high, wide, high)

    def _draw_title(self, sheet: Sheet, x: float, y: float, width: float) -> float:
        style = self._theme.title
        while style.size > 18 and self._count(style, width) > _MOST_TITLE_LINES:  # noqa: PLR2004
            style = replace(style, size=style.size - 2, leading=style.leading - 2)
        return self._paragraph(
            sheet, (x, y, width), one_line(self._cover.title), style, self._title
        )

    def _count(self, style: TextStyle, width: float) -> int:
        pieces = pieces_of((Text(one_line(self._cover.title)),), style, style.color)
        return len(break_lines(pieces, width, self._language))

    def _paragraph(
        self,
        sheet: Sheet,
        place: tuple[float, float, float],
        text: str,
        style: TextStyle,
        owner: Element,
    ) -> float:
        x, y, width = place
        pieces = pieces_of((Text(text),), style, style.color)
        lines = balanced_lines(pieces, width, self._language)
        placed = [
            Placed(x, y - foot_line(style) - n * style.leading, line)
            for n, line in enumerate(lines)
        ]
        sheet.lines(placed, owner, {})
        return y - len(lines) * style.leading

    def _draw_facts(self, sheet: Sheet, x: float, width: float) -> None:
        style = self._theme.meta
        label_width = 42 * MM
        value_style = replace(style, color=self._theme.ink)
        laid: list[tuple[list[Line], list[Line], Element]] = []
        for label, value, owner in self._facts:
            name = break_lines(pieces_of(label, style, ""), label_width - 6)
            room = width - label_width
            text = break_lines(pieces_of(value, value_style, ""), room, self._language)
            laid.append((name, text, owner))
        y = self._theme.bottom + sum(max(len(a), len(b)) for a, b, _owner in laid) * style.leading
        if laid:
            with sheet.artifact():
                sheet.line(x, y + 8, x + width, y + 8, self._theme.rule, 0.6)
        for name, text, owner in laid:
            placed = [
                Placed(at, y - foot_line(style) - n * style.leading, line)
                for at, lines in ((x, name), (x + label_width, text))
                for n, line in enumerate(lines)
            ]
            sheet.lines(placed, owner, {})
            y -= max(len(name), len(text)) * style.leading


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list of contents."""

    number: str
    text: str
    key: str
    level: int


class EntryBlock(Block):
    """TOCI > Reference > Link: number, text, leader and the page number, known only at the end."""

    STEP = 17.0
    _LEADING = 14.0

    def __init__(self, entry: Entry, theme: Theme, toc: Element, language: str) -> None:
        self.step = self.STEP
        self._language = language
        self._entry = entry
        self._theme = theme
        self._link = toc.child("TOCI").child("Reference").child("Link")
        top = entry.level == 1
        self.before = 6 if top else 0
        self._look = Look(fonts.name_of(bold=top), 11 if top else 10.5, theme.ink)
        self._indent = 0.0 if top else 26.0
        self._hang = self._indent + (26.0 if top else 30.0) if entry.number else self._indent
        if entry.number and not entry.number[0].isdigit():  # "Bilaga 1"
            self._hang = fonts.width(self._look.font, entry.number) * self._look.size + 10
        self._lines: Sequence[Line] | None = None

    def _laid(self, width: float) -> Sequence[Line]:
        if self._lines is None:
            style = TextStyle(
                self._look.size, self._LEADING, self._look.color, self._entry.level == 1
            )
            pieces = pieces_of((Text(self._entry.text + " "),), style, style.color)
            room = min(width, self._theme.measure) - self._hang - 34
            self._lines = break_lines(pieces, room, self._language)
        return self._lines

    def height(self, width: float) -> float:
        """Mostly one line."""
        return self.step + (len(self._laid(width)) - 1) * self._LEADING

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """The line; all of it leads to the place."""
        lines = self._laid(width)
        edge = x + min(width, self._theme.measure)
        y = top - 12
        if self._entry.number:
            with sheet.tagged(self._link):
                sheet.text(x + self._indent, y, self._entry.number + " ", self._look)
        sheet.lines(
            [Placed(x + self._hang, y - n * self._LEADING, line) for n, line in enumerate(lines)],
            self._link,
            {},
        )
        y -= (len(lines) - 1) * self._LEADING
        start = x + self._hang + lines[-1].width + 7
        if start < edge - 26:
            with sheet.artifact():
                sheet.line(start, y + 1, edge - 24, y + 1, self._theme.axis, 0.9, "[0 4] 0")
        with sheet.tagged(self._link):
            sheet.late(lambda: self._page_number(sheet, edge, y))
        box = (x + self._indent, top - self.height(width), edge, top)
        told = " ".join(p for p in (self._entry.number, self._entry.text) if p)
        contents = _("Go to {place}").format(place=told)
        sheet.link(self._link, box, "#" + self._entry.key, contents)

    def _page_number(self, sheet: Sheet, x: float, y: float) -> None:
        sheet.text(x, y, str(sheet.places[self._entry.key]), self._look, "right")


def list_of(
    entries: Sequence[Entry], theme: Theme, toc: Element, language: str
) -> list[EntryBlock]:
    """The lines of the list, a little closer where that brings it on to one page."""
    blocks, chapter = [], toc
    for entry in entries:
        if entry.level == 1:
            chapter = toc
        elif chapter is toc:
            chapter = toc.child("TOC")  # its sections, a list in the list
        blocks.append(EntryBlock(entry, theme, chapter, language))
    room = A4[1] - theme.top - theme.bottom - _TITLE_ROOM
    over = sum(block.before + block.height(theme.measure) for block in blocks) - room
    step = EntryBlock.STEP - over / max(len(blocks), 1)
    if over > 0 and step >= _CLOSEST:
        for block in blocks:
            block.step = step
    return blocks


class FactsBlock(Block):
    """Label and value in a tinted box; a two-column table for one who hears it."""

    def __init__(
        self, rows: Sequence[tuple[Words, Words]], theme: Theme, owner: Element, language: str
    ) -> None:
        width = theme.measure
        self._theme = theme
        self._style = TextStyle(9.5, 13, theme.ink)
        label = TextStyle(9.5, 13, theme.on_tint, bold=True)
        self._left = 44 * MM
        self._wide = width
        self._rows = []
        for name, value in rows:
            row = owner.child("TR")
            head = row.child("TH", attributes="<</O/Table/Scope/Row>>")
            names = break_lines(
                pieces_of(runs(name), label, label.color), self._left - 20, language
            )
            values = break_lines(
                pieces_of(runs(value), self._style, theme.primary),
                width - self._left - 12,
                language,
            )
            self._rows.append(((names, head), (values, row.child("TD"))))
        self.after = 14

    def _row_height(self, number: int) -> float:
        (names, _head), (values, _cell) = self._rows[number]
        return max(len(names), len(values)) * self._style.leading + 6

    def height(self, width: float) -> float:
        """Rows and padding."""
        return sum(map(self._row_height, range(len(self._rows)))) + 10

    def least(self, width: float) -> float:
        """All of a low box, otherwise its first rows."""
        page = A4[1] - self._theme.top - self._theme.bottom
        if self.height(width) <= _LOW * page:
            return self.height(width)
        first = sum(self._row_height(number) for number in range(len(self._rows[:2])))
        return min(10 + first, _LOW * page)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Between rows; inside a row only where not even one fits."""
        fit, used = 0, 10.0
        while fit < len(self._rows) and used + self._row_height(fit) <= room:
            used += self._row_height(fit)
            fit += 1
        if 0 < fit < len(self._rows):
            return self._half(self._rows[:fit]), self._half(self._rows[fit:])
        count = int((room - 16) / self._style.leading)
        (names, head), (values, cell) = self._rows[0]
        if fit or not 1 < count < max(len(names), len(values)):
            return None
        first = ((names[:count], head), (values[:count], cell))
        rest = ((names[count:], head), (values[count:], cell))
        return self._half([first]), self._half([rest, *self._rows[1:]])

    def _half(
        self, rows: list[tuple[tuple[list[Line], Element], tuple[list[Line], Element]]]
    ) -> FactsBlock:
        made = object.__new__(FactsBlock)
        made.__dict__.update(self.__dict__)
        made._rows = rows
        return made

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """The ground and the rows."""
        high = self.height(width)
        with sheet.artifact("Background"):
            sheet.box(x, top - high, self._wide, high, self._theme.tint)
            sheet.box(x, top - high, 2.5, high, self._theme.primary)
        y = top - 5
        for number, row in enumerate(self._rows):
            for at, (lines, owner) in zip((x + 12, x + self._left), row, strict=True):
                foot = y - 3 - foot_line(self._style)
                placed = [
                    Placed(at, foot - n * self._style.leading, line) for n, line in enumerate(lines)
                ]
                if any(line.pieces for line in lines):
                    sheet.lines(placed, owner, {})
            y -= self._row_height(number)
