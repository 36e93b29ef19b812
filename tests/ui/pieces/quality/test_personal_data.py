"""Personal data in the window: looked for, read, given out in part, and written over for good."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from styrdesk.domain.case import Case, CaseEvent, Cause, Happened
from styrdesk.domain.organisation import Person, Role
from styrdesk.domain.sought import label
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.pieces.quality.cases.anonymise_sheets import AnonymiseCaseSheet, AnonymiseSheet
from styrdesk.ui.pieces.quality.cases.cases_page import CasesPage
from styrdesk.ui.pieces.quality.cases.personal_page import PersonalDataPage
from tests.helpers.robots import RecordsRobot, Robot
from tests.helpers.world import World

NAME = "Trillian Åström"


@pytest.fixture
def desk(world: World) -> World:
    """Somebody in the register, with a role, and a complaint that tells of them and another."""
    services = world.services
    services.people.add(Person("t", NAME, "Utredare", "trillian@kommun.se"))
    services.people.add(Person("other", "Ingrid Lund"))
    services.roles.save(Role("role", "t", committee_id="c1"))
    services.case_flow.begin()
    kind = next(one.id for one in services.cases.types() if one.name == "Klagomål")
    services.cases.add(
        Case("k", "c1", kind, arrived=date(2025, 11, 3), title="Kall mat", reporter=NAME)
    )
    services.causes.save(Cause("why", "k", f"{NAME} frågade Ingrid Lund"))
    return world


class PageRobot(Robot):
    """Looks for somebody, and waits until they are found."""

    def __init__(self, qtbot: QtBot, world: World) -> None:
        self.shown = PersonalDataPage(world.context)
        super().__init__(qtbot, self.shown)

    def look(self, words: str = NAME, person: str = "") -> None:
        form = self.shown.form
        if person:
            form["person"].set_value(person)
            form["person"].changed.emit()
        else:
            form["words"].set_value(words)
        with self.bot.waitSignal(self.shown.work.done):
            self.press("find_person")

    def found(self) -> list[str]:
        return [row.trace.key for row in self.shown.traces.rows]

    def untick(self, key: str) -> None:
        (row,) = [row for row in self.shown.traces.rows if row.trace.key == key]
        row.tick.check_box.click()

    def words(self) -> str:
        labels = self.shown.findChildren(QLabel)
        return "\n".join(one.text() for one in labels if one.isVisibleTo(self.shown))


@pytest.fixture
def robot(qtbot: QtBot, desk: World) -> PageRobot:
    return PageRobot(qtbot, desk)


def test_somebody_in_the_register_is_looked_for_by_all_that_is_known_of_them(
    robot: PageRobot,
) -> None:
    robot.look(person="t")
    assert robot.shown.form["words"].value() == f"{NAME}\ntrillian@kommun.se"
    assert {"person/t/email", "role/role/person_id", "case/k/reporter"} <= {*robot.found()}
    assert "Found in 7 places" in robot.words()
    assert "1 place names other people." in robot.words()
    assert "Names others: Ingrid Lund" in robot.words()


def test_each_place_leads_to_its_record(robot: PageRobot, desk: World) -> None:
    robot.look()
    (row,) = [row for row in robot.shown.traces.rows if row.trace.key == "cause/why/words"]
    row.show_it.click()
    assert desk.shell.hits == [row.trace.hit]


def test_words_that_stand_everywhere_are_refused_at_their_field(robot: PageRobot) -> None:
    for words in ("", "a"):
        robot.shown.form["words"].set_value(words)
        robot.press("find_person")
        assert robot.shown.form["words"].error()
    assert not robot.shown.work.is_running


def test_what_is_unticked_is_not_given_out(robot: PageRobot, desk: World, tmp_path: Path) -> None:
    robot.look(person="t")
    robot.untick("cause/why/words")
    robot.shown.traces.flips["Person"].click()
    assert "4 are left out." in robot.words()
    out = tmp_path / "utdrag.json"
    desk.dialogs.answer("save_file", out)
    robot.press("extract_json")
    told = json.loads(out.read_text(encoding="utf-8"))
    assert [line["table"] for line in told["lines"]] == ["role", "case", "case"]
    assert told["left_out"] == 4
    robot.shown.traces.flips["Person"].click()
    assert robot.shown.traces.left == {"cause/why/words"}


def test_secret_cases_are_seen_with_a_reason_that_is_noted(robot: PageRobot, desk: World) -> None:
    services = desk.services
    services.cases.save(replace(services.cases.get("k"), secret=True))
    robot.look()
    assert "case/k/reporter" not in robot.found()
    assert not robot.shown.form["reason"].isVisibleTo(robot.shown)
    robot.shown.form["secret"].check_box.click()  # type: ignore[attr-defined]  # a CheckField
    assert robot.shown.form["reason"].isVisibleTo(robot.shown)
    with robot.bot.waitSignal(robot.shown.work.failed):
        robot.press("find_person")
    assert robot.shown.form["reason"].error()
    robot.shown.form["reason"].set_value("Begäran om utdrag")
    robot.look()
    assert "case/k/reporter" in robot.found()
    (event,) = services.file.store.rows(CaseEvent, {"kind": Happened.OPENED})
    assert event.what == "Begäran om utdrag"
    assert not services.case_flow.secrecy.is_hidden("case", "k")


def test_a_long_list_is_made_some_rows_at_a_time(robot: PageRobot, desk: World) -> None:
    for n in range(40):
        desk.services.causes.save(Cause(f"w{n:02}", "k", NAME))
    robot.look()
    before = len(robot.found())
    assert before < 44
    robot.press("more_traces")
    assert len({*robot.found()}) == 44
    assert not robot.shown.traces.more.isVisibleTo(robot.shown)


def test_the_municipalitys_own_words_are_kept_on_the_machine(robot: PageRobot, desk: World) -> None:
    robot.look()
    robot.fill("said", "Kom till oss.")
    assert robot.shown.flush()
    assert desk.context.settings.current.extract_words == "Kom till oss."
    assert robot.shown.prints() is not None


def test_a_person_is_written_over_once_it_is_said_what_that_does(
    robot: PageRobot, desk: World
) -> None:
    robot.look(person="t")
    robot.untick("cause/why/words")
    seen: list[str] = []

    def decide(sheet: Sheet) -> bool:
        assert isinstance(sheet, AnonymiseSheet)
        seen.extend(one.text() for one in sheet.findChildren(QLabel))
        sheet.form["reason"].set_value("Begäran om radering")
        return sheet.go_on()

    desk.dialogs.answer("fill", decide)
    robot.press("anonymise")
    said = "\n".join(seen)
    assert "Person 3, Case 1" in said
    assert "1 link leads to the person" in said
    assert "since you left it out: Cause 1" in said
    assert desk.services.people.get("t").name == label(1)
    assert desk.services.cases.get("k").reporter == label(1)
    assert NAME in desk.services.file.store.get(Cause, "why").words
    assert robot.shown.found is None
    assert "The person is anonymous" in robot.words()


def test_a_refused_reason_is_told_at_its_field_and_nothing_is_done(
    robot: PageRobot, desk: World
) -> None:
    robot.look(person="t")

    def name_them(sheet: Sheet) -> bool:
        assert isinstance(sheet, AnonymiseSheet)
        sheet.form["reason"].set_value(f"{NAME} bad om det")
        sheet.go_on()
        assert sheet.is_working
        robot.bot.waitUntil(lambda: not sheet.is_working)
        assert sheet.form["reason"].error()
        return False

    desk.dialogs.answer("fill", name_them)
    robot.press("anonymise")
    assert desk.services.people.get("t").name == NAME


def test_a_case_is_made_anonymous_from_its_menu(qtbot: QtBot, desk: World) -> None:
    cases = RecordsRobot(qtbot, CasesPage(desk.context))
    cases.open("k")
    seen: list[str] = []

    def decide(sheet: Sheet) -> bool:
        assert isinstance(sheet, AnonymiseCaseSheet)
        seen.append(sheet.form["names"].value())
        return sheet.go_on()

    desk.dialogs.answer("fill", decide)
    menu = cases.form.menu()
    next(one for one in menu.actions() if one.text().startswith("Make anonymous")).trigger()
    assert seen == [f"{NAME}\nTrillian\nÅström"]
    case = desk.services.cases.get("k")
    assert (case.reporter, case.anonymous) == ("", True)
    assert desk.services.file.store.get(Cause, "why").words == "[…] frågade Ingrid Lund"
