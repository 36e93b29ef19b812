"""A list as parts of the print kit, and the PDF made of them."""

from __future__ import annotations

from collections.abc import Iterator

from styrdesk.base.i18n import _, ngettext, speaking
from styrdesk.domain import richtext
from styrdesk.domain.plan import WRITTEN_IN
from styrdesk.reports import kit
from styrdesk.reports.kit import ColumnSpec, Row, TableSpec, own
from styrdesk.reports.listing.data import ListPrint


def render(data: ListPrint) -> bytes:
    """The PDF. The program's own words are in the print's language, the rest as written."""
    with speaking(data.language):
        theme = kit.Theme(primary=data.colour) if data.colour else kit.Theme()
        return kit.build(_meta(data), tuple(parts(data)), kit.PageStyle(theme))


def _meta(data: ListPrint) -> kit.Meta:
    return kit.Meta(
        title=data.title,
        created=data.created,
        author=data.owner,
        committee=data.owner,
        subject=_("List"),
        language=data.language,
        content=WRITTEN_IN,
    )


def parts(data: ListPrint) -> Iterator[kit.Part]:
    """Title, what of it is shown, and the rows."""
    count = len(data.rows)
    yield kit.Title(data.title, data.owner, keep=count > 0)
    lines = [*data.told, _printed(data)]
    yield kit.Prose(tuple(richtext.Paragraph(own(line)) for line in lines), keep=count > 0)
    if not count:
        yield kit.Prose((richtext.Paragraph(own(_("There are no rows."))),))
        return
    yield TableSpec(
        own(ngettext("{count} row", "{count} rows", count).format(count=count)),
        tuple(
            ColumnSpec(own(column.title), "right", 0) if column.figures else _words(data, n)
            for n, column in enumerate(data.columns)
        ),
        tuple(Row(row) for row in data.rows),
        summary=_("The rows of the list, in the order told above."),
    )


def _words(data: ListPrint, place: int) -> ColumnSpec:
    """A column of words; one of short ones takes no share of the room that is left."""
    longest = max(len(row[place]) for row in data.rows)
    return ColumnSpec(own(data.columns[place].title), weight=min(1.0, longest / 40))


def _printed(data: ListPrint) -> str:
    at = data.created
    when = f"{at.date().isoformat()} {at.hour:02d}.{at.minute:02d}"
    return _("Printed {when}").format(when=when)
