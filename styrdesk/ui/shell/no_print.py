"""Says where something can be printed, to one who asks for a print where there is none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.cards import Banner
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
        self._pieces = pieces
        self._to = Target("", "")
        self.go = button("", name="go_to_print")
        self.go.clicked.connect(self._go)
        self.banner = Banner("info", "", "", [self.go])
        self.setLayout(row((self.banner, 1), pad=(16, 12, 16, 0)))
        self.hide()

    def tell(self, piece: str, page: str) -> None:
        """Say it on a page.

        Args:
            piece: Key of the tab that is on.
            page: Key of the page.
        """
        found = [
            (Target(spec.key, one.key), _(spec.title), _(one.title))
            for spec in self._pieces
            for one in spec.pages()
            if one.prints
        ]
        here = (piece, page) in [(target.piece, target.page) for target, _tab, _page in found]
        self.go.setVisible(bool(found) and not here)
        if here or not found:
            self.banner.say("info", _("There is nothing to print here yet"))
        else:
            self._to = found[0][0]
            words = _("Show {page}").format(page=found[0][2])
            self.go.setText(words.replace("&", "&&"))
            self.go.setAccessibleName(words)
            places = "; ".join(f"{tab}, {title}" for _target, tab, title in found)
            said = _("This can be printed: {places}.").format(places=places)
            self.banner.say("info", _("This page has no print"), said)
        self.show()

    def _go(self) -> None:
        self.go_wanted.emit(self._to)
