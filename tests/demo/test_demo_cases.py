"""The demo's 24 cases, and their figures as they were counted by hand from the file of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from styrdesk.domain.case import Case
from styrdesk.domain.case_numbers import Answers, Breakdown, CaseNumbers, publishable
from styrdesk.domain.case_type import StageKind
from styrdesk.services.catalogue import Services
from tests.helpers.files import demo_services


@pytest.fixture(scope="module")
def services() -> Iterator[Services]:
    with demo_services() as made:
        yield made


@pytest.fixture(scope="module")
def numbers(services: Services) -> CaseNumbers:
    return services.case_statistics.of(services.committees.rows()[0].id, 2026)


def cases(services: Services, **wanted: object) -> tuple[Case, ...]:
    return services.cases.rows(wanted, order=("arrived",))


def as_dict(table: Breakdown) -> dict[str, tuple[int | None, int | None]]:
    return {line.name: (line.now, line.before) for line in table.lines}


# ---- what there is ---------------------------------------------------------------------------


def test_there_are_24_cases_over_six_units(services: Services) -> None:
    every = cases(services)
    assert len(every) == 24
    assert len({case.unit_id for case in every}) == 6


def test_the_edge_cases_are_there(services: Services) -> None:
    assert len(cases(services, anonymous=True)) == 1
    assert len(cases(services, secret=True)) == 1
    assert len(cases(services, reopened=1)) == 1
    (duplicate,) = (case for case in cases(services) if case.duplicate_of)
    assert services.cases.get(duplicate.duplicate_of or "").title == "Kall mat i matsalen"
    (escalated,) = cases(services, escalated=True)
    assert escalated.points == 12
    points = {case.points for case in cases(services) if case.points}
    assert (min(points), max(points)) == (2, 12)


def test_the_numbers_are_a_series_of_each_year(services: Services) -> None:
    for year, count in ((2025, 6), (2026, 18)):
        every = services.cases.rows({"year": year}, order=("number",))
        assert [case.code for case in every] == [f"{year}-{n:03d}" for n in range(1, count + 1)]


def test_a_closed_case_stands_in_its_last_step_with_all_followed_up(services: Services) -> None:
    for case in cases(services):
        stage = services.cases.way(case.type_id).at(case)
        assert stage is not None
        assert (stage.kind is StageKind.CLOSED) == (case.closed_on is not None)
        if case.closed_on:
            assert all(m.is_settled for m in services.case_flow.measures(case.id)), case.title


def test_what_happened_is_told_in_order_and_ends_where_the_case_stands(services: Services) -> None:
    for case in cases(services):
        events = services.case_flow.events(case.id)
        days = [event.at[:10] for event in reversed(events)]
        assert days == sorted(days), case.title
        entered = next(event for event in events if event.stage_id)
        assert entered.stage_id == case.stage_id


def test_a_new_case_gets_the_number_after_the_demos_last(services: Services) -> None:
    last = services.cases.rows({"year": 2026}, order=("-number",), limit=1)[0]
    made = services.cases.add_with(
        Case("new", last.committee_id, last.type_id, "", title="Ny", body="x"), ()
    )
    assert made.code == "2026-019"
    services.work.undo()


# ---- the figures -----------------------------------------------------------------------------
# By hand: 18 cases arrived in 2026, one of them a duplicate; 6 in 2025.


def test_the_types(numbers: CaseNumbers) -> None:
    assert as_dict(numbers.types) == {
        "Klagomål": (6, 2),
        "Synpunkt": (3, 1),
        "Beröm": (2, 1),
        "Tips": (1, 0),
        "Avvikelse": (3, 2),
        "Risk": (1, 0),
        "Tillbud": (1, 0),
    }
    assert (numbers.total, numbers.total_before) == (17, 6)


def test_the_units(numbers: CaseNumbers) -> None:
    assert as_dict(numbers.units) == {
        "Ängsklockans förskola": (2, 2),
        "Åkerbärets förskola": (3, 1),
        "Fritidshemmet Näverlunden": (2, 1),
        "Näverlundens skola F–6": (4, 1),
        "Hyttrisets skola 7–9": (4, 1),
        "Rönnlidens anpassade grundskola": (2, 0),
    }


def test_the_causes(numbers: CaseNumbers) -> None:
    found = {name: now for name, (now, _before) in as_dict(numbers.causes).items()}
    assert list(found.values()) == [2, 1, 3, 1, 1, 2, 1, 6]
    assert "Teknik och system" not in found


def test_the_months(numbers: CaseNumbers) -> None:
    assert [line.now for line in numbers.months.lines] == [1, 2, 2, 2, 2, 1, 0, 1, 1, 2, 3, 0]
    assert [line.before for line in numbers.months.lines] == [0, 1, 1, 0, 1, 0, 0, 0, 1, 1, 1, 0]


def test_the_answers(numbers: CaseNumbers) -> None:
    assert numbers.answers == Answers(in_time=8, late=1, waiting=1, overdue=1)
    assert numbers.answers.share == Decimal(80)
    assert numbers.answers_before == Answers(in_time=3, late=1, waiting=0, overdue=0)
    assert numbers.answers_before.share == Decimal(75)


def test_what_is_open_late_and_opened_again(numbers: CaseNumbers) -> None:
    assert (numbers.open_now, numbers.late_now, numbers.reopened) == (5, 2, 1)


def test_every_way_of_parting_them_has_the_same_sum(numbers: CaseNumbers) -> None:
    for table in (numbers.types, numbers.units, numbers.causes, numbers.months):
        assert (table.now, table.before) == (17, 6)
        assert sum(line.now or 0 for line in table.lines) == 17


def test_nothing_small_is_left_in_what_is_told_to_everybody(numbers: CaseNumbers) -> None:
    told = publishable(numbers)
    for table in (told.types, told.units, told.causes, told.months):
        for line in table.lines:
            assert not {line.now, line.before} & {1, 2, 3, 4}
    answers = (told.answers, told.answers_before)
    assert not {value for one in answers for value in (one.in_time, one.late, one.overdue)} & {
        1,
        2,
        3,
        4,
    }
    assert (told.total, told.total_before) == (17, 6)
    assert (told.late_now, told.reopened) == (None, None)
