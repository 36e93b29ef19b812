"""The preferences: each takes effect at once, and stays for the next time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from styrdesk.base.i18n import language
from styrdesk.services.settings import SettingsService
from styrdesk.ui.kit.choice_fields import ChoiceField
from styrdesk.ui.kit.theme import colours, zoom
from styrdesk.ui.kit.tokens import DARK
from styrdesk.ui.shell.main_window import MainWindow
from styrdesk.ui.shell.preferences_window import PreferencesWindow
from tests.helpers.windows import nameless, rich_labels
from tests.ui.shell.conftest import Stage


def shown(window: MainWindow) -> PreferencesWindow:
    window.over.preferences()
    found = [w for w in window.findChildren(PreferencesWindow) if w.isVisible()]
    assert len(found) == 1
    return found[0]


def choose(page: PreferencesWindow, name: str, value: object) -> None:
    """Choose by the keyboard, as a user does."""
    field = page.form[name]
    assert isinstance(field, ChoiceField)
    at = field._values.index(value)
    field.combo.setCurrentIndex(at)
    field.combo.activated.emit(at)
    QApplication.processEvents()


def press(stage: Stage, page: PreferencesWindow, name: str) -> None:
    found = [b for b in page.findChildren(QAbstractButton, name) if b.isVisible()]
    stage.bot.mouseClick(found[0], Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_another_language_is_spoken_at_once_also_here(stage: Stage) -> None:
    window = stage.window(stage.file())
    page = shown(window)
    page.form["language"].setFocus()
    choose(page, "language", "sv")
    assert language() == "sv"
    assert page.windowTitle() == "Inställningar"
    assert page.form["scheme"].label == "Färger"
    assert stage.desk(window).header.menu.accessibleName() == "Meny"
    assert page.focusWidget() is page.form["language"].editor


def test_colours_size_and_the_prints_language_are_changed_and_kept(stage: Stage) -> None:
    window = stage.window(stage.file())
    page = shown(window)
    choose(page, "scheme", "dark")
    assert colours() == DARK
    choose(page, "zoom", 150)
    assert zoom() == 1.5
    choose(page, "print_language", "en")
    now = SettingsService(stage.folder / "settings").current
    assert (now.scheme, now.zoom, now.print_language) == ("dark", 150, "en")
    box = page.form["instructions"]
    stage.bot.keyClick(box.editor, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert not stage.kept.current.show_instructions


def test_tab_goes_from_choice_to_choice_and_builds_nothing_anew(stage: Stage) -> None:
    window = stage.window(stage.file())
    page = shown(window)
    form, rebuilt = page.form, list[bool]()
    window.preferences.rebuild_wanted.connect(lambda: rebuilt.append(True))
    names = ("language", "print_language", "scheme", "zoom", "instructions")
    for name in names:
        assert page.focusWidget() is form[name].editor
        stage.bot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        QApplication.processEvents()
    assert page.form is form
    assert rebuilt == []


def test_somebody_else_sits_down(stage: Stage) -> None:
    window = stage.window(stage.file())
    page = shown(window)
    before = page.form["who"].value()
    stage.dialogs.answer("enter", "Émilie Müller")
    press(stage, page, "somebody_else")
    assert window.session is not None
    person = window.session.services.people.get(window.session.person())
    assert person.name == "Émilie Müller"
    assert page.form["who"].value() == person.id
    choose(page, "who", before)
    assert window.session.person() == before


def test_a_second_place_for_backups_is_chosen_and_given_up(stage: Stage) -> None:
    window = stage.window()
    page = shown(window)
    stage.dialogs.answer("choose_folder", stage.folder / "other")
    press(stage, page, "choose_place")
    assert stage.kept.current.backup_place == str(stage.folder / "other")
    press(stage, page, "forget_place")
    assert stage.kept.current.backup_place == ""
    stage.dialogs.answer("choose_folder", None)
    press(stage, page, "choose_place")
    assert stage.kept.current.backup_place == ""


def test_with_no_file_open_nobody_sits_here(stage: Stage) -> None:
    page = shown(stage.window())
    assert "who" not in page.form
    assert nameless(page) == []
    assert rich_labels(page) == []


def test_the_welcome_page_leads_here_and_to_the_help(stage: Stage) -> None:
    window = stage.window()
    for name in ("welcome_help", "welcome_preferences"):
        found = window.findChild(QAbstractButton, name)
        assert found is not None
        stage.bot.mouseClick(found, Qt.MouseButton.LeftButton)
    assert window.help.shown is not None
    assert window.findChild(PreferencesWindow) is not None
