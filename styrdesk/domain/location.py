"""Tells by its path whether a folder is one that other machines write in: cloud or network.

Names of folders as the services' own programs make them, on Windows, macOS and Linux.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Final

# Service → what a folder of its is called, any case. "OneDrive - Borlänge kommun" is one.
_FOLDERS: Final = {
    "OneDrive": r"onedrive( ?-.*)?",
    "Dropbox": r"dropbox( ?[-(].*)?",
    "Google Drive": r"google ?drive( ?[-(].*)?|drivefs",
    "iCloud": r"icloud ?drive|mobile documents|com~apple~clouddocs",
    "Nextcloud": r"(next|own)cloud\d*( ?[-(].*)?",
    "Box": r"box(-box| sync| drive)",
}
# What a folder at the top of Google's own drive letter is called.
_GOOGLES: Final = frozenset({"my drive", "min enhet", "shared drives", "delade enheter"})
# Variable of Windows that tells where the service's folder lies.
_VARIABLES: Final = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
}
# Types of file system in /proc/mounts: man 5 fs, man 8 mount; fuse.* by their programs' names.
_NETWORKS: Final = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|ncpfs|afs|ceph|9p|davfs|fuse\.(sshfs|davfs2?|glusterfs|gvfsd-fuse)"
)
_CLOUDS: Final = {"fuse.onedriver": "OneDrive", "fuse.rclone": "rclone"}


def cloud_of(
    folder: PurePath, variables: Mapping[str, str], mounts: Iterable[tuple[str, str]] = ()
) -> str:
    """The name of the cloud service a folder is kept by, or empty.

    Args:
        folder: Absolute.
        variables: The environment.
        mounts: Place and type of each file system.
    """
    for name, service in _VARIABLES.items():
        home = variables.get(name, "")
        if home and folder.is_relative_to(type(folder)(home)):
            return service
    parts = [part.casefold() for part in folder.parts]
    for service, called in _FOLDERS.items():
        if any(re.fullmatch(called, part) for part in parts):
            return service
    if folder.drive and _GOOGLES & set(parts[1:2]):
        return "Google Drive"
    return _CLOUDS.get(_system(folder, mounts), "")


def is_on_network(folder: PurePath, mounts: Iterable[tuple[str, str]] = ()) -> bool:
    """Whether a folder lies on another machine: a UNC path, or a mounted share."""
    if str(folder).startswith(("\\\\", "//")):
        return True
    return _NETWORKS.fullmatch(_system(folder, mounts)) is not None


def _system(folder: PurePath, mounts: Iterable[tuple[str, str]]) -> str:
    """The type of the file system a folder lies on."""
    over = [(place, kind) for place, kind in mounts if folder.is_relative_to(place)]
    return max(over, key=lambda mount: len(mount[0]), default=("", ""))[1]
