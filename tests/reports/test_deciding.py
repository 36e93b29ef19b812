"""The print of a decided plan is the one made at the decision, byte for byte, with its code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest

from styrdesk.base.i18n import use_language
from styrdesk.domain.plan import PlanStatus
from styrdesk.domain.version import PlanVersion
from styrdesk.reports import deciding, printing
from styrdesk.reports.catalogue import PLAN_REPORT
from styrdesk.services.catalogue import Services
from tests.helpers.builders import PLAN, a_document, a_goal, a_plan
from tests.helpers.files import decide, demo_services, empty_services
from tests.services.test_decision import FACTS, MINUTES
from tests.services.test_plan import imported


@pytest.fixture
def services() -> Iterator[Services]:
    """A file with one small plan, decided with its print in Swedish."""
    with empty_services() as made:
        imported(made, a_document(plan=(a_plan(),)))
        deciding.decide(made, PLAN, FACTS, "sv")
        yield made


def version_of(services: Services, plan_id: str = PLAN) -> PlanVersion:
    found = services.versions.newest(plan_id)
    assert found is not None
    return found


def printed(services: Services, choice: str = PLAN, language: str = "sv") -> bytes:
    data = printing.collect(PLAN_REPORT, services, choice, language)
    return printing.render(PLAN_REPORT.render, data, language)


def pages(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    found = []
    for page in document:
        words = page.get_textpage()
        found.append(words.get_text_range())
        words.close()
        page.close()
    document.close()
    return found


def test_the_print_is_the_one_that_was_made_at_the_decision(services: Services) -> None:
    version = version_of(services)
    kept = services.versions.pdf(version, "sv")
    assert printed(services) == printed(services, version.id) == kept
    services.goals.save(a_goal(title="Ett annat mål"))
    item = services.frame_items.rows()[0]
    services.frame_items.save(replace(item, year_1=item.year_1 + 5_000_000))
    assert printed(services) == kept


def test_the_same_program_makes_the_same_print_again_from_the_content(services: Services) -> None:
    data = printing.collect(PLAN_REPORT, services, PLAN, "sv")
    assert printing.render(PLAN_REPORT.render, replace(data, made=b""), "sv") == data.made


def test_the_code_stands_on_every_page_in_every_language_and_not_on_a_draft(
    services: Services,
) -> None:
    code = version_of(services).code
    for language, word in (("sv", "Kontrollkod"), ("en", "Control code")):
        found = pages(printed(services, language=language))
        assert [f"{word} {code}" in page.replace("\u00ad", "-") for page in found] == [True] * len(
            found
        )
    services.revisions.begin(PLAN)
    assert not [page for page in pages(printed(services)) if "Kontrollkod" in page]
    use_language("sv")


def test_what_the_minutes_say_is_printed_and_the_code_is_the_same(services: Services) -> None:
    kept = printed(services)
    noting = services.decisions.approving(PLAN, MINUTES)
    data = deciding.collect_noting(services, noting, "sv")
    assert data is not None
    made = printing.render(deciding.RENDER, data, "sv")
    services.decisions.note(noting, made, "sv")
    approved = printed(services)
    assert approved == printed(services) == made != kept
    anew = replace(printing.collect(PLAN_REPORT, services, PLAN, "sv"), made=b"")
    assert printing.render(PLAN_REPORT.render, anew, "sv") == made
    assert version_of(services).code in pages(approved)[0]
    services.work.undo()
    assert printed(services) == kept


def test_an_earlier_version_is_printed_as_it_was(services: Services) -> None:
    first, kept = version_of(services), printed(services)
    services.revisions.begin(PLAN)
    services.plans.save(replace(services.plans.get(PLAN), title="Reviderad plan"))
    decide(services, PLAN, replace(FACTS, paragraph="§ 4"))
    assert printed(services, first.id) == kept
    titles = {choice.id: choice.title for choice in PLAN_REPORT.choices(services)}
    assert titles == {PLAN: "Reviderad plan", first.id: "Reviderad plan, version 1"}


def test_a_plan_that_came_as_decided_is_printed_from_what_came() -> None:
    with demo_services() as services:
        plan = services.plans.newest_decided()
        assert plan.status is PlanStatus.DECIDED
        before = printed(services, plan.id)
        assert f"Kontrollkod {version_of(services, plan.id).code}" in pages(before)[0]
        frame = services.budget_frames.rows({"year": plan.year})[0]
        item = services.frame_items.rows({"frame_id": frame.id})[0]
        services.frame_items.save(replace(item, year_1=item.year_1 + 5_000_000))
        assert printed(services, plan.id) == before
