"""What comes of a point that has failed: the ways to it, or to making it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from styrdesk.base.i18n import _
from styrdesk.ui.kit.buttons import link
from styrdesk.ui.kit.icons import icon


class Ways:
    """Two links of a point.

    Attributes:
        case: To the case that was made of it, or to make one.
        activity: The same with an activity of a plan.
    """

    def __init__(self, place: int) -> None:
        self.case = link("", name=f"act_{place}")
        self.activity = link("", name=f"plan_{place}")

    def show(self, case: str, activity: str, *, offered: bool) -> None:
        """Lead to what is there, and offer to make what is not.

        Args:
            case: The case's number; empty without one.
            activity: The activity's code or name; empty without one.
            offered: Whether they may be made.
        """
        for way, made, there, offer in (
            (self.case, case, _("Case {code}"), _("Make a deviation of it")),
            (self.activity, activity, _("Activity {code}"), _("Make an activity of it")),
        ):
            words = there.format(code=made) if made else offer if offered else ""
            way.setText(words)
            way.setAccessibleName(words)
            way.setIcon(icon("arrow-right" if made else "plus", "accent"))

    def offers(self) -> tuple[tuple[QPushButton, bool], ...]:
        """Each with whether it leads anywhere now."""
        return tuple((way, bool(way.text())) for way in (self.case, self.activity))
