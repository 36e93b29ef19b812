"""Last year's plan is carried over, gone through and printed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton

from styrdesk.base.i18n import _
from tests.e2e.conftest import Office
from tests.e2e.printed import text_of
from tests.e2e.robots import Secretary

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

GRID = "grid_budget_line"


def keeps(secretary: Secretary) -> list[QAbstractButton]:
    """The buttons that keep what is shown as it stands."""
    return [one for one in secretary.seen(QAbstractButton) if one.objectName() == "keep_carried"]


def test_last_years_plan_is_carried_over_and_printed(office: Office) -> None:
    secretary = office.start(office.demo())
    secretary.tab(_("Planning process"))
    secretary.choose(_("Committee plan"))
    secretary.pick(_("Year"), "2027")
    secretary.choose("Driftbudget per verksamhet")
    before = secretary.cells(GRID)
    office.dialogs.answer("enter", "2028")
    secretary.pick(_("Year"), _("New year …"))
    office.dialogs.answer("fill", lambda sheet: sheet.go_on())
    secretary.press("carry_over")

    secretary.choose("Driftbudget per verksamhet")
    after = secretary.cells(GRID)
    assert [row[0] for row in after] == [row[0] for row in before]
    assert [row[2] for row in after][:-2] == [row[5] for row in before][:-2]  # Budget 27
    assert [row[5] for row in after][:-2] == [row[6] for row in before][:-2]  # Budget 28
    assert len(keeps(secretary)) == 2  # the text and the table
    for left in (1, 0):
        secretary.click(keeps(secretary)[0])
        assert len(keeps(secretary)) == left
    secretary.undo()
    assert len(keeps(secretary)) == 1

    words = text_of(office.print_to(secretary, "plan.pdf"))
    assert "Nämndplan 2028 med plan 2029–2030" in words
    assert "UTKAST" in words
    assert after[-1][5] in words
