"""A real file with real services, and what a page is handed, for the pages of this tab."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from styrdesk import bootstrap
from styrdesk.base.clock import FrozenClock
from styrdesk.domain.goal import Goal, StrategicPlan
from styrdesk.domain.organisation import Committee
from styrdesk.services.catalogue import Services
from styrdesk.services.changes import Changes
from styrdesk.services.settings import SettingsService
from styrdesk.ui.kit.operations import Operations
from styrdesk.ui.kit.piece import PageContext, Target, Where
from tests.helpers.dialogs import ScriptedDialogs

TODAY = datetime(2025, 11, 20, 14, 2, tzinfo=UTC)


@dataclass
class StandIn:
    """A window's head that remembers what it was asked."""

    place: Where = field(default_factory=Where)
    gone: list[Target] = field(default_factory=list)

    def where(self) -> Where:
        return self.place

    def choose(self, where: Where) -> None:
        self.place = where

    def go(self, target: Target) -> None:
        self.gone.append(target)

    def print_report(self, key: str, choice: str) -> None:
        raise AssertionError(key)


@dataclass
class World:
    """A page's world: services, dialogs, and the nämnd and year chosen."""

    services: Services
    dialogs: ScriptedDialogs
    shell: StandIn
    context: PageContext

    def undo(self) -> None:
        """Undo as the window does it: the pages with the topics refresh."""
        self.context.operations.run(self.services.work.undo)

    def redo(self) -> None:
        self.context.operations.run(self.services.work.redo)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    kept = SettingsService(tmp_path / "settings")
    made = bootstrap.create_services(tmp_path / "a.styrdesk", kept, FrozenClock(TODAY))
    yield made
    made.file.close()


@pytest.fixture
def empty(services: Services, dialogs: ScriptedDialogs, tmp_path: Path) -> World:
    """A file with nothing in it."""

    def last() -> Changes:
        return services.work.last

    operations, shell = Operations(last, dialogs), StandIn()
    settings = SettingsService(tmp_path / "settings")
    context = PageContext(services, operations, dialogs, settings, shell)
    return World(services, dialogs, shell, context)


@pytest.fixture
def world(empty: World) -> World:
    """One nämnd, one strategic plan, three goals; 2026 is chosen."""
    services = empty.services
    services.committees.add(Committee("c1", name="Barn- och bildningsnämnden", short_name="BUN"))
    services.strategic_plans.add(
        StrategicPlan("s1", "Strategisk plan 2024–2027", 2024, 2027, date(2023, 11, 21), "§ 180")
    )
    for code, title in (("V1", "Skola"), ("V2", "Äldre"), ("F1", "Balans")):
        services.goals.add(Goal(code, strategic_plan_id="s1", code=code, title=title))
    empty.shell.place = Where("c1", 2026)
    return empty
