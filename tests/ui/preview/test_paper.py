"""A print on paper: the pages of the PDF, in the order and number that were asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from styrdesk.reports.spec import Choice, ReportSpec
from styrdesk.reports.worker import Painted
from styrdesk.services.catalogue import Services
from styrdesk.ui.preview.paper import STRIPS, Paper, chosen_pages, placed
from styrdesk.ui.preview.press import Press
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.world import World
from tests.reports import fake_reports

PAGES = 4


def choices(_services: Services) -> tuple[Choice, ...]:
    return (Choice("x", "Fyra sidor"),)


def collect(_services: Services, _choice: str) -> int:
    return PAGES


SPEC: ReportSpec[int] = ReportSpec("fake", "Fake", choices, collect, fake_reports.inked)


def printer(out: Path, *, dots: int = 72) -> QPrinter:
    """A printer that prints into a file, as far as Qt is concerned like any other."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(out))
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    made.setResolution(dots)
    return made


@pytest.fixture
def paper(qtbot: QtBot, world: World) -> Paper:
    made = Paper(world.context, SPEC, "x")
    qtbot.addWidget(made)
    return made


def ink(path: Path, page: int) -> QImage:
    """A page of a PDF as a small grey picture."""
    document = pypdfium2.PdfDocument(path)
    try:
        shown = document[page].render(scale=0.25, rev_byteorder=True)
        size = shown.width, shown.height, shown.stride
        return QImage(bytes(shown.buffer), *size, QImage.Format.Format_RGB888).copy()
    finally:
        document.close()


def count(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def test_every_page_comes_out_on_paper_as_it_is_in_the_pdf(
    qtbot: QtBot, paper: Paper, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    out, wanted = tmp_path / "paper.pdf", tmp_path / "wanted.pdf"
    wanted.write_bytes(fake_reports.inked(PAGES))
    dialogs.answer("printer", printer(out))
    with qtbot.waitSignal(paper.done):
        paper.begin()
    assert count(out) == PAGES
    for page in range(PAGES):
        assert alike(ink(out, page), ink(wanted, page))
    assert f"{PAGES} pages" in paper.said.words()
    assert not paper.is_running


def alike(one: QImage, other: QImage) -> bool:
    """Whether the same black bar stands in the same place, give or take what a printer smears."""
    if one.size() != other.size():
        return False
    bars = [
        [y for y in range(i.height()) if i.pixelColor(26, y).value() < 128] for i in (one, other)
    ]
    ends = zip((bars[0][0], bars[0][-1]), (bars[1][0], bars[1][-1]), strict=True)
    return all(abs(a - b) <= 3 for a, b in ends)


def test_only_the_pages_that_were_asked_for_are_printed(
    qtbot: QtBot, paper: Paper, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    ready = printer(tmp_path / "paper.pdf")
    ready.setPageRanges(QPageRanges.fromString("2-3"))
    dialogs.answer("printer", ready)
    with qtbot.waitSignal(paper.done):
        paper.begin()
    assert count(tmp_path / "paper.pdf") == 2


def test_last_page_first_turns_the_heap_round(tmp_path: Path) -> None:
    ready = printer(tmp_path / "paper.pdf")
    ready.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(ready, 3) == [2, 1, 0]


def test_copies_are_laid_in_sets_or_page_by_page(tmp_path: Path) -> None:
    ready = printer(tmp_path / "paper.pdf")
    ready.setCopyCount(2)
    if ready.supportsMultipleCopies():  # the printer does it itself
        assert chosen_pages(ready, 2) == [0, 1]
        return
    ready.setCollateCopies(True)
    assert chosen_pages(ready, 2) == [0, 1, 0, 1]
    ready.setCollateCopies(False)
    assert chosen_pages(ready, 2) == [0, 0, 1, 1]


def test_a_page_keeps_its_form_in_the_middle_of_other_paper() -> None:
    lies = placed(QSize(100, 200), QRect(0, 0, 400, 400))
    assert (lies.width(), lies.height()) == (200, 400)
    assert lies.center().x() == pytest.approx(200, abs=1)


def test_a_printer_that_is_not_chosen_prints_nothing(
    qtbot: QtBot, paper: Paper, dialogs: ScriptedDialogs
) -> None:
    dialogs.answer("printer", None)
    with qtbot.waitSignal(paper.done):
        paper.begin()
    assert not paper.is_running
    assert paper.isHidden()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_says_no_is_told_with_a_way_out(
    qtbot: QtBot, paper: Paper, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    dialogs.answer("printer", printer(tmp_path / "gone" / "paper.pdf"))
    with qtbot.waitSignal(paper.done):
        paper.begin()
    assert "does not answer" in paper.said.words()
    assert not paper.is_running


def after_a_page(paper: Paper, act: Callable[[Press], None]) -> None:
    """Do something when the last strip of a page has come."""
    press = paper._press
    assert press is not None

    def look(one: Painted) -> None:
        if one.strip == (STRIPS - 1, STRIPS):
            act(press)

    press.painted.connect(look)


def test_a_print_can_be_given_up_between_two_pages(
    qtbot: QtBot, paper: Paper, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    dialogs.answer("printer", printer(tmp_path / "paper.pdf"))
    paper.begin()
    after_a_page(paper, lambda _press: paper.stop.click())
    with qtbot.waitSignal(paper.done):
        pass
    assert paper.isHidden()
    assert not paper.is_running


def test_no_more_than_a_strip_of_a_page_is_drawn_at_a_time(
    qtbot: QtBot, paper: Paper, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    heard: list[Painted] = []
    dialogs.answer("printer", printer(tmp_path / "paper.pdf"))
    paper.begin()
    assert paper._press is not None
    paper._press.painted.connect(heard.append)
    with qtbot.waitSignal(paper.done):
        pass
    assert [one.strip for one in heard] == [(n, STRIPS) for n in range(STRIPS)] * PAGES


def test_a_child_that_dies_between_two_pages_is_told(
    qtbot: QtBot, paper: Paper, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    dialogs.answer("printer", printer(tmp_path / "paper.pdf"))
    paper.begin()

    def die(press: Press) -> None:
        press._line.worker.kill()
        press.failed.emit(0)

    after_a_page(paper, die)
    with qtbot.waitSignal(paper.done):
        pass
    assert "broken off" in paper.said.words()
