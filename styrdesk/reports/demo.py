"""The demo with its prints: what is decided in it is decided with the print, as a user does it."""

from __future__ import annotations

from functools import partial

from styrdesk.base.paths import resource
from styrdesk.domain.decided import DecidedKind
from styrdesk.domain.decision import Decision
from styrdesk.reports import deciding
from styrdesk.services import demo
from styrdesk.services.catalogue import Services
from styrdesk.services.styrmodell import load


def fill(services: Services, language: str) -> None:
    """Put the demo into an open file, with its decided plan and reports.

    Args:
        services: Of a file that was just made.
        language: Of the prints.
    """
    demo.fill(services, partial(deciding.decide, language=language))
    for row in load(resource("demo", "decided.toml"))["report"]:
        kind, year, occasion = DecidedKind(row.pop("kind")), row.pop("year"), row.pop("occasion")
        (plan,) = services.plans.plans(year=year)
        deciding.decide_report(services, kind, plan.id, Decision(**row), occasion, language)
