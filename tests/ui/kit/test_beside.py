"""Threads beside the window: they tell on its thread, and keep nothing of it alive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from threading import Event, Thread, current_thread, main_thread
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit.aside_work import AsideWork
from styrdesk.ui.kit.beside import _Post, beside, posted
from styrdesk.ui.kit.missing import MissingFiles
from styrdesk.ui.shell.keeper import Keeper
from styrdesk.ui.shell.watch import Watch
from tests.helpers.patience import WAIT
from tests.helpers.world import World


class Asker(QObject):
    """Hears what its thread tells."""

    told = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[object, Thread]] = []
        self.told.connect(self._hear)

    def _hear(self, value: object) -> None:
        self.heard.append((value, current_thread()))


@pytest.fixture
def hold() -> Iterator[Event]:
    """Holds what waits for it, until the test's end at the latest."""
    event = Event()
    yield event
    event.set()


def test_what_it_gave_is_told_on_the_windows_thread(qtbot: QtBot) -> None:
    asker = Asker()
    thread = beside("it", current_thread, asker.told.emit)
    qtbot.waitUntil(lambda: bool(asker.heard))
    assert asker.heard == [(thread, main_thread())]
    assert thread.name == "it"


def test_what_ended_it_is_told_too(qtbot: QtBot) -> None:
    asker, wrong = Asker(), ValueError("wrong")

    def act() -> None:
        raise wrong

    beside("it", act, asker.told.emit)
    qtbot.waitUntil(lambda: bool(asker.heard))
    assert asker.heard == [(wrong, main_thread())]


def test_one_who_is_gone_is_told_nothing(qtbot: QtBot, hold: Event) -> None:
    asker, after = Asker(), Asker()
    thread = beside("it", partial(hold.wait, WAIT / 1000), asker.told.emit)
    known = ref(asker)
    del asker
    assert known() is None, "the thread keeps it alive, and would destroy it"
    hold.set()
    thread.join()
    posted(after.told.emit)(1)
    qtbot.waitUntil(lambda: bool(after.heard))  # what came first has been handed over by then


def test_nothing_is_sent_by_a_post_that_is_shut(qtbot: QtBot) -> None:
    asker, post = Asker(), _Post()
    post.send(asker.told.emit, "before")
    post._shut()
    post.send(asker.told.emit, "after")
    qtbot.waitUntil(lambda: bool(asker.heard))
    QCoreApplication.processEvents()
    assert [value for value, _thread in asker.heard] == ["before"]


def watching(world: World) -> QObject:
    made = Watch(world.services, world.context.operations)
    made.look()
    made.close()
    return made


def keeping(world: World) -> QObject:
    made = Keeper(world.services, world.context.operations)
    made.back_up_now()
    return made


def looking(_world: World) -> QObject:
    made = MissingFiles()
    made.begin(["/nowhere"])
    return made


def working(_world: World) -> QObject:
    made = AsideWork()
    made.begin(lambda look: look(1))
    return made


@pytest.mark.parametrize("begun", [watching, keeping, looking, working])
def test_no_thread_keeps_alive_who_began_it(
    begun: Callable[[World], QObject],
    world: World,
    hold: Event,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    threads: list[Thread] = []
    start = Thread.start

    def held(thread: Thread) -> None:
        def late(run: Callable[[], None] = thread.run) -> None:
            hold.wait(WAIT / 1000)
            run()

        thread.run = late  # type: ignore[method-assign]  # what a thread does, once it may
        start(thread)
        threads.append(thread)

    monkeypatch.setattr(Thread, "start", held)
    asker = begun(world)
    known = ref(asker)
    del asker
    assert known() is None
    hold.set()
    (thread,) = threads
    thread.join()
