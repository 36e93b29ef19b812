"""Between the domain's rich text and Qt's document. Formats carry meaning only, never looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextList,
    QTextListFormat,
)

from styrdesk.domain.richtext import (
    MAX_DEPTH,
    Block,
    Heading,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    RichText,
    Runs,
    Text,
    clean,
    is_link,
    merge,
)
from styrdesk.ui.kit.theme import px

_USER: Final = int(QTextFormat.Property.UserProperty)
LANG, SECRET, REF, NOTE = _USER + 1, _USER + 2, _USER + 3, _USER + 4
BREAK: Final = "\u2028"
_OBJECT: Final = "\ufffc"
_BOLD_FROM: Final = 600
_ORDERED: Final = QTextListFormat.Style.ListDecimal
_BULLETS: Final = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)
_LINES = QTextBlockFormat.LineHeightTypes.ProportionalHeight


def char_format(run: Text) -> QTextCharFormat:
    """Qt's format of a run."""
    made = QTextCharFormat()
    if run.bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    if run.italic:
        made.setFontItalic(True)
    if run.underline:
        made.setFontUnderline(True)
    if run.sub or run.sup:
        align = QTextCharFormat.VerticalAlignment
        made.setVerticalAlignment(align.AlignSubScript if run.sub else align.AlignSuperScript)
    if run.href:
        made.setAnchor(True)
        made.setAnchorHref(run.href)
    for number, value in ((LANG, run.lang), (SECRET, run.secret), (REF, run.ref)):
        if value:
            made.setProperty(number, value)
    return made


def block_format(level: int = 0, note: int = 0) -> QTextBlockFormat:
    """The format of a paragraph (level 0) or heading (2, 3), perhaps inside a note."""
    made = QTextBlockFormat()
    made.setLineHeight(140, int(_LINES.value))
    made.setBottomMargin(px(4))
    made.setTopMargin(px(10) if level else 0)
    made.setHeadingLevel(level)
    if note:
        made.setProperty(NOTE, note)
        made.setLeftMargin(px(14))
        made.setRightMargin(px(14))
    return made


def list_format(*, ordered: bool, depth: int) -> QTextListFormat:
    """The format of a list at a depth, 1 for the outermost."""
    made = QTextListFormat()
    made.setStyle(_ORDERED if ordered else _BULLETS[(depth - 1) % len(_BULLETS)])
    made.setIndent(depth)
    return made


def is_ordered(style: QTextListFormat.Style) -> bool:
    """Whether a list counts."""
    return int(style.value) <= int(_ORDERED.value)


# ---- writing into a document ---------------------------------------------------------------


class _Writer:
    """Puts blocks where a cursor stands. The first goes into the block it stands in."""

    def __init__(self, cursor: QTextCursor, note: int) -> None:
        self._cursor, self._note, self._fresh = cursor, note, True

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            match block:
                case Paragraph(runs):
                    self._line(runs, block_format())
                case Heading(level, runs):
                    self._line(runs, block_format(level))
                case Note(paragraphs):
                    self._note += 1
                    for paragraph in paragraphs:
                        self._line(paragraph.runs, block_format(0, self._note))
                case ListBlock():
                    self._list(block, 1)

    def _list(self, block: ListBlock, depth: int) -> None:
        made: QTextList | None = None
        for item in block.items:
            self._line(item.runs, block_format())
            if made is None:
                made = self._cursor.createList(list_format(ordered=block.ordered, depth=depth))
            else:
                made.add(self._cursor.block())
            for child in item.children:
                self._list(child, min(depth + 1, MAX_DEPTH))

    def _line(self, runs: Runs, look: QTextBlockFormat) -> None:
        if self._fresh:
            self._fresh = False
            self._cursor.setBlockFormat(look)
        else:
            self._cursor.insertBlock(look, QTextCharFormat())
        leave_list(self._cursor.block())
        write_runs(self._cursor, runs)


def list_of(block: QTextBlock) -> QTextList | None:
    """The list a block is a point of."""
    return block.textList()


def leave_list(block: QTextBlock) -> None:
    """Take a block out of the list it inherited."""
    inside = list_of(block)
    if inside is not None:
        inside.remove(block)


def write_runs(cursor: QTextCursor, runs: Runs) -> None:
    """Put runs where the cursor stands."""
    for run in runs:
        words = clean(run.text).replace("\n", BREAK).replace("\u2029", BREAK)
        cursor.insertText(words, char_format(run))


def write_blocks(cursor: QTextCursor, blocks: Iterable[Block]) -> None:
    """Put blocks where the cursor stands; the first takes over the cursor's own block."""
    _Writer(cursor, last_note(cursor.document())).blocks(blocks)


def last_note(document: QTextDocument) -> int:
    """The highest number a note of the document has."""
    return max((note_of(block) for block in each_block(document)), default=0)


def fill(document: QTextDocument, text: RichText) -> None:
    """Make a document show a text and nothing else, without a step of undo."""
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    cursor.setBlockFormat(block_format())
    write_blocks(cursor, text)
    document.setUndoRedoEnabled(True)
    document.setModified(False)


# ---- reading a document --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Point:
    """A block that is a point of a list."""

    depth: int
    ordered: bool
    inside: int
    runs: Runs


def each_block(document: QTextDocument) -> Iterator[QTextBlock]:
    """The blocks in order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def note_of(block: QTextBlock) -> int:
    """The number of the note a block is in, 0 for none."""
    return int(block.blockFormat().property(NOTE) or 0)


def run_of(words: str, look: QTextCharFormat) -> Text:
    """The run a fragment is."""
    align = QTextCharFormat.VerticalAlignment
    href = look.anchorHref() if look.isAnchor() else ""
    lost = look.isAnchor() and not is_link(href)  # its line goes with it
    return Text(
        clean(words.replace(BREAK, "\n").replace("\u2029", "\n").replace(_OBJECT, "")),
        bold=look.fontWeight() >= _BOLD_FROM,
        italic=look.fontItalic(),
        underline=look.fontUnderline() and not lost,
        sub=look.verticalAlignment() == align.AlignSubScript,
        sup=look.verticalAlignment() == align.AlignSuperScript,
        href=href if is_link(href) else "",
        lang=str(look.property(LANG) or ""),
        secret=bool(look.property(SECRET)),
        ref=str(look.property(REF) or ""),
    )


def runs_in(block: QTextBlock) -> Runs:
    """The runs of a block."""
    runs: list[Text] = []
    place = block.begin()
    while not place.atEnd():
        piece = place.fragment()
        runs.append(run_of(piece.text(), piece.charFormat()))
        place += 1
    return merge(runs)


def read(document: QTextDocument) -> RichText:
    """The text a document shows. An empty document is an empty text."""
    blocks: list[Block] = []
    points: list[_Point] = []
    note, number = list[Paragraph](), 0
    for block in each_block(document):
        inside, runs = list_of(block), runs_in(block)
        here = 0 if inside is not None else note_of(block)
        if points and inside is None:
            blocks += _nest(points)
            points = []
        if note and here != number:
            blocks.append(Note(tuple(note)))
            note = []
        number = here
        if inside is not None:
            look = inside.format()
            depth = min(max(1, look.indent()), MAX_DEPTH)
            points.append(_Point(depth, is_ordered(look.style()), inside.objectIndex(), runs))
        elif here:
            note.append(Paragraph(runs))
        else:
            blocks.append(_line(block.blockFormat().headingLevel(), runs))
    blocks += _nest(points)
    if note:
        blocks.append(Note(tuple(note)))
    return () if blocks == [Paragraph()] else tuple(blocks)


def _line(level: int, runs: Runs) -> Block:
    if not level:
        return Paragraph(runs)
    return Heading(2 if level <= 2 else 3, runs)  # noqa: PLR2004  # the subset has h2 and h3


def _nest(points: list[_Point]) -> list[ListBlock]:
    """Points with depths as lists in lists."""
    blocks: list[ListBlock] = []
    n = 0
    while n < len(points):
        first = points[n]
        items: list[ListItem] = []
        while n < len(points) and points[n].depth == first.depth and _same(points[n], first):
            runs = points[n].runs
            start = n = n + 1
            while n < len(points) and points[n].depth > first.depth:
                n += 1
            items.append(ListItem(runs, tuple(_nest(points[start:n]))))
        blocks.append(ListBlock(first.ordered, tuple(items)))
    return blocks


def _same(one: _Point, other: _Point) -> bool:
    return one.inside == other.inside


# ---- rich paste ----------------------------------------------------------------------------


class _Foreign(QTextDocument):
    """A document that fetches nothing."""

    def loadResource(self, type: int, name: object) -> object:  # Qt's own name
        return None


def from_html(html: str) -> RichText:
    """Pasted HTML, reduced to the subset. Nothing is loaded; tables leave their words."""
    document = _Foreign()
    document.setUndoRedoEnabled(False)
    document.setHtml(html)
    blocks = [_reduced(block) for block in read(document)]
    while blocks and blocks[-1] == Paragraph():  # a table leaves one behind it
        blocks.pop()
    return tuple(blocks)


def _reduced(block: Block) -> Block:
    """Without what the look of a heading or link brought along."""
    match block:
        case Heading(level, runs):
            return Heading(level, merge(replace(_unlined(run), bold=False) for run in runs))
        case Paragraph(runs):
            return Paragraph(merge(map(_unlined, runs)))
        case _:
            return block


def _unlined(run: Text) -> Text:
    return replace(run, underline=False) if run.href else run
