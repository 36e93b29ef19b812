"""What is done with a file before it is opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from styrdesk.domain.errors import FileProblem
from styrdesk.storage import file


def look_through(path: Path, look: Callable[[int], object]) -> str:
    """See that all of a file is sound. On a thread: a large one takes seconds.

    Args:
        path: The file.
        look: Called now and then with nought, for how much is left is not known; what it raises
            ends the looking.

    Returns:
        What the file is now, as the settings keep it (`SettingsService.set_left`).

    Raises:
        FileProblem: It is damaged, or cannot be read.
    """
    ended: list[Exception] = []

    def stop() -> bool:
        try:
            look(0)
        except Exception as error:  # noqa: BLE001  # SQLite lets nothing through
            ended.append(error)
        return bool(ended)

    try:
        return file.look_through(path, stop)
    except FileProblem:
        if ended:
            raise ended[0] from None
        raise
