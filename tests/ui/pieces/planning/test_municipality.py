"""The municipality: a form, a colour and a logo that is what it says."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from styrdesk.services.image import MAX_BYTES
from styrdesk.ui.pieces.planning.municipality_page import MunicipalityPage
from tests.helpers.robots import Robot
from tests.helpers.windows import nameless, rich_labels
from tests.helpers.world import World


def png(width: int = 8, height: int = 4) -> bytes:
    """A small grey picture."""

    def part(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _row in range(height)))
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", rows) + part(b"IEND", b"")


def page(qtbot: QtBot, world: World) -> Robot:
    return Robot(qtbot, MunicipalityPage(world.context))


def write(robot: Robot, name: str, words: str) -> None:
    robot.fill(name, words)
    robot.page.flush()  # type: ignore[attr-defined]


def test_the_first_word_written_makes_the_municipality(qtbot: QtBot, empty: World) -> None:
    robot = page(qtbot, empty)
    write(robot, "name", "Ronneby kommun")
    write(robot, "org_number", "212000-2239")
    write(robot, "primary_colour", "0b4f6c")
    saved = empty.services.organisation.municipality()
    assert (saved.name, saved.org_number, saved.primary_colour) == (
        "Ronneby kommun",
        "212000-2239",
        "#0B4F6C",
    )
    empty.undo()
    assert empty.services.organisation.municipality().primary_colour == ""
    assert robot.field("primary_colour").is_empty()


def test_a_number_before_the_name_waits_for_it(qtbot: QtBot, empty: World) -> None:
    robot = page(qtbot, empty)
    write(robot, "org_number", "212000-2239")
    assert empty.services.organisation.municipality().org_number == ""
    assert robot.field("org_number").value() == "212000-2239"
    write(robot, "name", "Ronneby")
    assert empty.services.organisation.municipality().org_number == "212000-2239"


@pytest.mark.parametrize(
    ("field", "words", "said"),
    [
        ("org_number", "212000-2230", "check digit"),
        ("primary_colour", "navy", "# and six digits"),
        ("name", " ", "Fill in name"),
    ],
)
def test_what_is_wrong_stays_and_is_explained(
    qtbot: QtBot, empty: World, field: str, words: str, said: str
) -> None:
    robot = page(qtbot, empty)
    write(robot, "name", "Ronneby")
    write(robot, field, words)
    assert said in robot.field(field).error()
    assert robot.field(field).line.text() == words  # type: ignore[attr-defined]
    assert not robot.page.flush()  # type: ignore[attr-defined]


def test_a_logo_is_chosen_shown_undone_and_taken_away(
    qtbot: QtBot, empty: World, tmp_path: Path
) -> None:
    (tmp_path / "logo.png").write_bytes(png())
    robot = page(qtbot, empty)
    write(robot, "name", "Ronneby")
    empty.dialogs.answer("open_file", tmp_path / "logo.png")
    robot.press("choose_logo")
    shown = robot.page.logo  # type: ignore[attr-defined]
    assert not shown.pixmap().isNull()
    assert shown.accessibleName() == "The logo of Ronneby"
    robot.press("remove_logo")
    assert shown.pixmap().isNull()
    empty.undo()
    assert not shown.pixmap().isNull()
    assert nameless(robot.page) == []
    assert rich_labels(robot.page) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"GIF89a", "PNG or JPEG"),
        (b"", "PNG or JPEG"),
        (b"\x89PNG\r\n\x1a\n", "PNG or JPEG"),
        (png()[:8] + b"\0" * (MAX_BYTES + 8), "larger than 10 MB"),
        (png(9_000, 1)[:20] + struct.pack(">I", 9_000) + png()[24:], "too many pixels"),
    ],
)
def test_what_is_no_logo_is_refused_with_words(
    qtbot: QtBot, empty: World, tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / "logo.png").write_bytes(content)
    robot = page(qtbot, empty)
    empty.dialogs.answer("open_file", tmp_path / "logo.png").answer("message")
    robot.press("choose_logo")
    assert said in empty.dialogs.said[1][2]
    assert empty.services.organisation.municipality().logo == ""


def test_a_logo_that_cannot_be_read_is_told_and_nothing_changed(
    qtbot: QtBot, empty: World, tmp_path: Path
) -> None:
    robot = page(qtbot, empty)
    empty.dialogs.answer("open_file", tmp_path / "gone.png").answer("message")
    robot.press("choose_logo")
    assert "gone.png cannot be read" in empty.dialogs.said[1][1]


def test_closing_the_file_dialog_changes_nothing(qtbot: QtBot, empty: World) -> None:
    robot = page(qtbot, empty)
    empty.dialogs.answer("open_file", None)
    robot.press("choose_logo")
    assert empty.services.work.undoable() is None
