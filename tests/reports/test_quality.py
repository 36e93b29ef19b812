"""Routines and processes on paper: conform, say all that is written, and draw the flow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pypdfium2
import pytest

from styrdesk.domain.edition import EditionState, Standing
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.process import Process, ProcessStep, told
from styrdesk.domain.routine import HEADINGS
from styrdesk.reports import kit, printing
from styrdesk.reports.catalogue import PROCESS, ROUTINE
from styrdesk.reports.spec import ReportSpec
from styrdesk.services.catalogue import Services
from tests.helpers.files import demo_services
from tests.helpers.pdf_checks import Reading, spoken, validator_findings
from tests.reports.kit.edge import HOSTILE


@pytest.fixture(scope="module")
def demo() -> Iterator[Services]:
    with demo_services() as services:
        yield services


def read(services: Services, spec: ReportSpec[Any], choice: str, language: str = "sv") -> Reading:
    """What a screen reader reads of a print that conforms."""
    data = printing.collect(spec, services, choice, language)
    return sound(printing.render(spec.render, data, language))


def sound(content: bytes) -> Reading:
    assert validator_findings(content) == []
    reading = Reading(content)
    assert reading.findings() == []
    return reading


def words(reading: Reading) -> str:
    return " ".join(spoken(reading.root.text()).split())


def seen(content: bytes) -> str:
    """All that stands on the first page, decoration too."""
    return str(pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range())


def figures(reading: Reading) -> list[str]:
    return [str(node.element["/Alt"]) for node in reading.root.named("Figure")]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_routine_conforms(demo: Services, language: str) -> None:
    for routine in demo.routines.rows():
        read(demo, ROUTINE, routine.id, language)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_process_conforms_and_its_picture_is_told_in_words(
    demo: Services, language: str
) -> None:
    for process in demo.processes.rows():
        steps = demo.process_steps.rows({"process_id": process.id}, order=("position",))
        reading = read(demo, PROCESS, process.id, language)
        assert len(figures(reading)) == (1 if steps else 0)
        assert all(step.title in words(reading) for step in steps)


def test_a_routine_says_its_facts_and_its_headings_in_their_order(demo: Services) -> None:
    routine = next(r for r in demo.routines.rows() if r.title == "Ta emot synpunkter och klagomål")
    said = words(read(demo, ROUTINE, routine.id))
    for fact in ("Örjan Hållsten", "2025-09-15", "Ängla Nordhé", "4 kap.", "Skollag"):
        assert fact in said
    heads = (
        "Syfte",
        "Omfattning och",
        "Bakgrund och",
        "Genomförande",
        "Dokumentation",
        "Revidering",
    )
    places = [said.index(head) for head in heads]
    assert places == sorted(places)


def test_a_heading_with_nothing_under_it_is_left_out(demo: Services) -> None:
    routine = next(r for r in demo.routines.rows() if r.title == "Egenkontroll av livsmedel")
    data = printing.collect(ROUTINE, demo, routine.id, "sv")
    nothing: dict[str, Any] = dict.fromkeys(HEADINGS, "")
    bare = replace(data, routine=replace(routine, **nothing))
    reading = sound(printing.render(ROUTINE.render, bare, "sv"))
    assert reading.root.named("H2") == []


def test_what_is_not_in_force_says_so_across_the_page(demo: Services) -> None:
    routine = next(one for one in demo.routines.rows() if one.standing is Standing.DRAFT)
    data = printing.collect(ROUTINE, demo, routine.id, "sv")
    assert data.state is EditionState.DRAFT
    drafted = printing.render(ROUTINE.render, data, "sv")
    in_force = printing.render(ROUTINE.render, replace(data, state=EditionState.IN_FORCE), "sv")
    assert "UTKAST" in seen(drafted)
    assert "UTKAST" not in seen(in_force)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_long_flow_of_hostile_words_goes_on_over_pages_as_one_figure(language: str) -> None:
    steps = tuple(
        ProcessStep(f"{n}", "p", text, text, text, text) for n, text in enumerate(HOSTILE * 4)
    )
    process = Process("p", title=HOSTILE[0], begins=HOSTILE[1], ends=HOSTILE[-1])
    boxes = tuple(kit.FlowBox(str(n), s.title, s.who, s.takes) for n, s in enumerate(steps, 1))
    parts = (kit.Title("Flow"), kit.Heading("Picture"), kit.FlowChart(boxes, told(process, steps)))
    meta = kit.Meta("Flow", datetime(2026, 11, 23, tzinfo=UTC), language=language, content="sv")
    reading = sound(kit.build(meta, parts))
    assert len(figures(reading)) == 1


def test_what_is_gone_is_refused(demo: Services) -> None:
    specs: tuple[ReportSpec[Any], ...] = (ROUTINE, PROCESS)
    for spec in specs:
        with pytest.raises(RuleBroken):
            printing.collect(spec, demo, "gone", "sv")
