"""Says where something can be printed, to one who asks for a print where there is none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.layout import row
from styrdesk.ui.kit.piece import PieceSpec, Target


class NoPrint(QWidget):
    """Shown until one goes on to another page.

    Args:
        pieces: The tabs, whose pages tell whether they have a print.

    Attributes:
        go_wanted: The button was pressed: the place to go to.
    """

    go_wanted = Signal(object)

    def __init__(self, pieces: Sequence[PieceSpec]) -> None:
        super().__init__()
        self._found = [
            (Target(spec.key, page.key), f"{_(spec.title)}, {_(page.title)}", _(page.title))
            for spec in pieces
            for page in spec.pages()
            if page.prints
        ]
        self._to = Target("", "")
        first = self._found[0][2] if self._found else ""
        self.go = button(_("Show {page}").format(page=first), name="go_to_print")
        self.go.clicked.connect(self._go)
        self.banner = Banner("info", "", "", [self.go])
        self.setLayout(row((self.banner, 1), pad=(16, 12, 16, 0)))
        self.hide()

    def tell(self, piece: str, page: str) -> None:
        """Say it on a page, and lead to one in the same tab where there is one.

        Args:
            piece: Key of the tab that is on.
            page: Key of the page.
        """
        here = any((to.piece, to.page) == (piece, page) for to, _place, _title in self._found)
        elsewhere = bool(self._found) and not here
        self.go.setVisible(elsewhere)
        if elsewhere:
            near = (one for one in self._found if one[0].piece == piece)
            self._to, _place, title = next(near, self._found[0])
            self.go.setText(_("Show {page}").format(page=title))
            places = "; ".join(place for _to, place, _title in self._found)
            said = _("This can be printed: {places}.").format(places=places)
            self.banner.say("info", _("This page has no print"), said)
        else:
            self.banner.say("info", _("There is nothing to print here yet"))
        self.show()

    def _go(self) -> None:
        self.go_wanted.emit(self._to)
