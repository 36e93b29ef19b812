"""The record of a gallring (gallringsprotokoll): what went by which rule, and what was left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from styrdesk.base.formats import date_long, number
from styrdesk.base.i18n import N_, _, language, speaking
from styrdesk.domain.disposal import Disposal, DisposalExemption, DisposalLine
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import WRITTEN_IN
from styrdesk.domain.retention import MATTERS
from styrdesk.reports.spec import Choice, ReportSpec
from styrdesk.services.catalogue import Services

if TYPE_CHECKING:  # loads the PDF writer
    from styrdesk.reports import kit


@dataclass(frozen=True, slots=True)
class DisposalPrint:
    """What the print is made from.

    Attributes:
        colour: Of the municipality's prints, empty for the program's own.
    """

    disposal: Disposal
    lines: tuple[DisposalLine, ...]
    exemptions: tuple[DisposalExemption, ...]
    municipality: str
    colour: str
    created: datetime
    language: str


def choices(services: Services) -> tuple[Choice, ...]:
    """Each gallring, the latest first."""
    return tuple(
        Choice(one.id, f"{one.decision}, {one.at[:10]}") for one in services.disposals.log()
    )


def collect(services: Services, choice: str) -> DisposalPrint:
    """What is noted of a gallring.

    Raises:
        RuleBroken: There is no such.
    """
    disposal = services.disposals.get(choice)
    if disposal is None:
        raise RuleBroken(_("There is no record of that disposal."))
    municipality = services.organisation.municipality()
    return DisposalPrint(
        disposal,
        services.disposals.lines(choice),
        services.disposals.exemptions(choice),
        municipality.name,
        municipality.primary_colour,
        services.clock.now(),
        language(),
    )


def render(data: DisposalPrint) -> bytes:
    """The PDF."""
    from styrdesk.reports import kit  # noqa: PLC0415  # loads the PDF writer

    with speaking(data.language):
        title = _("Record of disposal {day}").format(day=data.disposal.at[:10])
        meta = kit.Meta(
            title=title,
            created=data.created,
            author=data.municipality or data.disposal.committee,
            committee=data.disposal.committee,
            subject=_("Record of disposal"),
            language=data.language,
            content=WRITTEN_IN,
        )
        theme = kit.Theme(primary=data.colour) if data.colour else kit.Theme()
        sender = data.disposal.committee or data.municipality
        parts = (kit.Title(title, sender), *_parts(data))
        return kit.build(meta, parts, kit.PageStyle(theme))


def _parts(data: DisposalPrint) -> Iterator[kit.Part]:
    from styrdesk.reports import kit  # noqa: PLC0415  # as above

    own = kit.own
    yield kit.InfoBox(own(_("In short")), tuple(_facts(data)))
    told = _(
        "The records below have been taken away for good: from the file, its history, its trash "
        "and its search, and from the backups that the program had made. Nothing of what they "
        "held is kept in this record."
    )
    yield kit.Prose(told)
    yield _taken(data.lines)
    if data.exemptions:
        yield _left(data.exemptions)
    else:
        yield kit.Prose(_("Nothing was left of what the rules spoke of."))
    yield kit.Signatures((kit.SignatureRow(_("The record is correct"), data.disposal.by),))


def _facts(data: DisposalPrint) -> Iterator[tuple[kit.Words, kit.Words]]:
    from styrdesk.reports.kit import own  # noqa: PLC0415  # as above

    one = data.disposal
    decided = date_long(one.decided_on) if one.decided_on else ""
    made = datetime.fromisoformat(one.at)
    for name, value in (
        (_("Decision"), one.decision),
        (_("Decided on"), own(decided)),
        (_("Carried out"), own(f"{date_long(made.date())} {made:%H:%M}")),
        (_("Carried out by"), one.by),
        (_("Whose records"), one.committee or own(_("All committees"))),
        (_("Records taken away"), own(number(one.number))),
    ):
        if value:
            yield own(name), value


def _taken(lines: tuple[DisposalLine, ...]) -> kit.TableSpec:
    from styrdesk.reports import kit  # noqa: PLC0415  # as above

    own = kit.own
    rows = [
        kit.Row(
            (one.rule, one.basis, own(_(MATTERS[one.matter])), _period(one), _count(one.number))
        )
        for one in lines
    ]
    rows.append(
        kit.Row(
            (own(_("Sum")), "", "", "", _count(sum(one.number for one in lines))),
            kit.RowKind.SUM,
        )
    )
    return kit.TableSpec(
        own(_("What has been taken away")),
        (
            kit.ColumnSpec(own(_("Rule")), weight=1.2),
            kit.ColumnSpec(own(_("Plan for documents")), weight=1.4),
            kit.ColumnSpec(own(_("What")), weight=0.9),
            kit.ColumnSpec(own(_("Closed")), weight=1),
            kit.ColumnSpec(own(_("Number")), "right", 0),
        ),
        tuple(rows),
    )


def _count(count: int) -> kit.Words:
    from styrdesk.reports.kit import own  # noqa: PLC0415  # as above

    return own(number(count))


def _period(line: DisposalLine) -> kit.Words:
    """When what went was closed."""
    from styrdesk.reports.kit import own  # noqa: PLC0415  # as above

    last = _day(line.until)
    return own(f"{_day(line.earliest)} – {last}" if line.earliest else last)


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _left(exemptions: tuple[DisposalExemption, ...]) -> kit.TableSpec:
    from styrdesk.reports import kit  # noqa: PLC0415  # as above

    own = kit.own
    rows = tuple(
        kit.Row((one.name, own(_(MATTERS[one.matter])), own(_day(one.closed_on)), one.reason))
        for one in exemptions
    )
    return kit.TableSpec(
        own(_("What was left until the next time")),
        (
            kit.ColumnSpec(own(_("Record")), weight=1.2),
            kit.ColumnSpec(own(_("What")), weight=0.8),
            kit.ColumnSpec(own(_("Closed")), weight=0),
            kit.ColumnSpec(own(_("Why")), weight=1.6),
        ),
        rows,
    )


SPEC: Final = ReportSpec("gallring", N_("Record of disposal"), choices, collect, render)
