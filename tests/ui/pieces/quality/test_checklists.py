"""Checklists: a template is written, a list is filled in from the keyboard, signed and locked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from styrdesk.base.ids import new_id
from styrdesk.domain.checklist import (
    ChecklistItem,
    ChecklistStatus,
    ChecklistTemplate,
    ChecklistUnit,
    Frequency,
    ItemKind,
)
from styrdesk.domain.organisation import Person, Unit
from styrdesk.domain.plan import Plan
from styrdesk.ui.kit.list_spec import Query
from styrdesk.ui.kit.piece import Target, Where
from styrdesk.ui.kit.register_page import RegisterPage
from styrdesk.ui.pieces.quality.checklists import checklists_page
from styrdesk.ui.pieces.quality.checklists.checklists_page import ChecklistsPage
from styrdesk.ui.pieces.quality.checklists.filling import Filling
from styrdesk.ui.pieces.quality.checklists.outcome_chart import OutcomeChart
from styrdesk.ui.pieces.quality.checklists.point import Point
from styrdesk.ui.pieces.quality.checklists.templates_page import TemplatesPage
from styrdesk.ui.preview.print_window import InWindow
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.robots import ALT, RecordsRobot, Robot
from tests.helpers.world import World

ITEMS = (
    ChecklistItem("h", "t", "Kitchen", ItemKind.HEADING),
    ChecklistItem("a", "t", "Clean hands"),
    ChecklistItem("b", "t", "Fridge", ItemKind.NUMBER, high=Decimal(8), measure="°C"),
    ChecklistItem("c", "t", "Smell", ItemKind.CHOICE, choices="Good; Bad"),
    ChecklistItem("d", "t", "Last drill", ItemKind.DATE),
    ChecklistItem("e", "t", "Other", ItemKind.TEXT, obligatory=False),
)
CLEAN, FRIDGE, SMELL, DRILL, OTHER = 2, 3, 4, 5, 6  # places in the form


class Lists(Robot):
    """The page of checklists."""

    page: ChecklistsPage

    def rows(self, column: int = 0) -> list[str]:
        table = self.find(RegisterPage, "checklists").table
        return [str(table.rows.index(n, column).data()) for n in range(table.rows.rowCount())]

    @property
    def filling(self) -> Filling:
        assert self.page.filling is not None
        return self.page.filling

    def point(self, place: int) -> Point:
        return self.find(Point, f"point_{place}")

    def line(self, place: int) -> QLineEdit:
        return self.find(QLineEdit, f"line_{place}")

    def answers(self) -> dict[int, str]:
        found = self.page.context.services.checklists.answers(self.filling.key)
        return {place: answer.value for place, answer in found.items()}

    def stand(self, place: int) -> QWidget:
        self.filling.go_to(place)
        here: QWidget | None = self.page.focusWidget()
        return self.page if here is None else here

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        here = self.page.window().focusWidget()
        assert here is not None
        self.bot.keyClick(here, key, modifier or Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def lists(qtbot: QtBot, world: World) -> Lists:
    services = world.services
    committee = world.context.shell.where().committee_id
    services.units.add(Unit("u", committee, name="Eastern school"))
    services.people.add(Person("me", "Åsa Öberg"))
    world.context.settings.set_person(services.file.path, "me")
    template = ChecklistTemplate("t", committee, "Food", "Safe food", valid_from=date(2025, 1, 1))
    services.checklist_templates.add(template)
    services.checklist_units.add(ChecklistUnit("p", "t", "u"))
    for item in ITEMS:
        services.checklist_items.add(item)
    return Lists(qtbot, ChecklistsPage(world.context))


def opened(lists: Lists) -> Lists:
    """The list that comes: the second row, after the late one."""
    table = lists.page.page.table
    table.choose_row(1)
    lists.page.open(table.key())
    return lists


def test_what_is_due_stands_first_and_late_before_all(lists: Lists) -> None:
    assert lists.rows(2) == ["2025-10-31", "2025-11-28"]
    assert checklists_page.badge(lists.page.context) == "!1"


def test_what_is_begun_stands_before_what_is_signed_page_by_page(lists: Lists) -> None:
    service, key = lists.page.context.services.checklists, filled(lists)
    service.sign(key)
    committee = lists.page.context.shell.where().committee_id
    at_an_event = service.begin("t", committee, None, None)  # it has no day to be sorted by
    lines = lists.page._load(Query(sort="occasion", descending=True))
    whole = [row.id for row in lines.rows(0, 10)]
    assert whole[-2:] == [at_an_event, key]
    assert lines.count() == len(whole)
    assert [row.id for n in range(lines.count()) for row in lines.rows(n, 1)] == whole


def test_a_list_is_begun_for_a_unit_from_elsewhere(lists: Lists, world: World) -> None:
    world.dialogs.answer("fill", {})
    lists.page.begin_new("u")
    assert lists.page.context.services.checklists.get(lists.filling.key).unit_id == "u"


def test_a_list_is_filled_in_from_the_keyboard_alone(lists: Lists) -> None:
    opened(lists)
    for key in (Qt.Key.Key_Y, Qt.Key.Key_9, Qt.Key.Key_Return, Qt.Key.Key_1):
        lists.key(key)
    lists.stand(DRILL)
    lists.type("2025-09-10")
    lists.key(Qt.Key.Key_Return)
    lists.type("All is well")
    lists.key(Qt.Key.Key_Return)
    assert lists.answers() == {
        CLEAN: "yes",
        FRIDGE: "9",
        SMELL: "Good",
        DRILL: "2025-09-10",
        OTHER: "All is well",
    }
    assert lists.filling.come.text() == "5 of 5 items · 1 failure"
    lists.press("sign")
    signed = lists.page.context.services.checklists.get(lists.filling.key)
    assert (signed.status, signed.failed) == (ChecklistStatus.SIGNED, 1)


def test_after_the_last_point_one_comes_to_what_lacks_and_then_to_the_signature_in_sight(
    lists: Lists,
) -> None:
    opened(lists)
    lists.page.resize(800, 320)  # the signature is far below
    for place, words in ((FRIDGE, "4"), (DRILL, "2025-09-10"), (OTHER, "All is well")):
        lists.stand(place)
        lists.type(words)
        lists.key(Qt.Key.Key_Return)
    assert lists.filling.current == CLEAN
    lists.key(Qt.Key.Key_Y)
    lists.stand(SMELL)
    lists.key(Qt.Key.Key_1)
    lists.stand(OTHER)
    lists.key(Qt.Key.Key_Return)
    assert lists.focus == "remark_input"
    assert not lists.filling.remark.visibleRegion().isEmpty()


def test_a_number_outside_its_limit_says_how_far(lists: Lists) -> None:
    opened(lists)
    lists.stand(FRIDGE)
    lists.type("9.4")
    lists.key(Qt.Key.Key_Return)
    assert lists.point(FRIDGE).said.text().replace("\N{NO-BREAK SPACE}", " ") == (
        "9.4 °C · 1.4 °C over the limit"
    )
    assert lists.point(FRIDGE).sign.kind == "bad"
    assert "9.4" in lists.point(FRIDGE).accessibleName()


def test_words_that_are_no_number_stay_with_why_and_hold_the_page(lists: Lists) -> None:
    opened(lists)
    lists.stand(FRIDGE)
    lists.type("warm")
    lists.key(Qt.Key.Key_Return)
    assert "number" in lists.point(FRIDGE).wrong.text()
    assert lists.line(FRIDGE).text() == "warm"
    assert not lists.page.flush()
    assert lists.page.is_wrong()
    assert lists.page.take_back()
    assert lists.line(FRIDGE).text() == ""
    assert lists.page.flush()


def test_what_is_typed_is_saved_without_leaving_the_line_as_one_step(lists: Lists) -> None:
    opened(lists)
    lists.stand(OTHER)
    lists.type("Well")
    lists.bot.waitUntil(lambda: lists.answers().get(OTHER) == "Well")
    lists.type(" done")
    lists.bot.waitUntil(lambda: lists.answers().get(OTHER) == "Well done")
    lists.page.context.services.work.undo()
    assert OTHER not in lists.answers()


def test_an_answer_is_taken_away_by_delete_and_its_stamp_goes(lists: Lists) -> None:
    opened(lists)
    lists.key(Qt.Key.Key_N)
    assert lists.point(CLEAN).stamp.text() != ""
    lists.stand(CLEAN)
    lists.key(Qt.Key.Key_Delete)
    assert lists.answers() == {}
    assert lists.point(CLEAN).stamp.text() == ""


def test_a_press_answers_and_a_second_press_takes_it_away(lists: Lists) -> None:
    opened(lists)
    lists.press(f"answer_{CLEAN}_na")
    assert lists.answers() == {CLEAN: "na"}
    lists.stand(CLEAN)
    lists.press(f"answer_{CLEAN}_na")
    assert lists.answers() == {}


def test_a_comment_is_written_by_a_key_and_stays(lists: Lists) -> None:
    opened(lists)
    lists.key(Qt.Key.Key_K)
    lists.type("Soap is out")
    lists.key(Qt.Key.Key_Return)
    answers = lists.page.context.services.checklists.answers(lists.filling.key)
    assert answers[CLEAN].comment == "Soap is out"
    lists.stand(FRIDGE)
    lists.bot.waitUntil(lists.point(CLEAN).noted.isVisible)


def test_a_photo_is_evidence_of_its_point_and_of_no_other(lists: Lists, tmp_path: Path) -> None:
    photo = tmp_path / "fridge.pdf"
    photo.write_bytes(b"%PDF-1.7 what it shows")
    dialogs = lists.page.context.dialogs
    assert isinstance(dialogs, ScriptedDialogs)
    opened(lists)
    dialogs.answer("open_file", photo)
    lists.key(Qt.Key.Key_F)
    evidence = lists.point(CLEAN).evidence
    assert [one.name for one in evidence.files] == ["fridge.pdf"]
    assert lists.find(QAbstractButton, f"evidence_{CLEAN}_1").text() == "fridge.pdf"
    assert lists.filling.files.list.count() == 0
    assert lists.point(FRIDGE).evidence.isHidden()
    lists.point(FRIDGE).dropped.emit([photo])
    assert [one.item for one in lists.filling.acts.of()] == [CLEAN, FRIDGE]
    # by hand it goes again; of a signed list it can only be looked at
    lists.press(f"remove_evidence_{FRIDGE}_1")
    assert [one.item for one in lists.filling.acts.of()] == [CLEAN]
    filled(lists)
    lists.press("sign")
    assert not evidence.isHidden()
    assert [away for away in evidence.findChildren(QToolButton) if away.isVisible()] == []
    assert not lists.point(CLEAN).acceptDrops()
    lists.point(CLEAN).setFocus()
    lists.key(Qt.Key.Key_F)
    assert len(lists.filling.acts.of()) == 1


def test_signing_too_soon_says_what_lacks_and_leads_there(lists: Lists) -> None:
    opened(lists)
    lists.key(Qt.Key.Key_Y)
    lists.stand(OTHER)
    lists.press("sign")
    assert "Fridge" in lists.filling.wrong.words()
    assert lists.filling.current == FRIDGE
    assert lists.line(FRIDGE).hasFocus()


def filled(lists: Lists) -> str:
    service = lists.page.context.services.checklists
    key = (lists if lists.page.filling else opened(lists)).filling.key
    told = {CLEAN: "yes", FRIDGE: "5", SMELL: "Bad", DRILL: "2025-09-10"}
    for place, words in told.items():
        service.answer(key, place, words)
    lists.filling.reload()
    return key


def test_a_list_is_signed_in_a_name_which_is_asked_for_where_nobody_has_said_it(
    lists: Lists, world: World
) -> None:
    filled(lists)
    world.context.settings.set_person(world.services.file.path, "")
    lists.press("sign")
    assert "Say who you are first" in lists.filling.wrong.words()

    def sit() -> bool:
        world.context.settings.set_person(world.services.file.path, "me")
        return True

    world.context.operations.introduce = sit
    lists.press("sign")
    assert lists.filling.banner.words().startswith("Signed by Åsa Öberg")


def test_a_signed_list_is_locked_until_it_is_reopened(lists: Lists) -> None:
    key = filled(lists)
    lists.press("sign")
    assert lists.filling.banner.words().startswith("Signed by")
    lists.stand(CLEAN)
    lists.key(Qt.Key.Key_N)
    lists.key(Qt.Key.Key_Delete)
    assert lists.answers()[CLEAN] == "yes"
    assert not lists.find(QAbstractButton, "sign").isVisible()
    lists.press("reopen")
    assert lists.page.context.services.checklists.get(key).status is ChecklistStatus.OPEN
    assert "Reopened" in lists.filling.banner.words()
    lists.stand(CLEAN)
    lists.key(Qt.Key.Key_N)
    assert lists.answers()[CLEAN] == "no"


def test_fault_55_an_open_list_goes_on_as_it_began_when_its_template_changes(
    lists: Lists, world: World
) -> None:
    opened(lists)
    lists.key(Qt.Key.Key_Y)
    items = world.services.checklist_items
    world.context.operations.run(lambda: items.save(replace(items.get("b"), title="Freezer")))
    world.context.operations.run(lambda: items.delete("c"))
    assert lists.filling.outdated.isVisible()
    assert set(lists.filling.points) == {CLEAN, FRIDGE, SMELL, DRILL, OTHER}
    assert lists.point(FRIDGE).accessibleName().startswith("Fridge")
    lists.stand(SMELL)
    lists.key(Qt.Key.Key_2)
    assert lists.answers() == {CLEAN: "yes", SMELL: "Bad"}


def test_a_personal_number_in_a_comment_is_warned_of_under_it(lists: Lists) -> None:
    opened(lists)
    point = lists.point(CLEAN)
    point.write_comment()
    lists.bot.keyClicks(point.comment, "Ring 800101-0001")
    assert "personal identity number" in point.advice.advice()
    assert point.advice.isVisible()
    point.comment.clear()
    assert not point.advice.isVisible()


def test_a_list_that_is_left_is_gone_on_with_where_one_was(lists: Lists) -> None:
    opened(lists)
    lists.key(Qt.Key.Key_Y)
    key = lists.filling.key
    lists.press("back_to_lists")
    assert lists.page.filling is None
    assert "1 of 5 items" in lists.rows(3)
    lists.page.open(key)
    assert lists.filling.current == FRIDGE


def test_a_list_that_others_deleted_is_left(lists: Lists, world: World) -> None:
    opened(lists)
    key = lists.filling.key
    world.context.operations.run(lambda: world.services.checklists.delete(key))
    assert lists.page.filling is None


def test_chips_show_what_is_to_do_what_failed_and_what_is_signed(lists: Lists) -> None:
    filled(lists)
    lists.press("sign")
    lists.press("back_to_lists")
    page = lists.page.page
    assert [chip.accessibleName() for chip in page.chips.values()] == [
        "To do 1",
        "With failures 0",
        "Signed lists 1",
    ]
    page.chips["to_do"].setChecked(True)
    assert lists.rows(2) == ["2025-10-31"]
    page.search.setText("nothing like it")
    page.refresh()
    assert lists.rows() == []


def test_a_list_at_an_event_is_begun_by_hand(lists: Lists, world: World) -> None:
    template = world.services.checklist_templates.get("t")
    world.services.checklist_templates.save(replace(template, frequency=Frequency.EVENT))
    world.dialogs.answer("fill", {"unit_id": "u"})
    lists.page.page.create_record()
    begun = world.services.checklists.get(lists.filling.key)
    assert (begun.place, begun.occasion) == ("Eastern school", None)


def test_the_print_of_a_list_is_that_of_the_row_or_of_the_open_one(lists: Lists) -> None:
    assert lists.page.prints() is lists.page.tools  # of the list, the list
    filled(lists)
    prints = lists.page.prints()
    assert getattr(prints, "choice", "") == lists.filling.key


# ---- templates -------------------------------------------------------------------------------


def test_items_are_written_in_the_grid_and_pictured_as_they_are_filled_in(
    qtbot: QtBot, lists: Lists, world: World
) -> None:
    robot = RecordsRobot(qtbot, TemplatesPage(world.context))
    robot.open("t")
    items = world.services.checklist_items
    robot.form.items.table.setFocus()
    grid = robot.form.items
    before = len(items.rows({"template_id": "t"}))
    grid._write([(before, 0, "Labels"), (before, 1, "Yes or no")])
    assert items.rows({"template_id": "t"})[-1].title == "Labels"
    titles = [point.item.title for point in robot.form.findChildren(Point)]
    assert "Labels" in titles
    grid.table.setCurrentIndex(grid.table.grid.index(before, 0))
    qtbot.keyClick(grid.table, Qt.Key.Key_Up, ALT)
    assert items.rows({"template_id": "t"})[-2].title == "Labels"


def test_a_limit_that_is_no_number_stays_in_its_cell(
    qtbot: QtBot, lists: Lists, world: World
) -> None:
    robot = RecordsRobot(qtbot, TemplatesPage(world.context))
    robot.open("t")
    robot.form.items._write([(2, 3, "cold")])
    assert robot.form.items.wrong() is not None
    assert world.services.checklist_items.get("b").high == Decimal(8)


def test_the_outcome_is_drawn_and_told(qtbot: QtBot, lists: Lists, world: World) -> None:
    filled(lists)
    world.services.checklists.sign(lists.filling.key)
    robot = RecordsRobot(qtbot, TemplatesPage(world.context))
    robot.open("t")
    chart = robot.form.outcome.findChild(OutcomeChart)
    assert chart is not None
    assert chart.accessibleDescription() == "November 2025: 1 list, 0 with failures"


def test_a_failed_point_becomes_a_case_and_leads_to_it_ever_after(
    lists: Lists, world: World
) -> None:
    world.services.case_flow.begin()
    opened(lists)
    lists.key(Qt.Key.Key_N)
    button = lists.find(QAbstractButton, f"act_{CLEAN}")
    assert button.isVisible()
    assert button.text() == "Make a deviation of it"
    lists.press(f"act_{CLEAN}")
    (case,) = world.services.cases.rows()
    assert (world.shell.gone[-1].page, world.shell.gone[-1].record) == ("cases", case.id)
    assert button.text() == f"Case {case.code}"
    lists.press(f"act_{CLEAN}")
    assert world.services.cases.count() == 1
    lists.stand(CLEAN)
    lists.key(Qt.Key.Key_Y)
    assert button.isVisible()  # it came of the point, whatever is answered now


def test_a_failed_point_becomes_an_activity_and_leads_to_it_ever_after(
    lists: Lists, world: World
) -> None:
    opened(lists)
    committee = world.services.checklists.get(lists.filling.key).committee_id or ""
    plan = Plan(new_id(), committee, title="Plan 2031", year=2031)
    with world.services.work.barrier("Begin"):
        world.services.file.store.save(plan)
    lists.key(Qt.Key.Key_N)
    way = lists.find(QAbstractButton, f"plan_{CLEAN}")
    assert (way.isVisible(), way.text()) == (True, "Make an activity of it")
    world.dialogs.answer("fill", {"responsible": "Cook"})
    lists.press(f"plan_{CLEAN}")
    assert "Plan 2031" in world.dialogs.said[-1][2]
    (made,) = world.services.activities.rows({"plan_id": plan.id})
    assert made.responsible == "Cook"
    assert way.text() == f"Activity {made.code}"
    assert lists.filling.current == CLEAN
    lists.press(f"plan_{CLEAN}")
    assert world.shell.place == Where(committee, 2031)
    gone = world.shell.gone[-1]
    assert (gone.page, gone.record, gone.part) == ("plan", plan.id, made.id)
    assert lists.find(QAbstractButton, f"act_{CLEAN}").isVisible()  # it may become both


def test_without_a_plan_to_write_in_it_is_told_and_nothing_is_asked(
    lists: Lists, world: World
) -> None:
    opened(lists)
    lists.key(Qt.Key.Key_N)
    world.dialogs.answer("message")
    lists.press(f"plan_{CLEAN}")
    assert "no plan" in world.dialogs.said[-1][2]


def test_a_hit_of_the_search_leads_to_the_point_of_its_answer(lists: Lists) -> None:
    key = filled(lists)
    answer = lists.page.context.services.checklists.answers(key)[SMELL]
    lists.press("back_to_lists")
    lists.page.show_record(Target("quality", "checklists", key, table="checklist", part=answer.id))
    assert lists.filling.current == SMELL


def test_an_open_template_is_printed_to_fill_in_by_pen_and_the_list_as_a_list(
    qtbot: QtBot, lists: Lists, world: World
) -> None:
    robot = RecordsRobot(qtbot, TemplatesPage(world.context))
    assert not isinstance(robot.page.prints(), InWindow)
    robot.open("t")
    prints = robot.page.prints()
    assert isinstance(prints, InWindow)
    assert (prints.spec.key, prints.choice) == ("checklist_blank", "t")


def test_the_outcome_is_copied_as_a_picture_and_as_a_table_and_is_printed(
    qtbot: QtBot, lists: Lists, world: World
) -> None:
    filled(lists)
    lists.press("sign")
    robot = RecordsRobot(qtbot, TemplatesPage(world.context))
    robot.open("t")
    board = QGuiApplication.clipboard()
    robot.press("copy_outcome")
    assert not board.image().isNull()
    assert board.text() == "November 2025: 1 list, 0 with failures"
    robot.press("table_outcome")
    heads, row = (line.split("\t") for line in board.text().split("\n"))
    assert (heads[0], row) == ("Month", ["November 2025", "1", "0", "4", "0"])
