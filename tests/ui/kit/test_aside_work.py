"""Work on a thread: it tells how far it has come, and is given up where that still can be done."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event, Thread

import pytest
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit import aside_work
from styrdesk.ui.kit.aside_work import AsideWork, Look
from tests.helpers.patience import WAIT


@pytest.fixture
def work(qapp: object) -> Iterator[AsideWork]:
    made = AsideWork()
    yield made
    made.cancel()


def test_one_who_asks_for_it_to_be_given_up_is_told_when_it_is(
    qtbot: QtBot, work: AsideWork
) -> None:
    asked, after = Event(), []

    def act(look: Look) -> None:
        look(0)
        assert asked.wait(WAIT / 1000)
        look(1)
        after.append(1)

    with qtbot.waitSignal(work.given_up):
        work.begin(act)
        work.ask_to_stop()
        asked.set()
    assert after == []


def test_what_has_come_too_far_is_done(qtbot: QtBot, work: AsideWork) -> None:
    asked = Event()

    def act(_look: Look) -> str:
        assert asked.wait(WAIT / 1000)
        return "done"

    with qtbot.waitSignal(work.done) as told:
        work.begin(act)
        work.ask_to_stop()
        asked.set()
    assert told.args == ["done"]


def test_what_has_told_is_not_running_though_its_thread_has_not_ended(
    qtbot: QtBot, work: AsideWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end = Event()

    class Lingering(Thread):
        def run(self) -> None:
            super().run()
            may_end.wait(WAIT / 1000)

    monkeypatch.setattr(aside_work, "Thread", Lingering)
    with qtbot.waitSignal(work.done):
        work.begin(lambda _look: None)
    running = work.is_running
    may_end.set()
    assert not running


def test_a_million_looks_are_not_a_million_tellings(qtbot: QtBot, work: AsideWork) -> None:
    told: list[int] = []
    work.moved.connect(told.append)

    def act(look: Look) -> None:
        for n in range(100_000):
            look(n)

    with qtbot.waitSignal(work.done):
        work.begin(act)
    assert told[0] == 0
    assert len(told) < 1_000
