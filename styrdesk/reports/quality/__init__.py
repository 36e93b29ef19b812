"""Prints of what is written in Quality management: a routine, and a process with its picture."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.reports.quality.data import (
    ProcessPrint,
    RoutinePrint,
    collect_process,
    collect_routine,
    processes,
    routines,
)
from styrdesk.reports.spec import ReportSpec


def _routine(data: RoutinePrint) -> bytes:
    from styrdesk.reports.quality.routine import render  # noqa: PLC0415  # loads the PDF writer

    return render(data)


def _process(data: ProcessPrint) -> bytes:
    from styrdesk.reports.quality.process import render  # noqa: PLC0415  # loads the PDF writer

    return render(data)


ROUTINE: Final = ReportSpec("routine", N_("Routine"), routines, collect_routine, _routine)
PROCESS: Final = ReportSpec("process", N_("Process"), processes, collect_process, _process)
