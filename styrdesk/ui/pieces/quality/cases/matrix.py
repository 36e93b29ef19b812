"""Severity × likelihood as a square of points, with the case's own place in it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.case import LIKELIHOODS, SEVERITIES
from styrdesk.domain.case_flow import escalates
from styrdesk.domain.case_type import MOST, CaseType
from styrdesk.ui.kit.paint import rrect
from styrdesk.ui.kit.theme import colour, colours, font, px

_CELL: Final = 30
_GAP: Final = 4
_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter)


class Matrix(QWidget):
    """Severity upwards, likelihood to the right; what is escalated is marked with an edge too."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("matrix")
        self._kind = CaseType("")
        self._severity = self._likelihood = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())

    def show_place(self, kind: CaseType, severity: int, likelihood: int) -> None:
        """Show where a case stands; nought for not yet."""
        self._kind, self._severity, self._likelihood = kind, severity, likelihood
        self.setAccessibleName(_("Severity and likelihood"))
        self.setAccessibleDescription(placed(severity, likelihood))
        self.update()

    def sizeHint(self) -> QSize:
        side = (MOST + 1) * px(_CELL + _GAP)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("meta"))
        for row in range(MOST):
            severity = MOST - row
            painter.setPen(colour("muted"))
            painter.drawText(self._cell(0, row), _CENTRE, str(severity))
            for column in range(1, MOST + 1):
                self._point(painter, self._cell(column, row), severity, column)
        painter.setFont(font("meta"))
        painter.setPen(colour("muted"))
        for column in range(1, MOST + 1):
            painter.drawText(self._cell(column, MOST), _CENTRE, str(column))

    def _cell(self, column: int, row: int) -> QRect:
        step = px(_CELL + _GAP)
        return QRect(column * step, row * step, px(_CELL), px(_CELL))

    def _point(self, painter: QPainter, cell: QRect, severity: int, likelihood: int) -> None:
        now, points = colours(), severity * likelihood
        grave = escalates(self._kind, severity, likelihood)
        here = (severity, likelihood) == (self._severity, self._likelihood)
        ground = now.bad_tint if grave else now.warn_tint if points >= _WATCH else now.hover
        edge = now.text if here else now.bad if grave else None
        rrect(painter, cell, fill=ground, line=edge, width=px(2) if here else 1)
        painter.setFont(font("meta_strong" if here else "meta"))
        painter.setPen(colour("bad" if grave else "text"))
        painter.drawText(cell, _CENTRE, str(points))


_WATCH: Final = 6  # points worth an eye, though nothing is escalated


def placed(severity: int, likelihood: int) -> str:
    """Where a case stands, in words."""
    if not severity or not likelihood:
        return _("Not assessed yet")
    return _("{points} of {most}: {severity} severity, {likelihood} likelihood").format(
        points=severity * likelihood,
        most=MOST * MOST,
        severity=_(SEVERITIES[severity]).lower(),
        likelihood=_(LIKELIHOODS[likelihood]).lower(),
    )
