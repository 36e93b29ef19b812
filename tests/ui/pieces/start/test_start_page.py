"""Start leads to what is to be done, and says how far the plans have come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from styrdesk.domain.agenda import Whose
from styrdesk.domain.budget import BudgetFrame
from styrdesk.domain.checklist import ChecklistItem, ChecklistTemplate, ChecklistUnit
from styrdesk.domain.goal import Goal, StrategicPlan
from styrdesk.domain.organisation import Role, Unit
from styrdesk.domain.plan import Activity, BlockKind, Chapter, CycleEvent, Plan, PlanStatus
from styrdesk.services.styrmodell import plan_template
from styrdesk.ui.kit.piece import Target, Where
from styrdesk.ui.kit.theme import px
from styrdesk.ui.pieces.start.file_row import FileRow
from styrdesk.ui.pieces.start.plan_cards import PlanRow, told
from styrdesk.ui.pieces.start.start_page import StartPage
from styrdesk.ui.pieces.start.todo import Reader, chapter_target, progress, todos
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.files import demo_services
from tests.helpers.pages import Desk, begun
from tests.helpers.windows import nameless, present, rich_labels


@pytest.fixture
def desk(tmp_path: Path, dialogs: ScriptedDialogs) -> Iterator[Desk]:
    made = begun(tmp_path, dialogs)
    yield made
    made.services.file.close()


def plan(desk: Desk) -> Plan:
    return desk.services.plans.create(desk.shell.place.committee_id, 2027, plan_template())


def chapters(desk: Desk, made: Plan) -> list[Chapter]:
    return [chapter for _level, chapter in desk.services.chapters.chapters(made.id)]


def shown(qtbot: QtBot, desk: Desk, width: int = 1280) -> StartPage:
    page = StartPage(desk.context())
    present(qtbot, page, width)
    page.focus_first()
    return page


def words(page: StartPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_a_new_file_tells_the_way_to_the_first_plan_and_each_step_leads_there(
    qtbot: QtBot, desk: Desk
) -> None:
    page = shown(qtbot, desk)
    pages = [row.target.page for row in page.list.rows()]
    assert pages == [
        "units", "people", "strategic_plans", "goals", "indicators", "frames", "plan",
    ]  # fmt: skip
    assert page.focusWidget() is page.list
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert desk.shell.gone == [Target("planning", "units")]


def test_a_step_that_is_done_goes_from_the_list(qtbot: QtBot, desk: Desk) -> None:
    page, services = shown(qtbot, desk), desk.services
    services.strategic_plans.add(StrategicPlan("s", "Strategisk plan", 2026, 2029))
    services.goals.add(Goal("g", "s", "V1", "Alla når målen"))
    services.units.add(Unit("u", desk.shell.place.committee_id, name="Förvaltningen"))
    services.budget_frames.add(BudgetFrame("f", desk.shell.place.committee_id, 2027))
    page.refresh()
    assert [row.target.page for row in page.list.rows()] == ["people", "indicators", "plan"]
    made = plan(desk)
    page.refresh()
    steps = [row for row in page.list.rows() if row.kind == "first"]
    assert [row.target.page for row in steps] == ["people", "indicators", "plan"]
    assert steps[-1].title == "Write in the committee plan for 2027"
    assert page.list.rows()[0] is steps[0]
    chapter = chapters(desk, made)[0]
    services.chapters.set_ready(chapter.id, ready=True)
    page.refresh()
    assert "first" not in {row.kind for row in page.list.rows()}


def test_a_file_without_a_committee_leads_to_where_it_is_added(qtbot: QtBot, desk: Desk) -> None:
    desk.shell.place = Where("", 2027)
    page = shown(qtbot, desk)
    assert "The file has no committee yet" in words(page)
    add = page.findChild(QPushButton, "add_committee")
    assert page.focusWidget() is add
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    assert desk.shell.gone == [Target("planning", "committees")]


def test_a_chapter_that_is_not_ready_leads_to_its_place(qtbot: QtBot, desk: Desk) -> None:
    made = plan(desk)
    page = shown(qtbot, desk)
    row = next(row for row in page.list.rows() if row.kind == "chapter")
    assert row.target.record in {chapter.id for chapter in chapters(desk, made)}
    assert row.second == "Nobody is responsible"
    page.list.choose_first()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert desk.shell.gone[0].piece == "planning"


def test_errors_come_first_and_own_chapters_next(desk: Desk) -> None:
    made = plan(desk)
    person = desk.kept.person(desk.services.file.path)
    wanted = next(
        r
        for r in todos(Reader(desk.services), desk.shell.place, Whose()).rows
        if r.kind == "chapter"
    )
    own = desk.services.chapters.get(wanted.target.record)
    desk.services.chapters.save(replace(own, responsible_id=person))
    rows = todos(Reader(desk.services), desk.shell.place, Whose(person)).rows
    kinds = [row.kind for row in rows]
    assert kinds == sorted(kinds, key=("error", "mine", "chapter").index)
    mine = [row for row in rows if row.kind == "mine"]
    assert [row.target for row in mine] == [chapter_target(own.id)]
    assert mine[0].second == "Responsible: Åsa Öberg"
    assert made.year == 2027


def test_mine_shows_only_what_is_mine(qtbot: QtBot, desk: Desk) -> None:
    plan(desk)
    wanted = next(
        r
        for r in todos(Reader(desk.services), desk.shell.place, Whose()).rows
        if r.kind == "chapter"
    )
    own = desk.services.chapters.get(wanted.target.record)
    person = desk.kept.person(desk.services.file.path)
    desk.services.chapters.save(replace(own, responsible_id=person))
    page = shown(qtbot, desk)
    qtbot.mouseClick(page.mine, Qt.MouseButton.LeftButton)
    assert [row.kind for row in page.list.rows()] == ["mine"]


def test_a_chapter_that_is_made_ready_goes_from_the_list(qtbot: QtBot, desk: Desk) -> None:
    plan(desk)
    context = desk.context()
    page = StartPage(context)
    present(qtbot, page)
    before = page.list.rows()
    first = next(row for row in before if row.kind == "chapter").target.record
    context.operations.run(lambda: desk.services.chapters.set_ready(first, ready=True))
    kept = [row.target for row in page.list.rows() if row.kind == "chapter"]
    assert chapter_target(first) not in kept


def test_progress_is_said_in_words(desk: Desk) -> None:
    made = plan(desk)
    found = progress(Reader(desk.services), made)
    assert found.ready == 0
    assert found.chapters == len(chapters(desk, made))
    assert told(found).startswith(f"0 of {found.chapters} chapters marked ready")
    assert "errors" in told(replace(found, errors=2))
    assert "1 warning" in told(replace(found, warnings=1))


def test_a_plan_leads_to_its_editor(qtbot: QtBot, desk: Desk) -> None:
    made = plan(desk)
    page = shown(qtbot, desk)
    name = page.findChild(QPushButton, f"plan_{made.id}")
    assert isinstance(name, QPushButton)
    qtbot.mouseClick(name, Qt.MouseButton.LeftButton)
    assert desk.shell.gone[-1] == Target("planning", "plan", record=made.id, table="plan")


def test_the_plans_stand_close_together(qtbot: QtBot, desk: Desk) -> None:
    for year in (2027, 2028):
        desk.services.plans.create(desk.shell.place.committee_id, year, plan_template())
    above, below = shown(qtbot, desk).findChildren(PlanRow)
    assert below.y() - above.geometry().bottom() - 1 == px(12)


def test_it_greets_by_name_and_tells_the_day(qtbot: QtBot, desk: Desk) -> None:
    said = words(shown(qtbot, desk))
    assert "Good day, Åsa" in said
    assert "Monday 23 November 2026 · week 48 · Kulturnämnden" in said


def test_a_file_used_lately_is_opened(qtbot: QtBot, desk: Desk) -> None:
    other = str(Path.home() / "b.styrdesk")
    desk.kept.change(recent=(other,))
    page = shown(qtbot, desk)
    name = page.findChild(QPushButton, "recent_file")
    assert isinstance(name, QPushButton)
    qtbot.mouseClick(name, Qt.MouseButton.LeftButton)
    assert desk.shell.gone == [Target("file", "open", record=other)]


def test_a_file_used_lately_that_is_gone_says_so_until_it_is_forgotten(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    there = tmp_path / "there.styrdesk"
    there.write_bytes(b"")
    gone = tmp_path / "gone.styrdesk"
    desk.kept.change(recent=(str(gone), str(there)))
    page = shown(qtbot, desk)
    rows = page.findChildren(FileRow)
    qtbot.waitUntil(rows[0].missing.isVisible)
    assert rows[0].open.accessibleName() == "gone, cannot be found"
    assert not rows[1].missing.isVisible()
    desk.kept.forget(gone)
    page.refresh()
    assert "gone" not in words(page)
    desk.kept.forget(there)
    page.refresh()
    assert "Used lately" not in words(page)


@pytest.mark.parametrize("width", [560, 1280])
def test_everything_has_a_name_wide_and_narrow(qtbot: QtBot, desk: Desk, width: int) -> None:
    plan(desk)
    page = shown(qtbot, desk, width)
    assert nameless(page) == []
    assert rich_labels(page) == []


def test_a_decided_plan_is_said_to_be_decided_and_not_to_be_ready(qtbot: QtBot, desk: Desk) -> None:
    made = plan(desk)
    store, work = desk.services.file.store, desk.services.work
    with work.step("decide"):
        store.save(replace(made, status=PlanStatus.DECIDED))
    said = words(shown(qtbot, desk))
    assert "The plan is decided." in said
    assert "Every chapter is ready" not in said


def an_activity(desk: Desk, made: Plan, end: date) -> Activity:
    activity = Activity(
        "a", made.id, code="A1", title="Läslyft", end=end, responsible="Bibliotekschef"
    )
    desk.services.activities.add(activity)
    return activity


@pytest.mark.parametrize(
    ("end", "words_of_it"),
    [
        (date(2026, 11, 23), "today"),
        (date(2026, 11, 24), "tomorrow"),
        (date(2026, 11, 27), "in 4 days"),
        (date(2026, 11, 20), "3 days late"),
    ],
)
def test_what_is_due_is_told_with_its_day(
    qtbot: QtBot, desk: Desk, end: date, words_of_it: str
) -> None:
    an_activity(desk, plan(desk), end)
    page = shown(qtbot, desk)
    row = next(n for n, one in enumerate(page.list.rows()) if one.kind == "due")
    assert page.list.rows()[row].title == "A1 Läslyft"
    item = next(
        page.list.item(n) for n in range(page.list.count()) if "A1" in page.list.item(n).text()
    )
    said = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith(words_of_it)
    assert "Bibliotekschef" in said


def test_what_is_due_in_this_years_plan_is_told_in_the_next_years_and_leads_there(
    qtbot: QtBot, desk: Desk
) -> None:
    place = desk.shell.place
    made = desk.services.plans.create(place.committee_id, 2026, plan_template())
    activity = an_activity(desk, made, date(2026, 11, 27))
    page = shown(qtbot, desk)
    row = next(row for row in page.list.rows() if row.kind == "due")
    page.list.wanted.emit(row)
    assert desk.shell.place == Where(place.committee_id, 2026)
    assert desk.shell.gone[-1] == Target("planning", "plan", activity.id, "end", "activity")


def test_the_ring_of_the_year_says_in_words_what_comes(qtbot: QtBot, desk: Desk) -> None:
    made = plan(desk)
    page = shown(qtbot, desk)
    assert page.year.isHidden()
    for n, month in enumerate((3, 0, 12)):
        desk.services.cycle_events.add(CycleEvent(f"e{n}", made.id, month, f"Händelse {month}"))
    page.refresh()
    assert not page.year.isHidden()
    said = " ".join(label.text() for label in page.year.findChildren(QLabel))
    assert "March Händelse 3 December Händelse 12" in said
    assert "Händelse 0" not in said
    assert page.year.ring.accessibleName() == "Annual cycle 2027: 2 events"
    show = page.findChild(QPushButton, "show_year")
    assert isinstance(show, QPushButton)
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    blocks = {block.id: block for block in desk.services.plans.document(made.id).block}
    cycle = next(b for b in blocks.values() if b.kind is BlockKind.ANNUAL_CYCLE)
    assert desk.shell.gone[-1] == chapter_target(cycle.chapter_id)


def test_one_goes_on_where_one_was(qtbot: QtBot, desk: Desk) -> None:
    made = plan(desk)
    page = shown(qtbot, desk)
    assert page.recent.isHidden()
    chapter = chapters(desk, made)[3]
    desk.services.chapters.set_ready(chapter.id, ready=True)
    page.refresh()
    assert not page.recent.isHidden()
    name = page.recent.findChild(QPushButton, "go_on")
    assert isinstance(name, QPushButton)
    assert chapter.title in name.text()
    qtbot.mouseClick(name, Qt.MouseButton.LeftButton)
    assert desk.shell.place == Where(made.committee_id, made.year)
    assert desk.shell.gone[-1] == chapter_target(chapter.id)


def test_the_checklists_of_who_sits_here_stand_among_what_is_due(qtbot: QtBot, desk: Desk) -> None:
    services, committee = desk.services, desk.shell.place.committee_id
    person = services.people.rows()[0].id
    for n in range(2):
        services.units.add(Unit(f"u{n}", committee, name=f"School {n}"))
    services.roles.add(Role("r", person, unit_id="u0"))
    services.checklist_templates.add(
        ChecklistTemplate("t", committee, "Safety round", valid_from=date(2026, 10, 1))
    )
    services.checklist_items.add(ChecklistItem("i", "t", "Lights"))
    for n in range(2):
        services.checklist_units.add(ChecklistUnit(f"p{n}", "t", f"u{n}"))
    page = shown(qtbot, desk)
    rows = [row for row in page.list.rows() if row.target.page == "checklists"]
    assert [(row.title, row.second, row.day) for row in rows] == [
        ("Safety round", "School 0 · Checklist", date(2026, 10, 30)),
        ("Safety round", "School 0 · Checklist", date(2026, 11, 30)),
    ]
    key = services.checklists.begin("t", committee, "u0", date(2026, 11, 30))
    page.refresh()
    last = next(row for row in page.list.rows() if row.target.record == key)
    assert last.second == "School 0 · Checklist · Begun"
    services.checklists.answer(key, 1, "yes")
    services.checklists.sign(key)
    page.refresh()
    assert [row.day for row in page.list.rows() if row.target.page == "checklists"] == [
        date(2026, 10, 30)
    ]


def test_a_late_result_of_internal_control_leads_to_the_year_of_its_plan() -> None:
    with demo_services() as services:
        (committee,) = services.committees.rows()
        here = Where(committee.id, 2027)
        rows = todos(Reader(services), here, Whose()).rows
        (late,) = [row for row in rows if row.target.page == "control_results"]
    assert (late.title, late.kind) == ("alla > 30 %", "due")
    assert late.where == Where(committee.id, 2026)
