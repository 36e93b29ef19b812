"""Internal control as parts of the print kit: in short, then a table for each control."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from styrdesk.base.formats import number
from styrdesk.base.i18n import _, speaking
from styrdesk.domain.control_report import ControlOutcome, NotedResult
from styrdesk.domain.control_result import CONTROL_STATES
from styrdesk.domain.self_check import CHECK_RESULTS
from styrdesk.reports import decidable_parts, kit
from styrdesk.reports.internal_control.data import ControlPrint
from styrdesk.reports.kit import own


def render(data: ControlPrint) -> bytes:
    """The PDF."""
    with speaking(data.language):
        subject = _("Report on internal control")
        return decidable_parts.printed(data, data.content.head, subject, _parts(data))


def _parts(data: ControlPrint) -> Iterator[kit.Part]:
    head, controls = data.content.head, data.content.controls
    yield kit.Title(head.title)
    yield kit.InfoBox(own(_("Document information")), tuple(decidable_parts.facts(head)))
    states = Counter(one.state for one in controls)
    deviations = sum(result.deviations for one in controls for result in one.results)
    rows = [(own(_("Controls in the plan")), number(len(controls)))]
    rows += [(own(_(words)), number(states[key])) for key, words in CONTROL_STATES.items()]
    rows.append((own(_("Deviations")), number(deviations)))
    yield kit.InfoBox(own(_("In short")), tuple(rows))
    for one in controls:
        yield kit.Heading(one.title or one.risk)
        yield kit.InfoBox(own(_("About the control")), tuple(_about(one)))
        if one.results:
            yield _results(one.results).without_empty()


def _about(control: ControlOutcome) -> Iterator[tuple[kit.Words, kit.Words]]:
    yield own(_("State")), own(_(CONTROL_STATES[control.state]))
    for name, value in (
        (_("Risk"), control.risk),
        (_("Method"), control.method),
        (_("How often"), control.frequency),
        (_("Responsible"), control.responsible),
        (_("Reported"), control.reported),
    ):
        if value:
            yield own(name), value


def _results(results: tuple[NotedResult, ...]) -> kit.TableSpec:
    rows = [
        kit.Row(
            (
                one.occasion,
                one.noted_on.isoformat() if one.noted_on else "",
                one.by,
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
