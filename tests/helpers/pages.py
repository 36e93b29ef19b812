"""A page on its own: services of a real file, and a shell that remembers where it was led."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from styrdesk import bootstrap
from styrdesk.base.clock import FrozenClock
from styrdesk.services.catalogue import Services
from styrdesk.services.changes import Changes
from styrdesk.services.new_file import Beginning, begin
from styrdesk.services.search import Hit
from styrdesk.services.settings import SettingsService
from styrdesk.ui.kit.operations import Operations
from styrdesk.ui.kit.piece import PageContext, Subject, Target, Where
from tests.helpers.dialogs import ScriptedDialogs

CLOCK: Final = FrozenClock(datetime(2026, 11, 23, 14, 2, tzinfo=UTC))


@dataclass
class FakeShell:
    """Goes nowhere, and remembers where it should have gone."""

    place: Where
    gone: list[Target] = field(default_factory=list)
    told: list[Subject | None] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)

    def where(self) -> Where:
        return self.place

    def choose(self, where: Where) -> None:
        self.place = where

    def go(self, target: Target) -> None:
        self.gone.append(target)

    def shows(self, hit: Hit) -> bool:
        return hit.table != "disposal"

    def show_hit(self, hit: Hit) -> None:
        self.hits.append(hit)

    def show_history(self, subject: Subject | None = None) -> None:
        self.told.append(subject)


@dataclass
class Desk:
    """Everything a page is handed, and the shell it is handed."""

    services: Services
    shell: FakeShell
    kept: SettingsService
    dialogs: ScriptedDialogs

    def context(self) -> PageContext:
        return PageContext(self.services, self.operations(), self.dialogs, self.kept, self.shell)

    def operations(self) -> Operations:
        return Operations(self._last, self.dialogs)

    def _last(self) -> Changes:
        return self.services.work.last


def begun(folder: Path, dialogs: ScriptedDialogs) -> Desk:
    """A file that is just begun: Kulturnämnden, 2027, Åsa Öberg sits here."""
    kept = SettingsService(folder / "settings")
    path = folder / "a.styrdesk"
    services = bootstrap.create_services(path, kept, CLOCK)
    committee, person = begin(services, Beginning("Borlänge", "Kulturnämnden", "Åsa Öberg"))
    kept.set_person(path, person)
    return Desk(services, FakeShell(Where(committee, 2027)), kept, dialogs)
