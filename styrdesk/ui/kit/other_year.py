"""A way from a year with nothing to tell to one that has something, by one button."""

from __future__ import annotations

from collections.abc import Collection

from styrdesk.base.i18n import _
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.piece import PageContext, Where


class OtherYear(Banner):
    """Of the year chosen in the window's head, and the one to show instead; hidden until it tells.

    Args:
        context: Of a page that shows a year.

    Attributes:
        lead: Chooses the other year in the head.
    """

    def __init__(self, context: PageContext) -> None:
        lead = button(_("Show the other year"), "quiet", name="other_year")
        super().__init__("info", "", "", [lead])
        self._context, self._year, self.lead = context, 0, lead
        lead.clicked.connect(self._choose)
        self.hide()

    def offer(self, kind: str, year: int, head: str, body: str = "") -> None:
        """Say something of a banner's kind, with the way to a year."""
        self._year = year
        self.lead.setText(_("Show {year}").format(year=year))
        self.say(kind, head, body)

    def offer_one_of(self, years: Collection[int], head: str, body: str) -> None:
        """Tell that the chosen year has nothing, where another has.

        Args:
            years: Those that have something; the latest that has begun is offered.
            head: What is told of a chosen year that has begun: what it lacks.
            body: How a year gets what is shown here.
        """
        chosen, this = self._context.year(), self._context.services.clock.today().year
        others = [year for year in years if year != chosen]
        begun = [year for year in others if year <= this]
        self.setVisible(bool(others))
        if others:
            coming = _("{year} has not begun").format(year=chosen)
            best = max(begun) if begun else min(others)
            self.offer("info", best, coming if chosen > this else head, body)

    def _choose(self) -> None:
        where = self._context.shell.where()
        self._context.shell.choose(Where(where.committee_id, self._year))
