"""Says that something on the page cannot be kept, and offers to take it away."""

from __future__ import annotations

from collections.abc import Callable

from styrdesk.base.i18n import _
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button


class WrongBanner(Banner):
    """Hidden until one tries to leave what cannot be kept.

    Args:
        drop: Takes back all that cannot be kept.
    """

    def __init__(self, drop: Callable[[], object]) -> None:
        take_away = button(_("Take it away"), "quiet", name="drop_wrong")
        take_away.clicked.connect(drop)
        super().__init__(
            "bad",
            _("Something here cannot be kept as it is written"),
            _("It is marked where it stands. Mend it or take it away, and then go on."),
            [take_away],
        )
        self.hide()
