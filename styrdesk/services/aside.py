"""Services of the open file over a connection of their own, for work on another thread.

What is written there the window sees as it sees what a command writes (decisions/0017). The person
is the one who sits here, so that undo takes it back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from styrdesk.services.catalogue import Services, services_of
from styrdesk.storage import file


@contextmanager
def aside(services: Services, person: Callable[[], str]) -> Iterator[Services]:
    """Open it, on the thread that uses it.

    Args:
        services: Of the open file.
        person: Tells who sits here; must not ask the file.

    Raises:
        FileProblem: It cannot be opened.
    """
    opened = file.open_beside(services.file)
    try:
        made = services_of(opened, services.clock, person, services.backups)
        made.work.stopped = services.work.stopped  # what may not be written there now
        yield made
    finally:
        opened.close()
