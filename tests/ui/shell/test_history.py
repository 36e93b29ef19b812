"""History and trash from the window: by key, by menu, by mouse; and what undo says it stops at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QSpinBox

from styrdesk.base.clock import FrozenClock
from styrdesk.base.paths import root
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.goal import Goal, StrategicPlan
from styrdesk.domain.organisation import Committee, Person
from styrdesk.services.catalogue import services_of
from styrdesk.services.changes import Changes
from styrdesk.services.styrmodell import plan_template
from styrdesk.services.trash import TrashService
from styrdesk.storage import file
from styrdesk.ui.kit.aside_work import Look
from styrdesk.ui.kit.piece import Subject, Target
from styrdesk.ui.shell import keeper, undoing
from styrdesk.ui.shell.history_window import HistoryWindow
from styrdesk.ui.shell.main_window import MainWindow
from styrdesk.ui.shell.menu import build_menu
from styrdesk.ui.shell.trash_window import TrashWindow
from tests.helpers.windows import nameless, rich_labels, walk_by_tab
from tests.ui.shell.conftest import CLOCK, Stage

GOALS = Target("planning", "goals", "g")


@pytest.fixture
def goal(stage: Stage) -> Stage:
    """A goal whose title has been changed twice."""
    services = stage.services()
    services.strategic_plans.add(StrategicPlan("s", "Plan", 2024, 2027))
    services.goals.add(Goal("g", strategic_plan_id="s", code="V1", title="Clean water"))
    services.goals.save(replace(services.goals.get("g"), title="Fresh water"))
    services.goals.save(replace(services.goals.get("g"), title="Fresh air"))
    services.file.close()
    return stage


def at_the_goal(stage: Stage, *, read_only: bool = False) -> MainWindow:
    window = stage.window(stage.file(), read_only=read_only)
    stage.desk(window).go(GOALS)
    QApplication.processEvents()
    return window


def over(window: MainWindow, kind: type[QDialog]) -> QDialog:
    shown = [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]
    assert len(shown) == 1
    return shown[0]


def history(window: MainWindow) -> HistoryWindow:
    shown = over(window, HistoryWindow)
    assert isinstance(shown, HistoryWindow)
    return shown


def trash(stage: Stage, window: MainWindow) -> TrashWindow:
    window.actions_by_key["trash"].trigger()
    shown = over(window, TrashWindow)
    assert isinstance(shown, TrashWindow)
    assert nameless(shown) == []
    assert rich_labels(shown) == []
    return shown


def lines(shown: HistoryWindow) -> list[str]:
    rows = shown.panel.table.rows
    return [rows.index(n, 2).data() for n in range(rows.rowCount())]


def press(dialog: QDialog, name: str) -> None:
    made = dialog.findChild(QPushButton, name)
    assert made is not None
    assert made.isEnabled()
    made.click()


# ---- history -----------------------------------------------------------------------------------


def test_ctrl_h_tells_what_has_happened_to_what_is_in_hand(goal: Stage) -> None:
    window = at_the_goal(goal)
    focus = window.focusWidget()
    assert focus is not None  # a field of the form
    goal.bot.keyClick(focus, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    shown = history(window)
    assert shown.windowTitle() == "History of V1 Fresh air"
    assert lines(shown) == [
        "Goal: Fresh water → Fresh air",
        "Goal: Clean water → Fresh water",
        "Was made",
    ]
    assert nameless(shown) == []
    assert rich_labels(shown) == []


def test_before_and_after_are_told_in_words_too(goal: Stage) -> None:
    window = at_the_goal(goal)
    window.show_over("history")
    panel = history(window).panel
    assert panel.values.before.toPlainText() == "Fresh water"
    assert panel.values.after.toPlainText() == "Fresh air"
    assert panel.values.before.accessibleDescription() == "Gone: water"
    assert panel.values.after.accessibleDescription() == "New: air"
    panel.table.choose_row(2)
    assert panel.values.isHidden()
    assert panel.restore.isHidden()


def test_an_earlier_value_is_put_back_and_the_form_follows(goal: Stage) -> None:
    window = at_the_goal(goal)
    window.show_over("history")
    shown = history(window)
    shown.panel.table.choose_row(1)
    press(shown, "restore_value")
    assert window.session is not None
    assert window.session.services.goals.get("g").title == "Clean water"
    assert lines(shown)[0] == "Goal: Fresh air → Clean water"
    assert shown.panel.table.currentIndex().row() == 0
    shown.close()
    window.undo()
    assert window.session.services.goals.get("g").title == "Fresh air"


def test_what_a_rule_refuses_is_said_and_changes_nothing(goal: Stage) -> None:
    window = at_the_goal(goal)
    window.show_over("history")
    shown = history(window)
    assert window.session is not None
    window.session.services.goals.delete("g")
    goal.dialogs.answer("message")
    press(shown, "restore_value")
    assert "trash" in goal.dialogs.said[-1][2]


def test_the_forms_foot_leads_there_by_mouse(goal: Stage) -> None:
    window = at_the_goal(goal)
    page = goal.desk(window).page()
    assert page is not None
    foot = page.findChild(QPushButton, "form_history")
    assert foot is not None
    goal.bot.mouseClick(foot, Qt.MouseButton.LeftButton)
    assert len(lines(history(window))) == 3


def test_tab_comes_to_it_after_the_forms_fields(goal: Stage) -> None:
    window = at_the_goal(goal)
    reached = [widget.objectName() for widget in walk_by_tab(goal.bot, window)]
    assert reached[0] == "code_input"
    assert reached.index("form_history") == reached.index("strategic_plan_id_input") + 1


def test_with_nothing_in_hand_it_says_what_to_do(goal: Stage) -> None:
    window = goal.window(goal.file())
    goal.desk(window).go(Target("start", "start"))
    goal.dialogs.answer("message")
    window.show_over("history")
    assert "Ctrl+H" in goal.dialogs.said[-1][2]


def test_a_record_without_history_says_why(goal: Stage) -> None:
    window = at_the_goal(goal)
    goal.desk(window).show_history(Subject("goal", "never"))
    shown = history(window)
    assert lines(shown) == []
    assert shown.panel.restore.isHidden()


def test_nothing_is_put_back_in_a_file_open_for_reading_only(goal: Stage) -> None:
    window = at_the_goal(goal, read_only=True)
    window.show_over("history")
    assert not history(window).panel.restore.isEnabled()
    history(window).close()
    shown = trash(goal, window)
    assert not shown.put_back.isEnabled()
    assert not shown.days.isEnabled()


# ---- trash -------------------------------------------------------------------------------------


def deleted(stage: Stage) -> tuple[MainWindow, TrashWindow]:
    """The goal and a person deleted, and the trash open."""
    window = at_the_goal(stage)
    assert window.session is not None
    services = window.session.services
    services.goals.delete("g")
    services.people.add(Person("x", name="Bo Al"))
    services.people.delete("x")
    return window, trash(stage, window)


def names(shown: TrashWindow) -> list[str]:
    rows = shown.table.rows
    return [rows.index(n, 0).data() for n in range(rows.rowCount())]


def test_the_trash_names_what_is_deleted_and_enter_puts_it_back(goal: Stage) -> None:
    window, shown = deleted(goal)
    assert names(shown) == ["Bo Al", "V1 Fresh air"]
    goal.bot.keyClick(shown.table, Qt.Key.Key_Down)
    assert "Strategic plan: Plan" in shown.content.text()
    goal.bot.keyClick(shown.table, Qt.Key.Key_Return)
    assert names(shown) == ["Bo Al"]
    assert window.session is not None
    assert window.session.services.goals.get("g").title == "Fresh air"


def test_it_is_filtered_and_sorted(goal: Stage) -> None:
    _window, shown = deleted(goal)
    shown.search.setText("AIR")
    goal.bot.keyClick(shown.search, Qt.Key.Key_Return)
    assert names(shown) == ["V1 Fresh air"]
    assert shown.focusWidget() is shown.table
    shown.search.clear()
    shown.table.sort_by(0, descending=True)
    assert names(shown) == ["V1 Fresh air", "Bo Al"]
    shown.search.setText("nobody")
    shown.refresh()
    assert names(shown) == []
    assert not shown.put_back.isEnabled()


def test_emptying_is_asked_about_and_can_be_left(goal: Stage) -> None:
    window, shown = deleted(goal)
    goal.dialogs.answer("question", False)
    press(shown, "empty_trash")
    assert len(names(shown)) == 2
    goal.dialogs.answer("question", True)
    press(shown, "erase")
    goal.bot.waitUntil(lambda: not shown.is_taking)
    assert names(shown) == ["V1 Fresh air"]
    goal.dialogs.answer("question", True)
    press(shown, "empty_trash")
    goal.bot.waitUntil(lambda: not shown.is_taking)
    assert names(shown) == []
    assert goal.desk(window).header.undo.accessibleName() == (
        "Undo stops where something was deleted for good 2026-11-23"
    )
    assert goal.dialogs.guarded == [head for _kind, head, _body in goal.dialogs.said]


@dataclass
class Held:
    """A thread that takes away and waits, between two pieces, to be let go."""

    begun: Event
    go: Event


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    """Taking away stands still before the look at how it goes."""
    made, empty = Held(Event(), Event()), TrashService.empty

    def slow(service: TrashService, look: Look) -> Changes:
        def looked(percent: int) -> None:
            made.begun.set()
            assert made.go.wait(40)
            look(percent)

        return empty(service, looked)

    monkeypatch.setattr(TrashService, "empty", slow)
    yield made
    made.go.set()


def emptying(goal: Stage, shown: TrashWindow, held: Held) -> None:
    goal.dialogs.answer("question", True)
    press(shown, "empty_trash")
    goal.bot.waitUntil(held.begun.is_set)


def test_while_it_is_emptied_nothing_else_is_done_and_it_can_be_cancelled(
    goal: Stage, held: Held
) -> None:
    window, shown = deleted(goal)
    emptying(goal, shown, held)
    assert "nothing has gone" in shown.note.words()
    assert shown.focusWidget() is shown.stop
    ways = (shown.table, shown.search, shown.days, shown.put_back, shown.erase, shown.empty)
    assert not any(way.isEnabled() for way in ways)
    shown.stop.click()
    held.go.set()
    goal.bot.waitUntil(lambda: not shown.is_taking)
    assert names(shown) == ["Bo Al", "V1 Fresh air"]
    assert shown.note.isHidden()
    assert shown.put_back.isEnabled()
    goal.bot.keyClick(shown.table, Qt.Key.Key_Return)  # nothing of it was taken
    assert names(shown) == ["V1 Fresh air"]
    assert "Put back from the trash" in goal.desk(window).header.undo.accessibleName()


def test_to_close_the_trash_while_it_is_emptied_gives_that_up_first(
    goal: Stage, held: Held
) -> None:
    _window, shown = deleted(goal)
    emptying(goal, shown, held)
    shown.close()
    assert shown.isVisible()
    held.go.set()
    goal.bot.waitUntil(lambda: not shown.is_taking)
    assert len(names(shown)) == 2
    shown.close()
    assert not shown.isVisible()


def test_the_window_goes_on_meanwhile_and_follows_when_it_is_done(goal: Stage, held: Held) -> None:
    window, shown = deleted(goal)
    emptying(goal, shown, held)
    seen: list[bool] = []
    QTimer.singleShot(0, lambda: seen.append(shown.is_taking))
    goal.bot.waitUntil(lambda: seen == [True])
    held.go.set()
    goal.bot.waitUntil(lambda: not shown.is_taking)
    assert names(shown) == []
    assert goal.desk(window).header.undo.accessibleName().startswith("Undo stops")


def test_a_file_that_may_not_be_written_is_not_emptied(goal: Stage) -> None:
    window, shown = deleted(goal)
    assert window.session is not None
    window.session.services.work.stopped = FileProblem(FileFault.READ_ONLY, "Not now")
    goal.dialogs.answer("question", True)
    press(shown, "empty_trash")
    goal.bot.waitUntil(lambda: not shown.is_taking)
    assert len(names(shown)) == 2  # why is told over the pages


def test_the_days_are_chosen_there(goal: Stage) -> None:
    window, shown = deleted(goal)
    days = shown.findChild(QSpinBox, "trash_days")
    assert days is not None
    days.setValue(90)
    assert window.session is not None
    assert window.session.services.trash.days == 90


def test_what_is_old_goes_when_the_file_is_opened(
    goal: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = goal.file()
    long_ago = FrozenClock(CLOCK.now() - timedelta(days=31))
    services = services_of(file.open_file(path), long_ago, str)
    services.goals.delete("g")
    services.file.close()
    monkeypatch.setattr(keeper, "FIRST", 0)
    window = goal.window(path)
    goal.bot.waitUntil(lambda: b"Fresh air" not in path.read_bytes())
    assert window.session is not None
    goal.bot.waitUntil(lambda: not goal.desk(window).session.keeper.is_busy)


# ---- what undo stops at ------------------------------------------------------------------------


def said(stage: Stage, window: MainWindow) -> str:
    return stage.desk(window).header.undo.accessibleName()


def test_undo_says_where_the_file_began(stage: Stage) -> None:
    window = stage.window(stage.file())
    assert said(stage, window) == "Undo stops where the file began 2026-11-23"
    assert "began 2026-11-23" in stage.desk(window).header.undo.toolTip()


def test_undo_says_at_which_decision_it_stops_also_when_the_key_is_pressed(stage: Stage) -> None:
    services = stage.services()
    committee = services.committees.rows()[0].id
    services.plans.create(committee, 2027, plan_template())
    with services.work.barrier("Decide the plan"):
        pass
    services.file.close()
    window = stage.window(stage.file())
    assert said(stage, window) == "Undo stops at the decision 2026-11-23"
    window.undo()  # it says why; nothing is done, and nothing asked
    menu = build_menu(window, window)
    edit = next(m for m in menu.findChildren(QMenu) if m.title() == "Edit")
    assert edit.actions()[0].text() == "Undo stops at the decision 2026-11-23\tCtrl+Z"
    assert not edit.actions()[0].isEnabled()
    assert window.actions_by_key["undo"].isEnabled()
    menu.deleteLater()


def test_undo_says_by_whom_the_step_was_it_stops_at(stage: Stage) -> None:
    path = stage.file()
    services = services_of(file.open_file(path), CLOCK, lambda: "bo")
    services.people.add(Person("bo", name="Bo Al"))
    services.file.close()
    window = stage.window(path)
    assert said(stage, window) == "Undo stops at what Bo Al did 2026-11-23: New person"


def test_another_line_is_told_by_its_name(stage: Stage) -> None:
    services = stage.services()
    with services.work.barrier("Change committee"):
        services.file.store.save(Committee("y", name="Nämnd"))
    services.file.close()
    window = stage.window(stage.file())
    assert said(stage, window) == "Undo stops at “Change committee” 2026-11-23"


def test_the_lines_that_are_told_in_words_are_names_of_steps() -> None:
    sources = [p.read_text("utf-8") for p in (root() / "styrdesk").rglob("*.py")]
    for label in undoing.LINES:
        assert any(f'N_("{label}")' in source for source in sources), label
