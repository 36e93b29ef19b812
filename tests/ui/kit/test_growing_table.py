"""What every table has whose rows are typed: where new rows come, and what no answer is."""

from __future__ import annotations

import pytest

from styrdesk.domain.organisation import Person
from styrdesk.domain.process import ProcessStep
from styrdesk.ui.kit.growing_table import in_place, no_choice


def test_new_rows_come_after_the_last_in_the_order_they_were_written() -> None:
    lines = [ProcessStep("a", position=0), ProcessStep("b", position=7)]
    written = [ProcessStep("x"), ProcessStep("a", title="Ny", position=0), ProcessStep("y")]
    placed = [(step.id, step.position) for step in in_place(written, lines)]
    assert placed == [("x", 8), ("a", 0), ("y", 9)]
    assert [step.position for step in in_place(written[:1], [])] == [0]


def test_rows_without_an_order_are_saved_as_they_are() -> None:
    people = [Person("a"), Person("b")]
    assert in_place(people, people[:1]) == people


@pytest.mark.parametrize(
    ("words", "choices", "refused"),
    [
        ("", ("Ja", "Nej"), True),
        ("Ja", ("Ja", "Nej"), False),
        ("", ("", "Ja"), False),
        ("", (), False),
    ],
)
def test_a_choice_is_only_emptied_where_nothing_is_among_the_choices(
    words: str, choices: tuple[str, ...], refused: bool
) -> None:
    assert no_choice(words, choices) is refused
