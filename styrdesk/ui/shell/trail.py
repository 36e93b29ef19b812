"""Which pages one has been on, to go back the way one came."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from styrdesk.ui.kit.piece import Target

_LONG: Final = 50  # pages


class Trail:
    """Pages in the order they were shown. A page keeps what is open in it while one is elsewhere.

    Args:
        go: Shows a page, unless the one that is on must be mended first.
    """

    def __init__(self, go: Callable[[Target], None]) -> None:
        self._go = go
        self._been: list[Target] = []

    def note(self, piece: str, page: str) -> None:
        """A page is shown."""
        here = Target(piece, page)
        if self._been[-1:] != [here]:
            self._been = [*self._been[-_LONG:], here]

    def back(self) -> None:
        """Show the page before this one; of the first page nothing comes."""
        been = self._been
        if len(been) > 1:
            self._been = been[:-2]
            self._go(been[-2])
            if self._been[-1:] != been[-2:-1]:  # the page that is on holds what must be mended
                self._been = been
