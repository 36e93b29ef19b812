"""The record of a gallring as parts of the print kit: in short, what went, and what was left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from styrdesk.base.formats import date_long, hour, number
from styrdesk.base.i18n import _, speaking
from styrdesk.domain import richtext
from styrdesk.domain.disposal import DisposalExemption, DisposalLine
from styrdesk.domain.retention import MATTERS
from styrdesk.reports import kit
from styrdesk.reports.disposal.data import DisposalPrint
from styrdesk.reports.kit import own


def render(data: DisposalPrint) -> bytes:
    """The PDF."""
    with speaking(data.head.language):
        title = _("Record of disposal {day}").format(day=data.disposal.at[:10])
        meta = data.head.meta(title, _("Record of disposal"))
        return data.head.printed(meta, (kit.Title(title), *_parts(data)))


def _parts(data: DisposalPrint) -> Iterator[kit.Part]:
    yield kit.InfoBox(own(_("In short")), tuple(_facts(data)))
    told = _(
        "The records below have been taken away for good: from the file, its history, its trash "
        "and its search, and from the backups that the program had made. Nothing of what they "
        "held is kept in this record."
    )
    yield _said(told)
    yield _taken(data.lines)
    if data.exemptions:
        yield _left(data.exemptions)
    else:
        yield _said(_("Nothing was left of what the rules spoke of."))
    yield kit.Signatures((kit.SignatureRow(own(_("The record is correct")), data.disposal.by),))


def _said(words: str) -> kit.Prose:
    return kit.Prose((richtext.Paragraph(own(words)),))


def _facts(data: DisposalPrint) -> Iterator[tuple[kit.Words, kit.Words]]:
    one = data.disposal
    made = datetime.fromisoformat(one.at)
    for name, value in (
        (_("Decision"), one.decision),
        (_("Decided on"), own(date_long(one.decided_on)) if one.decided_on else ""),
        (_("Carried out"), own(f"{date_long(made.date())} {hour(made)}")),
        (_("Carried out by"), one.by),
        (_("Whose records"), one.committee or own(_("All committees"))),
        (_("Records taken away"), own(number(one.number))),
    ):
        if value:
            yield own(name), value


def _taken(lines: tuple[DisposalLine, ...]) -> kit.TableSpec:
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
    return own(number(count))


def _period(line: DisposalLine) -> kit.Words:
    """When what went was closed."""
    last = _day(line.until)
    return own(f"{_day(line.earliest)} – {last}" if line.earliest else last)


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _left(exemptions: tuple[DisposalExemption, ...]) -> kit.TableSpec:
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
