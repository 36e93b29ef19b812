"""Lines for signatures, each with its role, and an empty electronic field where asked for."""

from __future__ import annotations

from styrdesk.base.i18n import _
from styrdesk.reports.kit import fonts
from styrdesk.reports.kit.clean import one_line
from styrdesk.reports.kit.flow import Block
from styrdesk.reports.kit.lines import Look
from styrdesk.reports.kit.parts import SignatureRow
from styrdesk.reports.kit.sheet import Sheet
from styrdesk.reports.kit.structure import Element
from styrdesk.reports.kit.theme import Theme


class SignatureBlock(Block):
    """Role, a line for the signature, name in print, place and date."""

    _HEIGHT = 96.0

    def __init__(self, row: SignatureRow, theme: Theme, parent: Element, number: int = 0) -> None:
        """Args: number: counts the electronic fields from 1; 0 for none."""
        self._row = row
        self._theme = theme
        self._number = number
        self._role, *self._labels = (parent.child("P") for _each in range(4))
        self._form = parent.child("Form") if number else None
        self.after = 12

    def height(self, width: float) -> float:  # noqa: ARG002
        """Fixed: a hand needs its room."""
        return self._HEIGHT

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """The lines and what they are for."""
        half = (min(width, self._theme.measure) - 24) / 2
        right = x + half + 24
        role = Look(fonts.name_of(bold=True), 11, self._theme.ink)
        small = Look(fonts.name_of(), 8.5, self._theme.muted)
        with sheet.tagged(self._role):
            sheet.text(x, top - 12, one_line(self._row.role), role)
        name = one_line(self._row.name)
        places = (
            (x, top - 52, half, _("Signature")),
            (right, top - 52, half, _("Place and date")),
            (x, top - 84, half, name or _("Name in print")),
        )
        for owner, (at, y, wide, text) in zip(self._labels, places, strict=True):
            if not (name and text == name):
                with sheet.artifact():
                    sheet.line(at, y, at + wide, y, self._theme.axis, 0.7)
            with sheet.tagged(owner):
                if name and text == name:
                    sheet.text(at, y + 4, text, Look(fonts.name_of(), 10.5, self._theme.ink))
                else:
                    sheet.text(at, y - 11, text, small)
        if self._form is not None:
            self._field(sheet, self._form, (right, top - 92, right + half, top - 68))

    def _field(self, sheet: Sheet, owner: Element, box: tuple[float, float, float, float]) -> None:
        with sheet.artifact():
            wide, high = box[2] - box[0], box[3] - box[1]
            sheet.frame(box[0], box[1], wide, high, self._theme.rule, 0.6)
        tip = _("Electronic signature: {role}").format(role=one_line(self._row.role))
        sheet.signature_field(owner, box, f"signature{self._number}", tip)
