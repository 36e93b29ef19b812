"""The files of a record: taken in by button, drop and paste; opened, saved, taken away by keys."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from styrdesk.domain.attachment import MAX_BYTES, Attachment
from styrdesk.domain.governing_document import DocumentType, GoverningDocument
from styrdesk.domain.shared_model import SharedModel
from styrdesk.ui.kit import file_acts
from styrdesk.ui.kit.attachment_list import AttachmentList
from tests.helpers.robots import CTRL, Robot
from tests.helpers.world import World

COPY, LEFT, NONE = (
    Qt.DropAction.CopyAction,
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
)


class Viewer:
    """A desktop that remembers what it showed."""

    def __init__(self, *, works: bool = True) -> None:
        self.works = works
        self.shown: list[tuple[str, bytes]] = []

    def open_file(self, path: Path) -> bool:
        self.shown.append((path.name, path.read_bytes()))
        return self.works


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    """Two files of one name, in two folders."""
    found = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        found.append(tmp_path / folder / "policy.pdf")
        found[-1].write_bytes(b"%PDF-1.7 " + folder.encode())
    return found


@pytest.fixture
def viewer() -> Viewer:
    return Viewer()


@pytest.fixture
def files(world: World, viewer: Viewer) -> AttachmentList:
    world.services.document_types.add(DocumentType("t", name="Policy"))
    document = GoverningDocument("d", title="Resepolicy", document_type_id="t")
    world.services.governing_documents.add(document)
    return AttachmentList(world.context, "governing_document", "d", viewer)


def carried(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def rows(files: AttachmentList) -> list[str]:
    return [files.list.item(n).text() for n in range(files.list.count())]


def test_a_chosen_file_is_kept_and_told_with_its_size_and_day(
    qtbot: QtBot, world: World, files: AttachmentList, paths: list[Path]
) -> None:
    robot = Robot(qtbot, files)
    world.dialogs.answer("open_file", paths[0])
    robot.press("attach")
    (row,) = rows(files)
    assert row.startswith("policy.pdf · ")
    assert "2025-11-20" in row
    world.undo()
    assert rows(files) == []


def test_what_cannot_be_kept_is_told_and_the_others_are_taken(
    qtbot: QtBot, world: World, files: AttachmentList, paths: list[Path]
) -> None:
    Robot(qtbot, files)
    paths[0].write_bytes(b"MZ")
    world.dialogs.answer("message").answer("message")
    files.take([paths[0], paths[0].with_name("gone.pdf"), paths[1]])
    assert len(rows(files)) == 1
    assert "type PDF" in world.dialogs.said[0][2]
    assert "gone.pdf" in world.dialogs.said[1][1]


def test_large_files_are_kept_one_after_the_other_beside_the_window(
    qtbot: QtBot,
    world: World,
    files: AttachmentList,
    paths: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    robot = Robot(qtbot, files)
    monkeypatch.setattr(file_acts, "AT_ONCE", 0)
    broken = paths[0].with_name("broken.pdf")
    broken.write_bytes(b"MZ")
    world.dialogs.answer("message")
    files.take([paths[0], broken, paths[1]])
    assert rows(files) == []
    assert "Attaching policy.pdf …" in [label.text() for label in files.findChildren(QLabel)]
    qtbot.waitUntil(lambda: len(rows(files)) == 2 and not files.acts.is_keeping)
    assert "type PDF" in world.dialogs.said[0][2]
    assert not files._going.isVisibleTo(files)
    world.undo()
    assert len(rows(files)) == 1
    world.dialogs.answer("open_file", paths[1])
    robot.press("replace_attachment")
    qtbot.waitUntil(lambda: not files.acts.is_keeping)
    (kept,) = world.services.attachments.of("governing_document", "d")
    assert world.services.attachments.content(kept) == paths[1].read_bytes()


def test_fault_52_a_file_over_the_limit_is_told_and_nothing_of_it_is_kept(
    qtbot: QtBot, world: World, files: AttachmentList, paths: list[Path]
) -> None:
    Robot(qtbot, files)
    with paths[0].open("r+b") as out:
        out.truncate(MAX_BYTES + 1)
    world.dialogs.answer("message")
    size = world.services.file.path.stat().st_size
    files.take([paths[0], paths[1]])
    assert "larger than 25 MB" in world.dialogs.said[0][2]
    assert len(rows(files)) == 1
    assert world.services.file.path.stat().st_size < size + 1024**2


def test_files_are_dropped_and_pasted(
    qtbot: QtBot, files: AttachmentList, paths: list[Path]
) -> None:
    robot = Robot(qtbot, files)
    data = carried(*paths)
    entered = QDragEnterEvent(files.rect().center(), COPY, data, LEFT, NONE)
    files.dragEnterEvent(entered)
    assert entered.isAccepted()
    files.dropEvent(QDropEvent(QPointF(), COPY, data, LEFT, NONE))
    assert len(rows(files)) == 2
    QGuiApplication.clipboard().setMimeData(carried(paths[0]))
    files.list.setFocus()
    robot.key(Qt.Key.Key_V, CTRL)
    assert len(rows(files)) == 3
    words = QMimeData()
    words.setText("words")
    QGuiApplication.clipboard().setMimeData(words)
    robot.key(Qt.Key.Key_V, CTRL)
    assert len(rows(files)) == 3


def test_two_files_of_one_name_are_told_apart_and_opened_each(
    qtbot: QtBot, files: AttachmentList, viewer: Viewer, paths: list[Path]
) -> None:
    robot = Robot(qtbot, files)
    files.take(paths)
    files.list.setFocus()
    for n in range(2):
        files.list.setCurrentRow(n)
        robot.key(Qt.Key.Key_Return)
    assert sorted(viewer.shown) == [("policy.pdf", b"%PDF-1.7 a"), ("policy.pdf", b"%PDF-1.7 b")]


def test_the_file_that_is_seen_is_opened_but_none_is_taken_away_unchosen(
    qtbot: QtBot, files: AttachmentList, viewer: Viewer, paths: list[Path]
) -> None:
    robot = Robot(qtbot, files)
    files.take(paths)
    files.list.clearSelection()
    robot.press("open_attachment")
    assert viewer.shown == [("policy.pdf", b"%PDF-1.7 a")]
    for name in ("replace_attachment", "remove_attachment"):
        assert not robot.find(QPushButton, name).isEnabled()


def test_a_file_that_no_program_opens_is_told(
    qtbot: QtBot, world: World, files: AttachmentList, viewer: Viewer, paths: list[Path]
) -> None:
    robot = Robot(qtbot, files)
    files.take(paths[:1])
    viewer.works = False
    world.dialogs.answer("message")
    robot.press("open_attachment")
    assert "policy.pdf" in world.dialogs.said[0][1]


def test_a_file_is_saved_elsewhere(
    qtbot: QtBot, world: World, files: AttachmentList, paths: list[Path], tmp_path: Path
) -> None:
    robot = Robot(qtbot, files)
    files.take(paths[:1])
    world.dialogs.answer("save_file", tmp_path / "out.pdf")
    robot.press("save_attachment")
    assert (tmp_path / "out.pdf").read_bytes() == b"%PDF-1.7 a"
    world.dialogs.answer("save_file", tmp_path / "no such folder" / "out.pdf").answer("message")
    robot.press("save_attachment")
    assert "no such folder" in world.dialogs.said[-1][1]


def test_a_file_is_replaced_and_removed_by_a_key(
    qtbot: QtBot, world: World, files: AttachmentList, paths: list[Path]
) -> None:
    robot = Robot(qtbot, files)
    files.take(paths[:1])
    Image.new("RGB", (1, 1)).save(paths[1], "PNG")
    world.dialogs.answer("open_file", paths[1])
    robot.press("replace_attachment")
    assert rows(files)[0].startswith("policy.png")
    files.list.setFocus()
    files.list.setCurrentRow(0)
    robot.key(Qt.Key.Key_Delete)
    assert rows(files) == []
    world.undo()
    assert rows(files)[0].startswith("policy.png")


def test_the_files_of_what_is_over_are_looked_at_and_nothing_more(
    qtbot: QtBot, world: World, files: AttachmentList, viewer: Viewer, paths: list[Path]
) -> None:
    robot = Robot(qtbot, files)
    files.take(paths[:1])
    files.set_locked(on=True)
    world.services.attachments.add("governing_document", "d", "b.pdf", b"%PDF-1.7 b")
    files.reload()  # what others added unlocks nothing
    for name in ("attach", "replace_attachment", "remove_attachment"):
        assert robot.find(QPushButton, name).isHidden()
    files.list.setFocus()
    files.list.setCurrentRow(0)
    robot.key(Qt.Key.Key_Delete)
    QGuiApplication.clipboard().setMimeData(carried(*paths))
    robot.key(Qt.Key.Key_V, CTRL)
    data = carried(*paths)
    files.dragEnterEvent(QDragEnterEvent(files.rect().center(), COPY, data, LEFT, NONE))
    assert len(rows(files)) == 2
    assert not files.acceptDrops()
    robot.key(Qt.Key.Key_Return)
    assert len(viewer.shown) == 1


def test_files_of_a_file_that_is_only_read_are_looked_at(
    qtbot: QtBot,
    world: World,
    files: AttachmentList,
    paths: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    robot = Robot(qtbot, files)
    files.take(paths[:1])
    monkeypatch.setattr(world.services.file, "read_only", True)
    files.reload()
    assert robot.find(QPushButton, "attach").isHidden()
    files.list.setFocus()
    files.list.setCurrentRow(0)
    robot.key(Qt.Key.Key_Delete)
    assert len(rows(files)) == 1
    assert robot.find(QPushButton, "open_attachment").isVisible()


class Beside:
    """A view beside the list that remembers what it was to show."""

    def __init__(self) -> None:
        self.place = QWidget()
        self.shown: list[str] = []

    def widget(self) -> QWidget:
        return self.place

    def show_file(self, held: Attachment | None) -> None:
        self.shown.append(held.name if held is not None else "")


def test_the_first_file_is_looked_at_until_another_is_chosen(qtbot: QtBot, world: World) -> None:
    beside = Beside()
    context = replace(world.context, views=lambda _attachments: beside)
    world.services.shared_models.add(SharedModel("m", title="Mall"))
    files = AttachmentList(context, "shared_model", "m")
    Robot(qtbot, files)
    assert beside.shown[-1] == ""
    for name in ("a.pdf", "b.pdf"):
        add = world.services.attachments.add
        context.operations.run(partial(add, "shared_model", "m", name, b"%PDF-1.7"))
    assert beside.shown[-1] == "a.pdf"
    files.list.setCurrentRow(1)
    assert beside.shown[-1] == "b.pdf"


def test_the_buttons_go_on_to_the_next_line_where_it_is_narrow(
    qtbot: QtBot, files: AttachmentList, paths: list[Path]
) -> None:
    robot = Robot(qtbot, files, 320)
    files.take(paths)
    assert files.width() == 320
    robot.page.grab()
    assert files.remove.y() > files.add.y()
