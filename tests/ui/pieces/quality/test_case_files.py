"""Files of a case in the window, and a case that came here closed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from styrdesk.domain.case import Case, Happened
from styrdesk.domain.case_flow import passed
from styrdesk.ui.kit.attachment_list import AttachmentList
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.pieces.quality.cases.anonymise_sheets import AnonymiseCaseSheet
from styrdesk.ui.pieces.quality.cases.case_form import CaseForm
from styrdesk.ui.pieces.quality.cases.cases_page import CasesPage
from styrdesk.ui.pieces.quality.cases.side import last_days
from tests.helpers.robots import RecordsRobot
from tests.helpers.world import World


@pytest.fixture
def desk(world: World) -> World:
    """A case that has come in."""
    services = world.services
    services.case_flow.begin()
    kind = next(one.id for one in services.cases.types() if one.name == "Klagomål")
    services.cases.add(Case("k", "c1", kind, "", title="Om Lisa", body="Text", reporter="Bo Al"))
    return world


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "brev.txt"
    path.write_text("Hej!", "utf-8")
    return path


def kept(desk: World) -> list[str]:
    return [one.name for one in desk.services.attachments.of("case", "k")]


def files_of(robot: RecordsRobot) -> AttachmentList:
    assert isinstance(robot.form, CaseForm)
    return robot.form.files


def test_a_letter_is_attached_and_a_closed_case_shows_it_and_takes_no_more(
    qtbot: QtBot, desk: World, letter: Path
) -> None:
    robot = RecordsRobot(qtbot, CasesPage(desk.context))
    robot.open("k")
    desk.dialogs.answer("open_file", letter)
    robot.press("attach")
    assert kept(desk) == ["brev.txt"]
    files = files_of(robot)
    assert (files.list.count(), files.add.isVisibleTo(files)) == (1, True)
    case, today = desk.services.cases.get("k"), desk.services.clock.today()
    last = desk.services.cases.way(case.type_id).stages[-1]
    with desk.services.work.step("Close"):
        desk.services.file.store.save(replace(case, stage_id=last.id, closed_on=today))
        desk.services.cases.note(case, Happened.CLOSED, last)
    desk.context.operations.tell(desk.services.work.last)
    files = files_of(robot)
    assert [files.add.isVisibleTo(files), files.remove.isVisibleTo(files)] == [False, False]
    assert files.show_file.isVisibleTo(files)


def test_a_secret_case_shows_no_files_until_it_is_opened(
    qtbot: QtBot, desk: World, letter: Path
) -> None:
    desk.services.attachments.add("case", "k", letter.name, letter.read_bytes())
    desk.services.cases.save(replace(desk.services.cases.get("k"), secret=True))
    robot = RecordsRobot(qtbot, CasesPage(desk.context))
    robot.open("k")
    assert robot.form.findChildren(AttachmentList) == []
    assert robot.page.findChild(QPushButton, "attach") is None
    desk.services.case_flow.open_secret("Handlägger", "k")
    opened = RecordsRobot(qtbot, CasesPage(desk.context))
    opened.open("k")
    assert files_of(opened).list.count() == 1


@pytest.mark.parametrize(("goes", "left"), [(True, []), (False, ["brev.txt"])])
def test_whether_files_go_is_asked_where_there_are_any(
    qtbot: QtBot, desk: World, letter: Path, goes: bool, left: list[str]
) -> None:
    robot = RecordsRobot(qtbot, CasesPage(desk.context))
    robot.open("k")
    asked: list[bool] = []

    def look(sheet: Sheet) -> bool:
        asked.append(sheet.form["files"].isVisibleTo(sheet))
        return False

    def decide(sheet: Sheet) -> bool:
        assert isinstance(sheet, AnonymiseCaseSheet)
        look(sheet)
        sheet.form["files"].set_value(goes)
        return sheet.go_on()

    def make_anonymous() -> None:
        menu = robot.form.menu()
        next(one for one in menu.actions() if one.text().startswith("Make anonymous")).trigger()

    desk.dialogs.answer("fill", look)
    make_anonymous()
    desk.services.attachments.add("case", "k", letter.name, letter.read_bytes())
    desk.dialogs.answer("fill", decide)
    make_anonymous()
    assert asked == [False, True]
    assert kept(desk) == left
    assert desk.services.cases.get("k").reporter == ""


def test_of_a_case_that_came_here_closed_the_last_step_alone_is_told(
    qtbot: QtBot, desk: World
) -> None:
    cases, day = desk.services.cases, desk.services.clock.today()
    blank = replace(cases.get("k"), id="x", code="", title="Gammalt")
    fresh = replace(blank, arrived=day, answered_on=day, closed_on=day)
    cases.take_in([cases.as_new(fresh, {})], (), lambda _n: None, {"x": "a.csv, row 2"})
    robot = RecordsRobot(qtbot, CasesPage(desk.context))
    robot.open("x")
    assert isinstance(robot.form, CaseForm)
    last = cases.way(fresh.type_id).stages[-1].name
    said = robot.form.top.steps.accessibleDescription()
    assert said.startswith(f"{last} done")
    assert "," not in said
    assert robot.form.top.next.isHidden()
    way, case = cases.way(fresh.type_id), cases.get("x")
    left = passed(desk.services.case_flow.events("x"), case)
    days = list(last_days(case, way, left, day))
    assert [each.mark[0] for each in days] == ["done"]  # the answer, which the sheet told
    open_days = last_days(cases.get("k"), way, {}, day)
    assert len(list(open_days)) > 1
