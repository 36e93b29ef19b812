"""The press: asks the child process for PDFs and pages without ever holding up the window.

One thread of its own only waits: it starts the child, sends, and receives. Of PDFs that are only
for looking at the latest request wins; an order (an export) is always carried out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from styrdesk.base.i18n import language as now_spoken
from styrdesk.reports.worker import Answer, Failed, Made, Make, Paint, Painted, Worker
from styrdesk.ui.kit.beside import posted

LIMIT: Final = 60_000  # milliseconds after which a child is taken for lost
_PATIENCE: Final = 5.0  # seconds for the thread to see that its child is gone
_GONE: Final = "the child process is gone"


class _Waiter(Thread):
    """Sends one request at a time and waits for its answer."""

    def __init__(self, worker: Worker, tell: Callable[[Answer], object]) -> None:
        super().__init__(name="press", daemon=True)
        self._worker, self._tell = worker, tell
        self.requests: SimpleQueue[Make | Paint | None] = SimpleQueue()

    def run(self) -> None:
        while (request := self.requests.get()) is not None:
            self._tell(self._ask(request))
        self._worker.stop()

    def _ask(self, request: Make | Paint) -> Answer:
        try:
            if not self._worker.is_running:
                if isinstance(request, Paint):  # what it would paint went with the child
                    return Failed(request.number, _GONE)
                self._worker.start()
            self._worker.send(request)
            return self._worker.receive()
        except (EOFError, OSError):
            self._worker.stop()
            return Failed(request.number, _GONE)


class _Line:
    """The child and its thread, which must end when the press is deleted, by whomever."""

    def __init__(self) -> None:
        self.worker = Worker()
        self.waiter: _Waiter | None = None

    def ask(self, request: Make | Paint, tell: Callable[[Answer], object]) -> None:
        """Put a request to the child."""
        if self.waiter is None:
            self.waiter = _Waiter(self.worker, tell)
            self.waiter.start()
        self.waiter.requests.put(request)

    def close(self) -> None:
        """End both."""
        waiter, self.waiter = self.waiter, None
        if waiter is not None:
            waiter.requests.put(None)
            self.worker.kill()
            waiter.join(_PATIENCE)


def _close(line: _Line, _gone: QObject | None = None) -> None:
    line.close()


class Press(QObject):
    """Makes PDFs and paints their pages.

    Attributes:
        made: A PDF is made (a worker.Made).
        painted: A page is painted (a worker.Painted).
        failed: A request was not carried out: its number.
    """

    made = Signal(object)
    painted = Signal(object)
    failed = Signal(int)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line = _Line()
        self.destroyed.connect(partial(_close, self._line))
        self._count = 0
        self._now: Make | Paint | None = None
        self._latest: Make | None = None
        self._orders: deque[Make | Paint] = deque()
        self._paints: list[Paint] = []
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(LIMIT)
        self._clock.timeout.connect(self._line.worker.kill)
        self._answered.connect(self._take)

    # ---- asking ------------------------------------------------------------------------------

    def make(
        self,
        render: Callable[[Any], bytes],
        data: object,
        language: str = "",
        *,
        order: bool = False,
    ) -> int:
        """Ask for a PDF; the answer carries the number given back.

        Args:
            render: A report's own.
            data: What it is made from.
            language: Of the program's own words on it; empty for the one that is on.
            order: It must be carried out, also when a later request comes.
        """
        self._count += 1
        request = Make(self._count, render, data, language or now_spoken())
        if order:
            self._orders.append(request)
        else:
            self._latest = request
        self._next()
        return request.number

    def paint(self, pages: Sequence[int], scale: float, strip: tuple[int, int] = (0, 1)) -> None:
        """Ask for pages of the PDF that was made last, in place of those that still wait.

        Args:
            pages: From 0.
            scale: Pixels to a point.
            strip: (n, of): only the n-th of so many strips of each, from 0.
        """
        self._paints = []
        for page in pages:
            self._count += 1
            self._paints.append(Paint(self._count, page, scale, strip))
        self._next()

    def cancel(self, number: int) -> None:
        """Take a request back; if it is being carried out, the child is killed."""
        self._orders = deque(one for one in self._orders if one.number != number)
        if self._latest is not None and self._latest.number == number:
            self._latest = None
        if self._now is not None and self._now.number == number:
            self._line.worker.kill()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is asked for."""
        return self._now is None

    # ---- answers -----------------------------------------------------------------------------

    def _next(self) -> None:
        if self._now is not None:
            return
        if self._orders:
            self._now = self._orders.popleft()
        elif self._latest is not None:
            self._now, self._latest = self._latest, None
        elif self._paints:
            self._now = self._paints.pop(0)
        else:
            return
        self._clock.start()
        self._line.ask(self._now, posted(self._answered.emit))

    def _take(self, answer: Answer) -> None:
        self._clock.stop()
        self._now = None
        if isinstance(answer, Made):
            self._paints = []  # they were of the PDF before
            self.made.emit(answer)
        elif isinstance(answer, Painted):
            self.painted.emit(answer)
        else:
            self.failed.emit(answer.number)
        self._next()

    def close(self) -> None:
        """End the child and the thread; what was asked for is not answered."""
        self._orders.clear()
        self._latest, self._paints = None, []
        self._clock.stop()
        self._line.close()
