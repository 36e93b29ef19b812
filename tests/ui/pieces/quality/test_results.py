"""What planning has led to: every decided version, its print, its code, and the proof of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from styrdesk.domain import plan_file
from styrdesk.domain.decided import DecidedKind, DecidedLine
from styrdesk.domain.decision import Decision
from styrdesk.domain.plan import PlanStatus
from styrdesk.domain.plan_file import PlanFile
from styrdesk.storage.triggers import drop, install
from styrdesk.ui.kit.piece import Target, Where
from styrdesk.ui.pieces.quality.results.results_page import ResultsPage
from styrdesk.ui.pieces.quality.results.verifying import VerifyAll
from tests.helpers.builders import PLAN, a_document, a_plan
from tests.helpers.files import PRINT, decide, decide_report
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
    robot.press("need")
    assert world.shell.gone[-1] == Target("planning", "plan")


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


REPORT = Decision("Nämnden", date(2025, 11, 19), "§ 7", "2025/8")


def decided_report(world: World) -> DecidedLine:
    """A report on quality of the nämnd's, decided."""
    services = world.services
    (plan,) = services.decided.every()
    services.quality.begin(plan.committee_id, 2025)
    report = services.quality.find(plan.committee_id, 2025)
    assert report is not None
    decide_report(services, DecidedKind.QUALITY_REPORT, report.id, REPORT, pdf=b"%PDF a report")
    (line,) = services.decided.lines(kinds=[DecidedKind.QUALITY_REPORT]).rows(0, 9)
    return line


def test_every_kind_stands_in_one_list_and_the_chips_part_them(qtbot: QtBot, desk: World) -> None:
    line = decided_report(desk)
    robot = page(qtbot, desk)
    assert robot.rows(KIND) == ["Report on quality", "Committee plan"]
    assert robot.rows(YEAR)[0] == "2025"
    robot.shown.chips["plan"].setChecked(True)
    assert robot.rows(KIND) == ["Committee plan"]
    robot.shown.chips["plan"].setChecked(False)
    robot.open(line.id)
    robot.press("show_quality_report")
    assert desk.shell.gone[-1].page == "quality_report"
    assert desk.shell.place == Where(line.committee_id, 2025)


def test_a_report_is_saved_byte_for_byte_and_found_by_its_code(
    qtbot: QtBot, desk: World, tmp_path: Path
) -> None:
    line = decided_report(desk)
    robot = page(qtbot, desk)
    robot.open(line.id)
    desk.dialogs.answer("save_file", tmp_path / "report.pdf")
    robot.press("save_pdf")
    assert (tmp_path / "report.pdf").read_bytes() == b"%PDF a report"
    desk.dialogs.answer("enter", line.code).answer("question", False)
    robot.press("check_paper")
    _kind, head, body = desk.dialogs.said[-1]
    assert head == "The paper is the decided report in force"
    assert line.title in body


def test_all_are_verified_and_the_one_that_was_changed_is_named(qtbot: QtBot, desk: World) -> None:
    line = decided_report(desk)
    robot = page(qtbot, desk)
    verifying = robot.page.findChild(VerifyAll)
    assert verifying is not None
    robot.press("verify_all")
    qtbot.waitUntil(lambda: "All 2 documents" in verifying.words())
    db = desk.services.file.db
    drop(db)  # behind the program's back
    db.execute_sql("UPDATE blob SET content = x'00' WHERE sha256 = ?", (line.pdf,))
    install(db)
    robot.press("verify_all")
    qtbot.waitUntil(lambda: "1 document of 2 is not" in verifying.words())
    assert line.code in verifying.words()


def test_verifying_can_be_stopped(qtbot: QtBot, desk: World) -> None:
    decided_report(desk)
    robot = page(qtbot, desk)
    verifying = robot.page.findChild(VerifyAll)
    assert verifying is not None
    robot.press("verify_all")
    robot.press("stop_verifying")
    assert verifying.isHidden()
