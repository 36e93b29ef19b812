"""The number a new record is given."""

from __future__ import annotations

from styrdesk.services.codes import next_code


def test_the_next_number_follows_the_highest() -> None:
    assert next_code("V", ["V1", "V12", "F3", "Vx"]) == "V13"


def test_the_next_number_is_written_as_most_are() -> None:
    assert next_code("V", ["KF1", "KF2", "V7"]) == "KF3"


def test_the_first_number_begins_with_the_letter() -> None:
    assert next_code("U", []) == "U1"
