"""A newcomer's first ten minutes: nobody helps, and whatever is pressed leads on.

She looks at the example, begins a file of her own with a mistake on the way, follows the way that
Start shows, asks F1, makes the plan from its template, writes, sees it on the page beside, saves a
PDF, goes home, and finds it all again the next morning. What she does is only what the window says
at that moment: no robot here knows a thing by any name but the words on it.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QListWidget, QTextEdit

from styrdesk.base.i18n import _
from styrdesk.ui.shell.help_window import HelpWindow
from tests.e2e.conftest import Office
from tests.e2e.newcomer import Newcomer
from tests.e2e.printed import text_of
from tests.e2e.robots import until

pytestmark = [pytest.mark.e2e, pytest.mark.slow]
PLAN = "Nämndplan 2027 med plan 2028–2029"
FOREWORD = "Ordföranden har ordet"
WORDS = "Vi börjar med det som invånarna frågar efter."
STEPS = [
    "Lägg in nämndens enheter", "Lägg in personerna", "Lägg in fullmäktiges strategiska plan",
    "Lägg in fullmäktiges mål och uppdrag", "Lägg in indikatorerna",
    "Lägg in den ekonomiska ramen för 2027", "Börja på nämndplanen för 2027",
]  # fmt: skip


def look_at_the_example(secretary: Newcomer) -> None:
    """The third way on the first page, and the plan in it."""
    secretary.press("Titta på ett exempel")
    secretary.press("Öppna exemplet")
    assert "Exempel" in secretary.window.windowTitle()
    secretary.tab(_("Planning process"))
    secretary.choose(_("Committee plan"))
    secretary.choose(FOREWORD)
    assert len(secretary.text) > 200


def begin_a_file(office: Office, secretary: Newcomer) -> None:
    """From the menu; a field is forgotten, and the question where is thought better of once."""
    secretary.press("Meny")
    secretary.choose_in_menu("Ny fil …")
    secretary.fill("Nämnd", "Kulturnämnden")
    secretary.pick("Planens mall", "Ingen plan ännu")
    secretary.fill("Ditt namn", "Åsa Öberg")
    secretary.press("Skapa filen …")
    assert secretary.reads("Fyll i kommun.")
    assert secretary.focus.accessibleName() == "Kommun"
    secretary.type("Borlänge kommun")
    office.dialogs.answer("save_file", None)
    secretary.press("Skapa filen …")
    assert secretary.value("Nämnd") == "Kulturnämnden"
    office.dialogs.answer("save_file", office.folder / "Kultur.styrdesk")
    secretary.press("Skapa filen …")
    assert "Kultur · Kulturnämnden 2027" in secretary.window.windowTitle()


def steps(secretary: Newcomer) -> list[str]:
    """The way to the first plan that Start shows."""
    lines = secretary.lines(secretary.find(QListWidget, "Att göra"))
    return [step for step in STEPS if any(step in line for line in lines)]


def follow_the_way(secretary: Newcomer) -> None:
    """The first step that Start shows is done, and goes from the list."""
    assert secretary.reads("Hej Åsa")
    assert steps(secretary) == STEPS
    secretary.key(Qt.Key.Key_Return)  # Start stands on the first of them
    secretary.press("Ny enhet")
    secretary.fill("Namn", "Kulturförvaltningen")
    secretary.wait_saved()
    secretary.tab(_("Start"))
    assert steps(secretary) == STEPS[1:]


def make_the_plan(secretary: Newcomer) -> None:
    """The page says that there is no plan, and offers the template's."""
    secretary.tab(_("Planning process"))
    secretary.choose(_("Committee plan"))
    secretary.press("Ny nämndplan från mall")
    secretary.choose(FOREWORD)


def ask_for_help(secretary: Newcomer) -> None:
    """F1 tells of the page; a word that is looked for is found."""
    secretary.key(Qt.Key.Key_F1)
    page = secretary.window.help.shown
    assert isinstance(page, HelpWindow)
    assert page.words.toPlainText().startswith("Nämndplan\n")
    page.search.setFocus()
    secretary.type("skriver ut")
    assert "Förhandsvisning och utskrift" in [page.list.item(n).text() for n in range(3)]
    secretary.key(Qt.Key.Key_Escape)  # the words that were looked for go first
    secretary.key(Qt.Key.Key_Escape)
    assert secretary.window.help.shown is None
    until(secretary.window.isActiveWindow, "the window in front again")


def test_a_newcomer_gets_from_nothing_to_a_pdf_without_help(office: Office) -> None:
    secretary = office.start_anew()
    assert secretary.reads("Välkommen till Styrdesk")
    look_at_the_example(secretary)
    begin_a_file(office, secretary)
    follow_the_way(secretary)

    make_the_plan(secretary)
    ask_for_help(secretary)
    secretary.click(secretary.find(QTextEdit, _("Text")))
    secretary.type("Fel ")
    secretary.undo()
    secretary.type(WORDS)
    secretary.wait_saved()
    secretary.tab(_("Preview"))
    until(lambda: secretary.shows(QLabel, "Sida 4 av 8"), "the page of her chapter")
    words = text_of(office.print_to(secretary, "plan.pdf"))
    assert WORDS in words
    assert PLAN in words
    secretary.tab(_("Start"))
    assert steps(secretary) == []  # it is written in: no way is needed any more
    assert secretary.reads(FOREWORD)

    assert secretary.window.close()
    again = office.start_anew()
    assert again.reads("Kultur")
    assert isinstance(again.focus, QListWidget)
    again.key(Qt.Key.Key_Return)
    until(lambda: "Kultur · " in again.window.windowTitle(), "her file")
    again.tab(_("Planning process"))
    again.choose(_("Committee plan"))
    again.choose(FOREWORD)
    assert again.text == WORDS
    assert again.shows(QAbstractButton, "Spara som PDF …")
