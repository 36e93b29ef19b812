"""Indicators: a form, and a grid that takes what a spreadsheet gives."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from styrdesk.base.formats import NotANumber
from styrdesk.base.i18n import use_language
from styrdesk.domain.indicator import Gender, Indicator, Missing, PlanIndicator, ValueKind
from styrdesk.domain.plan import Plan
from styrdesk.ui.pieces.planning.indicators_page import IndicatorsPage
from styrdesk.ui.pieces.planning.value_grid import read
from tests.helpers.robots import RecordsRobot
from tests.helpers.windows import nameless
from tests.helpers.world import World

OUTCOME, TARGET, COMPARISON = range(3)


def opened(qtbot: QtBot, world: World, **fields: object) -> RecordsRobot:
    world.services.indicators.add(
        replace(Indicator("i1", "c1", None, "I1", "Behöriga"), **fields)  # type: ignore[arg-type]
    )
    robot = RecordsRobot(qtbot, IndicatorsPage(world.context))
    robot.open("i1")
    return robot


def stored(world: World) -> dict[tuple[int, str, str], object]:
    return {
        (row.year, row.kind.value, row.gender.value): row.value
        if row.missing is Missing.NO
        else row.missing
        for row in world.services.indicator_values.rows({"indicator_id": "i1"})
    }


@pytest.mark.parametrize(
    ("words", "value", "missing"),
    [
        ("79,4", Decimal("79.4"), Missing.NO),
        ("\u221229 000", Decimal(-29000), Missing.NO),
        ("1\u00a0450,5", Decimal("1450.5"), Missing.NO),
        ("83 %", Decimal(83), Missing.NO),
        ("i.u.", None, Missing.NO_DATA),
        ("I.U", None, Missing.NO_DATA),
        ("n/a", None, Missing.NO_DATA),
        ("–", None, Missing.NOT_USED),
        ("-", None, Missing.NOT_USED),
        ("", None, Missing.NO),
    ],
)
def test_a_value_is_read_as_it_is_written(
    words: str, value: Decimal | None, missing: Missing
) -> None:
    assert read(words) == (value, missing)


def test_what_is_no_value_is_refused() -> None:
    with pytest.raises(NotANumber):
        read("cirka 80")


def test_six_years_around_the_chosen_one_are_shown(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    heads = [column.title for column in robot.grid("values").grid.columns]
    assert heads == ["", "2023", "2024", "2025", "2026", "2027", "2028"]


def test_a_typed_value_is_kept_and_shown_as_swedes_write(qtbot: QtBot, world: World) -> None:
    use_language("sv")
    robot = opened(qtbot, world)
    robot.cell("values", OUTCOME, 1, "79.4")
    assert stored(world) == {(2023, "outcome", "T"): Decimal("79.4")}
    assert robot.cells("values")[OUTCOME][1] == "79,4"


def test_a_block_from_a_spreadsheet_is_one_step(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    block = "79,4\t80,1\ti.u.\r\n\t\t\t83\t85\t87\r\n–\t85\r\n"
    robot.paste("values", OUTCOME, 1, block)
    assert stored(world) == {
        (2023, "outcome", "T"): Decimal("79.4"),
        (2024, "outcome", "T"): Decimal("80.1"),
        (2025, "outcome", "T"): Missing.NO_DATA,
        (2026, "target", "T"): Decimal(83),
        (2027, "target", "T"): Decimal(85),
        (2028, "target", "T"): Decimal(87),
        (2023, "comparison", "T"): Missing.NOT_USED,
        (2024, "comparison", "T"): Decimal(85),
    }
    world.undo()
    assert stored(world) == {}
    assert robot.cells("values")[OUTCOME][1:] == ("",) * 6
    world.redo()
    assert len(stored(world)) == 8


def test_a_cell_that_cannot_be_read_keeps_its_words_and_the_rest_is_saved(
    qtbot: QtBot, world: World
) -> None:
    robot = opened(qtbot, world)
    robot.paste("values", OUTCOME, 1, "79,4\tungefär 80\t81")
    assert set(stored(world)) == {(2023, "outcome", "T"), (2025, "outcome", "T")}
    assert robot.cells("values")[OUTCOME][2] == "ungefär 80"
    assert "Write a number" in robot.grid("values").grid.error(OUTCOME, 2)


def test_a_cleared_cell_is_empty_again(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    robot.cell("values", TARGET, 4, "83")
    robot.stand("values", TARGET, 4).clear_block()
    assert stored(world) == {(2026, "target", "T"): None}
    assert robot.cells("values")[TARGET][4] == ""


def test_women_and_men_have_rows_of_their_own(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    assert len(robot.cells("values")) == 3
    robot.field("by_gender").editor.click()  # type: ignore[attr-defined]
    assert [line[0] for line in robot.cells("values")][:3] == [
        "Outcome, all",
        "Outcome, women/girls",
        "Outcome, men/boys",
    ]
    robot.cell("values", 1, 2, "83,0")
    assert stored(world) == {(2024, "outcome", Gender.WOMEN.value): Decimal("83.0")}


def test_the_comparison_is_called_what_it_is(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world, compared_with="Riket")
    assert robot.cells("values")[COMPARISON][0] == "Riket"


def test_the_list_shows_the_newest_outcome_and_the_target_with_its_direction(
    qtbot: QtBot, world: World
) -> None:
    robot = opened(qtbot, world, decimals=0)
    robot.paste("values", OUTCOME, 1, "79\t80")
    robot.cell("values", TARGET, 4, "83")
    assert (robot.rows(3), robot.rows(4)) == (["80"], ["↑ 83"])


def test_the_chip_finds_indicators_without_a_target(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    world.services.indicators.add(Indicator("i2", None, None, "I2", "Trygghet"))
    robot.cell("values", TARGET, 4, "83")
    assert robot.page.counts() == {"own": 1, "gender": 0, "aimless": 1}
    robot.shown.chips["aimless"].click()
    assert robot.rows() == ["I2"]


def test_an_indicator_in_a_plan_cannot_be_deleted(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    with world.services.work.step("plan"):
        world.services.file.store.save(Plan("p1", "c1", "s1", 2026, "Nämndplan"))
        world.services.file.store.save(PlanIndicator("pi", "p1", "i1"))
    world.dialogs.answer("message")
    robot.delete("i1")
    assert "used in: plans" in world.dialogs.said[0][2]


def test_values_of_another_window_are_shown_when_they_come(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    kind = ValueKind.OUTCOME
    from styrdesk.domain.indicator import IndicatorValue

    value = IndicatorValue("v1", "i1", 2024, kind, Gender.ALL, Decimal(80))
    world.context.operations.run(lambda: world.services.indicator_values.add(value))
    assert robot.cells("values")[OUTCOME][2] == "80.0"


def test_all_that_takes_the_focus_has_a_name(qtbot: QtBot, world: World) -> None:
    assert nameless(opened(qtbot, world).page) == []
