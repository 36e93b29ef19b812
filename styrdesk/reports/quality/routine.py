"""A routine as parts of the print kit: its facts, then its headings in their fixed order."""

from __future__ import annotations

from collections.abc import Iterator

from styrdesk.base.formats import EN_DASH
from styrdesk.base.i18n import _, speaking
from styrdesk.domain import richtext
from styrdesk.domain.edition import EDITION_STATES, EditionState
from styrdesk.domain.routine import HEADINGS
from styrdesk.reports import kit
from styrdesk.reports.kit import ColumnSpec, Row, TableSpec, Words, own
from styrdesk.reports.quality.data import RoutinePrint

_HOLDS = (EditionState.IN_FORCE, EditionState.REVIEW)


def render(data: RoutinePrint) -> bytes:
    """The PDF. The program's own words are in the print's language, the rest as written."""
    with speaking(data.head.language):
        mark = "" if data.state in _HOLDS else _(EDITION_STATES[data.state]).upper()
        meta = data.head.meta(data.routine.title, _("Routine"))
        return data.head.printed(meta, parts(data), mark)


def parts(data: RoutinePrint) -> Iterator[kit.Part]:
    """In reading order; a heading with nothing under it is left out."""
    yield kit.Title(data.routine.title, data.unit)
    facts = tuple((own(name), value) for name, value in _facts(data) if value)
    yield kit.InfoBox(own(_("About the routine")), facts)
    number = 0
    for field, heading in HEADINGS.items():
        text = richtext.parse(getattr(data.routine, field))
        if text:
            number += 1
            yield kit.Heading(_(heading), 1, str(number))
            yield kit.Prose(text)
    if data.basis:
        yield TableSpec(
            own(_("Legal basis")),
            (ColumnSpec(own(_("Law or regulation")), weight=2), ColumnSpec(own(_("Which of it")))),
            tuple(Row((law, part or EN_DASH)) for law, part in data.basis),
            summary=_("The laws the routine rests on."),
        )


def _facts(data: RoutinePrint) -> Iterator[tuple[str, Words]]:
    routine = data.routine
    yield _("Version"), str(routine.version)
    yield _("State"), own(_(EDITION_STATES[data.state]))
    yield _("Adopted by") if data.state in _HOLDS else _("To be adopted by"), routine.decided_by
    for name, day in (
        (_("Adopted on"), routine.decided_on),
        (_("Valid from"), routine.valid_from),
        (_("Valid to"), routine.valid_to),
        (_("To be reviewed"), routine.review_due),
    ):
        yield name, day.isoformat() if day else ""
    yield _("Responsible"), data.responsible
