"""Start shows what is of one's own units, or of the whole nämnd; two acts are one step away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QMenu
from pytestqt.qtbot import QtBot

from styrdesk.domain.edition import Standing
from styrdesk.domain.organisation import Role, RoleKind, Unit
from styrdesk.domain.routine import Routine
from styrdesk.domain.self_check import SelfCheck
from styrdesk.services.styrmodell import plan_template
from styrdesk.ui.kit.cards import EmptyState
from styrdesk.ui.kit.piece import Target, Where
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.kit.tab_order import tab_stops
from styrdesk.ui.pieces.start.start_page import StartPage
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.pages import CLOCK, Desk, begun
from tests.helpers.windows import nameless, present, rich_labels


@pytest.fixture
def desk(tmp_path: Path, dialogs: ScriptedDialogs) -> Iterator[Desk]:
    """A school with a preschool under it, and a library; each is to check its locks today."""
    made = begun(tmp_path, dialogs)
    services, committee = made.services, made.shell.place.committee_id
    for n, (key, parent) in enumerate((("school", None), ("pre", "school"), ("library", None))):
        services.units.add(Unit(key, committee, parent, key.title(), position=n))
        check = SelfCheck(f"s{key}", committee, f"Locks of the {key}", unit_id=key)
        services.self_checks.add(replace(check, planned_for=CLOCK.today()))
    services.plans.create(committee, 2027, plan_template())
    yield made
    services.file.close()


def manages(desk: Desk, *units: str) -> None:
    """Åsa, who began the file as its secretary, is a chef of units instead."""
    (person,) = desk.services.people.rows()
    desk.services.roles.delete(*(role.id for role in desk.services.roles.rows()))
    for unit in units:
        role = Role(f"r{unit}", person.id, unit_id=unit, kind=RoleKind.MANAGER)
        desk.services.roles.add(role)


def shown(qtbot: QtBot, desk: Desk, width: int = 1280) -> StartPage:
    page = StartPage(desk.context())
    present(qtbot, page, width)
    return page


def checks(page: StartPage) -> list[str]:
    rows = (row for row in page.list.rows() if row.target.page == "self_checks")
    return [row.title.removeprefix("Locks of the ") for row in rows]


def ticked(*units: str, sheet: Sheet) -> bool:
    """Tick these units and no others."""
    listed = sheet.findChild(QListWidget, "own_units")
    assert isinstance(listed, QListWidget)
    for n in range(listed.count()):
        item = listed.item(n)
        on = item.data(Qt.ItemDataRole.UserRole) in units
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    return sheet.go_on()


def test_a_chef_sees_their_units_alone_and_how_much_more_there_is(qtbot: QtBot, desk: Desk) -> None:
    manages(desk, "school")
    page = shown(qtbot, desk)
    assert page.scope.mine.isChecked()
    assert {row.target.page for row in page.list.rows()} == {"self_checks"}
    assert sorted(checks(page)) == ["pre", "school"]
    assert page.scope.words.text() == "School, with all under it"
    more = int(page.scope.more.text().removesuffix(" more in the rest of the committee"))
    qtbot.mouseClick(page.scope.more, Qt.MouseButton.LeftButton)
    assert page.scope.whole.isChecked()
    assert sorted(checks(page)) == ["library", "pre", "school"]
    assert len(page.list.rows()) == 2 + more
    assert page.scope.more.isHidden()
    assert page.window().focusWidget() is page.scope.whole


def test_the_switch_is_turned_with_arrows_and_remembered(qtbot: QtBot, desk: Desk) -> None:
    manages(desk, "library")
    page = shown(qtbot, desk)
    assert page.scope.words.text() == "Library"
    page.scope.mine.setFocus()
    qtbot.keyClick(page.scope.mine, Qt.Key.Key_Right)
    assert page.window().focusWidget() is page.scope.whole
    assert sorted(checks(page)) == ["library", "pre", "school"]
    again = shown(qtbot, desk)
    assert again.scope.whole.isChecked()
    again.scope.whole.setFocus()
    qtbot.keyClick(again.scope.whole, Qt.Key.Key_Left)
    assert checks(again) == ["library"]
    assert checks(shown(qtbot, desk)) == ["library"]


def test_who_has_no_unit_sees_all_and_is_asked_which_are_theirs(
    qtbot: QtBot, desk: Desk, dialogs: ScriptedDialogs
) -> None:
    page = shown(qtbot, desk)
    assert page.scope.whole.isChecked()
    assert "chapter" in {row.kind for row in page.list.rows()}
    dialogs.answer("fill", None)
    qtbot.mouseClick(page.scope.mine, Qt.MouseButton.LeftButton)
    assert page.scope.whole.isChecked()
    dialogs.answer("fill", lambda sheet: ticked("pre", sheet=sheet))
    qtbot.mouseClick(page.scope.mine, Qt.MouseButton.LeftButton)
    assert page.scope.mine.isChecked()
    assert checks(page) == ["pre"]
    dialogs.answer("fill", lambda sheet: ticked(sheet=sheet))
    qtbot.mouseClick(page.scope.choose, Qt.MouseButton.LeftButton)
    assert page.scope.whole.isChecked()


def test_the_units_stand_as_a_tree_and_say_what_they_lie_under(
    qtbot: QtBot, desk: Desk, dialogs: ScriptedDialogs
) -> None:
    manages(desk, "school")
    page = shown(qtbot, desk)
    seen: list[tuple[str, str, bool]] = []

    def look(sheet: Sheet) -> bool:
        listed = sheet.findChild(QListWidget, "own_units")
        assert isinstance(listed, QListWidget)
        for item in (listed.item(n) for n in range(listed.count())):
            said = str(item.data(Qt.ItemDataRole.AccessibleTextRole))
            on = item.checkState() == Qt.CheckState.Checked
            seen.append((item.text(), said, on))
        return sheet.go_on()

    dialogs.answer("fill", look)
    qtbot.mouseClick(page.scope.choose, Qt.MouseButton.LeftButton)
    assert seen == [
        ("School", "School", True),
        ("      Pre", "Pre, School", False),
        ("Library", "Library", False),
    ]


def test_what_one_is_to_read_is_ones_own_whatever_unit_it_is_of(qtbot: QtBot, desk: Desk) -> None:
    manages(desk, "pre")
    for key, unit in (("for_all", None), ("for_library", "library")):
        routine = Routine(key, title=key, standing=Standing.IN_FORCE, version=1, unit_id=unit)
        desk.services.routines.add(replace(routine, committee_id=desk.shell.place.committee_id))
    page = shown(qtbot, desk)
    assert page.scope.only
    assert [row.title for row in page.list.rows() if row.kind == "read"] == ["Read: for_all"]


def test_nothing_of_ones_unit_is_said_so_and_not_that_the_plan_is_done(
    qtbot: QtBot, desk: Desk
) -> None:
    manages(desk, "library")
    desk.services.self_checks.delete("slibrary")
    page = shown(qtbot, desk)
    assert page.list.rows() == []
    (said,) = (one.words() for one in page.findChildren(EmptyState) if one.isVisible())
    assert said.startswith("Nothing is left to do for your unit")


def test_with_one_unit_an_act_begins_at_once_for_it(qtbot: QtBot, desk: Desk) -> None:
    manages(desk, "pre")
    page = shown(qtbot, desk)
    for made, place in ((page.acts.report, "cases"), (page.acts.fill, "checklists")):
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
        assert desk.shell.gone[-1] == Target("quality", place, begin="pre")


def test_without_a_unit_an_act_begins_for_none(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    qtbot.mouseClick(page.acts.report, Qt.MouseButton.LeftButton)
    assert desk.shell.gone == [Target("quality", "cases", begin="")]


def test_with_several_units_it_is_asked_which(qtbot: QtBot, desk: Desk) -> None:
    manages(desk, "school", "library")
    page = shown(qtbot, desk)
    qtbot.mouseClick(page.acts.report, Qt.MouseButton.LeftButton)
    menu = page.acts.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        "School", "Pre", "Library", "Another unit",
    ]  # fmt: skip
    menu.actions()[2].trigger()
    assert desk.shell.gone == [Target("quality", "cases", begin="library")]
    menu.close()


def test_tab_goes_as_the_eye_does(qtbot: QtBot, desk: Desk) -> None:
    manages(desk, "school")
    page = shown(qtbot, desk)
    acts, scope = page.acts, page.scope
    wanted = (acts.report, acts.fill, scope.mine, scope.choose, scope.more, page.list)
    assert [one for one in tab_stops(page) if one in wanted] == list(wanted)


def test_without_a_committee_there_is_nothing_to_choose(qtbot: QtBot, desk: Desk) -> None:
    desk.shell.place = Where("", 2027)
    page = shown(qtbot, desk)
    assert page.scope.isHidden()
    assert page.acts.isHidden()


@pytest.mark.parametrize("width", [560, 1280])
def test_everything_has_a_name_wide_and_narrow(qtbot: QtBot, desk: Desk, width: int) -> None:
    manages(desk, "school")
    page = shown(qtbot, desk, width)
    assert nameless(page) == []
    assert rich_labels(page) == []
    assert page.scope.mine.accessibleName() == "Show in the list: My unit"
    assert page.scope.mine.accessibleDescription() == "School, with all under it"
