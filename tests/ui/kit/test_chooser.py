"""In a long list one finds a choice by a word inside it, by the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit.choice_fields import ChoiceField
from styrdesk.ui.kit.chooser import LONG, Chooser, containing
from styrdesk.ui.kit.header import FlatCombo, HeadCombo
from styrdesk.ui.kit.layout import box, col
from styrdesk.ui.kit.text_fields import TextField
from styrdesk.ui.kit.theme import px
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


def test_a_click_opens_the_list_and_what_is_typed_is_looked_for(qtbot: QtBot) -> None:
    chooser, other = Chooser(MANY), QLineEdit()
    present(qtbot, box(col(other, chooser)), 300, 80)
    other.setFocus()
    line, completer = chooser.lineEdit(), chooser.completer()
    assert line is not None
    assert completer is not None
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible()
    assert completer.completionModel().rowCount() == len(MANY)
    assert popup.sizeHintForRow(0) >= px(28)  # to be hit by a hand
    typed(chooser, "behöriga")
    assert chooser.chosen() == INDICATORS[0]
    popup.hide()
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)  # to go on in what is typed
    assert not line.hasSelectedText()


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


def a_field(qtbot: QtBot) -> ChoiceField[int]:
    """In a form with a field after it, to which one can go on."""
    field = ChoiceField("Indicator", list(enumerate(MANY)), none="none")
    present(qtbot, box(col(field, TextField("After"))), 300, 200)
    field.combo.setFocus()
    line = field.combo.lineEdit()
    assert line is not None
    assert line.accessibleName() == "Indicator"
    line.selectAll()
    return field


def go_on(qtbot: QtBot, field: ChoiceField[int]) -> None:
    """Press Tab, which the list that is open gets first."""
    completer = field.combo.completer()
    assert completer is not None
    popup = completer.popup()
    open_list = popup if popup is not None and popup.isVisible() else None
    qtbot.keyClick(open_list or field.combo, Qt.Key.Key_Tab)
    assert not field.combo.hasFocus()


def test_in_a_form_a_word_of_one_choice_is_that_choice_when_the_field_is_left(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    typed(field.combo, "behöriga")
    with qtbot.waitSignal(field.committed):
        go_on(qtbot, field)
    assert field.value() == 0
    assert field.combo.currentText() == INDICATORS[0]


def test_in_a_form_words_of_none_or_several_go_back_to_what_was_chosen(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    field.set_value(3)
    for words in ("elever", "något helt annat"):
        field.combo.setFocus()
        line = field.combo.lineEdit()
        assert line is not None
        line.selectAll()
        typed(field.combo, words)
        go_on(qtbot, field)
        assert field.value() == 3
        assert field.combo.currentText() == INDICATORS[3]


def test_choices_that_become_few_are_an_ordinary_drop_down_again(qtbot: QtBot) -> None:
    field = a_field(qtbot)
    field.set_value(1)
    field.set_choices([(1, INDICATORS[1]), (2, INDICATORS[2])])
    assert not field.combo.isEditable()
    assert field.value() == 1


def test_a_drop_down_is_called_by_one_label_seen_or_not(qtbot: QtBot) -> None:
    bare, field = FlatCombo("Nämnd"), ChoiceField("Färger", [("a", "A")], name="scheme")
    for shown in (bare, field):
        qtbot.addWidget(shown)
    for combo, name in ((bare, "Nämnd"), (field.editor, "Färger")):
        reader = QAccessible.queryAccessibleInterface(combo)
        labels = reader.relations(QAccessible.RelationFlag.Label)
        assert [label.text(QAccessible.Text.Name) for label, _which in labels] == [name]


def test_what_changes_all_that_is_shown_is_chosen_in_its_list_by_enter(qtbot: QtBot) -> None:
    year, chosen = HeadCombo("Year"), list[int]()
    year.addItems(["2027", "2026", "New year …"])
    year.activated.connect(chosen.append)
    present(qtbot, year, 200, 40)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End):
        qtbot.keyClick(year, key)
        assert year.view().isVisible()
        year.hidePopup()
    assert (year.currentIndex(), chosen) == (0, [])
    qtbot.keyClick(year, Qt.Key.Key_Down)
    qtbot.keyClick(year.view(), Qt.Key.Key_Down)
    qtbot.keyClick(year.view(), Qt.Key.Key_Return)
    assert chosen == [1]
