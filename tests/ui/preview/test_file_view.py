"""The first pages of a kept file: asked for when they are seen, in turns, and told when not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from styrdesk.domain.attachment import PDF, Attachment
from styrdesk.domain.shared_model import SharedModel
from styrdesk.ui.kit.layout import box, col, scroller
from styrdesk.ui.preview.file_view import ShownFile, Turns
from styrdesk.ui.preview.file_views import FileViews
from tests.helpers.windows import nameless, present
from tests.helpers.world import World
from tests.reports import fake_reports


@pytest.fixture
def turns() -> Iterator[Turns]:
    made = Turns()
    yield made
    made.press.close()


@pytest.fixture
def desk(world: World) -> World:
    """Files of a model by their names: two that can be shown, one that is broken."""
    world.services.shared_models.add(SharedModel("m", title="Mall"))
    for name, content in (
        ("en.pdf", fake_reports.inked(1)),
        ("många.pdf", fake_reports.inked(14)),
        ("trasig.pdf", b"%PDF-1.7 and no more"),
    ):
        world.services.attachments.add("shared_model", "m", name, content)
    return world


def held(world: World, name: str) -> Attachment:
    found = world.services.attachments.of("shared_model", "m")
    return next(one for one in found if one.name == name)


def view(qtbot: QtBot, turns: Turns, world: World) -> ShownFile:
    made = ShownFile(turns, world.services.attachments)
    present(qtbot, box(col(made, None)), 600, 600)
    return made


def shown(qtbot: QtBot, turns: Turns, made: ShownFile) -> None:
    """Wait until the first page is painted."""
    with qtbot.waitSignal(turns.press.painted):
        pass
    assert made.sheets.missing() == []


def test_a_pdf_is_shown_with_its_name(qtbot: QtBot, turns: Turns, desk: World) -> None:
    made = view(qtbot, turns, desk)
    assert made.isHidden()
    made.show_file(held(desk, "en.pdf"))
    shown(qtbot, turns, made)
    assert (made.said.text(), made.sheets.count) == ("en.pdf", 1)
    assert made.sheets.accessibleName() == "First pages of en.pdf"
    assert nameless(made) == []
    made.show_file(None)
    assert made.isHidden()


def test_of_many_pages_the_first_are_shown_and_it_is_said(
    qtbot: QtBot, turns: Turns, desk: World
) -> None:
    made = view(qtbot, turns, desk)
    made.show_file(held(desk, "många.pdf"))
    with qtbot.waitSignal(turns.press.made):
        pass
    assert made.sheets.count == 12
    assert made.said.text() == "The first pages of många.pdf: 12 of 14."


def test_a_broken_one_is_told_and_the_next_is_shown(
    qtbot: QtBot, turns: Turns, desk: World
) -> None:
    made = view(qtbot, turns, desk)
    made.show_file(held(desk, "trasig.pdf"))
    with qtbot.waitSignal(turns.press.failed):
        pass
    assert made.sheets.isHidden()
    assert made.said.text() == "trasig.pdf cannot be shown here. Open it to see it."
    made.show_file(held(desk, "en.pdf"))
    shown(qtbot, turns, made)
    assert made.sheets.isVisible()


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (Attachment("x", name="film.mp4", media_type="video/mp4"), "cannot be shown here"),
        (Attachment("x", name="stor.pdf", media_type=PDF, size=10_000_001), "larger than 10"),
        (Attachment("x", name="borta.pdf", media_type=PDF, file="0" * 64), "damaged"),
    ],
    ids=["of no kind that is shown", "large", "its content is gone"],
)
def test_what_cannot_be_shown_is_told_without_a_child(
    qtbot: QtBot, turns: Turns, desk: World, file: Attachment, said: str
) -> None:
    made = view(qtbot, turns, desk)
    made.show_file(file)
    qtbot.waitUntil(lambda: said in made.said.text())
    assert turns.press.is_idle
    assert made.sheets.isHidden()


def test_nothing_is_asked_for_before_it_is_seen(qtbot: QtBot, turns: Turns, desk: World) -> None:
    made = ShownFile(turns, desk.services.attachments)
    above = QWidget()
    above.setFixedHeight(2000)
    area = scroller(box(col(above, made, None)))
    present(qtbot, area, 600, 600)
    made.show_file(held(desk, "en.pdf"))
    QApplication.processEvents()
    assert turns.press.is_idle
    with qtbot.waitSignal(turns.press.made):
        area.ensureWidgetVisible(made)


def test_views_take_turns_and_each_shows_its_own(qtbot: QtBot, turns: Turns, desk: World) -> None:
    first, second = view(qtbot, turns, desk), view(qtbot, turns, desk)
    first.show_file(held(desk, "många.pdf"))
    shown(qtbot, turns, first)
    second.show_file(held(desk, "en.pdf"))
    shown(qtbot, turns, second)
    assert (first.sheets.count, second.sheets.count) == (12, 1)
    with qtbot.waitSignal(turns.press.made):  # seen again, it asks again
        first.update()
    assert (first.sheets.count, second.sheets.count) == (12, 1)


def test_one_that_is_taken_away_while_it_is_laid_out_is_forgotten(
    qtbot: QtBot, turns: Turns, desk: World
) -> None:
    made = view(qtbot, turns, desk)
    made.show_file(held(desk, "en.pdf"))
    qtbot.waitUntil(lambda: not turns.press.is_idle)
    with qtbot.waitSignal(turns.press.made):
        made.show_file(None)
    assert made.isHidden()
    assert made.sheets.count == 0


def test_a_page_that_kills_the_child_is_told(qtbot: QtBot, turns: Turns, desk: World) -> None:
    made = view(qtbot, turns, desk)
    made.show_file(held(desk, "en.pdf"))
    shown(qtbot, turns, made)
    turns.press._line.worker.kill()
    with qtbot.waitSignal(turns.press.failed):
        made.window().resize(500, 600)  # at another scale it is painted anew
    assert made.sheets.isHidden()
    assert made.said.text() == "en.pdf cannot be shown here. Open it to see it."
    made.show_file(held(desk, "många.pdf"))
    shown(qtbot, turns, made)


def test_the_views_of_a_window_share_a_press_that_goes_with_it(qtbot: QtBot, desk: World) -> None:
    window = QWidget()
    views = FileViews(window)
    first, second = (views(desk.services.attachments) for _time in range(2))
    qtbot.addWidget(first)
    qtbot.addWidget(second)
    (turns,) = window.findChildren(Turns)
    with qtbot.waitSignal(turns.press.destroyed):
        window.deleteLater()
