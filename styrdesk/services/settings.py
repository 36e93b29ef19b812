"""This machine's settings: each declared once with its default, kept in one small file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final

from styrdesk.base import atomic

RECENT: Final = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """What is chosen on this machine.

    Attributes:
        language: "sv" or "en".
        print_language: Language of the program's words on paper, whatever the window speaks.
        scheme: "light", "dark" or "system".
        zoom: Per cent, 80–200.
        people: Who sits here, by file: path → a person's id in that file.
        recent: Paths of files opened lately, newest first.
        place: Where one was, by file: path → "committee id|year|page".
        filters: The saved filter used last, by list: "path|list" → its id in that file.
        units: One's own units, by seat: "path|person id|committee id" → their ids with "|" between.
        own_only: Whether Start shows only what is of these, by the same.
        extract_words: The municipality's own information in an extract of personal data.
        left: What a file was when it was closed here, seen to be whole: path → its mark.
        backup_place: A folder where backups are put as well; empty for none.
    """

    language: str = "sv"
    print_language: str = "sv"
    scheme: str = "system"
    zoom: int = 100
    people: dict[str, str] = field(default_factory=dict)
    recent: tuple[str, ...] = ()
    place: dict[str, str] = field(default_factory=dict)
    filters: dict[str, str] = field(default_factory=dict)
    left: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    own_only: dict[str, bool] = field(default_factory=dict)
    show_instructions: bool = True
    side_panel: bool = True
    extract_words: str = ""
    backup_place: str = ""


class SettingsService:
    """Reads and writes the settings. A file that cannot be read gives the defaults."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "settings.json"
        self.current = self._read()

    def _read(self) -> Settings:
        try:
            data = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Settings()
        if not isinstance(data, dict):
            return Settings()
        known = {f.name: type(getattr(Settings(), f.name)) for f in fields(Settings)}
        return Settings(**{n: self._fit(v, known[n]) for n, v in data.items() if n in known})

    @staticmethod
    def _fit(value: Any, kind: type) -> Any:  # noqa: ANN401  # it is what JSON gives
        fitted = tuple(value) if kind is tuple and isinstance(value, list) else value
        return fitted if isinstance(fitted, kind) else kind()

    def change(self, **values: object) -> None:
        """Set some settings and keep them. A disk that says no costs the setting, not the work."""
        self.current = replace(self.current, **values)  # type: ignore[arg-type]
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            atomic.write(self._path, json.dumps(asdict(self.current)).encode())
        except OSError:
            return

    def opened(self, path: Path) -> None:
        """Remember a file as the one opened last. How it was left says nothing any more."""
        name = str(path.resolve())
        rest = tuple(p for p in self.current.recent if p != name)
        left = {key: mark for key, mark in self.current.left.items() if key != name}
        self.change(recent=(name, *rest)[:RECENT], left=left)

    def remembers(self, path: Path) -> bool:
        """Whether a file is among those opened lately."""
        return str(path.resolve()) in self.current.recent

    def forget(self, path: Path) -> None:
        """Take a file off those opened lately. The file itself is not touched."""
        names = {str(path), str(path.resolve())}
        self.change(recent=tuple(p for p in self.current.recent if p not in names))

    def person(self, path: Path) -> str:
        """Who sits here in a file; empty while nobody has said."""
        return self.current.people.get(str(path.resolve()), "")

    def set_person(self, path: Path, person_id: str) -> None:
        """Remember who sits here in a file."""
        self.change(people=self.current.people | {str(path.resolve()): person_id})

    def left(self, path: Path) -> str:
        """What a file was when it was closed here last; empty when it was not seen to be whole."""
        return self.current.left.get(str(path.resolve()), "")

    def set_left(self, path: Path, mark: str) -> None:
        """Remember what a whole file is when it is closed; an empty mark says nothing."""
        if mark:
            self.change(left=self.current.left | {str(path.resolve()): mark})

    def filter_of(self, path: Path, register: str) -> str:
        """Id of the saved filter that was used last in a list; empty for none."""
        return self.current.filters.get(f"{path.resolve()}|{register}", "")

    def set_filter(self, path: Path, register: str, filter_id: str) -> None:
        """Remember the saved filter that is used in a list; an empty id forgets it."""
        kept = self.current.filters | {f"{path.resolve()}|{register}": filter_id}
        self.change(filters={key: value for key, value in kept.items() if value})

    def _seat(self, path: Path, committee_id: str) -> str:
        return f"{path.resolve()}|{self.person(path)}|{committee_id}"

    def units(self, path: Path, committee_id: str) -> tuple[str, ...]:
        """Ids of the units that who sits here has chosen as their own; none while they have not."""
        kept = self.current.units.get(self._seat(path, committee_id), "")
        return tuple(kept.split("|")) if kept else ()

    def set_units(self, path: Path, committee_id: str, unit_ids: Iterable[str]) -> None:
        """Remember which units are one's own in a nämnd; none forgets the choice."""
        kept = self.current.units | {self._seat(path, committee_id): "|".join(unit_ids)}
        self.change(units={key: value for key, value in kept.items() if value})

    def own_only(self, path: Path, committee_id: str) -> bool | None:
        """Whether Start shows only what is of one's own units; None while one has not said."""
        return self.current.own_only.get(self._seat(path, committee_id))

    def set_own_only(self, path: Path, committee_id: str, *, on: bool) -> None:
        """Remember what Start is to show in a nämnd."""
        self.change(own_only=self.current.own_only | {self._seat(path, committee_id): on})
