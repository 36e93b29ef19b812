"""Threads beside the window: they hold nothing of Qt, and what they tell is told on its thread.

To call a signal of an object from a thread while the window deletes that object crashes the
program; and who is the last to hold an object of Qt destroys it, on whatever thread that is
(decisions/0029).
"""

from __future__ import annotations

import atexit
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from threading import Lock, Thread

from PySide6.QtCore import QObject, Qt, Signal


class _Post(QObject):
    """Lives as long as the program, so that a thread may send by it at any time.

    It is shut as the program ends: Python then stops a thread wherever it is, and one that is
    stopped inside Qt takes the program with it.
    """

    _came = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._sending, self._is_shut = Lock(), False
        self._came.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        atexit.register(self._shut)

    def send(self, tell: Callable[..., object], *values: object) -> None:
        """On a thread."""
        with self._sending:
            if not self._is_shut:
                self._came.emit(tell, values)

    def _shut(self) -> None:
        with self._sending:
            self._is_shut = True

    def _hand_over(self, tell: Callable[..., object], values: tuple[object, ...]) -> None:
        with suppress(RuntimeError):  # whose signal it is has been deleted: nobody listens
            tell(*values)


@cache
def _post() -> _Post:
    return _Post()


def posted(tell: Callable[..., object]) -> Callable[..., None]:
    """What a thread may call at any time, so that a signal is sent on the window's thread.

    Args:
        tell: A signal's `emit`, which does not keep the signal's object alive.
    """
    return partial(_post().send, tell)


def beside(name: str, act: Callable[[], object], tell: Callable[..., object]) -> Thread:
    """Do something on a thread of its own.

    Args:
        name: The thread's.
        act: What is done. It must hold nothing of Qt.
        tell: The `emit` of a signal, sent on the window's thread with what `act` gave, or with the
            Exception that ended it.
    """
    thread = Thread(target=_do, args=(act, posted(tell)), name=name, daemon=True)
    thread.start()
    return thread


def _do(act: Callable[[], object], tell: Callable[..., None]) -> None:
    try:
        told = act()
    except Exception as error:  # noqa: BLE001  # a bug is told on the window's thread
        tell(error)
    else:
        tell(told)
