"""The whole plan as a value: its indicators once each, its values by what they are."""

from __future__ import annotations

from decimal import Decimal

import pytest

from styrdesk.base.formats import EN_DASH
from styrdesk.base.i18n import use_language
from styrdesk.domain.catalogue import OWNED, PLAN_TABLES, RECORDS, SHARED
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.indicator import (
    Gender,
    IndicatorValue,
    Missing,
    PlanIndicator,
    ValueKind,
    shown,
)
from styrdesk.domain.plain import names_of
from styrdesk.domain.risk import Handling, expected_handling
from tests.helpers.builders import (
    CHAPTER,
    COMMITTEE_GOAL,
    INDICATOR,
    PLAN,
    a_block,
    a_document,
    a_risk,
    an_indicator,
    uid,
)


def test_the_document_has_the_records_of_a_plan_under_their_names_and_in_their_order() -> None:
    in_order = tuple(table for table in RECORDS if table in PLAN_TABLES)
    assert names_of(PlanDocument) == in_order == SHARED + OWNED


def test_tables_and_document_are_the_same() -> None:
    document = a_document()
    assert PlanDocument.of(dict(document.tables())) == document
    assert document.rows("goal") == document.goal


def test_an_indicator_of_two_goals_is_followed_once() -> None:
    other = an_indicator(id=uid(70), code="I2")
    document = a_document(
        indicator=(an_indicator(), other),
        plan_indicator=(
            PlanIndicator(uid(71), PLAN, INDICATOR, COMMITTEE_GOAL, position=2),
            PlanIndicator(uid(72), PLAN, other.id, None, position=1),
            PlanIndicator(uid(73), PLAN, INDICATOR, None, position=3),
        ),
    )
    assert [i.code for i in document.indicators_of(None)] == ["I2", "I1"]
    assert [i.code for i in document.indicators_of(COMMITTEE_GOAL)] == ["I1"]


def test_a_value_is_found_by_indicator_kind_gender_and_year() -> None:
    document = a_document()
    key = (INDICATOR, ValueKind.TARGET, Gender.ALL, 2026)
    assert document.values[key].value == Decimal("83.0")
    assert (INDICATOR, ValueKind.TARGET, Gender.WOMEN, 2026) not in document.values


def test_blocks_stand_in_their_order() -> None:
    blocks = tuple(a_block(id=uid(80 + n), position=-n) for n in range(3))
    other = a_block(id=uid(90), chapter_id=uid(91))
    assert a_document(block=(*blocks, other)).blocks_of(CHAPTER) == list(reversed(blocks))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, EN_DASH),
        (IndicatorValue("v"), EN_DASH),
        (IndicatorValue("v", missing=Missing.NOT_USED, value=Decimal(1)), EN_DASH),
        (IndicatorValue("v", missing=Missing.NO_DATA), "n/a"),
        (IndicatorValue("v", value=Decimal(-29000)), "\u221229,000.0"),
        (IndicatorValue("v", value=Decimal(0)), "0.0"),
    ],
)
def test_a_value_is_shown_as_figure_or_as_why_there_is_none(
    value: IndicatorValue | None, words: str
) -> None:
    use_language("en")
    assert shown(value, 1) == words


@pytest.mark.parametrize(
    ("likelihood", "impact", "handling"),
    [(2, 2, Handling.ACCEPT), (2, 3, Handling.ACT), (2, 4, Handling.ACT), (3, 3, Handling.CONTROL)],
)
def test_a_risk_is_handled_by_its_value(likelihood: int, impact: int, handling: Handling) -> None:
    value = a_risk(likelihood, impact).value
    assert value == likelihood * impact
    assert expected_handling(value, 6, 9) is handling
