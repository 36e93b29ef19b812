"""A version is read first and edited second, and what was adopted of it is locked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from styrdesk.domain.edition import KEPT_UP, Standing
from styrdesk.domain.governing_document import DocumentType, GoverningDocument
from styrdesk.domain.organisation import Person, Role, RoleKind
from styrdesk.domain.regulation import Regulation
from styrdesk.domain.routine import Routine, RoutineRegulation
from styrdesk.ui.kit.edition_form import EditionForm
from styrdesk.ui.kit.edition_reading import ReadText
from styrdesk.ui.kit.piece import Target
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.pieces.quality.documents.documents_page import DocumentsPage
from styrdesk.ui.pieces.quality.processes.routines_page import RoutinesPage
from tests.helpers.robots import CTRL, RecordsRobot
from tests.helpers.world import World

DAY = date(2025, 2, 3)
STEPS = "<ol><li>Mät.</li><li>Skriv upp.</li></ol>"


@pytest.fixture
def desk(world: World) -> World:
    """Åsa sits there; a routine is in force, one is drafted, one has nothing in it yet."""
    services, committee = world.services, world.context.shell.where().committee_id
    for key, name in (("p", "Åsa Öberg"), ("q", "Bo Ek")):
        services.people.add(Person(key, name=name))
        services.roles.add(Role(f"r{key}", key, committee, kind=RoleKind.MANAGER))
    world.context.settings.set_person(services.file.path, "p")
    services.regulations.add(Regulation("law", title="Livsmedelslag", number="SFS 2006:804"))
    for key, title, facts in (
        ("force", "Egenkontroll", {"purpose": "<p>Säker mat.</p>", "how": STEPS}),
        ("draft", "Klagomål", {"scope": "<p>Alla.</p>"}),
        ("blank", "Ny", {}),
    ):
        made = Routine(key, title=title, committee_id=committee, **facts)  # type: ignore[arg-type]
        services.routines.add(made)
    services.routine_regulations.add(RoutineRegulation("b", "force", "law", "6 kap."))
    services.attachments.add("routine", "force", "karta.pdf", b"%PDF-1.7 map")
    services.routines.save(
        replace(services.routines.get("force"), responsible_id="q", review_due=date(2026, 2, 3))
    )
    services.routine_versions.adopt("force", "Sektorchefen", DAY, DAY)
    return world


def opened(qtbot: QtBot, desk: World, key: str) -> RecordsRobot:
    robot = RecordsRobot(qtbot, RoutinesPage(desk.context))
    robot.open(key)
    return robot


def is_seen(robot: RecordsRobot, name: str) -> bool:
    return robot.find(QAbstractButton, name).isVisible()


def read(robot: RecordsRobot) -> list[str]:
    """The words one sees in the open form, in the order they were laid."""
    QApplication.processEvents()  # what is new in a layout is shown by an event
    form: EditionForm[Routine] = robot.form
    return [label.text() for label in form.findChildren(QLabel) if label.isVisible()]


def fields_seen(robot: RecordsRobot) -> set[str]:
    QApplication.processEvents()
    return {field.objectName() for field in robot.form.form if field.isVisible()}


def test_a_routine_is_opened_as_something_to_read(qtbot: QtBot, desk: World) -> None:
    robot = opened(qtbot, desk, "force")
    words = read(robot)
    for told in ("In force", "Version 1", "Sektorchefen, 2025-02-03", "Bo Ek", "2026-02-03"):
        assert told in words
    assert "Livsmedelslag (SFS 2006:804), 6 kap." in words
    # the headings that have something under them, in their order, as text
    texts = robot.form.findChildren(ReadText)
    assert [(one.accessibleName(), one.toPlainText()) for one in texts] == [
        ("Purpose", "Säker mat."),
        ("How it is done, step by step", "Mät.\nSkriv upp."),
    ]
    assert "Background and legal basis" not in words
    # no field and no row of buttons is there
    assert list(robot.form.form) == []
    assert robot.page.findChild(QAbstractButton, "rich_bold") is None
    # its file can be looked at, and nothing is done with it here
    assert robot.find(QListWidget, "attachments").count() == 1
    for name in ("attach", "remove_attachment", "replace_attachment"):
        assert not is_seen(robot, name)


def test_one_says_at_the_top_that_one_has_read_it(qtbot: QtBot, desk: World) -> None:
    robot = opened(qtbot, desk, "force")
    count = robot.find(QLabel, "have_read")
    assert count.text() == (
        "0 of 2 concerned have read and understood it.\nNot yet: Bo Ek, Åsa Öberg."
    )
    assert not robot.find(QLabel, "own_receipt").isVisible()
    robot.press("read")
    assert robot.find(QLabel, "own_receipt").text() == "You read it on 2025-11-20"
    assert not is_seen(robot, "read")
    assert count.text().endswith("Not yet: Bo Ek.")
    readers = robot.find(QListWidget, "readers")
    assert not readers.isVisible()
    robot.press("each_reader")
    assert readers.isVisible()
    desk.undo()
    assert is_seen(robot, "read")


def test_many_who_have_not_read_it_are_counted(qtbot: QtBot, desk: World) -> None:
    committee = desk.context.shell.where().committee_id
    for n in range(5):
        desk.services.people.add(Person(f"n{n}", name=f"Cid {n}"))
        desk.services.roles.add(Role(f"n{n}", f"n{n}", committee, kind=RoleKind.OFFICER))
    robot = opened(qtbot, desk, "force")
    said = robot.find(QLabel, "have_read").text()
    assert said.endswith("Not yet: Bo Ek, Cid 0, Cid 1, Cid 2 and 3 more.")


def test_f2_goes_to_the_form_and_done_comes_back(qtbot: QtBot, desk: World) -> None:
    robot = opened(qtbot, desk, "draft")
    assert robot.focus == "edit"
    robot.key(Qt.Key.Key_F2)
    assert robot.focus == "title_input"
    robot.fill("title", "Ta emot klagomål")
    robot.paste("lines", 0, 0, "Livsmedelslag\t7 kap.")
    robot.press("edit")
    assert "Livsmedelslag (SFS 2006:804), 7 kap." in read(robot)
    assert desk.services.routines.get("draft").title == "Ta emot klagomål"
    assert robot.form.reading.isVisible()
    assert fields_seen(robot) == set()
    assert robot.focus == "edit"
    # what cannot be kept is not left
    robot.press("edit")
    robot.fill("title", " ")
    robot.press("edit")
    assert "title" in fields_seen(robot)
    assert robot.focus == "title_input"


def test_a_draft_with_nothing_in_it_is_written_at_once(qtbot: QtBot, desk: World) -> None:
    robot = opened(qtbot, desk, "blank")
    assert robot.focus == "title_input"
    robot.write("title", "Uppsikt")
    assert "title" in fields_seen(robot)
    desk.services.attachments.add("routine", "blank", "a.pdf", b"%PDF-1.7 it stands there")
    other = opened(qtbot, desk, "blank")
    assert other.focus == "edit"


def test_of_what_is_in_force_only_what_keeps_it_up_to_date_is_changed(
    qtbot: QtBot, desk: World
) -> None:
    robot = opened(qtbot, desk, "force")
    robot.press("edit")
    assert fields_seen(robot) == {"committee_id", "unit_id", "responsible_id", "review_due"}
    assert fields_seen(robot) <= KEPT_UP
    assert robot.focus.startswith("committee_id")
    assert any("locked as it was adopted" in said for said in read(robot))
    assert is_seen(robot, "new_version")
    robot.write("review_due", "2027-01-01")
    assert desk.services.routines.get("force").review_due == date(2027, 1, 1)
    # a file is added, and none is taken away
    assert is_seen(robot, "attach")
    for name in ("remove_attachment", "replace_attachment"):
        assert not is_seen(robot, name)
    robot.bot.keyClick(robot.find(QListWidget, "attachments"), Qt.Key.Key_Delete)
    assert len(desk.services.attachments.of("routine", "force")) == 1


def test_the_next_version_is_led_to_where_it_is_written(qtbot: QtBot, desk: World) -> None:
    robot = opened(qtbot, desk, "force")
    robot.press("new_version")
    (target,) = desk.shell.gone
    assert target.field == "title"
    robot.page.show_record(target)
    assert robot.focus == "title_input"
    assert {"title", "how", "decided_by"} <= fields_seen(robot)
    assert is_seen(robot, "remove_attachment")
    # what is adopted is read
    desk.dialogs.answer("fill", lambda sheet: sheet.go_on())
    robot.press("adopt")
    assert desk.services.routines.get(target.record).standing is Standing.IN_FORCE
    assert robot.form.reading.isVisible()
    desk.undo()
    assert "draft" in str(desk.services.routines.get(target.record).standing)
    robot.press("edit")
    assert "how" in fields_seen(robot)


def test_a_hit_in_a_text_is_read_there_and_in_a_field_is_written(qtbot: QtBot, desk: World) -> None:
    robot = opened(qtbot, desk, "force")

    def shown(field: str) -> None:
        robot.page.show_record(Target("quality", "routines", "force", field, "routine"))

    shown("how")
    assert robot.form.reading.texts["how"].hasFocus()
    shown("title")  # locked: it stands in the head
    assert robot.form._editing is True
    assert fields_seen(robot) <= KEPT_UP
    robot.press("edit")
    shown("review_due")
    assert robot.focus == "review_due_input"


def test_what_is_read_is_not_changed_by_any_key(qtbot: QtBot, desk: World) -> None:
    robot = opened(qtbot, desk, "force")
    steps: ReadText = robot.form.reading.texts["how"]
    before = steps.text()
    for keys in ((Qt.Key.Key_B, CTRL), (Qt.Key.Key_V, CTRL), (Qt.Key.Key_Delete, None)):
        steps.setFocus()
        steps.selectAll()
        robot.key(*keys)
        assert steps.text() == before
    steps.moveCursor(QTextCursor.MoveOperation.Start)
    robot.key(Qt.Key.Key_Tab)  # at a point of a list that is written in, it would move in
    assert steps.text() == before
    assert not steps.hasFocus()


def test_what_is_over_is_read_and_has_no_form(qtbot: QtBot, desk: World) -> None:
    desk.services.routine_versions.withdraw("force")
    page = RoutinesPage(desk.context)
    robot = RecordsRobot(qtbot, page)
    page.show_record(Target("quality", "routines", "force", "review_due", "routine"))
    assert list(robot.form.form) == []
    for name in ("edit", "adopt", "new_version", "withdraw", "read", "remind", "attach"):
        assert not is_seen(robot, name)
    assert robot.form.reading.texts["purpose"].hasFocus()
    robot.key(Qt.Key.Key_F2)
    assert robot.form.reading.isVisible()
    # who had not read it when it ended is not asked to
    assert "Not yet" not in robot.find(QLabel, "have_read").text()


def test_a_document_is_read_the_same_way(qtbot: QtBot, desk: World) -> None:
    services = desk.services
    services.document_types.add(DocumentType("t", name="Policy"))
    services.governing_documents.add(
        GoverningDocument(
            "d", title="Resepolicy", document_type_id="t", summary="Tåg först.\nSedan buss."
        )
    )
    robot = RecordsRobot(qtbot, DocumentsPage(desk.context))
    robot.open("d")
    assert robot.form.reading.texts["summary"].toPlainText() == "Tåg först.\nSedan buss."
    seen: list[Sheet] = []

    def adopt(sheet: Sheet) -> bool:
        seen.append(sheet)
        sheet.form["decided_by"].set_value("Nämnden")
        sheet.form["paragraph"].set_value("§ 7")
        return sheet.go_on()

    desk.dialogs.answer("fill", adopt)
    robot.press("adopt")
    assert services.governing_documents.get("d").paragraph == "§ 7"
    assert "Nämnden, 2025-11-20, § 7" in read(robot)
    robot.press("edit")
    shown = fields_seen(robot)
    assert {"document_type_id", "registration_number", "review_due"} <= shown
    assert not shown & {"title", "summary", "applies_to", "paragraph", "valid_to"}
