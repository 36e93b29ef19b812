"""Cases in the window: what comes in, its steps to the end, secrecy, letters, figures, Start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from styrdesk.domain.agenda import Whose
from styrdesk.domain.case import AnswerState, Case, CaseLetter, Cause, Channel, Measure
from styrdesk.domain.case_type import LetterKind, StageKind
from styrdesk.domain.organisation import Person, Unit
from styrdesk.domain.routine import Routine
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.grid_table import GridTable
from styrdesk.ui.kit.piece import Target, Where
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.pieces.quality.cases import cases_page
from styrdesk.ui.pieces.quality.cases.case_form import CaseForm
from styrdesk.ui.pieces.quality.cases.cases_page import CasesPage
from styrdesk.ui.pieces.quality.cases.figures_page import FiguresPage
from styrdesk.ui.pieces.quality.cases.letters_part import LetterSheet
from styrdesk.ui.pieces.quality.cases.secret_form import SecretForm
from styrdesk.ui.pieces.quality.cases.templates_page import TemplatesPage
from styrdesk.ui.pieces.quality.cases.types_page import TypesPage
from styrdesk.ui.pieces.start.todo import Reader, todos
from tests.helpers.robots import CTRL, RecordsRobot, Robot
from tests.helpers.world import World

TODAY = date(2025, 11, 20)
NUMBER, TITLE, KIND, UNIT, STEP, DUE = range(6)


@pytest.fixture
def desk(world: World) -> World:
    """The shipped kinds of cases, a unit, and Åsa who sits there."""
    services = world.services
    services.people.add(Person("p", "Åsa Öberg", "Enhetschef", "asa@example.org"))
    services.units.add(Unit("u", "c1", None, "Backaskolans kök"))
    services.case_flow.begin()
    world.context.settings.set_person(services.file.path, "p")
    return world


def kind(world: World, name: str) -> str:
    return next(one.id for one in world.services.cases.types() if one.name == name)


def arrived(world: World, key: str, name: str = "Klagomål", **changes: object) -> Case:
    case = Case(key, "c1", kind(world, name), "", title=f"Ärende {key}", body="Text")
    return world.services.cases.add_with(replace(case, **changes), ())  # type: ignore[arg-type]


def standing(world: World, key: str) -> StageKind:
    case = world.services.cases.get(key)
    stage = world.services.cases.way(case.type_id).at(case)
    assert stage is not None
    return stage.kind


def on(robot: RecordsRobot) -> str:
    """Press the one button, and tell what it says then; empty when it is gone."""
    robot.press("next_step")
    button = robot.find(QAbstractButton, "next_step")
    return "" if button.isHidden() else button.accessibleName()


def chosen(robot: RecordsRobot, name: str, value: object) -> None:
    field = robot.field(name)
    field.set_value(value)
    field.changed.emit()
    field.committed.emit()
    robot.form.flush()


def seen(robot: RecordsRobot) -> str:
    """All the words of the open form that can be seen."""
    from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

    said = [label.text() for label in robot.form.findChildren(QLabel) if label.isVisible()]
    said += [line.text() for line in robot.form.findChildren(QLineEdit) if line.isVisible()]
    said += [
        area.toPlainText() for area in robot.form.findChildren(QPlainTextEdit) if area.isVisible()
    ]
    return "\n".join(said)


def test_a_case_is_begun_for_a_unit_from_elsewhere(qtbot: QtBot, desk: World) -> None:
    robot = RecordsRobot(qtbot, CasesPage(desk.context))
    robot.page.begin_new("u")
    robot.page.begin_new("")
    begun = desk.services.cases.rows(order=("number",))
    assert [case.unit_id for case in begun] == ["u", None]
    assert {desk.services.case_types.get(case.type_id).answered for case in begun} == {False}
    assert {case.channel for case in begun} == {Channel.STAFF}
    assert robot.focus == "title_input"
    robot.press("new")
    assert desk.services.cases.count({"unit_id": "u"}) == 1
    newest = desk.services.cases.rows(order=("number",))[-1]
    assert desk.services.case_types.get(newest.type_id).answered  # as registrars register them


# ---- two stories -----------------------------------------------------------------------------


def test_a_complaint_arrives_and_is_answered_in_time(qtbot: QtBot, desk: World) -> None:
    robot = RecordsRobot(qtbot, CasesPage(desk.context))
    robot.press("first")
    (case,) = desk.services.cases.rows()
    assert (case.code, robot.focus) == ("2025-001", "title_input")
    robot.write("title", "Kall mat i matsalen")
    robot.write("body", "Barnen får kall mat när de äter sist.")
    robot.write("reporter", "Malin Rönnmark")
    assert on(robot) == "Next step: Bedömning"

    assert on(robot) == "Next step: Bedömning"  # nobody handles it yet
    assert robot.field("handler_id").error()
    chosen(robot, "handler_id", "p")
    assert on(robot) == "Next step: Kontakt"
    chosen(robot, "severity", 2)
    chosen(robot, "likelihood", 3)
    assert on(robot) == "Next step: Utredning"
    assert on(robot) == "Next step: Åtgärd"
    robot.write("investigation", "Värmevagnen stängs av för tidigt.")
    on(robot)
    assert on(robot) == "Next step: Uppföljning"

    def write(sheet: Sheet) -> bool:
        assert isinstance(sheet, LetterSheet)
        area = sheet.form["body"].editor
        assert "Malin Rönnmark" in sheet.form["body"].value()
        area.setPlainText("Hej Malin\n\nVagnen står på till 12.45.")  # type: ignore[attr-defined]
        return sheet.go_on()

    desk.dialogs.answer("fill", write)
    robot.press("letter_answer")
    (letter,) = desk.services.case_letters.rows()
    assert letter.body == "Hej Malin\n\nVagnen står på till 12.45."
    robot.press("letter_sent")
    case = desk.services.cases.get(case.id)
    assert (case.answered_on, case.answer) == (TODAY, AnswerState.IN_TIME)
    on(robot)
    assert on(robot) == ""
    assert standing(desk, case.id) is StageKind.CLOSED
    numbers = desk.services.case_statistics.of("c1", 2025)
    assert (numbers.total, numbers.answers.in_time) == (1, 1)


def test_the_lines_of_a_closed_case_are_read(qtbot: QtBot, desk: World) -> None:
    case = arrived(desk, "k", "Avvikelse")
    desk.services.causes.add(Cause("w", case.id, "Dörrlisten var sliten"))
    with desk.services.work.step("Close"):
        desk.services.file.store.save(replace(desk.services.cases.get("k"), closed_on=TODAY))
    robot = RecordsRobot(qtbot, CasesPage(desk.context))
    robot.open("k")
    form = robot.form
    assert isinstance(form, CaseForm)
    robot.stand("lines", 0, 0)
    robot.key(Qt.Key.Key_F2)
    robot.key(Qt.Key.Key_Delete)
    robot.key(Qt.Key.Key_Delete, CTRL)
    assert form.whys.table.state() == GridTable.State.NoState
    assert [one.words for one in desk.services.causes.rows()] == ["Dörrlisten var sliten"]
    assert all(made.isHidden() for made in form.findChildren(QWidget, "ways_of_lines"))


def test_the_next_step_leads_to_what_it_asks_for_and_a_refusal_is_seen(
    qtbot: QtBot, desk: World
) -> None:
    arrived(desk, "k", "Avvikelse", unit_id="u", handler_id="p")
    robot = RecordsRobot(qtbot, CasesPage(desk.context))
    robot.page.resize(900, 420)  # what a step asks for is far below its button
    robot.open("k")
    on(robot)
    assert robot.focus == "handler_id_input"
    on(robot)
    assert robot.focus == "severity_input"
    assert not robot.field("severity").visibleRegion().isEmpty()
    chosen(robot, "severity", 2)
    chosen(robot, "likelihood", 2)
    on(robot)
    desk.services.cases.save(
        replace(desk.services.cases.get("k"), investigation="Dörrlisten var sliten.")
    )
    desk.services.measures.add(Measure("m", "k", "Byt dörrlist"))
    robot.form.reload()
    on(robot)
    on(robot)
    assert standing(desk, "k") is StageKind.FOLLOW_UP
    on(robot)  # it is not followed up
    said = [one for one in robot.page.findChildren(Banner) if "followed up" in one.words()]
    assert [one.visibleRegion().isEmpty() for one in said] == [False]


def test_a_deviation_goes_through_all_steps_to_a_followed_up_action(
    qtbot: QtBot, desk: World
) -> None:
    case = arrived(desk, "k", "Avvikelse", title="Kyl 2 höll 9,4 °C", unit_id="u", handler_id="p")
    robot = RecordsRobot(qtbot, CasesPage(desk.context))
    robot.open("k")
    on(robot)
    on(robot)
    chosen(robot, "severity", 3)
    chosen(robot, "likelihood", 3)
    assert "limit of escalation" in seen(robot)
    assert "lex Sarah or lex Maria" in seen(robot)
    on(robot)
    robot.paste("lines", 0, 0, "Kylen höll inte temperaturen\nDörrlisten var sliten")
    assert [c.words for c in desk.services.causes.rows()] == [
        "Kylen höll inte temperaturen",
        "Dörrlisten var sliten",
    ]
    category = desk.services.cause_categories.rows()[0]
    chosen(robot, "category_id", category.id)
    on(robot)
    assert standing(desk, "k") is StageKind.MEASURES
    form = robot.form
    assert isinstance(form, CaseForm)
    form.measures.table.setFocus()
    form.measures.table.setCurrentIndex(form.measures.table.grid.index(0, 0))
    form.measures.table.paste("Byt dörrlist\tFastighet\t2025-11-28\t2025-11-20")
    form.flush()
    (measure,) = desk.services.measures.rows()
    assert (measure.responsible, measure.done_on) == ("Fastighet", TODAY)
    on(robot)
    assert standing(desk, "k") is StageKind.FOLLOW_UP

    robot.press("next_step")  # it is not followed up
    assert desk.services.cases.get("k").is_open
    assert "is not followed up" in seen(robot)
    desk.services.measures.save(replace(measure, effect="5 grader", followed_up_on=TODAY))
    form.reload()
    robot.press("next_step")
    closed = desk.services.cases.get("k")
    assert (closed.closed_on, closed.escalated, case.number) == (TODAY, True, 1)
    numbers = desk.services.case_statistics.of("c1", 2025)
    assert [(line.name, line.now) for line in numbers.causes.lines] == [(category.name, 1)]
    assert [(line.name, line.now) for line in numbers.units.lines] == [("Backaskolans kök", 1)]


# ---- the list --------------------------------------------------------------------------------


def test_the_chips_show_what_must_be_seen_to(qtbot: QtBot, desk: World) -> None:
    arrived(desk, "late", arrived=date(2025, 11, 3))
    arrived(desk, "soon", handler_id="p")
    arrived(desk, "praise", "Beröm", arrived=date(2025, 1, 7), secret=True)
    robot = RecordsRobot(qtbot, CasesPage(desk.context))
    found = {}
    for key, chip in robot.shown.chips.items():
        chip.setChecked(True)
        found[key] = robot.rows(NUMBER)
        chip.setChecked(False)
    assert found == {
        "open": ["2025-003", "2025-002", "2025-001"],
        "mine": ["2025-002"],
        "late": ["2025-003", "2025-001"],
        "soon": ["2025-002"],
        "reopened": [],
        "secret": ["2025-003"],
    }
    assert cases_page.badge(desk.context) == "!2"


def test_a_file_without_kinds_of_cases_is_led_to_them(qtbot: QtBot, world: World) -> None:
    robot = RecordsRobot(qtbot, CasesPage(world.context))
    robot.press("need")
    assert len(world.services.cases.types()) == 7
    robot.press("first")
    assert world.services.cases.count() == 1


def test_without_a_committee_one_is_led_to_the_committees(qtbot: QtBot, empty: World) -> None:
    robot = RecordsRobot(qtbot, CasesPage(empty.context))
    robot.press("need")
    assert empty.shell.gone == [Target("planning", "committees")]


def test_what_is_not_asked_for_yet_is_not_shown(qtbot: QtBot, desk: World) -> None:
    arrived(desk, "k")
    robot = RecordsRobot(qtbot, CasesPage(desk.context))
    robot.open("k")
    for name in ("severity", "investigation"):
        assert not robot.field(name).isVisible()
    assert robot.field("reporter").isVisible()
    desk.services.case_flow.go_on("k")
    robot.form.reload()
    assert not robot.field("reporter").isVisible()  # folded once it is registered
    robot.press("details")
    assert robot.field("reporter").isVisible()


def test_what_is_past_is_folded_to_its_head_and_unfolds(qtbot: QtBot, desk: World) -> None:
    arrived(desk, "k", "Avvikelse", handler_id="p", severity=2, likelihood=2)
    for _n in range(3):
        desk.services.case_flow.go_on("k")
    robot = RecordsRobot(qtbot, CasesPage(desk.context))
    robot.open("k")
    assert standing(desk, "k") is StageKind.INVESTIGATION
    assert robot.field("investigation").isVisible()
    assert not robot.field("severity").isVisible()
    robot.press("show_assessed")
    assert robot.field("severity").isVisible()
    robot.form.show_field("reporter")
    assert robot.field("reporter").isVisible()


def test_a_line_that_names_a_case_or_a_routine_leads_there(qtbot: QtBot, desk: World) -> None:
    arrived(desk, "a")
    arrived(desk, "b")
    desk.services.routines.add(Routine("r", title="Kylkontroll"))
    desk.services.case_flow.go_on("a")
    robot = RecordsRobot(qtbot, CasesPage(desk.context))
    robot.open("a")
    form = robot.form
    assert isinstance(form, CaseForm)
    form.links.table.setCurrentIndex(form.links.table.grid.index(0, 0))
    form.links.table.paste("2025-002\nKylkontroll\nEtt samtal\n2025-001")
    form.flush()
    found = {one.title: (one.target, one.record) for one in desk.services.case_links.rows()}
    assert found == {
        "2025-002": ("case", "b"),
        "Kylkontroll": ("routine", "r"),
        "Ett samtal": ("", ""),
        "2025-001": ("", ""),  # itself
    }
    for at, (page, record, table) in enumerate(
        [("cases", "b", "case"), ("routines", "r", "routine")]
    ):
        form.links.table.setCurrentIndex(form.links.table.grid.index(at, 0))
        robot.press("show_lead")
        assert desk.shell.gone[-1] == Target("quality", page, record, table=table)
    form.links.table.setCurrentIndex(form.links.table.grid.index(2, 0))
    assert not robot.find(QAbstractButton, "show_lead").isEnabled()


def test_a_closed_case_is_read_but_not_written(qtbot: QtBot, desk: World) -> None:
    arrived(desk, "a")
    arrived(desk, "b")
    robot = RecordsRobot(qtbot, CasesPage(desk.context))
    robot.open("a")
    desk.dialogs.answer("fill", {"main_id": "2025-002"})
    menu(robot, "Merge")()
    assert desk.services.cases.get("a").duplicate_of == "b"
    robot.form.reload()
    assert "It goes on in 2025-002" in seen(robot)
    assert robot.find(QAbstractButton, "next_step").isHidden()
    robot.fill("title", "Annat")
    robot.form.flush()
    assert desk.services.cases.get("a").title == "Ärende a"
    desk.dialogs.answer("fill", {"reason": "Inte samma sak"})
    menu(robot, "Open the case again")()
    assert desk.services.cases.get("a").reopened == 1


def menu(robot: RecordsRobot, words: str) -> Callable[[], object]:
    opened = robot.form.menu()
    action = next(each for each in opened.actions() if each.text().startswith(words))
    return action.trigger  # type: ignore[no-any-return]


# ---- secrecy ---------------------------------------------------------------------------------


def test_a_secret_case_is_masked_until_a_reason_is_given(qtbot: QtBot, desk: World) -> None:
    arrived(desk, "k", title="Om Lisa", body="Lisa är sjuk", secret=True, unit_id="u")
    robot = RecordsRobot(qtbot, CasesPage(desk.context))
    assert (robot.rows(TITLE), robot.rows(UNIT)) == (["Secret"], [""])
    robot.open("k")
    assert isinstance(robot.form, SecretForm)
    assert "Lisa" not in seen(robot) + robot.form.title()
    robot.press("open_secret")
    assert robot.field("reason").error()
    robot.fill("reason", "Jag handlägger ärendet")
    robot.press("open_secret")
    for _n in range(3):  # the other form comes, is laid out and shown
        QApplication.processEvents()
    assert isinstance(robot.form, CaseForm)
    assert "Lisa" in seen(robot)
    assert robot.rows(TITLE) == ["Secret"]  # the list stays masked
    (opened, _registered) = desk.services.case_flow.events("k")
    assert opened.what == "Jag handlägger ärendet"


def test_start_tells_of_late_cases_and_nothing_of_a_secret_one(desk: World) -> None:
    arrived(desk, "late", arrived=date(2025, 11, 3), handler_id="p", title="Kall mat")
    arrived(desk, "secret", arrived=date(2025, 11, 4), secret=True, title="Om Lisa")
    arrived(desk, "later", "Avvikelse", arrived=date(2025, 11, 20))
    rows = todos(Reader(desk.services), Where("c1", 2026), Whose("p")).rows
    cases = [row for row in rows if row.kind == "case"]
    assert [(row.title, row.target.record) for row in cases] == [
        ("Kall mat", "late"),
        ("Secret", "secret"),
        ("Ärende later", "later"),
    ]
    assert cases[0].second == "2025-001 · Inkommen · Åsa Öberg"
    assert cases[0].day == date(2025, 11, 4)


# ---- letters ---------------------------------------------------------------------------------


def test_a_letter_is_saved_as_pdf(qtbot: QtBot, desk: World, tmp_path: object) -> None:
    from pathlib import Path

    assert isinstance(tmp_path, Path)
    arrived(desk, "k", handler_id="p")
    desk.services.case_flow.go_on("k")
    desk.services.case_letters.add(
        CaseLetter("l", "k", LetterKind.ACKNOWLEDGEMENT, "Tack", "Hej\n\nTack")
    )
    robot = RecordsRobot(qtbot, CasesPage(desk.context))
    robot.open("k")
    out = tmp_path / "brev.pdf"
    desk.dialogs.answer("save_file", out)
    robot.press("letter_pdf")
    qtbot.waitUntil(out.exists)
    assert out.read_bytes().startswith(b"%PDF")


def test_a_template_with_a_wrong_field_is_refused_where_it_stands(
    qtbot: QtBot, desk: World
) -> None:
    robot = RecordsRobot(qtbot, TemplatesPage(desk.context))
    template = desk.services.letter_templates.rows()[0]
    robot.open(template.id)
    robot.write("title", "Hej {namm}")
    assert "{namm}" in robot.field("title").error()
    assert desk.services.letter_templates.get(template.id) == template


def test_the_template_moved_first_is_the_one_letters_begin_from(qtbot: QtBot, desk: World) -> None:
    templates = desk.services.letter_templates
    before = [one.id for one in templates.rows()]
    robot = RecordsRobot(qtbot, TemplatesPage(desk.context))
    robot.shown.table.choose(before[1])
    up = next(each for each in robot.shown.spec.actions if each.title == "Move up")
    up.run((before[1],))
    assert [one.id for one in templates.rows()] == before[::-1]


# ---- kinds of cases --------------------------------------------------------------------------


def test_a_step_of_a_kind_is_changed_in_its_cell(qtbot: QtBot, desk: World) -> None:
    robot = RecordsRobot(qtbot, TypesPage(desk.context))
    key = kind(desk, "Beröm")
    robot.open(key)
    robot.paste("lines", 1, 3, "10")
    stages = desk.services.case_stages.rows({"type_id": key})
    assert stages[1].days == 10
    robot.paste("lines", 1, 3, "snart")
    assert desk.services.case_stages.get(stages[1].id).days == 10
    assert "number of days" in str(robot.form.steps._wrong)


# ---- figures ---------------------------------------------------------------------------------


def test_the_figures_follow_the_file_and_can_be_copied(qtbot: QtBot, desk: World) -> None:
    desk.shell.place = Where("c1", 2025)
    page = FiguresPage(desk.context)
    robot = Robot(qtbot, page)
    assert not robot.find(QAbstractButton, "figures_pdf").isEnabled()
    arrived(desk, "k", "Beröm", unit_id="u")
    page.refresh()
    robot.press("table_types")
    assert QGuiApplication.clipboard().text() == "\t2025\t2024\nBeröm\t1\t0\nSum\t1\t0"
    robot.press("copy_types")
    held = QGuiApplication.clipboard().mimeData()
    assert held.hasImage()
    assert "Beröm 1 (2024: 0)" in held.text()
    assert "Beröm 1" in page.charts["types"].bars.accessibleDescription()


def test_figures_of_a_year_without_cases_lead_to_what_has_them(qtbot: QtBot, desk: World) -> None:
    page = FiguresPage(desk.context)
    robot = Robot(qtbot, page)
    assert page.figures.isHidden()
    assert page.other_year.isHidden()
    robot.press("to_cases")
    assert desk.shell.gone[-1] == Target("quality", "cases")
    arrived(desk, "k")
    page.refresh()
    assert page.nothing.isHidden()
    assert "2026 has not begun" in page.other_year.words()
    assert page.figures.isHidden()
    assert page.prints() is None
    robot.press("other_year")
    assert desk.shell.place == Where("c1", 2025)
    page.place_changed()
    assert page.other_year.isHidden()
    assert not page.figures.isHidden()


def test_what_is_saved_for_the_committee_is_printed(
    qtbot: QtBot, desk: World, tmp_path: object
) -> None:
    from pathlib import Path

    assert isinstance(tmp_path, Path)
    desk.shell.place = Where("c1", 2025)
    arrived(desk, "k", "Beröm")
    robot = Robot(qtbot, FiguresPage(desk.context))
    out = tmp_path / "siffror.pdf"
    desk.dialogs.answer("save_file", out)
    robot.press("figures_pdf")
    qtbot.waitUntil(out.exists)
    assert out.read_bytes().startswith(b"%PDF")


def test_a_measure_of_a_case_is_told_in_its_history(desk: World) -> None:
    arrived(desk, "k")
    desk.services.measures.add(Measure("m", "k", "Byt dörrlist"))
    history = desk.services.history.of("case", "k")
    assert "Byt dörrlist" in {event.part for event in history.rows(0, 9)}
