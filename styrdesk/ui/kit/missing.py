"""Files that may be gone: looked for beside the work, told where they are named."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal


class MissingFiles(QObject):
    """Looks for files beside the work: a server that does not answer is waited for by nobody.

    Attributes:
        lacking: A file that cannot be found (its path).
    """

    lacking = Signal(str)

    def begin(self, names: Sequence[str]) -> None:
        """Look for these."""
        Thread(target=self._look, args=(names,), daemon=True).start()

    def _look(self, names: Sequence[str]) -> None:
        for name in names:
            try:
                there = Path(name).exists()
            except OSError:
                there = False
            if not there:
                with suppress(RuntimeError):  # the page is gone already
                    self.lacking.emit(name)
