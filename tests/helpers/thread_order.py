"""A pytest plugin that lets each thread run far ahead of the window, far behind it, or linger.

A test that holds only because a thread usually takes a while, or usually does not, fails under one
of them: `make races`. Loaded with `-p tests.helpers.thread_order --threads=ahead` (or another).
"""

from __future__ import annotations

import time
from threading import Thread
from typing import Final

import pytest

_AHEAD: Final = 0.2  # seconds that the window waits for what it has started
_BEHIND: Final = 0.4  # seconds before what was started does anything, or after it has


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--threads", choices=("ahead", "behind", "lingering"), required=True)


@pytest.fixture(autouse=True)
def _order(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    start = Thread.start

    def ahead(thread: Thread) -> None:
        start(thread)
        thread.join(_AHEAD)

    def behind(thread: Thread) -> None:
        run = thread.run

        def late() -> None:
            time.sleep(_BEHIND)
            run()

        thread.run = late  # type: ignore[method-assign]  # what a thread does, later
        start(thread)

    def lingering(thread: Thread) -> None:
        run = thread.run

        def long() -> None:
            run()
            time.sleep(_BEHIND)

        thread.run = long  # type: ignore[method-assign]  # as above
        start(thread)

    orders = {"ahead": ahead, "behind": behind, "lingering": lingering}
    monkeypatch.setattr(Thread, "start", orders[request.config.getoption("--threads")])
