"""Saving a copy of the open file in another place."""

from __future__ import annotations

import os
from pathlib import Path

from styrdesk.base.i18n import _
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.services.catalogue import Services
from styrdesk.storage import backup
from styrdesk.storage.without_history import copy_without_history


def save_copy(services: Services, target: Path) -> Path:
    """A whole, checked copy of the file as it is now. What lies there is never touched.

    Raises:
        FileProblem: Something lies there already, or the folder cannot be written.
    """
    _see_that_it_is_free(target)
    return backup.copy_open(services.file.db, target)


def save_copy_without_history(services: Services, target: Path) -> Path:
    """A copy to send: of what was changed or deleted before, not a letter is in it.

    Raises:
        FileProblem: As above.
    """
    _see_that_it_is_free(target)
    return copy_without_history(services.file.db, target)


def _see_that_it_is_free(target: Path) -> None:
    if os.path.lexists(target):
        raise FileProblem(
            FileFault.EXISTS,
            _("{name} is there already.").format(name=target.name),
            _("Choose another name. The file has not been touched."),
        )
