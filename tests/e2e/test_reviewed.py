"""A styrdokument falls due, is reviewed, and its successor replaces it and is read."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QListWidget

from styrdesk.base.i18n import _
from styrdesk.domain.governing_document import ReviewKind, ReviewResult
from styrdesk.ui.kit.register_table import RegisterTable
from styrdesk.ui.kit.sheet import Sheet
from tests.e2e.conftest import Office
from tests.e2e.robots import Secretary

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

DOCUMENT = "Informationshanteringsplan"
DOCUMENTS = "Övergripande interna styrdokument"
TITLE, VERSION, DUE, STATE = 1, 2, 5, 6


def review(sheet: Sheet) -> bool:
    """It is looked at, and must be written anew."""
    for name, value in (
        ("kind", ReviewKind.YEARLY),
        ("result", ReviewResult.REVISE),
        ("comment", "Molntjänsterna saknas"),
    ):
        sheet.form[name].set_value(value)
    return sheet.go_on()


def adopt(sheet: Sheet) -> bool:
    """Adopted by the nämnd five days ago."""
    sheet.form["decided_by"].set_value("Barn- och bildningsnämnden")
    sheet.form["decided_on"].set_value(date(2026, 11, 18))
    return sheet.go_on()


def standing(secretary: Secretary) -> list[tuple[str, ...]]:
    """Version, next review and state of each row that is called as the document."""
    columns = [secretary.rows(n) for n in (TITLE, VERSION, DUE, STATE)]
    return [row[1:] for row in zip(*columns, strict=True) if row[0] == DOCUMENT]


def to_list(secretary: Secretary) -> None:
    secretary.press("close_form")
    secretary.find(RegisterTable, "table")


def test_a_document_falls_due_is_reviewed_and_its_successor_replaces_it(office: Office) -> None:
    secretary = office.start(office.demo(person="Ängla"))
    todo = secretary.find(QListWidget, _("To do"))
    told = [said for said in secretary.lines(todo) if DOCUMENT in said]
    to_read = _("Read: {title}").format(title=DOCUMENT)
    assert told == [to_read, DOCUMENT]
    secretary.choose(DOCUMENT)
    assert secretary.reads(DOCUMENT)
    assert secretary.reads(_("To be reviewed"))

    office.dialogs.answer("fill", review)
    secretary.press("review")
    assert secretary.reads("Molntjänsterna saknas")
    secretary.press("new_version")
    assert secretary.reads(_("Version {number}").format(number=2))
    secretary.fill("review_due", "2027-11-18")
    office.dialogs.answer("fill", adopt)
    secretary.press("adopt")
    secretary.wait_saved()
    assert secretary.reads("Version 1 · Ersatt")
    to_list(secretary)
    assert standing(secretary) == [("2", "2027-11-18", "Gäller")]

    secretary.tab(_("Start"))
    todo = secretary.find(QListWidget, _("To do"))
    assert [said for said in secretary.lines(todo) if DOCUMENT in said] == [to_read]
    secretary.choose(to_read)
    secretary.press("read")
    secretary.tab(_("Start"))
    todo = secretary.find(QListWidget, _("To do"))
    assert not any(DOCUMENT in said for said in secretary.lines(todo))
