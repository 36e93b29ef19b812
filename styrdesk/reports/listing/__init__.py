"""A list on paper: the rows of a register, or what a page of the window shows of it."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.reports.listing.data import ListPrint, choices, collect
from styrdesk.reports.spec import ReportSpec

MOST: Final = 20_000
"""Rows of a print: 500 pages. Of a longer list one prints a part."""


def render_list(data: ListPrint) -> bytes:
    """The PDF."""
    from styrdesk.reports.listing.render import render  # noqa: PLC0415  # loads the PDF writer

    return render(data)


SPEC: Final = ReportSpec("list", N_("List"), choices, collect, render_list)
