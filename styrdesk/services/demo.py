"""The demo: a new file with a decided nämndplan and the draft of the next year's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from styrdesk.base.clock import Clock
from styrdesk.base.i18n import N_
from styrdesk.base.paths import resource
from styrdesk.domain import plan_file
from styrdesk.domain.decision import Decision, facts_of
from styrdesk.domain.plan import PlanStatus
from styrdesk.services.catalogue import Services, services_of
from styrdesk.services.demo_cases import fill_cases
from styrdesk.services.demo_checklists import demo_checklists
from styrdesk.services.demo_models import demo_model_files
from styrdesk.services.demo_records import demo_records
from styrdesk.services.exchange import Imported
from styrdesk.storage import file

Decide = Callable[[Services, str, Decision], object]
PLANS: Final = ("namndplan-2026.json", "namndplan-2027.json")


def _nobody() -> str:
    return ""


def make_demo(path: Path, clock: Clock, person: Callable[[], str] = _nobody) -> Services:
    """Make a new file with the demo plans and open it. What lies there is never touched.

    Args:
        path: Where the file is to lie.
        clock: The time.
        person: Tells who sits here: a person's id, or empty.

    Raises:
        FileProblem: Something lies there already, or the folder cannot be written.
    """
    made = file.create(path)
    try:
        services = services_of(made, clock, person)
        fill(services)
    except BaseException:
        made.close()
        raise
    return services


def fill(services: Services, decide: Decide | None = None) -> tuple[Imported, ...]:
    """Put the demo's plans and registers into an open file; undo takes none out again.

    Args:
        services: Of a file that was just made.
        decide: Notes a decision with its print. Without it the decided plan is frozen as it comes,
            which takes a third of the time, and has no print.
    """
    texts = [resource("demo", name).read_text(encoding="utf-8") for name in PLANS]
    imported = tuple(_put(services, text, decide) for text in texts)
    with services.work.barrier(N_("Make the demo")):
        for records in (demo_records, demo_checklists):
            for record in records(services.file.store):
                services.file.store.save(record)
        for held in demo_model_files(services.file):
            services.file.store.save(held)
        fill_cases(services.file.store)
    return imported


def _put(services: Services, text: str, decide: Decide | None) -> Imported:
    found = plan_file.load(text)
    plan = found.document.the_plan
    if decide is None or plan.status is not PlanStatus.DECIDED:
        return services.exchange.import_plan(text, secure=False)
    proposal = replace(plan, status=PlanStatus.PROPOSAL)
    before = plan_file.dump(replace(found, document=replace(found.document, plan=(proposal,))))
    imported = services.exchange.import_plan(before, secure=False)
    decide(services, plan.id, facts_of(Decision, plan))
    return imported
