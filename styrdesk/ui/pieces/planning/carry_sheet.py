"""The dialog that carries an earlier plan over: which plan, and what comes along."""

from __future__ import annotations

from functools import partial

from styrdesk.base.i18n import _
from styrdesk.domain.carry import PARTS, Part
from styrdesk.domain.plan import PLAN_STATUSES, Plan
from styrdesk.ui.kit.choice_fields import CheckField
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.kit.text import quiet, text


class CarrySheet(Sheet):
    """What comes along from an earlier plan; all of it, unless one says otherwise.

    Args:
        context: The page's.
        source: The earlier plan.
        year: The new plan's year.
    """

    def __init__(self, context: PageContext, source: Plan, year: int) -> None:
        head = _("A plan for {year} from the plan of {earlier}")
        super().__init__(head.format(year=year, earlier=source.year), _("Make the plan"))
        self._context, self._source, self._year = context, source, year
        self.ticks = {part: CheckField(_(words), name=part.value) for part, words in PARTS.items()}
        for tick in self.ticks.values():
            tick.set_value(True)
        said = [source.title, source.registration_number, _(PLAN_STATUSES[source.status]).lower()]
        told = _(
            "The chapters come along, with the years in their headings. What comes from the "
            "earlier plan is marked until somebody has changed it or kept it as it stands."
        )
        self.setLayout(
            col(
                text(", ".join(part for part in said if part), "h3", wrap=True),
                text(told, wrap=True),
                col(*self.ticks.values(), gap=0),
                quiet(_("Activities that are done stay behind. The earlier plan is not changed.")),
                gap=12,
            )
        )

    def parts(self) -> frozenset[Part]:
        """What is ticked."""
        return frozenset(part for part, tick in self.ticks.items() if tick.value())

    def focus_first(self) -> bool:
        next(iter(self.ticks.values())).setFocus()
        return True

    def go_on(self) -> bool:
        copy = self._context.services.carry.copy
        act = partial(copy, self._source.id, self._year, self.parts())
        return self._context.operations.run(act) is not None
