"""Before a file is open: a new file, one used lately, the example, and what can go wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from styrdesk.domain.decided import Soundness
from styrdesk.ui.shell.file_rows import MISSING
from styrdesk.ui.shell.main_window import MainWindow
from styrdesk.ui.shell.welcome import EXAMPLE, NEW, OPEN, Welcome
from tests.helpers.windows import nameless, rich_labels
from tests.ui.shell.conftest import Stage


def welcome(window: MainWindow) -> Welcome:
    assert window.welcome is not None
    return window.welcome


def press(stage: Stage, window: MainWindow, name: str = "go_on") -> None:
    found = window.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    stage.bot.mouseClick(found, Qt.MouseButton.LeftButton)


def fill_in(page: Welcome) -> None:
    page.form.municipality.set_value("Borlänge kommun")
    page.form.committee.set_value("Barn- och bildningsnämnden")
    page.form.person.set_value("Åsa Öberg")


def test_a_new_file_is_never_empty(stage: Stage) -> None:
    window = stage.window()
    fill_in(welcome(window))
    stage.dialogs.answer("save_file", stage.folder / "ny.styrdesk")
    press(stage, window)
    desk = stage.desk(window)
    assert window.welcome is None
    assert desk.header.committee.currentText() == "Barn- och bildningsnämnden"
    assert desk.header.year.currentText() == "2027"
    assert window.session is not None
    services = window.session.services
    assert services.people.get(window.session.person()).name == "Åsa Öberg"
    assert services.organisation.municipality().name == "Borlänge kommun"
    assert services.roles.count() == 1


def test_the_plan_is_begun_from_the_template_and_can_be_undone(stage: Stage) -> None:
    window = stage.window()
    fill_in(welcome(window))
    assert welcome(window).form.template.combo.currentText() == "Nämndplan"
    stage.dialogs.answer("save_file", stage.folder / "ny.styrdesk")
    press(stage, window)
    assert window.session is not None
    plans = window.session.services.plans
    assert [plan.title for plan in plans.plans()] == ["Nämndplan 2027 med plan 2028–2029"]
    window.undo()
    assert plans.plans() == ()
    window.undo()  # the file is never empty again
    assert window.session.services.committees.count() == 1


def test_a_file_may_be_begun_without_a_plan(stage: Stage) -> None:
    window = stage.window()
    fill_in(welcome(window))
    welcome(window).form.template.set_value(None)
    stage.dialogs.answer("save_file", stage.folder / "ny.styrdesk")
    press(stage, window)
    assert window.session is not None
    assert window.session.services.plans.plans() == ()


def test_thinking_better_of_where_the_file_lies_keeps_what_was_written(stage: Stage) -> None:
    window = stage.window()
    fill_in(welcome(window))
    welcome(window).form.template.set_value(None)
    stage.dialogs.answer("save_file", None)
    press(stage, window)
    page = welcome(window)
    page.choose_way(EXAMPLE)
    page.choose_way(NEW)
    assert page.form.committee.value() == "Barn- och bildningsnämnden"
    assert page.form.template.value() is None
    page.form.year.line.setText("20277")
    window.preferences.set_zoom(125)
    assert welcome(window).form.year.line.text() == "20277"
    assert welcome(window).form.committee.value() == "Barn- och bildningsnämnden"


def test_the_year_asked_for_is_the_year_chosen(stage: Stage) -> None:
    window = stage.window()
    fill_in(welcome(window))
    welcome(window).form.year.set_value(2030)
    stage.dialogs.answer("save_file", stage.folder / "ny.styrdesk")
    press(stage, window)
    assert stage.desk(window).where().year == 2030


def test_a_name_that_is_missing_is_told_at_its_field(stage: Stage) -> None:
    window = stage.window()
    page = welcome(window)
    fill_in(page)
    page.form.committee.set_value("")
    press(stage, window)
    assert page.form.committee.error()
    assert window.focusWidget() is page.form.committee.editor


def test_a_file_that_is_there_already_is_not_touched(stage: Stage) -> None:
    path = stage.folder / "ny.styrdesk"
    path.write_bytes(b"mine")
    window = stage.window()
    fill_in(welcome(window))
    stage.dialogs.answer("save_file", path).answer("message")
    press(stage, window)
    assert path.read_bytes() == b"mine"
    assert window.session is None
    assert welcome(window).form.committee.value() == "Barn- och bildningsnämnden"


def test_files_used_lately_are_what_one_begins_with(stage: Stage) -> None:
    stage.kept.opened(stage.file("b"))
    window = stage.window()
    assert welcome(window).way() == OPEN
    press(stage, window)
    assert window.session is not None
    assert window.session.services.file.path.stem == "b"


def test_a_file_that_is_no_styrdesk_file_is_told(stage: Stage) -> None:
    path = stage.folder / "bad.styrdesk"
    path.write_bytes(b"no database at all" * 400)
    stage.dialogs.answer("message")
    window = stage.window(path)
    assert window.session is None
    assert window.welcome is not None
    assert stage.dialogs.said[0][0] == "message"


def test_another_file_takes_the_place_of_the_one_that_is_open(stage: Stage) -> None:
    window = stage.window(stage.file("a"))
    stage.dialogs.answer("open_file", stage.file("b"))
    window.ask_file()
    assert window.session is not None
    assert window.session.services.file.path.stem == "b"
    assert [Path(name).stem for name in stage.kept.current.recent] == ["b", "a"]


def test_a_new_file_can_be_thought_better_of(stage: Stage) -> None:
    window = stage.window(stage.file())
    window.new_file()
    assert welcome(window).way() == NEW
    welcome(window).form.committee.set_value("Miljönämnden")
    press(stage, window, "leave_welcome")
    assert window.welcome is None
    assert stage.desk(window).isVisible()
    window.new_file()
    assert welcome(window).form.committee.value() == "Miljönämnden"


@pytest.mark.parametrize("name", ["municipality", "committee", "year", "person"])
def test_enter_in_a_field_makes_the_file(stage: Stage, name: str) -> None:
    window = stage.window()
    fill_in(welcome(window))
    stage.dialogs.answer("save_file", stage.folder / "ny.styrdesk")
    stage.bot.keyClick(welcome(window).form[name].editor, Qt.Key.Key_Return)
    assert window.session is not None


def test_one_comes_back_to_where_one_was(stage: Stage) -> None:
    window = stage.window(stage.file())
    stage.desk(window).header.year.setFocus()
    window.new_file()
    window.new_file()
    press(stage, window, "leave_welcome")
    assert window.focusWidget() is stage.desk(window).header.year


def test_one_comes_back_to_the_page_when_all_was_built_anew(stage: Stage) -> None:
    window = stage.window(stage.file())
    window.new_file()
    window.preferences.set_language("sv")
    press(stage, window, "leave_welcome")
    page, here = stage.desk(window).page(), window.focusWidget()
    assert page is not None
    assert here is not None
    assert page is here or page.isAncestorOf(here)


def test_the_example_is_opened_and_kept(stage: Stage) -> None:
    window = stage.window()
    welcome(window).choose_way(EXAMPLE)
    press(stage, window)
    assert window.session is not None
    services = window.session.services
    path = services.file.path
    decided = services.versions.newest(services.plans.newest_decided().id)
    assert decided is not None
    line = services.decided.line(decided.id)
    assert services.decided.verify(line).pdf is Soundness.INTACT  # with its print
    window.close()
    again = stage.window()
    again.open_demo()
    assert again.session is not None
    assert again.session.services.file.path == path


def test_the_welcome_speaks_another_language_and_keeps_its_way(stage: Stage) -> None:
    window = stage.window()
    welcome(window).choose_way(EXAMPLE)
    window.preferences.set_language("sv")
    assert welcome(window).way() == EXAMPLE


def test_everything_on_the_welcome_page_has_a_name(stage: Stage) -> None:
    stage.kept.opened(stage.file("b"))
    window = stage.window()
    assert nameless(window) == []
    assert rich_labels(window) == []


def test_a_file_that_cannot_be_found_says_so_and_is_taken_off(stage: Stage) -> None:
    stage.kept.opened(stage.file("b"))
    gone = stage.file("c")
    stage.kept.opened(gone)
    gone.unlink()
    window = stage.window()
    page = welcome(window)
    stage.bot.waitUntil(lambda: bool(page.recent.item(0).data(MISSING)))
    said = page.recent.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "c, cannot be found"
    assert not page.recent.item(1).data(MISSING)
    window.grab()  # the row is painted with its sign
    stage.bot.keyClick(page.recent, Qt.Key.Key_Delete)
    assert [Path(name).stem for name in stage.kept.current.recent] == ["b"]
    assert (page.recent.count(), page.recent.currentRow()) == (1, 0)
    press(stage, window, "forget_file")
    assert not page.recent.isVisible()
    assert page.go_on.text() == "Choose a file …"
    assert (stage.folder / "b.styrdesk").exists()


def test_a_file_that_is_forgotten_goes_from_start_too(stage: Stage) -> None:
    gone = stage.file("c")
    stage.kept.opened(gone)
    gone.unlink()
    window = stage.window(stage.file("a"))
    row = window.findChild(QPushButton, "recent_file")
    assert row is not None
    stage.dialogs.answer("choose", 0)
    stage.bot.mouseClick(row, Qt.MouseButton.LeftButton)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChild(QPushButton, "recent_file") is None


@pytest.mark.parametrize("forget", [True, False])
def test_opening_a_file_that_cannot_be_found_offers_to_take_it_off(
    stage: Stage, forget: bool
) -> None:
    gone = stage.file("c")
    stage.kept.opened(gone)
    gone.unlink()
    window = stage.window()
    stage.dialogs.answer("choose", 0 if forget else -1)
    press(stage, window)
    assert str(stage.folder) in stage.dialogs.said[0][2]
    assert window.session is None
    assert welcome(window).recent.count() == (0 if forget else 1)


def test_tab_comes_to_the_way_that_is_chosen_and_to_no_other(stage: Stage) -> None:
    stage.kept.opened(stage.file())
    page = welcome(stage.window())
    page.recent.setFocus()
    stage.bot.keyClick(page.recent, Qt.Key.Key_Backtab)
    here = QApplication.focusWidget()
    assert here is not None
    assert here.objectName() == "way_open"
    stage.bot.keyClick(here, Qt.Key.Key_Up)
    assert page.way() == NEW
