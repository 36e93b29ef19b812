"""Gallring in the window: looked at, left out, decided, cancelled, and what is noted of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from styrdesk.domain.case import Case
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.organisation import Committee
from styrdesk.domain.retention import RetentionRule, RuleState
from styrdesk.reports.disposal import SPEC
from styrdesk.services.disposal import DisposalService
from styrdesk.ui.kit.dialogs import QtDialogs
from styrdesk.ui.kit.piece import Target, Where
from styrdesk.ui.pieces.quality.cases import disposal_sheet
from styrdesk.ui.pieces.quality.cases.disposal_sheet import ALL, DisposalSheet
from styrdesk.ui.pieces.quality.cases.disposal_table import NAME, REASON
from styrdesk.ui.pieces.quality.cases.disposals_page import DisposalsPage
from styrdesk.ui.pieces.quality.cases.retention_page import RetentionPage
from styrdesk.ui.preview.print_window import InWindow, PrintWindow
from tests.helpers.dialogs import said
from tests.helpers.patience import WAIT
from tests.helpers.robots import RecordsRobot, Robot
from tests.helpers.windows import nameless, present
from tests.helpers.world import World

DECISION = {"decision": "§ 41 Omsorgsnämnden", "decided_on": date(2025, 11, 1)}
Work = Callable[[DisposalSheet], bool]


@pytest.fixture
def desk(world: World) -> World:
    """Three complaints that were closed long ago, one of another nämnd; a rule in force."""
    services = world.services
    services.case_flow.begin()
    services.committees.add(Committee("c2", name="Skolnämnden"))
    kind = next(one.id for one in services.cases.types() if one.name == "Klagomål")
    for n in (1, 2, 3):
        committee = "c2" if n == 3 else "c1"
        case = Case(f"k{n}", committee, kind, "", title="Kall mat", arrived=date(2021, 3, n))
        services.cases.add(case)
        with services.work.step("Close"):
            closed = replace(services.cases.get(f"k{n}"), closed_on=date(2021, 4, n))
            services.file.store.save(closed)
    services.retention_rules.save(
        RetentionRule("r", "Klagomål", type_id=kind, kept=False, basis="Plan 3.4")
    )
    return world


def found(qtbot: QtBot, world: World) -> DisposalSheet:
    """The sheet, when it has found what would go."""
    sheet = DisposalSheet(world.context)
    present(qtbot, sheet)
    qtbot.waitUntil(lambda: not sheet.is_looking)
    return sheet


def decided(sheet: DisposalSheet) -> None:
    for name, value in DECISION.items():
        sheet.form[name].set_value(value)


def codes(sheet: DisposalSheet) -> list[str]:
    rows = sheet.table.rows
    return [rows.words(n, NAME) for n in range(rows.rowCount())]


# ---- the rules ---------------------------------------------------------------------------------


def test_an_empty_register_begins_with_rules_that_take_nothing_until_they_are_checked(
    qtbot: QtBot, world: World
) -> None:
    world.services.case_flow.begin()
    robot = RecordsRobot(qtbot, RetentionPage(world.context))
    robot.press("begin")
    states = {rule.state for rule in world.services.retention_rules.rows()}
    assert states == {RuleState.UNCHECKED}
    assert "check: 2 years" in robot.rows(3)
    assert "the day it was signed" in robot.rows(1)
    key = next(one.id for one in world.services.retention_rules.rows() if one.name == "Klagomål")
    robot.open(key)
    robot.write("basis", "Dokumenthanteringsplan 3.4")
    assert world.services.retention_rules.get(key).state is RuleState.IN_FORCE
    assert robot.rows(3).count("2 years") == 1


# ---- what would go -----------------------------------------------------------------------------


def test_nothing_would_go_today(qtbot: QtBot, world: World) -> None:
    sheet = found(qtbot, world)
    assert "Nothing would go today" in sheet.note.words()
    assert sheet.is_working, "the button has nothing to do"


def test_two_rules_that_say_the_same_are_told_of(qtbot: QtBot, desk: World) -> None:
    rule = desk.services.retention_rules.get("r")
    desk.services.retention_rules.save(replace(rule, id="s", name="Klagomål igen"))
    assert "Two rules speak of the same" in found(qtbot, desk).note.words()


def test_the_chosen_committees_records_are_shown_without_their_content(
    qtbot: QtBot, desk: World
) -> None:
    desk.shell.place = Where("c2", 2025)
    sheet = found(qtbot, desk)
    assert codes(sheet) == ["2021-001"]
    assert "Klagomål: 2 years (Plan 3.4): 1 goes" in said(sheet)
    assert "Kall mat" not in said(sheet)
    sheet.committee.set_value(ALL)
    sheet.committee.changed.emit()
    assert len(codes(sheet)) == 3
    assert nameless(sheet) == []


def reason(sheet: DisposalSheet) -> QLineEdit:
    """The line that is open to say why in."""
    lines = sheet.table.viewport().findChildren(QLineEdit)
    (line,) = (one for one in lines if one.isVisible())
    return line


def test_a_row_without_its_tick_is_left_and_is_asked_why(qtbot: QtBot, desk: World) -> None:
    sheet = found(qtbot, desk)
    table = sheet.table
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    index = table.rows.index(0, NAME)
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert str(index.data(Qt.ItemDataRole.AccessibleTextRole)).endswith("is left")
    assert "1 goes" in said(sheet)
    decided(sheet)
    qtbot.keyClick(reason(sheet), Qt.Key.Key_Escape)
    assert not sheet.go_on()
    assert "Write why" in said(sheet)
    line = reason(sheet)
    assert "Why it is left out" in line.accessibleName()
    line.setText("Tillsyn")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.table.rows.shown_left() == {"k1": "Tillsyn"})
    assert "Write why" not in said(sheet)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.rows.shown_left() == {}
    table.rows.turn([1])
    assert table.rows.words(1, REASON) == "Tillsyn", "the latest reason is offered again"


def test_rows_that_lose_their_ticks_together_have_one_reason(qtbot: QtBot, desk: World) -> None:
    sheet = found(qtbot, desk)
    table = sheet.table
    table.setFocus()
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    line = reason(sheet)
    line.setText("Begärd av 800101-0001")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(set(table.rows.shown_left().values())) == 1)
    qtbot.waitUntil(lambda: "personal identity number" in said(sheet))
    for row in (0, 1):
        table.rows.setData(table.rows.index(row, REASON), "Begärd utlämning")
    why = "Begärd utlämning"
    assert table.rows.shown_left() == {"k1": why, "k2": why}
    assert "personal identity number" not in said(sheet)
    decided(sheet)
    assert not sheet.go_on()
    assert "Nothing would go: all are left out." in said(sheet)


def test_a_click_on_the_box_ticks_and_beside_it_chooses(qtbot: QtBot, desk: World) -> None:
    sheet = found(qtbot, desk)
    table = sheet.table
    rect = table.visualRect(table.rows.index(1, NAME))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert table.rows.goes(1)
    at = rect.topLeft()
    at.setX(at.x() + 12)
    at.setY(rect.center().y())
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert not table.rows.goes(1)
    assert table.rows.rowCount(table.rows.index(0, 0)) == 0
    assert table.rows.rowCount(QModelIndex()) == 2


# ---- taken away --------------------------------------------------------------------------------


def test_what_was_decided_goes_and_its_record_is_shown(qtbot: QtBot, desk: World) -> None:
    services, page = desk.services, RetentionPage(desk.context)
    robot = RecordsRobot(qtbot, page)

    def decide(sheet: Any) -> bool:
        qtbot.waitUntil(lambda: not sheet.is_working)
        assert not sheet.go_on(), "a decision is asked for"
        assert sheet.form["decision"].error()
        assert services.cases.count() == 3
        sheet.table.rows.left["k1"] = "Tillsyn"
        decided(sheet)
        return bool(sheet.go_on())

    desk.dialogs.answer("fill", decide)
    robot.press("look")
    assert [case.id for case in services.cases.rows(order=("id",))] == ["k1", "k3"]
    (one,) = services.disposals.log()
    assert (one.number, one.committee) == (1, services.committees.get("c1").name)
    assert desk.shell.gone == [Target("quality", "disposals", one.id)]


def test_none_of_it_is_done_on_the_windows_thread(
    qtbot: QtBot, desk: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []

    def noted(known: Callable[..., Any]) -> Callable[..., Any]:
        def act(*args: Any, **more: Any) -> Any:
            threads.append(threading.current_thread())
            return known(*args, **more)

        return act

    monkeypatch.setattr(DisposalService, "due", noted(DisposalService.due))
    monkeypatch.setattr(DisposalService, "dispose", noted(DisposalService.dispose))
    sheet = found(qtbot, desk)
    decided(sheet)
    with qtbot.waitSignal(sheet.done):
        sheet.go_on()
    assert len(threads) >= 3
    assert threading.main_thread() not in threads
    assert sheet.problem is None
    assert desk.services.cases.count() == 1


class Held:
    """What is done on the thread waits until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, known: str) -> None:
        self.go, self._known = threading.Event(), getattr(disposal_sheet, known)
        monkeypatch.setattr(disposal_sheet, known, self)

    def __call__(self, *args: Any) -> Any:
        assert self.go.wait(WAIT / 1000)
        return self._known(*args)


@pytest.fixture
def filling(qtbot: QtBot, desk: World) -> QDialog:
    """The sheet in its dialog, decided."""
    sheet = found(qtbot, desk)
    decided(sheet)
    made = QtDialogs(lambda: None).filling(sheet)
    present(qtbot, made)
    return made


def press(qtbot: QtBot, dialog: QDialog, name: str) -> QPushButton:
    made = dialog.findChild(QPushButton, name)
    assert made is not None
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    return made


def test_cancel_gives_it_up_and_closes_when_nothing_is_done_any_more(
    qtbot: QtBot, desk: World, filling: QDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch, "_taken")
    go_on = press(qtbot, filling, "yes")
    assert not go_on.isEnabled()
    assert any("Taking away 0 of 2" in one.text() for one in filling.findChildren(QLabel))
    press(qtbot, filling, "cancel")
    assert filling.isVisible(), "it stays until it is known what came of it"
    held.go.set()
    qtbot.waitUntil(lambda: not filling.isVisible())
    assert filling.result() == QDialog.DialogCode.Rejected
    assert desk.services.cases.count() == 3
    assert desk.services.disposals.log() == ()


def test_what_is_committed_can_no_longer_be_cancelled(
    qtbot: QtBot, desk: World, filling: QDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_backup = threading.Event()
    known = desk.services.backups.start_anew

    def slow() -> Any:
        assert at_backup.wait(WAIT / 1000)
        return known()

    monkeypatch.setattr(desk.services.backups, "start_anew", slow)
    press(qtbot, filling, "yes")
    cancel = filling.findChild(QPushButton, "cancel")
    assert cancel is not None
    qtbot.waitUntil(lambda: not cancel.isEnabled())
    qtbot.keyClick(filling, Qt.Key.Key_Escape)
    assert filling.isVisible()
    at_backup.set()
    qtbot.waitUntil(lambda: not filling.isVisible())
    assert filling.result() == QDialog.DialogCode.Accepted
    assert desk.services.cases.count() == 1


def test_what_changed_meanwhile_is_told_and_nothing_goes(
    qtbot: QtBot, desk: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = found(qtbot, desk)
    decided(sheet)
    desk.services.retention_rules.save(replace(desk.services.retention_rules.get("r"), kept=True))
    sheet.go_on()
    qtbot.waitUntil(lambda: "Look again" in sheet.note.words())
    assert desk.services.cases.count() == 3
    assert sheet.form.isEnabled()


def test_a_disk_that_is_full_is_told_and_one_may_try_again(
    qtbot: QtBot, desk: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: Any) -> Any:
        raise FileProblem(FileFault.DISK_FULL, "The disk is full.", "")

    with monkeypatch.context() as patched:
        patched.setattr(disposal_sheet, "_taken", full)
        sheet = found(qtbot, desk)
        decided(sheet)
        desk.dialogs.answer("message")
        sheet.go_on()
        qtbot.waitUntil(lambda: not sheet.is_working)
    assert desk.dialogs.said[-1][1] == "The disk is full."
    assert desk.services.cases.count() == 3
    with qtbot.waitSignal(sheet.done):
        sheet.go_on()
    assert desk.services.cases.count() == 1


# ---- the record of it --------------------------------------------------------------------------


def test_while_nothing_is_taken_away_the_rules_are_led_to(qtbot: QtBot, world: World) -> None:
    page: Any = DisposalsPage(world.context)
    Robot(qtbot, page).press("need")
    assert world.shell.gone[-1] == Target("quality", "retention_rules")


def test_each_time_is_listed_with_its_record_to_print(qtbot: QtBot, desk: World) -> None:
    sheet = found(qtbot, desk)
    sheet.table.rows.left["k1"] = "Tillsyn"
    decided(sheet)
    with qtbot.waitSignal(sheet.done):
        sheet.go_on()
    (one,) = desk.services.disposals.log()
    page: Any = DisposalsPage(desk.context)
    robot = Robot(qtbot, page)
    page.focus_first()
    page.show_record(Target("quality", "disposals", one.id))
    words = "\n".join(label.text() for label in page.findChildren(QLabel))
    for expected in ("1 record taken away", "Klagomål: 2 years", "Plan 3.4", ": Tillsyn"):
        assert expected in words
    assert "Kall mat" not in words
    prints = page.prints()
    assert isinstance(prints, InWindow)
    assert (prints.spec, prints.choice) == (SPEC, one.id)
    robot.press("show_record")
    shown = page.window().findChild(PrintWindow)
    assert shown is not None
    assert shown.preview.paper_button.text() == "Print …"
    shown.close()
