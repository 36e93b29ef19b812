"""Layout in one warm child process: it gets frozen data, and gives PDF bytes and page images.

A busy thread of Python would hold up the window; a busy process does not. The child is started
when it is first needed and kept. What is cancelled is killed; the next request starts another.
The child ends when its pipe does, so it never outlives the program.
"""

from __future__ import annotations

import multiprocessing
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any, Final

from styrdesk.reports import printing

_GRACE: Final = 2.0  # seconds a killed child may take to be gone
POINTS: Final = 72  # of a PDF to an inch


@dataclass(frozen=True, slots=True)
class Make:
    """Make a PDF; it is kept for page images until the next is made.

    Attributes:
        number: Told back in the answer.
        render: A report's own, found by its name in the child.
        data: What it is made from; picklable.
        language: Language of the program's own words on the print.
    """

    number: int
    render: Callable[[Any], bytes]
    data: object
    language: str = ""


@dataclass(frozen=True, slots=True)
class Paint:
    """Paint a page of the PDF that was made last.

    Attributes:
        page: From 0.
        scale: Pixels to a point of the page.
        strip: (n, of): only the n-th of so many strips of the page, from the top, from 0.
    """

    number: int
    page: int
    scale: float
    strip: tuple[int, int] = (0, 1)


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF. `bookmarks` are its headings: (level from 0, title, page from 0)."""

    number: int
    content: bytes
    sizes: tuple[tuple[float, float], ...]
    bookmarks: tuple[tuple[int, str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Painted:
    """A page, or a strip of it, as rows of RGB bytes, `stride` bytes each."""

    number: int
    page: int
    strip: tuple[int, int]
    width: int
    height: int
    stride: int
    pixels: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Failed:
    """It could not be done. `trace` is for the log, never for the user."""

    number: int
    trace: str


Answer = Made | Painted | Failed


class Worker:
    """The child as its parent sees it.

    Not for two threads at once, save that one may wait in `receive` while another sends or stops.
    """

    def __init__(self) -> None:
        self._process: Any = None  # a SpawnProcess; multiprocessing gives no one type for it
        self._pipe: Connection | None = None
        self._starting = Lock()

    @property
    def is_running(self) -> bool:
        """Whether there is a child that can be asked."""
        return self._process is not None and bool(self._process.is_alive())

    @property
    def process_id(self) -> int:
        """The child's process id; 0 without one."""
        return int(self._process.pid) if self._process is not None else 0

    def start(self) -> None:
        """Start a child, if there is none."""
        if self.is_running:
            return
        self.stop()
        # Spawned, never forked: a fork would share the window's connection and the open file.
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=serve, args=(there,), daemon=True)
        with self._starting, there:  # a child that is half started cannot be killed
            process.start()
            self._process = process
        self._pipe = here

    def send(self, request: Make | Paint) -> None:
        """Ask for something.

        Raises:
            OSError: The child is gone.
        """
        if self._pipe is None:
            raise BrokenPipeError
        self._pipe.send(request)

    def receive(self) -> Answer:
        """The next answer; waits for it.

        Raises:
            EOFError: The child is gone.
            OSError: So it is.
        """
        if self._pipe is None:
            raise EOFError
        answer: Answer = self._pipe.recv()
        return answer

    def kill(self) -> None:
        """Kill the child, and let whoever waits in `receive` be told. May be called by another."""
        with self._starting:
            if self._process is not None:
                self._process.kill()

    def stop(self) -> None:
        """Kill the child, whatever it does. It writes no file, so nothing is left half done."""
        process, self._process = self._process, None
        pipe, self._pipe = self._pipe, None
        if process is not None:
            process.kill()
            process.join(_GRACE)
        if pipe is not None:
            pipe.close()


class Bench:
    """The child's own work: the PDF it made last, open for painting."""

    def __init__(self) -> None:
        self._document: Any = None

    def answer(self, request: Make | Paint) -> Answer:
        """Do what is asked; whatever goes wrong is told, and the child lives on."""
        try:
            return self._make(request) if isinstance(request, Make) else self._paint(request)
        except Exception:  # noqa: BLE001  # whatever a report can raise ends here, and is told
            return Failed(request.number, traceback.format_exc())

    def _make(self, request: Make) -> Made:
        import pypdfium2  # noqa: PLC0415  # the parent never needs it

        content = printing.render(request.render, request.data, request.language)
        if self._document is not None:
            self._document.close()
        self._document = pypdfium2.PdfDocument(content)
        sizes = tuple(self._document.get_page_size(n) for n in range(len(self._document)))
        return Made(request.number, content, sizes, tuple(_bookmarks(self._document)))

    def _paint(self, request: Paint) -> Painted:
        page = self._document[request.page]
        crop = _margins(page.get_height(), request.scale, request.strip)
        bitmap = page.render(scale=request.scale, crop=crop, rev_byteorder=True)
        try:
            size = bitmap.width, bitmap.height, bitmap.stride
            return Painted(request.number, request.page, request.strip, *size, bytes(bitmap.buffer))
        finally:
            bitmap.close()
            page.close()


def _margins(
    height: float, scale: float, strip: tuple[int, int]
) -> tuple[float, float, float, float]:
    """What to cut off a page (left, bottom, right, top; points) so that only a strip is left.

    Strips begin at whole pixels, so that they join without a seam. The painter rounds upwards,
    so half a pixel less is asked for than is meant.
    """
    number, count = strip
    pixels = ceil(height * scale)
    top, end = number * pixels // count, (number + 1) * pixels // count
    return 0, max(0, pixels - end - 0.5) / scale, 0, max(0, top - 0.5) / scale


def _bookmarks(document: Any) -> list[tuple[int, str, int]]:  # noqa: ANN401  # untyped library
    found = []
    for entry in document.get_toc():
        place = entry.get_dest()
        page = place.get_index() if place is not None else None
        if page is not None:
            found.append((int(entry.level), str(entry.get_title()), int(page)))
    return found


def serve(pipe: Connection) -> None:
    """The child: answers until its parent is gone."""
    bench = Bench()
    while True:
        try:
            request = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            pipe.send(bench.answer(request))
        except OSError:
            return
