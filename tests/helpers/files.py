"""Open files to test services on: empty, or with the demo; each test has its own copy."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from styrdesk.base.clock import FrozenClock
from styrdesk.domain.decided import DecidedKind
from styrdesk.domain.decision import Decision, MinutesApproval
from styrdesk.services.catalogue import Services, services_of
from styrdesk.services.changes import Changes
from styrdesk.services.demo import make_demo
from styrdesk.storage import file

CLOCK = FrozenClock(datetime(2026, 11, 23, 14, 2, tzinfo=UTC))


def nobody() -> str:
    return ""


@cache
def _empty_file() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.styrdesk"
        file.create(path).close()
        return path.read_bytes()


@cache
def _demo_file() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.styrdesk"
        make_demo(path, CLOCK).file.close()
        return path.read_bytes()


@contextmanager
def _opened(content: bytes, person: Callable[[], str]) -> Iterator[Services]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.styrdesk"
        path.write_bytes(content)
        services = services_of(file.open_file(path), CLOCK, person)
        try:
            yield services
        finally:
            services.file.close()


@contextmanager
def empty_services(person: Callable[[], str] = nobody) -> Iterator[Services]:
    """The services of a new file."""
    with _opened(_empty_file(), person) as services:
        yield services


@contextmanager
def demo_services(person: Callable[[], str] = nobody) -> Iterator[Services]:
    """The services of a file with the demo plans."""
    with _opened(_demo_file(), person) as services:
        yield services


PRINT = b"%PDF-1.7 a print"
APPROVED = b"%PDF-1.7 a print with the approval"


def decide(services: Services, plan_id: str, facts: Decision, pdf: bytes = PRINT) -> Changes:
    """Note a decision with a print that nobody looks into."""
    return services.decisions.decide(services.decisions.ready(plan_id, facts), pdf, "sv")


def approve(
    services: Services, choice: str, facts: MinutesApproval, pdf: bytes = APPROVED
) -> Changes:
    """Note an approval with a print that nobody looks into."""
    return services.decisions.note(services.decisions.approving(choice, facts), pdf, "sv")


def correct(services: Services, plan_id: str, facts: Decision, pdf: bytes = PRINT) -> Changes:
    """Correct a decision with a print that nobody looks into."""
    return services.decisions.note(services.decisions.correcting(plan_id, facts), pdf, "sv")


def decide_report(
    services: Services,
    kind: DecidedKind,
    subject: str,
    facts: Decision,
    occasion: str = "",
    pdf: bytes = PRINT,
) -> Changes:
    """Note a decision of a report with a print that nobody looks into."""
    ready = services.reports.ready(kind, subject, facts, occasion)
    return services.reports.decide(ready, pdf)
