"""The record of a gallring (gallringsprotokoll): what went by which rule, and what was left."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.reports.disposal.data import DisposalPrint, choices, collect
from styrdesk.reports.spec import ReportSpec


def _render(data: DisposalPrint) -> bytes:
    from styrdesk.reports.disposal.render import render  # noqa: PLC0415  # the PDF writer

    return render(data)


SPEC: Final = ReportSpec("gallring", N_("Record of disposal"), choices, collect, _render)
