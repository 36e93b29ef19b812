"""Parts stand side by side where there is room for it, and under each other where there is not."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit.layout import Folding


@pytest.mark.parametrize(("width", "beside"), [(400, True), (399, False)])
def test_parts_fold_where_it_is_narrow(qtbot: QtBot, width: int, *, beside: bool) -> None:
    left, right = QWidget(), QWidget()
    folding = Folding((left, 1), (right, 2), narrow=400, gap=0)
    qtbot.addWidget(folding)
    folding.resize(width, 300)
    folding.show()
    qtbot.waitUntil(lambda: left.width() > 0 and (left.y() == right.y()) is beside)
    assert (left.y() == right.y()) is beside
    assert (left.x() == right.x()) is not beside
    if not beside:
        assert left.width() == right.width() == width


def test_it_can_be_as_narrow_as_the_widest_part(qtbot: QtBot) -> None:
    left, right = QWidget(), QWidget()
    left.setMinimumSize(120, 50)
    right.setMinimumSize(200, 60)
    folding = Folding(left, right, narrow=400, gap=0)
    qtbot.addWidget(folding)
    assert folding.minimumSizeHint().width() == 200
