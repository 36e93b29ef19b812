"""Work on a thread of its own, which tells how far it has come and can be given up."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from time import monotonic
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from styrdesk.ui.kit.beside import posted

_PATIENCE: Final = 5.0  # seconds for the thread to see that it is given up
_OFTEN: Final = 0.05  # seconds between two tellings of how far it has come

Look = Callable[[int], None]


class GivenUp(Exception):
    """The work was given up; nothing of it is left."""


class AsideWork(QObject):
    """One piece of work at a time.

    Attributes:
        moved: It has come so far.
        done: Its result.
        failed: What went wrong (an Exception); not when it was given up.
        given_up: It was given up because one asked for it; nothing of it is left.
    """

    moved = Signal(int)
    done = Signal(object)
    failed = Signal(object)
    given_up = Signal(object)
    _told = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told.connect(self._tell)
        self._thread: Thread | None = None
        self._stop, self._wish = Event(), Event()

    @property
    def is_running(self) -> bool:
        """Whether it is being done; what has told how it went is not, though its thread is."""
        return self._thread is not None

    def begin(self, action: Callable[[Look], Any]) -> None:
        """Do it. The action is handed a function to be called now and then."""
        self._stop, self._wish = Event(), Event()
        run = _Run(action, self._stop, self._wish, posted(self._told.emit))
        self._thread = Thread(target=run, name="aside", daemon=True)
        self._thread.start()

    def ask_to_stop(self) -> None:
        """Ask for it to be given up, and wait for nothing.

        It tells what came of that: `given_up`, or `done` where it had come too far.
        """
        self._wish.set()

    def cancel(self) -> None:
        """Give it up, and wait until nothing is done any more."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(_PATIENCE)
            self._thread = None

    def _tell(self, stop: Event, what: str, value: Any) -> None:
        """On the window's thread: pass on what is told, unless it has been given up."""
        if stop is self._stop and not stop.is_set():
            if what != "moved":
                self._thread = None
            signal: Any = getattr(self, what)
            signal.emit(value)


class _Run:
    """What the thread does. It holds no widget: the page may go before it does."""

    def __init__(
        self,
        action: Callable[[Look], Any],
        stop: Event,
        wish: Event,
        tell: Callable[[Event, str, Any], object],
    ) -> None:
        self._action, self._stop, self._wish, self._told = action, stop, wish, tell
        self._next = 0.0

    def _tell(self, what: str, value: object) -> None:
        self._told(self._stop, what, value)

    def __call__(self) -> None:
        try:
            result = self._action(self._look)
        except GivenUp:
            self._tell("given_up", None)
        except Exception as error:  # noqa: BLE001  # it is told on the window's thread
            self._tell("failed", error)
        else:
            self._tell("done", result)

    def _look(self, count: int) -> None:
        if self._stop.is_set() or self._wish.is_set():
            raise GivenUp
        now = monotonic()
        if now >= self._next:  # a window that is told of each row has time for nothing else
            self._next = now + _OFTEN
            self._tell("moved", count)
