"""The editor keeps what the domain can say, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from styrdesk.domain.richtext import (
    Block,
    Heading,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Text,
    from_plain,
    merge,
    parse,
    plain,
    write,
)
from styrdesk.ui.kit import theme
from styrdesk.ui.kit.richtext_document import fill, from_html, read
from styrdesk.ui.kit.richtext_edit import CAP, RichTextEdit
from styrdesk.ui.kit.richtext_field import RichTextField
from styrdesk.ui.kit.richtext_format import BODY, HEADING, NOTE_STYLE
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.windows import nameless, present

LETTERS = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("Cc", "Cs", "Co", "Cn"),
        exclude_characters="\u2028\u2029\ufffc",
    )
    | st.sampled_from("åäöÅÄÖ \u00a0\n§–"),
    min_size=1,
    max_size=12,
)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    raised = draw(st.sampled_from(["", "sub", "sup"]))
    return Text(
        draw(LETTERS),
        bold=draw(st.booleans()),
        italic=draw(st.booleans()),
        underline=draw(st.booleans()),
        sub=raised == "sub",
        sup=raised == "sup",
        href=draw(st.sampled_from(["", "", "https://www.scb.se/?a=1&b=2", "mailto:a@b.se"])),
        lang=draw(st.sampled_from(["", "", "fi", "en"])),
        secret=draw(st.booleans()),
        ref=draw(st.sampled_from(["", "", "frame.2026"])),
    )


RUNS = st.lists(texts(), max_size=4).map(merge)


def points(children: st.SearchStrategy[ListBlock]) -> st.SearchStrategy[ListBlock]:
    item = st.builds(ListItem, RUNS, st.lists(children, max_size=2).map(tuple))
    return st.builds(ListBlock, st.booleans(), st.lists(item, min_size=1, max_size=3).map(tuple))


LISTS = st.recursive(
    st.builds(
        ListBlock,
        st.booleans(),
        st.lists(st.builds(ListItem, RUNS), min_size=1, max_size=3).map(tuple),
    ),
    points,
    max_leaves=5,
)
PARAGRAPHS = st.builds(Paragraph, RUNS)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    PARAGRAPHS,
    st.builds(Heading, st.sampled_from([2, 3]), RUNS),
    st.builds(Note, st.lists(PARAGRAPHS, min_size=1, max_size=3).map(tuple)),
    LISTS,
)
RICH = st.lists(BLOCKS, max_size=5).map(tuple)


def an_editor(qtbot: QtBot, xhtml: str = "") -> RichTextEdit:
    editor = RichTextEdit("Text")
    present(qtbot, editor, 600, 400)
    editor.set_text(parse(xhtml))
    editor.setFocus()
    return editor


def choose(editor: RichTextEdit, start: int, end: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def html_on_clipboard(html: str, words: str) -> None:
    mime = QMimeData()
    mime.setHtml(html)
    mime.setText(words)
    QGuiApplication.clipboard().setMimeData(mime)


@given(text=RICH)
def test_a_text_comes_out_of_the_document_as_it_went_in(
    qapp: QApplication, text: Sequence[Block]
) -> None:
    document = QTextDocument()
    fill(document, tuple(text))
    assert read(document) == (() if tuple(text) == (Paragraph(),) else tuple(text))


@given(text=RICH)
def test_a_text_survives_the_document_and_the_stored_form(
    qapp: QApplication, text: Sequence[Block]
) -> None:
    stored = write(tuple(text))
    document = QTextDocument()
    fill(document, parse(stored))
    assert write(read(document)) == ("" if stored == "<p></p>" else stored)


@given(text=RICH)
def test_asking_changes_nothing(qapp: QApplication, text: Sequence[Block]) -> None:
    document = QTextDocument()
    fill(document, tuple(text))
    assert read(document) == read(document)
    assert not document.isModified()


def test_bold_by_key_and_back(qtbot: QtBot) -> None:
    editor = an_editor(qtbot, "<p>Mål och medel</p>")
    choose(editor, 0, 3)
    qtbot.keyClick(editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert write(editor.text()) == "<p><b>Mål</b> och medel</p>"
    qtbot.keyClick(editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert write(editor.text()) == "<p>Mål och medel</p>"


def test_lowered_and_raised_exclude_each_other(qtbot: QtBot) -> None:
    editor = an_editor(qtbot, "<p>m2</p>")
    choose(editor, 1, 2)
    editor.format.toggle("sub")
    editor.format.toggle("sup")
    assert write(editor.text()) == "<p>m<sup>2</sup></p>"


def test_enter_after_a_heading_gives_a_paragraph(qtbot: QtBot) -> None:
    editor = an_editor(qtbot, "<h2>Ekonomi</h2>")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "text")
    assert write(editor.text()) == "<h2>Ekonomi</h2><p>text</p>"


def test_two_enters_leave_a_list(qtbot: QtBot) -> None:
    editor = an_editor(qtbot, "<ul><li>ett</li></ul>")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "efter")
    assert write(editor.text()) == "<ul><li>ett</li></ul><p>efter</p>"


def test_two_enters_leave_a_note(qtbot: QtBot) -> None:
    editor = an_editor(qtbot, "<note><p>ett</p></note>")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "efter")
    assert write(editor.text()) == "<note><p>ett</p></note><p>efter</p>"


def test_shift_enter_breaks_the_line(qtbot: QtBot) -> None:
    editor = an_editor(qtbot, "<p>ett</p>")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(editor, "tva")
    assert write(editor.text()) == "<p>ett<br/>tva</p>"


def test_tab_moves_a_point_in_and_shift_tab_out_again(qtbot: QtBot) -> None:
    editor = an_editor(qtbot, "<ul><li>ett</li><li>tva</li></ul>")
    cursor = editor.textCursor()
    cursor.setPosition(4)
    editor.setTextCursor(cursor)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    nested = "<ul><li>ett<ul><li>tva</li></ul></li></ul>"
    assert write(editor.text()) == nested
    qtbot.keyClick(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert write(editor.text()) == "<ul><li>ett</li><li>tva</li></ul>"


def test_styles_and_lists_turn_into_one_another(qtbot: QtBot) -> None:
    editor = an_editor(qtbot, "<p>ett</p><p>tva</p>")
    editor.selectAll()
    act = editor.format
    act.toggle_list(ordered=False)
    assert write(editor.text()) == "<ul><li>ett</li><li>tva</li></ul>"
    act.toggle_list(ordered=True)
    assert write(editor.text()) == "<ol><li>ett</li><li>tva</li></ol>"
    act.toggle_list(ordered=True)
    act.set_style(NOTE_STYLE)
    assert write(editor.text()) == "<note><p>ett</p><p>tva</p></note>"
    act.set_style(HEADING)
    assert write(editor.text()) == "<h2>ett</h2><h2>tva</h2>"
    act.set_style(BODY)
    assert write(editor.text()) == "<p>ett</p><p>tva</p>"


def test_the_editors_own_undo_takes_a_list_back_in_one_step(qtbot: QtBot) -> None:
    editor = an_editor(qtbot, "<p>ett</p><p>tva</p>")
    editor.selectAll()
    editor.format.toggle_list(ordered=False)
    editor.undo()
    assert write(editor.text()) == "<p>ett</p><p>tva</p>"


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("www.scb.se", "https://www.scb.se"),
        ("asa@borlange.se", "mailto:asa@borlange.se"),
        ("https://riksdagen.se/a?b=1", "https://riksdagen.se/a?b=1"),
    ],
)
def test_an_address_becomes_a_link(qtbot: QtBot, typed: str, href: str) -> None:
    editor = an_editor(qtbot, "<p>se har</p>")
    choose(editor, 3, 6)
    assert editor.format.set_link(typed)
    assert f'<a href="{href}">har</a>' in write(editor.text())


def test_a_script_is_no_address(qtbot: QtBot) -> None:
    editor = an_editor(qtbot, "<p>har</p>")
    editor.selectAll()
    assert not editor.format.set_link("javascript:alert(1)")
    assert write(editor.text()) == "<p>har</p>"


# ---- paste ---------------------------------------------------------------------------------


def test_paste_is_plain_by_default(qtbot: QtBot) -> None:
    editor = an_editor(qtbot)
    html_on_clipboard("<h1>Ett</h1><p><b>Två</b></p>", "Ett\nTvå")
    editor.paste()
    assert write(editor.text()) == "<p>Ett</p><p>Två</p>"


def test_rich_paste_becomes_the_subset(qtbot: QtBot) -> None:
    editor = an_editor(qtbot)
    html = (
        "<h1 style='color:red'>Ett</h1><p><b>Två</b> <font color=red>tre</font> "
        "<a href='https://scb.se'>SCB</a> <a href='file:///etc/passwd'>fil</a></p>"
        "<ul><li>a<ul><li>b</li></ul></li></ul><script>x()</script>"
        "<table><tr><td>c</td></tr></table>"
    )
    html_on_clipboard(html, "Ett")
    qtbot.keyClick(
        editor,
        Qt.Key.Key_V,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    stored = write(editor.text())
    assert stored.startswith("<h2>Ett</h2><p><b>Två</b> tre ")
    assert '<a href="https://scb.se">SCB</a> fil' in stored
    assert "<ul><li>a<ul><li>b</li></ul></li></ul>" in stored
    assert "script" not in stored
    assert "passwd" not in stored
    assert parse(stored) == editor.text()


def test_what_is_copied_here_keeps_its_look(qtbot: QtBot) -> None:
    editor = an_editor(qtbot, '<p>en <b>fet</b> <span class="secret">rad</span></p>')
    editor.selectAll()
    editor.copy()
    other = an_editor(qtbot)
    other.paste()
    assert other.text() == editor.text()


def test_a_pasted_picture_is_never_fetched(qtbot: QtBot) -> None:
    editor = an_editor(qtbot)
    assert editor.loadResource(2, QUrl("file:///etc/hostname")) is None
    text = from_html("<p>före<img src='file:///etc/hostname'>efter</p>")
    assert plain(text) == "föreefter"


def test_a_huge_paste_is_capped(qtbot: QtBot) -> None:
    editor = an_editor(qtbot)
    QGuiApplication.clipboard().setText("ö" * 1_000_000)
    editor.paste()
    assert CAP - 100 < len(plain(editor.text())) <= CAP


def test_typing_past_the_cap_is_cut(qtbot: QtBot) -> None:
    editor = an_editor(qtbot)
    editor.set_text(from_plain("x" * CAP))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor, "yyy")
    assert plain(editor.text()) == "x" * CAP


# ---- the field -----------------------------------------------------------------------------


def test_the_editor_grows_with_its_text_and_never_scrolls(qtbot: QtBot) -> None:
    editor = an_editor(qtbot)
    low = editor.height()
    editor.set_text(from_plain("\n".join("rad" for _ in range(40))))
    assert editor.height() > low
    assert editor.verticalScrollBar().maximum() == 0


def test_words_are_counted(qtbot: QtBot) -> None:
    editor = an_editor(qtbot)
    with qtbot.waitSignal(editor.words_counted, check_params_cb=lambda n: n == 3):
        qtbot.keyClicks(editor, "ett tva tre")


def test_the_count_gives_way_before_a_button_stands_alone(
    qtbot: QtBot, dialogs: ScriptedDialogs
) -> None:
    field = RichTextField("Text", dialogs)
    present(qtbot, field, 700, 400)
    field.set_value(parse("<p>ett två tre</p>"))
    bar = field.bar
    count = next(label for label in bar.findChildren(QLabel) if label.text() == "3 words")
    assert count.isVisible()
    low = bar.height()
    field.resize(field.width() - (bar.width() - bar.sizeHint().width()) - 1, 400)
    qtbot.waitUntil(lambda: not count.isVisible())
    assert bar.height() == low


def test_every_button_has_a_name_and_marks_follow_the_cursor(
    qtbot: QtBot, dialogs: ScriptedDialogs
) -> None:
    field = RichTextField("Text", dialogs, name="text")
    present(qtbot, field, 700, 400)
    assert nameless(field) == []
    field.set_value(parse("<h2>Ett</h2><ul><li><b>fet</b></li></ul>"))
    field.edit.moveCursor(QTextCursor.MoveOperation.End)
    assert field.bar.buttons["bold"].isChecked()
    assert field.bar.buttons["bullets"].isChecked()
    field.edit.moveCursor(QTextCursor.MoveOperation.Start)
    assert field.bar.style_box.currentText() == "Heading"
    assert not field.bar.buttons["bullets"].isChecked()


def test_the_link_button_asks_for_an_address(qtbot: QtBot, dialogs: ScriptedDialogs) -> None:
    field = RichTextField("Text", dialogs)
    present(qtbot, field, 700, 400)
    field.set_value(parse("<p>SCB</p>"))
    field.edit.selectAll()
    dialogs.answer("enter", "www.scb.se")
    with qtbot.waitSignal(field.changed):
        field.bar.buttons["link"].click()
    assert write(field.value()) == '<p><a href="https://www.scb.se">SCB</a></p>'


def test_showing_a_text_is_no_edit(qtbot: QtBot, dialogs: ScriptedDialogs) -> None:
    field = RichTextField("Text", dialogs)
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.changed):
        field.set_value(parse("<p>text</p>"))
    assert not field.edit.document().isUndoAvailable()


def test_a_switch_of_scheme_is_no_edit(
    qtbot: QtBot, qapp: QApplication, dialogs: ScriptedDialogs
) -> None:
    field = RichTextField("Text", dialogs)
    present(qtbot, field, 700, 400)
    field.set_value(parse('<p>se <a href="https://scb.se">SCB</a></p>'))
    with qtbot.assertNotEmitted(field.changed):
        theme.apply(qapp, "dark")
        qapp.processEvents()
    assert not field.edit.document().isUndoAvailable()
