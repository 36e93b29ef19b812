"""The fault scenarios that are met in the window, each named after its number (tests/faults)."""

from __future__ import annotations

import ast
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from styrdesk.base.paths import root
from styrdesk.domain.organisation import Committee, Person
from styrdesk.domain.richtext import plain, write
from styrdesk.ui.kit import autosave
from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.layout import box, col
from styrdesk.ui.kit.piece import Target
from styrdesk.ui.kit.richtext_document import from_html
from styrdesk.ui.kit.richtext_edit import CAP, RichTextEdit
from styrdesk.ui.kit.richtext_field import RichTextField
from styrdesk.ui.kit.text_fields import TEXT_CAP, LongTextField, TextField
from styrdesk.ui.pieces import PIECES
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.files import demo_services
from tests.helpers.windows import rich_labels
from tests.ui.shell.conftest import Stage

HOSTILE = "<b>fet</b><img src='file:///etc/hostname'><a href='x'>&amp;"
WORDLESS = {"progress.py"}  # its label is an icon
PASTES = {
    "one line of a million": "x" * 1_000_000,
    "one line of words": "ord " * 2_500_000,
    "ten megabytes of lines": "En rad som någon har klistrat in.\n" * 300_000,
}


def test_fault_01_what_is_typed_is_saved_within_a_second() -> None:
    assert autosave.DELAY <= 1000


def pasted(words: str, html: str = "") -> QMimeData:
    made = QMimeData()
    made.setText(words)
    if html:
        made.setHtml(html)
    return made


@pytest.mark.parametrize("words", PASTES.values(), ids=list(PASTES))
def test_fault_49_a_huge_paste_is_plain_capped_and_quick(qtbot: QtBot, words: str) -> None:
    field, editor = LongTextField("Text"), RichTextEdit("Text")
    qtbot.addWidget(field)
    qtbot.addWidget(editor)
    began = time.process_time()
    field.area.insertFromMimeData(pasted(words))
    editor.insertFromMimeData(pasted(words, f"<b>{words}</b>"))
    assert time.process_time() - began < 5  # unbounded, Qt takes minutes
    assert TEXT_CAP * 0.9 < len(field.value()) <= TEXT_CAP
    assert CAP * 0.9 < len(plain(editor.text())) <= CAP


@pytest.mark.parametrize("kind", ["line", "lines", "rich"])
def test_fault_49_what_did_not_fit_is_told_until_the_field_is_left(
    qtbot: QtBot, dialogs: ScriptedDialogs, kind: str
) -> None:
    line, area = TextField("Text", cap=10), LongTextField("Text", cap=10)
    rich = RichTextField("Text", dialogs)
    fields: dict[str, Field[Any]] = {"line": line, "lines": area, "rich": rich}
    field, window = fields[kind], box(col(line, area, rich))
    qtbot.addWidget(window)
    words = "x " * CAP
    QApplication.clipboard().setText(words[:5])
    for editor in (line.line, area.area, rich.edit):
        editor.paste()
    assert told(field) == ""
    QApplication.clipboard().setText(words)
    for editor in (line.line, area.area, rich.edit):
        editor.paste()
    assert "left out" in told(field)
    assert field.check()
    assert "left out" in told(field)  # it is no error: what did fit is saved
    field.left()
    assert told(field) == ""


def told(field: Field[Any]) -> str:
    words = [label.text() for label in field.foot.findChildren(QLabel) if not label.isHidden()]
    return " ".join(words).strip()


def test_fault_49_a_rich_paste_keeps_no_picture_to_fetch(qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG")
    editor = RichTextEdit("Text")
    qtbot.addWidget(editor)
    html = f"<p>före<img src='{picture.as_uri()}'><img src='http://127.0.0.1/x.png'>efter</p>"
    editor.insert_text(from_html(html))
    assert plain(editor.text()) == "föreefter"
    assert "img" not in write(editor.text()) + editor.toHtml()
    assert editor.loadResource(2, picture.as_uri()) is None


def test_fault_50_no_page_takes_a_users_words_for_html(stage: Stage) -> None:
    path = stage.folder / "a.styrdesk"
    with demo_services() as services:
        for committee in services.committees.rows():
            services.committees.save(replace(committee, name=HOSTILE, short_name=HOSTILE[:20]))
        for person in services.people.rows():
            services.people.save(replace(person, name=HOSTILE))
        for goal in services.goals.rows():
            services.goals.save(replace(goal, title=HOSTILE))
        services.committees.add(Committee("new", name=HOSTILE))
        services.people.add(Person("me", name=HOSTILE))
        path.write_bytes(services.file.path.read_bytes())
    stage.kept.set_person(path, "me")
    window = stage.window(path)
    desk = stage.desk(window)
    for spec in PIECES:
        for page in spec.pages():
            desk.go(Target(spec.key, page.key))
            QApplication.processEvents()
            assert rich_labels(window) == [], page.key


def test_fault_50_every_label_says_that_its_words_are_plain() -> None:
    """A label made anywhere is told so in the same file: Qt guesses otherwise."""
    guessing = []
    for path in sorted((root() / "styrdesk" / "ui").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        makes = any(
            (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "QLabel")
            or (
                isinstance(node, ast.ClassDef)
                and any(getattr(base, "id", "") == "QLabel" for base in node.bases)
            )
            for node in ast.walk(ast.parse(source))
        )
        if makes and path.name not in WORDLESS and "TextFormat.PlainText" not in source:
            guessing.append(path.name)
    assert guessing == []
