"""A process as parts of the print kit: what it is for, its picture, and its steps in a table."""

from __future__ import annotations

from collections.abc import Iterator

from styrdesk.base.i18n import _, speaking
from styrdesk.domain.process import PROCESS_KINDS, between, told
from styrdesk.reports import kit
from styrdesk.reports.kit import ColumnSpec, Row, TableSpec, Words, own
from styrdesk.reports.quality import page
from styrdesk.reports.quality.data import ProcessPrint


def render(data: ProcessPrint) -> bytes:
    """The PDF. The program's own words are in the print's language, the rest as written."""
    with speaking(data.around.language):
        meta = page.meta(data.around, data.process.title, _("Process"))
        return kit.build(meta, tuple(parts(data)), page.style(data.around))


def parts(data: ProcessPrint) -> Iterator[kit.Part]:
    """In reading order."""
    process = data.process
    yield kit.Title(process.title, data.around.committee)
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
        yield kit.Heading(_("Steps"))
        yield _table(data)


def _boxes(data: ProcessPrint) -> Iterator[kit.FlowBox]:
    if data.process.begins:
        yield kit.FlowBox("", data.process.begins)
    for number, step in enumerate(data.steps, 1):
        yield kit.FlowBox(str(number), step.title, (step.who, between(step)))
    if data.process.ends:
        yield kit.FlowBox("", data.process.ends)


def _table(data: ProcessPrint) -> TableSpec:
    """A row for each step; a column that no step has anything in is left out."""
    steps = data.steps
    columns: tuple[tuple[ColumnSpec, tuple[str, ...]], ...] = (
        (ColumnSpec(own(_("No.")), weight=0), tuple(f"{n}" for n in range(1, len(steps) + 1))),
        (ColumnSpec(own(_("What is done")), weight=1.6), tuple(step.title for step in steps)),
        (ColumnSpec(own(_("Who"))), tuple(step.who for step in steps)),
        (ColumnSpec(own(_("Takes in"))), tuple(step.takes for step in steps)),
        (ColumnSpec(own(_("Gives"))), tuple(step.gives for step in steps)),
        (ColumnSpec(own(_("Routine"))), data.routines),
    )
    used = [(column, cells) for column, cells in columns if any(cells)]
    rows = tuple(Row(cells) for cells in zip(*(cells for _column, cells in used), strict=True))
    summary = _("Each step: what is done, by whom, what it takes in and gives, and its routine.")
    return TableSpec(
        own(_("The steps of the process")),
        tuple(column for column, _cells in used),
        rows,
        row_heads=False,
        summary=summary,
    )
