"""The report on quality in its page: the story from a self-check to the nämnd's decision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from styrdesk.domain import richtext
from styrdesk.domain.decided import DecidedKind
from styrdesk.domain.decision import Decision
from styrdesk.domain.quality_report import QualityReport
from styrdesk.domain.self_check import CheckResult, SelfCheck
from styrdesk.storage.triggers import drop, install
from styrdesk.ui.kit.piece import Target
from styrdesk.ui.kit.richtext_field import RichTextField
from styrdesk.ui.pieces.quality.follow_up.decide_sheet import DecideSheet
from styrdesk.ui.pieces.quality.follow_up.report_page import ReportPage
from styrdesk.ui.pieces.quality.follow_up.self_checks_page import SelfChecksPage
from tests.helpers.files import decide_report
from tests.helpers.robots import RecordsRobot, Robot
from tests.helpers.world import World

# The nämnd c1 and the year 2026 are chosen; the day is the twentieth of November 2025.
FACTS = Decision("Miljönämnden", date(2025, 11, 19), "§ 12")


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
    assert "2026 has not begun" in page.other_year.words()
    assert page.other_year.lead.text() == "Show 2025"
    robot.press("begin_report")
    assert page.other_year.isHidden()
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

    sheet = DecideSheet(world.context, DecidedKind.QUALITY_REPORT, report(world).id)
    qtbot.addWidget(sheet)
    assert not sheet.go_on()  # there is no day yet
    sheet.form["decided_on"].set_value(date(2025, 11, 19))
    sheet.form["paragraph"].set_value("12")
    with qtbot.waitSignal(sheet.done):
        assert not sheet.go_on()  # it is laid out first
    assert page.mark.text().replace("\u00a0", " ") == "Decided 2025-11-19 § 12"
    assert not page.decide.isVisible()
    assert "It went well." in words(page, "self_checks")
    assert all(card.commentaries == [] for card in page.cards)
    (decided,) = world.services.reports.decided(DecidedKind.QUALITY_REPORT, report(world).id)
    assert world.services.reports.pdf(decided).startswith(b"%PDF-")
    robot.press("decided_1")
    assert world.shell.gone[-1] == Target("quality", "results", record=decided.id)


def test_a_decided_one_is_opened_anew_and_given_up(qtbot: QtBot, world: World) -> None:
    world.services.quality.begin("c1", 2026)
    decided = report(world)
    say(world, "self_checks", "It went well.")
    decide_report(world.services, DecidedKind.QUALITY_REPORT, decided.id, FACTS)
    page = ReportPage(world.context)
    robot = Robot(qtbot, page)
    robot.press("revise_report")
    assert page.mark.text() == "Draft of version 2"
    assert "It replaces version 1, decided 2025-11-19" in page.banner.words()
    say(world, "self_checks", "It went badly.")
    robot.press("abandon_report")
    assert page.mark.text().startswith("Decided")
    assert "It went well." in words(page, "self_checks")
    assert page.banner.isHidden()


def test_a_figure_is_commented_on_beside_it_and_copied_with_its_words(
    qtbot: QtBot, world: World
) -> None:
    check = SelfCheck("s", "c1", "Locks", done_on=date(2026, 3, 1), result=CheckResult.NOT)
    world.services.self_checks.add(check)
    world.services.quality.begin("c1", 2026)
    page = ReportPage(world.context)
    robot = Robot(qtbot, page)
    card = next(card for card in page.cards if card.section == "self_checks")
    said = next(one for one in card.commentaries if one.key == "self_checks/results")
    assert said.isHidden()
    robot.press("comment_self_checks_results")
    assert said.isVisible()
    field = said.form["body"]
    assert isinstance(field, RichTextField)
    field.set_value(richtext.from_plain("One of one."))
    field.changed.emit()
    assert page.flush()
    text = world.services.quality.text(report(world).id, "self_checks/results")
    assert richtext.plain(richtext.parse(text.body)) == "One of one."
    again = ReportPage(world.context)
    qtbot.addWidget(again)
    card = next(card for card in again.cards if card.section == "self_checks")
    said = next(one for one in card.commentaries if one.key == "self_checks/results")
    assert not said.isHidden()  # what is said is seen at once
    robot.press("table_self_checks_results")
    assert "Not as required\t1\t0" in QGuiApplication.clipboard().text()
    robot.press("copy_self_checks_results")
    assert "Results of self-checks" in QGuiApplication.clipboard().text()


def test_what_has_been_harmed_is_told_and_not_shown(qtbot: QtBot, world: World) -> None:
    world.services.quality.begin("c1", 2026)
    decide_report(world.services, DecidedKind.QUALITY_REPORT, report(world).id, FACTS)
    (decided,) = world.services.reports.decided(DecidedKind.QUALITY_REPORT, report(world).id)
    db = world.services.file.db
    drop(db)  # behind the program's back
    db.execute_sql("UPDATE blob SET content = x'00' WHERE sha256 = ?", (decided.content,))
    install(db)
    world.dialogs.answer("message")
    page = ReportPage(world.context)
    qtbot.addWidget(page)
    assert page.cards == []
    assert world.dialogs.said[-1][0] == "message"


def say(world: World, where: str, words: str) -> None:
    text = world.services.quality.text(report(world).id, where)
    body = richtext.write(richtext.from_plain(words))
    world.context.operations.run(
        lambda: world.services.quality_texts.save(replace(text, body=body))
    )


def test_what_is_being_written_stays_when_figures_do_not_change(qtbot: QtBot, world: World) -> None:
    page = ReportPage(world.context)
    Robot(qtbot, page).press("begin_report")
    before = list(page.cards)
    page.refresh()
    assert page.cards == before
