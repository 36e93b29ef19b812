"""A nämndplan from an empty desk to a PDF, and all of it still there the next day."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QListWidget, QTextEdit

from styrdesk.base.i18n import _
from tests.e2e.conftest import Office
from tests.e2e.printed import text_of
from tests.e2e.robots import Secretary, until

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

# As Excel lays cells on the clipboard: tabs, no-break spaces in the thousands, a real minus.
FRAME = (
    "Kommunbidrag\t1\u00a0412\u00a0300\t1\u00a0450\u00a0100\t1\u00a0481\u00a0200\r\n"
    "Löneuppräkning\t38\u00a0600\t36\u00a0900\t37\u00a0800\r\n"
    "Effektivisering\t\u2212800\t\u22125\u00a0800\t\u22127\u00a0200\r\n"
)
VALUES = "78,1\t79,4\ti.u.\r\n80,0\t82,5\t83,0\r\n"
BUDGET = (
    "Förskola\t398\u00a0200\t405\u00a0000\t14\u00a0100\t426\u00a0200\t\t420\u00a0000\t430\u00a0000\r\n"
    "Grundskola\t1\u00a0010\u00a0400\t1\u00a0012\u00a0000\t40\u00a0000\t1\u00a0085\u00a0400\t\t1\u00a0061\u00a0200\t1\u00a0081\u00a0800\r\n"
    "Effektivisering\t0\t0\t0\t\u2212800\t\t0\t0\r\n"
)
GRID, COST, NET, TITLE = "grid_budget_line", 4, 5, 0
OVER = "6 600 tkr"
BUDGET_CHAPTER = "Driftbudget per verksamhet"
SENTENCE = "Vi satsar på läsningen – från förskola till gymnasium, och håller 1 450 100 tkr."


def begin(office: Office) -> Secretary:
    """A new file from the welcome page."""
    secretary = office.start()
    secretary.fill("municipality", "Borlänge kommun")
    secretary.fill("committee", "Barn- och bildningsnämnden")
    secretary.fill("year", "2027")
    secretary.fill("person", "Åsa Öberg")
    office.dialogs.answer("save_file", office.folder / "BUN.styrdesk")
    secretary.press("go_on")
    return secretary


def organise(secretary: Secretary) -> None:
    """A unit, and a person with a role in it."""
    secretary.tab(_("Planning process"))
    secretary.choose(_("Units"))
    secretary.press("new")
    secretary.fill("name", "Utbildningsförvaltningen")
    secretary.choose(_("People"))
    secretary.press("new")
    secretary.fill("name", "Björn Ek")
    secretary.stand("lines", 0, 0)
    secretary.paste(f"{_('Chair')}\tUtbildningsförvaltningen")


def steer(secretary: Secretary) -> None:
    """What kommunfullmäktige gives: plan, goal, indicator, assignment, frame."""
    for page, title in (
        (_("Strategic plans"), "Strategisk plan 2027–2030"),
        (_("Goals"), "Alla elever når målen"),
        (_("Assignments"), "Stärk läsningen"),
        (_("Indicators"), "Behöriga till gymnasiet"),
    ):
        secretary.choose(page)
        secretary.press("new")
        secretary.fill("title", title)
    secretary.fill("unit", "%")
    secretary.stand("values", 0, 1)
    secretary.paste(VALUES)
    secretary.choose(_("Budget frames"))
    secretary.press("new")
    secretary.stand("lines", 0, 1)
    secretary.paste(FRAME)
    secretary.press("close_form")


def go_over_the_frame_and_mend_it(secretary: Secretary) -> None:
    """Paste a budget that is too large; undo and redo what mended it."""
    secretary.choose(BUDGET_CHAPTER)
    secretary.stand(GRID, 0, TITLE)
    secretary.paste(BUDGET)
    net = [row[NET] for row in secretary.cells(GRID)]
    assert net == ["412 100", "1 045 400", "−800", "", "1 456 700"]
    assert any(words.startswith(OVER) for words in secretary.words())
    secretary.press("show_check")
    until(lambda: any(OVER in said for said in secretary.findings), "the frame in Kontroll")

    secretary.write_cell(GRID, 1, COST, "1 078 800")
    until(lambda: not any("1 450 100" in said for said in secretary.findings), "a kept frame")
    assert not secretary.reads(OVER)
    assert secretary.cells(GRID)[-1][NET] == "1 450 100"

    assert _("Change operating budget") in secretary.tip("undo")
    secretary.undo()
    until(lambda: any(OVER in said for said in secretary.findings), "the frame in Kontroll again")
    secretary.redo()
    until(lambda: not secretary.reads(OVER), "a kept frame again")


def come_back(office: Office) -> None:
    """The next day: the same place, the same words, and undo still knows what was done."""
    secretary = office.start(office.folder / "BUN.styrdesk")
    assert "2027" in secretary.window.windowTitle()
    assert secretary.shows(QListWidget, "outline")
    secretary.choose("Ordföranden har ordet")
    assert secretary.text == SENTENCE
    assert _("Change operating budget") in secretary.tip("undo")
    secretary.press("undo")
    secretary.choose(BUDGET_CHAPTER)
    assert secretary.cells(GRID)[1][NET] == "1 045 400"
    secretary.press("redo")
    assert secretary.cells(GRID)[-1][NET] == "1 450 100"


def test_a_plan_is_made_printed_and_found_again_the_next_day(office: Office) -> None:
    secretary = begin(office)
    assert "BUN · Barn- och bildningsnämnden 2027" in secretary.window.windowTitle()
    organise(secretary)
    assert secretary.cells("lines")[0][:2] == (_("Chair"), "Utbildningsförvaltningen")
    assert secretary.rows() == ["Björn Ek", "Åsa Öberg"]
    steer(secretary)
    for page, row in (
        (_("Indicators"), "Behöriga till gymnasiet"),
        (_("Assignments"), "Stärk läsningen"),
        (_("Goals"), "Alla elever når målen"),
    ):
        secretary.choose(page)
        assert secretary.rows(1) == [row]

    secretary.choose(_("Committee plan"))
    secretary.choose("Ordföranden har ordet")
    secretary.click(secretary.find(QTextEdit, _("Text")))
    secretary.type(SENTENCE)
    secretary.wait_saved()
    assert secretary.saved == "Sparat 14.02"
    secretary.choose("Ekonomisk ram")
    assert secretary.cells("grid_frame_item")[-1][1:] == ("1 450 100", "1 481 200", "1 511 800")
    go_over_the_frame_and_mend_it(secretary)

    words = text_of(office.print_to(secretary, "plan.pdf"))
    assert "UTKAST" in words
    assert SENTENCE in words
    for amount in ("412 100", "1 038 800", "−800", "1 450 100", "1 511 800"):
        assert amount in words

    assert secretary.window.close()
    come_back(office)
