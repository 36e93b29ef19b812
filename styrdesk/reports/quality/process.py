"""A process as parts of the print kit: what it is for, its picture, and its steps in a table."""

from __future__ import annotations

from collections.abc import Iterator

from styrdesk.base.i18n import N_, _, speaking
from styrdesk.domain.process import PROCESS_KINDS, between, told
from styrdesk.reports import kit
from styrdesk.reports.kit import ColumnSpec, Row, TableSpec, Words, own
from styrdesk.reports.quality.data import ProcessPrint

_MORE = (N_("Who"), N_("Takes in"), N_("Gives"), N_("Routine"))


def render(data: ProcessPrint) -> bytes:
    """The PDF. The program's own words are in the print's language, the rest as written."""
    with speaking(data.head.language):
        meta = data.head.meta(data.process.title, _("Process"))
        return data.head.printed(meta, parts(data))


def parts(data: ProcessPrint) -> Iterator[kit.Part]:
    """In reading order."""
    process = data.process
    yield kit.Title(process.title)
    if process.purpose:
        yield kit.Prose(process.purpose, lead=True)
    facts: tuple[tuple[str, Words], ...] = (
        (_("Kind"), own(_(PROCESS_KINDS[process.kind]))),
        (_("Process owner"), data.owner),
        (_("Begins with"), process.begins),
        (_("Ends with"), process.ends),
    )
    box = tuple((own(name), value) for name, value in facts if value)
    yield kit.InfoBox(own(_("About the process")), box)
    if data.steps:
        yield kit.Heading(_("Picture of the process"))
        yield kit.FlowChart(tuple(_boxes(data)), told(process, data.steps))
        yield _table(data)


def _boxes(data: ProcessPrint) -> Iterator[kit.FlowBox]:
    if data.process.begins:
        yield kit.FlowBox("", data.process.begins)
    for number, step in enumerate(data.steps, 1):
        yield kit.FlowBox(str(number), step.title, step.who, between(step))
    if data.process.ends:
        yield kit.FlowBox("", data.process.ends)


def _table(data: ProcessPrint) -> TableSpec:
    """A row for each step; a column that no step has anything in is left out."""
    columns = (
        ColumnSpec(own(_("No.")), weight=0),
        ColumnSpec(own(_("What is done")), weight=1.6),
        *(ColumnSpec(own(_(title))) for title in _MORE),
    )
    rows = (
        Row((str(number), step.title, step.who, step.takes, step.gives, routine))
        for number, (step, routine) in enumerate(zip(data.steps, data.routines, strict=True), 1)
    )
    summary = _("Each step: what is done, by whom, what it takes in and gives, and its routine.")
    caption = own(_("The steps of the process"))
    return TableSpec(
        caption, columns, tuple(rows), row_heads=False, summary=summary
    ).without_empty()
