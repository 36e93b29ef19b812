"""Internal control as parts of the print kit: in short, then a table for each control."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from styrdesk.base.formats import number
from styrdesk.base.i18n import _, speaking
from styrdesk.domain.control_result import CONTROL_STATES, ControlResult, ControlState
from styrdesk.domain.risk import Control
from styrdesk.domain.self_check import CHECK_RESULTS
from styrdesk.reports import kit
from styrdesk.reports.internal_control.data import ControlPrint
from styrdesk.reports.kit import own


def render(data: ControlPrint) -> bytes:
    """The PDF."""
    with speaking(data.head.language):
        meta = data.head.meta(_title(data), _("Report on internal control"))
        return data.head.printed(meta, _parts(data))


def _title(data: ControlPrint) -> str:
    return _("Internal control {year}").format(year=data.year)


def _parts(data: ControlPrint) -> Iterator[kit.Part]:
    yield kit.Title(_title(data))
    states = Counter(now for _control, _risk, now, _results in data.controls)
    deviations = sum(one.deviations for _c, _r, _s, results in data.controls for one in results)
    rows = [(own(_("Controls in the plan")), number(len(data.controls)))]
    rows += [(own(_(words)), number(states[key])) for key, words in CONTROL_STATES.items()]
    rows.append((own(_("Deviations")), number(deviations)))
    yield kit.InfoBox(own(_("In short")), tuple(rows))
    people = dict(data.people)
    for control, risk, now, results in data.controls:
        yield kit.Heading(control.title or risk)
        yield kit.InfoBox(own(_("About the control")), tuple(_about(control, risk, now)))
        if results:
            yield _results(results, people).without_empty()


def _about(control: Control, risk: str, now: ControlState) -> Iterator[tuple[kit.Words, kit.Words]]:
    yield own(_("State")), own(_(CONTROL_STATES[now]))
    for name, value in (
        (_("Risk"), risk),
        (_("Method"), control.method),
        (_("How often"), control.frequency),
        (_("Responsible"), control.responsible),
        (_("Reported"), control.reported),
    ):
        if value:
            yield own(name), value


def _results(results: tuple[ControlResult, ...], people: dict[str, str]) -> kit.TableSpec:
    rows = [
        kit.Row(
            (
                one.occasion,
                one.noted_on.isoformat() if one.noted_on else "",
                people.get(one.person_id or "", ""),
                own(_(CHECK_RESULTS[one.result])),
                number(one.deviations),
                one.comment,
                one.measure,
            )
        )
        for one in results
    ]
    return kit.TableSpec(
        own(_("Results")),
        (
            kit.ColumnSpec(own(_("Reporting")), weight=0.6),
            kit.ColumnSpec(own(_("Date")), weight=0),
            kit.ColumnSpec(own(_("By")), weight=0.8),
            kit.ColumnSpec(own(_("Result")), weight=0.8),
            kit.ColumnSpec(own(_("Deviations")), "right", 0),
            kit.ColumnSpec(own(_("Comment")), weight=1.4),
            kit.ColumnSpec(own(_("What is done")), weight=1.4),
        ),
        tuple(rows),
    )
