"""Versions compared in the window: chapter by chapter, before and after."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from styrdesk.services.comparison import NOW
from styrdesk.ui.pieces.planning.editor.comparison_window import ComparisonWindow
from tests.ui.pieces.planning.editor.robot import EditorRobot
from tests.ui.pieces.planning.editor.test_versions import (  # noqa: F401  # a fixture
    decided,
    revise,
)


def shown() -> ComparisonWindow:
    (found,) = [
        w
        for w in QApplication.topLevelWidgets()
        if isinstance(w, ComparisonWindow) and w.isVisible()
    ]
    return found


def test_what_has_changed_since_the_decision_is_shown_with_before_and_after(
    decided: EditorRobot,  # noqa: F811
) -> None:
    revise(decided)
    decided.fill("title", "Reviderad plan")
    decided.page.flush()
    decided.press("show_changed")
    window = shown()
    assert (window.before.value(), window.after.value()) == (1, NOW)
    assert next(s.title for s in window.list.sections()) == "Document information"
    window.list.choose(next(s.key for s in window.list.sections() if "Document name" in s.title))
    assert window.values.after.toPlainText() == "Reviderad plan"
    window.before.set_value(NOW)
    window.refresh()
    assert window.empty.isVisible()
    assert "No differences" in window.empty.words()
    window.close()


def test_one_version_alone_is_not_compared(decided: EditorRobot) -> None:  # noqa: F811
    assert decided.editor.information is not None
    assert not decided.editor.information.versions.compare.isVisible()
    revise(decided)
    decided.go("Document information")
    decided.press("compare_versions")
    shown().close()
