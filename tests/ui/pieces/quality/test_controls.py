"""Results of internal control: noted beside the plan, also when it is decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from styrdesk.domain.control_result import ControlResult
from styrdesk.domain.decided import DecidedKind
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import Plan, PlanStatus
from styrdesk.domain.risk import Control, Risk
from styrdesk.domain.self_check import CheckResult
from styrdesk.reports import printing
from styrdesk.reports.internal_control import SPEC
from styrdesk.services.register import Register
from styrdesk.ui.kit.piece import Target, Where
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.pieces.quality.follow_up import controls_page
from styrdesk.ui.pieces.quality.follow_up.controls_page import ControlsPage
from tests.helpers.files import demo_services
from tests.helpers.pdf_checks import Reading, spoken, validator_findings
from tests.helpers.robots import CTRL, Robot
from tests.helpers.world import World


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_report_of_the_example_conforms(language: str) -> None:
    with demo_services() as services:
        for choice in SPEC.choices(services):
            data = printing.collect(SPEC, services, choice.id, language)
            made = printing.render(SPEC.render, data, language)
            assert validator_findings(made) == []
            reading = Reading(made)
            assert reading.findings() == []
            assert "stickprov 20 nyanställningar" in spoken(reading.root.text())


def test_results_of_a_decided_plan_are_written_and_its_controls_are_not() -> None:
    with demo_services() as services:
        decided = services.plans.decided()[0]
        controls: Register[Control] = services.controls
        control = controls.rows({"plan_id": decided.id})[0]
        before = services.control_results.count({"control_id": control.id})
        (result, *_rest) = services.control_results.rows({"control_id": control.id})
        services.control_results.duplicate(result.id)
        assert services.control_results.count({"control_id": control.id}) == before + 1
        with pytest.raises(RuleBroken):
            controls.save(control)


def test_a_result_is_written_in_its_row_and_tells_that_it_is_noted(
    qtbot: QtBot, world: World
) -> None:
    services = world.services
    with services.work.step("plan"):
        services.file.store.save(Plan("p", "c1", year=2026, title="Nämndplan"))
    services.risks.add(Risk("r", "p", title="Jäv"))
    services.controls.add(Control("k", "p", "r", "Trettio fakturor", frequency="T1"))
    page = ControlsPage(world.context)
    robot = Robot(qtbot, page)
    (card,) = page.cards
    assert card.mark.text() == "Waits"
    grid = card.results.table
    grid.setFocus()
    grid.setCurrentIndex(grid.grid.index(0, 0))
    QGuiApplication.clipboard().setText("T1\t2025-11-20\t\tNot as required\t2\tTwo\tTold")
    robot.bot.keyClick(grid, Qt.Key.Key_V, CTRL)
    assert page.flush()
    (result,) = services.control_results.rows()
    assert (result.occasion, result.deviations, result.measure) == ("T1", 2, "Told")
    assert card.mark.text() == "Noted"
    world.undo()
    assert services.control_results.rows() == ()
    assert card.mark.text() == "Waits"


def test_without_a_plan_it_says_where_controls_are_planned(qtbot: QtBot, world: World) -> None:
    page = ControlsPage(world.context)
    robot = Robot(qtbot, page)
    assert page.cards == []
    assert page.prints() is None
    assert page.nothing.words().startswith("There is no plan for 2026 yet The controls are planned")
    robot.press("to_plan")
    assert world.shell.gone[-1] == Target("planning", "plan")
    with world.services.work.step("plan"):
        world.services.file.store.save(Plan("p", "c1", year=2026, title="Nämndplan"))
    page.refresh()
    assert page.nothing.words().startswith("The plan for 2026 has no controls yet")


def test_a_year_that_waits_leads_to_the_one_that_has_results(qtbot: QtBot, world: World) -> None:
    planned(world, 2025)
    for number in (1, 2, 3):
        result = ControlResult(f"t{number}", "k", f"T{number}", result=CheckResult.AS_REQUIRED)
        world.services.control_results.add(result)
    page = ControlsPage(world.context)
    robot = Robot(qtbot, page)
    said = "2026 has not begun The controls are planned in the risk analysis"
    assert page.elsewhere.words().startswith(said)
    assert page.nothing.isHidden()  # all is said once
    with world.services.work.step("plan"):
        world.services.file.store.save(Plan("next", "c1", year=2026, title="Nämndplan"))
    world.services.risks.add(Risk("s", "next", title="Jäv"))
    world.services.controls.add(Control("n", "next", "s", "Trettio fakturor"))
    page.refresh()
    assert (
        page.elsewhere.words() == "2026 has not begun Results are written as the controls are made."
    )
    world.services.control_results.add(ControlResult("early", "n", "T1"))
    page.refresh()
    assert page.elsewhere.isHidden()
    world.services.control_results.delete("early")
    page.refresh()
    robot.press("other_year")
    assert world.shell.place == Where("c1", 2025)
    page.place_changed()
    assert page.elsewhere.isHidden()
    assert [card.control.id for card in page.cards] == ["k"]


def planned(world: World, year: int) -> None:
    """A decided plan with a control that is reported at each tertial."""
    with world.services.work.step("plan"):
        world.services.file.store.save(Plan("p", "c1", year=year, title="Nämndplan"))
    world.services.risks.add(Risk("r", "p", title="Jäv"))
    world.services.controls.add(Control("k", "p", "r", "Trettio fakturor", frequency="tertial"))
    with world.services.work.step("decided"):
        store = world.services.file.store
        store.save(replace(store.get(Plan, "p"), status=PlanStatus.DECIDED))


def test_the_report_is_decided_for_a_reporting_and_stands_there_with_its_code(
    qtbot: QtBot, world: World
) -> None:
    planned(world, 2026)
    world.services.control_results.add(
        ControlResult("one", "k", "T1", result=CheckResult.AS_REQUIRED)
    )
    page = ControlsPage(world.context)
    robot = Robot(qtbot, page)

    def fill_in(sheet: Sheet) -> bool:
        sheet.form["occasion"].set_value("T1")
        sheet.form["decided_on"].set_value(date(2025, 11, 19))
        sheet.form["paragraph"].set_value("7")
        with qtbot.waitSignal(sheet.done):
            assert not sheet.go_on()
        return True

    world.dialogs.answer("fill", fill_in)
    robot.press("decide_controls")
    (decided,) = world.services.reports.decided(DecidedKind.INTERNAL_CONTROL, "p")
    assert (decided.occasion, decided.paragraph) == ("T1", "§\u00a07")
    words = [label.text() for label in page.findChildren(QLabel)]
    assert any(decided.code in said for said in words)
    world.dialogs.answer("message")
    world.undo()
    assert "nothing to undo" in world.dialogs.said[-1][2]
    assert world.services.reports.decided(DecidedKind.INTERNAL_CONTROL, "p") == (decided,)


def test_controls_of_a_draft_are_not_decided(qtbot: QtBot, world: World) -> None:
    with world.services.work.step("plan"):
        world.services.file.store.save(Plan("p", "c1", year=2026, title="Nämndplan"))
    world.services.risks.add(Risk("r", "p", title="Jäv"))
    world.services.controls.add(Control("k", "p", "r", "Trettio fakturor"))
    page = ControlsPage(world.context)
    qtbot.addWidget(page)
    assert page.decide.isHidden()


def test_what_is_late_of_another_year_is_told_and_led_to(qtbot: QtBot, world: World) -> None:
    planned(world, 2025)
    assert controls_page.badge(world.context) == "!1"
    page = ControlsPage(world.context)
    robot = Robot(qtbot, page)
    assert page.cards == []
    assert "1 control of 2025" in page.elsewhere.words()
    robot.press("other_year")
    assert world.shell.place == Where("c1", 2025)
    page.place_changed()
    assert page.elsewhere.isHidden()
    (card,) = page.cards
    page.show_record(Target("quality", "control_results", "k", table="control_result"))
    assert card.results.table.hasFocus() or card.results.hasFocus()
