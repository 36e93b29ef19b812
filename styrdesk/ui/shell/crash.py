"""What happens when the program itself is wrong: a log without anybody's words, and one dialog."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from styrdesk.base.clock import Clock
from styrdesk.domain.errors import FileProblem
from styrdesk.ui.kit.dialogs import Dialogs

if TYPE_CHECKING:
    from datetime import datetime
    from types import TracebackType

_MOST: Final = 256 * 1024  # bytes of log that are kept


def report(error: BaseException, trace: TracebackType | None, at: datetime) -> str:
    """What is running and where it went wrong: the kind of each error, file, line and function.

    Never values or messages, which may be words that somebody wrote of somebody, and never a
    folder above the program or the name of the computer.
    """
    import platform
    import traceback

    from PySide6.QtCore import qVersion

    from styrdesk import __version__

    runs = f"Styrdesk {__version__}  Python {platform.python_version()}  Qt {qVersion()}"
    lines = [f"{at.isoformat()}  {runs}  {platform.system()} {platform.machine()}"]
    seen = list[BaseException]()
    now: BaseException | None = error
    while now is not None and now not in seen:  # a chain may be closed by hand
        lines.append(("caused by " if seen else "") + type(now).__name__)
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(now.__traceback__ if seen else trace)
        ]
        seen.append(now)
        now = now.__cause__ or (None if now.__suppress_context__ else now.__context__)
    return "\n".join(lines)


def _short(name: str) -> str:
    """The file without the folders above the program, which hold the user's name."""
    parts = Path(name).parts
    for root in ("styrdesk", "site-packages"):
        if root in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(root) :])
    return parts[-1] if parts else name


class CrashHook:
    """Takes `sys.excepthook`'s place while the window is open.

    Args:
        folder: Where the log lies.
        dialogs: Shows the report. While one is shown, another error is only logged.
    """

    def __init__(self, folder: Path, dialogs: Dialogs, clock: Clock) -> None:
        self._log = folder / "crash.log"
        self._dialogs, self._clock = dialogs, clock
        self._showing = False

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log and show an error that nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        words = report(error, trace, self._clock.now())
        self._write(words)
        if not self._showing:
            self._showing = True
            try:
                if isinstance(error, FileProblem):  # no bug: a page could not be read
                    self._dialogs.message(error.message, error.advice, kind="bad")
                else:
                    self._dialogs.crash(words)
            finally:
                self._showing = False

    def _write(self, words: str) -> None:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            before = self._log.read_bytes()[-_MOST:] if self._log.exists() else b""
            self._log.write_bytes(before + words.encode() + b"\n\n")
        except OSError:
            return  # a full disk is no reason for a second error
