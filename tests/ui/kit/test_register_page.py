"""One register page: find, open, make, copy, throw away, all by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from styrdesk.domain.errors import RuleBroken
from styrdesk.services.changes import Changes
from styrdesk.ui.kit import theme
from styrdesk.ui.kit.autosave import AutoSave
from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.list_spec import Filter, ListSpec, Query
from styrdesk.ui.kit.operations import Operations
from styrdesk.ui.kit.parsed_fields import YearField
from styrdesk.ui.kit.record_form import RecordForm
from styrdesk.ui.kit.register_page import RegisterPage
from styrdesk.ui.kit.table_model import Column, Rows
from styrdesk.ui.kit.text_fields import TextField
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.robots import RegisterRobot
from tests.helpers.windows import nameless, rich_labels

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Goal:
    id: str
    name: str
    year: int | None = None


class Goals:
    """A service in memory, with steps like the real one's."""

    def __init__(self) -> None:
        self.rows = {n: Goal(n, name) for n, name in (("1", "Work"), ("2", "School"), ("3", "Ö"))}
        self.last = Changes(frozenset(), "")
        self.visits: list[str] = []
        self.in_use: set[str] = set()

    def latest(self) -> Changes:
        return self.last

    def _step(self) -> None:
        self.last = Changes(frozenset({"goal"}), "Save goal", "now")

    def load(self, query: Query) -> Rows[Goal]:
        hits = [g for g in self.rows.values() if query.search.lower() in g.name.lower()]
        if "dated" in query.filters:
            hits = [g for g in hits if g.year is not None]
        if query.sort:
            hits.sort(key=lambda g: g.name, reverse=query.descending)
        return Rows(hits)

    def create(self) -> str:
        key = str(len(self.rows) + 1)
        self.rows[key] = Goal(key, "")
        self._step()
        return key

    def duplicate(self, key: str) -> str:
        copy = str(len(self.rows) + 1)
        self.rows[copy] = replace(self.rows[key], id=copy)
        self._step()
        return copy

    def delete(self, keys: Sequence[str]) -> None:
        if self.in_use & set(keys):
            raise RuleBroken("It is in use.")
        for key in keys:
            del self.rows[key]
        self._step()

    def save(self, goal: Goal, visit: str) -> None:
        if goal.name == "forbidden":
            raise RuleBroken("Choose another name.", "name")
        self.visits.append(visit)
        self.rows[goal.id] = goal
        self._step()


class GoalForm(RecordForm):
    def __init__(self, goals: Goals, operations: Operations, key: str) -> None:
        super().__init__()
        self._goals, self._operations, self.key = goals, operations, key
        self.name = TextField("Name", name="name", required=True)
        self.year = YearField("Year", name="year")
        self.form.add(self.name)
        self.form.add(self.year)
        self.setLayout(col(self.form))
        self.reload()
        self.autosave = AutoSave(self._save, operations, self)
        self.autosave.watch(self.name, self.year)

    def title(self) -> str:
        return self._goals.rows[self.key].name or "New goal"

    def reload(self) -> bool:
        goal = self._goals.rows.get(self.key)
        if goal is not None and not self.waits():
            self.name.set_value(goal.name)
            self.year.set_value(goal.year)
        return goal is not None

    def _save(self, _field: Field[object], visit: str) -> None:
        goal = Goal(self.key, self.name.value(), self.year.value())

        def save() -> None:
            self._goals.save(goal, visit)

        self._operations.run(save, self, self.show_broken)
        self.renamed.emit()


@pytest.fixture
def goals() -> Goals:
    return Goals()


@pytest.fixture
def robot(qtbot: QtBot, goals: Goals, dialogs: ScriptedDialogs) -> RegisterRobot:
    operations = Operations(goals.latest, dialogs)
    spec: ListSpec[Goal] = ListSpec(
        name="goals",
        title="Goals",
        columns=(Column("name", "Name", lambda goal: goal.name),),
        key=lambda goal: goal.id,
        load=goals.load,
        topics=frozenset({"goal"}),
        empty=("Goals stand here", "Begin with those of the council."),
        form=lambda key: GoalForm(goals, operations, key),
        new="New goal",
        create=goals.create,
        duplicate=goals.duplicate,
        delete=goals.delete,
        filters=(Filter("dated", "With a year"),),
        counts=lambda: {"dated": 0},
        sort="name",
    )
    made = RegisterRobot(qtbot, RegisterPage(spec, operations))
    made.operations = operations  # type: ignore[attr-defined]  # kept alive
    return made


def test_enter_opens_the_form_and_esc_gives_the_focus_back_to_the_row(
    robot: RegisterRobot,
) -> None:
    robot.open("2")
    assert robot.form_title == "School"
    assert robot.focus == "name_input"
    robot.key(Qt.Key.Key_Escape)
    assert robot.form_title == ""
    assert robot.focus == "table"
    assert robot.page.table.key() == "2"


def test_typing_in_the_form_saves_and_shows_in_the_list(robot: RegisterRobot, goals: Goals) -> None:
    robot.open("2")
    robot.fill("name", "Reading")
    robot.bot.waitUntil(lambda: goals.rows["2"].name == "Reading")
    assert "Reading" in robot.rows()
    assert robot.form_title == "Reading"


def test_ctrl_n_makes_a_record_and_opens_it(robot: RegisterRobot, goals: Goals) -> None:
    robot.page.table.setFocus()
    robot.key(Qt.Key.Key_N, CTRL)
    assert "4" in goals.rows
    assert robot.form_title == "New goal"
    assert robot.focus == "name_input"


def test_a_new_record_is_seen_also_when_the_filter_would_hide_it(
    robot: RegisterRobot,
) -> None:
    robot.search("School")
    robot.page.create_record()
    assert robot.page.search.text() == ""
    assert robot.form_title == "New goal"


def test_ctrl_d_copies_the_row(robot: RegisterRobot, goals: Goals) -> None:
    robot.choose("2")
    robot.key(Qt.Key.Key_D, CTRL)
    assert goals.rows["4"].name == "School"
    assert robot.form_title == "School"


def test_delete_moves_to_the_next_row(robot: RegisterRobot, goals: Goals) -> None:
    robot.choose("2")
    robot.key(Qt.Key.Key_Delete)
    assert "2" not in goals.rows
    assert robot.page.table.key() == "1"
    assert robot.focus == "table"


def test_a_refused_delete_leaves_the_form_with_what_is_typed_in_it(
    robot: RegisterRobot, goals: Goals, dialogs: ScriptedDialogs
) -> None:
    goals.in_use = {"2"}
    robot.open("2")
    robot.fill("name", "Skolår")
    dialogs.answer("message")
    robot.page.delete_records()
    assert robot.form_title == "School"
    robot.bot.waitUntil(lambda: goals.rows["2"].name == "Skolår")
    assert robot.form_title == "Skolår"
    assert robot.rows() == ["Skolår", "Work", "Ö"]


def test_delete_closes_the_form_of_what_is_gone_and_gives_up_what_is_typed_in_it(
    robot: RegisterRobot, goals: Goals
) -> None:
    robot.open("2")
    robot.fill("name", "Skolår")
    robot.page.delete_records()
    assert robot.form_title == ""
    assert [goal.name for goal in goals.rows.values()] == ["Work", "Ö"]
    assert goals.visits == []


def test_delete_in_a_field_is_only_a_key(robot: RegisterRobot, goals: Goals) -> None:
    robot.open("2")
    robot.key(Qt.Key.Key_Delete)
    assert "2" in goals.rows


def test_a_form_whose_record_is_gone_closes(robot: RegisterRobot, goals: Goals) -> None:
    robot.open("2")
    goals.delete(["2"])
    robot.page.refresh()
    assert robot.form_title == ""


def test_what_cannot_be_saved_holds_the_form_once(robot: RegisterRobot, goals: Goals) -> None:
    robot.open("2")
    robot.fill("year", "soon")
    robot.key(Qt.Key.Key_Escape)
    assert robot.form_title == "School"
    assert robot.focus == "year_input"
    robot.key(Qt.Key.Key_Escape)
    assert robot.form_title == ""
    assert goals.rows["2"].year is None


def test_a_refused_save_stands_at_its_field(robot: RegisterRobot, goals: Goals) -> None:
    robot.open("2")
    robot.fill("name", "forbidden")
    robot.bot.waitUntil(lambda: robot.field("name").error() != "")
    assert robot.field("name").error() == "Choose another name."
    assert goals.rows["2"].name == "School"


def test_the_filter_finds_and_esc_shows_everything_again(robot: RegisterRobot) -> None:
    robot.search("scho")
    assert robot.rows() == ["School"]
    assert robot.focus == "table"
    robot.page.search.setFocus()
    robot.key(Qt.Key.Key_Escape)
    robot.bot.waitUntil(lambda: len(robot.rows()) == 3)


def test_a_filter_without_hits_says_so_and_offers_everything(robot: RegisterRobot) -> None:
    robot.search("nothing like it")
    robot.page.chips["dated"].click()
    assert robot.page._nothing.isVisible()
    assert "Nothing fits the filter" in robot.page._nothing.words()
    robot.press("show_all")
    assert len(robot.rows()) == 3


def test_an_empty_register_says_what_belongs_there(robot: RegisterRobot, goals: Goals) -> None:
    goals.delete(["1", "2", "3"])
    robot.page.refresh()
    assert robot.page._nothing.words() == "Goals stand here Begin with those of the council."


def test_an_empty_register_offers_the_first_action(robot: RegisterRobot, goals: Goals) -> None:
    goals.delete(["1", "2", "3"])
    robot.page.refresh()
    first = robot.find(QPushButton, "first")
    assert (first.text(), first.isVisible()) == ("New goal", True)
    assert not robot.find(QPushButton, "show_all").isVisible()
    robot.press("first")
    assert robot.form_title == "New goal"
    robot.page.chips["dated"].click()
    assert not first.isVisible()
    assert robot.find(QPushButton, "show_all").isVisible()


def test_a_chip_asks_the_source_again(robot: RegisterRobot) -> None:
    robot.page.chips["dated"].click()
    assert robot.rows() == []
    robot.page.chips["dated"].click()
    assert len(robot.rows()) == 3


def test_the_list_follows_the_head(robot: RegisterRobot) -> None:
    assert robot.rows() == ["School", "Work", "Ö"]
    robot.page.table._sort(0)
    assert robot.rows() == ["Ö", "Work", "School"]


def test_the_form_lies_over_the_list_where_it_is_narrow(robot: RegisterRobot) -> None:
    robot.open("2")
    assert robot.page._list.isVisible()
    robot.page.resize(700, 600)
    robot.bot.waitUntil(lambda: not robot.page._list.isVisible())
    robot.press("back")
    assert robot.page._list.isVisible()


def test_zoom_makes_a_wide_window_narrow(
    qapp: QApplication, qtbot: QtBot, goals: Goals, robot: RegisterRobot
) -> None:
    theme.apply(qapp, "light", 2.0)
    page = RegisterPage(robot.page.spec, robot.operations)  # type: ignore[attr-defined]
    zoomed = RegisterRobot(qtbot, page)
    zoomed.open("2")
    assert not page._list.isVisible()


def test_the_menu_holds_everything(robot: RegisterRobot) -> None:
    robot.choose("2")
    texts = [action.text().split("\t")[0] for action in robot.page.menu().actions()]
    assert texts == ["New", "Duplicate", "Delete"]


def test_all_that_takes_the_focus_has_a_name(robot: RegisterRobot) -> None:
    robot.open("2")
    assert nameless(robot.page) == []
    assert rich_labels(robot.page) == []
