"""Each finding leads to the cell where it is mended; the list of findings stands still."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from styrdesk.domain.assignment import AssignmentAnswer, WorkStatus
from styrdesk.domain.checks import Finding
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.indicator import Indicator
from styrdesk.domain.plan import Activity, BlockKind, PlanStatus
from styrdesk.domain.plan_file import PlanFile, dump
from styrdesk.domain.risk import Handling
from styrdesk.ui.kit.chooser import Chooser
from styrdesk.ui.kit.piece import PageContext, Where
from styrdesk.ui.pieces.planning.editor.outline import INFORMATION
from styrdesk.ui.pieces.planning.editor.table_grid import TableGrid
from tests.helpers.robots import typed
from tests.reports.namndplan import small
from tests.ui.pieces.planning.editor.robot import EditorRobot

N2 = small.uid("committee-goal-2")


def broken() -> PlanDocument:
    """The small plan with a fault in nearly every table, and two goals in chapters of their own."""
    document = small.document()
    first = document.committee_goal[0]
    activity = document.activity[0]
    risk, line, project = document.risk[0], document.budget_line[0], document.investment[0]
    extra = [small.chapter(50 + n, title=f"Mål {n}") for n in range(2)]
    extra.append(small.chapter(60, title="Tomt"))
    blocks = [
        small.block(50 + 10 * k + n, kind, 50 + n, committee_goal_id=goal)
        for k, kind in enumerate((BlockKind.INDICATORS, BlockKind.ACTIVITIES))
        for n, goal in enumerate((first.id, N2))
    ]
    return replace(
        document,
        plan=(small.plan(status=PlanStatus.DRAFT, registration_number="", decided_by=""),),
        chapter=(*document.chapter, *extra),
        block=(*(replace(b, alt="") if b.file else b for b in document.block), *blocks),
        committee_goal=(first, replace(first, id=N2, code=first.code, position=9)),
        goal_answer=(),
        assignment_answer=(
            AssignmentAnswer(small.uid("aa"), small.PLAN, document.assignment[0].id),
        ),
        indicator_value=(),
        indicator=tuple(replace(i, responsible="") for i in document.indicator),
        activity=(
            replace(activity, id=small.uid("act-0"), committee_goal_id=first.id),
            Activity(
                small.uid("act-1"),
                small.PLAN,
                N2,
                code="A9",
                title="Sen",
                status=WorkStatus.DROPPED,
                start=date(2026, 1, 1),
            ),
        ),
        risk=(
            replace(risk, likelihood=4, impact=4, handling=Handling.ACCEPT),
            replace(risk, id=small.uid("r-2"), code="R9", handling=Handling.CONTROL, position=9),
        ),
        budget_line=(replace(line, cost=line.cost + 1_000_000_000),),
        investment=tuple(
            replace(project, id=small.uid(f"inv-{n}"), year_1=1_333 + (n == 2)) for n in range(3)
        ),
    )


@pytest.fixture
def faulty(qtbot: QtBot, context: PageContext) -> EditorRobot:
    files = {small.DIGEST: ("image/png", small.PICTURE)}
    key = context.services.exchange.import_plan(dump(PlanFile(broken(), files))).plan_id
    plan = context.services.plans.get(key)
    context.shell.choose(Where(plan.committee_id, plan.year))
    return EditorRobot(qtbot, context)


def activate(robot: EditorRobot, message: str) -> None:
    """Stand on a finding by its words and press Enter."""
    check = robot.editor.check
    check.open_all()
    check.list.choose(next(s.key for s in check.list.sections() if s.title == message))
    robot.bot.keyClick(check.list, Qt.Key.Key_Return)


def standing_wrong(robot: EditorRobot, finding: Finding) -> str:
    """What is wrong with where a finding has led; empty where nothing is."""
    place, editor = finding.place, robot.editor
    if place.table == "plan":
        right = editor.key == INFORMATION and robot.focus == f"{place.field}_input"
        return "" if right else "another field"
    if not place.chapter:
        return "" if robot.shell.went else "nowhere"
    chapter = editor.chapter
    if editor.key != place.chapter or chapter is None:
        return "another chapter"
    here = QApplication.focusWidget()
    if not place.block:
        return "" if here is not None and chapter.isAncestorOf(here) else "no focus"
    view = next(view for view in chapter.blocks if view.key == place.block)
    if here is None or not view.isAncestorOf(here):
        return "another block"
    return cell_wrong(here, finding) if isinstance(here, TableGrid) else ""


def cell_wrong(grid: TableGrid, finding: Finding) -> str:
    """Whether a cell is another than that of the finding, or cannot be written in."""
    place, at = finding.place, grid.currentIndex()
    column, lines = grid.spec.columns[at.column()], grid.lines
    if column.put is None:
        return "a calculated cell"
    if place.table != "block" and place.field and column.field != place.field:
        return f"the column {column.field}"
    shown = [n for n, line in enumerate(lines) if grid.spec.is_about(line, place.record)]
    wanted = shown[0] if shown else len(lines) if place.record else at.row()
    return "" if at.row() == wanted else "another row"


def test_every_finding_leads_to_where_it_is_mended(faulty: EditorRobot) -> None:
    findings = faulty.editor.manuscript.findings
    assert len({finding.code for finding in findings}) > 14
    wrong = {}
    for finding in findings:
        faulty.go("Tomt")
        faulty.shell.went.clear()
        activate(faulty, finding.message)
        said = standing_wrong(faulty, finding)
        if said:
            wrong[finding.code, finding.message] = said, finding.place
    assert wrong == {}


def test_an_activity_is_shown_in_its_goals_own_chapter(faulty: EditorRobot) -> None:
    activate(faulty, "The activity A9 Sen has no end date.")
    chapter = faulty.editor.chapter
    assert chapter is not None
    assert chapter.head.title.text().endswith("Mål 1")
    grid = faulty.grid("activity")
    assert grid.spec.columns[grid.currentIndex().column()].field == "end"


def test_the_reason_of_a_dropped_activity_is_written_under_the_table(faulty: EditorRobot) -> None:
    activate(faulty, "The activity A9 Sen has no reason for being dropped.")
    assert faulty.focus == "comment_input"


def test_a_table_that_is_lacking_is_told_by_the_button_that_adds_it(faulty: EditorRobot) -> None:
    chapters = faulty.page.context.services.chapters
    controls = [b for b in faulty.editor.manuscript.document.block if b.kind is BlockKind.CONTROLS]
    faulty.page.context.operations.run(lambda: chapters.delete_block(controls[0].id))
    faulty.look()
    activate(faulty, "The risk R9 is to be controlled but has no control.")
    chapter = faulty.editor.chapter
    assert chapter is not None
    assert chapter.missing.isVisible()
    assert "Internal control plan" in chapter.missing.words()
    assert chapter.add.hasFocus()
    faulty.choose_in(chapter._add_menu, "add_controls")
    assert not chapter.missing.isVisible()


def test_what_stops_a_decision_is_open_and_the_rest_is_folded(faulty: EditorRobot) -> None:
    check = faulty.editor.check
    assert check.summary.text().endswith(" to look at")
    assert "errors stop a decision" in check.summary.text()
    titles = [s.title for s in check.list.sections()]
    assert titles[0] == "Stops a decision"
    assert "Activities that lack something" in titles
    assert "The activity A9 Sen has no end date." not in titles


def test_a_fold_is_opened_and_folded_by_keys_and_is_spoken(faulty: EditorRobot) -> None:
    check = faulty.editor.check
    row = next(s for s in check.list.sections() if s.title.startswith("Activities that"))
    check.list.choose(row.key)
    said = Qt.ItemDataRole.AccessibleTextRole
    assert check.list.currentItem().data(said) == f"{row.title}, {row.count}, folded"
    faulty.bot.keyClick(check.list, Qt.Key.Key_Right)
    assert check.list.currentItem().data(said) == f"{row.title}, {row.count}, open"
    faulty.bot.keyClick(check.list, Qt.Key.Key_Down)
    assert "activity" in check.list.currentItem().text()
    faulty.bot.keyClick(check.list, Qt.Key.Key_Left)
    assert check.list.key() == row.key
    faulty.bot.keyClick(check.list, Qt.Key.Key_Left)
    assert "The activity A9 Sen has no end date." not in [s.title for s in check.list.sections()]
    faulty.bot.keyClick(check.list, Qt.Key.Key_Return)
    assert "The activity A9 Sen has no end date." in [s.title for s in check.list.sections()]


def test_the_findings_stand_still_while_one_mends(faulty: EditorRobot) -> None:
    check = faulty.editor.check
    check.list.setFixedHeight(240)
    check.open_all()
    bar = check.list.verticalScrollBar()
    activate(faulty, "The activity A9 Sen has no end date.")
    chosen, item = check.list.key(), check.list.currentItem()
    top = check.list.visualItemRect(item).top()
    assert bar.value() > 0
    faulty.go("Om assignments")
    grid = faulty.grid("assignment_answer")
    count = len(check.list.sections())
    faulty.write(grid, 0, 2, "Genom kurser.")
    faulty.look()
    assert len(check.list.sections()) < count
    assert check.list.key() == chosen
    assert check.list.visualItemRect(check.list.currentItem()).top() == top


def test_the_chapters_stand_still_when_one_of_them_is_written_in(robot: EditorRobot) -> None:
    outline = robot.editor.outline
    outline.setFixedHeight(160)
    robot.go("Om signatures")
    robot.bot.waitUntil(lambda: outline.verticalScrollBar().maximum() > 0)
    outline.verticalScrollBar().setValue(outline.verticalScrollBar().maximum() - 30)
    before, chosen = outline.verticalScrollBar().value(), outline.key()
    outline.set_ready(ready=True)
    robot.look()
    assert (outline.verticalScrollBar().value(), outline.key()) == (before, chosen)


def test_an_indicator_is_found_by_a_word_inside_it_with_the_keyboard_alone(
    robot: EditorRobot,
) -> None:
    register = robot.page.context.services.indicators
    titles = ["Elever åk 9 behöriga", *(f"Annat {n}" for n in range(9))]
    for n, title in enumerate(titles):
        made = Indicator(f"ny-{n}", code=f"J{n}", title=title, unit="%")
        robot.page.context.operations.run(partial(register.save, made))
    robot.look()
    robot.go_kind(BlockKind.INDICATORS)
    grid = robot.grid("plan_indicator")
    grid.stand(-1, "indicator_id")
    robot.bot.keyClick(grid, Qt.Key.Key_F2)
    cell = grid.findChild(Chooser)
    assert cell is not None
    typed(cell, "behöriga")
    completer = cell.completer()
    assert completer is not None
    robot.bot.keyClick(completer.popup(), Qt.Key.Key_Return)
    robot.editor.flush()
    assert grid.words()[1][0] == "J0 Elever åk 9 behöriga"
