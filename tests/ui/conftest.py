"""What holds for every test of the window: one look, one language, nothing left open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QThreadPool
from PySide6.QtWidgets import QApplication

from styrdesk.base.i18n import use_language
from styrdesk.ui.kit import theme
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.windows import KEPT


@pytest.fixture(autouse=True)
def _one_look(qapp: QApplication) -> Iterator[None]:
    """Light, zoom 1, texts in the source language, Swedish numbers; nothing is left open."""
    QLocale.setDefault(QLocale("sv_SE"))
    theme.apply(qapp, "light", 1.0)
    use_language("en")
    yield
    assert QThreadPool.globalInstance().activeThreadCount() == 0
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    KEPT.clear()


@pytest.fixture
def dialogs() -> Iterator[ScriptedDialogs]:
    """A dialogs door whose every answer must be used."""
    door = ScriptedDialogs()
    yield door
    door.check_used()
