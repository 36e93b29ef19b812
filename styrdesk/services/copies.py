"""Saving a copy of the open file in another place."""

from __future__ import annotations

from pathlib import Path

from styrdesk.base.i18n import _
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.services.catalogue import Services
from styrdesk.storage import backup


def save_copy(services: Services, target: Path) -> Path:
    """A whole, checked copy of the file as it is now. What lies there is never touched.

    Raises:
        FileProblem: Something lies there already, or the folder cannot be written.
    """
    if target.exists():
        raise FileProblem(
            FileFault.EXISTS,
            _("{name} is there already.").format(name=target.name),
            _("Choose another name. The file has not been touched."),
        )
    return backup.copy_open(services.file.db, target)
