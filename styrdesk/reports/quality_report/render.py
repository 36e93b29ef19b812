"""A report on quality as parts of the print kit: per section figures, charts, words and tables."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from styrdesk.base.formats import number
from styrdesk.base.i18n import _, speaking
from styrdesk.domain import richtext
from styrdesk.domain.quality_report import Chart, Listed, Section, more_of
from styrdesk.reports import decidable_parts, kit
from styrdesk.reports.cases.figures import UNTOLD, alt_of, untold
from styrdesk.reports.kit import own
from styrdesk.reports.quality_report.data import QualityPrint


def render(data: QualityPrint) -> bytes:
    """The PDF. The program's own words are in the print's language, the rest as written."""
    with speaking(data.language):
        subject = _("Report on quality")
        return decidable_parts.printed(data, data.content.head, subject, _parts(data))


def _parts(data: QualityPrint) -> Iterator[kit.Part]:
    """Cover, contents, and a chapter for each section."""
    head = data.content.head
    yield kit.Cover(title=head.title, facts=tuple(decidable_parts.facts(head)))
    yield kit.NewPage()
    yield kit.Contents(_("Contents"), levels=1)
    yield kit.NewPage()
    for place, section in zip(count(1), data.content.sections, strict=False):
        yield kit.Heading(section.title, number=str(place), key=section.key)
        yield from _section(section, str(head.year), str(head.year - 1))


def _section(section: Section, now: str, before: str) -> Iterator[kit.Part]:
    """What is said comes first; the figures that it rests on stand under it."""
    yield from _said(section.text)
    rows = tuple((own(name), own(value)) for name, value in section.facts)
    yield kit.InfoBox(own(_("The year in figures")), rows)
    for chart in section.charts:
        if chart.table.is_whole and chart.table.now:
            yield kit.ChartRow((_chart(chart, (now, before)),))
        yield _numbers(chart, (now, before))
        yield from _said(chart.text)
    for listed in section.lists:
        yield _list(listed)
        yield from _said(listed.text)


def _said(text: str) -> Iterator[kit.Part]:
    said = richtext.parse(text)
    if not richtext.is_blank(said):
        yield kit.Prose(said)


def _chart(chart: Chart, years: tuple[str, str]) -> kit.IndicatorChart:
    return kit.IndicatorChart(
        f"{chart.title} {years[0]}",
        tuple(kit.Measure(line.name, line.now, _told(line.now)) for line in chart.table.lines),
        names=(years[0], "", years[1]),
        alt=alt_of(chart.title, chart.table, years),
    )


def _numbers(chart: Chart, years: tuple[str, str]) -> kit.TableSpec:
    rows = [kit.Row((line.name, _told(line.now), _told(line.before))) for line in chart.table.lines]
    total = (own(_("Sum")), _told(chart.table.now), _told(chart.table.before))
    return kit.TableSpec(
        own(chart.title),
        (
            kit.ColumnSpec(own(_("Of which"))),
            kit.ColumnSpec(years[0], "right", 0),
            kit.ColumnSpec(years[1], "right", 0),
        ),
        (*rows, kit.Row(total, kit.RowKind.SUM)),
        notes=() if chart.table.is_whole else (own(untold()),),
        whole=True,
    )


def _list(listed: Listed) -> kit.TableSpec:
    columns = tuple(
        kit.ColumnSpec(own(title), "right", 0)
        if all(row[place].isdecimal() for row in listed.rows)
        else kit.ColumnSpec(own(title), weight=2 if place == 0 else 1)
        for place, title in enumerate(listed.head)
    )
    rows = tuple(kit.Row(row) for row in listed.rows)
    more = more_of(listed)
    notes = (own(more),) if more else ()
    return kit.TableSpec(own(listed.title), columns, rows, notes=notes).without_empty()


def _told(value: int | None) -> str:
    return UNTOLD if value is None else number(value)
