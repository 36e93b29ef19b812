"""What a report is made of: frozen values, told in reading order, without a thought of pages.

Texts are plain text or rich text from `styrdesk.domain.richtext`; both print exactly as written.
They are the writer's words; the program's are made by `words.own`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import Enum
from typing import Final, Literal, TypeVar

from styrdesk.domain.richtext import RichText
from styrdesk.reports.kit.clean import one_line
from styrdesk.reports.kit.theme import Align
from styrdesk.reports.kit.words import Words, plain

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Logo:
    """The municipality's mark: PNG or JPEG bytes and whose it is ("Storköpings kommun")."""

    data: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page. Its title is the document's H1.

    Attributes:
        number: The reference number in the register (Dnr).
        facts: Lines standing on the bottom margin, as (label, value): "Adopted by", date ...
        municipality: Its name, written where no logo tells it.
    """

    title: str
    committee: str = ""
    period: str = ""
    number: str = ""
    facts: tuple[tuple[Words, Words], ...] = ()
    logo: Logo | None = None
    municipality: str = ""


@dataclass(frozen=True, slots=True)
class Sender:
    """Whom a print without a cover comes from."""

    municipality: str = ""
    committee: str = ""
    logo: Logo | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a print without a cover: the document's H1.

    Attributes:
        keep: Whether it stands on the page of what comes after it, and lies as that does.
        facts: What is told beside the sender, as (label, value): date, reference number.
        sender: Stands above it, in the place of the running head.
    """

    text: str
    subtitle: str = ""
    keep: bool = False
    facts: tuple[tuple[Words, Words], ...] = ()
    sender: Sender = field(default_factory=Sender)

    @property
    def is_headed(self) -> bool:
        """Whether anything stands above it."""
        names = one_line(self.sender.municipality + self.sender.committee)
        return bool(self.sender.logo or self.facts or names)


@dataclass(frozen=True, slots=True)
class InfoBox:
    """Facts about the document in a box: label and value.

    Attributes:
        chapter: Whether its title is set as that of a chapter.
    """

    title: Words
    rows: tuple[tuple[Words, Words], ...]
    chapter: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of contents: chapters, and sections where levels is 2."""

    title: str
    levels: int = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """A chapter (level 1, read as H2), section (2) or sub-section (3).

    Attributes:
        number: Its number as the document counts ("7.2", "Bilaga A"), or empty.
        key: A name to link to as "#key".
        new_page: Whether it begins a page.
        room: Share of the page that must be free for it to stand there; 0 for the theme's own.
    """

    text: str
    level: int = 1
    number: str = ""
    key: str = ""
    new_page: bool = False
    room: float = 0


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text; its own headings become sections under the chapter, not numbered.

    Attributes:
        lead: Whether it is set larger, as a preamble.
        keep: Whether it stands on the page of what comes after it, and lies as that does.
    """

    text: RichText | str
    lead: bool = False
    keep: bool = False


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A column.

    Attributes:
        weight: Its share of room left over; figures stand right with weight 0.
        least: Width it has at least, for a hand that writes in it. Points.
    """

    title: Words
    align: Align = "left"
    weight: float = 1
    least: float = 0


class RowKind(Enum):
    """What a table's row says."""

    BODY = "body"
    GROUP = "group"  # one cell over all columns, heading the rows after it
    SUM = "sum"
    AFTER = "after"  # what is said of the sum before it, such as the frame it is held against


@dataclass(frozen=True, slots=True)
class Row:
    """A row; a group row has one cell.

    Attributes:
        shades: How much of the primary colour each cell's ground has, 0 to 1; empty for none.
            Never the only thing that tells what it tells: it is not read aloud.
    """

    cells: tuple[Words, ...]
    kind: RowKind = RowKind.BODY
    shades: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table.

    Attributes:
        caption: What it shows; stands above and is the table's Caption.
        over_heads: Heads over several columns, as (text, columns), together all columns.
        row_heads: Whether the first cell names its row (TH).
        unit: Said after the caption ("tkr").
        notes: Under the table.
        summary: What the table shows, for one who hears it.
        zebra: Every other row tinted.
        whole: Whether it is rather put on the next page than divided.
        dense: Whether it is set in smaller type, so that all of its kind in a document are.
        by_pen: Whether it is filled in by pen.
    """

    caption: Words
    columns: tuple[ColumnSpec, ...]
    rows: tuple[Row, ...]
    over_heads: tuple[tuple[Words, int], ...] = ()
    row_heads: bool = True
    unit: str = ""
    notes: tuple[Words, ...] = ()
    summary: str = ""
    zebra: bool = True
    whole: bool = False
    dense: bool = False
    by_pen: bool = False

    def __post_init__(self) -> None:
        wide = len(self.columns)
        for row in self.rows:
            if len(row.cells) != (1 if row.kind is RowKind.GROUP else wide):
                raise ValueError(
                    f"{plain(self.caption)}: {len(row.cells)} cells, {wide} columns: {row}"
                )
        if self.over_heads and sum(columns for _text, columns in self.over_heads) != wide:
            raise ValueError(f"{plain(self.caption)}: the heads do not cover {wide} columns")

    def without_empty(self) -> TableSpec:
        """The table without the columns in which no row says anything."""
        body = [row for row in self.rows if row.kind is not RowKind.GROUP]
        said = [
            n
            for n in range(len(self.columns))
            if any(plain(row.cells[n]).strip() for row in body) or not body
        ]
        rows = (
            row if row.kind is RowKind.GROUP else replace(row, cells=_picked(row.cells, said))
            for row in self.rows
        )
        return replace(self, columns=_picked(self.columns, said), rows=tuple(rows))


def _picked(whole: tuple[_T, ...], places: list[int]) -> tuple[_T, ...]:
    return tuple(whole[n] for n in places)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: PNG or JPEG bytes, with text instead of it (alt) for one who hears it."""

    data: bytes
    alt: str
    caption: str = ""
    max_height: float = 340
    """Points."""


@dataclass(frozen=True, slots=True)
class FlowBox:
    """A box of a flow.

    Attributes:
        number: Of a step; empty for what begins or ends it.
        beside: Stands at the right of the title: who does it.
        under: Stands under the title.
    """

    number: str
    title: str
    beside: str = ""
    under: str = ""


@dataclass(frozen=True, slots=True)
class FlowChart:
    """Boxes below one another with arrows between, and the same in words for one who hears it."""

    boxes: tuple[FlowBox, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A value of an indicator at a time, None where there is none; `text` is how it is written."""

    label: str
    value: float | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorChart:
    """Outcome as bars, targets ahead as pale bars, a comparison as a dashed line.

    Right in black and white: the three differ in shape, and all values are written.

    Attributes:
        names: What outcome, target and comparison are called in the legend.
        alt: Text instead of the chart; made from the numbers where empty.
    """

    caption: str
    outcomes: tuple[Measure, ...]
    targets: tuple[Measure, ...] = ()
    comparison: tuple[Measure, ...] = ()
    names: tuple[str, str, str] = ("", "", "")
    alt: str = ""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """Charts side by side, three in a row when they are three, otherwise two."""

    charts: tuple[IndicatorChart, ...]


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """One who signs: role, and name in print where it is known."""

    role: Words
    name: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines for signatures, kept together with their heading.

    Attributes:
        adjustment: References of the adjustment (justering), as (label, value).
        fields: Whether each row also has an empty field for an electronic signature.
    """

    rows: tuple[SignatureRow, ...]
    intro: str = ""
    adjustment: tuple[tuple[Words, Words], ...] = ()
    fields: bool = False


@dataclass(frozen=True, slots=True)
class NewPage:
    """What comes next begins a page, of this orientation until the next NewPage."""

    orientation: Literal["portrait", "landscape"] = "portrait"


@dataclass(frozen=True, slots=True)
class Gap:
    """Air, in points."""

    height: float = 12


Part = (
    Cover
    | Title
    | InfoBox
    | Contents
    | Heading
    | Prose
    | TableSpec
    | Picture
    | FlowChart
    | IndicatorChart
    | ChartRow
    | Signatures
    | NewPage
    | Gap
)

_NEVER_DRAWN: Final = {
    *("alt", "summary", "whole"),
    *("key", "href", "lang", "ref", "align", "orientation"),
}


def texts_of(part: object) -> Iterator[str]:
    """Every text of a part that is drawn on paper."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from texts_of(each)
    elif is_dataclass(part):
        for one in fields(part):
            if one.name not in _NEVER_DRAWN:
                yield from texts_of(getattr(part, one.name))
