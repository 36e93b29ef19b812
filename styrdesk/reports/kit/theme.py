"""The look of every print in one frozen value: colours, type sizes, spacing (points)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken

MM: Final = 72 / 25.4
WHITE: Final = "#FFFFFF"
LEAST_CONTRAST: Final = 4.5
"""WCAG 2.1 criterion 1.4.3, text of ordinary size."""

Align = Literal["left", "right", "center"]
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


def rgb(color: str) -> tuple[float, float, float]:
    """The parts of "#0B4F6C" between 0 and 1."""
    red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _luminance(color: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(color)]  # noqa: PLR2004  # WCAG's own constants
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast between two colours, 1 to 21 (WCAG 2.1)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(color: str, share: float) -> str:
    """The colour thinned with white; share 0 is white, 1 the colour itself."""
    return "#" + "".join(f"{round(255 * (1 - share * (1 - part))):02X}" for part in rgb(color))


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph is set. Sizes and spaces in points.

    Attributes:
        balanced: Whether its lines are made about equally long.
        room: Share of the page that must be free for the paragraph to start on it.
        box: Size of the boxes to tick where it is not that of the letters.
    """

    size: float
    leading: float
    color: str
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 0
    align: Align = "left"
    hyphenate: bool = False
    balanced: bool = False
    keep_next: bool = False
    room: float = 0
    box: float = 0


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours and measures. A municipality may set the two first colours, nothing else.

    Raises:
        RuleBroken: A colour is no "#RRGGBB" or is too pale to be read on white.
    """

    primary: str = "#0B4F6C"
    accent: str = "#B85C00"
    ink: str = "#1B1F23"
    muted: str = "#4D5A63"
    rule: str = "#9FB3BF"
    axis: str = "#6F8593"
    zebra: str = "#F4F7F9"
    watermark: str = "#EDF1F3"
    left: float = 30 * MM
    right: float = 25 * MM
    top: float = 26 * MM
    bottom: float = 22 * MM
    measure: float = 142 * MM
    chapter_room: float = 0.25
    compact: bool = False
    """Whether a print has no chapters, only headings: smaller, and closer to one another."""
    by_pen: bool = False
    """Whether cells are filled in by pen: room for a hand, and boxes that are easy to hit."""
    smallest: float = field(default=8.0, init=False)

    def __post_init__(self) -> None:
        for name in ("primary", "accent"):
            color = getattr(self, name)
            if not _HEX.fullmatch(color):
                raise RuleBroken(_("Write the colour as # and six digits, like #0B4F6C."), name)
            if contrast(color, WHITE) < LEAST_CONTRAST:
                message = _("The colour {color} is too pale to be read on white paper.")
                raise RuleBroken(message.format(color=color), name)

    @property
    def tint(self) -> str:
        """The pale ground of table heads and boxes."""
        return mix(self.primary, 0.115)

    @property
    def on_tint(self) -> str:
        """Text on `tint`: the primary colour, or ink where that would be too pale."""
        readable = contrast(self.primary, self.tint) >= LEAST_CONTRAST
        return self.primary if readable else self.ink

    # ---- styles ----------------------------------------------------------------------------
    @property
    def body(self) -> TextStyle:
        """Running text."""
        return TextStyle(10.5, 14.5, self.ink, after=6, hyphenate=True)

    @property
    def lead(self) -> TextStyle:
        """The first paragraph of a document or chapter."""
        return TextStyle(12, 17, self.ink, after=9, hyphenate=True)

    @property
    def title(self) -> TextStyle:
        """The document's title."""
        return TextStyle(32, 37, self.primary, bold=True, after=8, balanced=True)

    @property
    def subtitle(self) -> TextStyle:
        """Under the title."""
        return TextStyle(15, 20, self.ink, after=4, balanced=True)

    @property
    def sender(self) -> TextStyle:
        """The municipality's name on a cover without its logo."""
        return TextStyle(13.5, 17, self.primary, bold=True)

    def heading(self, level: int) -> TextStyle:
        """Chapter (1), section (2), sub-section (3)."""
        third = TextStyle(11, 15, self.ink, bold=True, balanced=True, keep_next=True)
        if level == 1 and self.compact:
            return replace(third, size=14.5, leading=19, color=self.primary, before=16, after=4)
        if level == 1:
            room = self.chapter_room
            return replace(
                third, size=21, leading=25, color=self.primary, before=26, after=9, room=room
            )
        if level == 2:  # noqa: PLR2004
            size = 12.0 if self.compact else 13.5
            return replace(third, size=size, leading=17, before=14, after=3)
        return replace(third, before=10, after=2)

    @property
    def item(self) -> TextStyle:
        """A point of a list."""
        return replace(self.body, after=3)

    @property
    def caption(self) -> TextStyle:
        """Over a table, picture or chart."""
        return TextStyle(
            9.5, 13, self.ink, bold=True, before=8, after=4, balanced=True, keep_next=True
        )

    @property
    def source(self) -> TextStyle:
        """Notes under a table or picture."""
        return TextStyle(8.5, 11.5, self.muted, before=3, after=0)

    @property
    def cell(self) -> TextStyle:
        """A table's cell."""
        if self.by_pen:
            return TextStyle(9.5, 13.5, self.ink, hyphenate=True, box=16)
        return TextStyle(9.5, 12.5, self.ink, hyphenate=True)

    @property
    def cell_head(self) -> TextStyle:
        """A table's head."""
        return TextStyle(9.5, 12.5, self.on_tint, bold=True)

    @property
    def meta(self) -> TextStyle:
        """Facts on the cover."""
        return TextStyle(10, 14, self.muted)

    @property
    def running(self) -> TextStyle:
        """Header and footer."""
        return TextStyle(8.5, 11, self.muted)
