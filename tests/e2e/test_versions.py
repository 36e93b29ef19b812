"""What was decided is printed as it was, whatever kommunfullmäktige gives later; then revised."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt

from styrdesk.base.i18n import _
from styrdesk.ui.kit.register_table import RegisterTable
from tests.e2e.conftest import Office
from tests.e2e.printed import text_of
from tests.e2e.robots import Secretary

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

NEW_FRAME = "2 345 678"


def open_frame(secretary: Secretary, year: str) -> None:
    """Click on the frame of a year in the register, and press Enter."""
    table = secretary.find(RegisterTable, "table")
    model = table.model()
    cells = [
        model.index(row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    cell = next(cell for cell in cells if str(cell.data()) == year)
    secretary.click(table, table.visualRect(cell).center())
    secretary.key(Qt.Key.Key_Return)


def test_a_frame_changed_after_the_decision_changes_the_new_version_alone(office: Office) -> None:
    secretary = office.start(office.demo())
    secretary.tab(_("Planning process"))
    secretary.choose(_("Committee plan"))
    secretary.pick(_("Year"), "2026")
    before = office.print_to(secretary, "beslutad.pdf").read_bytes()

    secretary.choose(_("Budget frames"))
    open_frame(secretary, "2026")
    secretary.write_cell("lines", 0, 1, NEW_FRAME)
    secretary.wait_saved()
    assert secretary.cells("lines")[0][1] == NEW_FRAME
    secretary.choose(_("Committee plan"))
    secretary.choose(_("Document information"))
    again = office.print_to(secretary, "igen.pdf")
    assert again.read_bytes() == before
    assert NEW_FRAME not in text_of(again)

    found = re.search(r"Kontrollkod (\S+)", text_of(again))
    assert found is not None
    office.dialogs.answer("enter", found[1].lower()).answer("question", False)
    secretary.press("check_paper")
    _kind, head, body = office.dialogs.said[-1]
    assert head == _("The paper is the decided plan in force")
    assert "version 1" in body

    office.dialogs.answer("question", True)
    secretary.press("revise")
    assert secretary.reads(_("You are writing version {number}").format(number=2))
    words = text_of(office.print_to(secretary, "utkast.pdf"))
    assert "UTKAST" in words
    assert "Version 1.0, beslutad 2025-12-10 § 112" in words
    assert NEW_FRAME in words
    assert "Kontrollkod" not in words
    secretary.undo()
    assert secretary.reads(_("The plan is decided"))
    assert office.print_to(secretary, "åter.pdf").read_bytes() == before
