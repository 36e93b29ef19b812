"""The printed demo says every figure, goal, indicator, activity, risk and name of its plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from styrdesk.base.formats import stamp
from styrdesk.base.i18n import _, use_language
from styrdesk.domain import richtext
from styrdesk.domain.plan import Approval, BlockKind
from styrdesk.reports.letterhead import registered
from tests.helpers.pdf_checks import spoken
from tests.reports.namndplan import expected_2026 as expected
from tests.reports.namndplan import small
from tests.reports.namndplan.printed import NOON, demo, document_print, plain_text, printed


@pytest.fixture
def plan():
    return printed(2026)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (expected.FRAME, ("Ingående kommunbidrag",)),
        (expected.OPERATING, ("Nämnd och ledning", "1 383 900")),
        (expected.CATEGORIES, ("Köp av verksamhet/IKE",)),
    ],
    ids=["frame", "operating", "categories"],
)
def test_every_amount_stands_in_its_row_and_column(plan, text: str, cells) -> None:
    wanted = expected.rows(text)
    printed_rows = [row for row in plan.table(*cells) if len(row) == len(wanted[0])][1:]
    for want, row in zip(wanted, printed_rows, strict=True):
        assert row[1:] == [spoken(cell) for cell in want[1:]]
        assert want[0] in ("*", row[0])


def test_every_investment_stands_with_its_years_and_sum(plan) -> None:
    rows = {row[0]: row for row in plan.table("Inventarier ny F–6-skola")}
    for name, *years in expected.rows(expected.INVESTMENTS):
        row = rows[_("Total") if name == "*" else name]
        assert row[3:6] == [spoken(year) for year in years]


def test_every_indicator_value_stands_in_its_row(plan) -> None:
    rows = {row[0]: row for row in plan.table("I1", "I10")}
    for code, *values in expected.rows(expected.INDICATORS):
        row = rows[code][3:]
        assert [v if w != "?" else "?" for v, w in zip(row, values, strict=True)] == values
    assert rows["I2"][4] == _("n/a")


def test_every_risk_stands_with_its_computed_value(plan) -> None:
    rows = {row[0]: row for row in plan.table("R1", "R6")}
    for code, process, *values in expected.rows(expected.RISKS):
        row = rows[code]
        assert (row[1], row[3:6]) == (process, values)


def test_every_risk_stands_in_its_square_of_the_matrix(plan) -> None:
    """Rows fall from likelihood 4 to 1, columns rise from impact 1 to 4."""
    squares = plan.table(_("Likelihood"), "16")[2:]
    for code, _process, likelihood, impact, value in expected.rows(expected.RISKS):
        square = squares[4 - int(likelihood)][int(impact)]
        assert square.split()[0] == value
        assert code in square.replace(",", "").split()
    assert sum(square.count("R") for row in squares for square in row) == 6


def test_every_control_stands_whole(plan) -> None:
    table = plan.table("stickprov 20 nyanställningar")
    for row in expected.rows(expected.CONTROLS):
        assert row in table


def test_every_chapter_name_date_and_code_is_printed(plan, tmp_path) -> None:
    words, other = plan.words, plain_text(plan.data, tmp_path)
    headings = plan.reading.text("H2", "H3")
    for line in expected.CHAPTERS.strip().splitlines():
        assert line in headings
    for row in expected.rows(expected.WORDS) + expected.rows(expected.INFORMATION):
        for word in row:
            assert word in words, word
    for row in expected.rows(expected.OPERATING):
        for cell in row[1:]:
            assert cell in other


@pytest.mark.parametrize("year", [2026, 2027])
def test_every_text_of_the_plan_is_printed(year: int) -> None:
    """From the data itself: what somebody has written is on paper."""
    document, words = demo(year).document, printed(year).words
    texts = [chapter.title for chapter in document.chapter]
    for block in document.block:
        if block.kind is BlockKind.TEXT:
            texts += [
                "".join(run.text for run in runs)
                for runs in richtext.runs_of(richtext.parse(block.body))
            ]
    for table, names in {
        "activity": ("code", "title", "responsible", "comment"),
        "budget_line": ("title",),
        "committee_goal": ("code", "title", "motivation", "responsible"),
        "control": ("title", "method", "frequency", "responsible", "reported"),
        "cycle_event": ("title", "responsible", "body"),
        "frame_item": ("title",),
        "goal": ("code", "title"),
        "indicator": ("code", "title", "source", "responsible"),
        "investment": ("title",),
        "risk": ("code", "process", "title", "cause", "consequence"),
        "signatory": ("role", "name"),
        "volume": ("title", "unit"),
    }.items():
        texts += [getattr(row, name) for row in document.rows(table) for name in names]
    missing = [text for text in texts if text and spoken_lines(text) - said(words, text)]
    assert missing == []


def spoken_lines(text: str) -> set[str]:
    return {spoken(line).replace("§ ", "§ ") for line in text.splitlines() if line.strip()}


def said(words: str, text: str) -> set[str]:
    return {line for line in spoken_lines(text) if line in words}


def test_an_assignment_given_after_the_decision_is_not_in_the_plan() -> None:
    made = small.document()
    (task,) = made.assignment
    for day, there in ((date(2025, 12, 10), True), (date(2025, 12, 11), False)):
        later = replace(made, assignment=(replace(task, decided_on=day),), assignment_answer=())
        assert (task.title in document_print(later).words) is there
    answered = replace(made, assignment=(replace(task, decided_on=date(2026, 6, 1)),))
    assert task.title in document_print(answered).words


def test_the_plan_has_twenty_to_thirty_pages() -> None:
    assert 20 <= len(printed(2026).reading.pdf.pages) <= 30
    assert 20 <= len(printed(2026, "en").reading.pdf.pages) <= 30


def test_the_contents_hold_every_chapter_in_one_page(plan) -> None:
    entries = plan.reading.text("TOCI")
    document = demo(2026).document
    titles = [chapter.title for level, chapter in document.chapters if level <= 2]
    assert len(entries) == len(titles)
    assert all(title in entry for title, entry in zip(titles, entries, strict=True))
    first = plan.reading.root.named("TOC")[0]
    pages = {str(node.element.get("/Pg").objgen) for node in first.named("Link")}
    assert len(pages) == 1


def test_english_has_no_swedish_word_of_the_program_and_amounts_in_english_form() -> None:
    english = printed(2026, "en")
    own = set()
    for text in (
        "Document information",
        "Contents",
        "Outgoing frame",
        "Net cost",
        "Document owner",
    ):
        use_language("sv")
        swedish = _(text)
        assert spoken(text) in english.words
        if swedish != text:
            own.add(swedish)
    heads = {spoken(n.text()) for n in english.reading.root.named("TH", "Caption")}
    assert own & heads <= set()
    assert "1,450,100" in english.words
    assert "−29,000" in english.words
    assert "83.0" in english.words
    row = next(
        r
        for r in english.table("Nämnd och ledning", "1,383,900")
        if r[0] == "Förskola och pedagogisk omsorg"
    )
    assert row[1] == "388,900"


def test_a_draft_says_so_on_every_page_and_a_decided_plan_on_none() -> None:
    draft, decided = printed(2027).reading, printed(2026).reading
    pages = len(draft.pdf.pages)
    assert draft.artifacts.count(_("DRAFT")) == 2 * pages - 1  # in the headers too, but the cover
    assert _("DRAFT") not in decided.artifacts


def test_a_draft_tells_when_it_was_printed_and_a_decided_plan_does_not() -> None:
    """Two drafts on one table are told apart; a decided plan has its code instead."""
    said = _("Printed {when}").format(when=stamp(NOON))
    draft, decided = printed(2027).reading, printed(2026).reading
    assert draft.artifacts.count(said) == len(draft.pdf.pages)
    assert said not in decided.artifacts


def test_a_draft_is_to_be_adopted_and_a_decided_plan_is_adopted() -> None:
    for year, said, unsaid in (
        (2027, _("To be adopted by"), _("Adopted by")),
        (2026, _("Adopted by"), _("To be adopted by")),
    ):
        aloud = " ".join(printed(year).reading.text("TH", "P"))
        assert said in aloud
        assert unsaid not in aloud


def test_a_goal_does_not_tell_its_kind_in_the_same_words_twice(plan) -> None:
    heads = plan.reading.text("TH")
    assert "KF3 Hållbart Borlänge (verksamhetsmål, god ekonomisk hushållning)" in heads
    assert "KF4 God ekonomisk hushållning – verksamhetsmål" in heads
    assert "KF5 God ekonomisk hushållning – finansiella mål (finansiellt mål)" in heads


def test_the_number_at_the_head_of_each_page_says_what_it_is(plan) -> None:
    assert plan.reading.artifacts.count("Dnr 2025/1187") == len(plan.reading.pdf.pages) - 1


@pytest.mark.parametrize("number", ["Dnr 2025/7", "dnr: 2025/7", ""])
def test_a_number_that_says_so_itself_is_not_told_twice(number: str) -> None:
    assert registered(number) == number


def test_a_cover_without_a_logo_names_the_municipality() -> None:
    assert printed(2026).reading.text("P")[0] == "Borlänge kommun"


def test_an_empty_chapter_of_a_draft_says_so() -> None:
    assert _("Nothing is written here yet.") in printed(2027).reading.text("P")


@pytest.mark.parametrize(("letters", "together"), [(300, True), (2400, False)])
def test_lines_to_sign_on_stand_with_their_words_and_begin_a_page_only_where_they_must(
    letters: int, together: bool
) -> None:
    made = small.document()
    first, signing = (c for c in made.chapter if c.title in {"Inledning", "Om signatures"})
    blocks = {b.chapter_id: b for b in made.block if b.kind is not BlockKind.IMAGE}
    words = "<p>" + "Nämnden beslutar. " * (letters // 18) + "</p>"
    text = replace(blocks[first.id], body=words)
    said = replace(text, id=small.uid("said"), chapter_id=signing.id, body="<p>Härmed.</p>")
    document = replace(
        made,
        plan=(small.plan(approval=Approval.SIGNATURES),),
        chapter=(first, signing),
        block=(text, said, replace(blocks[signing.id], position=9)),
    )
    root = document_print(document).reading.root
    pages = {spoken(n.text()): mark[0] for n in root.named("H2", "P") if (mark := n.first())}
    assert pages["Härmed."] == pages["2 Om signatures"] == pages["Ordförande"]
    assert (pages["1 Inledning"] == pages["2 Om signatures"]) is together
