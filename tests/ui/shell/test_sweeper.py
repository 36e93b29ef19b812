"""Garbage is looked for on the window's thread alone."""

from __future__ import annotations

import gc
from threading import Thread, current_thread, main_thread
from weakref import finalize

import pytest
from pytestqt.qtbot import QtBot

from styrdesk.ui.shell import sweeper
from styrdesk.ui.shell.sweeper import Sweeper


class Knot:
    """Garbage that only is found when it is looked for."""

    def __init__(self) -> None:
        self.knot = self


def test_what_a_thread_makes_is_swept_on_the_windows(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeper, "_UNSWEPT", 0)
    monkeypatch.setattr(sweeper, "_EVERY", 0)
    swept: list[Thread] = []
    gc.enable()
    made = Sweeper()
    assert not gc.isenabled()
    finalize(Knot(), lambda: swept.append(current_thread()))
    kept: list[Knot] = []

    def make_much() -> None:
        """So much that Python would look for garbage here, if it did so by itself."""
        kept.extend(Knot() for _number in range(10 * gc.get_threshold()[0]))

    thread = Thread(target=make_much)
    thread.start()
    thread.join()
    assert swept == []
    made.start()
    qtbot.waitUntil(lambda: bool(swept))
    assert swept == [main_thread()]
