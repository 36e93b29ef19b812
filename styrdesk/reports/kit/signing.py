"""Lines for signatures, each with its role, and an empty electronic field where asked for."""

from __future__ import annotations

from styrdesk.base.i18n import _
from styrdesk.reports.kit import fonts
from styrdesk.reports.kit.clean import one_line
from styrdesk.reports.kit.flow import Block
from styrdesk.reports.kit.lines import Line, Look, break_lines, pieces_of
from styrdesk.reports.kit.parts import SignatureRow
from styrdesk.reports.kit.sheet import Placed, Sheet
from styrdesk.reports.kit.structure import Element
from styrdesk.reports.kit.theme import TextStyle, Theme
from styrdesk.reports.kit.words import Words, line_of, plain

_LABEL = 8.5
_LINES = (58.0, 100.0)
"""How far below the block's top the two lines stand, points; lower where words need more lines."""
_LEADING = 14.0
_GUTTER = 24.0


class SignatureBlock(Block):
    """Role, a line for the signature, name in print, place and date."""

    _HEIGHT = 116.0

    def __init__(
        self, row: SignatureRow, theme: Theme, parent: Element, language: str, number: int = 0
    ) -> None:
        """Args: number: counts the electronic fields from 1; 0 for none."""
        self._row = row
        self._theme = theme
        self._half = (theme.measure - _GUTTER) / 2
        self._roles = self._broken(row.role, theme.measure, language, is_role=True)
        self._names = self._broken(row.name, self._half, language, is_role=False)
        self._number = number
        self._role = parent.child("P")
        self._written = parent.child("P") if one_line(row.name) else None
        self._labels = [parent.child("P") for _each in range(4 if number else 3)]
        self._form = parent.child("Form") if number else None
        self.after = 14

    def height(self, width: float) -> float:
        """A hand's room, and what more the words need."""
        return self._HEIGHT + self._down()[1] - _LINES[1]

    def _broken(self, words: Words, width: float, language: str, *, is_role: bool) -> list[Line]:
        style = TextStyle(11 if is_role else 10.5, _LEADING, self._theme.ink, bold=is_role)
        return break_lines(pieces_of(line_of(words), style, style.color), width, language)

    def _down(self) -> tuple[float, float]:
        signed = _LINES[0] + (len(self._roles) - 1) * _LEADING
        return signed, signed + _LINES[1] - _LINES[0] + (len(self._names) - 1) * _LEADING

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """The lines and what they are for."""
        half, (signed, printed) = self._half, self._down()
        right = x + half + _GUTTER
        self._words(sheet, self._role, (x, top - 13), self._roles)
        if self._written is not None:
            first = top - printed + 4 + (len(self._names) - 1) * _LEADING
            self._words(sheet, self._written, (x, first), self._names)
        texts = (_("Signature"), _("Name in print"), _("Place and date"), _("Electronic signature"))
        places = ((x, signed), (x, printed), (right, signed), (right, printed))
        for owner, text, (at, down) in zip(self._labels, texts, places, strict=False):
            if text != texts[3]:
                with sheet.artifact():
                    sheet.line(at, top - down, at + half, top - down, self._theme.axis, 0.7)
            with sheet.tagged(owner):
                sheet.text(
                    at, top - down - 11, text, Look(fonts.name_of(), _LABEL, self._theme.muted)
                )
        if self._form is not None:
            box = (right, top - printed, right + half, top - signed - 17)
            self._field(sheet, self._form, box)

    def _words(
        self, sheet: Sheet, owner: Element, place: tuple[float, float], lines: list[Line]
    ) -> None:
        """The writer's words."""
        x, y = place
        placed = [Placed(x, y - n * _LEADING, line) for n, line in enumerate(lines)]
        sheet.lines(placed, owner, {})

    def _field(self, sheet: Sheet, owner: Element, box: tuple[float, float, float, float]) -> None:
        with sheet.artifact():
            wide, high = box[2] - box[0], box[3] - box[1]
            sheet.frame(box[0], box[1], wide, high, self._theme.axis, 0.5)
        tip = _("Electronic signature: {role}").format(role=one_line(plain(self._row.role)))
        sheet.signature_field(owner, box, f"signature{self._number}", tip)
