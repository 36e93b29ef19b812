"""From parts to blocks: grows the structure tree in reading order, keeps secrets.

The whole tree is made before anything is drawn; drawing only adds marks to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from styrdesk.base.i18n import _
from styrdesk.domain import richtext
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.richtext import RichText, Runs, Text
from styrdesk.reports.kit import parts as p
from styrdesk.reports.kit.charts import ChartBlock, ChartsBlock, has_values, rows_of
from styrdesk.reports.kit.clean import one_line
from styrdesk.reports.kit.flow import Block
from styrdesk.reports.kit.flowchart import FlowBlock
from styrdesk.reports.kit.frontmatter import CoverBlock, Entry, FactsBlock, list_of
from styrdesk.reports.kit.lists import Lists
from styrdesk.reports.kit.pictures import PictureBlock
from styrdesk.reports.kit.rows import captioned
from styrdesk.reports.kit.sender import SenderBlock
from styrdesk.reports.kit.sheet import A4, Sheet
from styrdesk.reports.kit.signing import SignatureBlock
from styrdesk.reports.kit.structure import Element
from styrdesk.reports.kit.tables import TableBlock
from styrdesk.reports.kit.textblocks import BoxedBlock, GapBlock, HeadingBlock, TextBlock
from styrdesk.reports.kit.theme import TextStyle, Theme
from styrdesk.reports.kit.words import Tongues, Words, line_of, own, plain, runs

_DEEPEST = 3


class Teller:
    """Makes the blocks of a document."""

    def __init__(self, sheet: Sheet, theme: Theme, tongues: Tongues, *, show_secret: bool) -> None:
        self._sheet = sheet
        self._theme = theme
        self._language, self._foreign = tongues.content, tongues.foreign
        self._show_secret = show_secret
        self._blocks: list[Block] = []
        self._parent = sheet.root
        self._level = 0
        self._places = 0
        self._fields = 0
        self._entry = Entry("", "", "", 0)
        self._entries: list[Entry] = []
        self._contents: list[tuple[int, p.Contents, Element]] = []
        self._broad = False

    def tell(self, parts: Sequence[p.Part]) -> list[Block]:
        """The blocks, in order."""
        if not parts or not isinstance(parts[0], p.Cover | p.Title):
            raise ValueError("a document begins with Cover or Title")
        headings = (part for part in parts if isinstance(part, p.Heading))
        self._sheet.promised.update(part.key for part in headings if part.key)
        for part in parts:
            start = len(self._blocks)
            self._one(part)
            for block in self._blocks[start:]:
                block.landscape = block.landscape or self._broad
                block.keep_next = block.keep_next or getattr(part, "keep", False)
        for place, contents, toc in reversed(self._contents):
            entries = [entry for entry in self._entries if entry.level <= contents.levels]
            self._blocks[place:place] = list_of(entries, self._theme, toc, self._language)
        return self._blocks

    def _one(self, part: p.Part) -> None:  # noqa: C901, PLR0912  # a flat table of the parts
        match part:
            case p.Cover():
                cover = CoverBlock(part, self._theme, self._parent, self._language)
                self._blocks.append(cover)
            case p.Title():
                self._title(part)
            case p.InfoBox():
                self._facts(part.title, part.rows, chapter=part.chapter)
            case p.Contents():
                self._list_contents(part)
            case p.Heading():
                self._heading(part.text, part.level, one_line(part.number), part.key)
                self._blocks[-1].new_page = part.new_page
                self._blocks[-1].room = part.room or self._blocks[-1].room
                self._entries.append(self._entry)
            case p.Prose():
                self._prose(part)
            case p.TableSpec():
                self._table(part)
            case p.Picture():
                self._picture(part)
            case p.FlowChart():
                self._flow(part)
            case p.IndicatorChart():
                self._chart(part)
            case p.ChartRow():
                self._charts(part)
            case p.Signatures():
                self._signatures(part)
            case p.NewPage():
                self._broad = part.orientation == "landscape"
                self._blocks.append(GapBlock(0, new_page=True))
            case p.Gap():
                self._blocks.append(GapBlock(part.height))

    # ---- text ------------------------------------------------------------------------------
    def _text(self, words: Words, style: TextStyle, owner: Element) -> TextBlock:
        block = TextBlock(self._open(runs(words)), style, self._theme, owner, self._language)
        self._blocks.append(block)
        return block

    def _open(self, runs: Runs) -> Runs:
        """The runs without what is secret, unless it may be shown, and without dead links."""
        if not any(run.secret or run.href for run in runs):
            return runs
        return tuple(self._opened(run) for run in runs)

    def _opened(self, run: Text) -> Text:
        if run.secret and not self._show_secret:
            return Text(_("[confidential]"), bold=run.bold)
        dead = run.href.startswith("#") and run.href[1:] not in self._sheet.promised
        return replace(run, href="") if dead else run

    def _title(self, part: p.Title) -> None:
        if part.is_headed:
            head = SenderBlock(part, self._theme, self._parent, self._language)
            self._blocks.append(head)
        style = replace(self._theme.title, size=24, leading=29, keep_next=True)
        self._text(one_line(part.text) or "-", style, self._parent.child("H1"))
        if part.subtitle:
            self._text(
                part.subtitle,
                replace(self._theme.subtitle, size=12, leading=16, after=12),
                self._parent.child("P"),
            )

    def _prose(self, part: p.Prose) -> None:
        text = part.text if not isinstance(part.text, str) else richtext.from_plain(part.text)
        for block in text:
            self._rich(block, self._theme.lead if part.lead else self._theme.body)

    def _rich(self, block: richtext.Block, style: TextStyle) -> None:
        match block:
            case richtext.Paragraph(runs):
                if any(run.text.strip() for run in runs):
                    self._text(runs, style, self._parent.child("P"))
            case richtext.Heading(level, runs):
                words = one_line("".join(run.text for run in self._open(runs)))
                if words:
                    self._heading(words, level, "")
            case richtext.ListBlock():
                lists = Lists(self._theme, self._language, self._open)
                self._blocks.extend(lists.blocks(block, self._parent))
            case richtext.Note(paragraphs):
                self._note(paragraphs)

    def _note(self, paragraphs: RichText) -> None:
        note = self._parent.child("Div")  # PDF's own Note is a footnote, answering a reference
        style = replace(self._theme.body, size=10, leading=14, after=0)
        made = [
            BoxedBlock(self._open(one.runs), style, self._theme, note.child("P"), self._language)
            for one in paragraphs
            if isinstance(one, richtext.Paragraph)
        ]
        for block in made:
            block.ground, block.bar = self._theme.tint, self._theme.primary
            block.indent = 12.0
            block.first, block.last = block is made[0], block is made[-1]
            block.before, block.after = (9, 0) if block.first else (0, 0)
        if made:
            made[-1].after = 12
        self._blocks.extend(made)

    # ---- headings --------------------------------------------------------------------------
    def _heading(self, text: Words, level: int, number: str, key: str = "") -> None:
        """A heading; its level is never more than one below the one before it."""
        level = max(1, min(level, self._level + 1, _DEEPEST))
        self._level = level
        if level == 1:
            self._parent = self._sheet.root.child("Sect")
        self._places += 1
        key = key or f"place{self._places}"
        words = line_of(text) or (Text("\u2013"),)
        style = self._theme.heading(level)
        owner = self._parent.child(f"H{level + 1}")
        block = HeadingBlock(words, style, self._theme, owner, self._language)
        block.set_number(number)
        block.key, block.depth = key, level - 1
        block.bookmark = f"{number} {plain(words)}".strip()
        self._sheet.promised.add(key)
        self._blocks.append(block)
        self._entry = Entry(number, plain(words), key, level)

    def _front_heading(self, title: Words) -> None:
        """The heading of what stands before the chapters: not in the list of contents."""
        self._heading(title, 1, "")
        self._blocks[-1].room = 0

    def _list_contents(self, part: p.Contents) -> None:
        self._front_heading(own(part.title))
        toc = self._parent.child("TOC")
        self._contents.append((len(self._blocks), part, toc))

    # ---- things ----------------------------------------------------------------------------
    def _caption(self, words: Words, owner: Element) -> None:
        self._text(line_of(words) or "\u2013", self._theme.caption, owner)

    def _facts(
        self, title: Words, rows: Sequence[tuple[Words, Words]], *, chapter: bool = False
    ) -> None:
        if chapter:  # the heading names the table; a caption would say it once more
            self._front_heading(title)
        owner = self._parent.child("Table", attributes=_summary(plain(title) if chapter else ""))
        if not chapter:
            self._caption(title, owner.child("Caption"))
        self._blocks.append(FactsBlock(rows, self._theme, owner, self._language))

    def _table(self, spec: p.TableSpec) -> None:
        if all(row.kind is not p.RowKind.BODY for row in spec.rows):  # heads and sums of nothing
            self._caption(spec.caption, self._parent.child("P"))
            self._text(
                own(_("Nothing is written here yet.")), self._theme.body, self._parent.child("P")
            )
            return
        owner = self._parent.child("Table", attributes=_summary(spec.summary))
        start = len(self._blocks)
        self._caption(captioned(spec), owner.child("Caption"))
        theme = replace(self._theme, by_pen=spec.by_pen)
        table = TableBlock(self._masked(spec), theme, owner, self._language)
        self._blocks[start].landscape = table.landscape
        self._blocks.append(table)
        for number, note in enumerate(spec.notes):
            block = self._text(note, self._theme.source, self._parent.child("P"))
            block.landscape = table.landscape
            if number == 0:
                table.after = 3
            block.after = 14 if number + 1 == len(spec.notes) else 0

    def _masked(self, spec: p.TableSpec) -> p.TableSpec:
        rows = tuple(
            replace(row, cells=tuple(self._open(runs(cell)) for cell in row.cells))
            for row in spec.rows
        )
        return replace(spec, rows=rows)

    def _picture(self, part: p.Picture) -> None:
        if part.caption:
            self._caption(part.caption, self._parent.child("P"))
        owner = self._parent.child(
            "Figure",
            alt=one_line(part.alt) or _("Picture without a description"),
            language=self._foreign if one_line(part.alt) else "",
        )
        width = A4[0] - self._theme.left - self._theme.right
        try:
            block = PictureBlock(part.data, owner, (width, part.max_height))
        except RuleBroken as error:
            where = one_line(part.caption) or self._entry.text
            message = f"{where}: {error.message}" if where else error.message
            raise RuleBroken(message, error.field) from error
        self._blocks.append(block)

    def _flow(self, part: p.FlowChart) -> None:
        if part.boxes:
            alt = one_line(part.alt) or "\u2013"
            owner = self._parent.child("Figure", alt=alt, language=self._foreign)
            self._blocks.append(FlowBlock(part.boxes, self._theme, owner, self._language))

    def _chart(self, part: p.IndicatorChart) -> None:
        self._caption(part.caption, self._parent.child("P"))
        if has_values(part):
            owner = self._parent.child("Figure")
            self._blocks.append(ChartBlock(part, self._theme, owner))
        else:
            self._text(
                own(_("There are no values yet.")), self._theme.body, self._parent.child("P")
            )

    def _charts(self, part: p.ChartRow) -> None:
        with_values = [chart for chart in part.charts if has_values(chart)]
        width = A4[0] - self._theme.left - self._theme.right
        for row, count in rows_of(with_values, self._theme, width):
            self._blocks.append(ChartsBlock([self._captioned(chart) for chart in row], count))
        for chart in part.charts:
            if not has_values(chart):
                self._chart(chart)

    def _captioned(self, chart: p.IndicatorChart) -> tuple[TextBlock, ChartBlock]:
        """A caption of its own width, and the chart under it."""
        words, style = one_line(chart.caption) or "\u2013", self._theme.caption
        owner = self._parent.child("P")
        caption = TextBlock(runs(words), style, self._theme, owner, self._language)
        return caption, ChartBlock(chart, self._theme, self._parent.child("Figure"))

    def _signatures(self, part: p.Signatures) -> None:
        if part.intro:
            self._caption(part.intro, self._parent.child("P"))
        for row in part.rows:
            self._fields += part.fields
            number = self._fields if part.fields else 0
            self._blocks.append(
                SignatureBlock(row, self._theme, self._parent, self._language, number)
            )
        if part.adjustment:
            self._facts(own(_("Adjustment")), part.adjustment)


def _summary(text: str) -> str:
    """The attributes of a table that is summed up in words."""
    told = one_line(text).encode("utf-16-be").hex().upper()
    return f"<</O/Table/Summary <FEFF{told}>>>" if told else ""
