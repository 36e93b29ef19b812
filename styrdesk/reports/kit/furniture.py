"""What stands on every page beside the text: header, footer, watermark. All of it decoration."""

from __future__ import annotations

from dataclasses import replace
from math import cos, radians, sin

from styrdesk.base.i18n import _
from styrdesk.reports.kit import fonts
from styrdesk.reports.kit.clean import one_line
from styrdesk.reports.kit.lines import Look, shortened
from styrdesk.reports.kit.sheet import Sheet
from styrdesk.reports.kit.theme import MM, Theme

_TURN = 52


class Furniture:
    """Draws a page's header, footer and watermark."""

    def __init__(
        self,
        theme: Theme,
        left: str,
        right: str,
        watermark: str,
        foot: str = "",
        *,
        headed: bool = False,
    ) -> None:
        """Args: headed: whether the sender stands at the head of the first page."""
        self._theme, self._headed = theme, headed
        self._left, self._right = one_line(left), one_line(right)
        self._watermark, self._foot = one_line(watermark), one_line(foot)
        style = theme.running
        self._look = Look(fonts.name_of(), style.size, style.color)
        self._mark = replace(self._look, font=fonts.name_of(bold=True), color=theme.ink)

    def __call__(self, sheet: Sheet, cover: bool) -> None:  # noqa: FBT001  # Flow's protocol
        """Draw on the page that begins."""
        if self._watermark:
            self._draw_watermark(sheet)
        if not cover:
            self._header(sheet)
        self._footer(sheet, cover=cover)

    def _draw_watermark(self, sheet: Sheet) -> None:
        angle = radians(_TURN)
        wide, high = sheet.size
        unit = fonts.width(fonts.name_of(bold=True), self._watermark) or 1
        size = min(150.0, 0.72 * high / unit)
        half = unit * size / 2
        x = wide / 2 - half * cos(angle) + size * 0.3 * sin(angle)
        y = high / 2 - half * sin(angle) - size * 0.3 * cos(angle)
        turn = f"{cos(angle):.4f} {sin(angle):.4f} {-sin(angle):.4f} {cos(angle):.4f}"
        look = Look(fonts.name_of(bold=True), size, self._theme.watermark)
        with sheet.artifact("Background"):
            sheet.text(x, y, self._watermark, look, turn=turn)

    def _header(self, sheet: Sheet) -> None:
        theme = self._theme
        y, edge = sheet.size[1] - 16 * MM, sheet.size[0] - theme.right
        with sheet.artifact("Header"):
            if self._headed and sheet.page == 1:
                if self._watermark:
                    sheet.text(edge, y + 8, self._watermark, self._mark, "right")
                return
            sheet.line(theme.left, y - 6, edge, y - 6, theme.rule, 0.5)
            for text, look in ((self._right, self._look), (self._watermark, self._mark)):
                if text:  # the mark again, where no table lies over it
                    sheet.text(edge, y, text, look, "right")
                    edge -= fonts.width(look.font, text) * look.size + 12
            room = edge - theme.left - 12
            sheet.text(theme.left, y, shortened(self._left, self._look, room), self._look)

    def _footer(self, sheet: Sheet, *, cover: bool) -> None:
        if self._foot:
            with sheet.artifact("Footer"):
                sheet.text(self._theme.left, 13 * MM, self._foot, self._look)
        if cover:
            return
        number, edge = sheet.page, sheet.size[0] - self._theme.right

        def pages() -> None:
            text = _("Page {number} ({count})").format(number=number, count=sheet.pages)
            sheet.text(edge, 13 * MM, text, self._look, "right")

        with sheet.artifact("Footer"):
            sheet.late(pages)
