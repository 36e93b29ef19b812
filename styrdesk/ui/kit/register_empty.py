"""What stands in a register without rows: why there are none, and the first thing to do there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from styrdesk.base.i18n import N_, _
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.cards import EmptyState
from styrdesk.ui.kit.list_spec import ListSpec


class RegisterEmpty(EmptyState):
    """Its buttons are those that fit: what must be there first, the first record, all the rows.

    Args:
        spec: The register.
        new: What makes a record is called.

    Attributes:
        create_wanted: The first record is to be made.
        all_wanted: Every filter is to be taken away.
    """

    create_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, spec: ListSpec[Any], new: str) -> None:
        self._spec = spec
        self._all = button(_("Show all"), name="show_all")
        self._first = button(new, glyph="plus", name="first")
        self._lead = button(spec.need.words if spec.need else new, "primary", name="need")
        begin = _(spec.begin.title) if spec.begin is not None else new
        self._begin = button(begin, "primary", name="begin")
        super().__init__("", "", self._lead, self._begin, self._first, self._all)
        self._all.clicked.connect(self.all_wanted)
        self._first.clicked.connect(self.create_wanted)
        self._lead.clicked.connect(self._make_needed)
        self._begin.clicked.connect(self._begin_with_many)

    def tell(self, *, filtered: bool) -> None:
        """Say why there are no rows: nothing fits the filter, or there are none yet."""
        spec = self._spec
        need = None if filtered else spec.need
        free = not filtered and need is None
        self._all.setVisible(filtered)
        self._lead.setVisible(need is not None)
        self._first.setVisible(free and spec.create is not None)
        self._begin.setVisible(free and spec.begin is not None)
        nothing = (N_("Nothing fits the filter"), "") if filtered else spec.empty
        self.say(*((need.head, need.body) if need else map(_, nothing)))

    def offer(self) -> QPushButton | None:
        """The button that makes what is to be there first; None where it is not seen."""
        return next((made for made in (self._lead, self._first) if made.isVisible()), None)

    def point_at_need(self) -> None:
        """Put the focus on what makes that which must be there first."""
        self._lead.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_needed(self) -> None:
        if self._spec.need is not None:
            self._spec.need.act()

    def _begin_with_many(self) -> None:
        if self._spec.begin is not None:
            self._spec.begin.run(())
