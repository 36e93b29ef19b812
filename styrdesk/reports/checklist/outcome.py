"""The outcome of a template's lists over time on paper: a chart, and the same in a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from styrdesk.base.formats import month_name
from styrdesk.base.i18n import _, language, ngettext, speaking
from styrdesk.domain.checklist_lines import Outcome
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.richtext import Paragraph, Text
from styrdesk.reports.letterhead import Letterhead, letterhead
from styrdesk.reports.spec import Choice
from styrdesk.services.catalogue import Services
from styrdesk.services.register import BY_NAME

if TYPE_CHECKING:  # loads the PDF writer
    from styrdesk.reports import kit

MOST: Final = 12  # months that are drawn, the newest


@dataclass(frozen=True, slots=True)
class OutcomePrint:
    """What the print is made from.

    Attributes:
        unit: Whose lists, or empty for those of all units.
        rows: Month by month, the oldest first.
    """

    title: str
    unit: str
    rows: tuple[Outcome, ...]
    head: Letterhead


def choice_of(template_id: str, unit_id: str | None) -> str:
    """The id of a choice."""
    return f"{template_id}/{unit_id or ''}"


def choices(services: Services) -> tuple[Choice, ...]:
    """Every template, all units together."""
    rows = services.checklist_templates.rows(order=(BY_NAME,))
    return tuple(Choice(choice_of(row.id, None), row.title) for row in rows)


def collect(services: Services, choice: str) -> OutcomePrint:
    """The newest months of a template.

    Raises:
        RuleBroken: There is no such template, or no such unit.
    """
    template_id, _slash, unit_id = choice.partition("/")
    try:
        template = services.checklist_templates.get(template_id)
        unit = services.units.get(unit_id).name if unit_id else ""
    except KeyError as error:
        raise RuleBroken(_("There is no such checklist.")) from error
    rows = services.checklists.outcome(template_id, unit_id or None)
    head = letterhead(services, template.committee_id)
    return OutcomePrint(template.title, unit, rows[-MOST:], head)


def month_words(month: str) -> str:
    """The name of a month told as 2026-03."""
    year, number = month.split("-")
    return f"{month_name(int(number))} {year}"


def told(rows: tuple[Outcome, ...]) -> str:
    """The chart in words: every number it shows."""
    return "; ".join(map(_month_told, rows))


def _month_told(row: Outcome) -> str:
    lists = ngettext("{count} list", "{count} lists", row.lists).format(count=row.lists)
    flawed = _("{count} with failures").format(count=row.flawed)
    return f"{month_words(row.month)}: {lists}, {flawed}"


def heads() -> tuple[str, ...]:
    """What the columns of the table are called, on the page and on paper."""
    return (_("Month"), _("Lists"), _("With failures"), _("Answers"), _("Failures"))


def cells(row: Outcome) -> tuple[str, ...]:
    """A month of the table."""
    numbers = (row.lists, row.flawed, row.answered, row.failed)
    return (month_words(row.month), *map(str, numbers))


def render(data: OutcomePrint) -> bytes:
    """The PDF. The program's own words are in the print's language, the rest as written."""
    with speaking(data.head.language):
        meta = data.head.meta(data.title, _("Outcome over time"))
        return data.head.printed(meta, parts(data))


def parts(data: OutcomePrint) -> Iterator[kit.Part]:
    """In reading order."""
    from styrdesk.reports import kit  # noqa: PLC0415  # loads the PDF writer

    yield kit.Title(data.title, data.unit)
    if not data.rows:
        said = Text(_("No list has been signed yet."), lang=language())
        yield kit.Prose((Paragraph((said,)),))
        return
    lists = ((row, row.lists) for row in data.rows)
    flawed = ((row, row.flawed) for row in data.rows)
    yield kit.ChartRow((_chart(_("Signed lists"), lists), _chart(_("With failures"), flawed)))
    first, *others = (kit.own(head) for head in heads())
    yield kit.TableSpec(
        kit.own(_("Month by month")),
        (kit.ColumnSpec(first), *(kit.ColumnSpec(head, "right", 0) for head in others)),
        tuple(kit.Row(cells(row)) for row in data.rows),
        summary=_("Signed lists of each month, those with failures, and their answers."),
    )


def _chart(caption: str, counts: Iterable[tuple[Outcome, int]]) -> kit.IndicatorChart:
    from styrdesk.reports import kit  # noqa: PLC0415  # as above

    bars = (
        kit.Measure(month_name(int(row.month[5:]))[:3], count, str(count)) for row, count in counts
    )
    return kit.IndicatorChart(caption, tuple(bars))
