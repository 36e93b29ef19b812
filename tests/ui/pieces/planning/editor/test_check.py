"""Kontroll leads to the place, a decision is noted or refused, and a decided plan is locked."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from styrdesk.domain.checks import Place
from styrdesk.domain.plan import BlockKind, PlanStatus
from styrdesk.ui.kit.piece import PageContext, Target, Where
from styrdesk.ui.kit.sheet import Sheet
from tests.helpers.dialogs import said as told
from tests.helpers.windows import nameless, rich_labels
from tests.ui.pieces.planning.editor.robot import EditorRobot, import_plan


def rows(robot: EditorRobot) -> list[str]:
    robot.editor.check.open_all()
    return [s.title for s in robot.editor.check.list.sections() if s.status]


def enter(robot: EditorRobot, words: str) -> None:
    """Stand on a finding and press Enter."""
    robot.editor.check.open_all()
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
    enter(robot, "has nobody responsible")
    target = robot.shell.went[-1]
    assert (target.page, target.table, target.field) == ("indicators", "indicator", "responsible")


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


def over_the_frame(robot: EditorRobot) -> None:
    """Something that stops a decision: a budget over the frame."""
    robot.go_kind(BlockKind.OPERATING_BUDGET)
    robot.write(robot.grid("budget_line"), 0, 4, "9 999 999")
    robot.go("Document information")


def test_what_stops_a_decision_is_told_and_leads_to_check(robot: EditorRobot) -> None:
    over_the_frame(robot)
    robot.dialogs.answer("choose", 0)
    robot.press("decide")
    kind, head, body = robot.dialogs.said[-1]
    assert (kind, "stops it" in head or "stop it" in head) == ("choose", True)
    assert "tkr" in body
    assert robot.editor.check.isVisible()
    assert robot.editor.check.list.hasFocus()
    assert robot.editor.manuscript.plan.status is PlanStatus.DRAFT


def test_a_decision_tells_what_it_means_and_what_still_stands_out(robot: EditorRobot) -> None:
    robot.go("Document information")
    robot.dialogs.answer("fill")
    robot.press("decide")
    _kind, _head, said = robot.dialogs.said[-1]
    assert "undo stops here" in said
    assert "not noted as ready" in said
    assert "warning" in said
    assert robot.editor.manuscript.plan.status is PlanStatus.DRAFT


def test_the_decision_is_written_in_its_dialog_and_each_lack_is_told_at_its_field(
    robot: EditorRobot,
) -> None:
    robot.go("Document information")
    robot.fill("paragraph", "x")
    robot.key(Qt.Key.Key_Backspace)
    robot.page.flush()

    def fill_in(sheet: Sheet) -> bool:
        assert sheet.go_on() is False
        assert sheet.form["paragraph"].error()
        sheet.form["paragraph"].set_value("§ 99")
        day = sheet.form["decided_on"].editor
        assert isinstance(day, QLineEdit)
        day.setText("i fjol")
        assert sheet.go_on() is False
        assert sheet.form["decided_on"].error()
        sheet.form["decided_on"].set_value(date(2025, 12, 10))
        return sheet.go_on()

    robot.dialogs.answer("fill", fill_in)
    robot.press("decide")
    plan = robot.editor.manuscript.plan
    assert (plan.status, plan.paragraph) == (PlanStatus.DECIDED, "§ 99")
    assert robot.editor.information is not None
    assert robot.editor.information.form.form["paragraph"].value() == "§ 99"


@pytest.mark.parametrize("sure", [True, False])
def test_a_meeting_that_has_not_been_held_is_asked_about(robot: EditorRobot, *, sure: bool) -> None:
    robot.go("Document information")

    def fill_in(sheet: Sheet) -> bool:
        sheet.form["decided_on"].set_value(date(2026, 12, 10))
        return sheet.go_on()

    robot.dialogs.answer("fill", fill_in).answer("question", sure)
    robot.press("decide")
    assert "2026-12-10 has not come yet" in robot.dialogs.said[-1][2]
    assert robot.editor.manuscript.plan.is_final is sure


def decide(robot: EditorRobot) -> None:
    robot.go("Document information")
    robot.dialogs.answer("fill", {})
    robot.press("decide")


def test_the_approval_is_filled_in_after_the_decision(robot: EditorRobot) -> None:
    decide(robot)
    banner = robot.editor.locked
    assert banner.approve.text() == "Fill in the approval …"

    def fill_in(sheet: Sheet) -> bool:
        sheet.form["approval_names"].set_value("Åsa Öberg")
        sheet.form["approval_reference"].set_value("ref-77")
        day = sheet.form["approval_date"]
        day.set_value(date(2026, 1, 20))
        day.changed.emit()
        assert "This is later" in told(sheet)
        day.set_value(date(2025, 12, 17))
        day.changed.emit()
        assert "This is later" not in told(sheet)
        return sheet.go_on()

    robot.dialogs.answer("fill", fill_in)
    robot.press("approve")
    plan = robot.editor.manuscript.plan
    assert plan.status is PlanStatus.SIGNED
    assert plan.approval_reference == "ref-77"
    assert "decided and approved" in banner.words()
    assert banner.approve.text() == "Change the approval …"
    robot.undo()
    assert robot.editor.manuscript.plan.status is PlanStatus.DECIDED
    assert banner.approve.text() == "Fill in the approval …"


def test_a_wrong_paragraph_of_a_decision_is_corrected_from_the_banner(robot: EditorRobot) -> None:
    decide(robot)
    robot.dialogs.answer("fill", {"paragraph": "§ 121"})
    robot.press("correct")
    assert robot.editor.manuscript.plan.paragraph == "§ 121"
    assert robot.editor.information is not None
    assert robot.editor.information.form.form["paragraph"].value() == "§ 121"


def test_a_plan_that_another_has_replaced_offers_nothing(
    qtbot: QtBot, context: PageContext
) -> None:
    plan_id = import_plan(context.services, status=PlanStatus.REPLACED)
    plan = context.services.plans.get(plan_id)
    context.shell.choose(Where(plan.committee_id, plan.year))
    robot = EditorRobot(qtbot, context)
    assert robot.editor.locked.isVisible()
    assert not robot.editor.locked.approve.isVisible()
    assert not robot.editor.locked.correct.isVisible()


def test_a_decided_plan_is_locked_all_over(robot: EditorRobot) -> None:
    decide(robot)
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
    assert plan.title in robot.page.empty.words()
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
