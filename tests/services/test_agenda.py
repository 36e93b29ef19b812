"""What the registers say is due: one door, and nothing that is nobody's business here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from styrdesk.base.i18n import use_language
from styrdesk.domain.agenda import AHEAD
from styrdesk.domain.edition import Standing
from styrdesk.domain.governing_document import DocumentType, GoverningDocument
from styrdesk.domain.organisation import Committee, Person
from styrdesk.domain.regulation import Regulation
from styrdesk.domain.routine import Routine
from styrdesk.domain.self_check import SelfCheck
from styrdesk.services.agenda import MOST
from styrdesk.services.catalogue import Services
from tests.helpers.files import CLOCK, empty_services

TODAY = CLOCK.today()
LONG_AGO, LATER = date(2020, 1, 1), TODAY + AHEAD + timedelta(days=1)
POLICY = GoverningDocument(
    "d", title="Policy", document_type_id="t", committee_id="c", responsible_id="p"
)


@pytest.fixture
def services() -> Iterator[Services]:
    use_language("en")
    with empty_services() as made:
        for committee in ("c", "other"):
            made.committees.add(Committee(committee, name=committee))
        made.people.add(Person("p", name="Åsa Öberg"))
        made.document_types.add(DocumentType("t", name="Policy"))
        yield made


def told(services: Services, committee: str = "c") -> list[str]:
    return [one.record for one in services.agenda.due(committee, "p")]


@pytest.mark.parametrize(
    ("facts", "is_told"),
    [
        ({"standing": Standing.IN_FORCE, "review_due": LONG_AGO}, True),
        ({"standing": Standing.IN_FORCE, "review_due": TODAY + AHEAD}, True),
        ({"standing": Standing.IN_FORCE, "review_due": LATER}, False),
        ({"standing": Standing.IN_FORCE}, False),
        ({"standing": Standing.IN_FORCE, "review_due": TODAY, "committee_id": None}, True),
        ({"standing": Standing.IN_FORCE, "review_due": TODAY, "committee_id": "other"}, False),
        ({"standing": Standing.REPLACED, "review_due": TODAY}, False),
        ({"standing": Standing.WITHDRAWN, "review_due": TODAY}, False),
        ({"review_due": TODAY}, False),
        ({"valid_from": TODAY + AHEAD}, True),
        ({"valid_from": LATER}, False),
    ],
)
def test_documents_and_routines_tell_their_reviews_and_the_days_they_take_effect(
    services: Services, facts: dict[str, object], is_told: bool
) -> None:
    services.governing_documents.add(replace(POLICY, **facts))  # type: ignore[arg-type]
    routine = Routine("r", title="Routine", committee_id="c")
    services.routines.add(replace(routine, **facts))  # type: ignore[arg-type]
    assert told(services) == (["d", "r"] if is_told else [])


def test_laws_are_told_when_they_are_to_be_checked_again(services: Services) -> None:
    for key, day in (("never", None), ("late", LONG_AGO), ("soon", TODAY), ("later", LATER)):
        services.regulations.add(Regulation(key, title=key, next_check=day))
    assert told(services) == ["late", "soon"]


def test_what_is_due_says_what_it_is_and_whose(services: Services) -> None:
    services.governing_documents.add(replace(POLICY, standing=Standing.IN_FORCE, review_due=TODAY))
    (one,) = services.agenda.due("c", "p")
    assert (one.day, one.title, one.who, one.note) == (
        TODAY, "Policy", "Åsa Öberg", "To be reviewed",
    )  # fmt: skip
    assert (one.table, one.record) == ("governing_document", "d")


def test_all_of_it_stands_by_day_and_a_register_tells_no_more_than_a_days_work(
    services: Services,
) -> None:
    services.regulations.save_all(
        [
            Regulation(f"{n:03}", title="Law", next_check=TODAY - timedelta(days=n))
            for n in range(MOST + 20)
        ]
    )
    services.routines.add(
        Routine("r", title="R", standing=Standing.IN_FORCE, review_due=TODAY, committee_id="c")
    )
    found = services.agenda.due("c", "p")
    assert len(found) == MOST + 1
    assert [one.day for one in found] == sorted(one.day for one in found)
    assert found[0].record == f"{MOST + 19:03}"


def test_without_a_committee_nothing_is_due(services: Services) -> None:
    services.regulations.add(Regulation("late", title="Law", next_check=LONG_AGO))
    assert told(services, "") == []


def test_self_checks_are_told_until_they_are_carried_out(services: Services) -> None:
    plan = SelfCheck("a", "c", "Locks", planned_for=LONG_AGO, responsible_id="p")
    for check in (
        plan,
        replace(plan, id="all", committee_id=None, planned_for=TODAY + AHEAD),
        replace(plan, id="later", planned_for=LATER),
        replace(plan, id="other", committee_id="other"),
        replace(plan, id="done", done_on=TODAY),
    ):
        services.self_checks.add(check)
    assert told(services) == ["a", "all"]
