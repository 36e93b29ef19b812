"""What a report is: what can be printed, how its data is collected, how they become a PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from styrdesk.domain.checks import Finding
from styrdesk.services.catalogue import Services

D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing a report can be printed for."""

    id: str
    title: str


def _nothing(_data: object) -> tuple[Finding, ...]:
    return ()


@dataclass(frozen=True)
class ReportSpec(Generic[D]):
    """A report.

    Attributes:
        key: Its name on the command line and in file names.
        title: Its name in the window, marked by `N_`.
        choices: What it can be printed for now; without choices a single `Choice("", …)`.
        collect: Gathers frozen, picklable data; no reportlab.
        render: Makes the PDF's bytes; no database. Deterministic for the same data.
        warnings: What to look at in the print before it goes out.
    """

    key: str
    title: str
    choices: Callable[[Services], tuple[Choice, ...]]
    collect: Callable[[Services, str], D]
    render: Callable[[D], bytes]
    warnings: Callable[[D], tuple[Finding, ...]] = _nothing
