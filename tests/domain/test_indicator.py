"""A value is shown with the indicator's decimals, and with more where it was written with more."""

from __future__ import annotations

from decimal import Decimal

import pytest

from styrdesk.domain.indicator import IndicatorValue, Missing, shown


@pytest.mark.parametrize(
    ("value", "decimals", "words"),
    [("81.5", 0, "81,5"), ("81", 1, "81,0"), ("81.50", 1, "81,5"), ("-3900", 0, "−3\u00a0900")],
)
def test_no_decimal_that_was_written_is_rounded_away(value: str, decimals: int, words: str) -> None:
    assert shown(IndicatorValue("v", value=Decimal(value)), decimals) == words


def test_what_has_no_figure_says_why() -> None:
    assert shown(None, 1) == "–"
    assert shown(IndicatorValue("v", missing=Missing.NO_DATA), 1) == "i.u."
    assert shown(IndicatorValue("v", missing=Missing.NOT_USED), 1) == "–"
