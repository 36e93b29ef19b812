"""Files that may be gone: looked for beside the work, told where they are named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from styrdesk.ui.kit.beside import posted


class MissingFiles(QObject):
    """Looks for files beside the work: a server that does not answer is waited for by nobody.

    Attributes:
        lacking: A file that cannot be found (its path).
    """

    lacking = Signal(str)

    def begin(self, names: Sequence[str]) -> None:
        """Look for these."""
        look = partial(_look, names, posted(self.lacking.emit))
        Thread(target=look, name="missing", daemon=True).start()


def _look(names: Sequence[str], tell: Callable[[str], None]) -> None:
    """On the thread."""
    for name in names:
        try:
            there = Path(name).exists()
        except OSError:
            there = False
        if not there:
            tell(name)
