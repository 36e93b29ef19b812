"""The internal control of a nämnd and year: each control of the plan with what it came to."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.reports.internal_control.data import ControlPrint, choices, collect
from styrdesk.reports.spec import ReportSpec


def _render(data: ControlPrint) -> bytes:
    """The print that was made at the decision, where there is one; otherwise a new one."""
    if data.made:
        return data.made
    from styrdesk.reports.internal_control.render import render  # noqa: PLC0415  # the PDF writer

    return render(data)


SPEC: Final = ReportSpec(
    "internkontroll", N_("Report on internal control"), choices, collect, _render
)
