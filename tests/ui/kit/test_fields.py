"""Fields read what people write, keep it when it cannot be read, and say what to write."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QStyle, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot

from styrdesk.base.i18n import use_language
from styrdesk.domain.errors import FileFault, FileProblem, RuleBroken
from styrdesk.services.changes import Changes
from styrdesk.ui.kit.autosave import AutoSave, Gone
from styrdesk.ui.kit.choice_fields import CheckField, ChoiceField
from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.form import Form
from styrdesk.ui.kit.layout import box, col, row
from styrdesk.ui.kit.operations import Operations
from styrdesk.ui.kit.parsed_fields import AmountField, DateField, DecimalField, YearField
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.text_fields import TEXT_CAP, LongTextField, TextField
from styrdesk.ui.kit.theme import colours, font
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.windows import nameless, present


def today() -> date:
    return date(2026, 11, 23)


def typed(field: Any, words: str) -> Any:
    field.line.setText(words)
    return field


@pytest.mark.parametrize(
    ("words", "kronor"),
    [
        ("1 450 100", 1_450_100_000),
        ("1450,1", 1_450_100),
        ("1\u00a0450\u00a0100", 1_450_100_000),
        ("\u221214 100", -14_100_000),
        ("1234.5", 1_234_500),
        ("0", 0),
    ],
)
def test_an_amount_is_read_as_swedes_write_it(qtbot: QtBot, words: str, kronor: int) -> None:
    field = AmountField("Amount")
    qtbot.addWidget(field)
    assert typed(field, words).value() == kronor


def test_a_dot_never_makes_an_amount_ten_times_larger(qtbot: QtBot) -> None:
    field = AmountField("Amount", unit="kr")
    qtbot.addWidget(field)
    with pytest.raises(RuleBroken):
        typed(field, "1234.5").value()
    assert typed(DecimalField("Number"), "1234.5").value() == Decimal("1234.5")


def test_what_cannot_be_read_stays_with_an_error(qtbot: QtBot) -> None:
    field = AmountField("Amount", name="amount")
    qtbot.addWidget(field)
    typed(field, "lots")
    assert not field.check()
    assert field.line.text() == "lots"
    assert field.error().startswith("Write an amount in tkr")
    assert field.editor.accessibleDescription() == field.error()
    with pytest.raises(RuleBroken) as broken:
        field.value()
    assert broken.value.field == "amount"


@given(kronor=st.integers(-(10**12), 10**12))
def test_an_amount_shown_is_the_amount_read(qtbot: QtBot, kronor: int) -> None:
    use_language("sv")
    field = AmountField("Amount")
    field.set_value(kronor)
    assert field.value() == kronor


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-12-10", date(2026, 12, 10)),
        ("10/12", date(2026, 12, 10)),
        ("idag", date(2026, 11, 23)),
        ("+14", date(2026, 12, 7)),
        ("", None),
    ],
)
def test_a_date_is_read_as_people_write_it(qtbot: QtBot, words: str, day: date | None) -> None:
    field = DateField("Day", today)
    qtbot.addWidget(field)
    assert typed(field, words).value() == day


def test_the_arrow_keys_move_a_date_and_a_year(qtbot: QtBot) -> None:
    day, year = DateField("Day", today), YearField("Year")
    window = box(col(day, year))
    present(qtbot, window)
    day.set_value(date(2026, 12, 31))
    year.set_value(2026)
    qtbot.keyClick(day.line, Qt.Key.Key_Up)
    qtbot.keyClick(year.line, Qt.Key.Key_Down)
    assert (day.value(), year.value()) == (date(2027, 1, 1), 2025)


@pytest.mark.parametrize("words", ["26", "20261", "abcd", "1066", "²⁰²⁶"])
def test_a_year_has_four_figures(qtbot: QtBot, words: str) -> None:
    field = YearField("Year")
    qtbot.addWidget(field)
    assert not typed(field, words).check()


def test_leaving_a_field_tidies_it_up(qtbot: QtBot) -> None:
    use_language("sv")
    field, other = AmountField("Amount"), TextField("Name")
    window = box(col(field, other))
    present(qtbot, window)
    field.setFocus()
    qtbot.keyClicks(field.line, "1450100")
    with qtbot.waitSignal(field.committed):
        other.setFocus()
    assert field.line.text() == "1\u00a0450\u00a0100"


def test_a_value_set_from_outside_does_not_disturb_the_hand(qtbot: QtBot) -> None:
    field = AmountField("Amount")
    present(qtbot, field)
    field.setFocus()
    qtbot.keyClicks(field.line, "1450100")
    field.set_value(1_450_100_000)
    assert field.line.text() == "1450100"


def test_a_required_field_says_so_in_words_and_refuses_emptiness(qtbot: QtBot) -> None:
    field = TextField("Name", required=True, help="One sentence.")
    qtbot.addWidget(field)
    assert not field.check()
    assert field.error() == "Fill in name."
    field.line.setText("Attractive employer")
    assert field.check()
    assert field.error() == ""


def test_no_signal_is_sent_when_the_program_sets_a_value(qtbot: QtBot) -> None:
    for field, value in (
        (TextField("A"), "x"),
        (LongTextField("B"), "x\ny"),
        (AmountField("C"), 1000),
        (ChoiceField("D", [("a", "A")]), "a"),
        (CheckField("E"), True),
    ):
        assert isinstance(field, Field)
        qtbot.addWidget(field)
        with qtbot.assertNotEmitted(field.changed):
            field.set_value(value)  # type: ignore[arg-type]  # each its own
        assert field.value() == value


def test_a_choice_that_is_gone_is_no_choice(qtbot: QtBot) -> None:
    field = ChoiceField("Kind", [("a", "A"), ("b", "B")])
    qtbot.addWidget(field)
    field.set_value("b")
    field.set_choices([("b", "B"), ("c", "C")])
    assert field.value() == "b"
    field.set_choices([("c", "C")])
    assert field.value() is None


def test_nobody_can_be_responsible(qtbot: QtBot) -> None:
    field = ChoiceField("Responsible", [("1", "Åsa Öberg")], none="none")
    qtbot.addWidget(field)
    assert (field.value(), field.combo.currentText()) == (None, "none")
    field.set_value("1")
    assert field.combo.currentText() == "Åsa Öberg"


def test_a_press_on_the_words_ticks_the_box(qtbot: QtBot) -> None:
    field = CheckField("Shown in the plan")
    present(qtbot, field, 400, 80)
    words = next(w for w in field.findChildren(QWidget) if type(w).__name__ == "_Words")
    with qtbot.waitSignal(field.changed):
        qtbot.mouseClick(words, Qt.MouseButton.LeftButton)
    assert field.value()


def test_a_long_paste_is_capped_and_plain(qtbot: QtBot) -> None:
    field = LongTextField("Text")
    qtbot.addWidget(field)
    mime = QMimeData()
    mime.setHtml("<b>never</b>")
    mime.setText("ö" * 1_000_000)
    field.area.insertFromMimeData(mime)
    assert TEXT_CAP - 100 < len(field.value()) <= TEXT_CAP


def test_a_long_text_in_a_field_made_narrower_is_seen_whole(qtbot: QtBot) -> None:
    field = LongTextField("Text")
    qtbot.addWidget(field)
    field.resize(900, 200)
    field.show()
    field.set_value("Arbetsgivaren undersöker, bedömer och åtgärdar risker i arbetsmiljön. " * 2)
    broad = field.area.height()
    field.resize(300, 200)
    qtbot.waitUntil(lambda: field.area.verticalScrollBar().maximum() == 0)
    assert field.area.height() > broad


def test_typing_past_the_cap_is_cut(qtbot: QtBot) -> None:
    field = LongTextField("Text", cap=10)
    qtbot.addWidget(field)
    field.area.insertPlainText("0123456789abc")
    assert field.value() == "0123456789"


def test_tab_leaves_a_text_area(qtbot: QtBot) -> None:
    area, line = LongTextField("Text"), TextField("Name")
    window = box(col(area, line))
    present(qtbot, window)
    area.setFocus()
    qtbot.keyClick(area.area, Qt.Key.Key_Tab)
    assert window.focusWidget() is line.line


def test_every_field_says_its_label(qtbot: QtBot) -> None:
    form = Form()
    form.add(TextField("Name", name="name"), AmountField("Amount", name="amount"))
    form.add(LongTextField("Text", name="text"))
    form.add(CheckField("Shown", name="shown"))
    form.add(ChoiceField[str]("Responsible", [], name="person", none="none"))
    present(qtbot, form, 500, 500)
    assert nameless(form) == []
    assert form["amount"].editor.accessibleName() == "Amount"


@pytest.mark.parametrize("width", [500, 1000])
def test_nothing_moves_when_an_error_comes_or_goes(qtbot: QtBot, width: int) -> None:
    form = Form()
    form.add(TextField("Name", name="name", help="As it is printed"))
    form.add(TextField("No.", name="code", width=96), TextField("Unit", name="unit", width=96))
    form.add(TextField("Title", name="title"))
    form.finish()
    present(qtbot, form, width, 500)

    def places() -> list[QPoint]:
        return [field.editor.mapTo(form, QPoint(0, 0)) for field in form]

    before = places()
    for field in form:
        field.set_error("Write something else.")
    form.show_broken(RuleBroken("The plan is decided.", "elsewhere"))
    QApplication.processEvents()
    assert places() == before
    form.clear_errors()
    QApplication.processEvents()
    assert places() == before


def test_a_broken_rule_stands_at_its_field_or_under_the_form(qtbot: QtBot) -> None:
    form = Form()
    form.add(TextField("Name", name="name"))
    qtbot.addWidget(form)
    form.show_broken(RuleBroken("Too long.", "name"))
    assert form["name"].error() == "Too long."
    assert form.first_error() is form["name"]
    form.clear_errors()
    form.show_broken(RuleBroken("The plan is decided.", "elsewhere"))
    assert form["name"].error() == ""
    assert not form._banner.isHidden()


# ---- autosave ------------------------------------------------------------------------------


class Saved:
    def __init__(self, *fields: Field[Any]) -> None:
        self.window = box(col(*fields))
        self.calls: list[tuple[Any, str]] = []
        self.problem: FileProblem | None = None
        self.gone = False
        self.dialogs = ScriptedDialogs()
        self.door = Operations(lambda: Changes(frozenset(), ""), self.dialogs)
        self.auto = AutoSave(self._save, self.door, self.window)
        self.auto.watch(*fields)

    def _save(self, field: Field[Any], visit: str) -> None:
        if self.gone:
            raise Gone
        self.door.run(lambda: self._write(field.value(), visit))

    def _write(self, value: Any, visit: str) -> None:
        if self.problem is not None:
            raise self.problem
        self.calls.append((value, visit))


def test_typing_is_saved_once_it_settles(qtbot: QtBot) -> None:
    field = TextField("Name")
    saved = Saved(field)
    present(qtbot, saved.window)
    field.setFocus()
    qtbot.keyClicks(field.line, "abc")
    assert saved.calls == []
    qtbot.waitUntil(lambda: bool(saved.calls))
    assert [value for value, _visit in saved.calls] == ["abc"]


def test_what_the_file_refuses_waits_and_is_saved_when_it_can_be_written(qtbot: QtBot) -> None:
    field = TextField("Name")
    saved = Saved(field)
    saved.door.takes = lambda _problem: True
    present(qtbot, saved.window)
    field.setFocus()
    qtbot.keyClicks(field.line, "abc")
    saved.problem = FileProblem(FileFault.DISK_FULL, "full")
    assert not saved.auto.flush()
    assert saved.auto.is_dirty()
    assert saved.auto.waits(field)
    saved.problem = None
    saved.door.writable.emit()
    assert [value for value, _visit in saved.calls] == ["abc"]
    assert not saved.auto.is_dirty()


def test_words_whose_record_is_gone_are_shown_to_be_copied(qtbot: QtBot) -> None:
    field = TextField("Name")
    saved = Saved(field)
    present(qtbot, saved.window)
    field.setFocus()
    qtbot.keyClicks(field.line, "abc")
    saved.gone = True
    saved.dialogs.answer("words")
    assert saved.auto.flush()
    ((_kind, head, body),) = saved.dialogs.said
    assert head == "What you were writing in is no longer in the file"
    assert body.endswith("Name\nabc")


def test_leaving_saves_at_once_and_only_what_changed(qtbot: QtBot) -> None:
    field, other = TextField("Name"), TextField("Other")
    saved = Saved(field, other)
    present(qtbot, saved.window)
    field.setFocus()
    qtbot.keyClicks(field.line, "abc")
    other.setFocus()
    field.setFocus()
    assert [value for value, _visit in saved.calls] == ["abc"]
    assert not saved.auto.is_dirty()


def test_all_saves_of_one_visit_share_an_id_and_the_next_visit_has_another(qtbot: QtBot) -> None:
    field, other = TextField("Name"), TextField("Other")
    saved = Saved(field, other)
    present(qtbot, saved.window)
    field.setFocus()
    for letter in "ab":
        qtbot.keyClicks(field.line, letter)
        saved.auto.flush()
    other.setFocus()
    field.setFocus()
    qtbot.keyClicks(field.line, "c")
    saved.auto.flush()
    first, second, third = (visit for _value, visit in saved.calls)
    assert first == second != third


def test_what_cannot_be_read_is_not_saved(qtbot: QtBot) -> None:
    field = AmountField("Amount")
    saved = Saved(field)
    present(qtbot, saved.window)
    field.setFocus()
    qtbot.keyClicks(field.line, "lots")
    saved.auto.flush()
    assert saved.calls == []
    assert isinstance(field.editor, QLineEdit)
    assert field.line.text() == "lots"


def test_what_is_wrong_with_one_of_several_stands_under_that_one(qtbot: QtBot) -> None:
    form = Form()
    first, second = TextField("First", name="a", width=120), YearField("Year", name="b")
    form.add(first, second, TextField("Third", name="c", width=120))
    qtbot.addWidget(form)
    form.resize(900, 200)
    with qtbot.waitExposed(form):
        form.show()
    second.line.setText("soon")
    assert not form.check()
    (sign,) = (mark for mark in form.findChildren(StatusMark) if mark.isVisible())

    def left(of: QWidget) -> int:
        return of.mapTo(form, QPoint()).x()

    assert left(second) > 0
    qtbot.waitUntil(lambda: left(sign) == left(second))
    first.set_error("This too.")
    qtbot.waitUntil(lambda: left(sign) == 0)


@pytest.mark.parametrize("make", [TextField, LongTextField])
def test_a_personal_number_is_warned_of_under_its_field_and_stops_nothing(
    qtbot: QtBot, make: type[TextField | LongTextField]
) -> None:
    field = make("What happened")
    qtbot.addWidget(field)
    field.set_value("Ring 212000-2239")
    assert field.foot.advice() == ""
    field.set_value("Född 800101-0001")
    assert "personal identity number" in field.foot.advice()
    assert not field.foot.isHidden()
    assert field.check()
    assert field.error() == ""
    field.set_value("Född på nyåret")
    field.changed.emit()
    assert field.foot.advice() == ""
    assert field.foot.isHidden()


def test_a_choice_is_as_wide_as_its_words(qtbot: QtBot) -> None:
    names = {1: "E-post", 2: "E-tjänst eller formulär"}
    field = ChoiceField("Hur det kom in", names.items(), name="channel")
    present(qtbot, box(row(field, None)), 600, 120)
    field.set_value(2)
    option = QStyleOptionComboBox()
    field.combo.initStyleOption(option)
    place = QStyle.SubControl.SC_ComboBoxEditField
    room = field.combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, place)
    assert room.width() >= QFontMetrics(font("body")).horizontalAdvance(names[2])


def test_a_required_field_says_so_to_those_who_hear_it(qtbot: QtBot) -> None:
    field = TextField("Titel", name="title", required=True, help="As it is decided.")
    present(qtbot, field, 300, 100)
    assert field.editor.accessibleDescription() == "required. As it is decided."
    field.check()
    assert field.editor.accessibleDescription() == "required. Fill in titel."
    field.set_error("")
    assert field.editor.accessibleDescription() == "required. As it is decided."


def test_nothing_is_required_of_a_field_that_cannot_be_changed(qtbot: QtBot) -> None:
    field = TextField("Titel", name="title", required=True, help="As it is decided.")
    present(qtbot, field, 300, 100)

    def seen() -> list[str]:
        return [label.text() for label in field.findChildren(QLabel) if label.isVisible()]

    assert "required" in seen()
    field.set_read_only(on=True)
    assert "required" not in seen()
    assert field.editor.accessibleDescription() == "As it is decided."
    field.set_read_only(on=False)
    assert "required" in seen()
    assert field.editor.accessibleDescription() == "required. As it is decided."


def test_words_that_are_read_only_have_one_ground(qtbot: QtBot) -> None:
    field = LongTextField("What happened")
    field.set_value("It rained in.")
    field.set_read_only(on=True)
    present(qtbot, field, 400, 120)
    seen = field.area.grab().toImage()
    across = [seen.pixelColor(x, seen.height() - 6).name() for x in (4, seen.width() // 2)]
    assert across == [colours().canvas.lower()] * 2
