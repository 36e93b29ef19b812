"""The figures of cases on paper: for the nämnd without small numbers, or whole for the work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from styrdesk.base.formats import month_name, number
from styrdesk.base.i18n import _, language, speaking
from styrdesk.domain.case_numbers import Answers, Breakdown, CaseNumbers, publishable
from styrdesk.domain.richtext import Paragraph, Text
from styrdesk.domain.small_numbers import LIMIT
from styrdesk.reports.letterhead import Letterhead, letterhead
from styrdesk.reports.spec import Choice
from styrdesk.services.catalogue import Services

if TYPE_CHECKING:  # loads the PDF writer
    from styrdesk.reports import kit

_PUBLIC, _WHOLE = "public", "whole"
UNTOLD = "–"


@dataclass(frozen=True, slots=True)
class FiguresPrint:
    """What the print is made from."""

    numbers: CaseNumbers
    head: Letterhead


def choice_of(committee_id: str, year: int, *, public: bool) -> str:
    """The id of a choice."""
    return f"{committee_id}/{year}/{_PUBLIC if public else _WHOLE}"


def choices(services: Services) -> tuple[Choice, ...]:
    """Each nämnd's years with cases, the latest first: for the nämnd, and whole."""
    found = []
    for committee in services.committees.rows():
        for year in services.case_statistics.years(committee.id):
            title = _("Cases {year}, {committee}").format(year=year, committee=committee.name)
            found.append(Choice(choice_of(committee.id, year, public=True), title))
            whole = _("{title} with all numbers").format(title=title)
            found.append(Choice(choice_of(committee.id, year, public=False), whole))
    return tuple(found)


def collect(services: Services, choice: str) -> FiguresPrint:
    """The figures of a nämnd and year."""
    committee_id, year, kind = choice.split("/")
    numbers = services.case_statistics.of(committee_id, int(year))
    told = publishable(numbers) if kind == _PUBLIC else numbers
    return FiguresPrint(told, letterhead(services, committee_id))


def render(data: FiguresPrint) -> bytes:
    """The PDF."""
    with speaking(data.head.language):
        title = _("Cases {year}").format(year=data.numbers.year)
        meta = data.head.meta(title, _("Deviations, complaints and comments"))
        return data.head.printed(meta, _parts(data, title))


def _parts(data: FiguresPrint, title: str) -> Iterator[kit.Part]:
    from styrdesk.reports import kit  # noqa: PLC0415  # loads the PDF writer

    numbers, now, before = data.numbers, str(data.numbers.year), str(data.numbers.year - 1)
    yield kit.Title(title)
    if numbers.is_published:
        yield kit.Prose((_said(untold()),))
    yield kit.InfoBox(kit.own(_("In short")), tuple(_summary(numbers)))
    yield kit.Heading(_("Through the year"))
    if numbers.months.is_whole:
        yield kit.ChartRow((_chart(numbers),))
    for caption, first, table in (
        (_("Cases through the year"), _("Period"), numbers.months),
        (_("Cases by kind"), _("Kind of case"), numbers.types),
        (_("Cases by unit"), _("Unit"), numbers.units),
        (_("Cases by cause"), _("Cause"), numbers.causes),
    ):
        if caption == _("Cases by kind"):
            yield kit.Heading(_("Kinds, units and causes"))
        if table.is_told:
            yield _table(caption, first, table, (now, before))
        else:
            few = _("{table}: each number is too small to be told.").format(table=caption)
            yield kit.Prose((_said(few),))


def untold() -> str:
    """Why some numbers are not there."""
    return _(
        "Numbers from 1 to {most} are not told, nor others that would give them away: "
        "they stand as {mark}."
    ).format(most=LIMIT - 1, mark=UNTOLD)


def _said(words: str) -> Paragraph:
    return Paragraph((Text(words, lang=language()),))


def _summary(numbers: CaseNumbers) -> Iterator[tuple[kit.Words, kit.Words]]:
    from styrdesk.reports import kit  # noqa: PLC0415  # as above

    last = str(numbers.year - 1)
    yield kit.own(_("Arrived")), _against(_told(numbers.total), _told(numbers.total_before), last)
    share = _against(share_of(numbers.answers), share_of(numbers.answers_before), last)
    yield kit.own(_("Answered in time")), share
    answers = numbers.answers
    for name, value in (
        (_("Answered late"), answers.late),
        (_("Not answered, past the last day"), answers.overdue),
        (_("Waits for an answer"), answers.waiting),
        (_("Open now"), numbers.open_now),
        (_("Past their last day"), numbers.late_now),
        (_("Opened again"), numbers.reopened),
    ):
        yield kit.own(name), _told(value)


def share_of(answers: Answers) -> str:
    """Per cent in time; a dash where it is not told or nobody waited."""
    return UNTOLD if answers.share is None else f"{number(answers.share)} %"


def _told(value: int | None) -> str:
    return UNTOLD if value is None else number(value)


def _against(now: str, before: str, year: str) -> kit.Words:
    from styrdesk.reports import kit  # noqa: PLC0415  # as above

    return kit.own(_("{now} ({year}: {before})"), now=now, year=year, before=before)


def _chart(numbers: CaseNumbers) -> kit.IndicatorChart:
    from styrdesk.reports import kit  # noqa: PLC0415  # as above

    now, before = str(numbers.year), str(numbers.year - 1)
    lines = list(enumerate(numbers.months.lines, 1))
    return kit.IndicatorChart(
        _("Cases by month"),
        tuple(kit.Measure(month_name(n)[:3], line.now, _told(line.now)) for n, line in lines),
        names=(now, "", before),
        alt=alt_of(_("Cases by month"), numbers.months, (now, before)),
    )


def alt_of(title: str, table: Breakdown, years: tuple[str, str]) -> str:
    """A chart in words: every number it shows."""
    told = "; ".join(
        f"{line.name} {_told(line.now)} ({years[1]}: {_told(line.before)})" for line in table.lines
    )
    return _("Bar chart: {title}.").format(title=f"{title} {years[0]}") + f" {told}."


def _table(caption: str, first: str, table: Breakdown, years: tuple[str, str]) -> kit.TableSpec:
    from styrdesk.reports import kit  # noqa: PLC0415  # as above

    rows = [kit.Row((line.name, _told(line.now), _told(line.before))) for line in table.lines]
    total = (kit.own(_("Sum")), _told(table.now), _told(table.before))
    return kit.TableSpec(
        kit.own(caption),
        (
            kit.ColumnSpec(kit.own(first)),
            kit.ColumnSpec(years[0], "right", 0),
            kit.ColumnSpec(years[1], "right", 0),
        ),
        (*rows, kit.Row(total, kit.RowKind.SUM)),
        whole=True,
    )
