"""A register to a spreadsheet: every field a column, and last the id by which it is read back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from styrdesk.base.i18n import N_
from styrdesk.domain.cells import Cell, to_cell
from styrdesk.services.listing import Listing
from styrdesk.services.sheets import csv_form, xlsx_form
from styrdesk.services.sheets.grid import Form
from styrdesk.services.sheets.links import Links
from styrdesk.storage.file import File

ID: Final = N_("Id")


class GivingOut:
    """Makes the cells of a register's rows.

    Args:
        file: The open file.
        listing: The register.
    """

    def __init__(self, file: File, listing: Listing) -> None:
        self._links, self._listing = Links(file), listing

    @property
    def heads(self) -> tuple[str, ...]:
        """The titles of the columns."""
        return (*(column.title for column in self._listing.columns), ID)

    def cells(self, row: Any) -> tuple[Cell, ...]:  # noqa: ANN401  # any record
        """A record's cells."""
        specs = [column.spec for column in self._listing.columns]
        name_of = self._links.name_of
        return (*(to_cell(spec, getattr(row, spec.name), name_of) for spec in specs), row.id)

    def written(self, rows: Iterable[Sequence[Cell]], form: Form) -> bytes:
        """The bytes of the file.

        Raises:
            RuleBroken: A text has no room in a cell of that form.
        """
        if form is Form.CSV:
            return csv_form.write(self.heads, rows)
        return xlsx_form.write(self.heads, rows, self._listing.title)
