"""The preview follows what is written and where, and is exported whole or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from styrdesk.domain.plan import BlockKind
from styrdesk.reports import printing
from styrdesk.ui.kit.piece import PageContext, Where
from styrdesk.ui.preview.panel import PreviewPanel
from tests.reports import fake_reports
from tests.ui.pieces.planning.editor.robot import EditorRobot, import_plan


class FakeDesktop:
    """Remembers what was opened."""

    def __init__(self, *, able: bool = True) -> None:
        self.opened: list[Path] = []
        self._able = able

    def open_file(self, path: Path) -> bool:
        self.opened.append(path)
        return self._able


@pytest.fixture
def seen(robot: EditorRobot) -> PreviewPanel:
    """The preview beside the first chapter, settled."""
    robot.go("Inledning")
    preview = robot.editor.preview
    with robot.bot.waitSignal(preview.settled):
        robot.editor.side.tabs.setCurrentIndex(0)
    return preview


def test_the_page_of_the_chapter_one_writes_in_is_shown(
    robot: EditorRobot, seen: PreviewPanel
) -> None:
    titles = {section.title for section in robot.editor.outline.sections()[1:]}
    assert titles <= {title for _level, title, _page in seen._bookmarks}
    robot.go_kind(BlockKind.SIGNATURES)
    wanted = seen.page_of("15 Om signatures")
    assert wanted is not None
    assert seen.sheets.page >= wanted - 1
    robot.go("Document information")
    assert seen.sheets.page == 0


def test_what_is_written_is_laid_out_anew_without_being_asked(
    robot: EditorRobot, seen: PreviewPanel
) -> None:
    assert robot.editor.chapter is not None
    robot.editor.chapter.blocks[0].focus_first()
    before = seen._number
    with robot.bot.waitSignal(seen.settled):
        robot.type("Nya ord. ")
    assert seen._number > before


def test_nothing_is_laid_out_while_nobody_looks(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.RISKS)
    robot.write(robot.grid("risk"), 0, 2, "Annat")
    robot.look()
    assert robot.editor.press.is_idle
    assert robot.editor.preview._number == 0


def test_pages_are_turned_by_the_buttons(robot: EditorRobot, seen: PreviewPanel) -> None:
    robot.go("Document information")
    assert not seen.back.isEnabled()
    seen.on.click()
    assert seen.place.text().startswith("2 / ")
    seen.back.click()
    assert seen.place.text().startswith("1 / ")


def test_zoom_keeps_the_page(robot: EditorRobot, seen: PreviewPanel) -> None:
    robot.go_kind(BlockKind.RISKS)
    at = seen.sheets.page
    seen.zoom.setCurrentIndex(2)
    seen.zoom.activated.emit(2)
    assert seen.sheets.page == at


def test_an_export_lies_whole_in_its_place_and_is_opened(
    robot: EditorRobot, tmp_path: Path
) -> None:
    export = robot.editor.preview.export
    export.desktop = desktop = FakeDesktop()
    out = tmp_path / "plan.pdf"
    robot.dialogs.answer("save_file", out)
    with robot.bot.waitSignal(export.done):
        robot.editor.preview.as_pdf()
    assert printing.pages(out.read_bytes()) > 3
    assert "plan.pdf is saved" in export.said.words()
    export.show_it.click()
    assert desktop.opened == [out]
    export.desktop = FakeDesktop(able=False)
    robot.dialogs.answer("message")
    export.show_it.click()


def test_an_export_that_is_cancelled_writes_nothing(robot: EditorRobot, tmp_path: Path) -> None:
    export = robot.editor.preview.export
    out = tmp_path / "plan.pdf"
    robot.dialogs.answer("save_file", out)
    robot.editor.preview.as_pdf()
    with robot.bot.waitSignal(export.done):
        export.stop.click()
    assert not out.exists()
    assert export.isHidden()


def test_a_folder_that_is_not_there_is_said_before_anything_is_laid_out(
    robot: EditorRobot, tmp_path: Path
) -> None:
    robot.dialogs.answer("save_file", tmp_path / "gone" / "plan.pdf").answer("message")
    robot.editor.preview.as_pdf()
    assert "no folder" in robot.dialogs.said[-1][1]
    assert robot.editor.press.is_idle


def test_a_pdf_is_never_written_over_a_file_of_plans(robot: EditorRobot) -> None:
    path = robot.editor.manuscript.services.file.path
    before = path.read_bytes()
    robot.dialogs.answer("save_file", path).answer("message")
    robot.editor.preview.as_pdf()
    assert path.read_bytes() == before
    assert "not written over" in robot.dialogs.said[-1][2]


def test_a_disk_that_says_no_leaves_the_earlier_pdf(
    robot: EditorRobot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_content: bytes, path: Path) -> None:
        raise printing.not_written(path, OSError(errno.ENOSPC, "full"))

    monkeypatch.setattr(printing, "write", full)
    out = tmp_path / "plan.pdf"
    out.write_bytes(b"earlier")
    robot.dialogs.answer("save_file", out).answer("message")
    with robot.bot.waitSignal(robot.editor.preview.export.done):
        robot.editor.preview.as_pdf()
    assert out.read_bytes() == b"earlier"
    assert "full" in robot.dialogs.said[-1][1]


def test_the_print_is_in_swedish_until_another_language_is_chosen_for_prints(
    robot: EditorRobot, seen: PreviewPanel
) -> None:
    assert seen.language == "sv"
    before = seen._number
    with robot.bot.waitSignal(seen.settled):
        seen.speech.setCurrentIndex(1)
        seen.speech.activated.emit(1)
    assert seen._number > before
    assert robot.editor.manuscript.context.settings.current.print_language == "en"


def test_an_appendix_is_followed_also_where_the_print_speaks_another_language(
    robot: EditorRobot, seen: PreviewPanel
) -> None:
    def is_last(heading: str) -> bool:
        return seen.page_of(heading) == seen.sheets.count - 1

    robot.go_kind(BlockKind.CONTROLS)
    menu = robot.editor.outline.menu()
    next(a for a in menu.actions() if a.text() == "Make it an appendix").trigger()
    assert seen._followed == "Bilaga A Om controls"
    robot.bot.waitUntil(lambda: is_last(seen._followed))
    seen.speech.setCurrentIndex(1)
    seen.speech.activated.emit(1)
    assert seen._followed == "Appendix A Om controls"
    robot.bot.waitUntil(lambda: is_last(seen._followed))


def test_an_export_without_a_place_is_no_export(robot: EditorRobot) -> None:
    robot.dialogs.answer("save_file", None)
    robot.editor.preview.as_pdf()
    assert robot.editor.press.is_idle


def test_a_layout_that_breaks_is_told_in_its_place(
    qtbot: QtBot, context: PageContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = context.services.plans.get(import_plan(context.services))
    context.shell.choose(Where(plan.committee_id, plan.year))
    robot = EditorRobot(qtbot, context)
    preview = robot.editor.preview
    with qtbot.waitSignal(robot.editor.press.failed):
        preview._asked = robot.editor.press.make(fake_reports.broken, None)
    assert "could not be laid out" in preview.said.words()


def test_the_suggested_file_is_named_as_the_plan(robot: EditorRobot) -> None:
    name = robot.editor.preview.export.suggestion().name
    assert name == "Nämndplan 2026 med plan 2027–2028.pdf"


def test_the_preview_s_buttons_say_what_they_are(robot: EditorRobot) -> None:
    for name in ("page_before", "page_next", "print", "export_pdf"):
        assert robot.find(QAbstractButton, name).accessibleName()
