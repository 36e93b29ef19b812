"""The words of a kept file, read in a child process: a hostile one costs the child and no more."""

from __future__ import annotations

import io
import multiprocessing
import os
import re
import zipfile
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, Final
from xml.etree import ElementTree as ET

from styrdesk.domain.attachment import (
    CSV,
    DOCX,
    DOTX,
    ODT,
    OTT,
    PDF,
    POTX,
    PPTX,
    TEXT,
    XLSX,
    XLTX,
)
from styrdesk.services.plain_text import decoded

MOST: Final = 200_000
"""Letters that are kept of a file: of a longer one its beginning is found."""
_TEXT, _CELLS = re.compile(r"word/document\.xml"), re.compile(r"xl/sharedStrings\.xml")
_SLIDES, _OPEN = re.compile(r"ppt/slides/slide\d+\.xml"), re.compile(r"content\.xml")
# The parts of an office document in which its words stand.
_PARTS: Final = {
    **dict.fromkeys((DOCX, DOTX), _TEXT),
    **dict.fromkeys((XLSX, XLTX), _CELLS),
    **dict.fromkeys((PPTX, POTX), _SLIDES),
    **dict.fromkeys((ODT, OTT), _OPEN),
}
_PLAIN: Final = frozenset({TEXT, CSV})
_APART: Final = frozenset({"p", "h", "br", "tab", "si", "line-break"})  # words do not go on past
_SILENT: Final = frozenset({"delText", "deletion", "instrText"})  # struck out, or a field's code
_PIECE: Final = 1 << 16
_MOST_XML: Final = 50 * 1024 * 1024  # bytes, unpacked
_MOST_PAGES: Final = 500
_SECONDS: Final = 120.0  # for a file, by the clock: the child gives way to all other work
_LOOK: Final = 0.2  # seconds between looks whether it is given up
_MEMORY: Final = 2 * 1024**3
_NICE: Final = 10


class _EnoughError(Exception):
    """So many letters as are kept have been read, or what is read is not what it should be."""


class _Letters:
    """What expat tells of an office document: its letters, in order."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._count = self._silent = 0

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        self._silent += name in _SILENT
        if name in _APART:
            self.parts.append("\n")

    def end(self, tag: str) -> None:
        self._silent -= tag.rpartition("}")[2] in _SILENT

    def data(self, text: str) -> None:
        if self._silent:
            return
        self.parts.append(text)
        self._count += len(text)
        if self._count > MOST:
            raise _EnoughError

    def doctype(self, _name: str, _public: str, _system: str) -> None:
        raise _EnoughError  # no office document has one, and entities are declared there

    def close(self) -> str:
        return "".join(self.parts)


def text_of(content: bytes, media_type: str) -> str:
    """The text of a file, at most `MOST` letters; empty where it has none that is read.

    Raises:
        Exception: Of whatever kind: the file is damaged. To be called in the child.
    """
    if media_type == PDF:
        return _of_pdf(content)[:MOST]
    if media_type in _PLAIN:
        return (decoded(content) or "")[:MOST]
    wanted = _PARTS.get(media_type)
    return _of_office(content, wanted)[:MOST] if wanted else ""


def _of_pdf(content: bytes) -> str:
    import pypdfium2  # noqa: PLC0415  # only the child needs it

    found: list[str] = []
    document = pypdfium2.PdfDocument(content)
    for number in range(min(len(document), _MOST_PAGES)):
        page = document[number]
        text = page.get_textpage()
        found.append(text.get_text_bounded())
        text.close()
        page.close()
        if sum(map(len, found)) > MOST:
            break
    return "\n".join(found)


def _of_office(content: bytes, wanted: re.Pattern[str]) -> str:
    letters, left = _Letters(), _MOST_XML
    with suppress(_EnoughError), zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = filter(wanted.fullmatch, archive.namelist())
        for name in sorted(names, key=lambda name: (len(name), name)):  # slide 2 before slide 10
            parser = ET.XMLParser(target=letters)  # noqa: S314  # no DTD gets by, and in the child
            with archive.open(name) as source:
                while left > 0 and (piece := source.read(_PIECE)):
                    parser.feed(piece)
                    left -= len(piece)
    return letters.close()


def serve(pipe: Connection) -> None:
    """The child's work, until its pipe ends."""
    _bound()
    while True:
        try:
            content, media_type = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            text = text_of(content, media_type)
        except Exception:  # noqa: BLE001  # a damaged file has no words
            text = ""
        pipe.send(text)


def _bound() -> None:
    """Take no more memory than a document needs, and let the window go first."""
    with suppress(ImportError, OSError, ValueError, AttributeError):
        import resource  # noqa: PLC0415  # not on Windows

        os.nice(_NICE)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


class WordReader:
    """Reads files in one child, which is killed when it takes too long."""

    def __init__(self) -> None:
        self._process: Any = None  # a SpawnProcess; multiprocessing gives no one type for it
        self._pipe: Connection | None = None
        self._given_up = False

    def text(self, content: bytes, media_type: str) -> str:
        """The text of a file; empty where it cannot be read in good time."""
        if media_type not in {PDF, *_PLAIN, *_PARTS}:
            return ""
        try:
            pipe = self._started()
            pipe.send((content, media_type))
            for _look in range(round(_SECONDS / _LOOK)):
                if pipe.poll(_LOOK):
                    return str(pipe.recv())
                if self._given_up:
                    break
        except (OSError, EOFError):  # the child is gone
            pass
        self.stop()
        return ""

    def _started(self) -> Connection:
        if self._pipe is None:
            # Spawned, never forked: a fork would share the window's connection and the open file.
            context = multiprocessing.get_context("spawn")
            self._pipe, there = context.Pipe()
            process = context.Process(target=serve, args=(there,), daemon=True)
            with there:
                process.start()
            self._process = process  # one that could not be started is none to kill
        return self._pipe

    def give_up(self) -> None:
        """Wait no more for the file that is being read; called from another thread."""
        self._given_up = True

    def stop(self) -> None:
        """Kill the child."""
        process, self._process = self._process, None
        pipe, self._pipe = self._pipe, None
        if process is not None:
            process.kill()
            process.join()
        if pipe is not None:
            pipe.close()
