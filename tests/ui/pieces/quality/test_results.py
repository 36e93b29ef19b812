"""What planning has led to: every decided version, its print, its code, and the proof of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from styrdesk.domain import plan_file
from styrdesk.domain.decision import Decision
from styrdesk.domain.plan import PlanStatus
from styrdesk.domain.plan_file import PlanFile
from styrdesk.storage.triggers import drop, install
from styrdesk.ui.kit.piece import Target, Where
from styrdesk.ui.pieces.quality.results.results_page import ResultsPage
from tests.helpers.builders import PLAN, a_document, a_plan
from tests.helpers.files import PRINT, decide
from tests.helpers.robots import RecordsRobot, Robot
from tests.helpers.world import World

NAME, KIND, COMMITTEE, YEAR, DECISION, CODE, STATE = range(7)


@pytest.fixture
def desk(world: World) -> World:
    """A plan that is decided."""
    services = world.services
    services.exchange.import_plan(plan_file.dump(PlanFile(a_document(plan=(a_plan(),)))))
    decide(services, PLAN, Decision("Nämnden", date(2025, 11, 18), "§ 94", "2025/1"))
    return world


def words(robot: Robot) -> str:
    return "\n".join(label.text() for label in robot.page.findChildren(QLabel))


def page(qtbot: QtBot, world: World) -> RecordsRobot:
    made: Any = ResultsPage(world.context)
    return RecordsRobot(qtbot, made)


def test_nothing_is_decided_yet(qtbot: QtBot, world: World) -> None:
    robot = page(qtbot, world)
    assert robot.rows() == []
    assert "Nothing is decided yet" in words(robot)


def test_every_version_stands_there_with_its_decision_and_its_code(
    qtbot: QtBot, desk: World
) -> None:
    robot = page(qtbot, desk)
    (line,) = desk.services.decided.lines().rows(0, 9)
    assert robot.rows(DECISION) == ["2025-11-18 §\u00a094"]
    assert robot.rows(CODE) == [line.code]
    assert robot.rows(STATE) == ["Decided"]


def test_the_lines_are_found_by_words_and_a_later_one_replaces_the_earlier(desk: World) -> None:
    services = desk.services
    services.revisions.begin(PLAN)
    decide(services, PLAN, Decision("Nämnden", date(2026, 2, 10), "§ 12", "2026/4"))
    lines = services.decided.lines()
    assert lines.count() == 2
    assert [(one.number, one.status) for one in lines.rows(0, 9)] == [
        (2, PlanStatus.DECIDED),
        (1, PlanStatus.REPLACED),
    ]
    assert [one.number for one in lines.rows(1, 9)] == [1]
    committee = lines.rows(0, 1)[0].committee
    assert services.decided.lines(committee.upper()).count() == 2
    assert services.decided.lines("finns inte").count() == 0


def test_a_version_is_verified_in_words_and_its_print_saved_byte_for_byte(
    qtbot: QtBot, desk: World, tmp_path: Path
) -> None:
    robot = page(qtbot, desk)
    (line,) = desk.services.decided.lines().rows(0, 9)
    robot.open(line.id)
    robot.press("verify")
    assert "The version is what was decided" in words(robot)
    desk.dialogs.answer("save_file", tmp_path / "plan.pdf")
    robot.press("save_pdf")
    assert (tmp_path / "plan.pdf").read_bytes() == PRINT
    robot.press("show_plan")
    assert desk.shell.gone[-1] == Target("planning", "plan", record=PLAN, table="plan")
    assert desk.shell.place == Where(line.committee_id, line.year)


def test_a_changed_byte_is_told(qtbot: QtBot, desk: World, monkeypatch: pytest.MonkeyPatch) -> None:
    services = desk.services
    (line,) = services.decided.lines().rows(0, 9)
    db = services.file.db
    drop(db)  # behind the program's back
    db.execute_sql("UPDATE blob SET content = x'00' WHERE sha256 = ?", (line.content,))
    install(db)
    robot = page(qtbot, desk)
    robot.open(line.id)
    robot.press("verify")
    assert "The version is not what was decided" in words(robot)
    assert robot.find(QAbstractButton, "verify").isVisible()
