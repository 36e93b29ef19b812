"""The cases of the demo: what `resources/demo/cases.toml` tells, with the days it leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from styrdesk.base.ids import new_id
from styrdesk.base.paths import resource
from styrdesk.base.workdays import add_workdays
from styrdesk.domain import case_flow
from styrdesk.domain.case import (
    Case,
    CaseEvent,
    CaseLetter,
    CaseLink,
    Cause,
    Channel,
    Happened,
    Measure,
    Track,
    code_of,
)
from styrdesk.domain.case_flow import Way
from styrdesk.domain.case_type import CaseStage, CaseType, CauseCategory, LetterKind, StageKind
from styrdesk.domain.organisation import Committee, Person, Unit
from styrdesk.domain.record import Record
from styrdesk.services.case_data import starting_set
from styrdesk.services.styrmodell import load
from styrdesk.storage.store import Store

_OWN = ("title", "body", "reporter", "contact", "anonymous", "secret", "severity", "likelihood")
_MORE = ("investigation", "registration_number")
_REGISTRAR = "Ängla Nordhé"


@dataclass(frozen=True)
class _Places:
    """What the cases name, by name."""

    committee: str
    units: Mapping[str, str]
    people: Mapping[str, str]
    categories: Mapping[str, str]
    ways: Mapping[str, Way]


def fill_cases(store: Store) -> None:
    """Put the kinds of cases and the demo's cases into the demo, inside a step."""
    for record in starting_set():
        store.save(record)
    places = _places(store)
    known: dict[str, Case] = {}
    numbers: dict[int, int] = {}
    for told in load(resource("demo", "cases.toml"))["case"]:
        year = told["arrived"].year
        numbers[year] = numbers.get(year, 0) + 1
        case, records = _case(told, places, numbers[year], known)
        known[case.title] = case
        store.save(case)
        for record in records:
            store.save(record)


def _places(store: Store) -> _Places:
    return _Places(
        store.rows(Committee)[0].id,
        {unit.name: unit.id for unit in store.rows(Unit)},
        {person.name: person.id for person in store.rows(Person)},
        {category.name: category.id for category in store.rows(CauseCategory)},
        {
            kind.name: Way(kind, store.rows(CaseStage, {"type_id": kind.id}))
            for kind in store.rows(CaseType)
        },
    )


def _case(
    told: dict[str, Any], places: _Places, number: int, known: Mapping[str, Case]
) -> tuple[Case, list[Record]]:
    way, arrived = places.ways[told["type"]], told["arrived"]
    stage = way.of_kind(StageKind(told.get("stage", "closed"))) or way.stages[-1]
    case = Case(
        new_id(),
        places.committee,
        way.kind.id,
        stage.id,
        arrived.year,
        number,
        code_of(arrived.year, number),
        arrived=arrived,
        channel=Channel(told["channel"]),
        unit_id=places.units[told["unit"]],
        handler_id=places.people.get(told.get("handler", "")),
        category_id=places.categories.get(told.get("cause", "")),
        track=Track(told.get("track", Track.NONE)),
        answered_on=told.get("answered"),
        closed_on=told.get("closed"),
        reopened=int("reopened_on" in told),
        duplicate_of=known[told["duplicate_of"]].id if "duplicate_of" in told else None,
        **{field: told[field] for field in (*_OWN, *_MORE) if field in told},
    )
    events = list(_events(told, case, way, known))
    entered = told.get("entered") or max(day for day, *_rest in events)
    case = case_flow.reckoned(replace(case, entered=entered), way)
    parts: list[Record] = [
        Cause(new_id(), case.id, words, n) for n, words in enumerate(told.get("whys", ()))
    ]
    parts += [
        Measure(new_id(), case.id, **one, position=n)
        for n, one in enumerate(told.get("measures", ()))
    ]
    parts += [
        CaseLink(new_id(), case.id, title=title, position=n)
        for n, title in enumerate(told.get("links", ()))
    ]
    parts += [
        CaseLetter(new_id(), case.id, LetterKind(one.pop("kind")), **one, position=n)
        for n, one in enumerate(told.get("letters", ()))
    ]
    handler = told.get("handler", _REGISTRAR)
    parts += [
        CaseEvent(
            new_id(), case.id, f"{day}T{9 + n % 8:02d}:{7 * n % 60:02d}:00+00:00",
            handler if kind not in _BY_REGISTRAR else _REGISTRAR, kind,
            step.id if step else None, what or (step.name if step else ""), n,
        )
        for n, (day, kind, step, what) in enumerate(events)
    ]  # fmt: skip
    return case, parts


_BY_REGISTRAR = frozenset({Happened.REGISTERED, Happened.ASSIGNED})
_Noted = tuple[date, Happened, CaseStage | None, str]


def _events(
    told: dict[str, Any], case: Case, way: Way, known: Mapping[str, Case]
) -> Iterator[_Noted]:
    """What happened to it, in order: a working day for each step that has no day of its own."""
    yield told["arrived"], Happened.REGISTERED, way.stages[0], ""
    if "duplicate_of" in told:
        yield told["closed"], Happened.MERGED, None, known[told["duplicate_of"]].code
        yield told["closed"], Happened.CLOSED, way.stages[-1], ""
        return
    if "reopened_on" in told:
        yield from _walk(told, case, way, way.stages[-1], told["first_closed"])
        again = way.of_kind(StageKind(told["stage"]))
        yield told["reopened_on"], Happened.REOPENED, again, told["reopened_why"]
    else:
        yield from _walk(told, case, way, way.at(case) or way.stages[-1], told.get("closed"))


def _walk(
    told: dict[str, Any], case: Case, way: Way, to: CaseStage, closed: date | None
) -> Iterator[_Noted]:
    day, answered = told["arrived"], told.get("answered")
    steps = way.of(case)
    for n, stage in enumerate(steps[1 : steps.index(to) + 1], 1):
        day = max(day, add_workdays(told["arrived"], n))
        if answered is not None and steps[n - 1].kind is StageKind.ANSWER:
            day = max(day, answered)
            yield answered, Happened.ANSWERED, None, ""
            answered = None
        elif answered is not None:
            day = min(day, answered)
        if stage.kind is StageKind.CLOSED:
            day = closed or day
        elif closed is not None:
            day = min(day, closed)
        if stage.id == case.stage_id and "entered" in told:
            day = told["entered"]
        if steps[n - 1].kind is StageKind.ASSIGNED and "handler" in told:
            yield day, Happened.ASSIGNED, None, told["handler"]
        yield day, Happened.CLOSED if stage.kind is StageKind.CLOSED else Happened.MOVED, stage, ""
