"""The extract as parts of the print kit: what it is, what art. 15 asks for, and what is told."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from styrdesk.base.formats import number
from styrdesk.base.i18n import _, ngettext, speaking
from styrdesk.domain import richtext
from styrdesk.reports import kit
from styrdesk.reports.kit import ColumnSpec, Row, TableSpec, own
from styrdesk.reports.personal_data.data import ExtractPrint, Line


def render(data: ExtractPrint) -> bytes:
    """The PDF. The program's own words are in the print's language, the rest as written."""
    with speaking(data.head.language):
        title = _("Extract of personal data")
        return data.head.printed(data.head.meta(title, title), _parts(data))


def _parts(data: ExtractPrint) -> Iterator[kit.Part]:
    yield kit.Title(_("Extract of personal data"))
    yield kit.InfoBox(own(_("The extract")), tuple(_facts(data)))
    if data.said:
        yield kit.Prose(richtext.from_plain(data.said))
    else:
        rows = ((own(name), own(words)) for name, words in data.information)
        yield kit.InfoBox(own(_("About the information")), tuple(rows))
    for kind, lines in groupby(data.lines, attrgetter("kind")):
        yield _table(kind, tuple(lines))


def _facts(data: ExtractPrint) -> Iterator[tuple[kit.Words, kit.Words]]:
    yield own(_("Looked for")), ", ".join(data.words)
    yield own(_("Made")), f"{data.head.created:%Y-%m-%d %H.%M}"
    yield own(_("Places")), number(len(data.lines))
    if data.acts:
        told = ngettext(
            "{count} change, from {first} to {last}",
            "{count} changes, from {first} to {last}",
            data.acts,
        )
        words = told.format(count=number(data.acts), first=data.first, last=data.last)
        yield own(_("Changes the person has made")), own(words)
    if data.left_out:
        yield own(_("Left out after a test of secrecy")), number(data.left_out)
    if data.hidden:
        yield own(_("Secret cases")), own(_("are not part of this extract"))
    if data.unread:
        told = ngettext(
            "{count} attached file without text that can be read",
            "{count} attached files without text that can be read",
            data.unread,
        )
        yield own(_("Not looked in")), own(told.format(count=number(data.unread)))


def _table(kind: str, lines: tuple[Line, ...]) -> TableSpec:
    return TableSpec(
        own(kind),
        (
            ColumnSpec(own(_("Where")), weight=0.9),
            ColumnSpec(own(_("Field")), weight=0.5),
            ColumnSpec(own(_("What it says")), weight=1.4),
            ColumnSpec(own(_("Standing")), weight=0.4),
        ),
        tuple(
            Row((line.name, own(line.field), " ".join(line.words.split()), own(line.place)))
            for line in lines
        ),
    )
