"""A list as parts of the print kit, and the PDF made of them."""

from __future__ import annotations

from collections.abc import Iterator

from styrdesk.base.formats import stamp
from styrdesk.base.i18n import _, ngettext, speaking
from styrdesk.domain import richtext
from styrdesk.reports import kit
from styrdesk.reports.kit import ColumnSpec, Row, TableSpec, own
from styrdesk.reports.listing.data import ListPrint

_MANY = 8
"""So many columns, or more, may be too many for a page."""


def render(data: ListPrint) -> bytes:
    """The PDF. The program's own words are in the print's language, the rest as written."""
    with speaking(data.head.language):
        return data.head.printed(data.head.meta(data.title, _("List")), parts(data))


def parts(data: ListPrint) -> Iterator[kit.Part]:
    """Title, what of it is shown, and the rows."""
    count = len(data.rows)
    yield kit.Title(data.title, keep=count > 0)
    lines = [*data.told, _("Printed {when}").format(when=stamp(data.head.created))]
    yield kit.Prose(tuple(richtext.Paragraph(own(line)) for line in lines), keep=count > 0)
    if not count:
        yield kit.Prose((richtext.Paragraph(own(_("There are no rows."))),))
        return
    table = _table(data)
    if len(data.columns) < _MANY or kit.is_legible(table):
        yield table
    else:
        yield from _cards(data)


def _table(data: ListPrint) -> TableSpec:
    count = len(data.rows)
    return TableSpec(
        own(ngettext("{count} row", "{count} rows", count).format(count=count)),
        tuple(
            ColumnSpec(own(column.title), "right", 0) if column.figures else _words(data, n)
            for n, column in enumerate(data.columns)
        ),
        tuple(Row(row) for row in data.rows),
        summary=_("The rows of the list, in the order told above."),
    )


def _cards(data: ListPrint) -> Iterator[kit.Part]:
    """Each row under its name, with what it says: for a list too broad for any paper."""
    named = next((n for n, column in enumerate(data.columns) if column.names), 0)
    for row in data.rows:
        told = [n for n, words in enumerate(row) if n != named and words.strip()] or [named]
        yield kit.InfoBox(row[named], tuple((own(data.columns[n].title), row[n]) for n in told))


def _words(data: ListPrint, place: int) -> ColumnSpec:
    """A column of words; one of short ones takes no share of the room that is left."""
    longest = max(len(row[place]) for row in data.rows)
    return ColumnSpec(own(data.columns[place].title), weight=min(1.0, longest / 40))
