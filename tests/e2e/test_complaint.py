"""A klagomål arrives, is answered in time, and is gallrat when its years have passed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from styrdesk.base.clock import FrozenClock
from styrdesk.base.i18n import _
from styrdesk.base.paths import data_folder
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.pieces.quality.cases.disposal_sheet import DisposalSheet
from tests.e2e.conftest import Office
from tests.e2e.robots import Secretary, until

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

CASES = "Avvikelse-, klagomål- och synpunktshantering"
TITLE = "Kall mat i Åkerbärets matsal"
BODY = "Barnen som äter sist får kall mat."
FROM, ANSWER = "Malin Rönnmark", "Vagnen står på till 12.45."
YEARS = FrozenClock(datetime(2032, 1, 12, 9, 0, tzinfo=UTC))
DECISION = "§ 7 Barn- och bildningsnämnden"


def register(secretary: Secretary) -> None:
    """Someone calls: it is written down in a few words and given to a handler."""
    secretary.tab(_("Quality management"))
    secretary.choose(CASES)
    secretary.press("new")
    secretary.fill("title", TITLE)
    secretary.fill("body", BODY)
    secretary.fill("reporter", FROM)
    secretary.press("next_step")
    secretary.pick("handler_id", "Bärbel")
    secretary.press("next_step")
    secretary.wait_saved()


def answer(office: Office, secretary: Secretary) -> None:
    """It is assessed and looked into, and whoever called has an answer."""
    secretary.pick("severity", "2")
    secretary.pick("likelihood", "2")
    for _step in ("contact", "investigation"):
        secretary.press("next_step")
    secretary.fill("investigation", "Värmevagnen stängs av för tidigt.")
    for _step in ("measures", "answer"):
        secretary.press("next_step")

    def write(sheet: Sheet) -> bool:
        letter: Any = sheet.form["body"].editor
        assert FROM in letter.toPlainText()
        letter.setPlainText(f"Hej\n\n{ANSWER}")
        return sheet.go_on()

    office.dialogs.answer("fill", write)
    secretary.press("letter_answer")
    secretary.press("letter_sent")


def look_and_take_away(sheet: Any) -> bool:
    """What would go is seen first; it goes when the decision is written."""
    assert isinstance(sheet, DisposalSheet)
    until(lambda: not sheet.is_working, "what would go")
    rows = sheet.table.rows
    assert TITLE not in [rows.words(n, 0) for n in range(rows.rowCount())]
    sheet.form["decision"].set_value(DECISION)
    sheet.form["decided_on"].set_value(date(2032, 1, 8))
    return sheet.go_on()


def holding(folder: Path, words: str) -> list[str]:
    """The files in whose bytes words stand, as written or as they are searched."""
    forms = [form.encode() for form in (words, words.lower())]
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return [path.name for path in files if any(form in path.read_bytes() for form in forms)]


def test_a_complaint_arrives_is_answered_in_time_and_is_gallrat(office: Office) -> None:
    path = office.demo(person="Bärbel")
    secretary = office.start(path)
    register(secretary)
    secretary.window.close()

    office.next_day()
    secretary = office.start(path)
    secretary.tab(_("Start"))
    secretary.choose(TITLE)  # with its last day
    answer(office, secretary)
    assert secretary.reads("Besvarat tis 24 nov")
    assert secretary.reads("Klart tis 24 nov")
    secretary.press("next_step")
    while secretary.shows(QAbstractButton, "next_step"):
        secretary.press("next_step")
    assert secretary.reads(_("This case is closed"))
    secretary.choose(_("Figures of cases"))
    secretary.press("other_year")  # the plan's year, which is chosen, has not begun
    assert secretary.reads(_("Answered in time"))
    secretary.window.close()
    assert holding(path.parent, ANSWER)

    office.clock = YEARS
    secretary = office.start(path)
    secretary.tab(_("Quality management"))
    secretary.choose(CASES)
    assert TITLE in secretary.rows(1)
    secretary.choose(_("Disposal"))
    office.dialogs.answer("fill", look_and_take_away)
    secretary.press("look")
    assert secretary.reads(DECISION), "one is shown the record of it"
    secretary.choose(CASES)
    assert TITLE not in secretary.rows(1)
    secretary.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert TITLE not in secretary.rows(1)
    secretary.window.close()
    for words in (TITLE, BODY, FROM, ANSWER):
        assert holding(path.parent, words) == []
        assert holding(data_folder(), words) == []
