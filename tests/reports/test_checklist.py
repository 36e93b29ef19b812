"""A checklist on paper: conforms, says what was answered, and can be filled in by pen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest

from styrdesk.domain.checklist import ChecklistStatus, ItemKind
from styrdesk.domain.errors import RuleBroken
from styrdesk.reports import kit, printing
from styrdesk.reports.catalogue import BLANK_CHECKLIST, CHECKLIST, CHECKLIST_OUTCOME
from styrdesk.reports.checklist.render import parts
from styrdesk.reports.kit.columns import decide
from styrdesk.reports.spec import ReportSpec
from styrdesk.services.catalogue import Services
from tests.helpers.files import demo_services
from tests.helpers.pdf_checks import Reading, spoken, validator_findings
from tests.reports.kit import edge

_TICKED = 8  # points a side, nearly 3 mm
_WRITTEN = 110  # points for a comment by hand


@pytest.fixture(scope="module")
def demo() -> Iterator[Services]:
    with demo_services() as services:
        yield services


def read(services: Services, spec: ReportSpec[Any], choice: str, language: str) -> Reading:
    """What a screen reader reads of a print that conforms."""
    data = printing.collect(spec, services, choice, language)
    content = printing.render(spec.render, data, language)
    assert validator_findings(content) == []
    reading = Reading(content)
    assert reading.findings() == []
    return reading


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("status", list(ChecklistStatus))
def test_a_filled_list_conforms(demo: Services, status: ChecklistStatus, language: str) -> None:
    for checklist in demo.checklists.rows({"status": status})[:3]:
        read(demo, CHECKLIST, checklist.id, language)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_template_to_fill_in_by_pen_conforms(demo: Services, language: str) -> None:
    kinds = set()
    for template in demo.checklist_templates.rows():
        read(demo, BLANK_CHECKLIST, template.id, language)
        kinds |= {item.kind for item in demo.checklists.template_form(template.id).items}
    assert kinds == set(ItemKind)


def words(reading: Reading) -> str:
    return " ".join(spoken(reading.root.text()).split())


def test_a_filled_list_says_answers_who_when_and_comments(demo: Services) -> None:
    flawed = next(
        one
        for one in demo.checklists.rows({"status": ChecklistStatus.SIGNED})
        if one.title == "Egenkontroll livsmedel" and one.failed
    )
    said = words(read(demo, CHECKLIST, flawed.id, "sv"))
    answers = demo.checklists.answers(flawed.id)
    bad = next(answer for answer in answers.values() if answer.failed)
    assert bad.comment in said
    assert flawed.place in said
    assert f"{flawed.signed_by}, {flawed.signed_at[:10]}" in said
    assert said.count(flawed.signed_by) >= len(answers)
    assert "\N{BALLOT BOX}" not in said


def test_a_blank_one_has_boxes_and_a_place_to_sign(demo: Services) -> None:
    template = next(t for t in demo.checklist_templates.rows() if t.title == "Skyddsrond")
    said = words(read(demo, BLANK_CHECKLIST, template.id, "sv"))
    asked = demo.checklists.template_form(template.id).items
    boxes = 3 * sum(item.kind is ItemKind.YES_NO for item in asked) + 3  # and one of three choices
    assert said.count("\N{BALLOT BOX}") == boxes
    assert "Namnteckning" in said


def test_a_blank_one_has_boxes_that_a_pen_hits_and_room_for_a_hand(demo: Services) -> None:
    template = next(t for t in demo.checklist_templates.rows() if t.title == "Skyddsrond")
    data = printing.collect(BLANK_CHECKLIST, demo, template.id, "sv")
    page = pypdfium2.PdfDocument(printing.render(BLANK_CHECKLIST.render, data, "sv"))[0]
    text = page.get_textpage()
    places = [n for n, letter in enumerate(text.get_text_range()) if letter == "\N{BALLOT BOX}"]
    for left, foot, right, top in map(text.get_charbox, places):
        assert min(right - left, top - foot) > _TICKED
    (table,) = [part for part in parts(data) if isinstance(part, kit.TableSpec)]
    grid = decide(table, kit.Theme(by_pen=True))
    assert grid.widths[-1] > _WRITTEN  # the comment


def test_the_sections_are_heads_in_one_table(demo: Services) -> None:
    template = next(t for t in demo.checklist_templates.rows() if t.title == "Skyddsrond")
    reading = read(demo, BLANK_CHECKLIST, template.id, "sv")
    assert len(reading.root.named("Table")) == 2  # the facts, and all that is asked
    assert "Arbetssätt" in [spoken(head.text()) for head in reading.root.named("TH")]


def test_a_list_without_comments_has_no_column_of_them(demo: Services) -> None:
    flawless = next(
        one
        for one in demo.checklists.rows({"status": ChecklistStatus.SIGNED})
        if not any(answer.comment for answer in demo.checklists.answers(one.id).values())
    )
    reading = read(demo, CHECKLIST, flawless.id, "sv")
    heads = [spoken(head.text()) for head in reading.root.named("TH")]
    assert "Av vem och när" in heads
    assert "Kommentar" not in heads


def test_a_list_that_is_gone_is_told(demo: Services) -> None:
    for spec in (CHECKLIST, BLANK_CHECKLIST):
        with pytest.raises(RuleBroken):
            printing.collect(spec, demo, "gone", "sv")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_files_of_a_list_are_named_at_their_points_and_photos_are_shown(
    demo: Services, language: str
) -> None:
    checklist = demo.checklists.rows({"status": ChecklistStatus.OPEN}, limit=1)[0]
    place, item = demo.checklists.form(checklist).points()[1]
    photo = edge.picture("RGB", form="JPEG")
    demo.attachments.add("checklist", checklist.id, "kylen.jpg", photo, place)
    demo.attachments.add("checklist", checklist.id, "provsvar.pdf", b"%PDF-1.7 what it says")
    # one that is cut off is told by its name alone
    cut = edge.picture("RGB", (400, 400), "JPEG")[:700]
    demo.attachments.add("checklist", checklist.id, "avbruten.jpg", cut, place)
    reading = read(demo, CHECKLIST, checklist.id, language)
    said = words(reading)
    for told in (f"2. {item.title}", "1. kylen.jpg", "provsvar.pdf", "avbruten.jpg"):
        assert told in said
    data = printing.collect(CHECKLIST, demo, checklist.id, language)
    assert {(one.item, bool(one.picture)) for one in data.evidence} == {(place, True), (0, False)}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_outcome_over_time_says_every_number_of_its_chart(
    demo: Services, language: str
) -> None:
    for choice in CHECKLIST_OUTCOME.choices(demo):
        said = words(read(demo, CHECKLIST_OUTCOME, choice.id, language))
        data = printing.collect(CHECKLIST_OUTCOME, demo, choice.id, language)
        assert choice.title in said
        for row in data.rows:
            assert f"{row.lists}{row.flawed}{row.answered}{row.failed}" in said.replace(" ", "")
    with pytest.raises(RuleBroken):
        printing.collect(CHECKLIST_OUTCOME, demo, "gone/", "sv")
