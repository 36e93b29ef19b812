"""The small parts: they fold, wrap, give way, and say what they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from styrdesk.base.i18n import PSEUDO, use_language
from styrdesk.ui.kit.banner import Banner, UnderBanners
from styrdesk.ui.kit.body import Body, SidePanel
from styrdesk.ui.kit.buttons import button, tool
from styrdesk.ui.kit.dialogs import CANCELLED, QtDialogs
from styrdesk.ui.kit.header import HeaderBar, Search
from styrdesk.ui.kit.layout import FlowLayout, box, col, row
from styrdesk.ui.kit.progress import Steps, Timeline
from styrdesk.ui.kit.sections import Section, SectionList
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.kit.status import Bar, Chip, StatusMark
from styrdesk.ui.kit.tabs import LineTabs, PieceTabs, shared
from styrdesk.ui.kit.text import Label, text, tip
from styrdesk.ui.kit.text_fields import TextField
from tests.helpers.windows import nameless, present, rich_labels, walk_by_tab

SECTIONS = (
    Section("", "Strategic plan"),
    Section("goal", "Goals", "target", count="8"),
    Section("plan", "Committee plan", "file-text", alerts=3),
    Section("7.1", "7.1 Frame", status="done", level=1),
)


W = TypeVar("W", bound=QWidget)


def part(window: QWidget, kind: type[W]) -> W:
    found = window.findChild(kind)
    assert found is not None
    return found


def a_body(qtbot: QtBot, width: int) -> Body:
    left = SectionList(SECTIONS, "planning", "Sections")
    left.choose("goal")
    side = SidePanel([("Preview", "file-text", QLineEdit()), ("Check", "shield-check", QWidget())],
                     "Side panel")  # fmt: skip
    work = QWidget()
    body = Body(work, left, side)
    present(qtbot, body, width, 600)
    return body


def test_a_wide_body_shows_all_three_parts(qtbot: QtBot) -> None:
    body = a_body(qtbot, 1280)
    assert part(body, SectionList).isVisible()
    assert part(body, SidePanel).isVisible()


def test_the_side_panel_folds_first_and_then_the_list(qtbot: QtBot) -> None:
    body = a_body(qtbot, 1000)
    assert not part(body, SidePanel).isVisible()
    assert part(body, SectionList).isVisible()
    body.resize(700, 600)
    qtbot.waitUntil(lambda: not part(body, SectionList).isVisible())
    pick = part(body, QComboBox)
    assert pick.isVisible()
    assert [pick.itemText(n) for n in range(pick.count())] == [
        "Goals", "Committee plan", "7.1 Frame",
    ]  # fmt: skip
    assert pick.currentText() == "Goals"


def test_a_folded_panel_is_unfolded_from_its_rail_and_folded_again(qtbot: QtBot) -> None:
    body = a_body(qtbot, 1000)
    body._rail_buttons[1].click()
    panel = part(body, SidePanel)
    assert panel.isVisible()
    assert panel.tabs.currentIndex() == 1
    panel.close_button.click()
    assert not panel.isVisible()


def test_a_panel_that_was_folded_by_hand_stays_folded(qtbot: QtBot) -> None:
    body = a_body(qtbot, 1280)
    body.fold()
    body.resize(1400, 600)
    assert not part(body, SidePanel).isVisible()


def test_the_drop_down_chooses_a_section(qtbot: QtBot) -> None:
    body = a_body(qtbot, 700)
    pick, left = part(body, QComboBox), part(body, SectionList)
    with qtbot.waitSignal(left.chosen) as chosen:
        pick.setCurrentIndex(1)
        pick.activated.emit(1)
    assert chosen.args == ["plan"]


@given(widths=st.lists(st.integers(40, 300), min_size=1, max_size=6), room=st.integers(200, 1200))
def test_tabs_share_the_room_and_the_short_stay_whole(widths: list[int], room: int) -> None:
    most = shared(widths, room)
    taken = sum(min(width, most) for width in widths)
    assert taken <= room or taken == sum(widths) <= room
    if sum(widths) > room:
        assert taken > room - len(widths) * 2


def test_tabs_stay_inside_a_narrow_window(qtbot: QtBot) -> None:
    pieces = [("Start", "start", "house"), ("Kvalitetsledning", "quality", ""),
              ("Planeringsprocess", "planning", ""), ("Ledarskap", "leadership", ""),
              ("Värdegrund", "values", "")]  # fmt: skip
    tabs = PieceTabs(pieces, "Pieces")
    present(qtbot, tabs, 420, 40)
    assert tabs.tabRect(4).right() <= 420
    tabs.resize(1200, 40)
    qtbot.waitUntil(lambda: tabs.tabRect(2).width() == tabs.wanted(2))


def test_the_arrow_keys_change_tab(qtbot: QtBot) -> None:
    tabs = LineTabs(["Preview", "Check"], "Panel")
    present(qtbot, tabs, 400, 40)
    tabs.setFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.currentIndex() == 1


def test_chips_wrap_where_it_is_narrow(qtbot: QtBot) -> None:
    chips = [Chip("Verksamhetsmål", count=5, on=True), Chip("Finansiella"), Chip("Saknar något")]
    flow = FlowLayout(*chips)
    place = box(flow)
    present(qtbot, place, 600, 200)
    assert flow.heightForWidth(600) < flow.heightForWidth(200)
    place.resize(200, 200)
    qtbot.waitUntil(lambda: chips[2].y() > chips[0].y())


def test_a_chip_is_switched_by_space_and_says_its_count(qtbot: QtBot) -> None:
    chip = Chip("Late", count=3)
    present(qtbot, chip, 200, 40)
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()
    assert chip.accessibleName() == "Late 3"


def test_a_long_title_never_widens_the_window(qtbot: QtBot) -> None:
    label = Label("x" * 500)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() <= 40


@pytest.mark.parametrize("words", ["<b>Åsa</b>", "a < b", "<img src=x>"])
def test_a_users_words_are_never_html(qtbot: QtBot, words: str) -> None:
    label = text(words)
    place = box(row(label, text(words, wrap=True), StatusMark("ok", words), Banner("info", words)))
    qtbot.addWidget(place)
    assert rich_labels(place) == []
    assert label.text() == words
    assert tip(words) == words or tip(words).startswith("<span>")


def test_each_step_says_where_it_stands(qtbot: QtBot) -> None:
    steps = Steps([("Received", "3 nov"), ("Assessed", ""), ("Closed", "")], 1)
    present(qtbot, steps, 600, 80)
    assert [mark.accessibleName() for mark in steps.marks] == [
        "Received, done, 3 nov", "Assessed, now", "Closed, to come",
    ]  # fmt: skip
    assert steps.accessibleName() == "Step 2 of 3"


def test_narrow_steps_keep_the_words_of_the_one_that_is_on(qtbot: QtBot) -> None:
    names = ["Inkommen", "Fördelad", "Bedömd", "Utredning", "Åtgärd", "Uppföljning", "Avslutad"]
    steps = Steps([(name, "") for name in names], 3)
    present(qtbot, steps, 900, 80)
    assert all(mark.shows_words for mark in steps.marks)
    steps.resize(300, 80)
    qtbot.waitUntil(lambda: [m.shows_words for m in steps.marks].count(True) == 1)
    assert steps.marks[3].shows_words


def test_a_timeline_is_words_a_reader_can_reach(qtbot: QtBot) -> None:
    timeline = Timeline([("pencil", "Changed the amount", "Åsa, today"), ("check", "Done", "Bo")])
    present(qtbot, timeline, 300, 200)
    reader = QAccessible.queryAccessibleInterface(timeline)
    assert reader.childCount() >= 4
    words = [label.text() for label in timeline.findChildren(QLabel)]
    assert {"Changed the amount", "Åsa, today"} <= set(words)


def test_a_bar_says_its_share_in_words(qtbot: QtBot) -> None:
    bar = Bar(0.5, "8 of 16 chapters")
    qtbot.addWidget(bar)
    assert bar.accessibleName() == "8 of 16 chapters"


def test_icon_buttons_have_a_name_and_show_their_keys(qtbot: QtBot) -> None:
    made = tool("undo-2", "Undo", keys="Ctrl+Z")
    qtbot.addWidget(made)
    assert made.accessibleName() == "Undo"
    assert "Ctrl+Z" in made.toolTip()


def test_a_tool_that_opens_a_menu_has_no_arrow_under_it(qtbot: QtBot) -> None:
    made = tool("ellipsis", "More choices")
    qtbot.addWidget(made)
    plain = made.grab().toImage()
    made.setMenu(QMenu(made))
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    assert made.grab().toImage() == plain


def test_an_ampersand_is_no_shortcut(qtbot: QtBot) -> None:
    made = button("Drift & plan")
    qtbot.addWidget(made)
    assert made.text() == "Drift && plan"
    assert made.shortcut().isEmpty()


def test_esc_empties_a_search_and_down_goes_on(qtbot: QtBot) -> None:
    field = Search("Filter")
    present(qtbot, field, 300, 40)
    field.setFocus()
    qtbot.keyClicks(field, "goal")
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_the_header_says_what_undo_would_do(qtbot: QtBot) -> None:
    header = HeaderBar()
    present(qtbot, header, 1000, 48)
    header.name_undo("Change amount", "")
    assert header.undo.accessibleName() == "Undo: Change amount"
    assert header.undo.isEnabled()
    assert not header.redo.isEnabled()
    assert nameless(header) == []


def test_tab_walks_the_header(qtbot: QtBot) -> None:
    header = HeaderBar()
    header.committee.addItem("Barn- och bildningsnämnden")
    header.year.addItem("2026")
    header.name_undo("Change amount", "Change amount")
    present(qtbot, header, 1000, 48)
    header.committee.setFocus()
    reached = walk_by_tab(qtbot, header)
    assert reached == [
        header.committee, header.year, header.search, header.undo, header.redo, header.menu,
    ]  # fmt: skip


@pytest.mark.parametrize("width", [480, 640, 1024, 1280])
def test_the_header_fits_any_window_in_any_language(qtbot: QtBot, width: int) -> None:
    use_language(PSEUDO)
    header = HeaderBar()
    header.committee.addItem("Barn- och utbildnings- och kulturnämnden i Borlänge kommun")
    header.year.addItem("2026")
    present(qtbot, header, width, 48)
    assert header.width() == width
    assert header.menu.geometry().right() <= width


# ---- real dialogs --------------------------------------------------------------------------


def press(qapp: QApplication, words: str, pressed: list[str]) -> None:
    """Press a button of the modal dialog that is open."""
    dialog = qapp.activeModalWidget()
    assert dialog is not None
    for made in dialog.findChildren(QPushButton):
        if made.text() == words:
            pressed.append(words)
            made.click()


@pytest.mark.parametrize(
    ("words", "kind", "answer"),
    [("Yes", "info", True), ("Cancel", "info", False), ("Yes", "bad", True)],
)
def test_a_question_is_answered_by_its_buttons(
    qapp: QApplication, words: str, kind: str, answer: bool
) -> None:
    pressed: list[str] = []
    QTimer.singleShot(0, lambda: press(qapp, words, pressed))
    dialogs = QtDialogs(lambda: None)
    assert dialogs.question("Sure?", "It can be undone.", "Yes", kind=kind) is answer
    assert pressed == [words]


def test_one_of_several_ways_on(qapp: QApplication) -> None:
    pressed: list[str] = []
    dialogs = QtDialogs(lambda: None)
    QTimer.singleShot(0, lambda: press(qapp, "Read only", pressed))
    assert dialogs.choose("Locked", "Åsa has it open.", ["Read only", "Take over"]) == 0
    QTimer.singleShot(0, lambda: press(qapp, "Cancel", pressed))
    assert dialogs.choose("Locked", "", ["Read only", "Take over"]) == CANCELLED


@pytest.mark.parametrize("ways", [2, 3, 6])
def test_no_way_on_is_cut_however_many_there_are(qapp: QApplication, ways: int) -> None:
    whole: list[bool] = []

    def look() -> None:
        dialog = qapp.activeModalWidget()
        assert dialog is not None
        for made in dialog.findChildren(QPushButton):
            inside = dialog.rect().contains(made.geometry())
            whole.append(inside and made.width() >= made.sizeHint().width())
        dialog.close()

    QTimer.singleShot(0, look)
    words = [f"Open it in way number {n}" for n in range(ways)]
    assert QtDialogs(lambda: None).choose("Locked", "Åsa has it open.", words) == CANCELLED
    assert whole == [True] * (ways + 1)


def test_a_line_is_entered_and_cancelled(qapp: QApplication) -> None:
    pressed: list[str] = []
    dialogs = QtDialogs(lambda: None)
    QTimer.singleShot(0, lambda: press(qapp, "OK", pressed))
    assert dialogs.enter("Link", "Address", "www.scb.se") == "www.scb.se"
    QTimer.singleShot(0, lambda: press(qapp, "Cancel", pressed))
    assert dialogs.enter("Password", "Password", "x", secret=True) is None


def test_a_danger_is_not_the_default(qapp: QApplication) -> None:
    pressed: list[str] = []

    def look() -> None:
        dialog = qapp.activeModalWidget()
        assert dialog is not None
        default = [b.text() for b in dialog.findChildren(QPushButton) if b.isDefault()]
        pressed.extend(default)
        dialog.close()

    QTimer.singleShot(0, look)
    assert not QtDialogs(lambda: None).question("Purge?", "", "Purge", kind="bad")
    assert pressed == ["Cancel"]


def test_enter_on_a_button_of_a_question_presses_that_one_and_not_the_default(
    qapp: QApplication,
) -> None:
    def enter_on_cancel() -> None:
        asking = qapp.activeModalWidget()
        assert asking is not None
        cancel = next(b for b in asking.findChildren(QPushButton) if b.text() == "Cancel")
        cancel.setFocus()
        QTest.keyClick(cancel, Qt.Key.Key_Return)

    QTimer.singleShot(0, enter_on_cancel)
    assert not QtDialogs(lambda: None).question("Sure?", "It can be undone.", "Yes")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize(
    "made",
    [lambda: button("Sign"), lambda: tool("x", "Close"), lambda: Chip("Late")],
    ids=["button", "tool", "chip"],
)
def test_enter_presses_what_one_stands_on(
    qtbot: QtBot, made: Callable[[], QAbstractButton], key: Qt.Key
) -> None:
    here, presses = made(), list[int]()
    here.clicked.connect(lambda: presses.append(1))
    present(qtbot, here, 200, 60)
    qtbot.keyClick(here, key)
    assert presses == [1]


def test_a_key_that_is_held_down_presses_once(qtbot: QtBot) -> None:
    here, presses = button("Next step"), list[int]()
    here.clicked.connect(lambda: presses.append(1))
    present(qtbot, here, 200, 60)
    for held in (False, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", held
        )
        QApplication.sendEvent(here, event)
    assert presses == [1]


class Noting(Sheet):
    """Two fields, and how often the dialog went on."""

    def __init__(self) -> None:
        super().__init__("Note it", "Note")
        self.times = 0
        self.form.add(TextField("Paragraph", name="paragraph", required=True))
        self.form.add(TextField("Remark", name="remark"))
        self.setLayout(col(self.form, button("Elsewhere", name="elsewhere")))

    def go_on(self) -> bool:
        self.times += 1
        return self.form.check()


def test_enter_in_a_field_of_a_dialog_only_goes_on_to_the_next_and_the_safe_button(
    qapp: QApplication,
) -> None:
    sheet, stood = Noting(), []

    def look() -> None:
        dialog = qapp.activeModalWidget()
        assert dialog is not None
        for _n in range(3):
            here = dialog.focusWidget()
            stood.append(here.objectName())
            QTest.keyClick(here, Qt.Key.Key_Return)

    QTimer.singleShot(0, look)
    assert not QtDialogs(lambda: None).fill(sheet)
    assert stood == ["paragraph_input", "remark_input", "cancel"]
    assert sheet.times == 0


def test_a_dialog_stays_until_its_fields_are_right(qapp: QApplication) -> None:
    sheet, pressed = Noting(), list[str]()

    def look() -> None:
        press(qapp, "Note", pressed)
        assert sheet.form["paragraph"].error()
        sheet.form["paragraph"].set_value("§ 1")
        press(qapp, "Note", pressed)

    QTimer.singleShot(0, look)
    assert QtDialogs(lambda: None).fill(sheet)
    assert (sheet.times, pressed) == (2, ["Note", "Note"])


def test_a_sheet_that_leads_elsewhere_closes_its_dialog(qapp: QApplication) -> None:
    sheet = Noting()
    QTimer.singleShot(0, sheet.shut.emit)
    assert not QtDialogs(lambda: None).fill(sheet)
    assert sheet.times == 0


def test_a_crash_shows_its_report(qapp: QApplication) -> None:
    pressed: list[str] = []
    QTimer.singleShot(0, lambda: press(qapp, "Close", pressed))
    QtDialogs(lambda: None).crash("ZeroDivisionError in …")
    assert pressed == ["Close"]


def test_a_banner_folds_to_a_line_where_it_would_take_the_room_of_the_work(qtbot: QtBot) -> None:
    pressed: list[bool] = []
    ways = [button(f"Gör så här {n}", name=f"way_{n}") for n in range(4)]
    ways[1].clicked.connect(lambda: pressed.append(True))
    banner = Banner("info", "Du skriver version 2", "Version 1 gäller så länge.", ways)
    ways[3].hide()
    under = UnderBanners(QWidget(), [banner], QWidget())
    under.resize(700, 600)
    present(qtbot, under)
    assert ways[0].isVisible()
    assert not banner.more.isVisible()
    ways[1].setFocus()
    under.resize(300, 300)
    QApplication.processEvents()
    assert banner.height() < 60
    assert not ways[0].isVisible()
    assert under.focusWidget() is banner.more
    assert "Version 1 gäller" in banner.more.accessibleDescription()
    qtbot.mouseClick(banner.more, Qt.MouseButton.LeftButton)
    menu = banner.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == [f"Gör så här {n}" for n in range(3)]
    menu.actions()[1].trigger()
    menu.close()
    assert pressed == [True]
    under.resize(700, 600)
    assert under.focusWidget() is ways[0]


def test_a_status_tells_in_a_tip_only_what_is_cut(qtbot: QtBot) -> None:
    mark = StatusMark("warn", "59 dagar sen")
    present(qtbot, mark, 300, 26)
    assert mark.toolTip() == ""
    mark.resize(60, 26)
    assert mark.toolTip() == "59 dagar sen"


@pytest.mark.parametrize("body", ["", "What is safe.\nWhat to do."])
def test_the_sign_of_a_banner_stands_beside_its_first_line(qtbot: QtBot, body: str) -> None:
    banner = Banner("locked", "Signed by Åsa", body, [button("Reopen")])
    present(qtbot, banner, 700, 56)
    head = banner.findChild(QLabel)
    assert head is not None
    line = head.mapTo(banner, head.rect().topLeft()).y() + head.fontMetrics().height() / 2
    assert abs(banner.sign_place().center().y() - line) <= 1
