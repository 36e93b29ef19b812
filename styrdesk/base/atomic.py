"""Writing files so that a kill or a full disk leaves the earlier one whole."""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path

_PATIENCE = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)  # seconds; an antivirus program may hold the file


@contextlib.contextmanager
def temporary(target: Path) -> Iterator[Path]:
    """A free name beside the target, for a file that does not outlive the block."""
    path = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        yield path
    finally:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def publish(written: Path, target: Path) -> None:
    """Put a written file in the target's place, all of it or nothing."""
    sync(written)
    for pause in (*_PATIENCE, None):
        try:
            written.replace(target)
            break
        except PermissionError:
            if pause is None or os.name != "nt":
                raise
            time.sleep(pause)
    sync_folder(target.parent)


def publish_new(written: Path, target: Path) -> None:
    """Put a written file in place only if nothing lies there.

    Raises:
        FileExistsError: Something lies there; it is not touched.
    """
    sync(written)
    try:
        os.link(written, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if target.exists():
            raise FileExistsError(target) from None
        written.rename(target)
    sync_folder(target.parent)


def write(target: Path, content: bytes) -> None:
    """Write a whole file in the target's place."""
    with temporary(target) as path:
        path.write_bytes(content)
        publish(path, target)


def sync(path: Path) -> None:
    """Wait until the file is on the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the folder's names are on the disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
