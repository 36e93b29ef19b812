"""Files that are dragged to the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from styrdesk.base.paths import resource
from styrdesk.ui.kit.richtext_edit import RichTextEdit
from styrdesk.ui.shell.main_window import MainWindow
from tests.ui.shell.conftest import Stage

PLAN = resource("demo", "namndplan-2026.json")


def dragged(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(over: QWidget, data: QMimeData) -> bool:
    """Drag over a widget and let go, as the desktop does. False when it is not taken."""
    copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, button, none)
    QApplication.sendEvent(over, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(5, 5), copy, data, button, none)
    QApplication.sendEvent(over, event)
    QApplication.processEvents()
    return event.isAccepted()


def plans(window: MainWindow) -> list[str]:
    assert window.session is not None
    return [plan.title for plan in window.session.services.plans.plans()]


def test_a_styrdesk_file_is_opened_from_the_welcome_page(stage: Stage) -> None:
    window = stage.window()
    assert drop(window, dragged(stage.file("b")))
    assert window.session is not None
    assert window.session.services.file.path.stem == "b"
    assert window.welcome is None


def test_another_styrdesk_file_takes_the_place_of_the_one_that_is_open(stage: Stage) -> None:
    window = stage.window(stage.file("a"))
    assert drop(window, dragged(stage.file("b")))
    assert window.session is not None
    assert window.session.services.file.path.stem == "b"


def test_a_plan_is_offered_to_be_imported_and_shown(stage: Stage) -> None:
    window = stage.window(stage.file())
    stage.dialogs.answer("question", True).answer("message")
    assert drop(window, dragged(PLAN))
    assert len(plans(window)) == 1
    assert stage.desk(window).where().year == 2026
    assert "Nämndplan 2026" in stage.dialogs.said[0][1]
    window.undo()
    assert plans(window) == []


def test_a_plan_that_is_not_wanted_is_let_be(stage: Stage) -> None:
    window = stage.window(stage.file())
    stage.dialogs.answer("question", False)
    drop(window, dragged(PLAN))
    assert plans(window) == []


def test_a_plan_that_is_there_already_may_be_put_beside_it(stage: Stage) -> None:
    window = stage.window(stage.file())
    stage.dialogs.answer("question", True).answer("message")
    drop(window, dragged(PLAN))
    for wanted in (False, True):
        stage.dialogs.answer("question", True).answer("question", wanted)
        if wanted:
            stage.dialogs.answer("message")
        drop(window, dragged(PLAN))
        assert len(plans(window)) == 1 + wanted


def test_a_plan_with_no_file_to_lie_in_is_explained(stage: Stage) -> None:
    window = stage.window()
    stage.dialogs.answer("message")
    drop(window, dragged(PLAN))
    assert stage.dialogs.said[0][1].startswith("Open the file")


def test_a_plan_is_not_put_into_a_file_that_may_only_be_read(stage: Stage) -> None:
    window = stage.window(stage.file(), read_only=True)
    stage.dialogs.answer("message")
    drop(window, dragged(PLAN))
    assert plans(window) == []


@pytest.mark.parametrize("words", ["{}", "no JSON at all", '{"format": "something"}'])
def test_what_is_no_plan_is_told(stage: Stage, words: str) -> None:
    path = stage.folder / "x.json"
    path.write_text(words)
    window = stage.window(stage.file())
    stage.dialogs.answer("message")
    drop(window, dragged(path))
    assert plans(window) == []


def test_a_foreign_file_is_explained(stage: Stage) -> None:
    window = stage.window()
    stage.dialogs.answer("message")
    drop(window, dragged(stage.folder / "protokoll.docx"))
    assert stage.dialogs.said[0][1] == "protokoll.docx is no file that Styrdesk opens"


def test_several_files_at_once_are_explained(stage: Stage) -> None:
    window = stage.window()
    stage.dialogs.answer("message")
    drop(window, dragged(stage.folder / "a.styrdesk", stage.folder / "b.styrdesk"))
    assert stage.dialogs.said[0][1] == "Several files at once"


def test_words_that_are_dragged_are_not_the_windows(stage: Stage) -> None:
    data = QMimeData()
    data.setText("Åsa")
    assert not drop(stage.window(), data)
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.styrdesk")])
    assert not drop(stage.window(), data)


def test_a_chapter_lets_a_file_go_on_to_the_window_but_takes_words(stage: Stage) -> None:
    edit = RichTextEdit("Text")
    stage.bot.addWidget(edit)
    assert not edit.canInsertFromMimeData(dragged(stage.folder / "a.styrdesk"))
    words = QMimeData()
    words.setText("Åsa")
    assert edit.canInsertFromMimeData(words)
