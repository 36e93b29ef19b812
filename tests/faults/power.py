"""Power cuts: what a program said to its disk is logged, and the disk built as it may lie after.

The log is strace's of a real program, so it holds whatever its libraries do too. The model of the
disk is harder than any that is sold: of what was written, renamed or taken away since the last
sync of that file or folder anything may be missing, each piece for itself, and a write may have
been cut off at any sector. What was synced is there, and what was not written is untouched.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults import sweep

SECTOR = 512
# Every call that changes a file or a folder; of those that are not modelled below, a program that
# makes one is told of, rather than believed.
CALLS = (
    *("openat", "close", "dup", "pwrite64", "write", "lseek", "ftruncate", "fdatasync", "fsync"),
    *("rename", "link", "unlink", "mkdir", "rmdir", "sendfile", "copy_file_range", "fallocate"),
    *("pwritev", "writev", "truncate", "renameat", "renameat2", "linkat", "unlinkat", "mkdirat"),
)
# How much of what was not synced came through: nothing, all, or some.
SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
_LINE = re.compile(r"\d+ +(\w+)\((.*)\) += (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
Event = tuple[Any, ...]


@dataclass(frozen=True)
class Log:
    """What a program did to a folder, in order; an acknowledgement is an event too."""

    events: tuple[Event, ...]

    def acknowledged(self, cut: int | None = None) -> tuple[int, ...]:
        """The numbers that were told before the power went."""
        said = b"".join(event[1] for event in self.events[:cut] if event[0] == "say")
        return tuple(int(n) for n in re.findall(rb"^ACK (\d+)\n", said, re.MULTILINE))


def log_of(program: str, folder: Path) -> Log:
    """Run a program of `programs.py` and tell all it did to the folder."""
    log = folder.with_name(folder.name + ".strace")
    calls = ",".join(CALLS)
    tracing = ("strace", "-f", "-qq", "-o", str(log), "-xx", "-s", "10000000")
    outcome = sweep.run(program, folder, *tracing, "-e", f"trace={calls}")
    assert outcome.acknowledged, outcome.said
    found = Log(tuple(_events(log.read_text(encoding="ascii"), folder.resolve())))
    log.unlink()
    assert found.acknowledged() == outcome.acknowledged
    assert not outcome.told, outcome.told
    return found


def _calls(text: str) -> Iterator[tuple[str, list[bytes], list[str], int]]:
    """Each call that did something: its name, strings, other words and result."""
    for line in text.splitlines():
        found = _LINE.match(line)
        assert found or "unfinished" not in line, f"two threads write at once: {line[:200]}"
        if found and not found[3].startswith("-"):
            call, said, result = found.groups()
            strings = [bytes.fromhex(s.replace("\\x", "")) for s in _TEXT.findall(said)]
            words = [word.strip() for word in _TEXT.sub("", said).split(",")]
            yield call, strings, words, int(result)


def _events(text: str, folder: Path) -> Iterator[Event]:
    """The calls that concern the folder, with paths from there; handles by their numbers."""
    ours: set[int] = set()
    for call, strings, words, result in _calls(text):
        handle = int(words[0]) if words[0].isdigit() else None
        if call == "write" and handle == 1:
            yield "say", strings[0]
        elif handle is not None and handle in ours:
            numbers = [int(word) for word in words[1:] if word.isdigit()]
            yield (call, handle, result) if call == "lseek" else (call, handle, *strings, *numbers)
            ours -= {handle} if call == "close" else set()
        elif handle is None:
            paths = [Path(each.decode()) for each in strings]
            if any(path.is_relative_to(folder) for path in paths):
                within = [path.relative_to(folder) for path in paths]
                ours |= {result} if call == "openat" else set()
                yield ("open", result, *within, words[2]) if call == "openat" else (call, *within)


@dataclass
class _File:
    """What is on the disk, and what was written since: (offset, bytes), or (size, None)."""

    disk: bytearray
    since: list[tuple[int, bytes | None]] = field(default_factory=list)

    def sync(self) -> None:
        for piece in self.since:
            _apply(self.disk, *piece)
        self.since.clear()

    def after(self, chance: random.Random, share: float) -> bytes:
        """What a cut may leave of it."""
        left = bytearray(self.disk)
        for at, content in self.since:
            if chance.random() < share:
                _apply(left, at, content)
            elif content is not None and chance.random() < share:
                for start, piece in _sectors(at, content):
                    if chance.random() < share:
                        _apply(left, start, piece)
        return bytes(left)


class _Folder:
    """Its names are in the disk's."""


def _apply(content: bytearray, at: int, piece: bytes | None) -> None:
    if piece is None:
        content[at:] = bytes(max(0, at - len(content)))
        return
    content.extend(bytes(max(0, at - len(content))))
    content[at : at + len(piece)] = piece


def _sectors(at: int, content: bytes) -> Iterator[tuple[int, bytes]]:
    start = at
    while start < at + len(content):
        end = start - start % SECTOR + SECTOR
        yield start, content[start - at : end - at]
        start = end


class Disk:
    """Files and folders as they lie, and as they may lie after a cut.

    Attributes:
        names: What each path led to at its folder's last sync, and all it has led to since.
    """

    def __init__(self, folder: Path) -> None:
        self.names: dict[Path, list[_File | _Folder | None]] = {Path(): [_Folder()]}
        for path in folder.rglob("*"):
            found = _Folder() if path.is_dir() else _File(bytearray(path.read_bytes()))
            self.names[path.relative_to(folder)] = [found]
        self._open: dict[int, Path] = {}
        self._files: dict[int, _File] = {}
        self._places: dict[int, int] = {}

    def run(self, event: Event) -> None:  # noqa: C901, PLR0912  # a case for each call
        """Do what the program did."""
        match event:
            case "open", handle, path, flags:
                self._opened(handle, path, flags)
            case "close", handle:
                del self._open[handle]
                self._files.pop(handle, None)
            case "write", handle, content, _size:
                self._files[handle].since.append((self._places[handle], content))
                self._places[handle] += len(content)
            case "pwrite64", handle, content, _size, at:
                self._files[handle].since.append((at, content))
            case "lseek", handle, at:
                self._places[handle] = at
            case "ftruncate", handle, size:
                self._files[handle].since.append((size, None))
            case (("fdatasync" | "fsync"), handle):
                self._synced(handle)
            case "mkdir", path:
                self._lead(path, _Folder())
            case (("unlink" | "rmdir"), path):
                self._lead(path, None)
            case "link", path, other:
                self._lead(other, self._now(path))
            case "rename", path, other:
                self._lead(other, self._now(path))
                self._lead(path, None)
            case "say", _text:
                pass
            case _:
                raise NotImplementedError(event[0])

    def seen(self, path: Path) -> bytes | None:
        """What another program reads of a file just now; None where there is none."""
        found = self._now(path)
        if not isinstance(found, _File):
            return None
        content = bytearray(found.disk)
        for piece in found.since:
            _apply(content, *piece)
        return bytes(content)

    def _now(self, path: Path) -> _File | _Folder | None:
        return self.names.get(path, [None])[-1]

    def _lead(self, path: Path, to: _File | _Folder | None) -> None:
        self.names.setdefault(path, [None]).append(to)

    def _opened(self, handle: int, path: Path, flags: str) -> None:
        if self._now(path) is None:
            assert "O_CREAT" in flags, path
            self._lead(path, _File(bytearray()))
        found = self._now(path)
        self._open[handle] = path
        if isinstance(found, _File):
            assert "O_APPEND" not in flags
            self._files[handle], self._places[handle] = found, 0
            if "O_TRUNC" in flags:
                found.since.append((0, None))

    def _synced(self, handle: int) -> None:
        if handle in self._files:
            self._files[handle].sync()
            return
        for path, led in self.names.items():
            if path.parent == self._open[handle]:
                del led[:-1]

    def after(self, into: Path, chance: random.Random) -> None:
        """Build what a cut may leave of the folder."""
        share = chance.choice(SHARES)
        contents: dict[int, bytes] = {}  # a file may have two names
        for path in sorted(self.names.keys() - {Path()}):
            known, *since = self.names[path]
            found = chance.choice(since) if since and chance.random() < share else known
            place = into / path
            if found is None or not place.parent.is_dir():
                continue
            if isinstance(found, _Folder):
                place.mkdir()
                continue
            if id(found) not in contents:
                contents[id(found)] = found.after(chance, share)
            place.write_bytes(contents[id(found)])


def cut(log: Log, before: Path, into: Path, chance: random.Random) -> tuple[int, ...]:
    """Cut the power at any moment; tells what had been acknowledged by then.

    Args:
        log: What a program did.
        before: A copy of the folder as it was before it.
        into: Where to build what is left; it is made.
        chance: Where the cut falls, and what came through.
    """
    at = chance.randrange(len(log.events) + 1)
    disk = Disk(before)
    for event in log.events[:at]:
        disk.run(event)
    into.mkdir()
    disk.after(into, chance)
    return log.acknowledged(at)
