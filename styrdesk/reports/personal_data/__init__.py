"""The extract of all that a file tells of a person (dataskyddsförordningen art. 15)."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.reports.personal_data.data import ExtractPrint, choices, collect, warnings
from styrdesk.reports.spec import ReportSpec


def render_extract(data: ExtractPrint) -> bytes:
    """The PDF."""
    from styrdesk.reports.personal_data.render import render  # noqa: PLC0415  # the PDF writer

    return render(data)


SPEC: Final = ReportSpec(
    "personal_data", N_("Extract of personal data"), choices, collect, render_extract, warnings
)
