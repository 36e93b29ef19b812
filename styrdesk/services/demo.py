"""The demo: a new file with a decided nämndplan and the draft of the next year's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from styrdesk.base.clock import Clock
from styrdesk.base.i18n import N_
from styrdesk.base.paths import resource
from styrdesk.services.catalogue import Services, services_of
from styrdesk.services.demo_records import demo_records
from styrdesk.services.exchange import Imported
from styrdesk.storage import file

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


def fill(services: Services) -> tuple[Imported, ...]:
    """Put the demo's plans and registers into an open file; undo does not take them out again."""
    texts = [resource("demo", name).read_text(encoding="utf-8") for name in PLANS]
    imported = tuple(services.exchange.import_plan(text, secure=False) for text in texts)
    with services.work.barrier(N_("Make the demo")):
        for record in demo_records(services.file.store):
            services.file.store.save(record)
    return imported
