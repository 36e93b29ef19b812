"""Versions are compared as they were decided, whatever changed later."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from styrdesk.base.i18n import use_language
from styrdesk.domain.errors import RuleBroken
from styrdesk.services.catalogue import Services
from styrdesk.services.comparison import NOW, version_name
from styrdesk.services.styrmodell import plan_template
from tests.helpers.builders import COMMITTEE, PLAN, a_document, a_goal, a_plan, an_activity, uid
from tests.helpers.files import decide, empty_services
from tests.services.test_decision import FACTS
from tests.services.test_plan import imported
from tests.services.test_revision import LATER


@pytest.fixture(autouse=True)
def _in_english() -> None:
    use_language("en")


@pytest.fixture
def services() -> Iterator[Services]:
    """A file with one small plan that is decided."""
    with empty_services() as made:
        imported(made, a_document(plan=(a_plan(),)))
        decide(made, PLAN, FACTS)
        yield made


def told(services: Services, before: int, after: int = NOW) -> list[tuple[str, str, str]]:
    found = services.comparisons.between(PLAN, before, after)
    assert (found.plan_id, found.before) == (PLAN, before)
    return [(o.what, o.before, o.after) for o in found.lines if o.change.table != "plan"]


def test_what_is_written_is_compared_with_what_was_decided(services: Services) -> None:
    assert services.comparisons.choices(PLAN) == (1,)
    services.revisions.begin(PLAN)
    assert services.comparisons.choices(PLAN) == (1, NOW)
    assert services.comparisons.usual(PLAN) == (1, NOW)
    assert told(services, 1) == []
    services.activities.save(an_activity(title="Läsning"))
    assert told(services, 1) == [
        ("Activity A1 Läsning, Activity", an_activity().title, "Läsning"),
    ]


def test_a_version_that_was_decided_is_read_whatever_changes_later(services: Services) -> None:
    services.revisions.begin(PLAN)
    services.goals.save(a_goal(title="Ett skarpare mål"))
    decide(services, PLAN, LATER)
    found = told(services, 1, 2)
    assert [after for _what, _before, after in found] == ["Ett skarpare mål"]
    services.goals.save(a_goal(title="Ett ännu senare mål"))
    assert told(services, 1, 2) == found
    assert told(services, 1) == found
    assert told(services, 2) == []
    assert services.comparisons.between(PLAN, 1).after == 2
    assert services.comparisons.usual(PLAN) == (1, 2)


def test_the_decision_itself_is_told_of_two_decided(services: Services) -> None:
    services.revisions.begin(PLAN)
    decide(services, PLAN, LATER)
    fields = {o.change.field for o in services.comparisons.between(PLAN, 1, 2).lines}
    assert {"decided_on", "paragraph"} <= fields


def test_the_other_way_around_tells_the_same_turned(services: Services) -> None:
    services.revisions.begin(PLAN)
    services.activities.add(an_activity(id=uid(950), code="A2", title="Ny"))
    ((what, before, after),) = told(services, 1)
    assert told(services, NOW, 1) == [(what, after, before)]


def test_a_plan_with_nothing_to_compare_says_so(services: Services) -> None:
    with pytest.raises(RuleBroken, match="one version"):
        services.comparisons.usual(PLAN)
    with pytest.raises(RuleBroken, match="no version 7"):
        services.comparisons.between(PLAN, 7)
    draft = services.plans.create(COMMITTEE, 2027, plan_template())
    with pytest.raises(RuleBroken, match="no decided version"):
        services.comparisons.usual(draft.id)


def test_each_has_a_name() -> None:
    assert (version_name(2), version_name(NOW)) == ("Version 2", "What is written now")
