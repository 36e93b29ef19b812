"""What holds for every test of the window: one look, one language, nothing left open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QThreadPool
from PySide6.QtWidgets import QApplication

from styrdesk import bootstrap
from styrdesk.base.clock import FrozenClock
from styrdesk.base.i18n import use_language
from styrdesk.domain.goal import Goal, StrategicPlan
from styrdesk.domain.organisation import Committee
from styrdesk.services.catalogue import Services
from styrdesk.services.changes import Changes
from styrdesk.services.settings import SettingsService
from styrdesk.ui.kit import theme
from styrdesk.ui.kit.operations import Operations
from styrdesk.ui.kit.piece import PageContext, Where
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.patience import PatientBot
from tests.helpers.windows import KEPT
from tests.helpers.world import StandIn, World

TODAY = datetime(2025, 11, 20, 14, 2, tzinfo=UTC)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _one_look(qapp: QApplication) -> Iterator[None]:
    """Light, zoom 1, texts in the source language, Swedish numbers; nothing is left open."""
    QLocale.setDefault(QLocale("sv_SE"))
    theme.apply(qapp, "light", 1.0)
    use_language("en")
    yield
    assert QThreadPool.globalInstance().activeThreadCount() == 0
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    KEPT.clear()


@pytest.fixture
def dialogs() -> Iterator[ScriptedDialogs]:
    """A dialogs door whose every answer must be used."""
    door = ScriptedDialogs()
    yield door
    door.check_used()


@pytest.fixture
def kept(tmp_path: Path) -> SettingsService:
    """The settings of this computer: the window and the services ask the same."""
    return SettingsService(tmp_path / "settings")


@pytest.fixture
def services(kept: SettingsService, tmp_path: Path) -> Iterator[Services]:
    made = bootstrap.create_services(tmp_path / "a.styrdesk", kept, FrozenClock(TODAY))
    yield made
    made.file.close()


@pytest.fixture
def empty(services: Services, dialogs: ScriptedDialogs, kept: SettingsService) -> World:
    """A file with nothing in it."""

    def last() -> Changes:
        return services.work.last

    operations, shell = Operations(last, dialogs), StandIn()
    context = PageContext(services, operations, dialogs, kept, shell)
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
