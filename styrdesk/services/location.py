"""Whether the place chosen for a file is one to work in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

from styrdesk.base.i18n import _
from styrdesk.domain.location import cloud_of, is_on_network

_MOUNTS: Final = Path("/proc/self/mounts")
_REMOTE: Final = 4  # DRIVE_REMOTE, learn.microsoft.com: GetDriveTypeW


def warning(folder: Path) -> tuple[str, str] | None:
    """Head and body of what is to be said of a folder; None where it is a good place."""
    mounts = _mounts()
    cloud = cloud_of(folder, os.environ, mounts)
    if cloud:
        return (
            _("The folder is kept by {service}").format(service=cloud),
            _(
                "{service} copies the file while you write, and may put an older version back or "
                "make a second one. Work in a folder on this computer, and let the second place "
                "for backups lie in {service}: that is safe."
            ).format(service=cloud),
        )
    if is_on_network(folder, mounts) or _is_remote(folder):
        return (
            _("The folder lies on the network"),
            _(
                "Saving takes longer there, and stops when the network does. Work in a folder on "
                "this computer, and let the second place for backups lie on the network: that is "
                "safe."
            ),
        )
    return None


def _mounts() -> list[tuple[str, str]]:
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    fields = [line.split() for line in lines]
    return [(found[1].replace("\\040", " "), found[2]) for found in fields if len(found) > 2]  # noqa: PLR2004  # its parts


def _is_remote(folder: Path) -> bool:
    """Whether it lies on a drive letter of Windows that stands for a share."""
    if os.name != "nt":
        return False
    import ctypes  # noqa: PLC0415  # only there

    windows: Any = ctypes
    return bool(windows.windll.kernel32.GetDriveTypeW(folder.anchor) == _REMOTE)
