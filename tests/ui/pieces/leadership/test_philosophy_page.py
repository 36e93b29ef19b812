"""The ledarfilosofi stands there whole, and can be read by the keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from styrdesk.services.styrmodell import styrmodell
from styrdesk.ui.pieces.leadership.philosophy_page import PhilosophyPage
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.pages import begun
from tests.helpers.windows import nameless, present


@pytest.mark.parametrize("width", [420, 1280])
def test_five_roles_and_thirteen_statements_word_for_word(
    qtbot: QtBot, tmp_path: Path, dialogs: ScriptedDialogs, width: int
) -> None:
    desk = begun(tmp_path, dialogs)
    page = PhilosophyPage(desk.context())
    present(qtbot, page, width)
    page.focus_first()
    said = [label.text() for label in page.findChildren(QLabel)]
    model = styrmodell()
    statements = [words for role in model.roles for words in role.statements]
    assert (len(model.roles), len(statements)) == (5, 13)
    assert [words for words in said if words in statements] == statements
    wanted = {*model.pieces["leadership"], model.leadership_intro, *(r.title for r in model.roles)}
    assert wanted <= set(said)
    assert nameless(page) == []
    desk.services.file.close()
