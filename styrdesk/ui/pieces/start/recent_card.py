"""The chapters one worked in last, to go on in."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtWidgets import QVBoxLayout

from styrdesk.base.i18n import _
from styrdesk.services.recent import Place, worked_in
from styrdesk.ui.kit.buttons import link
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.layout import box, col, empty
from styrdesk.ui.kit.moments import moment
from styrdesk.ui.kit.piece import PageContext, Where
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.pieces.start.todo import Reader, chapter_target

_MOST: Final = 3


class RecentCard(Card):
    """Hidden while one has not worked in any open plan."""

    def __init__(self, context: PageContext) -> None:
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        super().__init__(col(text(_("Go on where you were"), "h2"), box(self._rows), gap=8))
        self._context = context

    def refresh(self, reader: Reader, committee_id: str, person: str) -> None:
        """Show the places of the nämnd's open plans."""
        services = self._context.services
        plans = services.plans.plans(committee_id) if committee_id else ()
        documents = [reader.document(plan.id) for plan in plans if not plan.is_final]
        places = worked_in(services.file, documents, person, _MOST)
        self.setVisible(bool(places))
        empty(self._rows)
        for place in places:
            name = link(place.title, name="go_on")
            name.clicked.connect(partial(self._go, Where(committee_id, place.year), place))
            when = moment(place.at, services.clock.now())
            plan = _("Committee plan {year}").format(year=place.year)
            self._rows.addWidget(box(col(name, quiet(f"{plan} · {when}"), gap=0)))

    def _go(self, where: Where, place: Place, _on: bool = False) -> None:  # noqa: FBT001, FBT002  # clicked
        self._context.shell.choose(where)
        self._context.shell.go(chapter_target(place.chapter_id))
