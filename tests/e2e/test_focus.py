"""Moving about never opens a window nobody asked for, which would take the writer's keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QListWidget, QMenu, QTextEdit, QWidget

from styrdesk.base.i18n import _
from styrdesk.ui.pieces import PIECES
from styrdesk.ui.shell.main_window import MainWindow
from tests.e2e.conftest import Office

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


class Watch(QObject):
    """Writes down what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            asked_for = isinstance(watched, QMenu | MainWindow) or isinstance(
                watched.parent(), QComboBox
            )
            if watched.isWindow() and not asked_for:
                self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    made = Watch()
    yield made
    qapp.removeEventFilter(made)


def test_no_page_and_no_chapter_opens_a_window(
    office: Office, qapp: QApplication, watch: Watch
) -> None:
    secretary = office.start(office.demo())
    qapp.installEventFilter(watch)
    for piece in PIECES:
        secretary.tab(_(piece.title))
        name = _("Sections of {tab}").format(tab=_(piece.title))
        for line in secretary.lines(secretary.find(QListWidget, name)) if piece.pages()[1:] else ():
            secretary.visit(name, line)
    secretary.tab(_("Planning process"))
    secretary.choose(_("Committee plan"))
    for line in secretary.lines(secretary.find(QListWidget, "outline")):
        secretary.visit("outline", line)
    assert watch.seen == []
    assert QApplication.activeWindow() is secretary.window


def test_the_welcome_page_leaves_the_keyboard_to_the_window(
    office: Office, qapp: QApplication, watch: Watch
) -> None:
    office.kept.opened(office.demo("nyss"))
    qapp.installEventFilter(watch)
    secretary = office.start()
    secretary.press("go_on")
    secretary.tab(_("Planning process"))
    secretary.choose(_("Committee plan"))
    secretary.key(Qt.Key.Key_F10)
    secretary.choose_in_menu(_("New file …"))
    secretary.press("leave_welcome")
    secretary.choose("Ordföranden har ordet")
    secretary.click(next(secretary.seen(QTextEdit)))
    secretary.key(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    secretary.type("Hej! ")
    secretary.wait_saved()
    assert secretary.text.startswith("Hej! ")
    assert watch.seen == []
