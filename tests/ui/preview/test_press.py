"""The press: the latest look wins, orders are kept, and a lost child is replaced."""

from __future__ import annotations

from collections.abc import Iterator
from multiprocessing.context import SpawnProcess
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher
from pytestqt.qtbot import QtBot

from styrdesk.reports.worker import Made, Painted
from styrdesk.ui.preview.press import Press
from tests.reports import fake_reports


@pytest.fixture
def press() -> Iterator[Press]:
    made = Press()
    yield made
    made.close()


class Heard:
    """What a press told, in order."""

    def __init__(self, press: Press) -> None:
        self.made: list[Made] = []
        self.painted: list[Painted] = []
        self.failed: list[int] = []
        press.made.connect(self.made.append)
        press.painted.connect(self.painted.append)
        press.failed.connect(self.failed.append)


def test_of_many_looks_only_the_one_at_work_and_the_latest_are_made(
    qtbot: QtBot, press: Press
) -> None:
    heard = Heard(press)
    numbers = [press.make(fake_reports.pages, count) for count in range(1, 6)]
    with qtbot.waitSignal(press.made, check_params_cb=lambda made: made.number == numbers[-1]):
        pass
    assert [made.number for made in heard.made] == [numbers[0], numbers[-1]]
    assert len(heard.made[-1].sizes) == 5


def test_an_order_is_made_also_when_later_looks_are_asked_for(qtbot: QtBot, press: Press) -> None:
    heard = Heard(press)
    first = press.make(fake_reports.pages, 1)
    order = press.make(fake_reports.pages, 2, order=True)
    last = press.make(fake_reports.pages, 3)
    with qtbot.waitSignal(press.made, check_params_cb=lambda made: made.number == last):
        pass
    assert [made.number for made in heard.made] == [first, order, last]


def test_pages_come_in_the_order_they_were_asked_for(qtbot: QtBot, press: Press) -> None:
    heard = Heard(press)
    press.make(fake_reports.pages, 3)
    with qtbot.waitSignal(press.made):
        pass
    press.paint([2, 0], 1.0)
    with qtbot.waitSignals([press.painted, press.painted]):
        pass
    assert [painted.page for painted in heard.painted] == [2, 0]


def test_a_broken_report_is_told_and_the_next_is_made(qtbot: QtBot, press: Press) -> None:
    heard = Heard(press)
    number = press.make(fake_reports.broken, None)
    with qtbot.waitSignal(press.failed):
        pass
    assert heard.failed == [number]
    with qtbot.waitSignal(press.made):
        press.make(fake_reports.pages, 1)


def test_a_child_that_dies_is_replaced_for_the_next_request(qtbot: QtBot, press: Press) -> None:
    with qtbot.waitSignal(press.failed):
        press.make(fake_reports.dies, None)
    with qtbot.waitSignal(press.made):
        press.make(fake_reports.pages, 1)


def test_what_is_at_work_can_be_cancelled_and_the_next_is_made(
    qtbot: QtBot, press: Press, tmp_path: Path
) -> None:
    watcher = QFileSystemWatcher([str(tmp_path)])
    with qtbot.waitSignal(watcher.directoryChanged):
        number = press.make(fake_reports.endless, str(tmp_path / "began"), order=True)
    with qtbot.waitSignal(press.failed):
        press.cancel(number)
    with qtbot.waitSignal(press.made):
        press.make(fake_reports.pages, 1)


def test_a_child_that_takes_too_long_is_taken_for_lost(
    qtbot: QtBot, press: Press, tmp_path: Path
) -> None:
    watcher = QFileSystemWatcher([str(tmp_path)])
    with qtbot.waitSignal(watcher.directoryChanged):
        press.make(fake_reports.endless, str(tmp_path / "began"))
    with qtbot.waitSignal(press.failed):
        press._clock.timeout.emit()
    assert press.is_idle


def test_what_waits_can_be_taken_back(qtbot: QtBot, press: Press) -> None:
    heard = Heard(press)
    first = press.make(fake_reports.pages, 1)
    order = press.make(fake_reports.pages, 2, order=True)
    press.cancel(order)
    with qtbot.waitSignal(press.made):
        pass
    assert press.is_idle
    assert [made.number for made in heard.made] == [first]


def test_a_press_that_is_deleted_takes_its_child_with_it(qtbot: QtBot) -> None:
    press = Press()
    with qtbot.waitSignal(press.made):
        press.make(fake_reports.pages, 1)
    line = press._line
    assert line.worker.is_running
    with qtbot.waitSignal(press.destroyed):
        press.deleteLater()
    assert not line.worker.is_running


def test_a_child_that_cannot_be_started_is_told_at_once_and_the_next_is_made(
    qtbot: QtBot, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = Heard(press)

    def refused(_process: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(SpawnProcess, "_Popen", staticmethod(refused))
    with qtbot.waitSignal(press.failed):
        number = press.make(fake_reports.pages, 1)
    assert heard.failed == [number]
    monkeypatch.undo()
    with qtbot.waitSignal(press.made):
        press.make(fake_reports.pages, 1)
