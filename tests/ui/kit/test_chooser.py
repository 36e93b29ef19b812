"""In a long list one finds a choice by a word inside it, by the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit.chooser import LONG, Chooser, containing
from tests.helpers.robots import typed
from tests.helpers.windows import present

INDICATORS = ["I1 Elever åk 9 behöriga", "I2 Elever åk 6", "I3 Nöjda föräldrar", "I4 Ökad läsning"]
MANY = INDICATORS + [f"I{n} Annat" for n in range(5, 5 + LONG)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("behöriga", INDICATORS[:1]),
        ("BEHÖRIGA elever", INDICATORS[:1]),
        ("foraldrar", []),
        ("öka", INDICATORS[3:]),
        ("", INDICATORS),
    ],
)
def test_choices_are_found_by_words_inside_them(words: str, found: list[str]) -> None:
    assert containing(words, INDICATORS) == found


def test_typing_narrows_a_long_list_and_means_the_only_one_left(qtbot: QtBot) -> None:
    chooser = Chooser(MANY)
    present(qtbot, chooser, 300, 40)
    chooser.setFocus()
    line = chooser.lineEdit()
    assert line is not None
    line.selectAll()
    typed(chooser, "behöriga")
    completer = chooser.completer()
    assert completer is not None
    assert completer.completionModel().rowCount() == 1
    assert chooser.chosen() == INDICATORS[0]


def test_an_arrow_and_enter_take_one_of_several(qtbot: QtBot) -> None:
    chooser = Chooser(MANY)
    present(qtbot, chooser, 300, 40)
    chooser.setFocus()
    line = chooser.lineEdit()
    assert line is not None
    line.selectAll()
    typed(chooser, "elever")
    completer = chooser.completer()
    assert completer is not None
    popup = completer.popup()
    assert chooser.chosen() is None
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert chooser.chosen() == INDICATORS[1]


def test_words_that_fit_nothing_choose_nothing(qtbot: QtBot) -> None:
    chooser = Chooser(MANY)
    present(qtbot, chooser, 300, 40)
    chooser.setEditText("något helt annat")
    assert chooser.chosen() is None


def test_a_short_list_is_an_ordinary_drop_down(qtbot: QtBot) -> None:
    chooser = Chooser(INDICATORS)
    present(qtbot, chooser, 300, 40)
    assert not chooser.isEditable()
    assert chooser.chosen() == INDICATORS[0]
