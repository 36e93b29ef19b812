"""The page of a register, the form that saves itself and the lines in it: what one page costs."""

from __future__ import annotations

from datetime import date
from operator import attrgetter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from styrdesk.base.i18n import use_language
from styrdesk.base.ids import new_id
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Committee, CommitteeName, Unit
from styrdesk.services.register import BY_NAME, Register
from styrdesk.ui.kit.cell_words import day, kronor
from styrdesk.ui.kit.list_spec import Filter, ListSpec
from styrdesk.ui.kit.owned_columns import chosen, day_column, text_column
from styrdesk.ui.kit.owned_grid import OwnedGrid
from styrdesk.ui.kit.parsed_fields import DateField
from styrdesk.ui.kit.piece import PageContext, Target, Where
from styrdesk.ui.kit.records_page import RecordsPage, Wanted
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.table_model import Column
from styrdesk.ui.kit.text_fields import SentenceField, TextField
from tests.helpers.robots import ALT, CTRL, RecordsRobot
from tests.helpers.world import World

TODAY = date(2025, 11, 20)


class Form(SavedForm[Committee]):
    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context.services.committees, context.operations, key, head="name")
        self.form.add(TextField("Name", name="name", required=True))
        self.form.add(
            DateField("From", context.services.clock.today, name="valid_from"),
            DateField("To", context.services.clock.today, name="valid_to"),
        )
        names = context.services.committee_names
        self.names = OwnedGrid(
            names,
            context.operations,
            (
                text_column("Name", "name"),
                day_column("From", "valid_from", context.services.clock.today),
            ),
            name="Names",
            fresh=lambda: CommitteeName(new_id(), committee_id=key),
            lines=lambda: names.rows({"committee_id": key}, order=("valid_from",)),
        )
        self.parts.append(self.names)
        self.form.add_widget(self.names)
        self.finish()

    def shown(self, record: Committee) -> None:
        self.names.reload()


class Committees(RecordsPage[Committee]):
    @property
    def register(self) -> Register[Committee]:
        return self.context.services.committees

    def spec(self) -> ListSpec[Committee]:
        return ListSpec(
            name="committees",
            title="Committees",
            columns=(
                Column(BY_NAME, "Name", attrgetter("name")),
                Column("valid_from", "From", kind="date", width=120),
            ),
            topics=frozenset({"committee"}),
            filters=(Filter("endless", "Without an end"),),
            sort=BY_NAME,
        )

    def form(self, key: str) -> Form:
        return Form(self.context, key)

    def fresh(self) -> Committee:
        return Committee(new_id(), name=self.new_name)

    def wanted(self, chips: frozenset[str]) -> Wanted:
        return {"valid_to": None} if chips else {}


@pytest.fixture
def robot(qtbot: QtBot, empty: World) -> RecordsRobot:
    """Two nämnder; the first has a former name."""
    services = empty.services
    services.committees.add(Committee("a", "Äldrenämnden", "", TODAY))
    services.committees.add(Committee("b", "Barnnämnden", valid_to=TODAY))
    services.committee_names.add(CommitteeName("n", "a", "Omsorgsnämnden", date(2001, 1, 1)))
    return RecordsRobot(qtbot, Committees(empty.context))


def names(world: World) -> list[str]:
    return [line.name for line in world.services.committee_names.rows()]


# ---- the page --------------------------------------------------------------------------------


def test_rows_come_in_swedish_order_and_a_column_shows_the_attribute_it_is_named_for(
    robot: RecordsRobot,
) -> None:
    assert robot.rows() == ["Barnnämnden", "Äldrenämnden"]
    assert robot.rows(1) == ["", "2025-11-20"]


def test_a_chip_tells_how_many_it_would_show(robot: RecordsRobot) -> None:
    assert robot.page.counts() == {"endless": 1}
    robot.shown.chips["endless"].click()
    assert robot.rows() == ["Äldrenämnden"]


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_new_record_is_called_what_its_register_calls_it_and_is_written_over(
    qtbot: QtBot, empty: World, language: str
) -> None:
    use_language(language)
    robot = RecordsRobot(qtbot, Committees(empty.context))
    robot.press("first")
    (made,) = empty.services.committees.rows()
    assert made.name == robot.page.new_name
    robot.type("Överförmyndarnämnden")
    robot.form.flush()
    assert empty.services.committees.get(made.id).name == "Överförmyndarnämnden"


def test_a_copy_is_opened(robot: RecordsRobot, empty: World) -> None:
    robot.shown.table.choose("b")
    robot.shown.duplicate_record()
    assert robot.rows() == ["Barnnämnden", "Barnnämnden", "Äldrenämnden"]
    assert robot.shown.panel.key not in {"a", "b"}


def test_what_is_in_use_stays_with_its_form(robot: RecordsRobot, empty: World) -> None:
    empty.services.units.add(Unit("u", "a", None, "Hemtjänst"))
    robot.open("a")
    empty.dialogs.answer("message")
    robot.shown.delete_records()
    assert robot.form.title() == "Äldrenämnden"
    assert len(robot.rows()) == 2


def test_another_place_saves_what_is_typed(robot: RecordsRobot, empty: World) -> None:
    robot.open("a")
    robot.fill("name", "Äldre")
    empty.shell.place = Where("b", 2027)
    robot.page.place_changed()
    assert empty.services.committees.get("a").name == "Äldre"
    assert robot.page.context.year() == 2027


def test_a_place_is_shown_at_its_field(robot: RecordsRobot) -> None:
    robot.page.show_record(Target("planning", "committees", "b", "valid_to"))
    assert robot.focus == "valid_to_input"


# ---- the form --------------------------------------------------------------------------------


def test_what_a_rule_refuses_stays_and_is_tried_again(robot: RecordsRobot, empty: World) -> None:
    robot.open("a")
    robot.write("valid_to", "2020-01-01")
    assert robot.field("valid_to").error()
    assert not robot.form.flush()
    robot.write("valid_from", "2019-01-01")
    saved = empty.services.committees.get("a")
    assert (saved.valid_from, saved.valid_to) == (date(2019, 1, 1), date(2020, 1, 1))
    assert robot.form.flush()


def test_the_page_knows_that_a_field_is_not_saved(robot: RecordsRobot) -> None:
    robot.open("a")
    assert not robot.page.is_wrong()
    robot.write("valid_to", "i fjol")
    assert robot.page.is_wrong()
    robot.write("valid_to", "2026-01-01")
    assert not robot.page.is_wrong()
    robot.write("valid_to", "2020-01-01")  # a rule refuses it
    assert robot.page.is_wrong()
    assert robot.page.here() == "a"


# ---- the lines -------------------------------------------------------------------------------


def test_a_paste_makes_lines_in_one_step(robot: RecordsRobot, empty: World) -> None:
    robot.open("a")
    robot.paste("lines", 1, 0, "Sociala nämnden\t1992-01-01\nFattigvården\t1918-01-01")
    assert robot.cells("lines")[:3] == [
        ("Fattigvården", "1918-01-01"),
        ("Sociala nämnden", "1992-01-01"),
        ("Omsorgsnämnden", "2001-01-01"),
    ]
    empty.undo()
    assert names(empty) == ["Omsorgsnämnden"]


def test_lines_are_added_one_after_the_other_by_keyboard(robot: RecordsRobot, empty: World) -> None:
    robot.open("a")
    robot.find(QAbstractButton, "add_line").setFocus()
    robot.key(Qt.Key.Key_Return)
    for words in ("Fattigvården", "Sociala nämnden"):
        robot.type(words)
        robot.key(Qt.Key.Key_Return)  # goes on to a new line
        QApplication.processEvents()
        robot.key(Qt.Key.Key_F2)
    robot.form.flush()
    assert sorted(names(empty)) == ["Fattigvården", "Omsorgsnämnden", "Sociala nämnden"]


def test_there_is_nothing_to_take_away_where_there_is_no_line(
    robot: RecordsRobot, empty: World
) -> None:
    empty.services.committee_names.delete(
        *(one.id for one in empty.services.committee_names.rows())
    )
    robot.open("a")
    assert robot.find(QAbstractButton, "remove_line").isHidden()
    robot.cell("lines", 0, 0, "Sociala nämnden")
    assert not robot.find(QAbstractButton, "remove_line").isHidden()


def test_a_line_is_taken_away_by_keyboard(robot: RecordsRobot, empty: World) -> None:
    robot.open("a")
    grid = robot.stand("lines", 0, 0)
    robot.bot.keyClick(grid, Qt.Key.Key_Up, ALT)  # these lines have no order of their own
    robot.bot.keyClick(grid, Qt.Key.Key_Delete, CTRL)
    assert names(empty) == []


def test_a_day_that_cannot_be_read_stays_and_says_what_to_write(
    robot: RecordsRobot, empty: World
) -> None:
    robot.open("a")
    robot.cell("lines", 0, 1, "i fjol")
    assert robot.cells("lines")[0][1] == "i fjol"
    assert "Write a date" in robot.grid("lines").grid.error(0, 1)
    assert not robot.form.flush()
    robot.cell("lines", 0, 1, "2002-05-01")
    assert robot.form.flush()


def test_the_page_knows_that_a_cell_is_not_saved_and_tells_that_it_was_tried(
    robot: RecordsRobot, empty: World
) -> None:
    robot.open("a")
    told = []
    empty.context.operations.tried.connect(lambda: told.append(robot.page.is_wrong()))
    robot.cell("lines", 0, 1, "i fjol")
    robot.cell("lines", 0, 1, "2002-05-01")
    assert (told[0], told[-1]) == (True, False)


# ---- words in cells --------------------------------------------------------------------------


def test_an_amount_is_read_in_thousands() -> None:
    assert kronor("1 450,5") == 1_450_500
    assert kronor(" ") == 0
    with pytest.raises(RuleBroken, match="tkr"):
        kronor("mycket")


def test_a_day_may_be_empty() -> None:
    assert day(" ", TODAY) is None
    assert day("2025-12-10", TODAY) == date(2025, 12, 10)


def test_a_choice_is_known_by_its_beginning() -> None:
    assert chosen("ord", ["Ersättare", "Ordförande"]) == 1
    assert chosen("Vice", ["Vice ordförande", "Vice"]) == 1
    with pytest.raises(RuleBroken, match="Choose one of"):
        chosen("x", ["Ersättare", "Ordförande"])


def test_a_sentence_has_no_line_ends(qtbot: QtBot) -> None:
    field = SentenceField("Goal", name="title")
    qtbot.addWidget(field)
    field.set_value("Alla barn\n läser ")
    assert field.value() == "Alla barn läser"
