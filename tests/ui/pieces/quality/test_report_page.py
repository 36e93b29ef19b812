"""The report on quality in its page: the story from a self-check to the nämnd's decision."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from styrdesk.domain import richtext
from styrdesk.domain.quality_report import QualityReport
from styrdesk.domain.self_check import CheckResult, SelfCheck
from styrdesk.ui.kit.richtext_field import RichTextField
from styrdesk.ui.pieces.quality.follow_up.decide_sheet import DecideSheet
from styrdesk.ui.pieces.quality.follow_up.report_page import ReportPage
from styrdesk.ui.pieces.quality.follow_up.self_checks_page import SelfChecksPage
from tests.helpers.robots import RecordsRobot, Robot
from tests.helpers.world import World

# The nämnd c1 and the year 2026 are chosen.


def words(page: ReportPage, section: str) -> set[str]:
    """What stands in a section's card."""
    card = next(card for card in page.cards if card.section == section)
    return {label.text() for label in card.findChildren(QLabel)}


def report(world: World) -> QualityReport:
    found = world.services.quality.find("c1", 2026)
    assert found is not None
    return found


def test_a_self_check_with_its_deviation_and_measure_stands_in_the_report(
    qtbot: QtBot, world: World
) -> None:
    world.services.self_checks.add(SelfCheck("s", "c1", "Locks", planned_for=date(2026, 3, 1)))
    checks = RecordsRobot(qtbot, SelfChecksPage(world.context))
    checks.open("s")
    checks.write("deviations", "2")
    checks.write("done_on", "2026-03-02")
    field = checks.field("result")
    field.set_value(CheckResult.NOT)
    field.changed.emit()
    checks.paste("lines", 0, 0, "Two doors open\tNew locks")

    page = ReportPage(world.context)
    qtbot.addWidget(page)
    found = words(page, "self_checks")
    assert {"Locks", "Not as required", "2", "New locks", "0 of 1"} <= found


def test_it_is_begun_written_and_decided(qtbot: QtBot, world: World) -> None:
    page = ReportPage(world.context)
    robot = Robot(qtbot, page)
    assert page.mark.text() == "Not begun"
    assert page.prints() is None
    robot.press("begin_report")
    assert page.mark.text() == "Draft"
    card = next(card for card in page.cards if card.section == "self_checks")
    assert card.commentary is not None
    field = card.commentary.form["body"]
    assert isinstance(field, RichTextField)
    field.set_value(richtext.from_plain("It went well."))
    field.changed.emit()
    assert page.flush()
    text = world.services.quality.text(report(world).id, "self_checks")
    assert richtext.plain(richtext.parse(text.body)) == "It went well."

    sheet = DecideSheet(world.context, report(world).id)
    qtbot.addWidget(sheet)
    assert not sheet.go_on()  # there is no day yet
    sheet.form["decided_on"].set_value(date(2026, 12, 9))
    sheet.form["paragraph"].set_value("12")
    assert sheet.go_on()
    assert page.mark.text().replace("\u00a0", " ") == "Decided 2026-12-09 § 12"
    assert not page.decide.isVisible()
    assert "It went well." in words(page, "self_checks")
    assert all(card.commentary is None for card in page.cards)


def test_what_is_being_written_stays_when_figures_do_not_change(qtbot: QtBot, world: World) -> None:
    page = ReportPage(world.context)
    Robot(qtbot, page).press("begin_report")
    before = list(page.cards)
    page.refresh()
    assert page.cards == before
