"""What is measured, each in a process of its own that tells its figures as one line of JSON.

Run as `python -m tests.bench.children NAME START ARGUMENT`; START is the parent's monotonic clock
when it started the process, which both read alike.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _painted(show: Callable[[], Any], start: float) -> dict[str, Any]:
    """Seconds from the start of the process until the window has been painted once."""
    from PySide6.QtCore import QCoreApplication

    app = QCoreApplication.instance()
    assert app is not None
    first = _watch(app)
    window = show()
    while not first.seen:
        app.processEvents()
    app.processEvents()
    seconds = time.monotonic() - start
    found = {"seconds": seconds, "processor": time.process_time(), "modules": len(sys.modules)}
    window.close()
    return found


def _watch(app: Any) -> Any:
    """Knows when the first paint of a window is done."""
    from PySide6.QtCore import QEvent, QObject

    class First(QObject):
        seen = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            self.seen = self.seen or event.type() is QEvent.Type.Paint
            return False

    app.first = First()  # lives as long as the application
    app.installEventFilter(app.first)
    return app.first


def bare(start: float, rows: Path) -> dict[str, Any]:
    """A window with one table, and nothing else."""
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem

    app = QApplication([])
    cells = json.loads(rows.read_text(encoding="utf-8"))

    def show() -> QMainWindow:
        window = QMainWindow()
        table = QTableWidget(len(cells), len(cells[0]))
        for r, row in enumerate(cells):
            for c, text in enumerate(row):
                table.setItem(r, c, QTableWidgetItem(text))
        window.setCentralWidget(table)
        window.resize(1280, 800)
        window.show()
        return window

    try:
        return _painted(show, start)
    finally:
        del app


def window(start: float, file: Path) -> dict[str, Any]:
    """`styrdesk FILE`: until its frame is painted, and until the file's page can be used.

    The same stop as for the bare window: the first paint, and the events that then wait handled.
    Its frame is painted before the queued signal that begins the file, so the frame's time is
    taken where that signal arrives. All is loaded in the order of a real start.
    """
    from styrdesk import bootstrap
    from styrdesk.__main__ import program

    figures: dict[str, Any] = {}
    run = bootstrap.run_window

    def watched(path: Path | None, kept: Any) -> int:
        from styrdesk.ui.shell.application import application
        from styrdesk.ui.shell.main_window import MainWindow

        app = application()
        first = _watch(app)
        begin = MainWindow.begin

        def clocked(self: MainWindow, path: Path | None) -> None:
            assert first.seen
            figures["seconds"] = time.monotonic() - start
            figures["processor"] = time.process_time()
            figures["modules"] = len(sys.modules)
            begin(self, path)
            first.seen = False
            while not first.seen:
                app.processEvents()
            app.processEvents()
            figures["ready"] = time.monotonic() - start
            figures["ready_processor"] = time.process_time()
            figures["ready_modules"] = len(sys.modules)
            self.close()  # as one does: the next start finds the file as it was left
            app.quit()

        MainWindow.begin = clocked  # type: ignore[method-assign]
        return run(path, kept)

    bootstrap.run_window = watched
    sys.argv[1:] = [str(file)]
    program()
    return figures


def command(start: float, file: Path) -> dict[str, Any]:
    """`styrdesk plans`, from nothing to its answer."""
    from styrdesk.__main__ import program

    sys.argv[1:] = ["plans", str(file)]
    out, sys.stdout = sys.stdout, open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    try:
        program()
    finally:
        sys.stdout.close()
        sys.stdout = out
    heavy = {"PySide6", "reportlab", "PIL", "babel", "pyphen", "pypdfium2"}
    loaded = sorted(heavy & {name.split(".")[0] for name in sys.modules})
    seconds = time.monotonic() - start
    processor = time.process_time()
    return {
        "seconds": seconds,
        "processor": processor,
        "modules": len(sys.modules),
        "heavy": loaded,
    }


def printed(_start: float, times: Path) -> dict[str, Any]:
    """The demo plan, its chapters so many times over; seconds without imports and fonts."""
    from styrdesk.reports import namndplan, printing
    from tests.reports.namndplan.printed import data_of, demo

    data = data_of(demo(2026))
    namndplan.SPEC.render(data)  # fonts and patterns are loaded once
    long = replace(data, document=_repeated(data.document, int(str(times))))
    begun = time.perf_counter()
    content = namndplan.SPEC.render(long)
    seconds = time.perf_counter() - begun
    return {"seconds": seconds, "pages": printing.pages(content), "bytes": len(content)}


def _repeated(document: Any, times: int) -> Any:
    chapters, blocks = [], []
    for n in range(times):
        for chapter in document.chapter:
            parent = f"{chapter.parent_id}-{n}" if chapter.parent_id else None
            place = chapter.position + 1000 * n
            chapters.append(
                replace(chapter, id=f"{chapter.id}-{n}", parent_id=parent, position=place)
            )
        for block in document.block:
            owner = f"{block.chapter_id}-{n}"
            blocks.append(replace(block, id=f"{block.id}-{n}", chapter_id=owner))
    return replace(document, chapter=tuple(chapters), block=tuple(blocks))


def journal(_start: float, file: Path) -> dict[str, Any]:
    """Seconds to open the history of the chapter written in most, and the trash; a page of each."""
    from styrdesk.base.clock import SystemClock
    from styrdesk.services.catalogue import services_of
    from styrdesk.storage.file import open_file
    from tests.bench.journals import texts

    services = services_of(open_file(file), SystemClock(), str)
    block = texts(services)[0]

    def history() -> None:
        source = services.history.of("chapter", block.chapter_id)
        source.count()
        for event in source.rows(0, 30):
            source.told(event)

    def trash() -> None:
        source = services.trash.rows()
        source.count()
        source.rows(0, 30)

    return {"history": _seconds(history), "trash": _seconds(trash)}


def records(_start: float, file: Path) -> dict[str, Any]:
    """Seconds of a search as the panel makes it: the middle and the slowest; and of a save."""
    from functools import partial
    from statistics import median

    from styrdesk.base.clock import SystemClock
    from styrdesk.services.catalogue import services_of
    from styrdesk.storage.file import open_file
    from tests.bench.records import ASKED

    services = services_of(open_file(file), SystemClock(), str)
    times = [_seconds(partial(services.search.find, words)) for words in ASKED * 3]
    person = services.people.rows(limit=1)[0]
    services.people.save(replace(person, title="skola"))
    saved = _seconds(partial(services.people.save, replace(person, title="förskola")))
    return {"middle": median(times), "slowest": max(times), "saved": saved}


def _seconds(what: Callable[[], object]) -> float:
    """Of the processor: others may work at the same machine."""
    begun = time.process_time()
    what()
    return time.process_time() - begun


CHILDREN: dict[str, Callable[[float, Path], dict[str, Any]]] = {
    "bare": bare,
    "window": window,
    "command": command,
    "print": printed,
    "journal": journal,
    "records": records,
}

if __name__ == "__main__":
    name, begun, argument = sys.argv[1:4]
    figures = CHILDREN[name](float(begun), Path(argument))
    figures["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.stdout.flush()
    os._exit(0)
