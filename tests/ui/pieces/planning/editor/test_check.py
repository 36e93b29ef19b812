"""Kontroll leads to the place, a decision is noted or refused, and a decided plan is locked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from styrdesk.domain.checks import Place
from styrdesk.domain.plan import BlockKind, PlanStatus
from styrdesk.ui.kit.piece import PageContext, Target, Where
from tests.helpers.windows import nameless, rich_labels
from tests.ui.pieces.planning.editor.robot import EditorRobot, import_plan


def rows(robot: EditorRobot) -> list[str]:
    return [s.title for s in robot.editor.check.list.sections() if s.key]


def enter(robot: EditorRobot, words: str) -> None:
    """Stand on a finding and press Enter."""
    listed = robot.editor.check.list
    key = next(s.key for s in listed.sections() if s.key and words in s.title)
    listed.choose(key)
    robot.bot.keyClick(listed, Qt.Key.Key_Return)


def test_a_fault_comes_into_the_list_a_moment_after_it_is_made(robot: EditorRobot) -> None:
    count = len(rows(robot))
    robot.go_kind(BlockKind.ASSIGNMENTS)
    robot.write(robot.grid("assignment_answer"), 0, 2, "")
    robot.look()
    assert len(rows(robot)) == count + 1
    assert robot.editor.side.tabs.tabText(1) == f"Check  {count + 1}"
    assert "has no answer" in rows(robot)[0]


def test_enter_leads_to_the_cell_where_a_fault_is_mended(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.ASSIGNMENTS)
    robot.write(robot.grid("assignment_answer"), 0, 2, "")
    robot.look()
    robot.go("Inledning")
    enter(robot, "has no answer")
    assert robot.editor.chapter is not None
    assert "Om assignments" in robot.editor.chapter.head.title.text()
    grid = robot.grid("assignment_answer")
    assert grid.hasFocus()
    assert grid.currentIndex().row() == 0


def test_a_finding_of_the_document_information_leads_to_its_field(robot: EditorRobot) -> None:
    plan = robot.editor.manuscript.plan
    robot.editor.show_place(Place("plan", plan.id, "registration_number"))
    assert robot.focus == "registration_number_input"


def test_a_finding_of_a_register_leads_there(robot: EditorRobot) -> None:
    enter(robot, "nobody responsible")
    target = robot.shell.went[-1] if robot.shell.went else None
    assert target is None or (target.piece, target.page) == ("planning", "indicators")


def test_document_information_is_saved_as_it_is_written(robot: EditorRobot) -> None:
    robot.go("Document information")
    robot.fill("registration_number", "2026/77")
    robot.page.flush()
    assert robot.editor.manuscript.plan.registration_number == "2026/77"
    robot.fill("valid_from", "hundra")
    assert robot.page.flush() is False
    assert robot.field("valid_from").error()


def test_the_status_goes_between_draft_comment_and_proposal(robot: EditorRobot) -> None:
    robot.go("Document information")
    view = robot.editor.information
    assert view is not None
    view.status.setCurrentIndex(1)
    view.status.activated.emit(1)
    assert robot.editor.manuscript.plan.status is PlanStatus.CONSULTATION


def test_a_decision_that_lacks_its_paragraph_is_refused_where_it_is_written(
    robot: EditorRobot,
) -> None:
    robot.go("Document information")
    robot.fill("paragraph", "x")
    robot.key(Qt.Key.Key_Backspace)
    robot.page.flush()
    robot.press("decide")
    view = robot.editor.information
    assert view is not None
    assert view.refused.isVisible()
    assert "1 error stops it" in view.refused.words()
    assert view.form.form["paragraph"].error()
    assert robot.editor.manuscript.plan.status is PlanStatus.DRAFT


def test_all_that_stops_a_decision_is_told_at_once_and_nothing_is_asked(robot: EditorRobot) -> None:
    robot.go("Document information")
    for field in ("paragraph", "registration_number"):
        robot.fill(field, "x")
        robot.key(Qt.Key.Key_Backspace)
    robot.page.flush()
    robot.press("decide")
    view = robot.editor.information
    assert view is not None
    assert "2 errors stop it" in view.refused.words()
    assert all(view.form.form[field].error() for field in ("paragraph", "registration_number"))
    assert robot.dialogs.said == []
    robot.press("refused_show")
    assert robot.editor.check.isVisible()


def test_a_decided_plan_is_locked_all_over(robot: EditorRobot) -> None:
    robot.go("Document information")
    robot.dialogs.answer("question", True)
    robot.press("decide")
    assert robot.editor.manuscript.plan.status is PlanStatus.DECIDED
    assert robot.editor.locked.isVisible()
    robot.go_kind(BlockKind.OPERATING_BUDGET)
    grid = robot.grid("budget_line")
    before = grid.words()
    robot.paste(grid, 0, 1, "1\t2\t3")
    assert grid.words() == before
    assert not robot.find(QAbstractButton, "add_budget_line").isVisible()
    robot.go("Inledning")
    assert robot.editor.chapter is not None
    robot.editor.chapter.blocks[0].focus_first()
    robot.type("Nej")
    robot.page.flush()
    assert not robot.editor.add.isVisible()
    titles = robot.titles()
    robot.outline_key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    robot.outline_key(Qt.Key.Key_Delete)
    assert robot.titles() == titles


def test_everything_in_every_chapter_says_what_it_is(robot: EditorRobot) -> None:
    for section in robot.editor.outline.sections():
        robot.editor.outline.choose(section.key)
        assert nameless(robot.page) == []
        assert rich_labels(robot.page) == []


def test_several_versions_are_chosen_among(qtbot: QtBot, context: PageContext) -> None:
    first = import_plan(context.services, status=PlanStatus.DECIDED)
    plan = context.services.plans.get(first)
    text = context.services.exchange.export(first)
    context.services.exchange.import_plan(text, as_new=True)
    context.shell.choose(Where(plan.committee_id, plan.year))
    robot = EditorRobot(qtbot, context)
    versions = robot.page.versions
    assert versions.isVisible()
    assert versions.count() == 2
    shown = robot.editor.manuscript.plan_id
    other = 1 - versions.currentIndex()
    versions.setCurrentIndex(other)
    versions.activated.emit(other)
    assert robot.editor.manuscript.plan_id != shown


def test_without_a_plan_one_begins_from_the_template(qtbot: QtBot, context: PageContext) -> None:
    decided = import_plan(context.services, decided_on=date(2025, 12, 10))
    plan = context.services.plans.get(decided)
    context.shell.choose(Where(plan.committee_id, plan.year + 1))
    robot = EditorRobot(qtbot, context)
    assert str(plan.year + 1) in robot.page.empty.words()
    assert "Last year's plan" in robot.page.empty.words()
    robot.press("new_plan")
    assert robot.editor.manuscript.plan.year == plan.year + 1
    assert len(robot.titles()) > 5


def test_another_year_in_the_window_shows_that_year_s_plan(robot: EditorRobot) -> None:
    where, shown = robot.shell.where(), robot.page
    robot.shell.choose(Where(where.committee_id, where.year + 5))
    shown.place_changed()
    assert shown.empty.isVisible()
    robot.shell.choose(where)
    shown.place_changed()
    assert robot.titles()[0] == "1 Inledning"


def test_undoing_a_new_plan_leads_back_to_the_beginning(qtbot: QtBot, context: PageContext) -> None:
    plan = context.services.plans.get(import_plan(context.services))
    context.shell.choose(Where(plan.committee_id, plan.year + 1))
    robot = EditorRobot(qtbot, context)
    robot.press("new_plan")
    assert len(robot.titles()) > 5
    page = robot.page
    context.operations.run(context.services.work.undo)
    assert page.empty.isVisible()
    context.operations.run(context.services.work.redo)
    assert len(robot.titles()) > 5


def test_a_plan_that_goes_while_another_page_is_shown_is_not_missed(
    qtbot: QtBot, context: PageContext
) -> None:
    plan = context.services.plans.get(import_plan(context.services))
    context.shell.choose(Where(plan.committee_id, plan.year + 1))
    robot = EditorRobot(qtbot, context)
    robot.press("new_plan")
    page = robot.page
    page.hide()
    context.operations.run(context.services.work.undo)
    page.show()
    assert page.empty.isVisible()
    assert not page.new.isHidden()


def test_undoing_a_new_chapter_while_it_is_shown_leads_to_the_document_information(
    robot: EditorRobot,
) -> None:
    robot.go("Inledning")
    robot.dialogs.answer("enter", "Kort")
    robot.press("add_chapter")
    robot.undo()
    assert robot.editor.chapter is None
    assert robot.editor.information is not None
    assert robot.editor.information.isVisible()


def test_a_link_from_elsewhere_leads_to_the_record_in_its_table(robot: EditorRobot) -> None:
    risk = robot.page.context.services.risks.rows()[0]
    robot.page.show_record(Target("planning", "plan", risk.id, "title", "risk"))
    grid = robot.grid("risk")
    assert grid.hasFocus()
    assert grid.currentIndex().column() == 2
    plan = robot.editor.manuscript.plan
    robot.page.show_record(Target("planning", "plan", plan.id, "version", "plan"))
    assert robot.focus == "version_input"
    chapter = robot.editor.outline.sections()[2].key
    robot.page.show_record(Target("planning", "plan", chapter, "", "chapter"))
    assert robot.page.here() == chapter
