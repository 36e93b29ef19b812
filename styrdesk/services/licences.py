"""Whose work is in the program, and on what terms: `resources/licences/components.toml`."""

from __future__ import annotations

import platform
import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

from styrdesk.base.paths import resource
from styrdesk.services.styrmodell import load

_TEXT: Final = re.compile(r"\.dist-info/licenses/|(^|/)(LICEN[CS]E|COPYING|NOTICE)[^/]*$")
_BUILT_IN: Final[Mapping[str, str]] = {
    "Python": platform.python_version(),
    "SQLite": sqlite3.sqlite_version,
}


@dataclass(frozen=True, slots=True)
class Component:
    """Something that somebody else has written.

    Attributes:
        packages: The Python packages it comes in.
        licence: Its short name.
        texts: Files under `resources/` with the licence.
    """

    name: str
    licence: str
    packages: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """The version that runs; empty where it has none or does not tell."""
        if not self.packages:
            return _BUILT_IN.get(self.name, "")
        try:
            return metadata.version(self.packages[0])
        except metadata.PackageNotFoundError:
            return ""

    def words(self) -> str:
        """The licence in full; each text after its name where there are several."""
        found = [(path.name, _read(path)) for path in self._files()]
        if len(found) == 1:
            return found[0][1]
        return "\n\n".join(f"======== {name} ========\n\n{text}" for name, text in found)

    def _files(self) -> Iterator[Path]:
        for name in self.texts:
            yield resource(name)
        for package in self.packages:
            try:
                held = metadata.distribution(package).files or []
            except metadata.PackageNotFoundError:
                continue
            for file in sorted(held):
                path = Path(str(file.locate()))
                if _TEXT.search(file.as_posix()) and path.is_file():
                    yield path


def _read(path: Path) -> str:
    """A licence as it was written; some of the oldest are in Latin-1."""
    content = path.read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def components() -> tuple[Component, ...]:
    """All of them, what matters most first."""
    data = load(resource("licences", "components.toml"))
    return tuple(
        Component(
            one["name"], one["licence"], tuple(one.get("packages", ())), tuple(one.get("texts", ()))
        )
        for one in data["component"]
    )
