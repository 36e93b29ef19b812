"""A qtbot that waits as long as a machine with other work may need."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from pytestqt.qtbot import QtBot

WAIT: Final = 45_000  # milliseconds; what comes at once is not waited for


class PatientBot(QtBot):
    """Waits long by itself, so that no test has to say it; pytest-qt waits five seconds."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = WAIT) -> None:  # noqa: N802  # Qt's
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = WAIT, **rest: Any) -> Any:  # noqa: N802  # Qt's
        return super().waitSignal(signal, timeout=timeout, **rest)
