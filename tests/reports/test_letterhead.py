"""The letterhead: one sender on every print, and no text in the file that breaks a print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from typing import Any

import pypdfium2
import pytest

from styrdesk.domain import richtext
from styrdesk.reports import kit, printing
from styrdesk.reports.catalogue import PLAN_REPORT, REPORTS
from styrdesk.reports.letterhead import Letterhead, letterhead
from styrdesk.reports.spec import ReportSpec
from styrdesk.services.catalogue import Services
from tests.helpers.files import demo_services, empty_services
from tests.helpers.pdf_checks import Reading, spoken, validator_findings
from tests.reports.kit.edge import HOSTILE, picture

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
KEPT = {
    "month",
    "id",
    "at",
    "language",
    "colour",
    "primary_colour",
    "logo",
    "figures",
    "config",
    "value",
    "key",
}
"""Texts that are no words: ids, colours, what the program reads back."""

reports = pytest.mark.parametrize("spec", REPORTS, ids=[spec.key for spec in REPORTS])
quality = pytest.mark.parametrize(
    "spec",
    [spec for spec in REPORTS if spec is not PLAN_REPORT],
    ids=lambda spec: spec.key,
)


@pytest.fixture(scope="module")
def demo() -> Iterator[Services]:
    with demo_services() as services:
        services.organisation.set_logo(picture("RGBA", (900, 240)))
        yield services


def made(spec: ReportSpec[Any], data: object) -> bytes:
    content = printing.render(spec.render, data, "sv")
    assert validator_findings(content) == []
    assert Reading(content).findings() == []
    return content


@reports
def test_every_print_bears_the_municipalitys_mark(demo: Services, spec: ReportSpec[Any]) -> None:
    data = printing.collect(spec, demo, spec.choices(demo)[0].id, "sv")
    reading = Reading(made(spec, data))
    figures = reading.root.named("Figure")
    assert str(figures[0].element.Alt) == "Borlänge kommun logotyp"


def test_without_a_mark_the_municipality_is_written_with_the_committee(demo: Services) -> None:
    head = letterhead(demo, demo.committees.rows()[0].id)
    bare = replace(head, logo=b"")
    content = bare.printed(bare.meta("Rutin", "Rutin"), (kit.Title("Rutin"), kit.Prose("Text.")))
    reading = Reading(content)
    said = [spoken(node.text()) for node in reading.root.named("P", "H1")]
    assert said[:3] == ["Borlänge kommun", "Barn- och bildningsnämnden", "Rutin"]


def test_the_running_head_begins_on_the_second_page() -> None:
    head = Letterhead(NOON, "Storköpings kommun", "Kulturnämnden")
    parts = (kit.Title("Rutin"), kit.NewPage(), kit.Prose("Mer."))
    document = pypdfium2.PdfDocument(head.printed(head.meta("Rutin", "Rutin"), parts, "UTKAST"))
    first, second = (page.get_textpage().get_text_bounded() for page in document)
    assert "Kulturnämnden · Rutin" not in first
    assert "Kulturnämnden · Rutin" in second
    assert first.count("UTKAST") == second.count("UTKAST") == 2


def test_a_file_without_a_municipality_prints_without_a_sender() -> None:
    with empty_services() as services:
        head = letterhead(services)
    assert (head.municipality, head.committee, head.logo) == ("", "", b"")
    content = head.printed(head.meta("Lista", "Lista"), (kit.Title("Lista"),))
    assert validator_findings(content) == []
    assert [spoken(node.text()) for node in Reading(content).root.named("P", "H1")] == ["Lista"]


def hard(value: Any, name: str, words: str) -> Any:
    """The value with hostile words in every text that is read as words, however deep."""
    if isinstance(value, Enum) or name in KEPT or name.endswith(("_id", "_at")):
        return value
    if isinstance(value, str):
        rich = value.startswith("<")  # as it is stored
        more = richtext.write(richtext.from_plain(words)) if rich else f" {words}"
        return value + more if value else value
    if isinstance(value, tuple):
        return tuple(hard(each, name, words) for each in value)
    if isinstance(value, dict):
        return {key: hard(each, name, words) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        told = ((one.name, getattr(value, one.name)) for one in fields(value))
        return replace(value, **{key: hard(each, key, words) for key, each in told})
    return value


@quality
@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_breaks_a_print(demo: Services, spec: ReportSpec[Any], words: str) -> None:
    data = printing.collect(spec, demo, spec.choices(demo)[0].id, "sv")
    made(spec, hard(data, "", words))
