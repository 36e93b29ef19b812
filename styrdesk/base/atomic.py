"""Writing files so that a kill or a full disk leaves the earlier one whole."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

_PATIENCE = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)  # seconds
_MAY_BE_HELD = os.name == "nt"  # there an antivirus program that looks at a file holds it
_HEAD = 40  # of the target's name: the longest name that a disk takes leaves no room for more
_LEFT = re.compile(r"[0-9a-f]{8}\.tmp(-journal)?")
_OLD = 86_400  # seconds; what is older was left by a program that was killed
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM, errno.EBADF}
# EINVAL is what Windows says of a USB stick or a share that knows no hard links.
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EACCES, errno.EINVAL}
_BESIDE = ("", "-journal")  # SQLite's own, when what is written is a database


@contextlib.contextmanager
def temporary(target: Path) -> Iterator[Path]:
    """A free name beside the target, for a file that does not outlive the block.

    What a kill left of earlier ones goes, once it is a day old.
    """
    target = _real(target)
    head = f".{target.name[:_HEAD]}."
    with contextlib.suppress(OSError):
        _take_away_left(target.parent, head)
    path = target.with_name(f"{head}{os.urandom(4).hex()}.tmp")
    try:
        yield path
    finally:
        for end in _BESIDE:
            with contextlib.suppress(OSError):
                path.with_name(path.name + end).unlink(missing_ok=True)


def is_temporary(path: Path) -> bool:
    """Whether a file has a name that only `temporary` gives."""
    head, dot, end = path.name.partition(".")[2].rpartition(".tmp")
    left = _LEFT.fullmatch(head[-8:] + dot + end)
    return path.name.startswith(".") and left is not None


def _take_away_left(folder: Path, head: str) -> None:
    for left in folder.iterdir():
        ours = left.name.startswith(head) and _LEFT.fullmatch(left.name[len(head) :])
        if ours and time.time() - left.lstat().st_mtime > _OLD:
            left.unlink()


def publish(written: Path, target: Path) -> None:
    """Put a written file in the target's place, all of it or nothing, with the target's rights."""
    target = _real(target)
    sync(written)
    if os.name != "nt" and target.exists():
        written.chmod(stat.S_IMODE(target.stat().st_mode))  # never more readers than before
    _patiently(lambda: written.replace(target))
    sync_folder(target.parent)


def _patiently(act: Callable[[], object]) -> None:
    for pause in (*_PATIENCE, None):
        try:
            act()
        except PermissionError:
            if pause is None or not _MAY_BE_HELD:
                raise
            time.sleep(pause)
        else:
            return


def publish_new(written: Path, target: Path) -> None:
    """Put a written file in place only if nothing lies there.

    Raises:
        FileExistsError: Something lies there; it is not touched.
    """
    sync(written)
    try:
        os.link(written, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        _patiently(lambda: written.rename(target))
    sync_folder(target.parent)


def write(target: Path, content: bytes) -> None:
    """Write a whole file in the target's place."""
    with temporary(target) as path:
        path.write_bytes(content)
        publish(path, target)


def make_folder(folder: Path) -> None:
    """Make a folder and those over it, so that they are there after a power cut too."""
    if folder.is_dir() or folder == folder.parent:
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync(path: Path) -> None:
    """Wait until the file is on the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the folder's names are on the disk, where the system can."""
    if os.name == "nt":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        _let_pass(error)
        return
    try:
        os.fsync(handle)
    except OSError as error:
        _let_pass(error)
    finally:
        os.close(handle)


def _let_pass(error: OSError) -> None:
    """A share that cannot do it is no fault; a disk that fails is."""
    if error.errno not in _NO_FOLDER_SYNC:
        raise error


def _real(target: Path) -> Path:
    """Where the file lies: a link is kept and what it leads to is replaced."""
    return target.resolve() if target.is_symlink() else target
