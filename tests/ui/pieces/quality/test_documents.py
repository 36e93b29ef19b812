"""Governing documents in the window: due, reviewed, followed by the next version, read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QListWidget
from pytestqt.qtbot import QtBot

from styrdesk.domain.agenda import Whose
from styrdesk.domain.edition import Standing
from styrdesk.domain.governing_document import (
    DocumentType,
    GoverningDocument,
    ReviewKind,
    ReviewResult,
)
from styrdesk.domain.organisation import Person, Role, RoleKind
from styrdesk.domain.routine import Routine
from styrdesk.ui.kit.piece import Target, Where
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.pieces.quality.documents import documents_page
from styrdesk.ui.pieces.quality.documents.documents_page import DocumentsPage
from styrdesk.ui.pieces.quality.documents.types_page import TypesPage
from styrdesk.ui.pieces.quality.processes.routines_page import RoutinesPage
from styrdesk.ui.pieces.start import todo
from styrdesk.ui.pieces.start.start_page import StartPage
from styrdesk.ui.pieces.start.todo import Reader, todos
from tests.helpers.robots import RecordsRobot, Robot
from tests.helpers.world import World

TYPE, TITLE, VERSION, RESPONSIBLE, READ, DUE, STATE = range(7)
TODAY = date(2025, 11, 20)


def document(key: str, title: str, **facts: object) -> GoverningDocument:
    made = GoverningDocument(key, title=title, document_type_id="t")
    return replace(made, **facts)  # type: ignore[arg-type]


@pytest.fixture
def desk(world: World) -> World:
    """Åsa sits there; one policy is due, one stands, one has expired, one is drafted, one over."""
    services = world.services
    services.people.add(Person("p", name="Åsa Öberg"))
    services.document_types.add(DocumentType("t", name="Policy"))
    world.context.settings.set_person(services.file.path, "p")
    force = {"standing": Standing.IN_FORCE, "decided_on": date(2023, 1, 10)}
    for made in (
        document("due", "Resepolicy", review_due=TODAY, responsible_id="p", **force),
        document("ok", "Arkivpolicy", review_due=date(2026, 9, 1), responsible_id="p", **force),
        document("late", "Inköpspolicy", valid_to=date(2025, 1, 1), **force),
        document("draft", "Mobilpolicy"),
        document("old", "Gammal policy", standing=Standing.WITHDRAWN),
    ):
        services.governing_documents.add(made)
    return world


def filled(seen: list[Sheet] | None = None, **values: object) -> Callable[[Sheet], bool]:
    """Answers to a sheet: what is written in it, and on; the sheet is put with those seen."""

    def fill(sheet: Sheet) -> bool:
        if seen is not None:
            seen.append(sheet)
        for name, value in values.items():
            sheet.form[name].set_value(value)
        return sheet.go_on()

    return fill


def shown(robot: RecordsRobot, name: str) -> bool:
    return not robot.find(QAbstractButton, name).isHidden()


def test_an_empty_register_asks_for_types_and_offers_common_ones(
    qtbot: QtBot, world: World
) -> None:
    robot = RecordsRobot(qtbot, TypesPage(world.context))
    robot.press("begin")
    names = robot.rows()
    assert "Reglemente" in names
    assert len(names) == len(set(names)) >= 8
    world.services.documents.begin()
    assert world.services.document_types.count() == len(names)
    world.undo()


def test_a_row_tells_the_state_of_today(qtbot: QtBot, desk: World) -> None:
    robot = RecordsRobot(qtbot, DocumentsPage(desk.context))
    assert robot.rows(TITLE) == ["Arkivpolicy", "Inköpspolicy", "Mobilpolicy", "Resepolicy"]
    assert robot.rows(STATE) == ["In force", "Has expired", "Draft", "To be reviewed"]
    assert documents_page.due(desk.context) == "!1"


def test_what_is_late_and_what_comes_soon_are_told_apart(qtbot: QtBot, desk: World) -> None:
    services, page = desk.services, DocumentsPage(desk.context)
    held = services.governing_documents.get("ok")
    services.governing_documents.save(replace(held, review_due=date(2025, 12, 24)))
    robot = RecordsRobot(qtbot, page)
    chips = robot.shown.chips
    chips["soon"].setChecked(True)
    assert robot.rows(TITLE) == ["Arkivpolicy"]
    chips["review"].setChecked(True)  # now or soon
    assert robot.rows(TITLE) == ["Arkivpolicy", "Resepolicy"]
    chips["soon"].setChecked(False)
    assert robot.rows(TITLE) == ["Resepolicy"]
    # the same in words where the rubric is told of: first what is worst
    assert documents_page.urgent(desk.context) == ("bad", "1 expired, 1 to be reviewed now")
    services.governing_documents.delete("late")
    assert documents_page.urgent(desk.context) == ("warn", "1 to be reviewed now")
    services.governing_documents.delete("due")
    assert documents_page.urgent(desk.context) == ("info", "1 to be reviewed soon")
    services.governing_documents.delete("ok")
    assert documents_page.urgent(desk.context) == ("info", "")


@pytest.mark.parametrize(
    ("chip", "titles"),
    [
        ("review", ["Resepolicy"]),
        ("expired", ["Inköpspolicy"]),
        ("nobody", ["Inköpspolicy", "Mobilpolicy"]),
        ("draft", ["Mobilpolicy"]),
    ],
)
def test_the_chips_show_what_is_to_be_done(
    qtbot: QtBot, desk: World, chip: str, titles: list[str]
) -> None:
    robot = RecordsRobot(qtbot, DocumentsPage(desk.context))
    robot.shown.chips[chip].setChecked(True)
    assert robot.rows(TITLE) == titles


def test_what_is_no_longer_in_force_is_shown_when_it_is_asked_for(
    qtbot: QtBot, desk: World
) -> None:
    page = DocumentsPage(desk.context)
    robot = RecordsRobot(qtbot, page)
    (way,) = page.ways()
    way.run(())
    assert "Gammal policy" in robot.rows(TITLE)
    (way,) = page.ways()
    way.run(())
    assert "Gammal policy" not in robot.rows(TITLE)


def test_a_document_falls_due_is_reviewed_and_its_successor_replaces_it(
    qtbot: QtBot, desk: World
) -> None:
    services = desk.services
    robot = RecordsRobot(qtbot, DocumentsPage(desk.context))
    robot.shown.chips["review"].setChecked(True)
    robot.open("due")
    # reviewed: it is to be revised
    desk.dialogs.answer(
        "fill", filled(kind=ReviewKind.YEARLY, result=ReviewResult.REVISE, comment="Nytt system")
    )
    robot.press("review")
    (review,) = services.document_reviews.rows({"governing_document_id": "due"})
    assert (review.result, review.person_id, review.done_on) == (
        ReviewResult.REVISE, "p", TODAY,
    )  # fmt: skip
    assert services.governing_documents.get("due").review_due == date(2026, 11, 20)
    assert documents_page.due(desk.context) == ""
    # the next version is drafted, and one is led to it
    robot.press("new_version")
    draft = desk.shell.gone[-1].record
    robot.shown.chips["review"].setChecked(False)
    robot.open(draft)
    # it is adopted, by whom and when is asked for; a day that has not come is told at its field
    seen: list[Sheet] = []
    for valid_from in (date(2025, 12, 1), None):
        day = date(2025, 11, 18)
        wanted = filled(seen, decided_by="Nämnden", decided_on=day, valid_from=valid_from)
        desk.dialogs.answer("fill", wanted)
        robot.press("adopt")
    assert "2025-12-01" in seen[0].form["valid_from"].error()
    now = services.governing_documents.get(draft)
    assert (now.standing, now.version, now.valid_from) == (Standing.IN_FORCE, 2, TODAY)
    before = services.governing_documents.get("due")
    assert (before.standing, before.valid_to) == (Standing.REPLACED, date(2025, 11, 19))
    # the one before is reached from it, and can only be looked at
    robot.press("version_1")
    assert desk.shell.gone[-1].record == "due"
    # read and understood
    robot.press("read")
    assert not shown(robot, "read")
    assert services.receipts.readers(now)[0].receipt is not None


def test_a_document_that_is_over_is_looked_at_and_not_changed(qtbot: QtBot, desk: World) -> None:
    page = DocumentsPage(desk.context)
    robot = RecordsRobot(qtbot, page)
    page.ways()[0].run(())
    robot.open("old")
    for name in ("edit", "adopt", "new_version", "withdraw", "review", "attach", "read"):
        assert not shown(robot, name)


def test_a_withdrawal_is_asked_about_first(qtbot: QtBot, desk: World) -> None:
    robot = RecordsRobot(qtbot, DocumentsPage(desk.context))
    robot.open("ok")
    desk.dialogs.answer("question", False)
    robot.press("withdraw")
    assert desk.services.governing_documents.get("ok").standing is Standing.IN_FORCE
    desk.dialogs.answer("question", True)
    robot.press("withdraw")
    assert desk.services.governing_documents.get("ok").standing is Standing.WITHDRAWN
    assert not shown(robot, "withdraw")


def test_a_routine_is_written_under_its_headings_and_takes_effect(
    qtbot: QtBot, desk: World
) -> None:
    desk.services.routines.add(Routine("r", title="Egenkontroll", committee_id="c1"))
    robot = RecordsRobot(qtbot, RoutinesPage(desk.context))
    robot.open("r")
    robot.write("decided_by", "Sektorchefen")
    asked: list[Sheet] = []
    desk.dialogs.answer("fill", filled(asked))
    robot.press("adopt")
    assert [field.label for field in asked[0].form][:2] == ["Adopted by", "Adopted on"]
    held = desk.services.routines.get("r")
    assert (held.standing, held.decided_by) == (Standing.IN_FORCE, "Sektorchefen")


def test_a_chef_sees_who_has_not_read_and_copies_a_reminder(qtbot: QtBot, desk: World) -> None:
    services, committee = desk.services, desk.context.shell.where().committee_id
    services.people.save(replace(services.people.get("p"), email="asa@example.se"))
    services.people.add(Person("q", name="Bo Ek"))
    for n, person in enumerate(("p", "q")):
        services.roles.add(Role(f"r{n}", person, committee, kind=RoleKind.MANAGER))
    robot = RecordsRobot(qtbot, DocumentsPage(desk.context))
    assert robot.rows(READ) == ["0 of 2", "0 of 2", "", "0 of 2"]
    robot.open("ok")
    readers = robot.find(QListWidget, "readers")
    assert [readers.item(n).text() for n in range(2)] == ["Bo Ek · not yet", "Åsa Öberg · not yet"]
    robot.press("remind")
    told = QGuiApplication.clipboard().text()
    assert told.startswith("Bo Ek; asa@example.se\n\nRead Arkivpolicy, version 1.")
    robot.press("read")  # Åsa sits there; those who lack stand first
    assert readers.item(0).text() == "Bo Ek · not yet"
    assert robot.rows(READ)[0] == "1 of 2"
    robot.press("remind")
    assert QGuiApplication.clipboard().text().startswith("Bo Ek\n")


def test_start_tells_what_who_sits_here_is_to_read_and_leads_to_it(
    qtbot: QtBot, desk: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    services, committee = desk.services, desk.context.shell.where().committee_id
    services.roles.add(Role("r", "p", committee, kind=RoleKind.MANAGER))
    held = Routine("k", title="Klagomål", standing=Standing.IN_FORCE, version=2)
    services.routines.add(held)

    def told() -> list[tuple[str, str]]:
        rows = todos(Reader(services), Where(committee, 2026), Whose("p")).rows
        return [(row.title, row.second) for row in rows if row.kind == "read"]

    assert told() == [
        ("Read: Klagomål", "Routine · Version 2"),
        ("Read: Resepolicy", "Governing document · Version 1"),
        ("Read: Arkivpolicy", "Governing document · Version 1"),
    ]
    page = StartPage(desk.context)
    Robot(qtbot, page)
    row = next(row for row in page._rows if row.kind == "read")
    page.list.wanted.emit(row)
    assert desk.shell.gone == [Target("quality", "routines", record="k", table="routine")]
    services.receipts.read(held)
    assert len(told()) == 2
    # more than a day's work is told as one row, which leads to the list
    monkeypatch.setattr(todo, "MOST", 1)
    assert told() == [
        ("Read: Resepolicy", "Governing document · Version 1"),
        ("1 more to read", "Governing document"),
    ]


def test_start_tells_what_is_due_and_leads_to_it(qtbot: QtBot, desk: World) -> None:
    rows = todos(Reader(desk.services), Where("c1", 2026), Whose("p")).rows
    (row,) = [row for row in rows if row.kind == "review"]
    assert (row.title, row.second, row.day) == ("Resepolicy", "To be reviewed · Åsa Öberg", TODAY)
    assert row.target == Target(
        "quality", "governing_documents", record="due", table="governing_document"
    )
    page = StartPage(desk.context)
    Robot(qtbot, page)
    page.list.wanted.emit(row)
    assert desk.shell.gone == [row.target]
