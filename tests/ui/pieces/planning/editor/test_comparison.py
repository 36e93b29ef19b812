"""Versions compared in the window: chapter by chapter, before and after."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton

from styrdesk.base.i18n import use_language
from styrdesk.services.comparison import NOW
from styrdesk.ui.pieces.planning.editor.comparison_window import ComparisonWindow, show_comparison
from tests.helpers.windows import nameless
from tests.ui.pieces.planning.editor.robot import EditorRobot, revise


@pytest.fixture
def revised(decided: EditorRobot) -> EditorRobot:
    """A new version is written, with another name."""
    revise(decided)
    decided.fill("title", "Reviderad plan")
    decided.page.flush()
    return decided


def shown() -> ComparisonWindow:
    (found,) = [
        w
        for w in QApplication.topLevelWidgets()
        if isinstance(w, ComparisonWindow) and w.isVisible()
    ]
    return found


def opened(robot: EditorRobot, pair: tuple[int, int] | None = None) -> ComparisonWindow:
    plan_id = robot.editor.manuscript.plan_id
    show_comparison(robot.page.context, plan_id, robot.page, pair)
    QApplication.processEvents()
    return shown()


def told(window: ComparisonWindow) -> list[str]:
    """The lines of what differs, without the heads."""
    return [section.title for section in window.list.sections() if section.key]


def values(window: ComparisonWindow) -> tuple[str, str]:
    return window.values.before.toPlainText(), window.values.after.toPlainText()


def test_what_has_changed_since_the_decision_is_shown_with_before_and_after(
    revised: EditorRobot,
) -> None:
    revised.press("show_changed")
    window = shown()
    assert (window.before.value(), window.after.value()) == (1, NOW)
    assert next(s.title for s in window.list.sections()) == "Document information"
    window.list.choose(next(s.key for s in window.list.sections() if "Document name" in s.title))
    assert values(window)[1] == "Reviderad plan"
    assert nameless(window) == []
    window.close()


def test_one_version_alone_is_not_compared(decided: EditorRobot) -> None:
    assert decided.editor.information is not None
    assert not decided.editor.information.versions.compare.isVisible()
    revise(decided)
    decided.go("Document information")
    decided.press("compare_versions")
    shown().close()


def test_the_two_are_chosen_among_the_versions_and_what_is_written(revised: EditorRobot) -> None:
    window = opened(revised)
    for field in (window.before, window.after):
        box = field.editor
        assert isinstance(box, QComboBox)
        offered = [box.itemText(n) for n in range(box.count())]
        assert offered == ["Version 1", "What is written now"]
    forth = values(window)
    window.before.set_value(NOW)
    window.after.set_value(1)
    window.after.changed.emit()
    assert values(window) == forth[::-1]
    window.close()


def test_where_nothing_differs_it_says_so_and_the_choice_is_at_hand(revised: EditorRobot) -> None:
    window = opened(revised, (NOW, NOW))
    assert window.empty.isVisible()
    assert "No differences" in window.empty.words()
    assert not window.summary.isVisible()
    assert window.before.isAncestorOf(window.focusWidget())
    window.before.set_value(1)
    window.before.changed.emit()
    assert not window.empty.isVisible()
    assert window.summary.text() == f"{len(told(window))} differences"
    window.close()


def test_the_arrows_go_from_difference_to_difference_and_escape_leaves(
    revised: EditorRobot,
) -> None:
    window = opened(revised)
    assert window.focusWidget() is window.list
    first = window.list.key()
    revised.bot.keyClick(window.list, Qt.Key.Key_End)
    last = window.list.key()
    assert first != last
    assert window.head.text().endswith(told(window)[-1])
    revised.bot.keyClick(window.list, Qt.Key.Key_Home)
    assert window.list.key() == first
    assert window.head.text().endswith(told(window)[0])
    revised.bot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_the_line_one_stands_on_stays_when_the_plan_changes_under_it(revised: EditorRobot) -> None:
    window = opened(revised)
    window.list.choose(next(s.key for s in window.list.sections() if "Document name" in s.title))
    stood, before = window.list.key(), len(told(window))
    context = revised.page.context
    plan = context.services.plans.get(revised.editor.manuscript.plan_id)
    changed = replace(plan, title="Ännu en plan", document_owner="Kommundirektör")
    context.operations.run(partial(context.services.plans.save, changed))
    assert window.list.key() == stood
    assert values(window)[1] == "Ännu en plan"
    assert len(told(window)) == before + 1
    window.close()


def test_long_values_are_whole_and_the_way_out_stays_in_a_small_window(
    revised: EditorRobot,
) -> None:
    long = " ".join(f"ord{n}" for n in range(30))
    context = revised.page.context
    plan = context.services.plans.get(revised.editor.manuscript.plan_id)
    context.operations.run(partial(context.services.plans.save, replace(plan, title=long)))
    window = opened(revised)
    window.list.choose(next(s.key for s in window.list.sections() if "Document name" in s.title))
    window.resize(420, 320)
    QApplication.processEvents()
    assert window.size().width() == 420
    assert values(window)[1] == long
    assert window.values.after.y() != 0 or window.values.before.width() > 300
    way_out = window.findChild(QPushButton, "close_comparison")
    assert way_out is not None
    assert window.rect().contains(way_out.geometry())
    window.close()


def test_it_is_told_in_the_language_that_is_spoken(revised: EditorRobot) -> None:
    use_language("sv")
    window = opened(revised)
    labels = {label.text() for label in window.findChildren(QLabel)}
    assert {"Jämför versioner", "Tidigare version", "Senare version", "Före", "Efter"} <= labels
    assert window.list.sections()[0].title == "Dokumentinformation"
    assert f"{len(told(window))} skillnader" in labels
    window.close()
