"""What the extract is made from, and the same as JSON."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass

from styrdesk.base.i18n import _
from styrdesk.domain.checks.finding import Finding, Place, Severity
from styrdesk.domain.naming import field_name, kind_name
from styrdesk.domain.sought import asked_for, lines_of
from styrdesk.reports.letterhead import Letterhead, letterhead
from styrdesk.reports.personal_data.information import information
from styrdesk.reports.spec import Choice
from styrdesk.services import personal_scan
from styrdesk.services.catalogue import Services
from styrdesk.services.personal_data import Found, Trace

PLACES = personal_scan.PLACES


@dataclass(frozen=True, slots=True)
class Line:
    """A place where the person stands.

    Attributes:
        kind: What such a record is called.
        name: What the record is called, with what it is a part of.
        field: What the field is called.
        words: What it says around the person.
        place: Whether it stands there now, in the history or in the trash.
        others: Names and personnummer of other people in the words.
    """

    table: str
    record: str
    kind: str
    name: str
    field: str
    words: str
    place: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExtractPrint:
    """The extract; picklable, so that another process can make it.

    Attributes:
        words: What was looked for.
        information: What art. 15 asks for besides: what it is called, and what is said of it.
        said: The same in the municipality's own words; empty for the program's.
        acts: How many changes the person has made; `first` and `last` are the days.
        left_out: How many places were left out by who made it.
        unread: How many attached files could not be looked in.
        hidden: Whether secret cases were left out.
    """

    head: Letterhead
    words: tuple[str, ...]
    information: tuple[tuple[str, str], ...]
    said: str
    lines: tuple[Line, ...]
    acts: int
    first: str
    last: str
    left_out: int
    unread: int
    hidden: bool


def choices(services: Services) -> tuple[Choice, ...]:
    """Everyone in the register."""
    return tuple(Choice(one.id, one.name) for one in services.people.rows())


def collect(services: Services, choice: str) -> ExtractPrint:
    """All that is told of a person: by their id, or by words. Secret cases are left out."""
    people = services.people.rows({"id": choice})
    words = "\n".join(map(lines_of, people)) or choice
    found = services.personal_data.find(asked_for(words, [one.id for one in people]))
    return of(services, found)


def of(
    services: Services, found: Found, left: Collection[str] = (), said: str = ""
) -> ExtractPrint:
    """The extract of what was found, in the language that is on.

    Args:
        services: Of the open file.
        found: What was found.
        left: Keys of what is left out.
        said: The municipality's own words to the person; empty for the program's.
    """
    lines = tuple(_line(trace) for trace in found.traces if trace.key not in left)
    return ExtractPrint(
        letterhead(services),
        found.sought.words,
        () if said.strip() else information(),
        said.strip(),
        lines,
        found.acts,
        found.first[:10],
        found.last[:10],
        len(found.traces) - len(lines),
        found.unread,
        found.hidden,
    )


def _line(trace: Trace) -> Line:
    spot = trace.spot
    return Line(
        spot.table,
        spot.record,
        kind_name(spot.table),
        trace.where,
        field_name(spot.table, spot.field),
        "".join(words for words, _hit in trace.passage) or _("points at the person"),
        _(PLACES[spot.place]),
        trace.others,
    )


def warnings(data: ExtractPrint) -> tuple[Finding, ...]:
    """Other people in what would be given out."""
    return tuple(
        Finding(
            Severity.WARNING,
            "other_people",
            f"{line.kind} {line.name}, {line.field}: {', '.join(line.others)}",
            Place(line.table, line.record),
        )
        for line in data.lines
        if line.others
    )


def as_json(data: ExtractPrint) -> bytes:
    """The same for a program: common and machine-readable (art. 20)."""
    values = asdict(data)
    del values["head"], values["said"]
    values |= {
        "municipality": data.head.municipality,
        "created": data.head.created.isoformat(),
        "information": data.said or dict(data.information),
    }
    return json.dumps(values, ensure_ascii=False, indent=1).encode()
