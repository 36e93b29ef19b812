"""A failed point of an egenkontroll becomes an avvikelse, is mended, counted and told of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QTextEdit

from styrdesk.base.i18n import _
from tests.e2e.conftest import Office
from tests.e2e.printed import text_of
from tests.e2e.robots import CTRL, Secretary, until
from tests.e2e.test_checklists import LATE, TYPED

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

TITLE = f"{LATE}: Kyl 2"
CASES, FOLLOW_UP = "Avvikelse-, klagomål- och synpunktshantering", "Uppföljning"
CAUSE = "Lokaler"
SAID = "Dörrlisten är bytt och kylen håller 5 grader."


def fill_in(secretary: Secretary) -> None:
    """The list that is late stands first on Start; one point of it fails."""
    secretary.choose(LATE)
    secretary.key(Qt.Key.Key_J)
    for words in TYPED:
        secretary.type(words)
        secretary.key(Qt.Key.Key_Return)
    secretary.key(Qt.Key.Key_J)
    secretary.key(Qt.Key.Key_J)
    secretary.press(_("Sign"))
    secretary.press(_("Make a deviation of it"))


def on(secretary: Secretary) -> None:
    secretary.press("next_step")
    secretary.wait_saved()


def go_through(secretary: Secretary) -> None:
    """All steps of the case, to an action that is done and followed up."""
    on(secretary)
    secretary.pick("handler_id", "Bärbel")
    on(secretary)
    secretary.pick("severity", "2")
    secretary.pick("likelihood", "2")
    on(secretary)
    secretary.stand(_("Why?"), 0, 0)
    secretary.paste("Kylen höll inte temperaturen\nDörrlisten var sliten")
    secretary.pick("category_id", CAUSE)
    on(secretary)
    secretary.stand(_("Actions"), 0, 0)
    secretary.paste("Byt dörrlist\tFastighet\t2026-12-01\t2026-11-23")
    on(secretary)
    secretary.press("next_step")
    assert secretary.reads("1 åtgärd är inte uppföljd")
    secretary.stand(_("Follow-up"), 0, 2)
    secretary.paste("Kylen håller 5 grader\t2026-11-23")
    on(secretary)
    assert secretary.reads(_("This case is closed"))


def figure(secretary: Secretary, name: str) -> int:
    """The number that stands last under a name."""
    words = secretary.words()
    return int(words[len(words) - words[::-1].index(name)])


def of_cause(secretary: Secretary) -> int:
    """How many of the year's cases the chart counts under the cause."""
    secretary.press("table_causes")
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    return next((int(line[1]) for line in lines if line[0].startswith(CAUSE)), 0)


def counted(secretary: Secretary) -> tuple[int, int]:
    """How many cases the statistics have of the year, and of the cause."""
    secretary.choose(_("Figures of cases"))
    return figure(secretary, _("Arrived")), of_cause(secretary)


def reported(secretary: Secretary) -> tuple[int, int, int]:
    """What the kvalitetsberättelse counts: lists signed, lists with failures, cases."""
    secretary.choose(FOLLOW_UP)
    secretary.choose(_("Report on quality"))
    names = (_("Lists signed"), _("Lists with failures"), _("Arrived"))
    signed, failed, arrived = (figure(secretary, name) for name in names)
    return signed, failed, arrived


def test_a_failed_point_is_followed_to_a_measure_the_figures_and_the_report(
    office: Office,
) -> None:
    secretary = office.start(office.demo(person="Bärbel"))
    secretary.tab(_("Quality management"))
    secretary.pick(_("Year"), "2026")
    signed, failed, told = reported(secretary)
    secretary.choose(CASES)
    arrived, due_to_it = counted(secretary)

    secretary.tab(_("Start"))
    fill_in(secretary)
    assert secretary.value("title") == TITLE
    go_through(secretary)

    assert counted(secretary) == (arrived + 1, due_to_it + 1)
    assert reported(secretary) == (signed + 1, failed + 1, told + 1)
    section = _("Commentary: {section}").format(section=_("Deviations, complaints and comments"))
    secretary.click(secretary.find(QTextEdit, section))
    secretary.key(Qt.Key.Key_End, CTRL)
    secretary.type(SAID)
    secretary.wait_saved()
    path = office.folder / "berattelse.pdf"
    office.dialogs.answer("save_file", path)
    secretary.press("save_report")
    until(lambda: secretary.shows(QAbstractButton, _("Open")), "the report")
    words = text_of(path)
    assert "Kvalitetsberättelse 2026" in words
    assert SAID in words
