"""A file with a small plan that holds every kind of block, and its editor on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from styrdesk.base.clock import FrozenClock
from styrdesk.domain.plan import PlanStatus
from styrdesk.services.catalogue import Services, services_of
from styrdesk.services.settings import SettingsService
from styrdesk.storage import file
from styrdesk.ui.kit.operations import Operations
from styrdesk.ui.kit.piece import PageContext, Where
from tests.helpers.dialogs import ScriptedDialogs
from tests.ui.pieces.planning.editor.robot import (
    NOON,
    EditorRobot,
    FakeShell,
    Last,
    import_plan,
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = file.create(tmp_path / "plan.styrdesk")
    yield services_of(opened, FrozenClock(NOON), str)
    opened.close()


@pytest.fixture
def context(services: Services, dialogs: ScriptedDialogs, tmp_path: Path) -> PageContext:
    return PageContext(
        services,
        Operations(Last(services), dialogs),
        dialogs,
        SettingsService(tmp_path / "settings"),
        FakeShell(Where()),
    )


@pytest.fixture
def robot(qtbot: QtBot, context: PageContext) -> EditorRobot:
    plan_id = import_plan(context.services)
    plan = context.services.plans.get(plan_id)
    context.shell.choose(Where(plan.committee_id, plan.year))
    return EditorRobot(qtbot, context)


@pytest.fixture
def decided(qtbot: QtBot, context: PageContext) -> EditorRobot:
    """A plan that came as decided, at its document information."""
    plan_id = import_plan(context.services, status=PlanStatus.DECIDED)
    plan = context.services.plans.get(plan_id)
    context.shell.choose(Where(plan.committee_id, plan.year))
    robot = EditorRobot(qtbot, context)
    robot.go("Document information")
    return robot
