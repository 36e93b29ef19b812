"""A decided plan is locked and printed without UTKAST; a file for reading only leads to a copy."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QListWidget, QTextEdit

from styrdesk.base.i18n import _
from tests.e2e.conftest import CLOCK, Office
from tests.e2e.printed import text_of
from tests.e2e.robots import Secretary, plain, until

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

# What stops the decision of the example's draft: the finding, where it leads, and what mends it.
MENDS = (
    ("1 480 000", "Driftbudget per verksamhet", "grid_budget_line", "Nämndens reserv", 4, "4 700"),
    ("1 624 400", "Driftbudget per slag", "grid_category_line", "Övrigt", 4, "25 200"),
    ("V3", "mål och uppdrag", "grid_assignment_answer", "V3", 2, "Simskola i varje stadsdel."),
)
DECISION = {
    "decided_on": date(2026, 11, 18),
    "paragraph": "§ 112",
    "registration_number": "2026/1187",
}
APPROVAL = {
    "approval_date": date(2026, 11, 20),
    "approval_names": "Åsa Öberg och Björn Ek",
    "approval_reference": "ref-77",
}


def plan_of(office: Office, year: str) -> Secretary:
    """The plan of a year in the example."""
    secretary = office.start(office.demo())
    secretary.tab(_("Planning process"))
    secretary.choose(_("Committee plan"))
    secretary.pick(_("Year"), year)
    return secretary


def first_text(secretary: Secretary) -> QTextEdit:
    return next(secretary.seen(QTextEdit))


def test_a_decided_plan_is_locked_and_printed_without_a_draft_mark(office: Office) -> None:
    secretary = plan_of(office, "2026")
    assert secretary.reads(_("The plan is decided"))
    secretary.choose("Ordföranden har ordet")
    before = secretary.text
    assert before
    secretary.click(first_text(secretary))
    secretary.type("Detta får inte stå här")
    secretary.choose("Driftbudget per verksamhet")
    cells = secretary.cells("grid_budget_line")
    secretary.stand("grid_budget_line", 0, 1)
    secretary.paste("1\t2\r\n3\t4")
    secretary.key(Qt.Key.Key_Delete)
    assert secretary.cells("grid_budget_line") == cells
    secretary.choose("Ordföranden har ordet")
    assert secretary.text == before
    assert not secretary.shows(QAbstractButton, "add_block")
    words = text_of(office.print_to(secretary, "beslutad.pdf"))
    assert "UTKAST" not in words
    assert before.split("\n")[0] in words


def test_a_refused_decision_leads_to_what_is_mended_and_undo_stops_at_the_decision(
    office: Office,
) -> None:
    secretary = plan_of(office, "2027")
    assert not secretary.reads(_("The plan is decided"))
    secretary.choose(_("Document information"))
    office.dialogs.answer("choose", 0)  # shown in Kontroll
    secretary.press("decide")
    assert "2 000 tkr" in plain(office.dialogs.said[-1][2])
    assert not secretary.reads(_("The plan is decided"))

    for lead, chapter, grid, row, column, words in MENDS:
        until(lambda: any(lead in said for said in secretary.findings), lead)  # noqa: B023
        secretary.choose(next(said for said in secretary.findings if lead in said))
        assert secretary.standing_on("outline").endswith(chapter)
        titles = [cells[0] for cells in secretary.cells(grid)]
        at = next(n for n, title in enumerate(titles) if title.startswith(row))
        secretary.write_cell(grid, at, column, words)
        until(lambda: not any(lead in said for said in secretary.findings), f"{lead} mended")  # noqa: B023
    secretary.choose(_("Document information"))
    office.dialogs.answer("fill", DECISION)
    secretary.press("decide")
    assert secretary.reads(_("The plan is decided"))
    assert not secretary.find(QAbstractButton, "undo").isEnabled()
    stop = _("Undo stops at the decision {day}").format(day=CLOCK.today())
    assert secretary.tip("undo").startswith(stop)
    words = text_of(office.print_to(secretary, "beslut.pdf"))
    assert "UTKAST" not in words
    assert "ref-77" not in words

    office.dialogs.answer("fill", APPROVAL)
    secretary.press("approve")
    assert secretary.reads(_("The plan is decided and approved"))
    words = text_of(office.print_to(secretary, "justerad.pdf"))
    assert all(said in words for said in ("ref-77", "2026-11-20", "Åsa Öberg och Björn Ek"))
    assert _("Decided and approved") in words


def test_a_file_for_reading_only_leads_to_a_copy_to_work_in(office: Office) -> None:
    path = office.demo()
    office.locked.add(path)
    content = path.read_bytes()
    secretary = office.start(path)
    assert secretary.saved == _("Reading only")
    secretary.tab(_("Planning process"))
    secretary.choose(_("Committee plan"))
    secretary.choose("Ordföranden har ordet")
    before = secretary.text
    secretary.click(first_text(secretary))
    secretary.type("Får inte stå här")
    assert secretary.text == before

    copy = office.folder / "kopia.styrdesk"
    office.dialogs.answer("save_file", copy).answer("message")
    secretary.press("save_copy")
    office.dialogs.answer("open_file", copy)
    secretary.key(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert "kopia" in secretary.window.windowTitle()
    assert not secretary.shows(QAbstractButton, "save_copy")
    secretary.tab(_("Planning process"))
    secretary.choose(_("Committee plan"))
    secretary.choose("Ordföranden har ordet")
    secretary.click(first_text(secretary))
    secretary.key(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    secretary.type("I kopian: ")
    secretary.wait_saved()
    assert secretary.text == f"I kopian: {before}"
    assert secretary.standing_on("outline").endswith("Ordföranden har ordet")
    assert secretary.window.close()
    assert path.read_bytes() == content
    again = office.start(copy)
    again.choose("Ordföranden har ordet")
    assert again.text.startswith("I kopian: ")
    assert again.shows(QListWidget, "outline")
