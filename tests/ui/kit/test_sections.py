"""The list of a tab's places: said, walked, and never two rows chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit.sections import Section, SectionList
from tests.helpers.windows import present

SECTIONS = (
    Section("", "Strategic plan"),
    Section("goal", "Goals", "target", count="8"),
    Section("plan", "Committee plan", "file-text", alerts=3),
    Section("7.1", "7.1 Frame", status="done", level=1),
)


def test_a_section_says_its_count_and_warnings() -> None:
    assert SECTIONS[2].spoken() == "Committee plan, 3 warnings"
    assert SECTIONS[1].spoken() == "Goals, 8"


def test_sections_are_walked_by_arrows_past_the_heads(qtbot: QtBot) -> None:
    sections = SectionList(SECTIONS, "planning", "Sections")
    present(qtbot, sections, 248, 400)
    sections.choose("goal")
    qtbot.keyClick(sections, Qt.Key.Key_Down)
    assert sections.key() == "plan"
    qtbot.keyClick(sections, Qt.Key.Key_Home)
    assert sections.key() == "goal"


def test_new_counts_leave_the_choice(qtbot: QtBot) -> None:
    sections = SectionList(SECTIONS, "planning", "Sections")
    qtbot.addWidget(sections)
    sections.choose("plan")
    with qtbot.assertNotEmitted(sections.chosen):
        sections.show_sections(SECTIONS)
    assert sections.key() == "plan"


def dragged(sections: SectionList, begin: QPoint, end: QPoint) -> None:
    """Press, move with the button down, and release."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, at, button, held in (
        (QEvent.Type.MouseButtonPress, begin, left, left),
        (QEvent.Type.MouseMove, (begin + end) / 2, none, left),
        (QEvent.Type.MouseMove, end, none, left),
        (QEvent.Type.MouseButtonRelease, end, left, none),
    ):
        place = sections.viewport().mapToGlobal(at)
        plain = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, QPointF(at), QPointF(place), button, held, plain)
        QApplication.sendEvent(sections.viewport(), event)


def middle(sections: SectionList, row: int) -> QPoint:
    return sections.visualItemRect(sections.item(row)).center()


def test_dragging_over_other_rows_does_not_choose_them(qtbot: QtBot) -> None:
    sections = SectionList(SECTIONS, "planning", "Sections")
    present(qtbot, sections, 248, 400)
    dragged(sections, middle(sections, 1), middle(sections, 2))
    assert sections.key() == "goal"
    assert sections.selectedItems() == [sections.currentItem()]


@pytest.mark.parametrize("others", [SECTIONS[1:], SECTIONS[2:], (SECTIONS[0], *SECTIONS)])
def test_the_chosen_row_is_the_current_one_when_a_press_gives_the_list_other_rows(
    qtbot: QtBot, others: tuple[Section, ...]
) -> None:
    sections = SectionList([*SECTIONS, Section("units", "Units")], "planning", "Sections")
    present(qtbot, sections, 248, 400)

    def rebuilt() -> None:
        sections.show_sections([*others, Section("units", "Units")])

    sections.chosen.connect(rebuilt)
    at = middle(sections, 2)
    dragged(sections, at, at + QPoint(0, 60))
    assert sections.key() == "plan"
    assert sections.selectedItems() == [sections.currentItem()]


@pytest.mark.parametrize("seen", [True, False])
def test_the_chosen_row_is_seen_in_a_list_that_gets_lower_if_it_was(
    qtbot: QtBot, seen: bool
) -> None:
    sections = SectionList([Section(f"s{n}", f"Place {n}") for n in range(40)], "accent", "Places")
    present(qtbot, sections, 240, 500)
    sections.choose("s9" if seen else "s39")
    if not seen:
        sections.scrollToTop()
    sections.resize(400, 120)
    place = sections.visualItemRect(sections.currentItem())
    assert sections.viewport().rect().contains(place) is seen
