"""The three sentences stand there whole, and can be read by the keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from styrdesk.services.styrmodell import styrmodell
from styrdesk.ui.pieces.values.sentences_page import SentencesPage
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.pages import begun
from tests.helpers.windows import nameless, present


@pytest.mark.parametrize("width", [420, 1280])
def test_three_sentences_with_meaning_and_reason_word_for_word(
    qtbot: QtBot, tmp_path: Path, dialogs: ScriptedDialogs, width: int
) -> None:
    desk = begun(tmp_path, dialogs)
    page = SentencesPage(desk.context())
    present(qtbot, page, width)
    page.focus_first()
    said = {label.text() for label in page.findChildren(QLabel)}
    values = styrmodell().values
    assert len(values) == 3
    for value in values:
        assert {value.sentence, value.meaning, value.reason} <= said
    assert set(styrmodell().pieces["values"]) <= said
    assert nameless(page) == []
    desk.services.file.close()
