"""A chef fills in an egenkontroll with one failed point, signs it, and sees what came of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QListWidget

from styrdesk.base.i18n import _
from tests.e2e.conftest import Office
from tests.e2e.robots import plain

pytestmark = [pytest.mark.e2e, pytest.mark.slow]
LATE = "Egenkontroll livsmedel"
# Two fridges, the freezer and the heat at serving; the second fridge is too warm.
TYPED = ("4,8", "9,4", "-20", "71")


def due(secretary: object, words: str) -> int:
    """How many rows of Start are called so; the case that is made has a longer name."""
    listed = secretary.find(QListWidget, "Att göra")  # type: ignore[attr-defined]
    return sum(line == words for line in secretary.lines(listed))  # type: ignore[attr-defined]


def test_a_chef_fills_in_an_egenkontroll_with_one_failed_point(office: Office) -> None:
    secretary = office.start(office.demo(person="Bärbel"))
    before = due(secretary, LATE)
    secretary.choose(LATE)  # what is late stands first of them
    assert secretary.reads("Åkerbärets förskola, 30 oktober 2026")
    secretary.key(Qt.Key.Key_J)
    for words in TYPED:
        secretary.type(words)
        secretary.key(Qt.Key.Key_Return)
    secretary.key(Qt.Key.Key_J)
    assert secretary.reads("6 av 7 punkter · 1 fel")
    secretary.press(_("Sign"))  # too soon: it says what lacks, and stands there
    assert secretary.reads("Städning enligt schemat är signerad")
    secretary.key(Qt.Key.Key_J)
    secretary.press(_("Sign"))
    assert secretary.reads("Signerad av Bärbel Österlöf, i dag")
    assert any(plain("1,4 °C över gränsen") in plain(said) for said in secretary.words())
    secretary.press(_("Make a deviation of it"))
    assert secretary.value("title") == "Egenkontroll livsmedel: Kyl 2"
    secretary.press(_("Show the checklist"))
    assert secretary.reads("Åkerbärets förskola, 30 oktober 2026")
    assert any(said.startswith("Ärende 2026-") for said in secretary.words())
    secretary.tab(_("Start"))
    assert due(secretary, LATE) == before - 1
    secretary.tab(_("Quality management"))
    secretary.press("back_to_lists")
    assert secretary.shows(QAbstractButton, _("Fill in …"))
